/** Says which edition of a book is printed; there is no clock here, so that the same texts give the same bytes. */
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { optional } from '@tsuzuri/core/collections';
import { day } from '@tsuzuri/core/front-matter';
import type { Labels } from '@tsuzuri/core/labels';

export interface Edition {
  /** Of the project, if its `package.json` has one: `0.1.0` */
  readonly version?: string;
  /** ISO day: `2026-11-22`. */
  readonly date: string;
  /** Where the site stands, if the configuration says so: `https://host/path/`. A book leads there to what it leaves out. */
  readonly site?: string;
}

export const editionLabel = ({ version, date }: Edition, label: Labels): string =>
  version === undefined
    ? label('print.edition', { date: day(date, label) })
    : label('print.numberedEdition', { version, date: day(date, label) });

/** Of the project in a folder, whose site stands at an address or at none that is known. */
export const editionOf = (root: string, site: string | undefined): Edition => ({
  ...optional('version', versionOf(root)),
  date: editionDate(root),
  ...optional('site', site),
});

function versionOf(root: string): string | undefined {
  const file = join(root, 'package.json');
  if (!existsSync(file)) return undefined;
  const { version } = JSON.parse(readFileSync(file, 'utf8')) as { version?: unknown };
  return typeof version === 'string' ? version : undefined;
}

/**
 * Derives a reproducible date in UTC: of `SOURCE_DATE_EPOCH` (reproducible-builds.org, seconds), else of the last commit,
 * else of the newest file that people write.
 */
function editionDate(root: string): string {
  const seconds = secondsFrom(process.env.SOURCE_DATE_EPOCH) ?? lastCommit(root) ?? newestFile(root);
  return new Date(seconds * 1000).toISOString().slice(0, 10);
}

const secondsFrom = (text = ''): number | undefined => (/^\d{1,11}$/.test(text.trim()) ? Number(text) : undefined);

/** Nothing where there is no git, or no commit yet. */
function lastCommit(root: string): number | undefined {
  try {
    return secondsFrom(
      execFileSync('git', ['log', '-1', '--format=%ct'], {
        cwd: root,
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'ignore'],
      }),
    );
  } catch {
    return undefined;
  }
}

function newestFile(root: string): number {
  const folders = ['seeds', 'docs'].map(name => join(root, name)).filter(folder => existsSync(folder));
  const times = folders.flatMap(folder =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' }).map(name => statSync(join(folder, name)).mtimeMs),
  );
  return Math.floor(Math.max(0, ...times) / 1000);
}
