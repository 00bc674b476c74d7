/** Joins lines that a page break or a line wrap has cut within a sentence. */
import { remember } from '@tsuzuri/core/collections';
import { type Change, scanOffset, type Trace } from '@tsuzuri/core/trace';
import type { Analyzer } from '../morphology/index.ts';
import { flattenedCells, flattenedTables } from './flattened.ts';
import { type Kind, type Line, type LineContext, MARK_OF_CONVERTER, type Shape } from './lines.ts';
import { isNameAlone } from './people.ts';
import type { Switches } from './switches.ts';
import { readNumber } from './wareki.ts';

/** A sentence may stop here: `。`, `」`, `)`; bold marks behind it do not count. */
const STOPPED = /[。．！？!?」』）)】〕\]:：](?:\*\*)?$/u;
/** No sentence begins with these: small kana, a long-vowel mark, closing or separating marks, を, the particle の. */
const NEVER_FIRST = /^(?:[をっゃゅょぁぃぅぇぉァィゥェォッャュョー、。，．」』）〕】・]|の(?![うこちどべぼみりろん]))/u;
/** A bullet that OCR put before the second half of a sentence: `- も、解析の…` */
const FALSE_BULLET = /^[-*]\s+(?=[\p{sc=Hiragana}、])/u;

/** A remark below an entry of a list: `(含・地方公共団体)` */
const REMARK = /^[（(][^（）()]*[）)]$/u;

/** Kinds whose text runs on, and kinds that can hold the rest of it. */
const RUNNING: readonly Kind[] = ['prose', 'speech', 'opinion', 'item', 'note', 'pair', 'short'];
const CARRYING: readonly Kind[] = ['prose', 'short'];

/**
 * How much likelier, in units of kuromoji's lattice, two halves are as one: 16 of 16 true joins lie above, 0 of 400
 * places that must stay apart (measured on the five scans).
 */
const MARGIN = 250;
/**
 * The same where a full sentence stands on both sides and the cut is in no place where a sentence can end (財政¶需要):
 * 98 of 100 cuts lie above, 13 of 9,000 ends of paragraphs whose 。 was taken away (Diet speeches, 2024–25).
 */
const OPEN_MARGIN = -2000;
/** Last characters of a sentence: `思います`, `図る`, `ないか`. */
const SENTENCE_END = /[すかたんいとねるよもうだ]$/u;

interface Page {
  readonly trace: Trace;
  readonly analyzer: Analyzer;
}

export function joinLines(
  shapes: readonly Shape[],
  { trace, analyzer }: Page,
  { columns, heads }: Switches = {},
): Change[] {
  if (columns === 2) return [];
  const changes: Change[] = [];
  let quoted = 0;
  const crossed = new Set<number>();
  const marks = new Set(shapes.flatMap(({ line }, index) => (MARK_OF_CONVERTER.test(line.text) ? [index] : [])));
  const { numbers, ...page } = pageFurniture(shapes, heads);
  const furniture = new Set([...marks, ...page.heads, ...numbers, ...rulesBeside(shapes, numbers)]);
  const footNotes = footNotesIn(shapes, furniture);
  const cells = new Set(flattenedCells(shapes));
  for (const { from, to } of flattenedTables(shapes)) for (let at = from; at < to; at++) cells.add(at);
  const widthOf = printedWidth(trace);
  const cutting: Cutting = {
    text: trace.text,
    analyzer,
    widthOf,
    widths: widthsOf(trace.scan),
    partsColumns: columns === undefined,
  };
  for (const index of loneNumbers(shapes, cutting)) furniture.add(index);
  shapes.forEach((right, index) => {
    if (furniture.has(index) || footNotes.has(index) || cells.has(index)) return;
    let before = index - 1;
    while (furniture.has(before) || footNotes.has(before)) before--;
    const left = shapes[before];
    if (!left) return;
    quoted = (continues(changes, left) ? quoted : 0) + openQuotes(left.line.text);
    const isQuoted = quoted > 0 && RUNNING.includes(left.kind) && carries(right);
    if (before < index - 1) {
      if (isQuoted || cutReason(left, acrossPages(left, right, cutting), cutting)) {
        const notes = shapes.slice(before + 1, index).filter((_, at) => footNotes.has(before + 1 + at));
        changes.push(...joinAcross(left, right, { notes, end: endOfSpeech(shapes, index) }));
        for (let at = before + 1; at < index; at++) crossed.add(at);
      }
      return;
    }
    const reason = isQuoted ? '開いたかぎ括弧が閉じる前に' : cutReason(left, right, cutting);
    if (reason) changes.push(join(left, right, reason));
  });
  const between = numbersPages(shapes, numbers) ? [...numbers, ...headsBetween(shapes, page.heads, numbers)] : [];
  const left = new Map([
    ...between.map(index => [index, BETWEEN_PAGES] as const),
    ...[...marks].map(index => [index, CONVERTER] as const),
  ]);
  const removals = [...left].filter(([index]) => !crossed.has(index));
  return [...changes, ...removals.map(([index, reason]) => removal((shapes[index] as Shape).line, reason))];
}

