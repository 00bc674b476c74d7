/** Finds Japanese compounds that may be terms, and what speaks for each of them. */
import { groupBy } from '@tsuzuri/core/collections';
import { skeleton } from '@tsuzuri/core/unicode';
import { OBJECT } from './inline-text.ts';
import { type Analyse, type NounPhrase, nounPhrases, type Part } from './noun-phrases.ts';
import { type Evidence, GENERAL, isLoanWord, isNamed, isNoTerm, NAME_END, STRONG_END, termhood } from './termhood.ts';

/** One block of a page, folded. */
export interface BlockText {
  readonly text: string;
  readonly page: string;
  readonly isHeading: boolean;
  /** Whether it is an item of a list. */
  readonly isItem: boolean;
}

/** A compound that may be a term. */
export interface Compound {
  /** As it is written most often. */
  readonly term: string;
  /** Other spellings and longer forms: `マルウエア`, `米国国土安全保障省`. */
  readonly variants: readonly string[];
  /** See `termhood`. */
  readonly score: number;
  readonly evidence: readonly Evidence[];
}

/** One place of a compound. */
interface Occurrence {
  readonly text: string;
  readonly parts: readonly Part[];
  /** Offsets in UTF-16 units of the block. */
  readonly start: number;
  readonly end: number;
  readonly isVerb: boolean;
}

interface Spelling {
  readonly parts: readonly Part[];
  times: number;
}

/** What was seen of one compound. */
interface Seen {
  /** Times and parts of each spelling. */
  readonly spellings: Map<string, Spelling>;
  readonly pages: Set<string>;
  readonly evidence: Set<Evidence>;
  /** Keys of the longer compounds that hold it. */
  readonly holders: Set<string>;
  readonly longer: string[];
  /** Times in which it stands alone, and with those in longer compounds. */
  alone: number;
  total: number;
  asVerb: number;
}

/** All compounds with their scores, in the order of the text; the caller says which score is enough. */
export function compoundsIn(texts: readonly BlockText[], analyse: Analyse): Compound[] {
  const seen = new Map<string, Seen>();
  for (const block of texts.filter(isModern(texts)))
    for (const found of occurrencesIn(block, analyse)) note(seen, found, block);
  countNested(seen);
  mergeLonger(seen);
  const neighbours = neighboursIn(seen);
  const size = texts.reduce((sum, { text }) => sum + text.length, 0);
  const compounds = [...seen.values()].flatMap(one => compoundOf(one, neighbours, size));
  return likeTheirSeries(compounds);
}

/** What hardly ever stands alone is part of another term, however often: `コロナウイルス`. */
const MOST_FREE = 3;

function compoundOf(one: Seen, neighbours: Neighbours, size: number): Compound[] {
  const { total, alone, holders, pages, evidence, longer } = one;
  const [term = '', ...variants] = spellingsOf(one);
  const parts = partsOf(one);
  if (isNoTerm(term, parts)) return [];
  const nested = holders.size === 0 ? 0 : (total - alone) / holders.size;
  const free = Math.min(total - nested, MOST_FREE * alone);
  const asVerb = one.asVerb / Math.max(1, alone);
  const productivity = productivityOf(parts, neighbours);
  if (isLoanWord(parts) && !(alone >= Math.max(OFTEN, size / CHARACTERS_A_TIME) && alone * 2 > total)) return [];
  const score = termhood({ term, parts, free, pages: pages.size, evidence, asVerb, size, productivity });
  const named: readonly Evidence[] = isNamed(term, parts) ? ['name'] : [];
  return [{ term, variants: [...variants, ...longer], score, evidence: [...named, ...evidence] }];
}

/** A loan word that everybody uses is a term where it stands by itself and comes often: `インシデント`, not `セキュリティ`. */
const [OFTEN, CHARACTERS_A_TIME] = [4, 10_000];

/** The most frequent one first. */
function spellingsOf({ spellings }: Seen): string[] {
  return [...spellings]
    .toSorted(([one, { times }], [other, { times: others }]) => others - times || (one < other ? -1 : 1))
    .map(([text]) => text);
}

/** The parts of the most frequent spelling. */
function partsOf(one: Seen): readonly Part[] {
  const [term = ''] = spellingsOf(one);
  return one.spellings.get(term)?.parts ?? [];
}

