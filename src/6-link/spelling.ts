/** Decides whether a place in a text spells a name: by its capitals, by its spaces. */
import type { Term } from '../card.ts';
import { fold } from './fold.ts';

/** How one name of an entry is written. */
export interface Spelling {
  /** Without any space. */
  readonly tight: string;
  /** With the spaces that count, as `loosen` leaves them, in lower case. */
  readonly loose: string;
  /** Capitals must agree. */
  readonly exact: boolean;
}

/** A space beside a character that is neither letter nor digit of the Latin script: `JPCERT / CC`, `IT 障害`, `重要 インフラ`. */
const IDLE_SPACE = /(?<![\p{sc=Latin}\p{Nd}])\s+|\s+(?![\p{sc=Latin}\p{Nd}])/gu;

/** A space between letter and digit, which authors write or leave out: `SP 800-171`. */
const LETTER_DIGIT_SPACE = /(?<=\p{sc=Latin})\s(?=\p{Nd})|(?<=\p{Nd})\s(?=\p{sc=Latin})/gu;

/** A small letter, the sign of a name that is no word in capitals: `nicter`, `IoT`, `Wi-Fi`. */
const SMALL_LETTER = /\p{Ll}/u;

/**
 * The spelling of a name. `ACTIVE` and `IT` match in capitals alone, for `Active` and `it` are words of English;
 * `nicter` and `DDoS` match in any case, for they are none. The card says otherwise with `case: exact` or `case: any`.
 */
export function spellingOf(term: Term, name: string): Spelling {
  const { text, lower } = fold(name);
  const asked = term.card?.data.case;
  const exact = asked === 'exact' || (asked !== 'any' && !SMALL_LETTER.test(text));
  return { tight: text.replace(/\s/gu, ''), loose: loosen(lower), exact };
}

/** Whether folded `text`, which has the letters of the name in some case and with some spaces, is the name. */
export function spells(spelling: Spelling, text: string): boolean {
  const hasNoSpace = text.length === spelling.tight.length;
  const tight = hasNoSpace ? text : text.replace(/\s/gu, '');
  if (spelling.exact && tight !== spelling.tight) return false;
  if (hasNoSpace && spelling.loose.length === spelling.tight.length) return true;
  const loose = loosen(text.toLowerCase());
  return loose === spelling.loose || loose === spelling.loose.replace(LETTER_DIGIT_SPACE, '');
}

function loosen(text: string): string {
  return text.replace(IDLE_SPACE, '').replace(/\s+/gu, ' ');
}
