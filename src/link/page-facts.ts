/** Reads what the front matter of a page says: YAML, TOML or JSON, and the date under the names that people give it. */
import { optional } from '@tsuzuri/core/collections';
import { ENGLISH_MONTHS } from '@tsuzuri/core/front-matter';
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
}

interface Form {
  /** The front matter in its group `matter`. */
  readonly pattern: RegExp;
  readonly parse: (text: string) => unknown;
}

const FORMS: readonly Form[] = [
  {
    pattern: /^---(?:yaml)?[ \t]*\n(?<matter>[\s\S]*?)(?:^|\n)(?:---|\.\.\.)[ \t]*(?:\n|$)/u,
    parse: text => parseYaml(text, { schema: 'core' }),
  },
  { pattern: /^\+\+\+[ \t]*\n(?<matter>[\s\S]*?)(?:^|\n)\+\+\+[ \t]*(?:\n|$)/u, parse: parseToml },
  { pattern: /^---toml[ \t]*\n(?<matter>[\s\S]*?)(?:^|\n)---[ \t]*(?:\n|$)/u, parse: parseToml },
  {
    pattern: /^(?:---json|;;;)[ \t]*\n(?<matter>[\s\S]*?)(?:^|\n)(?:---|;;;)[ \t]*(?:\n|$)/u,
    parse: text => JSON.parse(text),
  },
  { pattern: /^(?<matter>\{\n[\s\S]*?\n\})[ \t]*(?:\n|$)/u, parse: text => JSON.parse(text) },
];

/** Of a page, the first that is there: what it is about, when it came out. */
const DATE_FIELDS = [
  'date',
  'meeting_date',
  'meetingDate',
  'pubDate',
  'pubdate',
  'published',
  'published_at',
  'publishedAt',
  'publishDate',
  'publish_date',
  'datePublished',
] as const;

/** What says less of it than the name of its file: when it was begun, when it was last changed. */
const CHANGE_FIELDS = [
  'created',
  'created_at',
  'createdAt',
  'updated',
  'updated_at',
  'updatedAt',
  'updatedDate',
  'lastmod',
  'last_modified_at',
  'last_updated',
  'modified',
] as const;

/** `2012-05-01-title.md` of Jekyll, `2012-05-01.md`, and the folders of Docusaurus: `2012/05/01/title.md`, `2012-05-01-title/index.md` */
const DATED_NAME = /(?:^|\/)(?<date>\d{4}([-/])\d{2}\2\d{2})(?:[-_ ][^/]*|\.\w+)?(?:\/[^/]+)?$/u;

/** @param path of the page, which may say its date */
export const pageFacts = (source: string, path = ''): PageFacts =>
  factsOf(matterOf(source.replace(/^\uFEFF/, '').replaceAll(/\r\n?/g, '\n')), path);

/** The same of front matter that somebody else has read. */
export function factsOf(data: PageFacts['data'], path = ''): PageFacts {
  const first = (fields: readonly string[]): string | undefined =>
    fields.map(field => isoDay(data[field])).find(Boolean);
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

function matterOf(source: string): PageFacts['data'] {
  for (const { pattern, parse } of FORMS) {
    const text = pattern.exec(source)?.groups?.matter;
    if (text === undefined) continue;
    try {
      const data = parse(text);
      if (data !== null && typeof data === 'object' && !Array.isArray(data)) return data as PageFacts['data'];
    } catch {
      // What cannot be read says nothing: the generator of the site reports it.
    }
  }
  return {};
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