/** Heads that stand more than once; the first of them may be the title, unless it is beside the number of a page. */
function headsBetween(shapes: readonly Shape[], heads: readonly number[], numbers: ReadonlySet<number>): number[] {
  const textAt = (index: number): string => alike((shapes[index] as Shape).line.text);
  const first = new Map(heads.toReversed().map(index => [textAt(index), index]));
  const again = new Set(heads.flatMap(index => (first.get(textAt(index)) === index ? [] : [textAt(index)])));
  const isBeside = (index: number): boolean => numbers.has(index - 1) || numbers.has(index + 1);
  return heads.filter(
    index => again.has(textAt(index)) && (first.get(textAt(index)) !== index || (isBeside(index) && index >= HEAD)),
  );
}
/** Lines that may be the title. */
const HEAD = 5;

/** Whether numbers of pages run on: what stands between two pages is known then, and no text. */
function numbersPages(shapes: readonly Shape[], numbers: ReadonlySet<number>): boolean {
  const values = [...numbers].sort((a, b) => a - b).map(index => pageNumberIn((shapes[index] as Shape).line.text));
  return values.length >= 2 && values.every((value, at) => at === 0 || value === (values[at - 1] ?? 0) + 1);
}

/** What another converter left where a picture or a page began. */
const CONVERTER = { rule: 'converter-mark', why: '画像やページの位置を示す印、またはサイトの案内で、文章ではない' };
const BETWEEN_PAGES = { rule: 'running-head', why: 'ページの柱や番号で、文章ではない' };

const removal = ({ start, end }: Shape['line'], reason: Pick<Change, 'rule' | 'why'>): Change => ({
  start,
  end,
  ins: '',
  by: 'rule',
  ...reason,
});

/** Whether the line is itself the second half of a join. */
function continues(changes: readonly Change[], shape: Shape): boolean {
  const last = changes.at(-1);
  return last !== undefined && last.end >= shape.line.start;
}

const openQuotes = (text: string): number => count(text, '「') - count(text, '」');
const count = (text: string, mark: string): number => text.split(mark).length - 1;

// What a page has at its borders.

/** Lines of dashes right above the numbers of pages, each of them there or each of those there under one. */
function rulesBeside(shapes: readonly Shape[], numbers: ReadonlySet<number>): number[] {
  const rules = [...numbers].map(index => index - 1).filter(at => shapes[at]?.kind === 'rule');
  return rules.length * 2 > numbers.size ? rules : [];
}

/** `N 0871        Page 2 of 3` */
const OF_PAGES = /^(?:\S.{0,60}[ \u3000]{2,60})?(?:[Pp]age|[Pp]\.)\s?(?<number>[0-9]{1,4})\s?(?:of|\/)\s?[0-9]{1,4}$/u;
/** `- 3 -`, `3/12`, `P.4`, `p4`, `ページ5`, `4ページ`, `3`: more than the class `page` of a line, which is one by itself. */
const FOLIO =
  /^(?:[-－—–―─‐]{1,2}\s*[〇一二三四五六七八九十百]{1,4}\s*[-－—–―─‐]{1,2}|[（(](?:[〇一二三四五六七八九十百]{1,4}|[0-9０-９]{1,4})[）)]|[〇一二三四五六七八九]{2,4}|[-－—–―─‐\s]*(?:[Pp](?:age)?[.．\s]*|ページ|頁)?\s*[0-9０-９]{1,4}(?:[-－―][0-9０-９]{1,4})?\s*(?:ページ|頁)?(?:\s*[/／]\s*[0-9０-９]{1,4}\s*(?:ページ|頁)?)?[-－—–―─‐\s]*)$/u;
/** `三`, alone on its line: beside words of the title the number of a page */
const BARE_KANJI = /^[〇一二三四五六七八九十百]{1,4}$/u;
/** A name of a part of a meeting, or a label, may well stand alone more than once. */
const LONGEST_HEAD = 60;
/** Of one that stands only twice. */
const LEAST_HEAD = 8;
/** The same but for digits and white space. */
const alike = (text: string): string => text.replace(/[0-9０-９]+/gu, '#').replace(/\s+/gu, '');
const HEADS: readonly Kind[] = ['short', 'prose', 'page', 'bracketed', 'numbered', 'pair'];

/** Indices of lines. */
interface Furniture {
  readonly heads: readonly number[];
  readonly numbers: ReadonlySet<number>;
}

/**
 * Lines that are no text of the document: numbers of pages, and beside them (or by themselves where they repeat the title)
 * lines that come again and again but for their digits.
 */
