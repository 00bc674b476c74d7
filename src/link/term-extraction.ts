/** Finds names that a glossary lacks: acronyms, terms that the text defines in passing. */

import type { Page } from '@tsuzuri/core/book';
import { type Category, readTerm, type Term } from '@tsuzuri/core/card';
import { groupBy, optional } from '@tsuzuri/core/collections';
import { blockId } from '@tsuzuri/core/markdown';
import { type Folded, fold, skeleton, unfold } from '@tsuzuri/core/unicode';
import { nameOfMinutes, placeAddress } from '@tsuzuri/core/urls';
import { say } from '@tsuzuri/core/wording';
import type { Root } from 'mdast';
import { visit } from 'unist-util-visit';
import { Document, isSeq, type YAMLSeq } from 'yaml';
import { type Definition, definitionsIn } from './abbreviations.ts';
import { type BlockText, type Compound, compoundsIn, keyOf } from './compounds.ts';
import { excludedRanges } from './dialects.ts';
import { inlineText, isBlock, OBJECT, plain } from './inline-text.ts';
import { findLongForm, LOOKS_SHORT } from './long-form.ts';
import { createMatcher, formsOf } from './matcher.ts';
import { findMentions } from './mentions.ts';
import type { Analyse } from './noun-phrases.ts';
import { COMPANY, type Evidence } from './termhood.ts';

/** What is needed of a `Page`; its tree may be linked or not. */
export type DiscoverPage = Pick<Page, 'path' | 'tree' | 'matter'>;

/** A place on a page. */
interface Place {
  /** `Page.path`: `minutes/2012-11-01-isc-31`. */
  readonly page: string;
  /** Id of the nearest anchor before it, absent before the first one. */
  readonly anchor?: string;
  /** ISO date of the page, if it has one. */
  readonly date?: string;
}

/** What a name stands for, as a page says. */
interface Expansion extends Place {
  readonly text: string;
  /** Words of the page that hold the name and its expansion, or the expansion alone. */
  readonly quote: string;
}

/** One mention of a name. */
interface CandidatePlace extends Place {
  /** The words that stand there: `ＮＩＳＣ`. */
  readonly text: string;
  readonly sentence: string;
}

/** A name that no entry of the glossary covers. */
export interface Candidate {
  readonly term: string;
  /** Other spellings in which it stands in the text, most frequent first: `マルウエア`. */
  readonly aliases: readonly string[];
  /** How likely a reader looks it up; candidates compare by it, its size says nothing more. */
  readonly score: number;
  /** What speaks for it, besides its frequency. */
  readonly evidence: readonly Evidence[];
  /** Number of mentions, `places.length`. */
  readonly count: number;
  /** What is said most often comes first; one of each wording. */
  readonly expansions: readonly Expansion[];
  readonly places: readonly CandidatePlace[];
}

/** The text of one block of a page, folded, without what is not prose. */
interface Text {
  readonly place: Place;
  readonly folded: Folded;
  readonly original: string;
  readonly isHeading: boolean;
  readonly isItem: boolean;
}

/** A word in Latin letters, and whether it stands alone, not in a phrase. */
interface LatinWord {
  readonly word: string;
  readonly isAlone: boolean;
}

