/** Binds the book of a project folder: every page, linked, with its ledger. */
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
import { readScan } from './1-read/index.ts';
import { readKnown } from './1-read/known.ts';
import { type Rule, readRule } from './4-correct/rules.ts';
import { HOUSE_STYLE } from './5-lift/markdown.ts';
import { writeMatter } from './5-lift/matter.ts';
import { createMatcher } from './6-link/matcher.ts';
import { findMentions } from './6-link/mentions.ts';
import { linkTree } from './6-link/plugin.ts';
import { spliceLinks } from './6-link/splice.ts';
import {
  type EntryContext,
  glossaryIndex,
  minutesIndex,
  rulePage,
  rulesIndex,
  termPage,
  type Use,
} from './7-print/generated.ts';
import { parsePage } from './7-print/parse-page.ts';
import type { Mention, Page } from './book.ts';
import { type Card, readCard, readTerm, type Term } from './card.ts';
import { complaint } from './complaint.ts';
import { type Converted, convert, type Tools } from './pipeline.ts';
import type { Words } from './words.ts';

export interface Book {
  readonly pages: readonly Page[];
  /** By name of the scan: `2012-11-01-isc-31`. */
  readonly converted: ReadonlyMap<string, Converted>;
  readonly mentions: ReadonlyMap<string, readonly Mention[]>;
}

const MARKDOWN = unified()
  .use(remarkParse)
  .use(remarkFrontmatter)
  .use(remarkGfm)
  .use(remarkCjkFriendly)
  .use(remarkStringify, HOUSE_STYLE)
  .freeze();

export async function bindBook(root: string, words: Words, progress: (said: string) => void = () => {}): Promise<Book> {
  const rules = readRules(join(root, 'docs/rules'), words);
  const terms = readTerms(join(root, 'docs/glossary'));
  const match = createMatcher(terms);
  const tools: Tools = {
    words,
    rules: rules.map(({ rule }) => rule),
    glossary: date => ({ match, ...(date ? { date } : {}) }),
  };
  const converted = new Map<string, Converted>();
  for (const name of namesIn(join(root, 'seeds'), '.txt')) {
    progress(name);
    converted.set(name, await convertSeed(join(root, 'seeds', `${name}.txt`), tools));
  }
  const minutes = [...converted].map(([name, { file }]) => parsePage(`minutes/${name}`, String(file)));
  const mentions = groupBy(
    minutes.flatMap(page =>
      findMentions(page, { match, ...(page.matter.date ? { date: String(page.matter.date) } : {}) }),
    ),
    mention => mention.entry,
  );
  const pages = [
    ...textPages(root, markdown => spliceLinks(markdown, { match })),
    ...minutes,
    ...termPages(terms, { minutes, mentions, link: (tree, self) => linkTree(tree, { match, self }) }),
    ...rulePages(rules, usesOf(minutes, converted)),
  ];
  return { pages: [...pages, ...indexPages(pages, terms, mentions)], converted, mentions };
}

export function convertSeed(path: string, tools: Tools): Promise<Converted> {
  const scan = readScan(path);
  return convert(scan, readKnown(path, scan), tools);
}

function namesIn(folder: string, ending: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter(name => name.endsWith(ending))
    .map(name => name.slice(0, -ending.length))
    .toSorted();
}

export interface LoadedRule {
  readonly rule: Rule;
  readonly card: Card;
}

/** Rule cards of a folder; those marked `built-in` only explain what the program does. */
export function readRules(folder: string, words: Words): LoadedRule[] {
  return namesIn(folder, '.md').map(name => {
    const file = join(folder, `${name}.md`);
    const source = readFileSync(file, 'utf8');
    return { rule: readRule(file, source, words), card: readCard(file, source) };
  });
}

export function readTerms(folder: string): Term[] {
  return namesIn(folder, '.md').map(name => {
    const file = join(folder, `${name}.md`);
    return readTerm(file, readFileSync(file, 'utf8'));
  });
}

