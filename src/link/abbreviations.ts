/** Extracts abbreviations and their long forms from a text (Schwartz–Hearst, and patterns for Japanese). */
import { findLongForm, LOOKS_SHORT } from './long-form.ts';

/** A name with its long form, if that stands by it; `start` … `end` of the text, in UTF-16 units, hold both. */
export interface Definition {
  readonly term: string;
  readonly long: string | undefined;
  readonly start: number;
  readonly end: number;
}

/** A bracket with what stands before it, near enough to belong to it; the offsets are those of both together. */
interface Bracket {
  readonly before: string;
  readonly inside: string;
  readonly start: number;
  readonly end: number;
}

/** One character of a Japanese noun; hiragana ends it, as a particle would: `情報セキュリティ`, `無線LAN`, `第2次行動計画`. */
const NOUN = '[\\p{sc=Han}\\p{sc=Katakana}ー・\\p{sc=Latin}\\p{Nd}]';
const LETTER = '[\\p{sc=Latin}\\p{Nd}]';
/** A name in Latin letters: `CYMAT`, `JPCERT/CC`, `Wi-Fi`, `R&D`. */
const SHORT = `${LETTER}+(?:[/&-]${LETTER}+)*`;
/** Words in Latin letters: `CYber Defense Exercise with Recurrence`. */
const PHRASE = `\\p{sc=Latin}${LETTER}*(?:(?:[-/&'’.]|,?\\s)\\s?${LETTER}+)+`;
/** `(…)` with no bracket in it. */
const BRACKETS = /\(([^()\u2028\uFFFC]{2,120})\)/gu;
/** `CYMAT`, `「CYMAT」`, `略称：CYMAT`, `以下、CYMATという。`: nothing but the short form. */
const ONLY_SHORT = new RegExp(
  `^\\s*(?:(?:略称|略語|通称|略|以下)\\s*[:は、,]?\\s*)?「?(${SHORT})」?\\s*(?:と[^「」]{1,6})?$`,
  'u',
);
/** `CYDER: CYber Defense Exercise with Recurrence`, `NISC、National Information Security Center`. */
const SHORT_LONG = new RegExp(`^\\s*(${SHORT})\\s*[:、,=]\\s*(${PHRASE})\\s*$`, 'u');
/** `National Information Security Center、以下「NISC」という。`, `National Information Security Center: NISC`. */
const LONG_SHORT = new RegExp(`^\\s*(${PHRASE})\\s*[:、,。=]\\s*(?:以下)?\\s*「?(${SHORT})」?[^「」]{0,6}$`, 'u');
/** `threat intelligence`, `Cyberspace`. */
const ONLY_LATIN = new RegExp(`^\\s*((?:${PHRASE}|\\p{sc=Latin}{4,}))\\s*$`, 'u');
/** A short name before a bracket: `MLAT`. */
const SHORT_BEFORE = new RegExp(`(?<![\\p{sc=Latin}\\p{Nd}/&'.-]|\\p{sc=Latin} )${SHORT}(?=\\s*$)`, 'u');
const PHRASE_BEFORE = new RegExp(`(?<!${LETTER})${PHRASE}(?=\\s*$)`, 'u');
/** The noun before a bracket: `今年6月に発足した情報セキュリティ緊急支援チーム`. */
const NOUN_BEFORE = new RegExp(`${NOUN}+(?=\\s*$)`, 'u');
/** A name in quotation marks, which may hold particles: `「サイバー空間に関するブダペスト会議」`. */
const QUOTED_BEFORE = /(?<=[「『])[^「」『』\u2028\uFFFC]{4,40}(?=[」』]\s*$)/u;
/** Nouns joined as in the name of a law or a plan: `重要インフラの情報セキュリティ対策に係る第2次行動計画`. */
const CHAIN_BEFORE = new RegExp(
  `(?:${NOUN}+(?:の(?:ための)?|に係る|に関する|における|に向けた|による|及び|又は|並びに)){0,4}${NOUN}+(?=\\s*$)`,
  'u',
);
/** `以下「基本法」という`, `以下単に「会議室」）`; in group 1 what opens the bracket that it stands in. */
const LOCAL_NAME =
  /(\((?:[^()\u2028\uFFFC]{0,80}[。、,\s])?)?以下[、,]?\s*(?:単に|総称して)?[、,]?「([^「」\u2028\uFFFC]{2,30})」\s*(?:と(?:いう|いい|呼|称|略|総称|する)|。?(?=\)))/gu;
