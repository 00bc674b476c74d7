/** Builds the book of a project: read → convert → link → relate → pages. */

import type { Rule } from '@tsuzuri/convert/4-correct/rules';
import type { Analyzer } from '@tsuzuri/convert/morphology';
import type { Converted } from '@tsuzuri/convert/pipeline';
import type { Mention, Page } from '@tsuzuri/core/book';
import type { Term } from '@tsuzuri/core/card';
import type { VFileMessage } from 'vfile-message';
import { type Cache, noCache } from './cache.ts';
import { withEditions } from './editions.ts';
import { linkDocument, linkOptions } from './links.ts';
import { loadRules, loadScans, loadTerms, loadTexts, type ParsedCard, projectLists } from './load.ts';
import type { Relations } from './pages/page.ts';
import { makePages } from './pages/page-kinds.ts';
import type { Project } from './project.ts';
import { commonForms, type Redirect, readRedirects } from './redirects.ts';
import { relate } from './relate.ts';
import { readSources, type Sources } from './sources.ts';

export interface Book {
  /** The project that the book was made of. */
  readonly project: Project;
  readonly pages: readonly Page[];
  readonly terms: readonly Term[];
  readonly rules: readonly Rule[];
  /** What people wrote: entries, rules, pages. */
  readonly cards: readonly ParsedCard<unknown>[];
  /** By name of the scan: `2012-11-01-isc-31`. */
  readonly converted: ReadonlyMap<string, Converted>;
  /** Pictures of the pages of originals, by name of the scan. */
  readonly images: Sources['images'];
  /** By id of the entry. */
  readonly mentions: ReadonlyMap<string, readonly Mention[]>;
  /** What people and bodies are found by, may be a guess; by `Page.path`. */
  readonly kana: Relations['kana'];
  /** Other addresses of pages. */
  readonly redirects: readonly Redirect[];
  /** What must be mended before the book can be published: cards that do not load, quotes that stand nowhere. */
  readonly errors: readonly VFileMessage[];
  /** What a person should know, and what stops nothing: files that are not read. */
  readonly warnings: readonly VFileMessage[];
}

export interface BuildOptions {
  /** Read unless given. */
  readonly sources?: Sources;
  /** Called with the name of each scan that is converted. */
  readonly progress?: (name: string) => void;
  /** With one, only what has changed since the last time is made again. */
  readonly cache?: Cache;
}

export async function buildBook(project: Project, analyzer: Analyzer, options: BuildOptions = {}): Promise<Book> {
  const { sources = readSources(project), progress = () => {}, cache = noCache } = options;
  const loadErrors: VFileMessage[] = [];
  const loading = { analyzer, cache, onError: (error: VFileMessage): void => void loadErrors.push(error) };
  const rules = loadRules(sources.rules, loading);
  const cards = { terms: loadTerms(sources.terms, loading), rules, texts: loadTexts(sources.texts, loading) };
  const terms = cards.terms.map(({ made }) => made);
  const tools = {
    ...loading,
    ...projectLists(project),
    progress,
    folder: 'seeds',
    rules: rules.map(({ made }) => made),
  };
  const scans = loadScans(project.root, sources, tools);
  const { converted, errors: editionErrors } = withEditions(scans, sources, cache);
  const links = linkOptions(project, terms, cache);
  const documents = [...converted].map(document => linkDocument(document, tools, links));
  const relations = relate(project, { sources, cards, converted, documents, links, analyzer });
  const { pages, errors: pageErrors } = makePages(project, relations);
  const { redirects, errors: redirectErrors } = redirectsOf(sources, pages);
  const citationErrors = terms.flatMap(({ id }) => relations.citations.get(id)?.errors ?? []);
  return {
    project,
    pages,
    terms,
    rules: tools.rules,
    cards: [...cards.terms, ...rules, ...cards.texts],
    converted,
    images: sources.images,
    mentions: relations.mentions,
    kana: relations.kana,
    redirects,
    errors: [...sources.errors, ...loadErrors, ...editionErrors, ...citationErrors, ...redirectErrors, ...pageErrors],
    warnings: sources.unread,
  };
}

function redirectsOf({ redirects }: Sources, pages: readonly Page[]): ReturnType<typeof readRedirects> {
  const { file, text } = redirects ?? { file: 'docs/redirects.yml', text: '' };
  const { redirects: moved, errors } = readRedirects(
    file,
    text,
    pages.map(({ path }) => path),
  );
  return { redirects: [...moved, ...commonForms(pages, moved)], errors };
}
