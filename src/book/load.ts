/** Loads cards and scans of a project; a broken one is reported and skipped. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readScan, sha256 } from '@tsuzuri/convert/1-decode';
import { NOTHING_KNOWN, parseKnown, readKnown } from '@tsuzuri/convert/4-correct/corrections';
import { type Rule, readRule, SHIPPED_RULES } from '@tsuzuri/convert/4-correct/rules';
import type { Analyzer } from '@tsuzuri/convert/morphology';
import { arrangeStages, type Converted, convert, type Tools, toTree } from '@tsuzuri/convert/pipeline';
import { type Card, readCard, readTerm, type Term } from '@tsuzuri/core/card';
import { parseUntrustedMarkdown } from '@tsuzuri/core/markdown';
import { throwAll } from '@tsuzuri/core/messages';
import { lazy, type Outcome, readSafely } from '@tsuzuri/core/read-safely';
import type { Root } from 'mdast';
import type { VFileMessage } from 'vfile-message';
import { type Cache, noCache } from './cache.ts';
import { withNotes } from './pages/notes.ts';
import { isProject, type Project, placeOf } from './project.ts';
import { cardsIn, projectFormats, ruleSources, type Source, type Sources, scanError } from './sources.ts';

/** A card, what it stands for, and its body as a tree in which HTML is text. */
export interface ParsedCard<T> {
  readonly card: Card;
  readonly made: T;
  /** @throws VFileMessage where it cannot be parsed */
  readonly body: () => Root;
}

export interface Loading {
  readonly analyzer: Analyzer;
  readonly cache: Cache;
  readonly onError: (error: VFileMessage) => void;
}

export const loadRules = (sources: readonly Source[], loading: Loading): ParsedCard<Rule>[] =>
  loadEach(sources, loading, ({ file, text }) => {
    const made = readRule(file, text, loading.analyzer);
    return parsedCard(made, made.card);
  });

export const loadTerms = (sources: readonly Source[], loading: Loading): ParsedCard<Term>[] =>
  loadEach(sources, loading, ({ file, text }) => {
    const made = readTerm(file, text);
    const { card, body } = parsedCard(made, made.card);
    return { made, card, body: lazy(file, () => withNotes(body(), made.sources)) };
  });

export const loadTexts = (sources: readonly Source[], loading: Loading): ParsedCard<Source>[] =>
  loadEach(sources, loading, source => {
    const card = readCard(source.file, source.text);
    return parsedCard(source, card);
  });

const parsedCard = <T>(made: T, card: Card): ParsedCard<T> => ({
  made,
  card,
  body: lazy(card.file, () => parseUntrustedMarkdown(card.body)),
});

function loadEach<T>(sources: readonly Source[], { cache, onError }: Loading, read: (source: Source) => T): T[] {
  return sources.flatMap(source => {
    const outcome = cache(
      source.file,
      () => [source.text],
      () => readSafely(source.file, () => read(source)),
    );
    for (const error of outcome.errors) onError(error);
    return outcome.read;
  });
}

/** What scans are converted with. */
interface Converting extends Tools, Loading {
  /** Called with the name of each scan. */
  readonly progress: (name: string) => void;
}

/** Scans by name, each up to where it would be linked. */
export function loadScans(root: string, sources: Sources, converting: Converting): Map<string, Converted> {
  const { scans, known } = sources;
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
  /** Its path from the root, by which it is reported. */
  readonly file: string;
  /** What a person knows of it. */
  readonly known: Source | undefined;
}

interface SeedFile extends Pick<Seed, 'file' | 'known'> {
  readonly path: string;
}

function loadScan({ root, name, file, known }: Seed, { cache, onError, progress, ...tools }: Converting): Converted[] {
  const error = scanError(root, file);
  if (error) {
    onError(error);
    return [];
  }
  const path = join(root, file);
  const outcome = cache(
    `converted ${name}`,
    () => [
      file,
      sha256(readFileSync(path)),
      known?.text,
      ...tools.rules,
      ...(tools.stages ?? []),
      ...(tools.formats ?? []),
    ],
    () => {
      progress(name);
      return convertWith({ path, file, known }, tools);
    },
  );
  for (const wrong of outcome.errors) onError(wrong);
  return [...outcome.read];
}

/** Without the corrections where one does not fit, without the rules where one does not end: what is left can be looked at. */
function convertWith({ path, file, known }: SeedFile, tools: Tools): Outcome<Converted> {
  // What it is called is its path in the folder of all scans: two of `a.txt` may stand in two folders.
  const called = file.replace(/^seeds\//, '');
  const scanned = readSafely(file, () => ({ ...readScan(path, file, tools.formats), file: called }));
  const [scan] = scanned.read;
  if (!scan) return { read: [], errors: scanned.errors };
  const changes = known ? readSafely(known.file, () => parseKnown(known, scan)) : { read: [], errors: [] };
  const convertBy = (rules: Tools['rules']) => toTree(scan, changes.read[0] ?? NOTHING_KNOWN, { ...tools, rules });
  const converted = readSafely(file, () => convertBy(tools.rules), 2 ** 31 - 1); // a scan may be of any length
  const read = converted.read.length > 0 ? converted.read : readSafely(file, () => convertBy([])).read;
  return { read, errors: [...changes.errors, ...converted.errors] };
}

/** One scan of any folder, with what a person knows of it. */
export async function convertSeed(path: string, tools: Tools): Promise<Converted> {
  const scan = readScan(path, path, tools.formats);
  return convert(scan, readKnown(path, scan), tools);
}

/** The stages and formats of a project, ours among them. @throws VFileMessage where one of its own cannot be used */
export const projectLists = (project: Project): Required<Pick<Tools, 'stages' | 'formats'>> => ({
  stages: arrangeStages(project.config.stages ?? [], word => placeOf(project, word)),
  formats: projectFormats(project),
});

/**
 * What a scan is converted with in a folder, whichever command does it: the rules, stages and formats of the project there;
 * the rules of tsuzuri alone where it is no project.
 * @throws VFileMessage with everything that is wrong in the rules
 */
export function toolsIn(project: Project, analyzer: Analyzer): Tools {
  const errors: VFileMessage[] = [];
  const onError = (error: VFileMessage): void => void errors.push(error);
  const sources = isProject(project.root) ? ruleSources(project, onError) : cardsIn(SHIPPED_RULES);
  const rules = loadRules(sources, { analyzer, cache: noCache, onError }).map(({ made }) => made);
  throwAll(errors);
  return { analyzer, rules, ...projectLists(project) };
}

/** Rule cards of a folder; those marked `built-in` only explain what the program does. */
export const readRules = (folder: string, analyzer: Analyzer): Rule[] =>
  cardsIn(folder).map(({ file, text }) => readRule(file, text, analyzer));

export const readTerms = (folder: string): Term[] => cardsIn(folder).map(({ file, text }) => readTerm(file, text));
