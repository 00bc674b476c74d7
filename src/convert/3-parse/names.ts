/** Parts what a list runs together (family name, given name, post) by the names and the words of the dictionary. */
import { optional } from '@tsuzuri/core/collections';
import type { Attendee } from '@tsuzuri/core/minutes';
import type { Analyzer, Word } from '../morphology/index.ts';
import { isSpread } from './people.ts';
import { isSpeakerLabel } from './speech.ts';

/** What the dictionary is asked. */
export type Lexicon = Pick<Analyzer, 'kinds' | 'tokenize'>;

const FAMILY_NAME = '名詞,固有名詞,人名,姓';
const GIVEN_NAME = '名詞,固有名詞,人名,名';
const PLACE = '名詞,固有名詞,地域,一般';
/** `雪谷川`, a river: people are called so, too. */
const OTHER_NAME = '名詞,固有名詞,一般';

/** `市`, `支所`, `大学`, `警察`: behind a place it is no family name */
const BEHIND_PLACE =
  /^(?:[都道府県市区町村郡島港駅校館園所署局]$|[支本][所店部社局]|大学|高校|高等|小学|中学|病院|営業所|出張所|事務所|保健所|警察|消防|地[区方域])/u;
const POST =
  /(?:[長員監官役事査幹]|補佐|代理者?|書記|主任|技師|教授|司書|顧問|プロデューサー|ディレクター|マネージャー)$/u;
/** Of the dictionary's ordinary nouns. */
const WORD = /^名詞,(?:一般|サ変接続|形容動詞語幹)/u;
/** Characters. */
const LONGEST_NAME = 7;

/** The dictionary has it as an ordinary noun, and as no name. */
export function isWord(word: string, lexicon: Lexicon): boolean {
  const kinds = lexicon.kinds(word);
  return kinds.some(kind => WORD.test(kind)) && ![FAMILY_NAME, GIVEN_NAME, PLACE].some(kind => kinds.includes(kind));
}

/** One ordinary noun, or several: `委員会`. */
export const areWords = (text: string, lexicon: Lexicon): boolean =>
  isWord(text, lexicon) ||
  (lexicon.kinds(text).length === 0 && lexicon.tokenize(text).every(({ surface }) => isWord(surface, lexicon)));

/** A family name or a place, which many have as one; a rare name the dictionary does not have. */
export function mayBeFamily(word: string, lexicon: Lexicon): boolean {
  const kinds = lexicon.kinds(word);
  if (kinds.length > 0) return [FAMILY_NAME, GIVEN_NAME, PLACE, OTHER_NAME].some(kind => kinds.includes(kind));
  return !areWords(word, lexicon);
}

/** The dictionary has it as a family name. */
export const isKnownFamily = (word: string, lexicon: Lexicon): boolean => lexicon.kinds(word).includes(FAMILY_NAME);

/** `県民生活課長`, `消費者行政班長`: ordinary words, the last of an office */
export const isPost = (text: string, lexicon: Lexicon): boolean =>
  POST.test(text) && isPostOf(lexicon.tokenize(text), lexicon);

/** `美苗`; 健康 and 海洋 are words, too. */
function isOnlyGiven(word: string, lexicon: Lexicon): boolean {
  const kinds = lexicon.kinds(word);
  return kinds.includes(GIVEN_NAME) && !kinds.some(kind => WORD.test(kind));
}

function isPostOf([first, ...others]: readonly Word[], lexicon: Lexicon): boolean {
  if (!first || first.kind.startsWith('助詞') || isOnlyGiven(first.surface, lexicon)) return false;
  const isPart = /^[副次主前]$/u.test(first.surface) || /^(?:づくり|おこし)$/u.test(others[0]?.surface ?? '');
  if (first.surface.length === 1 && !isPart) return false;
  return [first, ...others].every(({ known, kind }) => known && OF_POST.test(kind));
}
const OF_POST = /^(?:名詞(?!,固有名詞,(?:人名|地域))|接頭詞|助詞,並立助詞)/u;

export interface Parted {
  readonly name: string;
  /** It is a family name alone. */
  readonly isFamily: boolean;
  readonly role: string;
}