/** What points at something near by, or is too short to mean one thing: `本計画`, `当該事業者`, `機構`. */
const POINTING = /^(?:[本当同各両]|これ|それ|.{0,2}$)/u;
/** `CYDER: CYber Defense Exercise with Recurrence`; Japanese only to the end: `CYMAT: 情報セキュリティ緊急支援チーム`. */
const COLON = new RegExp(`(?<![\\p{sc=Latin}\\p{Nd}/&'.-])(${SHORT})\\s*:\\s*(${PHRASE}|${NOUN}+(?=\\s*$))`, 'gu');
/** `Direct Alert Environment for Darknet And Livenet Unified Security`, before の略; group 1 says of what: `AIは、`. */
const STANDS_FOR = new RegExp(
  `(?:「?(${SHORT})」?(?:とは|は)[、,]?\\s*)?(?<!${LETTER})「?(${PHRASE}|${NOUN}{4,})」?\\s*$`,
  'u',
);
const SHORT_FOR = /の略(?:称|語|号)?(?!\p{sc=Han})/gu;
const HAS_LATIN = /\p{sc=Latin}/u;
const JAPANESE = /[\p{sc=Han}\p{sc=Katakana}]{2}/u;
/** Endings of a noun that is not a name: a person or office, part of a list, a remark. */
const NO_NAME =
  /(?:氏|委員|議員|教授|大臣|長官|次官|審議官|参事官|補佐官|構成員|本部員|代表|代理|[部局課室会所社院庁省団]長|等|など|案|仮称|抄|抜粋|概要|参考|資料|別紙|別添|予定|再掲|新規|継続|出席|欠席|当時|以下|以上|関係|担当|決定|改正|改定|報告|説明|公表|発表|開催|実施|開始|終了|連携|参加|施行|発足|設立|設置|含む|除く|同じ|年度?|日|時点|現在)$/u;
/** The ministries of Japan, which stand in brackets as owners: `経済産業省`, `総務省・経済産業省`. */
const MINISTRIES =
  /^(?:(?:内閣[官府]房?|総務省|法務省|外務省|財務省|文部科学省|厚生労働省|農林水産省|経済産業省|国土交通省|環境省|防衛省|警察庁|金融庁|消費者庁|デジタル庁)・?)+$/u;
/** A state or union; a bracket behind it holds one of its bodies, if not its own name: `EU(通信総局)`, `EU(欧州連合)`. */
const POLITY = /^(?:EU|UN|US|UK|USA)$/u;
const POLITY_NAME = /(?:連合|国|同盟)$/u;
/** `平成25年度`, `6月`, at the start of what stands before a bracket. */
const DATE_START = /^(?:(?:明治|大正|昭和|平成|令和)?\p{Nd}+年度?|\p{Nd}+月|\p{Nd}+日)+/u;
/** Something that describes the noun behind it: `からなる技術協力`, `攻撃の予知即応`; not `いわゆる多層防御`. */
const DESCRIBING = /(?<!いわゆ)[のるたない]\s*$/u;
/** `モノのインターネット`, `刑事共助条約`. */
const GLOSS = /^[\p{sc=Han}\p{sc=Katakana}ー・\p{sc=Latin}]{2,}(?:の[\p{sc=Han}\p{sc=Katakana}ー・]{2,})?$/u;
const ONLY_KATAKANA = /^[\p{sc=Katakana}ー・]{5,}$/u;
const ONLY_HAN = /^\p{sc=Han}+$/u;
const [SHORTEST, LONGEST, LONGEST_CHAIN, LOOK_BACK] = [4, 25, 50, 160];
/** A shorter noun that something describes is no name: `防御演習` in 実践的な防御演習(CYDER). */
const SHORTEST_DESCRIBED = 6;

