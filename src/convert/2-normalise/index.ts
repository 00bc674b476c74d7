/** Normalises the forms of a character, each change an edit; never a whole page through NFKC. */
import type { Change } from '@tsuzuri/core/trace';

interface Step {
  readonly rule: string;
  readonly why: string;
  /** What may be folded; everything else stays: ① ㈱ 髙 﨑 神(U+FA19) are characters of their own. */
  readonly pattern: RegExp;
}

/** Order does not matter: no two steps touch the same character. */
const STEPS: readonly Step[] = [
  // `ｻｲﾊﾞｰ` → サイバー
  { rule: 'half-width-kana', why: '半角カナを全角にする', pattern: /[\uFF66-\uFF9F]+/gu },
  // `ＮＩＳＣ`, `第３１回` → NISC, 第31回
  { rule: 'full-width-letter', why: '全角の英数字を半角にする', pattern: /[０-９Ａ-Ｚａ-ｚ]+/gu },
  // `⼀般` with a Kangxi radical (U+2F00) → 一般
  { rule: 'radical', why: '部首用の文字を通常の漢字にする', pattern: /[\u2F00-\u2FD5]+/gu },
  // `︵案︶`, set for vertical lines → (案)
  {
    rule: 'vertical-form',
    why: '縦書き用の記号を通常の記号にする',
    pattern: /[\uFE10-\uFE19\uFE30-\uFE44\uFE47\uFE48]+/gu,
  },
];

export function findNormalisations(text: string): Change[] {
  return STEPS.flatMap(({ rule, why, pattern }) =>
    [...text.matchAll(pattern)].map(match => ({
      start: match.index,
      end: match.index + match[0].length,
      ins: match[0].normalize('NFKC'),
      rule,
      by: 'rule' as const,
      why,
    })),
  );
}
