/** Writes white space so that a reader sees it. */

/** `と、\n 林` → `と、⏎␣林` */
export const visible = (letters: string): string => letters.replace(/\r?\n/g, '⏎').replace(/[ \u3000]/g, '␣');