function page(path: string, matter: Record<string, unknown>, tree: Root): Page {
  return parsePage(
    path,
    MARKDOWN.stringify({ type: 'root', children: [{ type: 'yaml', value: writeMatter(matter) }, ...tree.children] }),
  );
}

/** Pages that authors write, `docs/*.md`: only links are put in. */
function textPages(root: string, link: (markdown: string) => string): Page[] {
  return namesIn(join(root, 'docs'), '.md').map(name => {
    const file = `docs/${name}.md`;
    const card = readCard(file, readFileSync(join(root, file), 'utf8'));
    const title = String(card.data.title ?? /^# (.+)$/m.exec(card.body)?.[1] ?? name);
    const matter = writeMatter({ ...card.data, title, kind: 'text', source: file });
    return parsePage(name, `---\n${matter}\n---\n${link(card.body)}`);
  });
}

interface Glossary {
  readonly minutes: readonly Page[];
  readonly mentions: ReadonlyMap<string, readonly Mention[]>;
  readonly link: (tree: Root, self: string) => Root;
}

function termPages(terms: readonly Term[], { minutes, mentions, link }: Glossary): Page[] {
  const byId = new Map(terms.map(term => [term.id, term]));
  return terms.map(term => {
    const context: EntryContext = {
      body: link(inertBody(term.body), term.id).children,
      mentions: mentions.get(term.id) ?? [],
      pages: minutes,
      terms: byId,
      quoted: term.sources.map((source, index) => locate(term, { ...source, index }, minutes)),
    };
    const { id, card } = term;
    const matter = {
      ...card.data,
      title: term.term,
      kind: 'term',
      id,
      source: `docs/glossary/${id}.md`,
      mentions: context.mentions.length,
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

/** Finds the place that a quote comes from. */
function locate(
  term: Term,
  { page: name, quote, index }: { page: string; quote: string; index: number },
  minutes: readonly Page[],
): EntryContext['quoted'][number] {
  const source = minutes.find(candidate => candidate.path === `minutes/${name}`);
  const line = term.card.line('sources', index);
  if (!source)
    throw complaint(
      term.file,
      line,
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
  throw complaint(
    term.file,
    line,
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

function usesOf(minutes: readonly Page[], converted: ReadonlyMap<string, Converted>): Map<string, Use[]> {
  const uses = minutes.flatMap(page => {
    const ledger = converted.get(page.path.replace('minutes/', ''))?.ledger;
    const scan = converted.get(page.path.replace('minutes/', ''))?.minutes.trace.scan ?? '';
    const around = (from: number, to: number) => scan.slice(Math.max(0, from), to).replace(/\s+/g, ' ');
    return (ledger?.edits ?? []).map(edit => ({
      page,
      edit,
      before: around(edit.at - 14, edit.at),
      behind: around(edit.at + edit.del.length, edit.at + edit.del.length + 14),
    }));
  });
  return groupBy(uses, use => use.edit.rule);
}

function groupBy<T>(items: readonly T[], key: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) groups.set(key(item), [...(groups.get(key(item)) ?? []), item]);
  return groups;
}

function rulePages(rules: readonly LoadedRule[], uses: ReadonlyMap<string, readonly Use[]>): Page[] {
  return rules.map(({ rule, card }) => {
    const matter = {
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
      rulePage(inertBody(card.body).children as RootContent[], uses.get(rule.id) ?? []),
    );
  });
}

function indexPages(
  pages: readonly Page[],
  terms: readonly Term[],
  mentions: ReadonlyMap<string, readonly Mention[]>,
): Page[] {
  const of = (kind: Page['kind']) => pages.filter(candidate => candidate.kind === kind);
  const counts = new Map(of('rule').map(rule => [String(rule.matter.id), Number(rule.matter.uses)]));
  return [
    page('minutes/index', { title: '会議録', kind: 'text', source: 'seeds' }, minutesIndex(of('minutes'))),
    page('glossary/index', { title: '用語集', kind: 'text', source: 'docs/glossary' }, glossaryIndex(terms, mentions)),
    page('rules/index', { title: '校正の規則', kind: 'text', source: 'docs/rules' }, rulesIndex(of('rule'), counts)),
  ];
}
