/** Reads cards and scans of a project; what is wrong with one is told, the others are read all the same. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Root } from 'mdast';
import type { VFileMessage } from 'vfile-message';
import { readScan, sha256 } from './1-read/index.ts';
import { changesOf, readKnown } from './1-read/known.ts';
import { cardsIn, type Source, type Sources, scanFault } from './1-read/sources.ts';
import { type Rule, readRule } from './4-correct/rules.ts';
import { attempt, lazily, type Outcome } from './attempt.ts';
import { type Card, readCard, readTerm, type Term } from './card.ts';
import { complaint } from './complaint.ts';
import { inertBody } from './inert.ts';
import type { Memory } from './memory.ts';
import { type Converted, convert, lift, type Tools } from './pipeline.ts';
import type { Words } from './words.ts';

/** A card, what it stands for, and its body as a tree in which HTML is text; who asks for that may hear a complaint. */
export interface Written<T> {
  readonly card: Card;
  readonly made: T;
  readonly body: () => Root;
}

export interface Loading {
  readonly words: Words;
  readonly memory: Memory;
  readonly onFault: (fault: VFileMessage) => void;
}

export const loadRules = (sources: readonly Source[], loading: Loading): Written<Rule>[] =>
  loadEach(sources, loading, ({ file, text }) => {
    const made = readRule(file, text, loading.words);
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
  body: lazily(card.file, () => inertBody(card.body)),
});

function loadEach<T>(sources: readonly Source[], { memory, onFault }: Loading, read: (source: Source) => T): T[] {
  return sources.flatMap(source => {
    const outcome = memory(
      source.file,
      () => [source.text],
      () => attempt(source.file, () => read(source)),
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
    if (!scans.includes(name))
      converting.onFault(
        complaint(file, undefined, 'この名前の原文がありません', `seeds/${name}.txt を確かめてください`),
      );
  return new Map(
    scans.flatMap(name => {
      const beside = known.find(file => file.name === name);
      return loadScan({ root, name, known: beside }, converting).map(converted => [name, converted] as const);
    }),
  );
}

interface Seed {
  readonly root: string;
  readonly name: string;
  /** What a person knows of it. */
  readonly known: Source | undefined;
}

interface SeedFile extends Pick<Seed, 'known'> {
  readonly path: string;
  /** Its path from the root, by which it is told of. */
  readonly file: string;
}

function loadScan({ root, name, known }: Seed, { memory, onFault, progress, ...tools }: Converting): Converted[] {
  const fault = scanFault(root, name);
  if (fault) {
    onFault(fault);
    return [];
  }
  const file = `seeds/${name}.txt`;
  const path = join(root, file);
  const outcome = memory(
    `converted ${name}`,
    () => [sha256(readFileSync(path)), known?.text, ...tools.rules],
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
  const scanned = attempt(file, () => readScan(path, file));
  const [scan] = scanned.read;
  if (!scan) return { read: [], faults: scanned.faults };
  const changes = known ? attempt(known.file, () => changesOf(known, scan)) : { read: [], faults: [] };
  const liftWith = (rules: Tools['rules']) => lift(scan, changes.read[0] ?? [], { ...tools, rules });
  const lifted = attempt(file, () => liftWith(tools.rules), 2 ** 31 - 1); // a scan may be of any length
  const read = lifted.read.length > 0 ? lifted.read : attempt(file, () => liftWith([])).read;
  return { read, faults: [...changes.faults, ...lifted.faults] };
}

/** One scan of any folder, with what a person knows of it. */
export async function convertSeed(path: string, tools: Tools): Promise<Converted> {
  const scan = readScan(path);
  return convert(scan, readKnown(path, scan), tools);
}

/** Rule cards of a folder; those marked `built-in` only explain what the program does. */
export const readRules = (folder: string, words: Words): Rule[] =>
  cardsIn(folder).map(({ file, text }) => readRule(file, text, words));

export const readTerms = (folder: string): Term[] => cardsIn(folder).map(({ file, text }) => readTerm(file, text));
