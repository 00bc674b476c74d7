/** Says how deep a heading lies: the wider series of numbers outside, as the document uses them. */
import { BUSINESS_KIND, contentOf } from './headings.ts';
import type { Shape } from './lines.ts';
import { NUMBER_FORMS, type Numbering } from './numbering.ts';

interface Depths {
  /** @param series of its number, or one of `plain`, `fact`, `group`, `bracketed`, `topic` */
  readonly ofNumbered: (series: string, heading?: NumberedHeading) => number;
  /** Series whose numbers begin anew below a heading of this one. */
  readonly below: (series: string | undefined) => readonly string[];
  readonly ofSlide: (text: string, heading: SlideHeading) => number;
}

interface NumberedHeading {
  readonly text: string;
  readonly value?: number | undefined;
  /** Of its line, in characters. */
  readonly indent: number;
}

interface SlideHeading {
  /** Stands right below another heading. */
  readonly after: boolean;
  /** Another one stands right below it. */
  readonly before: boolean;
  readonly isBracketed: boolean;
  /** Where it is marked, or a person has said it. */
  readonly known?: number;
}

/** What is known of the slide at hand. */
interface Slide {
  /** Of its last heading. */
  readonly depth: number;
  readonly text: string;
  /** Where its next plain heading lies, and one in brackets beside the last such. */
  readonly leaf: number;
  readonly bracketed: number | undefined;
  readonly isTitled: boolean;
}

/** Titles of slides of officials; no heading within a slide of our deck ends so. */
const SLIDE_TITLE = /(?:について|の概要|の全体像|の取組(?:状況)?)$/u;

/** Numbers that begin anew below one of their own kind; an additional item of the agenda (`追加日程第1`) does not. */
const COUNTS: ReadonlySet<string> = new Set(['digit', 'kanji', 'article']);

/** Series of what is taken up at a meeting. */
const TAKEN_UP: ReadonlySet<string> = new Set(['bill', 'item', 'agenda']);

interface Open {
  readonly series: string;
  readonly value: number | undefined;
  readonly indent: number;
  readonly holdsBills: boolean;
  /** It has a number, and no value behind its words. */
  readonly isBare?: boolean;
  /** `会長挨拶`, `開会の言葉`: no bill is taken up within it */
  readonly isCeremony?: boolean;
}

/** Of `（審議事項）` over some items of the agenda. */
export const ITEMS = 'items';
const BUSINESS = new RegExp(`^${BUSINESS_KIND}$`, 'u');
const CEREMONY = /(?:言葉|挨拶|あいさつ|の辞)(?:[（(].*)?$/u;
const NOTHING: Open = { series: 'plain', value: undefined, indent: 0, holdsBills: false };

/** `7．会議の概要`: bills and items of the agenda are taken up below it, whose own numbers are of another series. */
const HOLDS_BILLS =
  /会議|議事|議案|審議|付議|案件|意見・質問|質問・意見|^(?:摘録|記録|要旨|内容|概要|経過)$|^(?:諮問|報告|協議|承認|陳情|請願)(?:事項)?$/u;

/**
 * Gives headings depths without gaps. In minutes the series that are open decide, the wider outside; on slides a heading
 * with another one right below it opens a slide, or within one that has its title a part of it; others lie beside the last.
 */
export function startDepths(shapes: readonly Shape[], fields: ReadonlyMap<number, number>): Depths {
  const numbered = orderOfSeries(shapes, fields).flatMap(series => [series, `${series} within`]);
  const order = ['plain', ...numbered, 'fact', 'group', 'bracketed', 'topic'];
  const open: Open[] = [];
  // `■日時`, `■議題`: wider than what has numbers; `○開会` that comes first below `＜３＞　会議の概要` is not.
  const wideMarks = new Set<string>();
  const isTakenUp = (series: string, top: Open): boolean =>
    TAKEN_UP.has(series) || (series.startsWith('mark ') && top.isBare === true && !wideMarks.has(series));
  const closes = (series: string, top: Open): boolean => {
    // What kind of business it is lies in what holds it, and holds what lies there.
    if (top.series === ITEMS) return series === ITEMS || closes(series, open.at(-2) ?? NOTHING);
    if (series === ITEMS) return !top.holdsBills;
    if (top.isCeremony && TAKEN_UP.has(series)) return true;
    return (
      order.indexOf(top.series) >= order.indexOf(series) &&
      !(top.holdsBills && isTakenUp(series, top) && top.series !== series)
    );
  };
  /** `8　会議の結果`, below which the numbers of its own series begin anew: `1　開会`. */
  const nested = (series: string, value: number | undefined): string => {
    const inner = `${series} within`;
    const [outer, last] = [open.find(it => it.series === series), open.find(it => it.series === inner)];
    const begins = value === 1 && COUNTS.has(series) && outer?.holdsBills && (outer.value ?? 0) > 1;
    return value !== undefined && (begins || last?.value === value - 1) ? inner : series;
  };
  let areBracketsWide: boolean | undefined;
  let slide: Slide = { depth: 1, text: '', leaf: 2, bracketed: undefined, isTitled: false };
  return {
    ofNumbered: (given, { text, value, indent } = { text: '', indent: 0 }) => {
      // `　開　会` below `８　議事内容`, as far in as the bills there
      const holder = open.find(it => it.holdsBills && it.value !== undefined);
      // `審議事項`, `■　決議事項` within `７．議事`
      const isOfBusiness =
        holder !== undefined && !open.some(it => it.series === given) && given === 'plain' && BUSINESS.test(text);
      const wanted = isOfBusiness ? ITEMS : given === 'plain' && holder && indent > holder.indent ? 'bill' : given;
      // Brackets that open a document's first sections are the widest: ≪開会≫, ≪議事≫.
      if (wanted === 'bracketed')
        areBracketsWide ??= open.every(
          ({ series, holdsBills }) => series === 'fact' || (series === 'plain' && !holdsBills),
        );
      const series = wanted === 'bracketed' && areBracketsWide ? 'plain' : nested(wanted, value);
      if (series === 'fact') open.length = 0;
      // `5．その他` behind the bills of `4．議事`: the next number of its series closes all that lies within it.
      const before = open.findLastIndex(it => it.series === series && it.value === (value ?? 0) - 1);
      if (value !== undefined && before >= 0) open.length = before;
      // `１　本部` below `（１）活動報告`: the numbers that begin anew lie within whatever holds them.
      const isWithin = series.endsWith(' within') && !open.some(it => it.series === series);
      const goesOn = value !== undefined && before >= 0;
      if (!isWithin && !goesOn) for (let top = open.at(-1); top && closes(series, top); top = open.at(-1)) open.pop();
      if (series.startsWith('mark ') && !open.some(it => it.holdsBills && it.value !== undefined))
        wideMarks.add(series);
      open.push({
        series,
        value,
        indent,
        holdsBills: series !== 'fact' && HOLDS_BILLS.test(text) && !/日程|次第|次のとおり/u.test(text),
        isBare: value !== undefined && !/[ \u3000]{2}|[、：:]/u.test(text),
        isCeremony: series === 'plain' && CEREMONY.test(text),
      });
      return Math.min(6, 1 + open.length);
    },
    below: series => (series === undefined ? [] : order.slice(order.indexOf(series) + 1)),
    ofSlide: (text, { after, before, isBracketed, known }) => {
      const twins = after && /[)）]$/u.test(text) && /[)）]$/u.test(slide.text);
      const isTitle = SLIDE_TITLE.test(text);
      const beside = isBracketed ? (slide.bracketed ?? slide.leaf + 1) : slide.leaf;
      const opening = isTitle || !slide.isTitled ? 2 : 3;
      const usual = after ? slide.depth + (twins ? 0 : 1) : before || isTitle ? opening : beside;
      const depth = known ?? Math.min(4, usual);
      const opens = before || (isTitle && !after);
      slide = {
        depth,
        text,
        leaf: isBracketed && !known ? slide.leaf : Math.min(4, depth + (opens ? 1 : 0)),
        bracketed: isBracketed ? depth : undefined,
        isTitled: depth === 2 ? isTitle : slide.isTitled,
      };
      return depth;
    },
  };
}

