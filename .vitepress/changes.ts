/** Tells which documents and entries changed of late. */

import { urlOf } from '../src/addresses.ts';
import type { Contents, Entry } from './book.ts';
import { shortTitle } from './contents.ts';

/** One of them, as the home page shows it. */
export interface Change {
  readonly link: string;
  readonly text: string;
  /** 会議録 or 用語 */
  readonly kind: string;
  /** 2026年11月22日 */
  readonly when: string;
}

const SHOWN = 5;
const KINDS: Readonly<Partial<Record<Entry['kind'], string>>> = { minutes: '会議録', term: '用語' };
const DAY = new Intl.DateTimeFormat('ja-JP', { dateStyle: 'long', timeZone: 'Asia/Tokyo' });

/**
 * The newest first. What is as old as the oldest has not changed since the beginning: where all came on one day, nothing
 * is new.
 * @param changedAt in milliseconds, nothing where git does not know
 */
export function latestChanges({ pages }: Contents, changedAt: (page: Entry) => number | undefined): Change[] {
  const dated = pages.flatMap(page => {
    const [kind, time] = [KINDS[page.kind], changedAt(page)];
    return kind && time !== undefined ? [{ page, kind, time }] : [];
  });
  const oldest = Math.min(...dated.map(({ time }) => time));
  return dated
    .filter(({ time }) => time > oldest)
    .sort((a, b) => b.time - a.time)
    .slice(0, SHOWN)
    .map(({ page, kind, time }) => ({ link: urlOf(page.path), text: shortTitle(page), kind, when: DAY.format(time) }));
}
