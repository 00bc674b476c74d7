/** Finds where the file behind a page is edited, when it last changed, and where errors are reported. */
import { execFileSync } from 'node:child_process';
import { publicationOf } from '@tsuzuri/book/hosts';
import type { Project } from '@tsuzuri/book/project';
import { ROOT } from './site.ts';

/**
 * How a forge spells addresses: of a file for its web editor; of the form of a new issue, `.github/ISSUE_TEMPLATE/report.yml`
 * where it knows such forms, else title and text.
 */
export interface Forge {
  readonly edit: string;
  readonly report: string;
}

const FORGES: readonly (Forge & { readonly host: RegExp })[] = [
  {
    host: /gitlab/,
    edit: '-/edit/main',
    report: '-/issues/new?issue[title]=:title&issue[description]=:body',
  },
  {
    host: /codeberg|gitea|forgejo/,
    edit: '_edit/main',
    report: 'issues/new?title=:title&body=:body',
  },
  {
    host: /github/,
    edit: 'edit/main',
    report: 'issues/new?template=report.yml&title=:title&page=:page&place=:place&sentence=:sentence',
  },
  { host: /./, edit: 'edit/main', report: 'issues/new?title=:title&body=:body' },
];

/** Address patterns with `:path` for a file, with what `theme/minutes/report.ts` fills in for a report; nothing where the repository has no address. */
export function forge(project: Project): Forge | undefined {
  const { repository } = publicationOf(project);
  const found = repository && FORGES.find(({ host }) => host.test(new URL(repository).host));
  if (!found) return undefined;
  return { edit: `${repository}/${found.edit}/:path`, report: `${repository}/${found.report}` };
}

/**
 * When each source was last committed, in milliseconds. Empty where git cannot know: outside of a repository, or in a
 * shallow clone, where every file seems to come from the one commit that was fetched.
 */
export function commitDates(): ReadonlyMap<string, number> {
  const dates = new Map<string, number>();
  if (git('rev-parse', '--is-shallow-repository').trim() !== 'false') return dates;
  const log = git(
    '-c',
    'core.quotePath=false',
    'log',
    '--format=%x00%ct',
    '--name-only',
    '--relative',
    '--',
    'docs',
    'seeds',
  );
  for (const commit of log.split('\0').slice(1)) {
    const [time, ...files] = commit.split('\n').filter(Boolean);
    for (const file of files) if (!dates.has(file)) dates.set(file, Number(time) * 1000);
  }
  return dates;
}

/**
 * A scan is never edited: what a person knows of it stands beside it, in a file of the same name.
 * @returns nothing for what is no file of the project: a list that was generated (`seeds`), a shipped rule
 */
export function fileToEdit(source: string): string | undefined {
  if (source.startsWith('@tsuzuri/') || !/\.\w+$/.test(source)) return undefined;
  return source.replace(/^(seeds\/.*)\.[^./]+$/, '$1.yml');
}

/** When the file behind a page last changed, or what a person knows of it; in milliseconds. */
export function lastChange(source: string, dates: ReadonlyMap<string, number>): number | undefined {
  const known = [source, fileToEdit(source) ?? source].map(file => dates.get(file)).filter(time => time !== undefined);
  return known.length ? Math.max(...known) : undefined;
}

function git(...words: string[]): string {
  try {
    return execFileSync('git', words, {
      cwd: ROOT,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
      maxBuffer: 2 ** 28,
    });
  } catch {
    return ''; // no git, no repository, no commit yet: no dates, which the page then leaves out
  }
}