/** `JPCERT/CC`, `Wi-Fi`, `H26/1/15`, `go.jp`. */
const WORD = /[\p{sc=Latin}\p{Nd}]+(?:[/&'’.-][\p{sc=Latin}\p{Nd}]+)*/gu;
/** A word before this one in the same phrase, or a number that makes it a unit: `FUTURE CRIMES`, `100 MB`. */
const PHRASE_BEFORE = /(?:[\p{sc=Latin}\p{Nd}]\s|[@_\\])$/u;
/** A word behind it in the same phrase: `MARC GOODMAN`, `ASEAN Regional Forum`. */
const PHRASE_AFTER = /^(?:\s\p{sc=Latin}|[@_\\])/u;
/** The name of a company is not an acronym to explain: `KDDI株式会社`, `(株)NTT`. */
const COMPANY_BEFORE = /(?:株式会社|有限会社|合同会社|\([株有同]\))\s?$/u;
const COMPANY_AFTER = /^\s?(?:株式会社|有限会社|合同会社|\([株有同]\))/u;
/** What follows the label of a telephone number or of a time: `TEL: 03-5253`, `FAX 03(…`, `AM10:00`. */
const NUMBER_AFTER = /^\s*:?\s*\(?\p{Nd}{1,4}[-(:)]\p{Nd}/u;
/** A number that counts what follows, behind an acronym: `ASEAN10カ国`. */
const COUNTED = /^(\p{Lu}{2,}?)\p{Nd}+$/u;
const COUNTER = /^(?:[かカヶケ箇]国|社|名|人|件|回|年|月|億|万|団体|分野|%)/u;
/** `CSIRTs`. */
const PLURAL = /^(\p{Lu}{2,})s$/u;
/** A name that is followed by its number: `NIST SP 800-171`, `ISO/IEC 27001`; not `TOKYO 2020年`, `FY2015`. */
const NUMBERED =
  /(?<![\p{sc=Latin}\p{Nd}/-]|\p{sc=Latin} )(?!FY)\p{Lu}{2,}(?:\/\p{Lu}{2,})?(?: \p{Lu}{1,3})?[ -]?\p{Nd}{3,5}(?:-\p{Nd}{1,3})*(?![\p{sc=Latin}\p{Nd}:./年]|-\p{Nd})/gu;
/** Capitals with capitalised words: `Telecom-ISAC Japan`, `ASEAN Regional Forum`. */
const NAME =
  /(?<![\p{sc=Latin}\p{Nd}/&'.-]|\p{sc=Latin} )(?:\p{Lu}\p{Ll}+-)?\p{Lu}{3,}(?: \p{Lu}\p{Ll}{2,}){1,2}(?![\p{sc=Latin}\p{Nd}/&'-]| \p{sc=Latin})/gu;
/** `CYMAT`, `Telecom-ISAC`. */
const LATIN = /^[\p{sc=Latin}\p{Nd}/&'’.-]+$/u;
/** A heading that is nothing but a Latin name: `nicter`. */
const LONE_NAME = /^\s*(\p{sc=Latin}{2,10})\s*$/u;
/** What looks short but is none. */
const NOT_SHORT = [
  { caption: '数字で始まる量: `100KB`', pattern: /^\p{Nd}(?!G$)/u },
  { caption: 'ローマ数字: `III`', pattern: /^X{0,3}(?:IX|IV|V?I{0,3})$/u },
  { caption: '年度: `FY2015`', pattern: /^FY\p{Nd}+$/u },
  { caption: '大文字の混じる語: `GitHub`, `Japan-ASEAN`', pattern: /\p{Ll}{3}|\p{Ll}{2}.*\p{Ll}{2}/u },
  { caption: '一字と数字: `H26/1/15`, `A4-B5`', pattern: /^\p{Lu}\p{Nd}+(?:[/-]|$)/u },
  { caption: '長い語: `CYBERSECURITY`, `A/B/C/…`', pattern: /\p{Lu}{11}|^.{21}/u },
  {
    caption: 'だれもが知る語: `OK`, `PDF`, `URL`',
    pattern: /^(?:OK|NG|AND|OR|NOT|ID|KB|MB|GB|PDF|TEL|FAX|URL|TV|PC|CEO|CD|DVD|FAQ|Q&A|NO|AM|PM|TODO)$/u,
  },
  { caption: '分量のついた形式: `PDF/433KB`', pattern: /\p{Nd}[KMG]B$/u },
  { caption: '番号: `AI-12-1`, `DX-WG3-N0147`', pattern: /-\p{Lu}*\p{Nd}/u },
  { caption: '点でつなぐもの: `U.S`', pattern: /[.'’]/u },
] as const;

/** What the search for terms may use besides the text. */
export interface DiscoverOptions {
  /** Finds the words of a Japanese text; without it only acronyms and defined terms are found. */
  readonly analyse?: Analyse;
}

/**
 * The names that `terms` do not cover, those first that a reader most likely looks up. Variants of one spelling are one
 * name. Long forms are found by patterns and after Schwartz & Hearst (see `findLongForm`), compounds by `compoundsIn`.
 */
export function discoverTerms(
  pages: readonly DiscoverPage[],
  terms: readonly Term[],
  { analyse }: DiscoverOptions = {},
): Candidate[] {
  const texts = pages.map(textsOf);
  const expansions = texts.flatMap(expansionsIn).filter(isPlausible);
  const known = new Set(terms.flatMap(formsOf).map(skeleton));
  const short = new Set([...expansions.map(({ term }) => term), ...acronymsIn(texts.flat(), known)]);
  const taken = new Set([...short, ...expansions.map(({ expansion }) => expansion?.text ?? '')].map(keyOf));
  const compounds = analyse === undefined ? [] : compoundsIn(texts.flat().map(blockText), analyse);
  const likely = compounds.filter(({ term, score }) => score >= LEAST_SCORE && !taken.has(keyOf(term)));
  const names = [...[...short].map(term => ({ term, variants: [] })), ...likely].filter(isUnknown(terms, known));
  const places = placesOf(names, pages, terms);
  const scores = new Map(likely.map(compound => [compound.term, compound]));
  return names
    .flatMap(({ term, variants }) => {
      const found = places.get(term) ?? [];
      const said = expansions.filter(one => one.term === term).map(({ expansion }) => expansion);
      const weight = scores.get(term) ?? weightOfShort(term, found, ranked(said).length > 0);
      const { score, evidence } = weight;
      return found.length === 0
        ? []
        : [{ term, aliases: variants, score, evidence, count: found.length, expansions: ranked(said), places: found }];
    })
    .toSorted((one, other) => other.score - one.score || other.count - one.count || (one.term < other.term ? -1 : 1));
}

/** Of compounds below it too few are terms (tests/link/term-judgements.tsv says what an editor takes). */
const LEAST_SCORE = 2.55;

function weightOfShort(
  term: string,
  places: readonly Place[],
  isDefined: boolean,
): Pick<Candidate, 'score' | 'evidence'> {
  const pages = new Set(places.map(({ page }) => page)).size;
  const score = 2.5 + Math.log2(1 + places.length) + 0.5 * Math.log2(Math.max(1, pages)) + (isDefined ? 1 : 0);
  const acronym: readonly Evidence[] = LATIN.test(term) ? ['acronym'] : [];
  return { score, evidence: [...acronym, ...(isDefined ? (['definition'] as const) : [])] };
}

/** Whether neither a name nor, in a compound that is no name of its own, a part of it has an entry. */
function isUnknown(terms: readonly Term[], known: ReadonlySet<string>) {
  const match = createMatcher(terms);
  return ({ term, evidence }: Pick<Compound, 'term'> & Partial<Compound>): boolean =>
    !known.has(skeleton(term)) && (evidence === undefined || evidence.length > 0 || match(term).length === 0);
}

/** A Latin name that its long form spells out may look like any word: `nicter`. The short name of a company is none. */
function isPlausible({ term, expansion }: { term: string; expansion: Expansion | undefined }): boolean {
  if (COMPANY.test(expansion?.text ?? '')) return false;
  return !LATIN.test(term) || isAcronym(term) || findLongForm(term, expansion?.text ?? '') !== undefined;
}

/** Whether a Latin word looks like a short form: `CYMAT`, `IoT`, `JPCERT/CC`, `5G`. */
function isAcronym(word: string): boolean {
  return LOOKS_SHORT.test(word) && !NOT_SHORT.some(({ pattern }) => pattern.test(word));
}

/** The blocks of a page; what is not prose becomes OBJECT, which no pattern reaches across. */
function textsOf({ path, tree, matter }: DiscoverPage): Text[] {
  const texts: Text[] = [];
  let anchor: string | undefined;
  visit(tree as Root, (node, _, parent) => {
    if (!isBlock(node)) return;
    const { text, excluded } = inlineText(node.children);
    anchor = blockId(node) ?? anchor;
    let prose = text;
    for (const { start, end } of [...excluded, ...excludedRanges(text)])
      prose = prose.slice(0, start) + OBJECT.repeat(end - start) + prose.slice(end);
    const isHeading = node.type === 'heading';
    const isItem = parent?.type === 'listItem';
    texts.push({ place: placeOf(path, anchor, matter), folded: fold(prose), original: text, isHeading, isItem });
  });
  const isRoll = rollOf(matter);
  return texts.filter(({ folded }) => !isRoll(folded.text));
}

function blockText({ folded, place, isHeading, isItem }: Text): BlockText {
  return { text: folded.text, page: place.page, isHeading, isItem };
}

/** Whether a block holds nothing but who was there, who speaks or where: a cell of the roll, the label of a speech. */
function rollOf(matter: DiscoverPage['matter']): (text: string) => boolean {
  const { attendees, speeches, venue } = matter as Record<string, unknown>;
  const records = [attendees, speeches].flatMap(list =>
    Array.isArray(list) ? (list as Record<string, unknown>[]) : [],
  );
  const words = [venue, ...records.flatMap(record => Object.values(record))]
    .flatMap(value => (typeof value === 'string' ? [skeleton(value)] : []))
    .filter(word => word.length > 1)
    .toSorted((one, other) => other.length - one.length);
  return text => {
    if (words.length === 0) return false;
    let rest = skeleton(text).replace(/\p{P}/gu, '');
    const before = rest.length;
    for (const word of words) rest = rest.replaceAll(word.replace(/\p{P}/gu, ''), '');
    return rest.length * 4 < before;
  };
}

function placeOf(page: string, anchor: string | undefined, { date }: DiscoverPage['matter']): Place {
  return { page, ...optional('anchor', anchor), ...optional('date', date === undefined ? undefined : String(date)) };
}

/** What a page defines, in order; a line that does not say of what it speaks speaks of the last name that fits. */
function expansionsIn(texts: readonly Text[]): { term: string; expansion: Expansion | undefined }[] {
  const named: string[] = [];
  return texts.flatMap(text => {
    const { folded } = text;
    const lone = LONE_NAME.exec(folded.text.replaceAll(OBJECT, ''))?.[1];
    const acronyms = latinWordsOf(folded.text).filter(({ word, isAlone }) => isAlone && isAcronym(word));
    named.push(...(lone ? [lone] : acronyms.map(({ word }) => word)));
    return definitionsIn(folded.text, named).map(found => ({ term: found.term, expansion: expansionOf(found, text) }));
  });
}

function expansionOf({ long, start, end }: Definition, { folded, original, place }: Text): Expansion | undefined {
  const span = unfold(folded, start, end);
  return long === undefined
    ? undefined
    : { text: plain(long), quote: plain(original.slice(span.start, span.end)), ...place };
}

/** Each wording once, where it stands first; those said most often first. */
function ranked(expansions: readonly (Expansion | undefined)[]): Expansion[] {
  const said = groupBy(
    expansions.filter(one => one !== undefined),
    ({ text }) => skeleton(text),
  );
  return [...said.values()].toSorted((one, other) => other.length - one.length).flatMap(all => all.slice(0, 1));
}

/** Latin names by their look: acronyms that stand alone somewhere and are no plain word in capitals. */
function acronymsIn(texts: readonly Text[], known: ReadonlySet<string>): string[] {
  const words = texts.flatMap(({ folded }) => latinWordsOf(folded.text));
  const alone = new Set(words.filter(({ isAlone }) => isAlone).map(({ word }) => word));
  const spellings = groupBy(words, ({ word }) => word.toLowerCase());
  const isList = (word: string) =>
    word.includes('/') && word.split('/').every(part => known.has(skeleton(part)) || alone.has(part));
  const isWord = (word: string) => {
    const same = spellings.get(word.toLowerCase()) ?? [];
    return same.filter(one => one.word === word).length * 2 <= same.length;
  };
  const names = texts.flatMap(({ folded }) => [NUMBERED, NAME].flatMap(name => folded.text.match(name) ?? []));
  return [...[...alone].filter(word => isAcronym(word) && !isList(word) && !isWord(word)), ...names];
}

function latinWordsOf(text: string): LatinWord[] {
  return [...text.matchAll(WORD)].map(({ index, 0: whole }) => {
    const before = text.slice(Math.max(0, index - 6), index);
    const after = text.slice(index + whole.length, index + whole.length + 16);
    const counted = COUNTER.test(after) ? COUNTED.exec(whole) : undefined;
    const isInPhrase = PHRASE_BEFORE.test(before) || PHRASE_AFTER.test(after);
    const isCompany = COMPANY_BEFORE.test(before) || COMPANY_AFTER.test(after);
    const word = (counted ?? PLURAL.exec(whole))?.[1] ?? whole;
    return { word, isAlone: !isInPhrase && !isCompany && !NUMBER_AFTER.test(after) };
  });
}

/** Where each name is mentioned, by the rules of mentions: longest match among all names, those of the glossary too. */
function placesOf(
  names: readonly Pick<Compound, 'term' | 'variants'>[],
  pages: readonly DiscoverPage[],
  terms: readonly Term[],
): Map<string, CandidatePlace[]> {
  const cards = names.map(({ term, variants }, index) =>
    readTerm(`?${index}.md`, `---\nterm: ${JSON.stringify(term)}\naliases: ${JSON.stringify(variants)}\n---\n`),
  );
  const nameOf = new Map(cards.map(({ id, term }) => [id, term]));
  const match = createMatcher([...terms, ...cards]);
  const places = pages.flatMap(page => {
    const { date } = placeOf(page.path, undefined, page.matter);
    return findMentions(page, { match, ...optional('date', date) }).map(({ entry, anchor, text, sentence }) => ({
      entry,
      place: { ...placeOf(page.path, anchor, page.matter), text, sentence },
    }));
  });
  const byEntry = groupBy(places, ({ entry }) => nameOf.get(entry) ?? '');
  return new Map([...byEntry].map(([name, all]) => [name, all.map(({ place }) => place)]));
}

/** `CYMAT  4か所  情報セキュリティ緊急支援チーム（2012-11-01-isc-31）` */
export function candidateLine({ term, count, expansions }: Candidate): string {
  const said = expansions.map(({ text, page }) => say('link.expansion', { text, page: nameOfMinutes(page) }));
  return [say('link.candidate', { term, count }), ...said].join('  ');
}

/** The place that best shows what a candidate is: where it is defined, or else its first sentence that says more. */
export function exampleOf({ term, expansions, places }: Candidate): CandidatePlace {
  const isSaid = ({ sentence }: CandidatePlace): boolean =>
    expansions.some(({ quote }) => skeleton(sentence).includes(skeleton(quote)));
  const saysMore = ({ sentence, text }: CandidatePlace): boolean => sentence.length > text.length + LEAST_WORDS;
  const place = places.find(isSaid) ?? places.find(saysMore) ?? places[0];
  return place ?? { page: '', text: term, sentence: term };
}

/** Characters around a name that begin to say something of it. */
const LEAST_WORDS = 8;

/**
 * The candidate for which a draft is wanted: by its name, or by the id that its name would have; one that was not found
 * has no places.
 */
export function candidateFor(found: readonly Candidate[], id: string, name: string): Candidate {
  const wanted = found.find(({ term, aliases }) =>
    name === '' ? idOf(term) === id : [term, ...aliases].includes(name),
  );
  return (
    wanted ?? {
      term: name || id.toUpperCase(),
      aliases: [],
      score: 0,
      evidence: [],
      count: 0,
      expansions: [],
      places: [],
    }
  );
}

/** `JPCERT/CC` → `jpcert-cc` */
const idOf = (term: string): string =>
  term
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');

// Draft of a glossary card for a name that was found.

/** What a draft says of one page. */
interface Finding {
  readonly page: string;
  readonly anchor?: string;
  readonly date?: string;
  /** What stands in the page. */
  readonly quote: string;
  /** The long form, if the page gives one. */
  readonly text?: string;
}

/** Endings of a Japanese long form that show its category; without one of them none is set. */
const CATEGORY_BY_ENDING: readonly { readonly ending: RegExp; readonly category: Category }[] = [
  { ending: /(?:チーム|センター|機構|協会|連合|委員会|協議会|会議|本部|研究所|[省庁局])$/u, category: 'organisation' },
  { ending: /(?:条約|協定|議定書|[^方手技用文寸]法)$/u, category: 'law' },
  { ending: /(?:演習|訓練)$/u, category: 'exercise' },
  { ending: /(?:プロジェクト|プログラム|事業|イニシアティブ)$/u, category: 'programme' },
  { ending: /(?:戦略|計画|指針|方針|ガイドライン|大綱)$/u, category: 'document' },
  { ending: /システム$/u, category: 'system' },
];

/** Words in Latin letters: `CYber Defense Exercise with Recurrence`. */
const LATIN_WORDS = /^[\p{sc=Latin}\p{Nd}\s/&'’.,-]+$/u;
/** `2012-11-01`. */
const DATE = /^(\d{4})-(\d{2})-(\d{2})/u;
/** What ends a clause, or stands for what a quotation cannot hold. */
const CLAUSE_END = /[、。！？\n\uFFFC]/u;
/** What Markdown or Vue would read as more than a character: `&`, `_`, `{`. */
const MARK = /[\\`*_{}[\]<>&|~$]/gu;

/**
 * The Markdown of a card that `readTerm` reads, to be finished by a person. It says what the pages say and no more;
 * each quote stands in its page as the page spells it.
 */
export function draftCard({ term, aliases, expansions, places }: Candidate): string {
  const findings: readonly Finding[] = expansions.length > 0 ? expansions : firstOfPages(places);
  const long = expansions.map(({ text }) => text);
  const matter = {
    term,
    category: categoryOf([...long, term]),
    expansion: long.find(text => LATIN_WORDS.test(text)),
    aliases: [...long.filter(text => !LATIN_WORDS.test(text)), ...aliases],
    sources: findings.map(({ page, quote }) => ({ page: nameOfMinutes(page), quote })),
  };
  const sentences = findings.map(finding => draftSentence(term, finding));
  return `---\n${writeFront(matter)}---\n# ${escapeMarks(term)}\n\n${sentences.join('\n\n')}\n\n（ここに説明を書いてください。）\n`;
}

function categoryOf(long: readonly string[]): Category | undefined {
  return CATEGORY_BY_ENDING.find(({ ending }) => long.some(text => ending.test(text)))?.category;
}

/** Lists and records take one line each, as in the cards that people wrote; absent and empty keys are left out. */
function writeFront(matter: Readonly<Record<string, unknown>>): string {
  const said = Object.entries(matter).filter(([, value]) => value !== undefined && !isEmptyList(value));
  const document = new Document(Object.fromEntries(said));
  const aliases = document.get('aliases');
  if (isSeq(aliases)) aliases.flow = true;
  const sources = document.get('sources') as YAMLSeq<{ flow?: boolean }> | undefined;
  for (const source of sources?.items ?? []) source.flow = true;
  return document.toString({ lineWidth: 0, flowCollectionPadding: false });
}

function isEmptyList(value: unknown): boolean {
  return Array.isArray(value) && value.length === 0;
}

/** `「CYMAT」は、2012年11月1日の文書に「情報セキュリティ緊急支援チーム」とともに出てきます。` */
function draftSentence(term: string, { page, anchor, date, text }: Finding): string {
  const [, year, month, day] = DATE.exec(date ?? '') ?? [];
  const name = nameOfMinutes(page);
  const source = year ? `${year}年${Number(month)}月${Number(day)}日の文書` : `文書 ${name} `;
  const link = `[${escapeMarks(source.trim())}](${placeAddress({ page, ...optional('anchor', anchor) })})`;
  const together = text === undefined ? '' : `「${escapeMarks(text)}」とともに`;
  return `「${escapeMarks(term)}」は、${link}に${together}出てきます。`;
}

/** The first mention of each page, with the clause around it. */
function firstOfPages(places: readonly CandidatePlace[]): Finding[] {
  const first = places.filter(({ page }, index) => places.findIndex(other => other.page === page) === index);
  return first.map(({ text, sentence, ...place }) => {
    const clause = sentence.split(CLAUSE_END).find(part => part.includes(text)) ?? text;
    return { ...place, quote: clause.trim() };
  });
}

function escapeMarks(text: string): string {
  return text.replace(MARK, mark => `&#${mark.codePointAt(0)};`);
}
