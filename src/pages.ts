/** Makes every page of the book but the minutes: hand-written texts, entries, rules, indexes. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Root, RootContent } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import remarkCjkFriendly from 'remark-cjk-friendly';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import remarkStringify from 'remark-stringify';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { VFileMessage } from 'vfile-message';
import type { Rule } from './4-correct/rules.ts';
import { HOUSE_STYLE } from './5-lift/markdown.ts';
import { writeMatter } from './5-lift/matter.ts';
import { sentenceAround } from './6-link/sentence.ts';
import { namedTogether } from './6-link/together.ts';
import { type EntryContext, minutesIndex, termPage } from './7-print/generated.ts';
import { glossaryIndex } from './7-print/glossary-index.ts';
import { parsePage } from './7-print/parse-page.ts';
import { rulePage, type Use } from './7-print/rule-pages.ts';
import { rulesIndex } from './7-print/rules-index.ts';
import { pagesOfWho, waysIn } from './7-print/who.ts';
import type { Mention, Page } from './book.ts';
import { optional, readCard, type Term } from './card.ts';
import { complaint } from './complaint.ts';
import type { Converted } from './pipeline.ts';
import { yearsOf } from './years.ts';

const MARKDOWN = unified()
  .use(remarkParse)
  .use(remarkFrontmatter)
  .use(remarkGfm, { tablePipeAlign: false })
  .use(remarkCjkFriendly)
  .use(remarkStringify, HOUSE_STYLE)
  .freeze();

/** Names, without their ending, of the files of a folder, in order of their letters. */
export function namesIn(folder: string, ending: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter(name => name.endsWith(ending))
    .map(name => name.slice(0, -ending.length))
    .toSorted();
}

function page(path: string, matter: Record<string, unknown>, tree: Root): Page {
  return parsePage(
    path,
    MARKDOWN.stringify({ type: 'root', children: [{ type: 'yaml', value: writeMatter(matter) }, ...tree.children] }),
  );
}

/** A sentence that begins this near to the title is part of the lead: the first alone may be 「ITは、二つの文書に名が出ます。」 */
const LEAD = 40;

/** The first sentences below the title, as `description` in front matter: what lists of links show of the page. */
function leadOf({ children }: Root): { description?: string } {
  const first = children.find(({ type }) => type === 'paragraph');
  return optional('description', first && sentenceAround(textOf(first), { start: 0, end: LEAD }));
}