function pageFurniture(shapes: readonly Shape[], known?: readonly string[]): Furniture {
  const texts = shapes.map(({ line }) => line.text);
  const times = new Map<string, number>();
  for (const text of texts) times.set(alike(text), (times.get(alike(text)) ?? 0) + 1);
  // Marks of a converter stand between a number and a head.
  const beside = (index: number, step: 1 | -1): number => {
    let at = index + step;
    while (MARK_OF_CONVERTER.test(texts[at] ?? '')) at += step;
    return at;
  };
  const title = texts.find(text => !MARK_OF_CONVERTER.test(text)) ?? '';
  const isOfTitle = wordsOfTitle(
    texts
      .filter(text => !MARK_OF_CONVERTER.test(text))
      .slice(0, 2)
      .join(''),
  );
  const isBesideTitle = (index: number): boolean => [index - 1, index + 1].some(at => isOfTitle(texts[at] ?? ''));
  const running = runningKanji(shapes);
  const isNumber = (text: string, index: number): boolean =>
    FOLIO.test(text) || OF_PAGES.test(text) || (BARE_KANJI.test(text) && (isBesideTitle(index) || running.has(index)));
  const numbers = new Set(texts.flatMap((text, index) => (isNumber(text, index) ? [index] : [])));
  // `【鵠川・住民説明会（6/24鵠沢会場）】`, twice, each time beside the number of a page
  const isAlwaysBeside = (index: number): boolean => {
    const text = alike(texts[index] as string);
    const places = texts.flatMap((other, at) => (alike(other) === text ? [at] : []));
    return (
      text.length >= LEAST_HEAD && places.length > 1 && places.every(at => numbers.has(at - 1) || numbers.has(at + 1))
    );
  };
  const isHead = (index: number): boolean => {
    const { kind, line } = shapes[index] as Shape;
    if (index === 0 || line.text.length > LONGEST_HEAD || !HEADS.includes(kind) || line.text.endsWith('。'))
      return false;
    if (line.text.length >= 5 && alike(line.text) === alike(title)) return true;
    const numbered = HEAD_AND_FOLIO.exec(line.text)?.groups?.head;
    if (numbered !== undefined) return isOfTitle(numbered);
    const isBesideNumber = numbers.has(beside(index, -1)) || numbers.has(beside(index, 1));
    if (isBesideNumber && (OF_SITTING.test(line.text) || OF_COLUMNS.test(line.text))) return true;
    const often = running.size > 0 ? 2 : 3;
    return (
      isBesideNumber && ((times.get(alike(line.text)) ?? 0) >= often || isOfTitle(line.text) || isAlwaysBeside(index))
    );
  };
  const isKnown = (index: number): boolean =>
    known?.some(head => alike(head) === alike(texts[index] ?? '')) ?? isHead(index);
  const heads = texts.flatMap((_, index) => (!numbers.has(index) && isKnown(index) ? [index] : []));
  return { heads, numbers: new Set([...numbers].filter(index => isPageNumber(texts, index, { numbers, heads }))) };
}

/** `一`, `二`, `三` between blank lines, one after the other from page to page, the first of them within a sentence. */
function runningKanji(shapes: readonly Shape[]): ReadonlySet<number> {
  const alone = [...shapes.keys()].filter(index => {
    const { line } = shapes[index] as Shape;
    return BARE_KANJI.test(line.text) && line.gap > 0 && (shapes[index + 1]?.line.gap ?? 1) > 0;
  });
  const values = alone.map(index => pageNumberIn(shapes[index]?.line.text ?? ''));
  const isRunning = values.every((value, at) => at === 0 || value === (values[at - 1] ?? 0) + 1);
  const cuts = alone.some(index => {
    const before = shapes[index - 1];
    return before !== undefined && isProse(before) && !STOPPED.test(before.line.text);
  });
  return new Set(isRunning && cuts && alone.length > 1 ? alone : []);
}

/** `発言者　　　　発　言　内　容`, over both columns of each page */
const OF_COLUMNS = /^発\s*言\s*者[ \u3000]+(?:発\s*言\s*)?(?:の\s*)?(?:内\s*容|要\s*旨|事\s*項)(?:等)?$/u;
/** `令和６年第３回定例会　９月１２日` */
const OF_SITTING =
  /^(?:(?:令和|平成|昭和)[0-9元一二三四五六七八九十]+年)?第[0-9一二三四五六七八九十]+回[^。、 \u3000]{0,12}(?:定例会|臨時会|委員会)[ \u3000（(]+[0-9一二三四五六七八九十]+月[0-9一二三四五六七八九十]+日[）)]?$/u;

