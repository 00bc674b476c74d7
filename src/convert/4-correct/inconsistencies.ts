/** Finds inconsistencies within one page; all of them become doubts. */
import type { Block, Minutes, TextRun } from '@tsuzuri/core/minutes';
import { type Doubt, scanOffset } from '@tsuzuri/core/trace';
import { textRunsOf } from './index.ts';
import type { Rule } from './rules.ts';

/** Family name and office: `前田本部長`, `後藤本部員` */
const OFFICE = /(?:本部|委員|部会|座|会|議|構成|分科会)(?:長|員)$/u;

export function findInconsistencies(minutes: Minutes, rules: readonly Rule[]): Doubt[] {
  const toScan = scanOffset(minutes.trace);
  const alike = lookAlikesOf(rules);
  const found = [...oddOffices(minutes), ...gaps(minutes), ...oddNames(minutes, alike), ...oddWords(minutes, alike)];
  return found.map(({ words, suggestion, rule, why }) => ({
    at: toScan(words.start),
    length: words.value.length,
    suggestion,
    rule,
    why,
  }));
}

interface Inconsistency {
  readonly words: TextRun;
  readonly suggestion: string;
  readonly rule: string;
  readonly why: string;
}

/** A speaker whose office differs by one character from the office of all others on the list: 前田本部長 among 本部員. */
function oddOffices({ children, meeting }: Minutes): Inconsistency[] {
  const families = meeting.attendees.flatMap(({ name }) => (name ? [name.split(' ')[0] as string] : []));
  const speakers = labelsOf(children).flatMap(words => {
    const family = families.find(name => words.value.startsWith(name));
    const office = family === undefined ? undefined : words.value.slice(family.length);
    return office !== undefined && OFFICE.test(office) ? [{ words, family: family as string, office }] : [];
  });
  const holders = new Map<string, Set<string>>();
  for (const { office, family } of speakers) holders.set(office, (holders.get(office) ?? new Set()).add(family));
  return speakers.flatMap(({ words, family, office }) => {
    const usual = [...holders].find(([other, names]) => names.size >= 3 && differByOne(other, office))?.[0];
    const listed = meeting.attendees.some(({ name, role }) => name?.startsWith(family) && role?.includes(office));
    if (usual === undefined || (holders.get(office)?.size ?? 0) > 1 || listed) return [];
    const why = `ほかの${holders.get(usual)?.size}人は「${usual}」で、出席者名簿にも「${family}」が「${office}」であるとは書かれていない`;
    return [{ words, suggestion: family + usual, rule: 'odd-office', why }];
  });
}

function labelsOf(blocks: readonly Block[]): TextRun[] {
  return blocks.flatMap(block => (block.type === 'speech' && block.label ? [block.label] : []));
}

const differByOne = (a: string, b: string): boolean =>
  a.length === b.length && [...a].filter((character, index) => character !== [...b][index]).length === 1;

/** `第1回`, `第2回`, `第4回` in a table; `1.`, `2.`, `4.` of headings. */
const COUNTED = /^(?:第\s*)?[（(]?\s*(?<number>[0-9]{1,2})\s*[)）.．回]/u;

function gaps(minutes: Minutes): Inconsistency[] {
  const tables = minutes.children.flatMap(block =>
    block.type === 'table' ? [block.rows.flatMap(row => row.slice(0, 1))] : [],
  );
  const headings = textRunsOf(minutes).flatMap(({ run, place }) => (place === 'heading' ? [run] : []));
  const styles = new Map<string, TextRun[]>();
  for (const run of headings) {
    const style =
      COUNTED.exec(run.value)?.[0]
        .replace(/[0-9]+/, '#')
        .normalize('NFKC') ?? '';
    if (COUNTED.test(run.value)) styles.set(style, [...(styles.get(style) ?? []), run]);
  }
  return [...tables, ...styles.values()].flatMap(gapsIn);
}

function gapsIn(series: readonly TextRun[]): Inconsistency[] {
  const numbered = series.flatMap(words => {
    const number = Number(COUNTED.exec(words.value)?.groups?.number);
    return Number.isNaN(number) ? [] : [{ words, number }];
  });
  return numbered.flatMap(({ words, number }, index) => {
    const before = numbered[index - 1]?.number;
    if (before === undefined || number <= before + 1) return [];
    return [{ words, suggestion: '', rule: 'gap', why: `番号が ${before} から ${number} に飛んでいる` }];
  });
}

// Names and words that stand once and differ by a look-alike character from what the page or its attendance list has.