/** `近松美苗義務教育課長` → 近松美苗, 義務教育課長; `相楽生徒指導課長` → 相楽, 生徒指導課長 */
export function partedByWords(text: string, lexicon: Lexicon): Parted | undefined {
  // `千歳野女子大学学長`, `主幹兼下水道計画工事係長`: where somebody is from, two posts of one
  const other = /^(?<post>.{1,8}?)兼/u.exec(text)?.groups?.post;
  if (!POST.test(text) || /大学|高校/u.test(text) || (other !== undefined && areWords(other, lexicon)))
    return undefined;
  const words = lexicon.tokenize(text);
  const endOf = (at: number): number => words.slice(0, at + 1).reduce((sum, { surface }) => sum + surface.length, 0);
  // `椙`, `元`, `恒也`: the given name is the second or third word.
  const given = [2, 1].filter(
    at =>
      lexicon.kinds(words[at]?.surface ?? '').includes(GIVEN_NAME) &&
      isPostOf(words.slice(at + 1), lexicon) &&
      endOf(at) <= LONGEST_NAME &&
      // `こども`, `未来`
      (at > 1 || mayBeFamily(words[0]?.surface ?? '', lexicon)),
  );
  const sure = given.find(at => isOnlyGiven(words[at]?.surface ?? '', lexicon));
  const family = sure === undefined ? familyBefore(text, lexicon) : undefined;
  const [possible] = family === undefined ? given : [];
  const end = family?.length ?? endOf(sure ?? possible ?? words.length);
  if (end >= text.length) return undefined;
  return { name: text.slice(0, end), isFamily: family !== undefined, role: text.slice(end) };
}

/** The family name that stands before a post: one that the dictionary has, else the shortest word that it does not have. */
function familyBefore(text: string, lexicon: Lexicon): string | undefined {
  const rare: string[] = [];
  let single: string | undefined;
  for (let length = 1; length <= LONGEST_FAMILY; length++) {
    const [family, role] = [text.slice(0, length), text.slice(length)];
    if (!/^\p{sc=Han}[\p{sc=Han}々ヶケノッツ]*$/u.test(family) || !POST.test(role)) continue;
    const kinds = lexicon.kinds(family);
    if (kinds.includes(PLACE) && BEHIND_PLACE.test(lexicon.tokenize(role)[0]?.surface ?? '')) return undefined;
    if (!isPost(role, lexicon)) continue;
    if (length > 1 && (kinds.includes(FAMILY_NAME) || kinds.includes(PLACE))) return family;
    if (length > 1 && mayBeFamily(family, lexicon)) rare.push(family);
    if (length === 1 && kinds.includes(FAMILY_NAME)) single = family;
  }
  return rare[0] ?? single;
}
const LONGEST_FAMILY = 4;

/**
 * Names of which a post is a part (`相楽生徒指導課長`), and those whose characters stand equally far apart (`蓮　見　千　秋`).
 * A post before which a family name alone stands may be that of a place: it is a name where half of its group have one.
 */
export function withPartedNames(
  people: readonly Attendee[],
  lexicon: Lexicon,
  isApart: (name: string) => boolean,
): Attendee[] {
  // `消費生活庁　京終審議官`, `（会議室）　帯解委員長`
  const lastWord = (role: string): string => /[^ \u3000]*$/u.exec(role.replace(REMARK, ''))?.[0] ?? '';
  const found = people.map(({ name, role = '' }) => partedByWords(name ?? lastWord(role), lexicon));
  const areNamed = new Map<string, boolean>();
  for (const group of new Set(people.map(({ group = '' }) => group))) {
    const bare = people.flatMap((person, at) =>
      person.name === undefined && (person.group ?? '') === group ? [at] : [],
    );
    areNamed.set(group, bare.filter(at => found[at] !== undefined).length * 2 > bare.length);
  }
  return people.map((person, at) => {
    const parted = found[at];
    const { name, group = '' } = person;
    if (parted && (name !== undefined || !parted.isFamily || areNamed.get(group))) return withPost(person, parted);
    const border = name !== undefined && isApart(name) ? borderIn(name, lexicon) : undefined;
    return border === undefined ? person : { ...person, name: `${name?.slice(0, border)} ${name?.slice(border)}` };
  });
}

/** `甲把人権擁護課長（月影地方法務局）` */
const REMARK = /[（(](?<remark>[^（）()]*)[）)]$/u;

function withPost(person: Attendee, { name, isFamily, role }: Parted): Attendee {
  const note = person.note ?? (person.name === undefined ? REMARK.exec(person.role ?? '')?.groups?.remark : undefined);
  const from = person.affiliation ?? (person.name === undefined ? undefined : person.role);
  return {
    ...person,
    name,
    role,
    ...(isFamily && { family: true as const }),
    ...optional('affiliation', from),
    ...optional('note', note),
  };
}

/** Where the one family name ends behind which a given name stands. */
function borderIn(name: string, lexicon: Lexicon): number | undefined {
  if (name.length < 3 || /[ \u3000]/u.test(name)) return undefined;
  const found = Array.from({ length: name.length - 1 }, (_, index) => index + 1).filter(
    at => lexicon.kinds(name.slice(0, at)).includes(FAMILY_NAME) && lexicon.kinds(name.slice(at)).includes(GIVEN_NAME),
  );
  if (found.length > 0) return found.length === 1 ? found[0] : undefined;
  // `岡　畑　敬　三`: the family name is rare, the given name is none.
  const isRare = name.length === 4 && mayBeFamily(name.slice(0, 2), lexicon);
  return isRare && lexicon.kinds(name.slice(2)).includes(GIVEN_NAME) ? 2 : undefined;
}

