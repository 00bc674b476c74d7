/** Makes and reads the addresses of pages: where each kind of pages stands is said here alone. */
import type { Mention } from './book.ts';

/** The folders of the site, each with the pages of one kind and their index. */
export const FOLDERS = {
  minutes: 'minutes/',
  terms: 'glossary/',
  rules: 'rules/',
  people: 'people/',
  bodies: 'bodies/',
} as const;

type Folder = keyof typeof FOLDERS;

/** `Page.path` of the list of all pages in a folder: `glossary/index`. */
export const indexPath = (folder: Folder): string => `${FOLDERS[folder]}index`;

/** `minutes/2012-11-01-isc-31`, `minutes/2024/a`; in the one form that all machines give a voiced kana. */
export const minutesPath = (name: string): string => FOLDERS.minutes + name.normalize('NFC');
/** `minutes/2012-11-01-isc-31` → `2012-11-01-isc-31` */
export const nameOfMinutes = (path: string): string => withoutFolder('minutes', path);

/** Where the site has what belongs to a document: `scans/2024/a.txt` */
export const scanFile = (name: string): string => `scans/${name}.txt`;
export const ledgerFile = (name: string): string => `ledgers/${name}.ledger.json`;
/** The picture of a page of its original: `images/2024/a/12.png` */
export const imageFile = (name: string, page: number, ending: string): string => `images/${name}/${page}${ending}`;
export const pdfFile = (name: string): string => `pdf/${name}.pdf`;
/** Where it has the corrections of a page, and the entries that a page links to. */
export const proofFile = (path: string): string => `data/${path}.proof.json`;
export const popoverFile = (path: string): string => `data/${path}.terms.json`;
/** What the names of a list are found by: `data/people/index.kana.json` */
export const kanaFile = (path: string): string => `data/${path}.kana.json`;
/** And what a document is compared by with another one: what it names; its text, which a reader comes to later. */
export const compareFile = (path: string): string => `data/${path}.compare.json`;
export const compareTextFile = (path: string): string => `data/${path}.text.json`;

/** Where it has the feed of a page: `feed.xml` of all documents, `glossary/nisc/feed.xml` */
export const feedFile = (path: string, format: 'xml' | 'json'): string =>
  `${path === 'index' ? '' : `${path}/`}feed.${format}`;

/** And the picture that other sites show beside a link to it: `glossary/nisc/picture.png` */
export const pictureFile = (path: string): string => `${path === 'index' ? '' : `${path}/`}picture.png`;

/** Id, on the page of an entry, of the part with its mentions in one document: `in-2012-11-01-isc-31`; anchors are ASCII. */
export const mentionsId = (path: string): string =>
  `in-${nameOfMinutes(path).replace(/[^\w-]/gu, character => `_${character.codePointAt(0)?.toString(16)}_`)}`;

/** `glossary/nisc` */
export const termPath = (id: string): string => FOLDERS.terms + id;
/** `glossary/nisc` → `nisc` */
export const idOfTerm = (path: string): string => withoutFolder('terms', path);

/** `glossary/rows/row-ka/index`: a page for each row of a glossary that is too long for one. */
export const rowPath = (row: string): string => `${ROWS}${row}/index`;
export const isRowPath = (path: string): boolean => path.startsWith(ROWS);
const ROWS = `${FOLDERS.terms}rows/`;

/** `rules/dash` */
export const rulePath = (id: string): string => FOLDERS.rules + id;
/** `rules/dash` → `dash` */
export const idOfRule = (path: string): string => withoutFolder('rules', path);

function withoutFolder(folder: Folder, path: string): string {
  return path.startsWith(FOLDERS[folder]) ? path.slice(FOLDERS[folder].length) : path;
}

/** What is needed of a `Term`, without its module, which needs this one. */
interface Entry {
  readonly id: string;
  readonly names: readonly object[];
}

/** Id, on the page of an entry, of one of its names: `n2`. */
export const nameId = ({ names }: Pick<Entry, 'names'>, name: object): string => `n${names.indexOf(name) + 1}`;

/** `/glossary/nisc/`; `/glossary/nisc/#n2` at one of several names. */
export function entryAddress(term: Entry, name?: object): string {
  return `${urlOf(termPath(term.id))}${name && term.names.length > 1 ? `#${nameId(term, name)}` : ''}`;
}

/** `/glossary/nisc/#n2` → `nisc`; nothing for the address of anything but an entry. */
export const idInAddress = (address: string): string | undefined => ENTRY_ADDRESS.exec(address)?.[1];
const ENTRY_ADDRESS = new RegExp(`^/${FOLDERS.terms}([^/#?]+)/?(?:[#?]|$)`);

