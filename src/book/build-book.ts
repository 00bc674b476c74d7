/** Binds the book of a project folder: every page, linked, with its ledger. */

import type { Rule } from '@tsuzuri/convert/4-correct/rules';
import type { Analyzer } from '@tsuzuri/convert/morphology';
import { type Converted, type Tools, toMarkdown } from '@tsuzuri/convert/pipeline';
import type { Mention, Page } from '@tsuzuri/core/book';
import type { Term } from '@tsuzuri/core/card';
import { groupBy } from '@tsuzuri/core/collections';
import { parsePage } from '@tsuzuri/core/markdown';
import { allNames } from '@tsuzuri/core/term-names';
import { bodyPath } from '@tsuzuri/core/urls';
import { findMentions } from '@tsuzuri/link/mentions';
import { linkTree } from '@tsuzuri/link/remark-glossary';
import { linkSource } from '@tsuzuri/link/source-links';
import type { Root } from 'mdast';
import type { VFileMessage } from 'vfile-message';
import { type Cache, noCache } from './cache.ts';
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
  projectTools,
  type Written,
} from './load.ts';
import { indexPages, rulePage, termPage, textPage, whoPages } from './pages/index.ts';
import type { Use } from './pages/rule.ts';
import type { Project } from './project.ts';
import { type Redirect, readRedirects } from './redirects.ts';
import { usesOf } from './rule-usage.ts';
import { readSources, type Source, type Sources } from './sources.ts';

export interface Book {
  /** The project that the book was made of. */
  readonly project: Project;
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

export interface BuildOptions {
  /** Read unless given. */
  readonly sources?: Sources;
  /** Is told the name of each scan that is converted. */
  readonly progress?: (name: string) => void;
  /** With one, only what has changed since the last time is made anew. */
  readonly cache?: Cache;
}

export async function buildBook(project: Project, analyzer: Analyzer, options: BuildOptions = {}): Promise<Book> {
  const { root } = project;
  const { sources = readSources(project), progress = () => {}, cache = noCache } = options;
  const faults: VFileMessage[] = [...sources.faults];
  const loading = { analyzer, cache, onFault: (fault: VFileMessage): void => void faults.push(fault) };
  const rules = loadRules(sources.rules, loading);
  const entries = loadTerms(sources.terms, loading);
  const texts = loadTexts(sources.texts, loading);
  const terms = entries.map(({ made }) => made);
  const tools = {
    ...loading,
    ...projectTools(project),
    progress,
    folder: 'seeds',
    rules: rules.map(({ made }) => made),
  };
  const converted = loadScans(root, sources, tools);
  const binding = projectLinking(project, terms, cache);
  const documents = [...converted].map(([name, page]) => documentOf([name, page], tools, binding));
  const minutes = documents.map(({ page }) => page);
  const readings = documents.map(({ reading }) => reading);
  const mentions = groupBy(
    documents.flatMap(document => document.mentions),
    mention => mention.entry,
  );
  const find = quotesIn(
    readings,
    [...sources.scans.keys()].filter(name => !converted.has(name)),
  );
  const quotes = new Map(terms.map(term => [term.id, quotesOf(term, find, { cache, readings })]));
  const uses = cache(
    'uses',
    () => readings,
    () => usesOf(readings, converted),
  );
  const made = [
    ...texts.map(text => textPageOf(text, binding)),
    ...minutes,
    ...entryPages(entries, { minutes, mentions, quotes }, binding),
    ...rules.map(rule => rulePageOf(rule, uses, cache)),
    ...cache(
      'who',
      () => [...readings, namesOfBodies(terms, readings, cache)],
      () => whoPages(readings, terms),
    ),
  ];
  const pages = [...made, ...indexPages(made, { terms, mentions, converted, uses })];
  const { redirects, faults: astray } = redirectsOf(sources, pages);
  const misquoted = terms.flatMap(({ id }) => quotes.get(id)?.faults ?? []);
  const written = [...entries, ...rules, ...texts];
  return {
    project,
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

function documentOf([name, converted]: [string, Converted], tools: Tools, binding: Linking): Document {
  const { cache, names, keys, linking } = binding;
  const path = `minutes/${name}`;
  const link = () => parsePage(path, toMarkdown(converted, { ...tools, glossary: linking }));
  const first = cache(
    `${path} at first`,
    () => [converted],
    () => ({ reading: link(), names }),
  );
  const { date } = first.reading.matter;
  const mentions = cache(
    `mentions in ${path}`,
    () => [first, names],
    () => findMentions(first.reading, linking(date === undefined ? undefined : String(date))),
  );
  const page = cache(
    path,
    () => [first, dependsOn(mentions, keys)],
    () => (first.names === names ? first.reading : link()),
  );
  return { page, reading: first.reading, mentions };
}

const quotesOf = (
  term: Term,
  find: FindQuotes,
  { cache, readings }: { readonly cache: Cache; readonly readings: readonly Page[] },
): ReturnType<FindQuotes> =>
  cache(
    `quotes of ${term.id}`,
    () => [term, ...readings],
    () => find(term),
  );

/** The entries that are named as a body is: what its page, and those of its people, depend on. */
function namesOfBodies(terms: readonly Term[], readings: readonly Page[], cache: Cache): string {
  const bodies = cache(
    'bodies',
    () => readings,
    () => new Set(whoPages(readings, []).map(({ path }) => path)),
  );
  const isOfBody = (name: string): boolean => bodies.has(bodyPath(name) ?? '');
  return JSON.stringify(terms.map(term => [term.id, term.term, ...allNames(term).filter(isOfBody)]));
}

function textPageOf({ made, card, body }: Written<Source>, binding: Linking): Page {
  return binding.cache(
    `page of ${made.file}`,
    () => [card, namedIn(made.name, body, binding)],
    () => textPage(card, body, markdown => linkSource(markdown, binding.linking())),
  );
}

const rulePageOf = ({ made, body }: Written<Rule>, uses: ReadonlyMap<string, readonly Use[]>, cache: Cache): Page =>
  cache(
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
  const { cache, linking } = binding;
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
    return cache(
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