/** `ゆきしろ市防災会議（R6.11.7）　　　　3` */
const HEAD_AND_FOLIO =
  /^(?<head>(?:[（(][^（）()]{1,12}[）)][ \u3000]+)?\S(?:(?![ \u3000]{2}).){3,40}?)(?:(?:[ \u3000]{2,40}[-－—–―]?|[ \u3000]+[Pp]\.?)[ \u3000]?(?:[0-9]{1,4}|[〇一二三四五六七八九十百]{1,4})[ \u3000]?[-－—–―]?|[ \u3000]+[（(]?[0-9]{1,3}[ \u3000]?[/／][ \u3000]?[0-9]{1,3}[）)]?)$/u;
/** Part of the pairs of neighbouring characters that a head has in common with the title: `第4回合同会合　藻場共同調査` */
const OF_TITLE = 0.6;

/** Whether a line is made of the words of the title. */
function wordsOfTitle(title: string): (line: string) => boolean {
  const pairsOf = (text: string): string[] => {
    const letters = [...text.replace(/[^\p{L}]/gu, '')];
    return letters.slice(1).map((letter, index) => `${letters[index]}${letter}`);
  };
  const known = new Set(pairsOf(title));
  return line => {
    const pairs = pairsOf(line);
    return pairs.length >= 3 && pairs.filter(pair => known.has(pair)).length >= OF_TITLE * pairs.length;
  };
}

const BARE = /^[（(]?(?:[0-9０-９]{1,4}|[〇一二三四五六七八九十百]{1,4})[）)]?$/u;

/** A figure alone may be a cell, or belong to the sentence; it is a number of a page beside a head, or where another runs on from it. */
function isPageNumber(
  texts: readonly string[],
  index: number,
  { numbers, heads }: { readonly numbers: ReadonlySet<number>; readonly heads: readonly number[] },
): boolean {
  const text = texts[index] as string;
  if (!BARE.test(text)) return true;
  if (heads.includes(index - 1) || heads.includes(index + 1)) return true;
  const value = pageNumberIn(text);
  const all = [...numbers];
  const at = all.indexOf(index);
  const [before, behind] = [all[at - 1], all[at + 1]].map(other =>
    other === undefined || Math.abs(other - index) < 4 ? undefined : pageNumberIn(texts[other] as string),
  );
  return before === value - 1 || behind === value + 1;
}

/** A figure alone between blank lines within a sentence that fills its line: the number of a page, though no other is printed. */
function loneNumbers(shapes: readonly Shape[], cutting: Cutting): number[] {
  return shapes.flatMap(({ line }, index) => {
    const [left, right] = [shapes[index - 1], shapes[index + 1]];
    if (!left || !right || !BARE.test(line.text) || line.gap === 0 || right.line.gap === 0) return [];
    return isFull(left, cutting) && cutReason(left, right, cutting) ? [index] : [];
  });
}

const pageNumberIn = (text: string): number => {
  const ofPages = OF_PAGES.exec(text)?.groups?.number;
  return readNumber(ofPages ?? /[0-9]+|[〇一二三四五六七八九十百]+/.exec(text.normalize('NFKC'))?.[0] ?? '');
};

/** Takes what stands between two pages out of the sentence that goes on behind it. */
function joinAcross(left: Shape, right: Shape, { notes, end }: FootNotes): Change[] {
  const out = { ...join(left, right, ''), rule: 'running-head', why: 'ページの柱や番号が文の途中に入り込んでいる' };
  if (notes.length === 0) return [out];
  const move = left.line.start;
  const ins = notes.map(({ line }) => `\n\n${line.printed}`).join('');
  return [
    { ...out, move },
    { ...out, move, start: end, end, ins, why: 'ページの下の注が文の途中に入り込んでいる' },
  ];
}

/** Notes that stand within a sentence, and the end of the speech, behind which they are put. */
interface FootNotes {
  readonly notes: readonly Shape[];
  readonly end: number;
}

/** Notes at the foot of a page: between its last line and the number of the page or the head of the next. */
function footNotesIn(shapes: readonly Shape[], furniture: ReadonlySet<number>): ReadonlySet<number> {
  const found = new Set<number>();
  for (let index = shapes.length - 2; index > 0; index--)
    if (shapes[index]?.kind === 'note' && (furniture.has(index + 1) || found.has(index + 1))) found.add(index);
  return found;
}

/** Where what is said in a line ends: before the next speaker, or a blank line. */
function endOfSpeech(shapes: readonly Shape[], from: number): number {
  let index = from;
  while (shapes[index + 1]?.line.gap === 0 && shapes[index + 1]?.kind !== 'speech') index++;
  return (shapes[index] as Shape).line.end;
}

const carries = (right: Shape): boolean => CARRYING.includes(right.kind) || falseBullet(right);
const falseBullet = ({ line }: Shape): boolean => line.gap > 0 && FALSE_BULLET.test(line.text);

