/** Finds characters that deceive: those that are invisible, and names that look like others. */

import { applySure, type Rule } from '@tsuzuri/convert/4-correct/rules';
import type { Term } from '@tsuzuri/core/card';
import { warningAt } from '@tsuzuri/core/messages';
import { codePoint, showInvisible } from '@tsuzuri/core/unicode';
import { say } from '@tsuzuri/core/wording';
import type { VFileMessage } from 'vfile-message';
import type { Check } from './check.ts';

export const homoglyphCheck: Check = {
  id: 'homoglyph',
  level: 'warning',
  run: ({ book, sources: { terms, rules, texts, known, redirects } }) =>
    checkCharacters(
      [...terms, ...rules, ...texts, ...known, ...(redirects ? [redirects] : [])],
      book.terms.flatMap(namesOf),
      name => correct(name, book.rules),
    ),
};

interface TextFile {
  readonly file: string;
  readonly text: string;
}

/** A name of an entry, and where it stands. */
interface Name {
  /** Of the entry. */
  readonly id: string;
  readonly file: string;
  readonly name: string;
  /** From 1; asked for only where something is wrong. */
  readonly line: () => number;
}

const namesOf = ({ id, file, term, aliases, names, card }: Term): Name[] => [
  { id, file, name: term, line: () => card.line('term') },
  ...aliases.map((name, index) => ({ id, file, name, line: () => card.line('aliases', index) })),
  ...names.map(({ name }, index) => ({ id, file, name, line: () => card.line('names', index) })),
];

/** What the rules would make of a name if it stood in a scan. */
const correct = (name: string, rules: readonly Rule[]): string =>
  rules.filter(({ doubt }) => !doubt).reduce((text, rule) => applySure(text, rule.find(text, text)), name);

/** @param correct what the rules for scans would make of a name: `サイバ一攻撃` → `サイバー攻撃` */
export function checkCharacters(
  texts: readonly TextFile[],
  names: readonly Name[],
  correct: (name: string) => string,
): VFileMessage[] {
  return [
    ...texts.flatMap(invisibleCharacters),
    ...names.flatMap(foreignCharacters),
    ...names.flatMap(name => misreadName(name, correct(name.name))),
    ...namesThatLookAlike(names),
  ];
}

/**
 * Place by place the same to the eye. Latin: characters of living alphabets that Unicode (UTS #39, confusables.txt) maps to
 * Latin ones and that look the same in print. Japanese: the pairs of `docs/rules/kanji-in-katakana.md`, and the kana that
 * are written alike.
 */
const TABLE = [
  { caption: 'キリル文字', from: 'АВЕЅІЈКМНОРСТУХԚԜҮаеѕіјорсухԁԛԝһ', to: 'ABESIJKMHOPCTYXQWYaesijopcyxdqwh' },
  { caption: 'ギリシア文字', from: 'ΑΒΕΖΗΙΚΜΝΟΡΤΥΧανοιρυ', to: 'ABEZHIKMNOPTYXavoipu' },
  { caption: '漢字', from: '力口二一工夕八卜千', to: 'カロニーエタハトチ' },
  { caption: '平仮名', from: 'へべぺ', to: 'ヘベペ' },
  { caption: '横棒', from: '―—–‐‑−', to: 'ーーーーーー' },
] as const;

const LOOKS: ReadonlyMap<string, string> = new Map(
  TABLE.flatMap(({ from, to }) => Array.from(from, (character, at) => [character, to.charAt(at)] as const)),
);

/** `І` (U+0406) → `I` */
const looksLike = (character: string): string => LOOKS.get(character) ?? character;

/** Characters without a glyph. */
const IGNORABLE = /\p{Default_Ignorable_Code_Point}/gu;

/** Texts that look the same have the same one: `NІSC` and `ＮＩＳＣ` have that of `NISC`. */
const appearance = (text: string): string =>
  Array.from(text.normalize('NFKC').replace(IGNORABLE, ''), looksLike).join('');

const SCRIPTS = [
  { name: 'check.latin', character: /\p{sc=Latin}/u },
  { name: 'check.cyrillic', character: /\p{sc=Cyrillic}/u },
  { name: 'check.greek', character: /\p{sc=Greek}/u },
  { name: 'check.kanji', character: /\p{sc=Han}/u },
  { name: 'check.longVowel', character: /ー/u },
  { name: 'check.katakana', character: /\p{sc=Katakana}/u },
  { name: 'check.hiragana', character: /\p{sc=Hiragana}/u },
  { name: 'check.digit', character: /\p{N}/u },
  { name: 'check.symbol', character: /./su },
] as const;

/** `キリル文字` */
const scriptOf = (character: string): string =>
  say(SCRIPTS.find(script => script.character.test(character))?.name ?? 'check.symbol');

/** In this order; what none of them names is another character without width. */
const INVISIBLE = [
  { rule: 'bidi', character: /\p{Bidi_Control}/u, reason: 'check.bidi' },
  { rule: 'invisible-letter', character: /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}]/u, reason: 'check.control' },
  { rule: 'invisible-letter', character: /\u00ad/u, reason: 'check.softHyphen' },
  { rule: 'invisible-letter', character: /./su, reason: 'check.noWidth' },
] as const;

