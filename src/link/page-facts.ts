/** Reads what the front matter of a page says: YAML, TOML or JSON, and the date under the names that people give it. */
import { optional } from '@tsuzuri/core/collections';
import { ENGLISH_MONTHS } from '@tsuzuri/core/front-matter';
import { sayYaml } from '@tsuzuri/core/yaml';
import { parse as parseToml } from 'smol-toml';
import { parse as parseYaml } from 'yaml';

export interface PageFacts {
  /** The front matter; empty where there is none, or none that can be read. */
  readonly data: Readonly<Record<string, unknown>>;
  /** The ISO day of the page. */
  readonly date?: string;
  readonly title?: string;
  /** As BCP 47 has it: `ja`. */
  readonly lang?: string;
  /** Why the front matter cannot be read: its date is not known. */
  readonly fault?: MatterFault;
}

export interface MatterFault {
  /** Of the page, from 1; absent where the parser does not say. */
  readonly line?: number;
  /** Of YAML in the language that is spoken, of others in the words of their parser. */
  readonly reason: string;
}

interface Form {
  /** The front matter in its group `matter`. */
  readonly pattern: RegExp;
  readonly parse: (text: string) => unknown;
}

const FORMS: readonly Form[] = [
  {
    pattern: /^---(?:yaml)?[ \t]*\n(?<matter>[\s\S]*?)(?:^|\n)(?:---|\.\.\.)[ \t]*(?:\n|$)/u,
    // A key that stands there twice is no reason to know nothing.
    parse: text => parseYaml(text, { schema: 'core', uniqueKeys: false, logLevel: 'error' }),
  },
  { pattern: /^\+\+\+[ \t]*\n(?<matter>[\s\S]*?)(?:^|\n)\+\+\+[ \t]*(?:\n|$)/u, parse: parseToml },
  { pattern: /^---toml[ \t]*\n(?<matter>[\s\S]*?)(?:^|\n)---[ \t]*(?:\n|$)/u, parse: parseToml },
  {
    pattern: /^(?:---json|;;;)[ \t]*\n(?<matter>[\s\S]*?)(?:^|\n)(?:---|;;;)[ \t]*(?:\n|$)/u,
    parse: text => JSON.parse(text),
  },
  { pattern: /^(?<matter>\{\n[\s\S]*?\n\})[ \t]*(?:\n|$)/u, parse: text => JSON.parse(text) },
];

/** `meeting_date`, `meetingDate`, `Meeting Date` and `dc.date` are written in many ways. */
const plainKey = (key: string): string =>
  key
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s_.:-]/gu, '');

const keysOf = (words: string): readonly string[] => words.trim().split(/\s+/u);

/** Of a page, the first that is there: what it is about, when it came out. As `plainKey` has them. */
const DATE_FIELDS = keysOf(`
  date day 日付 年月日 日時 dcdate dctermsdate
  meetingdate dateofmeeting eventdate sessiondate heldon heldat starts startdate startsat startson
  開催日 開催年月日 開催日時 開会日 会議日 会議年月日 実施日 議決日 施行日
  pubdate published publishedat publishedon publishdate publicationdate datepublished releasedate released releasedat
  issued issuedate dateissued posted postedat postdate decided decidedon decisiondate
  公開日 公開日時 公表日 発行日 発表日 掲載日 配信日 投稿日 決定日 制定日
`);

/** What says less of it than the name of its file: when it was begun, when it was last changed. */
const CHANGE_FIELDS = keysOf(`
  created createdat createdon createddate datecreated 作成日 作成日時
  updated updatedat updatedon updateddate dateupdated lastmod lastmodified lastmodifiedat lastupdated lastupdate modified modifiedat
  datemodified 更新日 更新日時 最終更新日 改定日
`);

/** `2012-05-01-title.md` of Jekyll, `2012-05-01.md`, and the folders of Docusaurus: `2012/05/01/title.md`, `2012-05-01-title/index.md` */
const DATED_NAME = /(?:^|\/)(?<date>\d{4}([-/])\d{2}\2\d{2})(?:[-_ ][^/]*|\.\w+)?(?:\/[^/]+)?$/u;

/** @param path of the page, which may say its date */
export function pageFacts(source: string, path = ''): PageFacts {
  const { data, fault } = matterOf(source.replace(/^\uFEFF/, '').replaceAll(/\r\n?/g, '\n'));
  return { ...factsOf(data, path), ...optional('fault', fault) };
}

/** The same of front matter that somebody else has read. */
export function factsOf(data: PageFacts['data'], path = ''): PageFacts {
  const values = new Map(Object.entries(data).map(([key, value]) => [plainKey(key), value]));
  const first = (fields: readonly string[]): string | undefined =>
    fields.map(field => isoDay(values.get(field))).find(Boolean);
  const date =
    first(DATE_FIELDS) ?? nestedDate(data) ?? isoDay(DATED_NAME.exec(path)?.groups?.date) ?? first(CHANGE_FIELDS);
  return {
    data,
    ...optional('date', date),
    ...optional('title', textOf(data.title)),
    ...optional('lang', textOf(data.lang) ?? textOf(data.language) ?? textOf(data.locale)),
  };
}