/** Least width of lines that are wrapped, in columns, and the least number of such lines. */
const LEAST_WIDTH = 16;
const LEAST_LINES = 5;
/** Part of the longest lines that a full line has at least: indented blocks end there too. */
const LEAST_SHARE = 0.6;
/** Columns of one character: punctuation that may not open a line, or hangs behind it, makes lines so much shorter or longer. */
const ONE = 2;

/** Two columns for a full-width character, one for a half-width one (Unicode UAX #11, roughly). */
const columnsOf = (text: string): number => 2 * text.length - (text.match(/[\x20-\x7e\uFF61-\uFF9F]/gu)?.length ?? 0);
const LINE_END = /[\n\r\f\v\u2028\u2029\u0085]/u;

/** Characters; a longer line is not printed. */
const LONGEST_PRINTED = 400;

/** Measures a line as it was printed, the indent included; of one that was joined before, its last part. */
function printedWidth(trace: Trace): (line: Line) => number {
  const toScan = scanOffset(trace, 'before');
  return ({ end }) => {
    const to = toScan(end);
    let from = to;
    while (from > 0 && to - from < LONGEST_PRINTED && !LINE_END.test(trace.scan.charAt(from - 1))) from--;
    return columnsOf(trace.scan.slice(from, to));
  };
}

interface Widths {
  /** That of most long lines which end within a sentence. */
  readonly full: number;
  /** Whether the document wraps its lines there; else they are as long as they are. */
  readonly isUsual: boolean;
  /** A paragraph begins at the margin, its other lines stand one character farther in. */
  readonly isHanging: boolean;
  /** Prose of the document holds it. */
  readonly prose: RegExp;
}

/** Lines that are wrapped pile up at one width, with few beyond it. Asked of the scan: it stays as it is when lines are joined. */
const widthsOf = remember((scan: string): Widths => {
  const lines = scan.split(LINE_END).flatMap(line => (line.trim() === '' ? [] : [line.trimEnd()]));
  const prose = /\p{sc=Hiragana}/u.test(scan) ? HIRAGANA_PROSE : KATAKANA_PROSE;
  const isOpen = (text: string): boolean => !STOPPED.test(text) && prose.test(text);
  const widths = lines.map(columnsOf).toSorted((a, b) => b - a);
  const longest = widths[Math.floor(widths.length / 20)] ?? 0;
  const open = lines.filter(isOpen).map(columnsOf);
  const near = (full: number): number => open.filter(width => width <= full && width > full - 2 * ONE).length;
  const long = open.filter(width => width > longest * LEAST_SHARE).toSorted((a, b) => b - a);
  const full = [...new Set(long)].reduce(
    (best, width) => (near(width) > near(best) ? width : best),
    long[0] ?? longest,
  );
  const beyond = widths.filter(width => width > full + ONE).length;
  const sentences = lines.filter(line => (prose === HIRAGANA_PROSE ? /。/u : prose).test(line)).length;
  const isUsual =
    full >= LEAST_WIDTH && near(full) >= LEAST_LINES && beyond * 4 <= near(full) && sentences * 5 >= lines.length;
  return { full, isUsual, isHanging: hangs(lines, line => isOpen(line) && columnsOf(line) > full - 2 * ONE), prose };
});

const HIRAGANA_PROSE = /\p{sc=Hiragana}|[a-z]{3}/u;
/** `出席議員ハ五名ニシテ`: kanji and katakana alone */
const KATAKANA_PROSE = /\p{sc=Han}[ヲハノニガデモトヘヨシスセテタ]/u;

/** Lines that go on below do so one character farther in twice as often as at the margin. */
function hangs(lines: readonly string[], goesOn: (line: string) => boolean): boolean {
  const behind = lines.slice(1).filter((_, index) => goesOn(lines[index] as string));
  const isAtMargin = (line: string): boolean => /^\S/u.test(line);
  const farther = behind.filter(line => /^[ \u3000]\S/u.test(line)).length;
  return farther >= LEAST_LINES && farther >= 2 * behind.filter(isAtMargin).length;
}

/** @param left columns that what follows would have taken */
const isFull = ({ line }: Shape, { widths, widthOf }: Cutting, left = 0): boolean =>
  widthOf(line) <= widths.full + ONE && widthOf(line) + left > widths.full - 3 * ONE;

/** A Latin word is not cut: `…on Snow and` and `Water in a…` */
function wordBehind({ line }: Shape, right: Shape): number {
  const word = /[A-Za-z][),]?$/u.test(line.text) ? /^[A-Za-z'’-]+/u.exec(right.line.text)?.[0] : undefined;
  return word === undefined ? 0 : 1 + word.length;
}

