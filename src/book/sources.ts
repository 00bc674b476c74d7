/** Reads what people wrote in a project; symbolic links, which may lead out of it, are refused. */
import { existsSync, lstatSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { SHIPPED_RULES } from '@tsuzuri/convert/4-correct/rules';
import { FORMATS, type Format } from '@tsuzuri/convert/formats';
import { compare } from '@tsuzuri/core/front-matter';
import { errorAt } from '@tsuzuri/core/messages';
import { showInvisible } from '@tsuzuri/core/unicode';
import { type Saying, say } from '@tsuzuri/core/wording';
import type { VFileMessage } from 'vfile-message';
import type { Project } from './project.ts';

/** A file that a person wrote. */
export interface Source {
  /** Path from the root of the project: `docs/glossary/nisc.md`. */
  readonly file: string;
  /** File name without its ending: `nisc`. */
  readonly name: string;
  readonly text: string;
}

/** Everything that a book is made of. */
export interface Sources {
  readonly terms: readonly Source[];
  readonly rules: readonly Source[];
  /** Pages written by hand, `docs/*.md`. */
  readonly texts: readonly Source[];
  /** Files of the scans by name: `seeds/2012-11-01-isc-31.txt`. They may be large: they are read when they are converted. */
  readonly scans: ReadonlyMap<string, string>;
  /** What persons know of scans, `seeds/*.yml`. */
  readonly known: readonly Source[];
  /** `docs/redirects.yml`; a project whose pages never moved has none. */
  readonly redirects?: Source;
  readonly errors: readonly VFileMessage[];
}

/** Bytes of the longest file that a person writes by hand; the longest entry of the project has some 12,000. */
const LARGEST = 1_000_000;

/** The name of a card is its address: `nisc`, `sp800-171`. */
const CARD_NAME = /^[a-z0-9][a-z0-9-]{0,79}$/;
/** A scan may be called in Japanese: `第31回_議事要旨`. What a file system or an address takes for something else is out. */
const SCAN_NAME = /^[\p{L}\p{N}][\p{L}\p{M}\p{N}_.-]{0,79}$/u;

export function readSources(project: Project): Sources {
  const { root } = project;
  const errors: VFileMessage[] = [];
  const onError = (error: VFileMessage): void => void errors.push(error);
  const read = (folder: string, ending: string, shape: RegExp) => sourcesIn({ root, folder, ending, shape }, onError);
  const redirects = readSource(root, 'docs/redirects.yml', onError);
  return {
    terms: read('docs/glossary', '.md', CARD_NAME),
    rules: ruleSources(project, onError),
    texts: read('docs', '.md', CARD_NAME),
    scans: scansIn(project, onError),
    known: read('seeds', '.yml', SCAN_NAME),
    ...(redirects && { redirects }),
    errors,
  };
}

/** The rules that apply in a project: those that come with tsuzuri, its own in place of one of the same name, none that is off. */
export function ruleSources({ root, config }: Project, onError: OnError): Source[] {
  const shipped = cardsIn(SHIPPED_RULES).map(source => ({
    ...source,
    file: `@tsuzuri/convert/rules/${source.name}.md`,
  }));
  const own = sourcesIn({ root, folder: 'docs/rules', ending: '.md', shape: CARD_NAME }, onError);
  const all = new Map([...shipped, ...own].map(source => [source.name, source]));
  for (const id of config.rules?.off ?? []) all.delete(id);
  return [...all.values()].toSorted((a, b) => compare(a.name, b.name));
}

/** The formats of a project, its own before ours. */
export const projectFormats = ({ config }: Project): readonly Format[] => [...(config.formats ?? []), ...FORMATS];

/** Files in `seeds/` with an ending of any format; of two with one name the second is an error. */
function scansIn(project: Project, onError: OnError): Map<string, string> {
  const { root } = project;
  const endings = new Set(projectFormats(project).flatMap(format => format.endings));
  const scans = new Map<string, string>();
  for (const ending of endings)
    for (const name of ownNames({ root, folder: 'seeds', ending, shape: SCAN_NAME }, onError)) {
      const file = `seeds/${name}${ending}`;
      const other = scans.get(name);
      if (other === undefined) scans.set(name, file);
      else onError(errorAt(file, undefined, ...say('book.sameName', { other })));
    }
  return new Map([...scans].toSorted(([a], [b]) => compare(a, b)));
}

/** Cards of any folder, for those who have only a glossary. @throws VFileMessage at the first that cannot be read */
export function cardsIn(folder: string): Source[] {
  const onError = (error: VFileMessage): void => {
    throw error;
  };
  return sourcesIn({ root: folder, folder: '', ending: '.md', shape: /./ }, onError).map(source => ({
    ...source,
    file: join(folder, source.file),
  }));
}

interface Shelf {
  readonly root: string;
  readonly folder: string;
  readonly ending: string;
  readonly shape: RegExp;
}

type OnError = (error: VFileMessage) => void;

function sourcesIn(shelf: Shelf, onError: OnError): Source[] {
  return ownNames(shelf, onError).flatMap(name => {
    const source = readSource(shelf.root, join(shelf.folder, name + shelf.ending), onError);
    return source ? [{ ...source, name }] : [];
  });
}

/** Names, without their ending, in order of their characters; a name that no page can have is an error. */
function ownNames({ root, folder, ending, shape }: Shelf, onError: OnError): string[] {
  const path = join(root, folder);
  if (!existsSync(path)) return [];
  if (leadsOut(root, folder)) {
    onError(errorAt(folder, undefined, ...say('book.symbolicLink')));
    return [];
  }
  const names = readdirSync(path).filter(name => name.endsWith(ending));
  const [good, bad] = [true, false].map(wanted =>
    names.filter(name => shape.test(name.slice(0, -ending.length)) === wanted),
  ) as [string[], string[]];
  const saying = say(shape === CARD_NAME ? 'book.badCardName' : 'book.badScanName');
  for (const name of bad) onError(errorAt(join(folder, showInvisible(name)), undefined, ...saying));
  return good.map(name => name.slice(0, -ending.length)).toSorted();
}

function readSource(root: string, file: string, onError: OnError): Source | undefined {
  const path = join(root, file);
  const stat = lstatSync(path, { throwIfNoEntry: false });
  if (!stat) return undefined;
  const wrong = leadsOut(root, dirname(file)) ? LINK : CHECKS.find(({ isWrong }) => isWrong(stat));
  if (wrong) {
    onError(errorAt(file, undefined, ...wrong.saying()));
    return undefined;
  }
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(readFileSync(path));
    return { file, name: file.replace(/^.*\/|\.[^.]*$/g, ''), text };
  } catch (error) {
    onError(errorAt(file, undefined, ...unreadable(error)));
    return undefined;
  }
}

