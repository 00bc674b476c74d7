/** Writes a draft of the glossary card for a name that was discovered. */
import { Document, isSeq, type YAMLSeq } from 'yaml';
import { placeAddress } from '../addresses.ts';
import { type Category, optional } from '../card.ts';
import type { Candidate, CandidatePlace } from './discover.ts';

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

/** The last letters of a Japanese long form that tell what is named; without one of them nothing is said. */
const CATEGORY_BY_ENDING: readonly { readonly ending: RegExp; readonly category: Category }[] = [
  { ending: /(?:チーム|センター|機構|協会|連合|委員会|協議会|会議|本部|研究所|[省庁局])$/u, category: 'organisation' },
  { ending: /(?:条約|協定|議定書|[^方手技用文寸]法)$/u, category: 'law' },
  { ending: /(?:演習|訓練)$/u, category: 'exercise' },
  { ending: /(?:プロジェクト|プログラム|事業|イニシアティブ)$/u, category: 'programme' },
  { ending: /(?:戦略|計画|指針|方針|ガイドライン|大綱)$/u, category: 'document' },
  { ending: /システム$/u, category: 'system' },
];

/** Words in Latin letters: `CYber Defense Exercise with Recurrence`. */
const LATIN = /^[\p{sc=Latin}\p{Nd}\s/&'’.,-]+$/u;
/** `2012-11-01`. */
const DATE = /^(\d{4})-(\d{2})-(\d{2})/u;
/** What ends a clause, or stands for what a quotation cannot hold. */
const CLAUSE_END = /[、。！？\n\uFFFC]/u;
/** What Markdown or Vue would read as more than a letter: `&`, `_`, `{`. */
const MARK = /[\\`*_{}[\]<>&|~$]/gu;

/**
 * The Markdown of a card that `readTerm` reads, to be finished by a person. It says what the pages say and no more;
 * each quote stands in its page as the page spells it.
 */
export function draftCard({ term, expansions, places }: Candidate): string {
  const findings: readonly Finding[] = expansions.length > 0 ? expansions : firstOfPages(places);
  const long = expansions.map(({ text }) => text);
  const matter = {
    term,
    category: categoryOf(long),
    expansion: long.find(text => LATIN.test(text)),
    aliases: long.filter(text => !LATIN.test(text)),
    sources: findings.map(({ page, quote }) => ({ page: page.replace(/^minutes\//u, ''), quote })),
  };
  const sentences = findings.map(finding => sentenceOf(term, finding));
  return `---\n${writeFront(matter)}---\n# ${inert(term)}\n\n${sentences.join('\n\n')}\n\n（ここに説明を書いてください。）\n`;
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
function sentenceOf(term: string, { page, anchor, date, text }: Finding): string {
  const [, year, month, day] = DATE.exec(date ?? '') ?? [];
  const name = page.replace(/^minutes\//u, '');
  const source = year ? `${year}年${Number(month)}月${Number(day)}日の文書` : `文書 ${name} `;
  const link = `[${inert(source.trim())}](${placeAddress({ page, ...optional('anchor', anchor) })})`;
  const together = text === undefined ? '' : `「${inert(text)}」とともに`;
  return `「${inert(term)}」は、${link}に${together}出てきます。`;
}

/** The first mention of each page, with the clause around it. */
function firstOfPages(places: readonly CandidatePlace[]): Finding[] {
  const first = places.filter(({ page }, index) => places.findIndex(other => other.page === page) === index);
  return first.map(({ text, sentence, ...place }) => {
    const clause = sentence.split(CLAUSE_END).find(part => part.includes(text)) ?? text;
    return { ...place, quote: clause.trim() };
  });
}

function inert(text: string): string {
  return text.replace(MARK, mark => `&#${mark.codePointAt(0)};`);
}