/** The line is full, the next one is not indented, or no more than it is: it goes on, whatever stands there. */
function isWrapped(left: Shape, right: Shape, cutting: Cutting): boolean {
  if (right.line.gap > 0 || !cutting.widths.isUsual || !isFull(left, cutting, wordBehind(left, right))) return false;
  const { indent } = right.line;
  if (indent === 0) return cutsName(left, right) || cutting.widths.prose.test(left.line.text + right.line.text);
  if (hangsBelow(left, right, cutting)) return true;
  // Below what is said, behind the column of the labels; a paragraph begins one character further in.
  const hasMark = left.kind === 'speech' || left.kind === 'item' || left.kind === 'numbered';
  const column = hasMark ? left.line.indent + left.contentStart : left.line.indent;
  // `【出席】　委員長　　新垣 フェリペ（…）` and what is behind the last gap goes on below it.
  if (indent >= 4 && isColumn(left.line, indent)) return true;
  return (
    indent >= 2 && (indent === column || indent === column - 1 || (left.kind === 'speech' && indent <= column + 1))
  );
}

/** Where paragraphs begin at the margin, what stands one character farther in goes on from above. */
const hangsBelow = (left: Shape, right: Shape, { widths }: Cutting): boolean =>
  widths.isHanging &&
  right.line.indent === 1 &&
  left.line.indent <= 1 &&
  widths.prose.test(left.line.text + right.line.text);

/** Whether words begin at a place of a line, behind a gap. */
const isColumn = ({ text, indent }: Line, place: number): boolean =>
  /^[ \u3000]\S/u.test(text.slice(Math.max(0, place - indent - 1)));

/** The second line of a long heading, below its words: `第12号　…に関する条` and `例の一部を改正する…` */
function isHanging(left: Shape, right: Shape, { widths, widthOf }: Cutting): boolean {
  const isHeading = left.kind === 'numbered' || (left.kind === 'item' && !left.line.text.includes('。'));
  const isBelow =
    right.line.gap === 0 &&
    (right.line.indent >= Math.max(left.line.indent + 1, left.line.indent + left.contentStart - 1) ||
      (right.line.indent > left.line.indent && isCutAbout(left.line.text, right.line.text)));
  return (
    isHeading &&
    isBelow &&
    (widthOf(left.line) > widths.full - 4 * ONE || isDeepBelow(left, right)) &&
    CARRYING.includes(right.kind) &&
    !STOPPED.test(left.line.text) &&
    !right.line.text.includes('。')
  );
}