/**
 * `minutes/index` → `/minutes/`, `glossary/nisc` → `/glossary/nisc/`. A page is the index of a folder, and its address
 * ends with the slash: no static host redirects such an address, every host redirects some other form.
 */
export const urlOf = (path: string): string => `/${path}/`.replace(/\/index\/$/, '/');

/** The file of a page as VitePress names it: `glossary/nisc` → `glossary/nisc/index.md`, `index` → `index.md`. */
export const pageFile = (path: string): string => `${urlOf(path).slice(1)}index.md`;

/** `/minutes/2012-11-01-isc-31/#u7` */
export const placeAddress = ({ page, anchor }: Pick<Mention, 'page' | 'anchor'>): string =>
  `${urlOf(page)}${anchor === undefined ? '' : `#${anchor}`}`;

/** `/compare?a=minutes/2023&b=minutes/2024`; a reader chooses what is not given. */
export const compareAddress = (documents?: Readonly<Partial<Record<'a' | 'b', string>>>): string =>
  urlOf('compare') + (documents ? `?${new URLSearchParams(documents)}` : '');

/** Gives a heading a readable id that the typed word matches: `ＮＩＳＣ の役割` → `nisc-の役割`. */
export function headingId(heading: string): string {
  const words = heading.normalize('NFKC').toLowerCase();
  return words.replace(/[\p{P}\p{S}\p{C}\p{Z}]+/gu, '-').replace(/^-|-$/g, '');
}