const REGIONS = new Intl.DisplayNames('ja', { type: 'region' });
/** Names of countries in Japanese, as the platform knows them: a bracket behind one holds no other name of it. */
const COUNTRIES: ReadonlySet<string> = new Set(
  [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'].flatMap((first, _, letters) =>
    letters.map(second => REGIONS.of(first + second)?.replace(/ \(.*/u, '') ?? ''),
  ),
);

/**
 * The definitions in a folded text.
 * @param named Latin names that stand before it on the page: a line that names none, `…の略。`, is about one of them
 */
export function definitionsIn(text: string, named: readonly string[] = []): Definition[] {
  const inBrackets = [...text.matchAll(BRACKETS)].flatMap(({ index, 0: whole }) => {
    const bracket = bracketAt(text, index, whole);
    return BRACKET_READERS.map(read => read(bracket)).find(found => found.length > 0) ?? [];
  });
  return [...inBrackets, ...localNames(text), ...afterColons(text), ...standingFor(text, named)];
}

function bracketAt(text: string, index: number, whole: string): Bracket {
  const start = Math.max(0, index - LOOK_BACK);
  return { before: text.slice(start, index), inside: whole.slice(1, -1), start, end: index + whole.length };
}

/** Order matters: the first that finds something wins. */
const BRACKET_READERS = [readPair, readShort, readLongOfShort, readGloss] as const;

/** `演習(CYDER: CYber Defense Exercise with Recurrence)`: both forms inside, maybe a third before. */
function readPair(bracket: Bracket): Definition[] {
  const [, short, phrase] = SHORT_LONG.exec(bracket.inside) ?? [];
  const [, phraseFirst, shortLast] = LONG_SHORT.exec(bracket.inside) ?? [];
  const [term, long] = [short ?? shortLast, phrase ?? phraseFirst];
  if (!term || !long || findLongForm(term, long)?.start !== 0) return [];
  const noun = nounBefore(bracket.before);
  const inside = { term, long, start: bracket.end - bracket.inside.length - 1, end: bracket.end - 1 };
  return noun ? [definitionBy(bracket, term, noun), inside] : [inside];
}

/** `情報セキュリティ緊急支援チーム(CYMAT)`, `Computer Security Incident Response Team(CSIRT)`. */
function readShort(bracket: Bracket): Definition[] {
  const term = ONLY_SHORT.exec(bracket.inside)?.[1];
  if (!term || !LOOKS_SHORT.test(term)) return [];
  const [phrase] = PHRASE_BEFORE.exec(bracket.before) ?? [];
  const found = phrase && findLongForm(term, phrase);
  const long = found ? phrase.slice(found.start) : nounBefore(bracket.before);
  const isOwner = long !== undefined && COUNTRIES.has(long) && !POLITY.test(term);
  return long && !isOwner ? [definitionBy(bracket, term, long)] : [];
}

/** The definition whose long form, which stands before a bracket, begins it. */
function definitionBy({ before, start, end }: Bracket, term: string, long: string): Definition {
  return { term, long, start: start + before.lastIndexOf(long), end };
}

/** `MLAT(刑事共助条約)`, `ACTIVE (Advanced Cyber Threats response Initiative)`. */
function readLongOfShort({ before, inside, start, end }: Bracket): Definition[] {
  const short = SHORT_BEFORE.exec(before);
  if (!short || !LOOKS_SHORT.test(short[0])) return [];
  const [term, long] = [short[0], inside.trim()];
  return spellsOut(long, term) ? [{ term, long, start: start + short.index, end }] : [];
}

/** `スレットインテリジェンス(脅威情報)`, `多層防御(defense in depth)`. */
function readGloss(bracket: Bracket): Definition[] {
  const term = nounBefore(bracket.before);
  const long = bracket.inside.trim();
  if (!term || COUNTRIES.has(term) || SHORT_BEFORE.test(bracket.before)) return [];
  const isTranslated = ONLY_HAN.test(long) && ONLY_KATAKANA.test(term) && isGloss(term, long);
  const isOriginal = ONLY_LATIN.test(long) && /\p{Ll}{2}/u.test(long);
  return isTranslated || isOriginal ? [{ ...definitionBy(bracket, term, term), long }] : [];
}

/** `サイバーセキュリティ基本法（平成26年法律第104号。以下「基本法」という。）`. */
function localNames(text: string): Definition[] {
  return [...text.matchAll(LOCAL_NAME)].flatMap(({ index, 0: whole, 1: opening, 2: term = '' }) => {
    const isName = HAS_LATIN.test(term) ? LOOKS_SHORT.test(term) : !POINTING.test(term) && !NO_NAME.test(term);
    if (!isName) return [];
    const bracket = bracketAt(text, index, whole);
    const long = opening === undefined ? undefined : fullNameBefore(bracket.before, term);
    return [long ? definitionBy(bracket, term, long) : { term, long, start: index, end: bracket.end }];
  });
}

function afterColons(text: string): Definition[] {
  return [...text.matchAll(COLON)].flatMap(({ index, 0: whole, 1: term = '', 2: long = '' }) => {
    const isLong = LOOKS_SHORT.test(term) && spellsOut(long, term);
    return isLong ? [{ term, long, start: index, end: index + whole.length }] : [];
  });
}

function standingFor(text: string, named: readonly string[]): Definition[] {
  return [...text.matchAll(SHORT_FOR)].flatMap(({ index, 0: whole }) => {
    const bracket = bracketAt(text, index, whole);
    const [said, subject, long = ''] = STANDS_FOR.exec(bracket.before) ?? [];
    const covers = (name: string) => (findLongForm(name, long)?.last ?? 0) > long.lastIndexOf(' ');
    const term = subject ?? named.findLast(name => covers(name) && spellsOut(long, name));
    return said && term && spellsOut(long, term) ? [{ ...definitionBy(bracket, term, said), long }] : [];
  });
}

/** Whether all of these words are a long form of the name, by its characters or, in Japanese, by their form. */
function spellsOut(long: string, term: string): boolean {
  return ONLY_LATIN.test(long) ? findLongForm(term, long)?.start === 0 : isGloss(term, long);
}

/** The name that ends before a bracket: as it is quoted, or the longest noun that is not merely described. */
function nounBefore(before: string): string | undefined {
  const quoted = QUOTED_BEFORE.exec(before)?.[0];
  if (quoted !== undefined) return NO_NAME.test(quoted) ? undefined : quoted;
  const words = NOUN_BEFORE.exec(before)?.[0].replace(DATE_START, '') ?? '';
  const [description] = DESCRIBING.exec(before.slice(0, before.lastIndexOf(words))) ?? [];
  const isDescribed = description !== undefined && (words.length < SHORTEST_DESCRIBED || description.startsWith('な'));
  return isName(words) && (!isDescribed || HAS_LATIN.test(words)) ? words : undefined;
}

/** The name that `term` shortens; where that is its last words, as much before them as belongs to it. */
function fullNameBefore(before: string, term: string): string | undefined {
  const [quoted, noun, chain] = [QUOTED_BEFORE, NOUN_BEFORE, CHAIN_BEFORE].map(pattern => pattern.exec(before)?.[0]);
  const words = (quoted ?? (noun === term ? chain : noun))?.replace(DATE_START, '') ?? '';
  const fits = SHORTEST <= words.length && words.length <= LONGEST_CHAIN;
  return fits && words !== term ? words : undefined;
}

function isName(noun: string): boolean {
  const fits = SHORTEST <= noun.length && noun.length <= LONGEST;
  return fits && JAPANESE.test(noun) && !NO_NAME.test(noun);
}

/** Whether Japanese words beside a name say what it is, rather than remark on it: `(刑事共助条約)`, not `(経済産業省)`. */
function isGloss(term: string, words: string): boolean {
  if (!GLOSS.test(words) || !isName(words) || MINISTRIES.test(words)) return false;
  return POLITY.test(term) ? POLITY_NAME.test(words) : !COUNTRIES.has(words);
}