/** Whether the page of a block is in hiragana; before 1946 katakana stood for it: `採決致シマス`. */
function isModern(texts: readonly BlockText[]): (block: BlockText) => boolean {
  const blocks = groupBy(texts, ({ page }) => page);
  const count = (page: string, letter: RegExp): number =>
    (blocks.get(page) ?? []).reduce((sum, { text }) => sum + (text.match(letter)?.length ?? 0), 0);
  const modern = [...blocks.keys()].filter(
    page => count(page, /\p{sc=Hiragana}/gu) * 2 >= count(page, /[ニヲハノシテ]/gu),
  );
  const isListed = new Set(modern);
  return ({ page }) => isListed.has(page);
}

// Where compounds stand.

/** Times and quantities, which are no part of a term: `平成25年9月`, `第31回会合`, `約2400億円`. */
const QUANTITIES: readonly RegExp[] = [
  /(?:(?:明治|大正|昭和|平成|令和)\s?(?:\p{Nd}+|元)\s?年度?|(?<!第)\p{Nd}+\s?(?:年度?|月|日)|\([月火水木金土日]\))+/gu,
  /第?\s?[\p{Nd}一二三四五六七八九十]+\s?回(?:会合|会議|目)?/gu,
  /(?<![第\p{sc=Latin}\p{Nd}-])\p{Nd}+(?:[.,]\p{Nd}+)*\s?[兆億万千百]?(?:円|人|名|件|社|[かカヶケ]国|[箇かカヶケ]所|点|ページ|頁|分|時間?|秒|割|倍|%|度|票|戸|台|個|本|冊|世帯|組織|分野|ドル)/gu,
];
/** する, される, できる, な: what makes a verb or an adjective of a noun. */
const VERB = /^(?:する|すれ|し|さ|せ|できる|でき|な|的|いたし|致し|頂|いただ)/u;

function occurrencesIn({ text, isHeading }: BlockText, analyse: Analyse): Occurrence[] {
  const prose = QUANTITIES.reduce((rest, pattern) => rest.replace(pattern, found => OBJECT.repeat(found.length)), text);
  const phrases = nounPhrases(prose, analyse);
  const compounds = phrases.flatMap(phrase =>
    segmentsOf(phrase, prose, isHeading).flatMap(segment => {
      const parts = withoutEnds(segment);
      const [first, last] = [parts[0], parts.at(-1)];
      if (!first || !last) return [];
      const isVerb = last.end === phrase.parts.at(-1)?.end && VERB.test(phrase.after ?? '');
      return [{ text: prose.slice(first.start, last.end), parts, start: first.start, end: last.end, isVerb }];
    }),
  );
  const names = namesWithParticles(text).map(({ start, end }) => ({
    text: text.slice(start, end),
    parts: phrases.flatMap(({ parts }) => parts.filter(part => start <= part.start && part.end <= end && !isDot(part))),
    start,
    end,
    isVerb: false,
  }));
  return [...compounds, ...names.filter(({ parts }) => parts.length > 0)];
}

/** `「サイバー空間に関するブダペスト会議」`. */
const QUOTED = /[「『]([^「」『』\uFFFC]{5,60})[」』]/gu;
/** What follows the title of a paper: `「…に向けて」と題する指針`. */
const TITLED = /^(?:\([^()]*\))?(?:と題|を策定|を公表|が公表)/u;
/** `- インターネットエコノミーに関する日米政策協力対話(2010年11月から4回開催)`: a line with nothing but a name. */
const LINE_NAME =
  /^\s*(?:(?:[-*・○●◯■□◆]|[(第]?[\p{Nd}①-⑳]+[).]?(?=\s))\s*)*([^\s()「」、。:;\uFFFC][^()「」、。:;\uFFFC]{5,55})\s*(?:\([^()]*\)\s*)?$/u;
const DRAFT = /\s*\((?:案|仮称|素案|骨子|抄)\)$/u;
/** Which of many it was: `第12回`, `令和3年度`. */
const SESSION = /^(?:(?:令和|平成|昭和)?[\p{Nd}元]+年度?|第\s?\p{Nd}+回)+\s*/u;
/** The particles that a name may hold. */
const JOINING = /の|に関する|に係る|における|に向け|に対する|による/u;
/** Particles of which titles are fond, and sentences are not. */
const FORMAL = /に関する|に係る|における/u;
const ANY = /$/u;
const SENTENCE = /[。、!?]|[はがをも](?!\p{sc=Hiragana})|(?:です|ます|した|する|ない|こと|である|いる)$|について/u;
const LONGEST_NAME = 50;

