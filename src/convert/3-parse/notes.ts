/** Says what was not understood of a page, a line each: a person then looks at the scan, or decides in the `.yml` beside it. */
import type { Meeting } from '@tsuzuri/core/minutes';
import { type Said, type Saying, say } from '@tsuzuri/core/wording';
import type { Genre } from './headings.ts';
import { hasColumns } from './join-lines.ts';
import type { Shape } from './lines.ts';
import type { Switches } from './switches.ts';

interface Read {
  readonly genre: Genre;
  readonly meeting: Meeting;
  readonly switches: Switches;
}

interface Found {
  /** Offset in the text. */
  readonly start: number;
  readonly why: Saying;
}

type Ask = (shapes: readonly Shape[], read: Read) => readonly Found[];

/** `日　時：調整中`: says when, and there is no day on the line */
const WHEN = /^(?:[0-9０-９]{1,2}[．.、\s　]*)?(?:開催)?日\s*時(?:\s*[：:]\s*|[ \u3000]+)\S/u;
/** What somebody has said stands in these word for word, under their names. */
const VERBATIM = /会議録|議事録|速記録|発言録/u;
const CIRCLE = /^[○◯〇●◎]/u;

const ASKS: readonly Ask[] = [
  // `○次期計画　…` in a document in which a circle opens the speeches
  shapes => {
    const speeches = shapes.filter(({ kind, line }) => kind === 'speech' && CIRCLE.test(line.text));
    if (speeches.length < 3) return [];
    const unread = shapes.filter(({ kind, line }) => kind === 'item' && CIRCLE.test(line.text));
    return unread.map(({ line }) => ({
      start: line.start,
      why: say('convert.unreadMark', { words: wordsOf(line.text) }),
    }));
  },
  (shapes, { meeting }) => {
    const when = meeting.date === undefined ? shapes.find(({ line }) => WHEN.test(line.text)) : undefined;
    return when ? [{ start: when.line.start, why: say('convert.unreadDate', { words: wordsOf(when.line.text) }) }] : [];
  },
  (shapes, { genre, meeting }) => {
    const isSilent =
      genre === 'minutes' && VERBATIM.test(meeting.document ?? '') && shapes.every(({ label }) => !label);
    return isSilent ? [{ start: 0, why: say('convert.noSpeaker') }] : [];
  },
  (_, { meeting }) => (meeting.title === '' ? [{ start: 0, why: say('convert.noTitle') }] : []),
  (shapes, { switches }) => {
    const gaps = shapes.filter(shape => shape.kind !== 'tab' && shape.kind !== 'pipe' && isTwoSentences(shape));
    const [first] = gaps;
    if (!first || gaps.length < 3 || switches.columns !== undefined) return [];
    return [{ start: first.line.start, why: say('convert.twoColumns', { count: gaps.length }) }];
  },
];

/** Two parts of sentences on one line: columns of a table have none. */
const isTwoSentences = (shape: Shape): boolean =>
  hasColumns(shape) && shape.line.text.split(/\u3000{3,}| {4,}/u).filter(part => part.length >= 8).length >= 2;

/** What a line is, and by what it is so: the label and its form, the number and its style. */
export function describeShape({ line, kind, label, numbering }: Shape): Said {
  const detail = label
    ? say('convert.classLabel', { form: label.form, label: line.text.slice(...label.label) })
    : numbering
      ? say('convert.classNumber', { style: numbering.style, value: numbering.value })
      : '';
  return say('convert.class', { words: wordsOf(line.text), class: say(`convert.kind.${kind}`), detail });
}

const wordsOf = (text: string): string => (text.length > 20 ? `${text.slice(0, 20)}…` : text);

export const notesOn = (shapes: readonly Shape[], read: Read): Found[] =>
  ASKS.flatMap(ask => ask(shapes, read)).toSorted((a, b) => a.start - b.start);