type Stat = NonNullable<ReturnType<typeof lstatSync>>;
interface Check {
  readonly isWrong: (stat: Stat) => boolean;
  readonly saying: () => Saying;
}

const LINK: Check = { isWrong: stat => stat.isSymbolicLink(), saying: () => say('book.symbolicLink') };
const CHECKS: readonly Check[] = [
  LINK,
  { isWrong: stat => !stat.isFile(), saying: () => say('book.notAFile') },
  { isWrong: ({ size }) => size > LARGEST, saying: () => say('book.tooLarge', { limit: LARGEST / 1e6 }) },
];

const unreadable = (error: unknown): Saying =>
  say((error as NodeJS.ErrnoException).code === 'EACCES' ? 'book.noPermission' : 'book.notUtf8');

/** Whether a folder of the project, or one that it stands in, is a link to somewhere else. */
function leadsOut(root: string, folder: string): boolean {
  const parts = folder.split('/').filter(part => part !== '' && part !== '.');
  return parts.some((_, index) => lstatSync(join(root, ...parts.slice(0, index + 1))).isSymbolicLink());
}

/** Whether a scan is a file of its own, neither a link nor a folder. */
export function scanError(root: string, file: string): VFileMessage | undefined {
  const stat = lstatSync(join(root, file));
  const wrong = CHECKS.slice(0, 2).find(({ isWrong }) => isWrong(stat));
  return wrong && errorAt(file, undefined, ...wrong.saying());
}