/**
 * The series of a document from the widest to the narrowest: in the usual order (of marks the first one is the wider),
 * but for those of which the document shows that they lie within another: 議題1, 第1章, 第2章 between 2 and 3.
 */
function orderOfSeries(shapes: readonly Shape[], fields: ReadonlyMap<number, number>): string[] {
  const numbers = shapes.flatMap((shape, index): Numbering[] =>
    shape.numbering && (fields.has(index) || standsApart(shapes, index)) ? [shape.numbering] : [],
  );
  const marks = [
    ...new Set(shapes.flatMap(({ numbering }) => (numbering?.style === 'mark' ? [numbering.series] : []))),
  ];
  let order = NUMBER_FORMS.flatMap(({ style }) => (style === 'mark' ? marks : [style as string]));
  const found = [...new Set(numbers.map(({ series }) => series))];
  // `△傍聴について`, `△進め方について`, then `１．…` to the end: they lie beside each other.
  for (const mark of marks.filter(series => /[△▲]/u.test(series))) {
    const at = (series: string): number[] => numbers.flatMap((it, index) => (it.series === series ? [index] : []));
    const beside = found.find(
      series => series === 'digit' && at(mark).length > 1 && (at(mark).at(-1) ?? 0) < (at(series)[0] ?? 0),
    );
    if (beside === undefined) continue;
    order = order.filter(series => series !== beside);
    order.splice(order.indexOf(mark), 0, beside);
  }
  for (const outer of found) {
    const inside = order.slice(0, order.indexOf(outer)).filter(
      inner =>
        isWithin(inner, outer, numbers) &&
        // Of a mark that stands below each number, and a number that stands below each mark, the first one is outside.
        (!isWithin(outer, inner, numbers) || (marks.includes(inner) && found.indexOf(outer) < found.indexOf(inner))),
    );
    order = order.filter(series => !inside.includes(series));
    order.splice(order.indexOf(outer) + 1, 0, ...inside);
  }
  return order;
}

/** A heading, no point of a list and no sentence: behind or above a blank line, or without its like beside it. */
function standsApart(shapes: readonly Shape[], index: number): boolean {
  const shape = shapes[index] as Shape;
  const [before, next] = [shapes[index - 1], shapes[index + 1]];
  const isBeside = (other: Shape | undefined): boolean => other?.numbering?.series === shape.numbering?.series;
  const isApart = shape.line.gap > 0 || (next?.line.gap ?? 1) > 0 || !(isBeside(before) || isBeside(next));
  return (shape.numbering?.style === 'mark' || isApart) && !contentOf(shape).includes('。');
}

/** Whether numbers of the inner series begin anew between a number of the outer one and the next. */
function isWithin(inner: string, outer: string, numbers: readonly Numbering[]): boolean {
  let last: number | undefined;
  let first: number | undefined;
  for (const { series, style, value } of numbers) {
    if (series === inner) first ??= value;
    if (series !== outer) continue;
    if (first === 1 && last !== undefined && (value === last + 1 || style === 'mark')) return true;
    last = value;
    first = undefined;
  }
  return false;
}
