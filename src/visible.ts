/** Writes what cannot be seen so that a reader sees it. */

/** White space: `と、\n 林` → `と、⏎␣林` */
export const visible = (letters: string): string => letters.replace(/\r?\n/g, '⏎').replace(/[ \u3000]/g, '␣');

/** Letters that steer a terminal, a log or the direction of a line: controls, U+202E and its like. */
const STEERING = /[\p{Cc}\p{Bidi_Control}\u2028\u2029]/gu;

/** A text that may hold anything, on one line that does nothing: U+202E becomes `⟨U+202E⟩`. `spared` stay as they are. */
export const plain = (text: string, spared = ''): string =>
  text.replace(STEERING, letter => {
    if (spared.includes(letter)) return letter;
    return letter === '\n' ? '⏎' : `⟨U+${letter.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}⟩`;
  });