/** A word worth comparing: kanji and katakana without a break (`情報流通行政局`, `サイバー局`). */
const WORD = /[\p{sc=Han}ァ-ヶー々]{4,10}/gu;
const LONGEST = 10;
const SHORTEST = 4;
/** A word that stands so often is no slip. */
const OFTEN = 3;

/** Characters that are taken for each other, by the cards that have such pairs. */
type LookAlikes = ReadonlyMap<string, readonly string[]>;

function lookAlikesOf(rules: readonly Rule[]): LookAlikes {
  const pairs = rules.flatMap(({ card }) => (Array.isArray(card.data.confuse) ? card.data.confuse : []));
  const alike = new Map<string, string[]>();
  for (const [read, meant] of pairs as [string, string][])
    for (const [a, b] of [
      [read, meant],
      [meant, read],
    ] as const)
      if (/^[\p{sc=Han}ァ-ヶー]$/u.test(a) && b.length === 1) alike.set(a, [...(alike.get(a) ?? []), b]);
  return alike;
}

/** `片出委員` where the list has 片山 and no one named 片出. */
function oddNames({ children, meeting }: Minutes, alike: LookAlikes): Inconsistency[] {
  const families = new Set(meeting.attendees.flatMap(({ name }) => (name ? [name.split(' ')[0] as string] : [])));
  return labelsOf(children).flatMap(words => {
    if ([...families].some(family => words.value.startsWith(family))) return [];
    const meant = [...families].filter(family => family.length >= 2 && isAlike(words.value, family, alike));
    if (meant.length !== 1) return [];
    const suggestion = meant[0] + words.value.slice(meant[0]?.length);
    return [{ words, suggestion, rule: 'odd-name', why: `出席者名簿にこの名はなく、一字違いの「${meant[0]}」がある` }];
  });
}

/** Whether a label begins with a name but for one look-alike character. */
function isAlike(label: string, family: string, alike: LookAlikes): boolean {
  const differing = [...family].flatMap((character, index) => (label[index] === character ? [] : [index]));
  const [at] = differing;
  return (
    differing.length === 1 && at !== undefined && (alike.get(family[at] as string) ?? []).includes(label[at] ?? '')
  );
}

/** `情報流通行政局` three times, `情報流通行攻局` once; `サイバー一局` beside many a `サイバー局`. */
function oddWords({ trace }: Minutes, alike: LookAlikes): Inconsistency[] {
  const places = piecesOf(trace.text);
  const often = new Map<string, number>();
  for (const [word] of trace.text.matchAll(WORD)) often.set(word, (often.get(word) ?? 0) + 1);
  const found = new Map<number, Inconsistency>();
  for (const [word, times] of often) {
    if (times < OFTEN) continue;
    for (const slip of slipsOf(word, alike)) {
      const [start, another] = places.get(slip) ?? [];
      if (start === undefined || another !== undefined) continue;
      const why = `この文書では「${word}」が${times}か所にあり、これと似た形はここだけにある`;
      found.set(start, { words: { value: slip, start }, suggestion: word, rule: 'odd-word', why });
    }
  }
  return [...found.values()];
}

/** Where each piece of a run of kanji and katakana stands: the first two places. */
function piecesOf(text: string): Map<string, number[]> {
  const places = new Map<string, number[]>();
  for (const { 0: run, index } of text.matchAll(/[\p{sc=Han}ァ-ヶー々]{4,}/gu))
    for (let start = 0; start + SHORTEST <= run.length; start++)
      for (let end = start + SHORTEST; end <= Math.min(run.length, start + LONGEST + 1); end++) {
        const piece = run.slice(start, end);
        const known = places.get(piece);
        if (known === undefined) places.set(piece, [index + start]);
        else if (known.length < 2) known.push(index + start);
      }
  return places;
}

/** What a word becomes by one slip: a look-alike character, a character twice, a bar twice, a katakana character lost. */
function slipsOf(word: string, alike: LookAlikes): string[] {
  return [...word].flatMap((character, at) => {
    const [before, behind] = [word.slice(0, at), word.slice(at + 1)];
    const twice = [character, ...(character === 'ー' ? ['一'] : [])].map(more => before + character + more + behind);
    const inside = /[ァ-ヶー]$/u.test(before) && /^[ァ-ヶー]/u.test(behind) && /[ァ-ヶー]/u.test(character);
    return [
      ...(alike.get(character) ?? []).map(other => before + other + behind),
      ...twice,
      ...(inside ? [before + behind] : []),
    ];
  });
}
