/** Reads cards and scans of a project; what is wrong with one is told, the others are read all the same. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readScan, sha256 } from '@tsuzuri/convert/1-decode';
import { parseCorrections, readCorrections } from '@tsuzuri/convert/4-correct/corrections';
import { type Rule, readRule } from '@tsuzuri/convert/4-correct/rules';
import type { Analyzer } from '@tsuzuri/convert/morphology';
import { arrangeStages, type Converted, convert, type Tools, toTree } from '@tsuzuri/convert/pipeline';
import type { Mention } from '@tsuzuri/core/book';
import { type Card, readCard, readTerm, type Term } from '@tsuzuri/core/card';
import { optional } from '@tsuzuri/core/collections';
import { parseUntrusted } from '@tsuzuri/core/markdown';
import { errorAt } from '@tsuzuri/core/messages';
import { lazy, type Outcome, readSafely } from '@tsuzuri/core/read-safely';
import { entryAddress } from '@tsuzuri/core/urls';
import { createMatcher, type Matcher } from '@tsuzuri/link/matcher';
import { findMentions } from '@tsuzuri/link/mentions';
import type { GlossaryLinkOptions } from '@tsuzuri/link/remark-glossary';
import type { Root } from 'mdast';
import type { VFileMessage } from 'vfile-message';
import type { Cache } from './cache.ts';
import { configList, type Project, placeOf } from './project.ts';
import { cardsIn, projectFormats, type Source, type Sources, scanFault } from './sources.ts';

/** A card, what it stands for, and its body as a tree in which HTML is text; who asks for that may hear a errorAt. */
export interface Written<T> {
  readonly card: Card;
  readonly made: T;
  readonly body: () => Root;
}

export interface Loading {
  readonly analyzer: Analyzer;
  readonly cache: Cache;
  readonly onFault: (fault: VFileMessage) => void;
}

export const loadRules = (sources: readonly Source[], loading: Loading): Written<Rule>[] =>
  loadEach(sources, loading, ({ file, text }) => {
    const made = readRule(file, text, loading.analyzer);
    return written(made, made.card);
  });

export const loadTerms = (sources: readonly Source[], loading: Loading): Written<Term>[] =>
  loadEach(sources, loading, ({ file, text }) => {
    const made = readTerm(file, text);
    return written(made, made.card);
  });

export const loadTexts = (sources: readonly Source[], loading: Loading): Written<Source>[] =>
  loadEach(sources, loading, source => {
    const card = readCard(source.file, source.text);
    return written(source, card);
  });

const written = <T>(made: T, card: Card): Written<T> => ({
  made,
  card,
  body: lazy(card.file, () => parseUntrusted(card.body)),
});

function loadEach<T>(sources: readonly Source[], { cache, onFault }: Loading, read: (source: Source) => T): T[] {
  return sources.flatMap(source => {
    const outcome = cache(
      source.file,
      () => [source.text],
      () => readSafely(source.file, () => read(source)),
    );
    for (const fault of outcome.faults) onFault(fault);
    return outcome.read;
  });
}

/** What scans are converted with. */
interface Converting extends Tools, Loading {
  /** Is told the name of each scan. */
  readonly progress: (name: string) => void;
}

/** Scans by name, each up to where it would be linked. */
export function loadScans(root: string, sources: Sources, converting: Converting): Map<string, Converted> {
  const { scans, known } = sources;
  for (const { file, name } of known)
    if (!scans.has(name))
      converting.onFault(
        errorAt(file, undefined, 'この名前の原文がありません', `seeds/${name}.txt を確かめてください`),
      );
  return new Map(
    [...scans].flatMap(([name, file]) => {
      const beside = known.find(other => other.name === name);
      return loadScan({ root, name, file, known: beside }, converting).map(converted => [name, converted] as const);
    }),
  );
}

interface Seed {
  readonly root: string;
  readonly name: string;
  /** Its path from the root, by which it is told of. */
  readonly file: string;
  /** What a person knows of it. */
  readonly known: Source | undefined;
}

interface SeedFile extends Pick<Seed, 'file' | 'known'> {
  readonly path: string;
}

