/** Looks for names and words that stand once, a look-alike letter off what the page or its attendance list has. */

import type { Minutes } from '../minutes.ts';
import { type Contradiction, labelsOf } from './evidence.ts';
import type { Rule } from './rules.ts';

/** A word worth comparing: kanji and katakana without a break (`情報流通行政局`, `サイバー局`). */
const WORD = /[\p{sc=Han}ァ-ヶー々]{4,10}/gu;
const LONGEST = 10;
const SHORTEST = 4;
/** A word that stands so often is no slip. */
const OFTEN = 3;

/** Letters that are taken for each other, by the cards that know such pairs. */
export type LookAlikes = ReadonlyMap<string, readonly string[]>;

export function lookAlikesOf(rules: readonly Rule[]): LookAlikes {
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

/** `片出委員` where the list has 片山 and nobody named 片出. */
export function oddNames({ children, meeting }: Minutes, alike: LookAlikes): Contradiction[] {
  const families = new Set(meeting.attendees.flatMap(({ name }) => (name ? [name.split(' ')[0] as string] : [])));
  return labelsOf(children).flatMap(words => {
    if ([...families].some(family => words.value.startsWith(family))) return [];
    const meant = [...families].filter(family => family.length >= 2 && isAlike(words.value, family, alike));
    if (meant.length !== 1) return [];
    const suggestion = meant[0] + words.value.slice(meant[0]?.length);
    return [{ words, suggestion, rule: 'odd-name', why: `出席者名簿にこの名はなく、一字違いの「${meant[0]}」がある` }];
  });
}

/** Whether a label begins with a name but for one letter that is taken for its own. */
function isAlike(label: string, family: string, alike: LookAlikes): boolean {
  const differing = [...family].flatMap((letter, index) => (label[index] === letter ? [] : [index]));
  const [at] = differing;
  return (
    differing.length === 1 && at !== undefined && (alike.get(family[at] as string) ?? []).includes(label[at] ?? '')
  );
}

/** `情報流通行政局` three times, `情報流通行攻局` once; `サイバー一局` beside many a `サイバー局`. */
export function oddWords({ trace }: Minutes, alike: LookAlikes): Contradiction[] {
  const places = piecesOf(trace.text);
  const often = new Map<string, number>();
  for (const [word] of trace.text.matchAll(WORD)) often.set(word, (often.get(word) ?? 0) + 1);
  const found = new Map<number, Contradiction>();
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

/** What a word becomes by one slip: a look-alike letter, a letter twice, a bar twice, a katakana letter lost. */
function slipsOf(word: string, alike: LookAlikes): string[] {
  return [...word].flatMap((letter, at) => {
    const [before, behind] = [word.slice(0, at), word.slice(at + 1)];
    const twice = [letter, ...(letter === 'ー' ? ['一'] : [])].map(more => before + letter + more + behind);
    const inside = /[ァ-ヶー]$/u.test(before) && /^[ァ-ヶー]/u.test(behind) && /[ァ-ヶー]/u.test(letter);
    return [
      ...(alike.get(letter) ?? []).map(other => before + other + behind),
      ...twice,
      ...(inside ? [before + behind] : []),
    ];
  });
}
