/** Takes the HTML away that other converters leave in Markdown: tables become rows between pipes, tags around text go. */
import type { Change } from '@tsuzuri/core/trace';

/** From the beginning of a line, so that a text which speaks of `<table>` stays. */
const TABLE = /^[ \t]{0,40}<table\b[^<>]{0,400}>/gimu;
const END_OF_TABLE = '</table>';
/** What stands in a table beside text, with the white space around it. */
const BETWEEN_CELLS = /\s{0,200}<\/t[hd]>\s{0,200}<t[hd]\b[^<>]{0,400}>\s{0,200}/giu;
const ROW_BEGINS = /<tr\b[^<>]{0,400}>\s{0,200}<t[hd]\b[^<>]{0,400}>\s{0,200}/giu;
const ROW_ENDS = /\s{0,200}<\/t[hd]>\s{0,200}<\/tr>/giu;
const OF_TABLE =
  /<\/?(?:table|thead|tbody|tfoot|caption|colgroup|col|p|b|strong|i|em|u|sup|sub|span)\b[^<>]{0,400}>/giu;
/** A line break within a cell would end the row. */
const BREAK = /(?<!>)\s{0,200}(?:<br ?\/?>|\n)\s{0,200}(?!<)/giu;

/** Tags alone on their line: `<figure>`, `</div>` */
const BLOCK =
  /^[ \t]*<\/?(?:figure|figcaption|div|p|section|article|header|footer|center|details|summary)\b[^<>]{0,200}>[ \t]*$/gimu;
/** Around words of one line: `<b>議題</b>`, `<u>案</u>`, `<sup>1</sup>` */
const OPENING = /<(?<name>b|strong|i|em|u|sup|sub|small|font|mark|p)\b[^<>\n]{0,200}>(?=[^\n]{0,500}?<\/\k<name>>)/giu;
const CLOSING = /<\/(?<name>b|strong|i|em|u|sup|sub|small|font|mark|p)>/giu;

interface Tag {
  readonly pattern: RegExp;
  readonly ins: string;
  readonly why: string;
}

const WHY_TAG = 'HTMLの印で、文章ではない';
const WHY_TABLE = 'HTMLの表の印で、文章ではない';
/** First match at a place wins. */
const IN_TABLE: readonly Tag[] = [
  { pattern: BETWEEN_CELLS, ins: ' | ', why: WHY_TABLE },
  { pattern: ROW_BEGINS, ins: '| ', why: WHY_TABLE },
  { pattern: ROW_ENDS, ins: ' |', why: WHY_TABLE },
  { pattern: OF_TABLE, ins: '', why: WHY_TABLE },
  { pattern: BREAK, ins: '<br>', why: WHY_TABLE },
];
const OUTSIDE: readonly Tag[] = [
  { pattern: BLOCK, ins: '', why: WHY_TAG },
  { pattern: OPENING, ins: '', why: WHY_TAG },
];

/** The places of tables, in which nothing else reads HTML; one without an end is none. */
export function htmlTables(text: string): readonly (readonly [number, number])[] {
  const found: [number, number][] = [];
  let last = 0;
  for (const { index } of text.matchAll(TABLE)) {
    if (index < last) continue;
    const end = text.indexOf(END_OF_TABLE, index);
    if (end < 0) break;
    last = end + END_OF_TABLE.length;
    found.push([index, last]);
  }
  return found;
}

export function findHtml(text: string, tables: readonly (readonly [number, number])[]): Change[] {
  if (!text.includes('<')) return [];
  const found: Change[] = tables.flatMap(([from, to]) => changesIn(text.slice(from, to), from, IN_TABLE));
  const opened = changesIn(text, 0, OUTSIDE);
  const outside = [...opened, ...closingTags(text, opened)].filter(
    ({ start }) => !tables.some(([from, to]) => start >= from && start < to),
  );
  return [...found, ...outside];
}

/** The ends of tags that were opened on their line: each closes one. */
function closingTags(text: string, opened: readonly Change[]): Change[] {
  if (opened.length === 0) return [];
  const open: { name: string; end: number }[] = [];
  const names = opened.map(({ start, end }) => ({ name: nameOf(text.slice(start, end)), end }));
  let next = 0;
  return [...text.matchAll(CLOSING)].flatMap(({ 0: tag, index }) => {
    for (let before = names[next]; before && before.end <= index; before = names[++next]) open.push(before);
    const at = open.findLastIndex(({ name }) => name === nameOf(tag));
    const end = open[at]?.end;
    if (end === undefined || text.slice(end, index).includes('\n')) return [];
    open.splice(at, 1);
    return [
      { start: index, end: index + tag.length, ins: '', rule: 'converter-mark', by: 'rule' as const, why: WHY_TAG },
    ];
  });
}

const nameOf = (tag: string): string => /[a-z]+/iu.exec(tag)?.[0].toLowerCase() ?? '';

function changesIn(text: string, offset: number, tags: readonly Tag[]): Change[] {
  const found: Change[] = [];
  const taken = new Uint8Array(text.length);
  for (const { pattern, ins, why } of tags)
    for (const { 0: tag, index } of text.matchAll(pattern)) {
      const end = index + tag.length;
      if (tag === ins || taken.subarray(index, end).includes(1)) continue;
      taken.fill(1, index, end);
      found.push({ start: offset + index, end: offset + end, ins, rule: 'converter-mark', by: 'rule', why });
    }
  return found;
}
