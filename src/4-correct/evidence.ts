/** Looks for what contradicts itself within one page; all of it is left to a person. */
import type { Block, Words as Leaf, Minutes } from '../minutes.ts';
import { type Doubt, scanOffset } from '../trace.ts';
import { leavesOf } from './index.ts';
import { lookAlikesOf, oddNames, oddWords } from './odd-words.ts';
import type { Rule } from './rules.ts';

/** Family name and office: `前田本部長`, `後藤本部員` */
const OFFICE = /(?:本部|委員|部会|座|会|議|構成|分科会)(?:長|員)$/u;

export function findContradictions(minutes: Minutes, rules: readonly Rule[]): Doubt[] {
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

export interface Contradiction {
  readonly words: Leaf;
  readonly suggestion: string;
  readonly rule: string;
  readonly why: string;
}

/** A speaker whose office is one letter off the office of everybody else on the list: 前田本部長 among 本部員. */
function oddOffices({ children, meeting }: Minutes): Contradiction[] {
  const families = meeting.attendees.flatMap(({ name }) => (name ? [name.split(' ')[0] as string] : []));
  const speakers = labelsOf(children).flatMap(words => {
    const family = families.find(name => words.value.startsWith(name));
    const office = family === undefined ? undefined : words.value.slice(family.length);
    return office !== undefined && OFFICE.test(office) ? [{ words, family: family as string, office }] : [];
  });
  const holders = new Map<string, Set<string>>();
  for (const { office, family } of speakers) holders.set(office, (holders.get(office) ?? new Set()).add(family));
  return speakers.flatMap(({ words, family, office }) => {
    const usual = [...holders].find(([other, names]) => names.size >= 3 && oneLetterApart(other, office))?.[0];
    const listed = meeting.attendees.some(({ name, role }) => name?.startsWith(family) && role?.includes(office));
    if (usual === undefined || (holders.get(office)?.size ?? 0) > 1 || listed) return [];
    const why = `ほかの${holders.get(usual)?.size}人は「${usual}」で、出席者名簿にも「${family}」が「${office}」であるとは書かれていない`;
    return [{ words, suggestion: family + usual, rule: 'odd-office', why }];
  });
}

export function labelsOf(blocks: readonly Block[]): Leaf[] {
  return blocks.flatMap(block => (block.type === 'speech' && block.label ? [block.label] : []));
}

const oneLetterApart = (a: string, b: string): boolean =>
  a.length === b.length && [...a].filter((letter, index) => letter !== [...b][index]).length === 1;

/** `第1回`, `第2回`, `第4回` in a table; `1.`, `2.`, `4.` of headings. */
const COUNTED = /^(?:第\s*)?[（(]?\s*(?<number>[0-9]{1,2})\s*[)）.．回]/u;

function gaps(minutes: Minutes): Contradiction[] {
  const tables = minutes.children.flatMap(block =>
    block.type === 'table' ? [block.rows.flatMap(row => row.slice(0, 1))] : [],
  );
  const headings = leavesOf(minutes).flatMap(({ leaf, place }) => (place === 'heading' ? [leaf] : []));
  const styles = new Map<string, Leaf[]>();
  for (const leaf of headings) {
    const style =
      COUNTED.exec(leaf.value)?.[0]
        .replace(/[0-9]+/, '#')
        .normalize('NFKC') ?? '';
    if (COUNTED.test(leaf.value)) styles.set(style, [...(styles.get(style) ?? []), leaf]);
  }
  return [...tables, ...styles.values()].flatMap(gapsIn);
}

function gapsIn(series: readonly Leaf[]): Contradiction[] {
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
