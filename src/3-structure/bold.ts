/** Takes out bold marks that CommonMark cannot close. */
import type { Change } from '../trace.ts';

/** Bold of the scan: `**米国と合意**` */
const BOLD = /(?<before>.?)\*\*(?=\S)(?<words>[^*\n]+?)(?<=\S)\*\*(?<behind>.?)/gu;
const PUNCTUATION = /[\p{P}\p{S}]/u;
const EDGE = /^\s?$/u;

/**
 * A mark beside punctuation opens or closes only if punctuation or white space stands on its other side too
 * (CommonMark 0.31, 6.2): `**演習(CYDER)**を実施` would show its stars to every reader but those who know Japanese.
 */
export function findUnclosedBold(text: string): Change[] {
  const changes: Change[] = [];
  for (const match of text.matchAll(BOLD)) {
    const { before = '', words = '', behind = '' } = match.groups ?? {};
    if (flanks(before, words.charAt(0)) && flanks(behind, words.slice(-1))) continue;
    const open = match.index + before.length;
    for (const start of [open, open + 2 + words.length])
      changes.push({ start, end: start + 2, ins: '', rule: 'bold', by: 'rule', why: '閉じられない強調の印を除く' });
  }
  return changes;
}

const flanks = (outside: string, inside: string): boolean =>
  !PUNCTUATION.test(inside) || EDGE.test(outside) || PUNCTUATION.test(outside);
