/** Finds where the entries of an agenda are taken up: what was listed before anybody spoke stands again, alone on its line. */
import { contentOf } from './headings.ts';
import type { Shape } from './lines.ts';
import { readTimes } from './wareki.ts';

/** `〔議題１〕`, `議題２　`, `・`, in front of the words */
const BEFORE =
  /^(?:[〔［【（(〈<＜《≪](?:議題|議案|案件|報告|協議|審議(?:案件)?)?[ \u3000]*[0-9一二三四五六七八九十]{0,2}[〕］】）)〉>＞》≫](?=.)|[・○●◎◇◆■□〇]|(?:議題|案件)[ \u3000]?[0-9一二三四五六七八九十]{1,2})[ \u3000：:]*/u;
/** `（資料３）` behind them */
const PAPER = /[（(](?:[^（）()]*資料|別紙|別添)[^（）()]*[）)]$/u;
/** Fewer characters are asked with their number: `(3) その他` */
const LEAST = 4;
const LONGEST = 80;

/** The words of an entry, whatever number or mark it has. */
function wordsOf(shape: Shape): string {
  const words = folded(contentOf(shape).replace(BEFORE, '').replace(PAPER, ''));
  return words.length < LEAST ? folded(shape.line.text) : words;
}
const folded = (text: string): string => text.normalize('NFKC').replace(/\s/gu, '');
const NUMBER = /^[（(]?[0-9一二三四五六七八九十]{1,2}[）).．、 \u3000]+/u;

const MAY_BE: readonly Shape['kind'][] = ['numbered', 'item', 'short', 'bracketed', 'prose'];
const isEntry = ({ kind, line }: Shape): boolean =>
  MAY_BE.includes(kind) &&
  line.text.length <= LONGEST &&
  !/[。、]$/u.test(line.text) &&
  readTimes(line.text).start === undefined;
/** `議　題　１．12月定例会の会期及び日程について`: the first entry stands behind the name of the agenda */
const FIRST = /^(?:議\s*題|案\s*件|付[議託]案件)(?:[ \u3000]+|\s*[：:]\s*)(?=\S)/u;

/** Indices of lines. */
export interface Agenda {
  /** Where an entry is taken up: a heading. */
  readonly takenUp: ReadonlySet<number>;
  /** Where it was listed: none. */
  readonly listed: ReadonlySet<number>;
}
export const NO_AGENDA: Agenda = { takenUp: new Set(), listed: new Set() };

/** Neither where somebody reads the list out. */
export function agendaOf(shapes: readonly Shape[]): Agenda {
  const first = shapes.findIndex(({ kind }) => kind === 'speech' || kind === 'opinion');
  if (first < 0) return NO_AGENDA;
  const listed = new Map<string, number>();
  shapes.slice(0, first).forEach((shape, index) => {
    const name = FIRST.exec(contentOf(shape))?.[0];
    if (name !== undefined && shape.line.text.length <= LONGEST)
      listed.set(folded(contentOf(shape).slice(name.length).replace(NUMBER, '')), index);
    const words = wordsOf(shape);
    const isListed = shape.kind === 'numbered' || shape.kind === 'item' || shape.line.indent > 0;
    if (index > 0 && isListed && isEntry(shape) && !listed.has(words)) listed.set(words, index);
  });
  const again = [...shapes.keys()].filter(index => {
    const shape = shapes[index] as Shape;
    const words = wordsOf(shape);
    const at = words === '' ? undefined : listed.get(words);
    return at !== undefined && index > at && isEntry(shape);
  });
  const found = new Set(again);
  // Entries one below the other are a list again, unless they lie one within the other.
  const isBeside = (index: number, other: number): boolean =>
    found.has(other) &&
    (shapes[Math.max(index, other)]?.line.gap ?? 1) === 0 &&
    seriesOf(shapes[index]) === seriesOf(shapes[other]);
  // `・介護予防サービス計画について（資料1）` among the papers that were handed out
  const isAmongItems = (index: number): boolean =>
    shapes[index]?.kind === 'item' &&
    [index, index + 1].some(
      at => shapes[at]?.line.gap === 0 && [shapes[at - 1], shapes[at]].every(it => it?.kind === 'item'),
    );
  // `（１）答申事項`, below it what it is about: one heading
  const isRest = (index: number): boolean => found.has(index - 1) && shapes[index]?.kind === 'short';
  const takenUp = again.filter(
    index => !isBeside(index, index - 1) && !isBeside(index, index + 1) && !isRest(index) && !isAmongItems(index),
  );
  const words = new Set(takenUp.map(index => wordsOf(shapes[index] as Shape)));
  // With something said right below it a line of the head is no entry.
  const isOver = (index: number): boolean => ['speech', 'opinion', 'prose'].includes(shapes[index + 1]?.kind ?? '');
  const isName = (index: number): boolean => FIRST.test(contentOf(shapes[index] as Shape));
  const entries = [...listed].flatMap(([entry, index]) =>
    words.has(entry) && !isOver(index) && !isName(index) ? [index] : [],
  );
  return { takenUp: new Set(takenUp), listed: new Set(entries) };
}

const seriesOf = (shape: Shape | undefined): string => shape?.numbering?.series ?? shape?.kind ?? '';
