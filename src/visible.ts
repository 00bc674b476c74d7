/** Writes what a reader does not see so that it is seen. */

/** White space: `と、\n 林` → `と、⏎␣林` */
export const visible = (letters: string): string => letters.replace(/\r?\n/g, '⏎').replace(/[ \u3000]/g, '␣');

/** The number of a letter in Unicode: `U+202E` */
export const codePoint = (letter: string): string =>
  `U+${(letter.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;

/** Controls, letters without width, spaces of an odd kind. */
const UNSEEN = /[\p{C}\p{Z}\p{Default_Ignorable_Code_Point}]/gu;

/** `サイ\u200bバー` → `サイ[U+200B]バー` */
export const spelt = (letters: string): string => visible(letters).replace(UNSEEN, letter => `[${codePoint(letter)}]`);

/** Letters without a shape, which steer a terminal, a log or the direction of a line: U+0007, U+200B, U+202E. */
const STEERING = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;

/** A text that may hold anything, on one line that does nothing; its spaces stay. */
export const plain = (text: string): string =>
  text.replace(STEERING, letter => (letter === '\n' ? '⏎' : `[${codePoint(letter)}]`));
