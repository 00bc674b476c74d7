/** Finds the structure of a page: repairs lines that the scan cut, then builds the tree. */
import { once } from '@tsuzuri/core/collections';
import { pointAt } from '@tsuzuri/core/messages';
import type { Minutes } from '@tsuzuri/core/minutes';
import { apply, type Change, type Doubt, scanOffset, type Trace } from '@tsuzuri/core/trace';
import type { Analyzer } from '../morphology/index.ts';
import { buildBlocks } from './blocks.ts';
import { withFamilyNames } from './family-names.ts';
import { isRuby } from './headings.ts';
import { joinLines } from './join-lines.ts';
import { type Line, readLines, type Shape, shapesOf } from './lines.ts';
import { readMetadata } from './metadata.ts';
import { type Lexicon, withPartedNames } from './names.ts';
import { notesOn } from './notes.ts';
import { partedByLabels } from './people.ts';
import { closeSpreadLines, closeSpreadWords, findSpaces, findUnclosedBold } from './spaces.ts';
import { isSpeakerLabel, STRAY_LABEL } from './speech.ts';
import type { Switches } from './switches.ts';

/**
 * Closes words and lines that have a space behind each character, moves displaced labels back, joins cut sentences,
 * removes stray white space and bold marks: in this order, each on the text of the one before.
 */
export function repairLines(trace: Trace, analyzer: Analyzer, switches: Switches = {}): Trace {
  const worded = apply(trace, closeSpreadWords(readLines(trace.text)));
  const close = apply(worded, closeSpreadLines(readLines(worded.text)));
  const moved = apply(close, reorder(readLines(close.text)));
  const joined = apply(moved, joinLines(shapesIn(moved, switches), { trace: moved, analyzer }, switches));
  const spaced = apply(joined, findSpaces(shapesIn(joined, switches), { text: joined.text, analyzer }));
  return apply(spaced, findUnclosedBold(spaced.text));
}

/** Builds the tree of a text whose lines are whole. */
export function parseMinutes(trace: Trace, analyzer: Lexicon, switches: Switches = {}): Minutes {
  const shapes = asDecided(shapesIn(trace, switches), trace, switches);
  const { blocks, attendees: listed, genre } = buildBlocks(shapes, switches.kind);
  const labels = shapes.flatMap(({ line, label }) => (label ? [line.text.slice(...label.label)] : []));
  const people = listed.map(person => partedByLabels(person, labels, trace.text));
  const { meeting: read, date } = readMetadata(blocks, people, genre);
  const isSpread = (name: string): boolean => new RegExp([...name].join('[ \\u3000]{1,3}'), 'u').test(trace.text);
  const attendees = withFamilyNames(withPartedNames(read.attendees, analyzer, isSpread), shapes, analyzer);
  const meeting = { ...read, attendees };
  const doubts = date?.wrong ? [doubtOf(trace, date.index, date.raw, date.wrong)] : [];
  const toScan = scanOffset(trace);
  const notes = notesOn(shapes, { genre, meeting, switches }).map(({ start, why }) => ({ at: toScan(start), why }));
  return { type: 'minutes', children: blocks, meeting, trace, doubts, notes };
}

/** What a person says of lines of the scan. */
function asDecided(shapes: Shape[], trace: Trace, { headings = [], slides = [] }: Switches): Shape[] {
  if (headings.length + slides.length === 0) return shapes;
  const toScan = scanOffset(trace);
  const point = pointAt(trace.scan);
  const levels = new Map(headings.map(({ line, level }) => [line, level]));
  return shapes.map((shape, index) => {
    const { line } = point(toScan(shape.line.start));
    // A reading stands on the line of its word.
    const level = isRuby(shape, shapes[index + 1]) ? undefined : levels.get(line);
    return {
      ...shape,
      ...(level === 0 && { kind: 'prose' as const, contentStart: 0 }),
      ...(level && { kind: 'marked' as const, depth: level, contentStart: 0 }),
      ...(slides.includes(line) && { beginsSlide: true as const }),
    };
  });
}

/** Each stage asks again, and most change nothing: then the trace is the same object. Its document has one set of switches. */
const shapesIn = once((trace: Trace, { notation }: Switches) => shapesOf(readLines(trace.text), notation));

function doubtOf(trace: Trace, start: number, date: string, why: string): Doubt {
  return { at: scanOffset(trace)(start), length: date.length, suggestion: '', rule: 'date', why };
}

// Puts back in place what the scan displaced or glued to a line: labels, notes, readings.

/** A note that was printed on a line of its own: `との定義 ※サイバーセキュリティ戦略…`, `(注) (参考) 第1次…` */
const GLUED_NOTE =
  /[ \u3000](?<=[^\s※]{4}[ \u3000])[ \u3000]*(?=(?<![）)][ \u3000]{1,9})※(?!敬称|[^。]{1,12}順$)\S|[（(]参考[)）][ \u3000]*\S)/gu;
/** A reading printed above its word: `ジャスパー JASPER (…)`, `ニクター nicter` */
const GLUED_RUBY = /^[\p{sc=Katakana}ー・]{3,15}(?<space>[ \u3000]+)(?=[A-Za-z]{3,}(?:$|[ \u3000(（]))/u;

function reorder(lines: readonly Line[]): Change[] {
  return lines.flatMap((line, index) => {
    const moved = moveLabel(line, index);
    // What is moved may hold a note: the next round sees it in its place.
    return moved.length > 0 ? moved : [...splitNotes(line), ...splitRuby(line)];
  });
}

/** Moves a label that stands inside the sentence it opens to the start of it, as two edits of one move. */
function moveLabel(line: Line, move: number): Change[] {
  const match = STRAY_LABEL.exec(line.text);
  const [, bullet = '', before = '', label = '', name = ''] = match ?? [];
  if (!match || !isSpeakerLabel(name)) return [];
  const from = line.start + bullet.length + before.length;
  const why = `発言者「${name}」の表示が文の途中に入り込んでいる`;
  const edit = { rule: 'stray-label', by: 'rule', why, move } as const;
  return [
    { ...edit, start: line.start + bullet.length, end: line.start + bullet.length, ins: `${label.trim()} ` },
    { ...edit, start: from, end: from + label.length, ins: '' },
  ];
}

function splitNotes(line: Line): Change[] {
  return [...line.text.matchAll(GLUED_NOTE)].map(match => ({
    start: line.start + match.index,
    end: line.start + match.index + match[0].length,
    ins: '\n',
    rule: 'glued-note',
    by: 'rule',
    why: '注記が本文の行に続けて読み取られている',
  }));
}

function splitRuby(line: Line): Change[] {
  const match = GLUED_RUBY.exec(line.text);
  const space = match?.groups?.space;
  if (!match || space === undefined) return [];
  const end = line.start + match[0].length;
  return [
    {
      start: end - space.length,
      end,
      ins: '\n\n',
      rule: 'glued-ruby',
      by: 'rule',
      why: '読み仮名が語と同じ行に読み取られている',
    },
  ];
}
