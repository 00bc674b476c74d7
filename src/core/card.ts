/** Reads a card: a Markdown page that is at once a term or rule, its reason and its test. */
import type { VFileMessage } from 'vfile-message';
import { compare } from './front-matter.ts';
import { type FrontMatter, splitFrontMatter } from './markdown.ts';
import { errorAt, throwAll } from './messages.ts';
import { type SchemaKind, validate } from './schema.ts';
import { say } from './wording.ts';
import { readYaml } from './yaml.ts';

export interface Card {
  readonly file: string;
  /** File name without suffix. */
  readonly id: string;
  readonly data: Readonly<Record<string, unknown>>;
  readonly body: string;
  /** Line on which the body begins, counted from 1. */
  readonly bodyLine: number;
  /** Tells where a key stands (1 = first line of the file). */
  readonly line: (...path: readonly (string | number)[]) => number;
  /** What a person should look at in the front matter, which can be used all the same. */
  readonly notes: readonly VFileMessage[];
}

/** Bytes of a card; no page is written that long. */
const LIMIT = 100_000;

/**
 * Splits a card into front matter and body.
 * @param kind of a term or rule, whose front matter must be as its schema wants it; that of a text is as VitePress reads it
 * @throws VFileMessage when the front matter is missing, is not closed, is not a YAML mapping, or not as it must be: the
 *   first of its errors, with the others (`errorsOf`)
 */
export function readCard(file: string, source: string, kind?: Extract<SchemaKind, 'term' | 'rule'>): Card {
  const { yaml, body, bodyLine } = splitCard(file, source);
  const read = readYaml(file, yaml, { firstLine: 2, values: kind === undefined ? 'typed' : 'text' });
  const { data } = read;
  if (data === null || typeof data !== 'object' || Array.isArray(data)) throw errorAt(file, 2, ...say('core.noPairs'));
  const { errors, notes } = kind === undefined ? { errors: [], notes: [] } : validate(kind, read);
  throwAll(errors, notes);
  return {
    file,
    id: file.replace(/^.*[\\/]/, '').replace(/\.md$/, ''),
    data: data as Record<string, unknown>,
    body,
    bodyLine,
    line: read.line,
    notes,
  };
}

/** @throws VFileMessage where there is no front matter */
export function splitCard(file: string, source: string): FrontMatter {
  if (Buffer.byteLength(source) > LIMIT) throw errorAt(file, undefined, ...say('core.tooLarge', { limit: LIMIT }));
  const split = splitFrontMatter(source.replace(/^\uFEFF/, ''));
  if (split === 'none') throw errorAt(file, 1, ...say('core.noFrontMatter'));
  if (split === 'open') throw errorAt(file, 1, ...say('core.openFrontMatter'));
  return split;
}

/** In the order in which lists have them; what they are called stands in `labels.ts`. */
export const CATEGORIES = [
  'organisation',
  'programme',
  'exercise',
  'system',
  'law',
  'document',
  'technology',
  'concept',
  'event',
] as const;
export type Category = (typeof CATEGORIES)[number];

/** A name that held for a time; dates are ISO days, both ends included, an absent end is open. */
export interface DatedName {
  readonly name: string;
  readonly expansion?: string;
  readonly from?: string;
  readonly until?: string;
}

/** By first days; a name without one before all others. */
export const byStart = (a: DatedName, b: DatedName): number => compare(a.from ?? '', b.from ?? '');

/** `[^nco]` in the text of an entry: a note that leads to the source with this id. */
export const NOTE_MARK = /\[\^([^\]\s[]+)\]/g;

/** Words of the minutes, by which a statement can be checked. */
export interface Quoted {
  /** `[^id]` in the text of the card is a note that leads here. */
  readonly id?: string;
  /** Name of a document: `2021-09-27-cs-hq-31` */
  readonly page: string;
  readonly quote: string;
}

/** A page of the web that somebody has read. */
export interface WebSource {
  readonly id?: string;
  readonly url: string;
  readonly title: string;
  readonly publisher: string;
  /** ISO day on which it was read. */
  readonly accessed: string;
}

export type TermSource = Quoted | WebSource;

export const isWebSource = (source: TermSource): source is WebSource => 'url' in source;

/** A glossary entry. */
export interface Term {
  readonly id: string;
  readonly file: string;
  readonly term: string;
  readonly reading?: string;
  readonly category?: Category;
  readonly expansion?: string;
  /** Of the expansions, where that is not English: `fr`, as BCP 47 has it. */
  readonly language?: string;
  readonly aliases: readonly string[];
  /** Longer strings in which no mention is ever found: 内閣官房長官. */
  readonly not: readonly string[];
  /** Words of which one must stand in the block, or in the heading above it. */
  readonly near?: readonly string[];
  /** Words that must not. */
  readonly 'not-near'?: readonly string[];
  readonly names: readonly DatedName[];
  readonly see: readonly string[];
  /** What it is one of in a row: 行動計画. Entries of one series stand on a line of time. */
  readonly series?: string;
  readonly sources: readonly TermSource[];
  /** `general`: the front matter has general knowledge that is not found in the scans. */
  readonly known?: 'general';
  /** What the first link in a section says: the name of the time with its expansion (`long`, the default), or without. */
  readonly first?: 'long' | 'short';
  /** Whether IT and it are two words; absent: they are where the word has capitals alone. */
  readonly case?: 'exact' | 'any';
  /** `false`: no plural and no other hyphen of an English name is a mention. */
  readonly inflect?: boolean;
  readonly body: string;
  readonly bodyLine: number;
  readonly card: Card;
}

/**
 * Reads a glossary card. Only `term` is required.
 * @throws VFileMessage with file, line and remedy when a key has the wrong shape
 */
export function readTerm(file: string, source: string): Term {
  const card = readCard(file, source, 'term');
  const { id, body, bodyLine } = card;
  const { aliases = [], not = [], names = [], see = [], sources = [], ...others } = card.data as TermMatter;
  return { ...others, id, file, aliases, not, names, see, sources, body, bodyLine, card };
}

/** The front matter of a term, as docs/schemas/term.json wants it. */
type TermMatter = Pick<Term, 'term'> & Partial<Omit<Term, 'term'>>;
