/** Reads what the front matter of a page says: YAML, TOML or JSON, and the date under the names that people give it. */
import { parse as parseToml } from 'smol-toml';
import { parse as parseYaml } from 'yaml';

export interface PageFacts {
  /** The front matter; empty where there is none, or none that can be read. */
  readonly data: Readonly<Record<string, unknown>>;
  /** The ISO day of the page. */
  readonly date?: string;
}

interface Form {
  /** The front matter in its group `matter`. */
  readonly pattern: RegExp;
  readonly parse: (text: string) => unknown;
}

const FORMS: readonly Form[] = [
  {
    pattern: /^---[ \t]*\n(?<matter>[\s\S]*?)(?:^|\n)(?:---|\.\.\.)[ \t]*(?:\n|$)/u,
    parse: text => parseYaml(text, { schema: 'core' }),
  },
  { pattern: /^\+\+\+[ \t]*\n(?<matter>[\s\S]*?)(?:^|\n)\+\+\+[ \t]*(?:\n|$)/u, parse: parseToml },
  { pattern: /^(?<matter>\{\n[\s\S]*?\n\})[ \t]*(?:\n|$)/u, parse: text => JSON.parse(text) },
];

/** Of a page, the first that is there: what it is about, when it came out, when it was begun, when it was last changed. */
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

/** `2012-05-01-title.md`, as Jekyll wants it */
const DATED_NAME = /(?:^|\/)(?<date>\d{4}-\d{2}-\d{2})-[^/]+$/u;

/** @param path of the page, which may say its date */
export function pageFacts(source: string, path = ''): PageFacts {
  const data = matterOf(source.replace(/^\uFEFF/, '').replaceAll('\r\n', '\n'));
  const date =
    DATE_FIELDS.map(field => isoDay(data[field])).find(Boolean) ?? isoDay(DATED_NAME.exec(path)?.groups?.date);
  return { data, ...(date === undefined ? {} : { date }) };
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

/** The first years of eras, less one. */
const ERAS: Readonly<Record<string, number>> = {
  令和: 2018,
  平成: 1988,
  昭和: 1925,
  大正: 1911,
  明治: 1867,
  R: 2018,
  H: 1988,
  S: 1925,
};
/** `令和3年9月27日`, `R3.9.27` */
const ERA_DAY =
  /^(?<era>令和|平成|昭和|大正|明治|[RHS])(?<year>元|\d{1,2})[年./-](?<month>\d{1,2})[月./-](?<day>\d{1,2})日?/u;
/** `2021-09-27`, `2021-09-27T10:00:00+09:00`, `2021/9/27`, `2021.9.27`, `2021年9月27日`, `20210927` */
const DAY = /^(?<year>\d{4})(?:[年./-](?<month>\d{1,2})[月./-](?<day>\d{1,2})|(?<month2>\d{2})(?<day2>\d{2})$)/u;

/** The day of a value, as its author wrote it: not moved to another zone. @returns nothing where it is none */
export function isoDay(value: unknown): string | undefined {
  const text = (value instanceof Date ? localDay(value) : String(value ?? '')).normalize('NFKC').trim();
  const { era, year = '', month, day, month2, day2 } = (ERA_DAY.exec(text) ?? DAY.exec(text))?.groups ?? {};
  const full = era === undefined ? Number(year) : (ERAS[era] ?? 0) + (year === '元' ? 1 : Number(year));
  const [m, d] = [Number(month ?? month2), Number(day ?? day2)];
  const date = new Date(Date.UTC(full, m - 1, d));
  const isDay = date.getUTCFullYear() === full && date.getUTCMonth() === m - 1 && date.getUTCDate() === d;
  return isDay ? date.toISOString().slice(0, 10) : undefined;
}

/** smol-toml keeps the zone that the author wrote; its text begins with the day there. */
const localDay = (date: Date): string => date.toISOString();
