/** Binds the book of a project folder: every page, linked, with its ledger. */

import type { Rule } from '@tsuzuri/convert/4-correct/rules';
import type { Words } from '@tsuzuri/convert/morphology';
import { type Converted, write } from '@tsuzuri/convert/pipeline';
import type { Mention, Page } from '@tsuzuri/core/book';
import type { Term } from '@tsuzuri/core/card';
import { groupBy } from '@tsuzuri/core/collections';
import { parsePage } from '@tsuzuri/core/markdown';
import { allNames } from '@tsuzuri/core/term-names';
import { bodyPath } from '@tsuzuri/core/urls';
import { findMentions } from '@tsuzuri/link/mentions';
import { linkTree } from '@tsuzuri/link/remark-glossary';
import { spliceLinks } from '@tsuzuri/link/source-links';
import type { Root } from 'mdast';
import type { VFileMessage } from 'vfile-message';
import { type Memory, noMemory } from './cache.ts';
import { type FindQuotes, quotesIn } from './citations.ts';
import { namedTogether } from './cooccurrence.ts';
import {
  dependsOn,
  type Linking,
  loadRules,
  loadScans,
  loadTerms,
  loadTexts,
  namedIn,
  projectLinking,
  type Written,
} from './load.ts';
import { indexPages, rulePage, termPage, textPage, whoPages } from './pages/index.ts';
import type { Use } from './pages/rule.ts';
import { type Redirect, readRedirects } from './redirects.ts';
import { usesOf } from './rule-usage.ts';
import { readSources, type Source, type Sources } from './sources.ts';

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
  const binding = projectLinking(root, terms, memory);
  const documents = [...converted].map(([name, page]) => documentOf(name, page, binding));
  const minutes = documents.map(({ page }) => page);
  const readings = documents.map(({ reading }) => reading);
  const mentions = groupBy(
    documents.flatMap(document => document.mentions),
    mention => mention.entry,
  );
  const find = quotesIn(
    readings,
    sources.scans.filter(name => !converted.has(name)),
  );
  const quotes = new Map(terms.map(term => [term.id, quotesOf(term, find, { memory, readings })]));
  const uses = memory(
    'uses',
    () => readings,
    () => usesOf(readings, converted),
  );
  const made = [
    ...texts.map(text => textPageOf(text, binding)),
    ...minutes,
    ...entryPages(entries, { minutes, mentions, quotes }, binding),
    ...rules.map(rule => rulePageOf(rule, uses, memory)),
    ...memory(
      'who',
      () => [...readings, namesOfBodies(terms, readings, memory)],
      () => whoPages(readings, terms),
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

/** A document, linked. */
interface Document {
  readonly page: Page;
  /** The same words with the links that it had at first: who asks for words need not read the page again. */
  readonly reading: Page;
  readonly mentions: readonly Mention[];
}

function documentOf(name: string, converted: Converted, { memory, names, keys, linking }: Linking): Document {
  const path = `minutes/${name}`;
  const link = () => parsePage(path, write(converted, linking));
  const first = memory(
    `${path} at first`,
    () => [converted],
    () => ({ reading: link(), names }),
  );
  const { date } = first.reading.matter;
  const mentions = memory(
    `mentions in ${path}`,
    () => [first, names],
    () => findMentions(first.reading, linking(date === undefined ? undefined : String(date))),
  );
  const page = memory(
    path,
    () => [first, dependsOn(mentions, keys)],
    () => (first.names === names ? first.reading : link()),
  );
  return { page, reading: first.reading, mentions };
}

const quotesOf = (
  term: Term,
  find: FindQuotes,
  { memory, readings }: { readonly memory: Memory; readonly readings: readonly Page[] },
): ReturnType<FindQuotes> =>
  memory(
    `quotes of ${term.id}`,
    () => [term, ...readings],
    () => find(term),
  );

/** The entries that are named as a body is: what its page, and those of its people, depend on. */
function namesOfBodies(terms: readonly Term[], readings: readonly Page[], memory: Memory): string {
  const bodies = memory(
    'bodies',
    () => readings,
    () => new Set(whoPages(readings, []).map(({ path }) => path)),
  );
  const isOfBody = (name: string): boolean => bodies.has(bodyPath(name) ?? '');
  return JSON.stringify(terms.map(term => [term.id, term.term, ...allNames(term).filter(isOfBody)]));
}

function textPageOf({ made, card, body }: Written<Source>, binding: Linking): Page {
  return binding.memory(
    `page of ${made.file}`,
    () => [card, namedIn(made.name, body, binding)],
    () => textPage(card, body, markdown => spliceLinks(markdown, binding.linking())),
  );
}

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

function entryPages(entries: readonly Written<Term>[], told: Told, binding: Linking): Page[] {
  const { memory, linking } = binding;
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
    const beside = () => [...term.see, ...known.together.map(({ entry }) => entry)].map(id => terms.get(id)?.term);
    return memory(
      path,
      () => [term, JSON.stringify([known, heads, beside()]), namedIn(path, body, binding)],
      () => termPage(term, { ...known, body, minutes, terms, link }),
    );
  });
}

function redirectsOf({ redirects }: Sources, pages: readonly Page[]): ReturnType<typeof readRedirects> {
  const { file, text } = redirects ?? { file: 'docs/redirects.yml', text: '' };
  return readRedirects(
    file,
    text,
    pages.map(({ path }) => path),
  );
}
