/** Reads what people wrote in a project; symbolic links, which may lead out of it, are refused. */
import { existsSync, lstatSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { SHIPPED_RULES } from '@tsuzuri/convert/4-correct/rules';
import { FORMATS, type Format } from '@tsuzuri/convert/formats';
import { compare } from '@tsuzuri/core/front-matter';
import { errorAt, warningAt } from '@tsuzuri/core/messages';
import { showInvisible } from '@tsuzuri/core/unicode';
import {
  isReservedFolder,
  minutesPath,
  pathProblem,
  pathRegister,
  rulePath,
  termPath,
  urlOf,
} from '@tsuzuri/core/urls';
import { type Saying, say } from '@tsuzuri/core/wording';
import type { VFileMessage } from 'vfile-message';
import type { Project } from './project.ts';

/** A file that a person wrote. */
export interface Source {
  /** Path from the root of the project: `docs/glossary/nisc.md`. */
  readonly file: string;
  /** File name without its ending: `nisc`; in `seeds/` and `docs/` with the folders that it stands in: `2024/a`. */
  readonly name: string;
  readonly text: string;
}

/** Everything that a book is made of. */
export interface Sources {
  readonly terms: readonly Source[];
  readonly rules: readonly Source[];
  /** Pages written by hand: `.md` below `docs/` that is no card. */
  readonly texts: readonly Source[];
  /** Files of the scans by name: `seeds/2012-11-01-isc-31.txt`. They may be large: they are read when they are converted. */
  readonly scans: ReadonlyMap<string, string>;
  /** What persons know of scans, `.yml` below `seeds/`. */
  readonly known: readonly Source[];
  /** Pictures of the pages of originals, `images/NAME/012.png`, by name of the scan. */
  readonly images: ReadonlyMap<string, readonly PageImage[]>;
  /** `docs/redirects.yml`; a project whose pages never moved has none. */
  readonly redirects?: Source;
  readonly errors: readonly VFileMessage[];
  /** A warning for each file that is not read. */
  readonly unread: readonly VFileMessage[];
}

/** A page of an original, as a picture. */
export interface PageImage {
  readonly page: number;
  /** `images/2024/a/012.png` */
  readonly file: string;
}

/** Bytes of the longest file that a person writes by hand; the longest entry of the project has some 12,000. */
const LARGEST = 1_000_000;

/** The name of a card is its address: `nisc`, `sp800-171`. */
const CARD_NAME = /^[a-z0-9][a-z0-9-]{0,79}$/;
/** A scan may be called in Japanese: `第31回_議事要旨`. What a file system or an address takes for something else is out. */
const SCAN_NAME = /^[\p{L}\p{N}][\p{L}\p{M}\p{N}_.-]{0,79}(?<!\.)$/u;

export function readSources(project: Project): Sources {
  const { root } = project;
  const errors: VFileMessage[] = [];
  const onError = (error: VFileMessage): void => void errors.push(error);
  const read = (shelf: Shelf) => sourcesIn(root, shelf, onError);
  const redirects = readSource(root, 'docs/redirects.yml', onError);
  const images = imagesIn(root);
  return {
    terms: read(SHELVES.terms),
    rules: ruleSources(project, onError),
    texts: read(SHELVES.texts),
    scans: scansIn(project, onError),
    known: read(SHELVES.known),
    images,
    ...(redirects && { redirects }),
    errors,
    unread: unreadIn(project, images).filter(({ file }) => !errors.some(error => error.file === file)),
  };
}

/** The rules that apply in a project: those that come with tsuzuri, its own in place of one of the same name, none that is off. */
export function ruleSources({ root, config }: Project, onError: OnError): Source[] {
  const shipped = cardsIn(SHIPPED_RULES).map(source => ({
    ...source,
    file: `@tsuzuri/convert/rules/${source.name}.md`,
  }));
  const own = sourcesIn(root, SHELVES.rules, onError);
  const all = new Map([...shipped, ...own].map(source => [source.name, source]));
  for (const id of config.rules?.off ?? []) all.delete(id);
  return [...all.values()].toSorted((a, b) => compare(a.name, b.name));
}

/** The formats of a project, its own before ours. */
export const projectFormats = ({ config }: Project): readonly Format[] => [...(config.formats ?? []), ...FORMATS];

/** Files below `seeds/` with an ending of any format, by name. */
function scansIn(project: Project, onError: OnError): Map<string, string> {
  const named = ownFiles(project.root, { ...SEEDS, endings: endingsOf(project) }, onError);
  return new Map(named.map(({ name, file }) => [name, file] as const).toSorted(([a], [b]) => compare(a, b)));
}

/** Each page once, in order. What is no picture of a page, or a symbolic link, is told by `unreadIn`. */
function imagesIn(root: string): Map<string, PageImage[]> {
  const images = new Map<string, PageImage[]>();
  for (const file of filesBelow(root, IMAGES)) {
    const { name, page } = pageOfImage(file) ?? {};
    if (name === undefined || page === undefined || !lstatSync(join(root, file)).isFile()) continue;
    const others = images.get(name) ?? [];
    if (others.every(other => other.page !== page)) images.set(name, [...others, { page, file }]);
  }
  for (const [name, pages] of images)
    images.set(
      name,
      pages.toSorted((a, b) => a.page - b.page),
    );
  return images;
}

const IMAGES = 'images';
/** `images/2024/a/012.png` */
const IMAGE = /^images\/(?<name>.+)\/0*(?<page>[1-9][0-9]{0,3})\.(?:png|jpe?g|webp)$/iu;
function pageOfImage(file: string): { name: string; page: number } | undefined {
  const { name, page } = IMAGE.exec(file)?.groups ?? {};
  return name === undefined ? undefined : { name: name.normalize('NFC'), page: Number(page) };
}

const endingsOf = (project: Project): string[] => [
  ...new Set(projectFormats(project).flatMap(({ endings }) => endings.map(ending => ending.toLowerCase()))),
];

/** Cards of any folder, for those who have only a glossary. @throws VFileMessage at the first that cannot be read */
export function cardsIn(folder: string): Source[] {
  const onError = (error: VFileMessage): void => {
    throw error;
  };
  return sourcesIn(folder, { folder: '', endings: ['.md'], shape: /./ }, onError).map(source => ({
    ...source,
    file: join(folder, source.file),
  }));
}

/** Where files of one kind stand, and what they may be called. */
interface Shelf {
  readonly folder: string;
  /** In lower case. */
  readonly endings: readonly string[];
  /** Of a name, or of each part of one with folders in it. */
  readonly shape: RegExp;
  /** `Page.path` that a name would have; where it is none, names need not be fit for one. */
  readonly pathOf?: (name: string) => string;
  /** The folders in it are read too, but for these (`glossary`); their names are part of the name. */
  readonly foldersBut?: readonly string[];
}

const SEEDS = { folder: 'seeds', shape: SCAN_NAME, pathOf: minutesPath, foldersBut: [] };

const SHELVES = {
  terms: { folder: 'docs/glossary', endings: ['.md'], shape: CARD_NAME, pathOf: termPath },
  rules: { folder: 'docs/rules', endings: ['.md'], shape: CARD_NAME, pathOf: rulePath },
  texts: {
    folder: 'docs',
    endings: ['.md'],
    shape: CARD_NAME,
    pathOf: name => name,
    foldersBut: ['glossary', 'rules', 'schemas'],
  },
  known: { ...SEEDS, endings: ['.yml'] },
} as const satisfies Readonly<Record<string, Shelf>>;

type OnError = (error: VFileMessage) => void;

function sourcesIn(root: string, shelf: Shelf, onError: OnError): Source[] {
  return ownFiles(root, shelf, onError).flatMap(({ name, file }) => {
    const source = readSource(root, file, onError);
    return source ? [{ ...source, name }] : [];
  });
}

type Named = Pick<Source, 'name' | 'file'>;

/** In order of the characters of their names; a name that no page can have, or that another file has, is an error. */
function ownFiles(root: string, shelf: Shelf, onError: OnError): Named[] {
  const { folder, pathOf } = shelf;
  if (!existsSync(join(root, folder))) return [];
  if (leadsOut(root, folder)) {
    onError(errorAt(folder, undefined, ...say('book.symbolicLink')));
    return [];
  }
  const register = pathRegister();
  const files = new Map<string, string>();
  return namedIn(root, shelf).filter(({ name, file }) => {
    const path = pathOf?.(name) ?? name;
    const misnamed = nameError(name, shelf);
    const other = misnamed || !pathOf ? undefined : register(path);
    const wrong = misnamed ?? (other && say('book.sameName', { other: files.get(other) ?? other }));
    if (wrong) onError(errorAt(showInvisible(file), undefined, ...wrong));
    else files.set(path, file);
    return !wrong;
  });
}

/** Everything with an ending of the shelf; names are in NFC, whatever the disk has. */
function namedIn(root: string, { folder, endings, foldersBut }: Shelf): Named[] {
  const files = foldersBut ? filesBelow(root, folder, foldersBut) : filesIn(root, folder);
  const named = files.flatMap(file => {
    const ending = longest(endings.filter(known => file.toLowerCase().endsWith(known)));
    if (ending === undefined) return [];
    return [{ file, name: relative(folder, file).slice(0, -ending.length).normalize('NFC') }];
  });
  return named.toSorted((a, b) => compare(a.name, b.name) || compare(a.file, b.file));
}

const longest = (endings: readonly string[]): string | undefined => endings.toSorted((a, b) => b.length - a.length)[0];

const relative = (folder: string, file: string): string => (folder === '' ? file : file.slice(folder.length + 1));

/** Why a name cannot be used, and what to do. */
function nameError(name: string, { shape, pathOf }: Shelf): Saying | undefined {
  if (!name.split('/').every(part => shape.test(part)))
    return say(shape === CARD_NAME ? 'book.badCardName' : 'book.badScanName');
  const path = pathOf?.(name);
  if (path === undefined) return undefined;
  const [first = '', ...rest] = path.split('/');
  if (path === name && rest.length > 0 && isReservedFolder(first))
    return say('book.reservedName', { address: `/${first}/` });
  const problem = pathProblem(path);
  return problem && NAME_ERRORS[problem](path);
}

const NAME_ERRORS: Readonly<Record<NonNullable<ReturnType<typeof pathProblem>>, (path: string) => Saying>> = {
  reserved: path => say('book.reservedName', { address: urlOf(path) }),
  device: () => say('book.deviceName'),
  suffix: () => say('book.suffixInName'),
  long: () => say('book.longName'),
};

/** What programs and systems leave behind: `.DS_Store`, `a.txt~`, `~$a.docx`, `Thumbs.db`. */
const HIDDEN = /^(?:\.|~\$|Thumbs\.db$|desktop\.ini$)|~$/iu;

/** Paths from the root of the project of what stands in a folder: files, links, also folders. */
const filesIn = (root: string, folder: string): string[] =>
  readdirSync(join(root, folder))
    .filter(name => !HIDDEN.test(name))
    .map(name => inFolder(folder, name));

/** The same without folders, but with all that stands in them. */
function filesBelow(root: string, folder: string, but: readonly string[] = []): string[] {
  if (!existsSync(join(root, folder)) || leadsOut(root, folder)) return [];
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap(entry => {
    const path = inFolder(folder, entry.name);
    if (HIDDEN.test(entry.name)) return [];
    if (!entry.isDirectory()) return [path];
    return but.includes(entry.name) ? [] : filesBelow(root, path);
  });
}

/** With `/`, on any system. */
const inFolder = (folder: string, name: string): string => (folder === '' ? name : `${folder}/${name}`);

/** Cards stand in these, and in no folder in them; what editors go by in `docs/schemas`. */
const CARD_FOLDERS = [SHELVES.terms.folder, SHELVES.rules.folder];
const PICTURE = /\.(?:apng|avif|bmp|gif|heic|jpe?g|png|svg|tiff?|webp)$/iu;

/** What stands in `seeds/` and `docs/` and is not read: why, and what to do. */
function unreadIn(project: Project, images: Sources['images']): VFileMessage[] {
  const { root } = project;
  const endings = endingsOf(project);
  const scans = new Set(namedIn(root, { ...SEEDS, endings }).map(({ name }) => name));
  const known = namedIn(root, SHELVES.known);
  const read = new Set([
    ...namedIn(root, { ...SEEDS, endings }).map(({ file }) => file),
    ...known.flatMap(({ name, file }) => (scans.has(name) ? [file] : [])),
    ...[SHELVES.terms, SHELVES.rules, SHELVES.texts].flatMap(shelf =>
      existsSync(join(root, shelf.folder)) ? namedIn(root, shelf).map(({ file }) => file) : [],
    ),
    'docs/redirects.yml',
  ]);
  for (const [name, pages] of images) if (scans.has(name)) for (const { file } of pages) read.add(file);
  const strays = new Map(known.map(({ name, file }) => [file, name]));
  return [...filesBelow(root, 'seeds'), ...filesBelow(root, 'docs', ['schemas']), ...filesBelow(root, IMAGES)]
    .filter(file => !read.has(file))
    .toSorted()
    .map(file => {
      const said = lstatSync(join(root, file)).isSymbolicLink()
        ? say('book.symbolicLink')
        : file.startsWith(`${IMAGES}/`)
          ? unreadImage(file, scans)
          : file.startsWith('seeds/')
            ? unreadSeed(file, { stray: strays.get(file), endings })
            : unreadDoc(file);
      return warningAt({ file: showInvisible(file), line: undefined, rule: 'unread-file' }, ...said);
    });
}

function unreadImage(file: string, scans: ReadonlySet<string>): Saying {
  const page = pageOfImage(file)?.page;
  const name = dirname(file).slice(`${IMAGES}/`.length).normalize('NFC');
  if (!scans.has(name)) return say('book.imageOfNoScan');
  return page === undefined ? say('book.imageWithoutPage') : say('book.imageTwice', { page });
}

function unreadSeed(
  file: string,
  { stray, endings }: { stray: string | undefined; endings: readonly string[] },
): Saying {
  if (stray !== undefined) return say('book.noScan', { name: stray });
  return /\.yaml$/iu.test(file) ? say('book.yamlEnding') : say('book.unreadSeed', { endings: endings.join(' ') });
}

function unreadDoc(file: string): Saying {
  const folder = CARD_FOLDERS.find(cards => file.startsWith(`${cards}/`));
  if (folder !== undefined && file.endsWith('.md')) return say('book.cardInFolder', { folder });
  if (/^docs\/redirects\.ya?ml$/iu.test(file)) return say('book.redirectsName');
  return PICTURE.test(file) ? say('book.unreadPicture') : say('book.unreadDoc');
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
  say((error as NodeJS.ErrnoException).code === 'EACCES' ? 'core.noPermission' : 'core.notUtf8');

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