/** Names that hold particles, in quotation marks or in a line of their own. */
function namesWithParticles(text: string): { start: number; end: number }[] {
  const quoted = Array.from(text.matchAll(QUOTED), ({ index, 0: whole, 1: inside = '' }) => {
    const after = text.slice(index + whole.length);
    return { start: index + 1, inside, end: TITLED.test(after) ? ANY : NAME_END };
  });
  const line = LINE_NAME.exec(text);
  const inLine = line?.[1]
    ? [{ start: line[0].indexOf(line[1]), inside: line[1], end: FORMAL.test(line[1]) ? NAME_END : STRONG_END }]
    : [];
  return [...quoted, ...inLine].flatMap(({ start, inside, end }) => {
    const name = inside.replace(DRAFT, '').replace(SESSION, '');
    const isName = JOINING.test(name) && !SENTENCE.test(name) && end.test(name);
    const from = start + inside.indexOf(name);
    return isName && name.length <= LONGEST_NAME ? [{ start: from, end: from + name.length }] : [];
  });
}

/** A body whose name may be followed by that of one of its parts: `…推進戦略本部情報セキュリティ政策会議`. */
const BODY = /(?:本部|委員会|会議|審議会|協議会)$/u;
/** What follows a place whose name is that of a person too. */
const PLACE_SUFFIX = /^[都道府県市区町村郡駅川橋港丘台ヶ]/u;

/** The pieces of a noun phrase: `・` joins the parts of a name, and parts an enumeration. What a person is, is left out. */
function segmentsOf({ parts }: NounPhrase, text: string, isHeading: boolean): Part[][] {
  const isJoined = isOneName(parts, text, isHeading);
  const segments: Part[][] = [[]];
  let isPerson = false;
  parts.forEach((part, at) => {
    const segment = segments.at(-1) ?? [];
    const isNewBody = segment.length > 1 && parts.length - at > 2 && BODY.test(segment.at(-1)?.text ?? '');
    const isPlace = part.sort === 'person' && PLACE_SUFFIX.test(parts[at + 1]?.text ?? '');
    if (part.sort === 'person' && !isPlace) isPerson = true;
    if (isDot(part)) isPerson = false;
    const ends = isDot(part) && !isJoined && !isAbbreviation(parts, at);
    if (isPerson || ends || (part.sort === 'number' && segment.length === 0)) segments.push([]);
    else if (isNewBody) segments.push([part]);
    else if (!isDot(part)) segment.push(isPlace ? { ...part, sort: 'place' } : part);
  });
  return segments;
}

const isDot = ({ text }: Part): boolean => text === '・';

/** `日・ASEAN`, `新・情報セキュリティ…`: one character before `・` is no part of an enumeration. */
function isAbbreviation(parts: readonly Part[], at: number): boolean {
  return parts[at - 1]?.text.length === 1 && (at === 1 || parts[at - 2]?.text === '・');
}

/** What may stand around a name that has its line for itself. */
const ALONE_BEFORE = /^[\s\p{Nd}().①-⑳・○●◯■□◆:-]*$/u;
const ALONE_AFTER = /^\s*(?:\([^()]*\)\s*)*$/u;
const ONLY_KATAKANA = /^[\p{sc=Katakana}ー]+$/u;

