/** Binds the book of a project folder: every page, linked, with its ledger. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Root } from 'mdast';
import type { VFileMessage } from 'vfile-message';
import { readSources, type Source, type Sources } from './1-read/sources.ts';
import type { Rule } from './4-correct/rules.ts';
import { createMatcher, type Matcher } from './6-link/matcher.ts';
import { findMentions, type MentioningPage } from './6-link/mentions.ts';
import { type GlossaryLinkOptions, linkTree } from './6-link/plugin.ts';
import { spliceLinks } from './6-link/splice.ts';
import { namedTogether } from './6-link/together.ts';
import { parsePage } from './7-print/parse-page.ts';
import type { Use } from './7-print/rule-pages.ts';
import { entryAddress } from './addresses.ts';
import type { Mention, Page } from './book.ts';
import { optional, type Term } from './card.ts';
import { complaint } from './complaint.ts';
import { groupBy } from './group.ts';
import { loadRules, loadScans, loadTerms, loadTexts, type Written } from './load.ts';
import { type Memory, noMemory } from './memory.ts';
import { indexPages, rulePage, termPage, textPage, whoPages } from './pages.ts';
import { type Converted, write } from './pipeline.ts';
import { type FindQuotes, quotesIn } from './quotes.ts';
import { type Redirect, readRedirects } from './redirects.ts';
import { usesOf } from './uses.ts';
import type { Words } from './words.ts';

export interface Book {
  readonly pages: readonly Page[];
  readonly terms: readonly Term[];
  readonly rules: readonly Rule[];
  /** What people wrote: entries, rules, pages. */
  readonly written: readonly Written<unknown>[];
  /** By name of the scan: `2012-11-01-isc-31`. */
  readonly converted: ReadonlyMap<string, Converted>;
  /** By id of the entry. */
  readonly mentions: ReadonlyMap<string, readonly Mention[]>;
  /** Earlier addresses of pages. */
  readonly redirects: readonly Redirect[];
  /** What must be mended before the book can be published: cards that do not load, quotes that stand nowhere. */
  readonly faults: readonly VFileMessage[];
}

export interface BindOptions {
  /** Read unless given. */
  readonly sources?: Sources;
  /** Is told the name of each scan that is converted. */
  readonly progress?: (name: string) => void;
  /** With one, only what has changed since the last time is made anew. */
  readonly memory?: Memory;
}

export async function bindBook(root: string, words: Words, options: BindOptions = {}): Promise<Book> {
  const { sources = readSources(root), progress = () => {}, memory = noMemory } = options;
  const faults: VFileMessage[] = [...sources.faults];
  const loading = { words, memory, onFault: (fault: VFileMessage): void => void faults.push(fault) };
  const rules = loadRules(sources.rules, loading);
  const entries = loadTerms(sources.terms, loading);
  const texts = loadTexts(sources.texts, loading);
  const terms = entries.map(({ made }) => made);
  const tools = { ...loading, progress, folder: 'seeds', rules: rules.map(({ made }) => made) };
  const converted = loadScans(root, sources, tools);
  const binding = bindingOf(root, terms, memory);
  const minutes = [...converted].map(([name, page]) => minutesPage(name, page, binding));
  const mentions = groupBy(
    minutes.flatMap(page => mentionsIn(page, binding)),
    mention => mention.entry,
  );
  const find = quotesIn(
    minutes,
    sources.scans.filter(name => !converted.has(name)),
  );
  const quotes = new Map(terms.map(term => [term.id, find(term)]));
  const uses = memory(
    'uses',
    () => [...converted.values()],
    () => usesOf(minutes, converted),
  );
  const made = [
    ...texts.map(text => textPageOf(text, binding)),
    ...minutes,
    ...entryPages(entries, { minutes, mentions, quotes }, binding),
    ...rules.map(rule => rulePageOf(rule, uses, memory)),
    ...memory(
      'who',
      () => [...converted.values(), binding.names],
      () => whoPages(minutes, terms),
    ),
  ];
  const pages = [...made, ...indexPages(made, { terms, mentions, converted, uses })];
  const { redirects, faults: astray } = redirectsOf(sources, pages);
  const misquoted = terms.flatMap(({ id }) => quotes.get(id)?.faults ?? []);
  const written = [...entries, ...rules, ...texts];
  return {
    pages,
    terms,
    rules: tools.rules,
    written,
    converted,
    mentions,
    redirects,
    faults: [...faults, ...misquoted, ...astray],
  };
}

/** How pages are linked, what may be remembered of them. */
interface Binding {
  readonly memory: Memory;
  readonly linking: (date?: string) => GlossaryLinkOptions;
  /** All that links depend on; what an entry says of its term is not among it. */
  readonly names: string;
}