const textOf = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);

/** `meeting: {date: 2012-05-01}`, where only one part of the front matter has a date. */
function nestedDate(data: PageFacts['data']): string | undefined {
  const parts = Object.values(data).filter(part => part !== null && typeof part === 'object' && !Array.isArray(part));
  const dates = parts.map(part => isoDay((part as PageFacts['data']).date)).filter(Boolean);
  return dates.length === 1 ? dates[0] : undefined;
}

function matterOf(source: string): Pick<PageFacts, 'data' | 'fault'> {
  let fault: MatterFault | undefined;
  for (const { pattern, parse } of FORMS) {
    const text = pattern.exec(source)?.groups?.matter;
    if (text === undefined) continue;
    try {
      const data = parse(text);
      if (data !== null && typeof data === 'object' && !Array.isArray(data)) return { data: data as PageFacts['data'] };
    } catch (error) {
      // A page may begin with a brace and have no front matter.
      if (!source.startsWith('{')) fault ??= faultOf(error as Error);
    }
  }
  return { data: {}, ...optional('fault', fault) };
}

/** What the parsers say of the place: `linePos` of yaml, `line` of smol-toml; the fence is the first line. */
function faultOf(error: Error & { code?: string; linePos?: readonly [{ line: number }]; line?: number }): MatterFault {
  const line = error.linePos?.[0].line ?? error.line;
  const [reason = ''] = error.code === undefined ? error.message.split('\n') : sayYaml(error.code);
  return { reason: reason.replace(/(?: at line \d+, column \d+)?:?$/u, ''), ...optional('line', line && line + 1) };
}

/** The year before the first one of an era, and its last one. */
const ERAS: Readonly<Record<string, readonly [before: number, last: number]>> = {
  令和: [2018, 99],
  平成: [1988, 31],
  昭和: [1925, 64],
  大正: [1911, 15],
  明治: [1867, 45],
  R: [2018, 99],
  H: [1988, 31],
  S: [1925, 64],
};
/** `令和3年9月27日`, `R3.9.27` */
const ERA_DAY =
  /^(?<era>令和|平成|昭和|大正|明治|[RHS])\s*(?<eraYear>元|\d{1,2})[年./-]\s*(?<month>\d{1,2})[月./-]\s*(?<day>\d{1,2})(?!\d)/u;
/** `2021-09-27`, `2021-09-27T10:00:00+09:00`, `2021/9/27`, `2021.9.27`, `2021年9月27日` */
const DAY = /^(?<year>\d{4})[年./-]\s*(?<month>\d{1,2})[月./-]\s*(?<day>\d{1,2})(?!\d)/u;
/** `20210927` */
const TIGHT_DAY = /^(?<year>\d{4})(?<month>\d{2})(?<day>\d{2})$/u;
/** `Sep 27 2021` of Astro, `September 27, 2021`, `Mon, 27 Sep 2021 10:00:00 GMT` */
const ENGLISH_DAY =
  /^(?:\p{L}+,\s*)?(?<name>\p{L}{3,9})\.?\s+(?<day>\d{1,2})(?:st|nd|rd|th)?,?\s+(?<year>\d{4})(?!\d)/u;
const DAY_ENGLISH =
  /^(?:\p{L}+,\s*)?(?<day>\d{1,2})(?:st|nd|rd|th)?\s+(?<name>\p{L}{3,9})\.?,?\s+(?<year>\d{4})(?!\d)/u;
const DAYS = [ERA_DAY, DAY, TIGHT_DAY, ENGLISH_DAY, DAY_ENGLISH];

/** The day of a value, as its author wrote it: not moved to another zone. @returns nothing where it is none */
export function isoDay(value: unknown): string | undefined {
  const text = (value instanceof Date ? localDay(value) : String(value ?? '')).normalize('NFKC').trim();
  const found = DAYS.map(pattern => pattern.exec(text)?.groups).find(groups => groups !== undefined);
  if (!found) return undefined;
  const [year, month, day] = [yearOf(found), monthOf(found), Number(found.day)];
  const date = new Date(Date.UTC(year, month - 1, day));
  const isDay = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return isDay ? date.toISOString().slice(0, 10) : undefined;
}

type Groups = Readonly<Record<string, string | undefined>>;

/** NaN where an era did not have as many years. */
function yearOf({ era, eraYear, year }: Groups): number {
  if (era === undefined) return Number(year);
  const [before, last] = ERAS[era] ?? [0, 0];
  const count = eraYear === '元' ? 1 : Number(eraYear);
  return 0 < count && count <= last ? before + count : Number.NaN;
}

const monthOf = ({ month, name = '' }: Groups): number =>
  month === undefined
    ? ENGLISH_MONTHS.findIndex(it => it.toLowerCase().startsWith(name.toLowerCase())) + 1
    : Number(month);

/** smol-toml keeps the zone that the author wrote; its text begins with the day there. */
const localDay = (date: Date): string => date.toJSON() ?? ''; // of no date