/** What is left out of a path: spaces, control characters. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Z}]+/gu;
/** Marks that a file system or an address takes for something else: `/`, `:`, `#`, `%`, a dot. All of ASCII but `-` and `_`. */
const HOSTILE = /[!-,./:-@[-^`{-~]/g;
/** In lower case, since some file systems take `IoT` and `IOT` for one name. */
const nameInPath = (name: string): string =>
  name
    .normalize('NFC')
    .replace(UNSEEN, '')
    .replace(HOSTILE, mark => String.fromCharCode(mark.charCodeAt(0) + 0xfee0)) // the full-width form: （ for (
    .toLowerCase();

/** `村井 純`, `ジャン＝ピエール`; no digits, no brackets. */
const PERSON = /^\p{L}[\p{L}\p{M}・＝゠'’.-]{1,19}$/u;
/** An office in the column of the names: `事務局`, `財務省`, `経済産業省 ガス安全室`. */
const OFFICE = /(?:[局部課室庁官会]|[局部課室会]長|\S{2}省|委員長?|大臣)$/u;
/** `情報セキュリティ政策会議`; Latin letters alone are no body. */
const BODY = /^(?=.*[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]).{1,60}$/u;

/** `people/村井純`: readings are not known, so the name is the address. Nothing where it can be no person's name. */
export function personPath(written: string): string | undefined {
  const name = written.replaceAll('’', "'"); // O’Brien and O'Brien are one
  const known = PERSON.test(name.replace(UNSEEN, '')) && !OFFICE.test(name);
  const path = FOLDERS.people + nameInPath(name);
  return known && pathProblem(path) === undefined ? path : undefined;
}

/** `bodies/情報セキュリティ政策会議`, nothing where it can be no body's name. */
export function bodyPath(name: string): string | undefined {
  return BODY.test(nameInPath(name)) ? FOLDERS.bodies + nameInPath(name) : undefined;
}

// Which paths a page can have.

/** Lists, the page that says that there is none, and the programs of the site: they have these addresses. */
const RESERVED = [...Object.values(FOLDERS).map(folder => folder.slice(0, -1)), '404', 'assets'];
/** `minutes`, `minutes/index`, `minutes/2024/index`, `assets/x`; below `search/` stands the index of the search. */
const RESERVED_PATH = new RegExp(`^(?:(?:${RESERVED.join('|')})(?:/(?:.*/)?index)?|(?:404|assets|search)/.*)$`, 'u');
/** Files that Windows takes for a device, whatever their ending: `con`, `nul`, `com1`. */
const DEVICE = /(?:^|\/)(?:con|prn|aux|nul|(?:com|lpt)[0-9¹²³])(?:[./]|$)/iu;
/** `a.pdf`, `2024.txt/a`: a browser or a server takes such a page for a file of that kind. */
const SUFFIX = /\.(?=[a-z0-9]*[a-z])[a-z0-9]{1,6}(?:\/|$)/iu;
/** File systems end a name here (255 bytes); VitePress writes a whole path as one name, with a mark and a hash behind it. */
const MOST_BYTES = 220;

type PathProblem = 'reserved' | 'device' | 'suffix' | 'long';

const PATH_PROBLEMS: readonly (readonly [PathProblem, (path: string) => boolean])[] = [
  ['reserved', path => RESERVED_PATH.test(folded(path))],
  ['device', path => DEVICE.test(path)],
  ['suffix', path => SUFFIX.test(path)],
  ['long', path => new TextEncoder().encode(path).length > MOST_BYTES],
];

/** Why no page that a person names can have this path; nothing where it can. */
export const pathProblem = (path: string): PathProblem | undefined => PATH_PROBLEMS.find(([, isSo]) => isSo(path))?.[0];

/** Whether a folder of `docs/` would stand among the pages of another kind: `minutes`. */
export const isReservedFolder = (name: string): boolean => RESERVED.includes(folded(name));

/** One spelling for what a file system, a server or a reader takes for one: `Ａ` and `a`, `が` and `か` with its mark. */
const folded = (path: string): string =>
  path
    .normalize('NFKC')
    .replace(/\p{Default_Ignorable_Code_Point}/gu, '')
    .toUpperCase()
    .toLowerCase()
    .normalize('NFKC');

/** VitePress finds a page by its path with `_` for `/`; an index stands at the address of its folder. */
const keyOfPath = (path: string): string =>
  folded(path)
    .replaceAll('/', '_')
    .replace(/(^|_)index$/, '');

/** `minutes/2024/a` → `minutes`, `minutes/2024`, `minutes/2024/a` */
function beginningsOf(path: string): string[] {
  const parts = path.split('/');
  return parts.map((_, index) => parts.slice(0, index + 1).join('/'));
}

/**
 * Tells of each path whether it can be told from those before it, and of which it cannot: they are one file on some
 * machine, or one address, or their folders are.
 */
export function pathRegister(): (path: string) => string | undefined {
  const byKey = new Map<string, string>();
  const byBeginning = new Map<string, { readonly spelt: string; readonly path: string }>();
  return path => {
    const beginnings = beginningsOf(path).map(spelt => ({ spelt, key: folded(spelt) }));
    const misspelt = beginnings.find(({ spelt, key }) => (byBeginning.get(key)?.spelt ?? spelt) !== spelt);
    const earlier = byKey.get(keyOfPath(path)) ?? (misspelt && byBeginning.get(misspelt.key)?.path);
    if (earlier !== undefined) return earlier;
    byKey.set(keyOfPath(path), path);
    for (const { spelt, key } of beginnings) if (!byBeginning.has(key)) byBeginning.set(key, { spelt, path });
    return undefined;
  };
}

/** Another site, or a place in this one. */
type LinkTarget =
  | { readonly outside: string }
  | {
      /** What the page or file there is called, if there is one: `glossary/nisc`, `glossary/nisc/index`. */
      readonly paths: readonly string[];
      /** With its `#`, or nothing. */
      readonly hash: string;
      /** The address in its one form: `/glossary/nisc/#n2`, `/pdf/a.pdf`. */
      readonly address: string;
    };

/** Stands for the address of the site, which is not known here. */
const SITE = 'https://site.invalid/';
/** Where a reader may be led outside of the site; `javascript:`, `data:`, `file:` are not among them. */
const OUTSIDE = /^(?:https?|mailto):$/;

/**
 * Resolves a link of a page as a browser would: `/glossary/nisc`, `nisc.md`, `#s1`, `https://www.nisc.go.jp/`.
 * @param from `Page.path` of the page with the link
 * @returns nothing for what no page may lead to
 */
export function resolveLink(url: string, from: string): LinkTarget | undefined {
  if (!URL.canParse(url, SITE + from)) return undefined;
  const { href, protocol, pathname, search, hash } = new URL(url, SITE + from);
  if (!href.startsWith(SITE)) return OUTSIDE.test(protocol) ? { outside: href } : undefined;
  const written = pathname.replace(/^\/|\/$/g, '').replace(/\.(?:md|html)$/, '');
  const path = decode(written);
  const place = SUFFIX.test(path) ? `/${written}` : urlOf(written || 'index');
  return { paths: [path, `${path}/index`.replace(/^\//, '')], hash: decode(hash), address: place + search + hash };
}

/** A stray `%` is no reason to lose the page: `100%` stays as it is. */
function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
