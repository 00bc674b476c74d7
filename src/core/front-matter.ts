/** Formats the front matter of a page for print: dates, sessions, where a text came from. */
import type { Page } from './book.ts';
import type { Labels, ThemeLabels } from './labels.ts';
import type { Original } from './minutes.ts';

export type Matter = Readonly<Record<string, unknown>>;

/** The value as a string; nothing where it is absent, empty or no scalar. */
export function text(matter: Matter, key: string): string | undefined {
  const value = matter[key];
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' && value !== '' ? value : undefined;
}

const ISO_DAY = /^(\d{4})-0?([1-9]|1[0-2])-0?(\d{1,2})$/;
/** Not from `Intl`: its first use, on every page, would block a phone for 80 milliseconds. */
export const ENGLISH_MONTHS =
  'January February March April May June July August September October November December'.split(' ');

/** `2012-11-01` as 2012年11月1日, 1 November 2012; what is no ISO day stays as it is. */
export const day = (iso: string, { language }: Pick<Labels, 'language'>): string =>
  iso.replace(ISO_DAY, (_, year, month, dayOfMonth) =>
    language === 'ja' ? `${year}年${month}月${dayOfMonth}日` : `${dayOfMonth} ${ENGLISH_MONTHS[month - 1]} ${year}`,
  );

/** 2005年4月25日〜2015年1月8日; an end that is not known is open. */
export const period = ({ from = '', until = '' }: { from?: string; until?: string }, label: Labels): string =>
  label('span', { from: day(from, label), until: day(until, label) }).trim();

/** 2015年度: all that some scans say of their date. */
function fiscalYear(matter: Matter, label: Labels): string | undefined {
  const year = text(matter, 'fiscal');
  return year && label('fiscalYear', { year });
}

/** 2012年11月1日, 2015年度, or that the scan does not say. */
export const dateLabel = ({ matter }: Pick<Page, 'matter'>, label: Labels): string =>
  day(text(matter, 'date') ?? '', label) || fiscalYear(matter, label) || label('noDate');

/** Whether a newer edition has taken the place of a document. */
export const isReplaced = ({ matter }: Pick<Page, 'matter'>): boolean => matter.replacedBy !== undefined;

/** What is replaced comes first. */
export const byEdition = (left: Pick<Page, 'matter'>, right: Pick<Page, 'matter'>): number =>
  Number(isReplaced(right)) - Number(isReplaced(left));

/** What a list says of a document, such as its date, with a mark where a newer edition replaces it: 2012年11月1日、旧版. */
export const withEdition = (words: string | undefined, page: Pick<Page, 'matter'>, label: ThemeLabels): string =>
  [words, isReplaced(page) ? label('theme.earlierEdition') : undefined].filter(Boolean).join(label('comma'));

/** Code-unit order: the same on every machine. */
export const compare = (left: string, right: string): number => (left < right ? -1 : left > right ? 1 : 0);

/** What is known of a fiscal year only stands at its end, before the April that follows; the undated come last. */
const dateOf = ({ path, matter }: Page): string => {
  const year = /^fy(\d{4})/.exec(path.split('/').at(-1) ?? '')?.[1] ?? text(matter, 'fiscal');
  return text(matter, 'date') ?? (year && /^\d{4}$/.test(year) ? `${Number(year) + 1}-03-31` : '9999');
};
/** An earlier edition of the same day stands before those that replace it. */
export const byDate = (left: Page, right: Page): number =>
  compare(dateOf(left), dateOf(right)) || byEdition(left, right) || compare(left.path, right.path);

/** 第31回, or the words of the scan: 臨時会. */
export const sessionLabel = (matter: Matter): string | undefined => text(matter, 'session')?.replace(/^\d+$/, '第$&回');

/** 情報セキュリティ政策会議 第31回 議事要旨（案）, or as much of it as is known with the body. */
export function meeting(matter: Matter): string | undefined {
  const body = text(matter, 'body');
  if (body === undefined) return undefined;
  const session = sessionLabel(matter);
  const document = text(matter, 'document');
  const draft = matter.draft === true && document ? '（案）' : '';
  return [body, session, document && document + draft].filter(Boolean).join(' ');
}

/** Where the text came from: `2012-11-01-isc-31.txt`, sha256, what was changed. */
export function provenance(
  matter: Matter,
  label: Labels,
): { file: string; sha256: string; changes: string } | undefined {
  const scan = (matter.scan ?? {}) as Matter;
  const file = text(scan, 'file');
  if (file === undefined) return undefined;
  const [edits, doubts] = [text(matter, 'edits'), text(matter, 'doubts')];
  const counts = [
    edits && label('print.editCount', { count: edits }),
    doubts && label('print.doubtCount', { count: doubts }),
  ];
  return { file, sha256: text(scan, 'sha256') ?? '', changes: counts.filter(Boolean).join(label('comma')) };
}

/**
 * What the original is called, or where it is, and what else is known of it: `『会議録』`, `（見本町議会、3-14ページ、2026年4月1日取得）`.
 * Where neither title nor publisher nor address is known, `more` says the rest without brackets.
 */
export function originalInWords(
  { title, publisher, url, pages, retrieved }: Original,
  label: ThemeLabels,
): { readonly name: string; readonly more: string } {
  const name = title ? label('theme.originalNamed', { title }) : (publisher ?? (url ? new URL(url).host : ''));
  const rest = [
    title && publisher,
    pages && label(pages.includes('-') ? 'theme.originalRange' : 'theme.originalPages', { pages }),
    retrieved && label('theme.originalRetrieved', { day: day(retrieved, label) }),
  ];
  const words = rest.filter(Boolean).join(label('comma'));
  return { name, more: words && name ? label('bracketed', { words }) : words };
}