function loadScan({ root, name, file, known }: Seed, { cache, onFault, progress, ...tools }: Converting): Converted[] {
  const fault = scanFault(root, file);
  if (fault) {
    onFault(fault);
    return [];
  }
  const path = join(root, file);
  const outcome = cache(
    `converted ${name}`,
    () => [sha256(readFileSync(path)), known?.text, ...tools.rules, ...(tools.stages ?? []), ...(tools.formats ?? [])],
    () => {
      progress(name);
      return convertWith({ path, file, known }, tools);
    },
  );
  for (const wrong of outcome.faults) onFault(wrong);
  return [...outcome.read];
}

/** Without the corrections where one does not fit, without the rules where one does not end: what is left can be looked at. */
function convertWith({ path, file, known }: SeedFile, tools: Tools): Outcome<Converted> {
  const scanned = readSafely(file, () => readScan(path, file, tools.formats));
  const [scan] = scanned.read;
  if (!scan) return { read: [], faults: scanned.faults };
  const changes = known ? readSafely(known.file, () => parseCorrections(known, scan)) : { read: [], faults: [] };
  const convertBy = (rules: Tools['rules']) => toTree(scan, changes.read[0] ?? [], { ...tools, rules });
  const converted = readSafely(file, () => convertBy(tools.rules), 2 ** 31 - 1); // a scan may be of any length
  const read = converted.read.length > 0 ? converted.read : readSafely(file, () => convertBy([])).read;
  return { read, faults: [...changes.faults, ...converted.faults] };
}

/** One scan of any folder, with what a person knows of it. */
export async function convertSeed(path: string, tools: Tools): Promise<Converted> {
  const scan = readScan(path, path, tools.formats);
  return convert(scan, readCorrections(path, scan), tools);
}

/** The stages and formats of a project, ours among them. @throws VFileMessage where one of its own cannot be used */
export function projectTools(project: Project): Required<Pick<Tools, 'stages' | 'formats'>> {
  const stages = configList(project, 'stages', ['name', 'plugin']);
  return { stages: arrangeStages(stages, word => placeOf(project, word)), formats: projectFormats(project) };
}

/** Rule cards of a folder; those marked `built-in` only explain what the program does. */
export const readRules = (folder: string, analyzer: Analyzer): Rule[] =>
  cardsIn(folder).map(({ file, text }) => readRule(file, text, analyzer));

export const readTerms = (folder: string): Term[] => cardsIn(folder).map(({ file, text }) => readTerm(file, text));

// Says how the texts of a project are linked, and what their links depend on.

/** How pages are linked, what may be remembered of them. */
export interface Linking {
  readonly cache: Cache;
  readonly linking: (date?: string) => GlossaryLinkOptions;
  /** All that links depend on, by entry and together; what an entry says of its term is not among it. */
  readonly keys: ReadonlyMap<string, string>;
  readonly names: string;
}

export function projectLinking({ config }: Project, terms: readonly Term[], cache: Cache): Linking {
  const policy = config.links ?? 'first';
  const keys = new Map(terms.map(term => [term.id, namesKey(term)]));
  const names = [policy, ...keys.values()].join('\n');
  const matcher = cache(
    'matcher',
    () => [names],
    () => createMatcher(terms),
  );
  return { cache, names, keys, linking: linkingWith(matcher, policy) };
}

const namesKey = ({ id, term, aliases, not, names, expansion, first, card }: Term): string =>
  JSON.stringify([id, term, aliases, not, names, expansion, first, card.data.case]);

/** All that the links of a text depend on. */
export function dependsOn(mentions: readonly Mention[], keys: Linking['keys']): string {
  return JSON.stringify([mentions, ...new Set(mentions.map(({ entry }) => keys.get(entry)))]);
}

/** All that the links of a hand-written text depend on. */
export const namedIn = (path: string, body: () => Root, { cache, names, keys, linking }: Linking): string =>
  cache(
    `named in ${path}`,
    () => [body, names],
    () => dependsOn(findMentions({ path, tree: body() }, linking()), keys),
  );

/** How the pages of a site are linked: every mention alike, or the first in each section before the others (default). */
type LinkPolicy = 'every' | 'first';

/** In headings too; on a page with a date, to the name that held then: NISC of 2012 opens another body than NISC of 2021. */
export function linkingWith(match: Matcher, policy: LinkPolicy = 'first'): (date?: string) => GlossaryLinkOptions {
  const every = policy === 'every' ? true : 'quiet';
  return date => ({ match, url: entryAddress, every, headings: true, ...optional('date', date) });
}