/** Whether every `・` joins: between foreign words, or in a name that stands alone or in brackets. */
function isOneName(parts: readonly Part[], text: string, isHeading: boolean): boolean {
  const dots = [...parts.keys()].filter(at => parts[at]?.text === '・' && !isAbbreviation(parts, at));
  const [first, last] = [parts[0], parts.at(-1)];
  const isForeign = (at: number): boolean => ONLY_KATAKANA.test(parts[at]?.text ?? '');
  if (!first || !last || dots.every(at => isForeign(at - 1) && isForeign(at + 1))) return true;
  const [before, name, after] = [text.slice(0, first.start), text.slice(first.start, last.end), text.slice(last.end)];
  const isBracketed = /[「『(]$/u.test(before) && /^[」』)(]/u.test(after);
  const isAlone = isHeading && ALONE_BEFORE.test(before) && ALONE_AFTER.test(after);
  return (isBracketed || isAlone) && (dots.length > 1 || parts.length > 4) && NAME_END.test(name);
}

/** What a compound does not begin or end with. */
const LOOSE_START =
  /^(?:各種?|同|本|当|当該|全|全国|全員|両|今回|次回|前回|今後|現在|関係|主要|主|上記|下記|以下|以上|特|約|計|等|うち|他|そのほか|一部|皆|是非|大変|相当|最新|最先端|最終|非常|様々|第|法人|公益)$/u;
const LOOSE_END =
  /^(?:等々?|案|件|目|例|一覧|概要|抜粋|予定|分|状況|実施|推進|強化|確保|整備|検討|対応|対応時|向上|内容|関係|全体|自体|発生|開始|終了|参加|開催|設置|策定|改正|構築|活用|促進|支援|充実|導入|拡大|拡充|普及|解消|撲滅|是正|分野|関連|必要|可能|重要|有効|適切|様々|新た|大切|十分|同様|以外|以上|以下|方々|一環|一部|例外|個別|共通|域内|各国|利用|使用|決定|提案|提示|公表|発表|説明|報告|連携協議|重点|ところ)$/u;
/** What no term ends with: `農地法第3条`, `重要システム2`; but `友好協力40周年`. */
const isCount = ({ text, sort }: Part): boolean => ['number', 'ordinal'].includes(sort) && !text.endsWith('周年');

function withoutEnds(parts: readonly Part[]): readonly Part[] {
  const from = parts.findIndex(({ text }) => !LOOSE_START.test(text));
  const to = parts.findLastIndex(part => !isCount(part) && !LOOSE_END.test(part.text)) + 1;
  const core = from < 0 ? [] : parts.slice(from, to);
  const [first, ...others] = core;
  // `シギント機関`, `IoT機器`: what the coined word means is the question.
  const isKernel = ['coined', 'latin'].includes(first?.sort ?? '') && others.every(({ text }) => GENERAL.test(text));
  return first && isKernel && !NAME_END.test(others.at(-1)?.text ?? '') ? [first] : core;
}

// What is counted.

/** One key for the spellings of a term: without `・`, spaces, and ー at the end of a word. */
export function keyOf(text: string): string {
  return skeleton(text)
    .replace(/[・-]/gu, '')
    .replace(/(?<=[\p{sc=Katakana}ー]{3})ー(?![\p{sc=Katakana}])/gu, '')
    .replace(/ウエア/gu, 'ウェア');
}

const keyOfParts = (parts: readonly Part[]): string => keyOf(parts.map(({ text }) => text).join(''));

const INTRODUCED = /^[」』]?(?:とは|という(?!こと|の|よう|わけ|点|意味|と|形)|と呼ば|と称)/u;
const SO_CALLED = /(?:いわゆる|所謂)[「『]?$/u;

/** `(平成25年6月14日閣議決定)`, `-JAPAN is BACK-(…)`. */
const DECIDED =
  /^[」』]?(?:-[^()-]{1,40}-)?\s?\([^()]{0,8}\p{Nd}+\s?[年./][^()]{0,20}(?:決定|制定|公布|策定|改定|成立|法律第)/u;
/** A neighbour in an enumeration that is a term by its look: an acronym, or a name of one. `AI、`, `遠隔操作ウイルスや` */
const TERM_BEFORE = String.raw`(?<![\p{sc=Latin}\p{Nd}])(?:\p{Lu}[\p{Lu}\p{Nd}]{1,5}|\p{Nd}G|IoT)`;
const LISTED_BEFORE = new RegExp(`(?:${TERM_BEFORE}[、や]|ウイルスや)$`, 'u');
const LISTED_AFTER = new RegExp(`^[、や](?:${TERM_BEFORE})(?![\\p{sc=Latin}\\p{Nd}])`, 'u');

function note(seen: Map<string, Seen>, found: Occurrence, { page, isHeading, isItem, text }: BlockText): void {
  const key = keyOf(found.text);
  const one = seen.get(key) ?? emptySeen();
  seen.set(key, one);
  const spelling = one.spellings.get(found.text) ?? { parts: found.parts, times: 0 };
  one.spellings.set(found.text, spelling);
  spelling.times++;
  one.pages.add(page);
  one.alone++;
  one.total++;
  if (found.isVerb) one.asVerb++;
  const [before, after] = [text.slice(0, found.start), text.slice(found.end)];
  const isAlone = ALONE_BEFORE.test(before) && ALONE_AFTER.test(after);
  if (isHeading && isAlone) one.evidence.add('heading');
  if (isItem && isAlone) one.evidence.add('item');
  if (/[「『]$/u.test(before) && /^(?:\([^()]*\))?[」』]/u.test(after)) one.evidence.add('quoted');
  if (DECIDED.test(after)) one.evidence.add('dated');
  if (LISTED_BEFORE.test(before) || LISTED_AFTER.test(after)) one.evidence.add('listed');
  if (INTRODUCED.test(after) || SO_CALLED.test(before)) one.evidence.add('introduced');
}

function emptySeen(): Seen {
  const sets = { pages: new Set<string>(), evidence: new Set<Evidence>(), holders: new Set<string>() };
  return { spellings: new Map(), ...sets, longer: [], alone: 0, total: 0, asVerb: 0 };
}

/** Adds to each compound how often it stands inside longer ones. */
function countNested(seen: ReadonlyMap<string, Seen>): void {
  for (const [key, whole] of seen)
    for (const inner of innerKeys(partsOf(whole))) {
      const one = inner === key ? undefined : seen.get(inner);
      if (!one) continue;
      one.total += whole.alone;
      one.holders.add(key);
      for (const page of whole.pages) one.pages.add(page);
    }
}

function innerKeys(parts: readonly Part[]): ReadonlySet<string> {
  const ranges = [...parts.keys()].flatMap(from => [...parts.keys()].slice(from).map(to => parts.slice(from, to + 1)));
  return new Set(ranges.filter(({ length }) => length < parts.length).map(keyOfParts));
}

/** A legal form before a name: `独立行政法人情報通信研究機構`. */
const LEGAL_FORM =
  /^(?:国立研究開発法人|独立行政法人|地方独立行政法人|(?:一般|公益)(?:社団|財団)法人|特定非営利活動法人|社会福祉法人|学校法人|国立大学法人|[(]?[一公][社財][)]?)/u;

/** Makes of a name with its country or legal form another name of the shorter one. */
function mergeLonger(seen: Map<string, Seen>): void {
  for (const [key, one] of seen) {
    const [spellings, parts] = [spellingsOf(one), partsOf(one)];
    const [text = ''] = spellings;
    const legal = LEGAL_FORM.exec(text)?.[0] ?? '';
    const short = seen.get(parts[0]?.sort === 'place' ? keyOfParts(parts.slice(1)) : keyOf(text.slice(legal.length)));
    const [name = ''] = short ? spellingsOf(short) : [];
    if (!short || short === one || !isNamed(name, partsOf(short))) continue;
    short.longer.push(...spellings);
    seen.delete(key);
  }
}

/** In how many compounds a part stands behind and before another one. */
type Neighbours = ReadonlyMap<string, readonly [left: number, right: number]>;

function neighboursIn(seen: ReadonlyMap<string, Seen>): Neighbours {
  const counts = new Map<string, [number, number]>();
  for (const one of seen.values())
    partsOf(one).forEach(({ text }, at, { length }) => {
      const [left, right] = counts.get(text) ?? [0, 0];
      counts.set(text, [left + (at > 0 ? 1 : 0), right + (at < length - 1 ? 1 : 0)]);
    });
  return counts;
}

function productivityOf(parts: readonly Part[], neighbours: Neighbours): number {
  const counts = parts.flatMap(({ text }) => neighbours.get(text) ?? [0, 0]);
  return counts.reduce((sum, count) => sum + Math.log2(count + 1), 0) / Math.max(1, counts.length);
}

const ORDINAL = /\p{Nd}+|[一二三四五六七八九十]+(?=[次期])/gu;
/** A member of a series ranks at most so much behind its best one. */
const BEHIND_SERIES = 1;

/** What is a term with one number is one with another: `第1次行動計画` beside `第2次行動計画`. */
function likeTheirSeries(compounds: readonly Compound[]): Compound[] {
  const series = groupBy(compounds, ({ term }) => term.replace(ORDINAL, '#'));
  return [...series.values()].flatMap(members => {
    const least = Math.max(...members.map(({ score }) => score)) - BEHIND_SERIES;
    return members.map(member => ({ ...member, score: Math.max(member.score, least) }));
  });
}