function bindingOf(root: string, terms: readonly Term[], memory: Memory): Binding {
  const policy = linkPolicy(root);
  const names = [policy, ...terms.map(namesKey)].join('\n');
  const matcher = memory(
    'matcher',
    () => [names],
    () => createMatcher(terms),
  );
  return { memory, names, linking: linkingWith(matcher, policy) };
}

const namesKey = ({ id, term, aliases, not, names, expansion, first, card }: Term): string =>
  JSON.stringify([id, term, aliases, not, names, expansion, first, card.data.case]);

function minutesPage(name: string, converted: Converted, { memory, names, linking }: Binding): Page {
  const markdown = memory(
    `markdown of ${name}`,
    () => [converted, names],
    () => write(converted, linking),
  );
  return memory(
    `minutes/${name}`,
    () => [markdown],
    () => parsePage(`minutes/${name}`, markdown),
  );
}

const mentionsIn = (page: Page, { memory, names, linking }: Binding): Mention[] =>
  memory(
    `mentions in ${page.path}`,
    () => [page, names],
    () => findMentions(page, linking(page.matter.date === undefined ? undefined : String(page.matter.date))),
  );

const textPageOf = ({ made, card, body }: Written<Source>, { memory, names, linking }: Binding): Page =>
  memory(
    `page of ${made.file}`,
    () => [card, names],
    () => textPage(card, body, markdown => spliceLinks(markdown, linking())),
  );

const rulePageOf = ({ made, body }: Written<Rule>, uses: ReadonlyMap<string, readonly Use[]>, memory: Memory): Page =>
  memory(
    `page of ${made.card.file}`,
    () => [made, uses],
    () => rulePage(made, body, uses.get(made.id) ?? []),
  );

/** What the pages of entries tell of the documents. */
interface Told {
  readonly minutes: readonly Page[];
  readonly mentions: ReadonlyMap<string, readonly Mention[]>;
  readonly quotes: ReadonlyMap<string, ReturnType<FindQuotes>>;
}

function entryPages(entries: readonly Written<Term>[], told: Told, { memory, names, linking }: Binding): Page[] {
  const { minutes, mentions, quotes } = told;
  const terms = new Map(entries.map(({ made }) => [made.id, made]));
  const together = namedTogether(mentions.values());
  const heads = minutes.map(({ path, title, matter }) => [path, title, matter.date, matter.fiscal]);
  const link = (tree: Root, self: string) => linkTree(tree, { ...linking(), self });
  return entries.map(({ made: term, body }) => {
    const known = {
      mentions: mentions.get(term.id) ?? [],
      together: together.get(term.id) ?? [],
      quoted: quotes.get(term.id)?.quoted ?? [],
    };
    const path = `glossary/${term.id}`;
    const named = () =>
      memory(
        `named in ${path}`,
        () => [body, names],
        () => namedIn({ path, tree: body() }, linking(), terms),
      );
    const beside = () => [...term.see, ...known.together.map(({ entry }) => entry)].map(id => terms.get(id)?.term);
    return memory(
      path,
      () => [term, JSON.stringify([known, heads, beside()]), named()],
      () => termPage(term, { ...known, body, minutes, terms, link }),
    );
  });
}

/** All that the links in a text depend on. */
function namedIn(page: MentioningPage, linking: GlossaryLinkOptions, terms: ReadonlyMap<string, Term>): string {
  const found = findMentions(page, linking);
  const keys = new Set(found.flatMap(({ entry }) => terms.get(entry) ?? []).map(namesKey));
  return JSON.stringify([found, ...keys]);
}

function redirectsOf({ redirects }: Sources, pages: readonly Page[]): ReturnType<typeof readRedirects> {
  const { file, text } = redirects ?? { file: 'docs/redirects.yml', text: '' };
  return readRedirects(
    file,
    text,
    pages.map(({ path }) => path),
  );
}

/** How the pages of a site are linked: every mention alike, or the first in each section before the others (default). */
export type LinkPolicy = 'every' | 'first';

/** In headings too; on a page with a date, to the name that held then: NISC of 2012 opens another body than NISC of 2021. */
export function linkingWith(match: Matcher, policy: LinkPolicy = 'first'): (date?: string) => GlossaryLinkOptions {
  const every = policy === 'every' ? true : 'quiet';
  return date => ({ match, url: entryAddress, every, headings: true, ...optional('date', date) });
}

/** `"tsuzuri": {"links": "every"}` in the package.json of the project. */
function linkPolicy(root: string): LinkPolicy {
  const file = join(root, 'package.json');
  if (!existsSync(file)) return 'first';
  const { tsuzuri } = JSON.parse(readFileSync(file, 'utf8')) as { tsuzuri?: { links?: string } };
  const links = tsuzuri?.links ?? 'first';
  if (links === 'every' || links === 'first') return links;
  throw complaint(file, undefined, `tsuzuri.links「${links}」は使えません`, 'every か first にしてください');
}