/** Any invisible character. */
const CANDIDATE = /[\p{Bidi_Control}\p{Default_Ignorable_Code_Point}\p{Cc}\p{Cs}\p{Zl}\p{Zp}]/gu;
const LAYOUT = /[\r\t]/;
/** Before a character that says which form of it is meant: `❤️`, `葛󠄀` */
const HAS_FORMS = /[\p{Extended_Pictographic}\p{sc=Han}]$/u;
const FORM = /\p{Variation_Selector}/u;
/** `👩‍💻` is two pictures and U+200D. */
const JOINED = /[\p{Extended_Pictographic}\p{Variation_Selector}]$/u;

/** Characters shown on either side. */
const AROUND = 8;

function invisibleCharacters({ file, text }: TextFile): VFileMessage[] {
  const lines = text.replace(/^\ufeff/, '').split('\n');
  return lines.flatMap((line, index) => {
    const stray = [...line.matchAll(CANDIDATE)].filter(found => isStray(found[0], line.slice(0, found.index)));
    // Each character once a line.
    const first = new Map(stray.toReversed().map(found => [found[0], found.index]));
    return [...first].toReversed().map(([character, at]) => {
      const { rule, reason } = INVISIBLE.find(kind => kind.character.test(character)) ?? INVISIBLE[3];
      const place = showInvisible(around(line, at));
      const said = say(reason, { code: codePoint(character), place });
      return warningAt({ file, line: index + 1, rule }, said, say('check.erase'));
    });
  });
}

/** The characters on either side of one; none is cut in half. */
function around(line: string, at: number): string {
  const before = Array.from(line.slice(Math.max(0, at - 2 * AROUND - 1), at)).slice(-AROUND);
  const [character = '', ...after] = Array.from(line.slice(at, at + 2 * AROUND + 2).replace(/\r$/, ''));
  return [...before, character, ...after.slice(0, AROUND)].join('');
}

function isStray(character: string, before: string): boolean {
  if (LAYOUT.test(character)) return false;
  if (FORM.test(character)) return !HAS_FORMS.test(before.slice(-2));
  return !(character === '\u200d' && JOINED.test(before.slice(-2)));
}

/** A word of characters that are, or look, Latin: `NІSC`; not `α版`, and not a word that is Greek. */
const WORD = /[\p{sc=Latin}\p{sc=Cyrillic}\p{sc=Greek}]{2,}/gu;
const LATIN = /\p{sc=Latin}/u;

/** Characters of another alphabet in a word that reads as a Latin one. */
function foreignCharacters({ file, line, name }: Name): VFileMessage[] {
  const words = (name.match(WORD) ?? []).filter(word =>
    Array.from(word).every(character => LATIN.test(looksLike(character))),
  );
  const foreign = new Set(words.flatMap(word => Array.from(word).filter(character => !LATIN.test(character))));
  return [...foreign].map(character =>
    warningAt(
      { file, line: line(), rule: 'homoglyph' },
      ...say('check.foreignCharacter', {
        name: showInvisible(name),
        character: named(character),
        looks: looksLike(character),
      }),
    ),
  );
}

/** A name that a rule would correct if it stood in a scan. */
function misreadName({ file, line, name }: Name, corrected: string): VFileMessage[] {
  if (corrected === name) return [];
  return [
    warningAt(
      { file, line: line(), rule: 'homoglyph' },
      ...say('check.misreadName', {
        name: showInvisible(name),
        corrected: showInvisible(corrected),
        difference: difference(name, corrected),
      }),
    ),
  ];
}

/** Names of two entries that differ, though they look the same. Two that are the same are `shared-name`. */
function namesThatLookAlike(names: readonly Name[]): VFileMessage[] {
  const first = new Map<string, Name>();
  return names.flatMap(mine => {
    const look = appearance(mine.name);
    const other = first.get(look);
    if (other === undefined) first.set(look, mine);
    if (other === undefined || other.id === mine.id || other.name === mine.name) return [];
    return [
      warningAt(
        { file: mine.file, line: mine.line(), rule: 'homoglyph' },
        ...say('check.sameLook', {
          name: showInvisible(mine.name),
          other: showInvisible(other.name),
          file: other.file,
          difference: difference(mine.name, other.name),
        }),
      ),
    ];
  });
}

/** Which character differs first, and from which one: `（「一」（U+4E00、漢字）と「ー」（U+30FC、長音記号））` */
function difference(mine: string, other: string): string {
  const [characters, others] = [Array.from(mine), Array.from(other)];
  const at = characters.findIndex((character, index) => character !== others[index]);
  const [character, instead] = [characters[at], others[at]];
  if (character === undefined || instead === undefined) return '';
  return say('check.difference', { mine: named(character), other: named(instead) });
}

/** `「І」（U+0406、キリル文字）` */
const named = (character: string): string =>
  say('check.character', {
    character: showInvisible(character),
    code: codePoint(character),
    script: scriptOf(character),
  });
