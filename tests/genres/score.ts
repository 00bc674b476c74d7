/** Compares what is made of a document with what a person wrote down of it before it was converted. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { convertSeed } from '@tsuzuri/book/load';
import type { SpeechEntry } from '@tsuzuri/convert/5-to-mdast';
import type { Tools } from '@tsuzuri/convert/pipeline';
import { readMarkdown } from '@tsuzuri/core/markdown';
import type { Attendee } from '@tsuzuri/core/minutes';
import { toString as textOf } from 'mdast-util-to-string';
import { parse } from 'yaml';

/** What is left out is not asked. */
interface Expected {
  readonly kind?: string;
  readonly institution?: string;
  readonly date?: string;
  readonly start?: string;
  readonly end?: string;
  readonly venue?: string;
  readonly session?: number;
  readonly body?: string;
  readonly speakers?: readonly string[];
  /** `2 1. 開会`: depth and words. */
  readonly headings?: readonly string[];
  /** Stand whole in one block of the page. */
  readonly sentences?: readonly string[];
  /** Stand in no block. */
  readonly absent?: readonly string[];
  /** Belong to no speech. */
  readonly outside?: readonly string[];
  readonly attendees?: readonly string[];
  /** What the scan has wrong and a rule mends, as the scorer says it: `bar-in-kanji: ー → 一` */
  readonly edits?: readonly string[];
  /** What is not right yet, as the scorer says it: `sentences: missing …` */
  readonly fails?: readonly string[];
}

/** Of one question about a document: how many answers there are, and those that differ. */
interface Score {
  readonly of: number;
  readonly missing: readonly string[];
  /** Given, and not so. */
  readonly wrong: readonly string[];
}

export const QUESTIONS = ['speakers', 'words', 'facts', 'headings', 'sentences', 'attendees', 'edits'] as const;
type Question = (typeof QUESTIONS)[number];
type Scores = Readonly<Record<Question, Score>>;

/** Rules that change no character: white space, width, form, what is between two pages. */
const LAYOUT = [
  'join',
  'running-head',
  'converter-mark',
  'space-wrap',
  'space-latin',
  'letter-spacing',
  'full-width-letter',
  'half-width-kana',
  'radical',
  'voicing-mark',
];

/** Another set of documents of the same form, one that nobody has seen yet say. */
const FOLDER = process.env.TSUZURI_GENRES ?? 'tests/genres';
export const GENRES: readonly string[] = readdirSync(FOLDER)
  .filter(name => name.endsWith('.txt'))
  .map(name => name.slice(0, -'.txt'.length));

export const expectedOf = (name: string): Expected => parse(readFileSync(join(FOLDER, `${name}.expected.yml`), 'utf8'));

/** What differs from the expectation, a line each: `speakers: missing 議長`. */
export const differencesOf = (scores: Scores): string[] =>
  QUESTIONS.flatMap(question => [
    ...scores[question].missing.map(it => `${question}: missing ${it}`),
    ...scores[question].wrong.map(it => `${question}: wrong ${it}`),
  ]);

/** Of any width, with a space beside Latin words and figures or without: what is done to these is asked of other tests. */
const folded = (text: string): string => text.normalize('NFKC').replace(BESIDE_LATIN, '');
const BESIDE_LATIN =
  /(?<=[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]) (?=[A-Za-z0-9])|(?<=[A-Za-z0-9]) (?=[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}])/gu;

const byFolded = (left: string, right: string): number => (folded(left) < folded(right) ? -1 : 1);

/** Innermost blocks: in a list each entry is one. */
function blocksOf(node: { type: string; children?: unknown[] }): string[] {
  const children = (node.children ?? []) as { type: string; children?: unknown[] }[];
  const isInner = !children.some(child => BLOCKS.has(child.type));
  return isInner ? [textOf(node)] : children.flatMap(blocksOf);
}
const BLOCKS = new Set(['paragraph', 'heading', 'list', 'listItem', 'table', 'tableRow', 'tableCell', 'blockquote']);