/** `…の変更につい` and `て（市決定）` */
const isCutAbout = (left: string, right: string): boolean =>
  /(?:に\nついて|につ\nいて|につい\nて)(?:[（(]|$)/u.test(`${left}\n${right}`);

/** `日程第三　議案第十一号　簡易水道` and, below its words, `敷設工事請負契約の締結に`: a title is broken where it looks well */
const isDeepBelow = (left: Shape, right: Shape): boolean =>
  (left.numbering?.style === 'item' || left.numbering?.style === 'bill') &&
  left.contentStart < left.line.text.length &&
  right.kind === 'short' &&
  right.line.indent >= left.line.indent + 4 &&
  !isWholeTitle(left) &&
  !/^[^ \u3000]+[ \u3000]/u.test(right.line.text);

/** `平成二十五年` and `三月四日（月）`, `令和6年5月` and `10日` */
const isCutDate = (left: string, right: string): boolean =>
  (/[0-9〇一二三四五六七八九十元]年$/u.test(left) && /^[0-9一二三四五六七八九十]{1,3}月/u.test(right)) ||
  (/年[0-9一二三四五六七八九十]{1,3}月$/u.test(left) && /^[0-9一二三四五六七八九十]{1,3}日/u.test(right));

/** Cells of a table, or two columns: a wide gap, or a narrower one in what is no sentence. */
export const hasColumns = ({ kind, line }: Shape): boolean =>
  kind !== 'speech' &&
  (/\S(?:\u3000{3,}| {4,})\S/u.test(line.text) || (!line.text.includes('。') && /\S[ \u3000]{2,}\S/u.test(line.text)));

/** `…、賀来 俊（車椅`: a bracket closes on the next line, whatever columns there are */
const leavesOpen = ({ line }: Shape): boolean => /[（(][^（）()]*$/u.test(line.text);

/** `の2か所）`, right below */
const closesBracket = ({ line }: Shape): boolean => line.gap === 0 && /^[^（()）]{0,30}[）)]/u.test(line.text);

/** `青柳隆一（学長）、伊吹早苗（理事）、榎並哲（理事）、香取`: people between commas */
const isList = ({ line }: Shape): boolean =>
  /[、，].*[、，]/u.test(line.text) && !/[。、，]$/u.test(line.text) && !line.text.includes('。');

/** `…、九十九　泰子、小比` and `賀　淳、当麻　節子`: a name is cut, the list goes on. */
const cutsName = (left: Shape, right: Shape): boolean =>
  isList(left) &&
  /[、，][^\s、，（）()]{1,3}$/u.test(left.line.text) &&
  /^[^：:]*[、，][^：:]*$/u.test(right.line.text);

/** `〔「異議なし」と呼`: what is open is closed on the next line. */
const opensBracket = ({ line }: Shape): boolean => /^[〔（(【][^〕）)】]*$/u.test(line.text);

/** `計　委員8名　出席`, below a list */
const TOTAL = /^(?:合?計|以上)[ \u3000]+\S{0,8}[0-9]+[名人]/u;

/** `場　所　商工会館`, below `日　時　…午後６時から` */
const LABEL_OF_HEAD =
  /^(?:(?:開\s*催\s*)?(?:日\s*時|場\s*所)|開催(?:日|年月日)|会\s*場|と\s*こ\s*ろ|[出欠]\s*席\s*(?:者|委員|議員)?|議\s*題|傍\s*聴\s*[者人]|事\s*務\s*局|説\s*明\s*員|配\s*[付布]\s*資\s*料)(?:[ \u3000]+|\s*[：:]\s*)\S/u;

/** `…の許可申請について`: no title goes on behind it */
const isWholeTitle = ({ line }: Shape): boolean => /(?:について|の件|する件)$/u.test(line.text);

interface Cutting extends LineContext {
  readonly widthOf: (line: Line) => number;
  readonly widths: Widths;
  /** Whether wide gaps part columns. */
  readonly partsColumns: boolean;
}

/** The first line of a page as it stands to the last one of the page before: below it, where that is full. */
function acrossPages(left: Shape, right: Shape, cutting: Cutting): Shape {
  const isOpen = isFull(left, cutting) && isProse(left) && !STOPPED.test(left.line.text);
  return { ...right, line: { ...right.line, gap: isOpen ? 0 : 1 } };
}

/** `…を４．` and `６ヘクタール作付けしており、…`, `8,` and `000円`: a figure of a full line goes on. */
const cutsFigure = (left: Shape, right: Shape, cutting: Cutting): boolean =>
  right.line.gap === 0 &&
  isProse(left) &&
  /[0-9][.．,，]$/u.test(left.line.text) &&
  /^[0-9]{1,3}(?![0-9.．]|[ \u3000])/u.test(right.line.text) &&
  isFull(left, cutting);

const BEGINS_WITH_YEAR = /^(?:令和|平成|昭和|大正|明治)[0-9元一二三四五六七八九十]{1,3}年/u;

/** Why the two lines are one sentence, in Japanese; nothing where they are not. */
function cutReason(left: Shape, right: Shape, cutting: Cutting): string | undefined {
  const { text, analyzer, partsColumns } = cutting;
  // A backslash before what follows would be an escape, and gone the next time.
  if (left.line.text.endsWith('\\')) return undefined;
  if (TOTAL.test(right.line.text) || LABEL_OF_HEAD.test(right.line.text)) return undefined;
  // `学校教育課長補佐` and `兼指導主事`: a label in a narrow column
  if (right.line.gap === 0 && left.label && /^兼\p{sc=Han}{2,12}$/u.test(right.line.text)) return '行の折り返しで';
  if (right.line.gap === 0 && isCutDate(left.line.text, right.line.text)) return '日付の途中で';
  // `上妻　みどり` and `蓮沼　剛`
  if (isNameAlone(left.line.text) && isNameAlone(right.line.text)) return undefined;
  // `（様式` and `3）を添えて…`: no number of a point
  const isRest = carries(right) || (leavesOpen(left) && right.numbering?.style === 'closed');
  if ((leavesOpen(left) || isList(left)) && isRest && isWrapped(left, right, cutting)) return '行の折り返しで';
  if (leavesOpen(left) && closesBracket(right) && carries(right)) return '行の折り返しで';
  if (partsColumns && (hasColumns(left) || hasColumns(right))) return undefined;
  if (isHanging(left, right, cutting)) return '行の折り返しで';
  if (isWrapped(left, right, cutting) && carries(right)) {
    if ((left.kind === 'numbered' && !isWholeTitle(left)) || opensBracket(left)) return '行の折り返しで';
    if (RUNNING.includes(left.kind) && left.contentStart < left.line.text.length && !STOPPED.test(left.line.text))
      return '行の折り返しで';
  }
  if (left.kind === 'numbered' && right.kind === 'short' && right.line.gap === 0 && OPEN_TITLE.test(left.line.text))
    return '行の折り返しで';
  if (goesOnBehindQuote(left, right) && isFull(left, cutting)) return '行の折り返しで';
  if (cutsFigure(left, right, cutting)) return '数字の途中で';
  if (!RUNNING.includes(left.kind) || STOPPED.test(left.line.text) || !carries(right)) return undefined;
  if (left.contentStart >= left.line.text.length) return undefined;
  if (left.kind === 'item' && right.line.gap === 0 && REMARK.test(right.line.text)) return '行の折り返しで';
  const place = right.line.gap > 0 ? 'ページの切れ目で' : '行の折り返しで';
  if (isProse(left) && NEVER_FIRST.test(right.line.text)) return place;
  if (hangsBelow(left, right, cutting) && isFull(left, cutting)) return place;
  if (right.line.gap === 0 && left.line.text.endsWith('、')) return place;
  if (isAttested(left, right, text)) return place;
  // The next cell of a schedule: `報告書案の取りまとめ` and `令和7年3月～4月`
  if (left.kind === 'short' && BEGINS_WITH_YEAR.test(right.line.text)) return undefined;
  const sure = right.line.gap === 0 ? endsOpen(left) : (isProse(left) || endsInParticle(left)) && isProse(right);
  return sure && costGain(left.line.text, second(right), analyzer) > marginOf(left, right) ? place : undefined;
}

/** `（２）木質の燃料を用いる地域熱供給の`: the rest of the title stands below */
const OPEN_TITLE = /^[^。]{12,}(?:[のをへ・、]|に(?:係る|関する|向けた|おける)|及び)$/u;

/** `…協議済みです。「道の駅沢の里」` and `は県道に面しているため、…` */
const goesOnBehindQuote = (left: Shape, right: Shape): boolean =>
  RUNNING.includes(left.kind) &&
  carries(right) &&
  right.line.gap === 0 &&
  /[^。][」』]$/u.test(left.line.text) &&
  /^(?:[をへ]|から|など|という|が(?!ん)|は(?![いじ])|に(?!ぎ)|の(?![ちべ])|で(?![はもす])|と(?![くこりて])|も(?![しうっと]))/u.test(
    right.line.text,
  );

function marginOf(left: Shape, right: Shape): number {
  const said = SAID.includes(left.kind) && /\p{sc=Hiragana}$/u.test(left.line.text);
  const begun = left.line.text.includes('。') || said || endsInParticle(left);
  const open = begun && right.line.text.includes('。') && !SENTENCE_END.test(left.line.text);
  return open ? OPEN_MARGIN : MARGIN;
}

/** A sentence or a part of one, not a heading or a label; what a speaker says is one without any mark. */
const SAID: readonly Kind[] = ['speech', 'opinion'];
const isProse = ({ kind, line }: Shape): boolean =>
  SAID.includes(kind) || (kind !== 'short' && /[。、]/u.test(line.text));
/** No heading, no label ends so: `国境を`, `特にデジタル庁においては` */
const endsInParticle = ({ line }: Shape): boolean => /[をがはにへ]$/u.test(line.text);
/** Ends in hiragana as an unfinished clause does (`NISCによる`), but is no title (`…について`). */
const endsOpen = ({ kind, line }: Shape): boolean =>
  (kind !== 'short' && /[。、]/u.test(line.text)) ||
  (/\p{sc=Hiragana}$/u.test(line.text) && !/について$|[るた]$/u.test(line.text.replace(/による$/u, '')));

/** `サ¶イバー攻撃` where the page has サイバー in another place. */
function isAttested(left: Shape, right: Shape, page: string): boolean {
  const tail = /[ァ-ヶー]+$/u.exec(left.line.text)?.[0] ?? '';
  const head = /^[ァ-ヶー]+/u.exec(second(right))?.[0] ?? '';
  return tail !== '' && head !== '' && (tail + head).length >= 4 && page.includes(tail + head);
}

const second = ({ line }: Shape): string => line.text.replace(FALSE_BULLET, '');

/** Cost of the halves apart, less their cost as one. */
function costGain(left: string, right: string, analyzer: Analyzer): number {
  const tail = /[^、。「」（）()]{1,40}$/u.exec(left)?.[0] ?? '';
  const head = /^[^、。「」]{1,40}/u.exec(right)?.[0] ?? '';
  return analyzer.cost(tail) + analyzer.cost(head) - analyzer.cost(tail + head);
}

function join(left: Shape, right: Shape, reason: string): Change {
  const start = left.line.end;
  const end = right.line.end - second(right).length;
  return {
    start,
    end,
    ins: latinGap(left.line.text, right.line.text),
    rule: 'join',
    by: 'rule',
    why: `${reason}文が切れている`,
  };
}

/** Two Latin words keep a space between them (`Security¶Partnership`), one that was cut does not (`GCH¶Q`). */
function latinGap(left: string, right: string): string {
  const before = /[A-Za-z]+$/.exec(left)?.[0];
  const behind = /^[A-Za-z]+/.exec(right)?.[0];
  if (before === undefined || behind === undefined) return '';
  return before === before.toUpperCase() && behind === behind.toUpperCase() ? '' : ' ';
}