/** A word of a list, what parts it from the one before, and what is said of it in brackets. */
const ITEM =
  /(?<before>^|[ \u3000\t]+|[、，,／・：:]\s*)[◎○◯●]?(?<text>[^\s、，,／・：:（(）)]+)(?:[（(](?<note>[^（）()]{1,24})[）)](?=$|[\s、，,／・]))?/gu;

/**
 * People of a line by the dictionary alone: a given name behind a word that is no other (`出川田　芳昭`, `漆原田稔`), and the
 * office before or behind each, as the first one has it. A line of other words names nobody.
 */
export function readNames(line: string, lexicon: Lexicon): Attendee[] {
  const closed = line.replace(SPREAD_POST, '$<first>$<last>');
  if (line.length > LONGEST_LINE || /。|欠[ \u3000]*席|欠(?=[ \u3000])|代理|[×✕]/u.test(line) || isSpread(closed))
    return [];
  const items = [...closed.matchAll(ITEM)].map(({ groups = {} }) => groups);
  const found: { name: string; role?: string; note?: string }[] = [];
  let office: string | undefined;
  let isOfficeFirst: boolean | undefined;
  for (let at = 0; at < items.length; at++) {
    const [item, next] = [items[at] as Record<string, string>, items[at + 1]];
    const text = (item.text ?? '').replace(TITLE, '');
    const { given = '', role } = CALLED.exec(next?.text ?? '')?.groups ?? {
      given: (next?.text ?? '').replace(TITLE, ''),
    };
    // One line, one person; or an office stands right behind.
    const isAlone = (count: number): boolean =>
      items.length === count ||
      isSpeakerLabel(items[at + count]?.text ?? '') ||
      isPost(items[at + count]?.text ?? '', lexicon);
    const isPair =
      item.note === undefined &&
      /^[ \u3000]{1,2}$/u.test(next?.before ?? '') &&
      isFullName(text, given, lexicon, isAlone(2));
    const isWhole =
      !isPair &&
      borders(text, lexicon).some(border => isFullName(text.slice(0, border), text.slice(border), lexicon, isAlone(1)));
    if (!isPair && !isWhole) {
      const isKnown = isSpeakerLabel(text) || isPost(text, lexicon);
      const last = found.at(-1);
      if (isKnown && isOfficeFirst === false && last && last.role === undefined) last.role = text;
      else if (isKnown) office = text;
      continue;
    }
    isOfficeFirst ??= office !== undefined;
    const note = isPair ? next?.note : item.note;
    found.push({
      name: isPair ? `${text} ${given}` : text,
      ...optional('role', (isPair ? role : undefined) ?? (isOfficeFirst ? office : undefined)),
      ...optional('note', note),
    });
    office = undefined;
    if (isPair) at++;
  }
  return found;
}
/** `川原毛　照　委　員` */
const SPREAD_POST = /(?<=[ \u3000])(?<first>[委会座議理監幹])[ \u3000](?<last>[員長事])(?=[ \u3000]|$)/gu;
/** `忠夫委員` */
const CALLED =
  /^(?<given>[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}々ー]{1,4}?)(?<role>副?(?:委員長?|会長|議員|理事|監事|幹事))$/u;
const LONGEST_LINE = 200;
/** `東雲大学`, `日程第一`, `御要望` */
const NO_WHOLE_NAME = /(?:学|校|園|院|所|会|社|[第回][一二三四五六七八九十]+)$|^[御第]/u;
const TITLE = /(?:君|氏|さん|様)$/u;
const borders = (text: string, lexicon: Lexicon): number[] =>
  /^[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}々ヶー]{3,6}$/u.test(text) &&
  !isSpeakerLabel(text) &&
  !NO_WHOLE_NAME.test(text) &&
  lexicon.kinds(text).length === 0
    ? Array.from({ length: text.length - 1 }, (_, index) => index + 1)
    : [];

function isFullName(family: string, given: string, lexicon: Lexicon, isAlone: boolean): boolean {
  const isName =
    /^\p{sc=Han}[\p{sc=Han}々ヶケノ]{0,4}$/u.test(family) &&
    /^[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}々ー]{1,4}$/u.test(given);
  if (!isName || isSpeakerLabel(family) || !lexicon.kinds(given).includes(GIVEN_NAME)) return false;
  if (!mayBeFamily(family, lexicon) || isPost(family + given, lexicon)) return false;
  const kinds = lexicon.kinds(family);
  if (kinds.includes(FAMILY_NAME)) return true;
  if (kinds.includes(GIVEN_NAME) && !kinds.includes(PLACE)) return false;
  // `中部　上`: both may be other words, and two names stand in one line.
  return family.length > 1 && (isAlone || given.length > 1 || lexicon.kinds(given).every(kind => kind === GIVEN_NAME));
}