export async function scoreGenre(name: string, tools: Tools): Promise<Scores> {
  const expected = expectedOf(name);
  const { file, minutes, ledger } = await convertSeed(join(FOLDER, `${name}.txt`), tools);
  const matter = parse(/^---\n([\s\S]*?)\n---/.exec(String(file))?.[1] ?? '') as Record<string, unknown>;
  const { children } = readMarkdown(String(file));
  const speeches = ((matter.speeches ?? []) as readonly SpeechEntry[]).filter(({ label }) => label !== undefined);
  const spoken = new Set(speeches.map(({ id }) => id));
  const headings = children.flatMap(node =>
    node.type === 'heading' && node.depth > 1 && !spoken.has(node.data?.id ?? '')
      ? [`${node.depth} ${textOf(node)}`]
      : [],
  );
  const below = children.filter(node => node.type !== 'heading' || node.depth > 1);
  const blocks = below.flatMap(blocksOf);
  // A stage direction between two paragraphs is said by nobody.
  const inSpeeches = minutes.children.flatMap(block =>
    block.type === 'speech' ? JSON.stringify(block.children.filter(({ type }) => type !== 'direction')) : [],
  );
  const stands = (sentence: string) => blocks.some(block => folded(block).includes(folded(sentence)));
  const { sentences = [], absent = [], outside = [] } = expected;
  return {
    speakers: inOrder(
      expected.speakers,
      speeches.map(({ label }) => label ?? ''),
    ),
    words: {
      of: outside.length,
      missing: [],
      wrong: outside.filter(words => inSpeeches.some(it => folded(it).includes(folded(words)))),
    },
    facts: factsOf(expected, { ...matter, parent: minutes.meeting.parent }),
    headings: inOrder(expected.headings, headings),
    sentences: {
      of: sentences.length + absent.length,
      missing: sentences.filter(sentence => !stands(sentence)),
      wrong: absent.filter(words => blocks.some(block => block.includes(words))),
    },
    // Two columns may be read either way.
    attendees: inOrder(
      expected.attendees?.toSorted(byFolded),
      // Posts without a name are no persons; some expectations have them.
      minutes.meeting.attendees
        .filter(
          ({ name, role = '' }) => name !== undefined || expected.attendees?.some(it => folded(it) === folded(role)),
        )
        .map(person => calledIn(expected.attendees, person))
        .toSorted(byFolded),
    ),
    edits: {
      of: 0,
      missing: [],
      wrong: ledger.edits
        .filter(({ rule }) => !LAYOUT.includes(rule))
        .map(({ del, ins, rule }) => `${rule}: ${del} → ${ins}`)
        .filter(edit => !expected.edits?.includes(edit)),
    },
  };
}

/**
 * A family name alone is written with what its bearer is, or without: `柏倉座長`. Of characters that stand equally far apart
 * an expectation without a space says no border: `山添吉文`.
 */
function calledIn(expected: readonly string[] = [], { name = '', role = '', family }: Attendee): string {
  const unparted = name.replaceAll(' ', '');
  if (expected.includes(unparted)) return unparted;
  return family && expected.includes(name + role) ? name + role : name || role;
}

const FACTS = ['date', 'start', 'end', 'venue', 'session', 'body'] as const;

function factsOf(expected: Expected, matter: Readonly<Record<string, unknown>>): Score {
  const asked = FACTS.filter(key => expected[key] !== undefined);
  // `海洋利用審議会　沿岸域管理部会`: the council above it has a key of its own.
  const isBodyOf = (key: string): boolean =>
    key === 'body' && folded(`${matter.parent ?? ''}${matter.body}`) === folded(String(expected.body));
  const differ = asked.filter(key => folded(String(matter[key])) !== folded(String(expected[key])) && !isBodyOf(key));
  return {
    of: asked.length,
    missing: differ.filter(key => matter[key] === undefined).map(key => `${key} ${expected[key]}`),
    wrong: differ.filter(key => matter[key] !== undefined).map(key => `${key} ${expected[key]}: ${matter[key]}`),
  };
}

/** By the longest sequence that both have. */
function inOrder(expected: readonly string[] | undefined, found: readonly string[]): Score {
  if (expected === undefined) return { of: 0, missing: [], wrong: [] };
  const lengths = Array.from({ length: expected.length + 1 }, () => new Array<number>(found.length + 1).fill(0));
  const same = (i: number, j: number): boolean => folded(expected[i] ?? '') === folded(found[j] ?? '');
  const at = (i: number, j: number): number => lengths[i]?.[j] ?? 0;
  for (let i = expected.length - 1; i >= 0; i--)
    for (let j = found.length - 1; j >= 0; j--)
      (lengths[i] as number[])[j] = same(i, j) ? 1 + at(i + 1, j + 1) : Math.max(at(i + 1, j), at(i, j + 1));
  const missing: string[] = [];
  const wrong: string[] = [];
  let [i, j] = [0, 0];
  while (i < expected.length || j < found.length) {
    if (i < expected.length && j < found.length && same(i, j)) [i, j] = [i + 1, j + 1];
    else if (j >= found.length || (i < expected.length && at(i + 1, j) >= at(i, j + 1)))
      missing.push(expected[i++] as string);
    else wrong.push(found[j++] as string);
  }
  return { of: expected.length, missing, wrong };
}