/** Pages that authors write, `docs/*.md`: only links are put in. */
export function textPages(root: string, link: (markdown: string) => string): Page[] {
  return namesIn(join(root, 'docs'), '.md').map(name => {
    const file = `docs/${name}.md`;
    const card = readCard(file, readFileSync(join(root, file), 'utf8'));
    const title = String(card.data.title ?? /^# (.+)$/m.exec(card.body)?.[1] ?? name);
    const matter = writeMatter({
      ...leadOf(MARKDOWN.parse(card.body)),
      ...card.data,
      title,
      kind: 'text',
      source: file,
    });
    return parsePage(name, `---\n${matter}\n---\n${link(card.body)}`);
  });
}

interface Glossary {
  readonly minutes: readonly Page[];
  readonly mentions: ReadonlyMap<string, readonly Mention[]>;
  readonly link: (tree: Root, self: string) => Root;
  /** Is told of a quote that stands nowhere. */
  readonly onFault: (fault: VFileMessage) => void;
}

export function termPages(terms: readonly Term[], { minutes, mentions, link, onFault }: Glossary): Page[] {
  const byId = new Map(terms.map(term => [term.id, term]));
  const together = namedTogether(mentions.values());
  return terms.map(term => {
    const inert = inertBody(term.body);
    const lead = leadOf(inert);
    const context: EntryContext = {
      body: link(inert, term.id).children,
      mentions: mentions.get(term.id) ?? [],
      together: together.get(term.id) ?? [],
      pages: minutes,
      terms: byId,
      quoted: term.sources.flatMap((source, index) => {
        const place = locate(term, { ...source, index }, minutes);
        if (!(place instanceof VFileMessage)) return [place];
        onFault(place);
        return [];
      }),
    };
    const { id, card } = term;
    const matter = {
      ...lead,
      ...card.data,
      title: term.term,
      kind: 'term',
      id,
      source: `docs/glossary/${id}.md`,
      mentions: context.mentions.length,
      ...optional('years', yearsOf(context.mentions, minutes)),
    };
    return page(`glossary/${id}`, matter, termPage(term, context));
  });
}

/** What a contributor wrote, as a tree in which HTML is text. */
function inertBody(markdown: string): Root {
  const tree = MARKDOWN.parse(markdown) as Root;
  visit(tree, 'html', (node, index, parent) => {
    if (parent && index !== undefined) parent.children[index] = { type: 'text', value: node.value } as never;
  });
  return tree;
}

/** Finds the place that a quote comes from, or says that it comes from nowhere. */
function locate(
  term: Term,
  { page: name, quote, index }: { page: string; quote: string; index: number },
  minutes: readonly Page[],
): EntryContext['quoted'][number] | VFileMessage {
  const source = minutes.find(candidate => candidate.path === `minutes/${name}`);
  const line = () => term.card.line('sources', index);
  if (!source)
    return complaint(
      term.file,
      line(),
      `典拠の文書「${name}」はありません`,
      `次のどれかにしてください: ${minutes.map(candidate => candidate.path.replace('minutes/', '')).join(' ')}`,
    );
  const anchors: string[] = [];
  for (const node of source.tree.children) {
    const words = textOf(node);
    if (squeeze(words).includes(squeeze(quote)))
      return { page: source.path, quote, ...(anchorBefore(words, quote, anchors) ?? {}) };
    anchors.push(...[...words.matchAll(/\{#([a-z]\d+)\}/g)].map(match => match[1] as string));
  }
  return complaint(
    term.file,
    line(),
    `引用「${quote}」は ${name} にありません`,
    '会議録のページのとおりに書き直してください',
  );
}

function anchorBefore(words: string, quote: string, anchors: readonly string[]): { anchor: string } | undefined {
  const own = [...words.matchAll(/\{#([a-z]\d+)\}/g)];
  const at = words.indexOf(quote);
  const anchor = own.find(match => match.index >= at)?.[1] ?? anchors.at(-1);
  return anchor === undefined ? undefined : { anchor };
}

const squeeze = (words: string): string => words.replace(/\s+/g, '');

export function rulePages(rules: readonly Rule[], uses: ReadonlyMap<string, readonly Use[]>): Page[] {
  return rules.map(rule => {
    const body = inertBody(rule.card.body);
    const matter = {
      ...leadOf(body),
      title: rule.title,
      kind: 'rule',
      id: rule.id,
      source: `docs/rules/${rule.id}.md`,
      doubt: rule.doubt,
      uses: uses.get(rule.id)?.length ?? 0,
    };
    return page(
      `rules/${rule.id}`,
      matter,
      rulePage(body.children as RootContent[], uses.get(rule.id) ?? [], rule.doubt),
    );
  });
}

/** People and bodies, with the lists of them. */
export function whoPages(minutes: readonly Page[], terms: readonly Term[]): Page[] {
  return pagesOfWho(minutes, terms).map(({ path, matter, tree }) => page(path, matter, tree));
}

/** What the indexes are made of. */
interface Indexed {
  readonly terms: readonly Term[];
  readonly mentions: ReadonlyMap<string, readonly Mention[]>;
  readonly converted: ReadonlyMap<string, Converted>;
  readonly uses: ReadonlyMap<string, readonly Use[]>;
}

export function indexPages(pages: readonly Page[], { terms, mentions, converted, uses }: Indexed): Page[] {
  const of = (kind: Page['kind']) => pages.filter(candidate => candidate.kind === kind);
  const ledgers = of('minutes').flatMap(page => {
    const { ledger } = converted.get(page.path.replace('minutes/', '')) ?? {};
    return ledger ? [{ page, ...ledger }] : [];
  });
  return [
    page(
      'minutes/index',
      { title: '会議録', kind: 'text', source: 'seeds' },
      minutesIndex(of('minutes'), waysIn(pages)),
    ),
    page('glossary/index', { title: '用語集', kind: 'text', source: 'docs/glossary' }, glossaryIndex(terms, mentions)),
    page(
      'rules/index',
      { title: '校正の規則', kind: 'text', source: 'docs/rules' },
      rulesIndex(of('rule'), { ledgers, uses }),
    ),
  ];
}
