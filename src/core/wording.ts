/**
 * Holds what the program says to people on the command line, in Japanese and in English: one table. A message of two
 * parts says what is wrong and how to mend it. `{name}` is filled in by `say`.
 */

type Words = string | readonly [reason: string, remedy: string];

/** Keys begin with the package that says them. */
export const WORDING = {
  // core

  // convert

  // link

  // book

  'book.noConfig': {
    ja: ['設定がありません', '`export default defineConfig({ … })` と書いてください'],
    en: ['There is no configuration in it', 'Write `export default defineConfig({ … })`'],
  },
  'book.sameName': {
    ja: [
      '「{other}」と区別できない名前です',
      'どちらかの名前を変えてください（大文字と小文字、全角と半角、「/」と「_」の違いだけでは、別のページになりません）',
    ],
    en: [
      'The name cannot be told from “{other}”',
      'Rename one of them (names that differ only in case, in width, or by “/” and “_” are one page)',
    ],
  },
  'book.reservedName': {
    ja: ['番地「{address}」は、tsuzuri が作るページやファイルのものです', 'ファイルかフォルダーの名前を変えてください'],
    en: ['The address “{address}” belongs to what tsuzuri makes itself', 'Rename the file or its folder'],
  },
  'book.deviceName': {
    ja: [
      'Windows では使えない名前です（con、nul、com1 などは機器の名前です）',
      'ファイルかフォルダーの名前を変えてください',
    ],
    en: ['Windows has no files of this name (con, nul, com1 and others are devices)', 'Rename the file or its folder'],
  },
  'book.suffixInName': {
    ja: [
      '名前に、ファイルの種類を表す「.pdf」のような部分があるので、ページの番地にできません',
      'その部分を除くか、「.」を「-」に変えてください',
    ],
    en: [
      'A part of the name looks like the type of a file, as “.pdf” does, so it cannot be the address of a page',
      'Leave that part out, or write “-” for “.”',
    ],
  },
  'book.longName': {
    ja: ['名前が長すぎます（フォルダーの名前も合わせて、日本語なら70字ほどまで）', '短い名前に変えてください'],
    en: ['The name is too long (about 200 Latin letters or 70 Japanese ones, folders included)', 'Shorten it'],
  },
  'book.samePage': {
    ja: ['「{path}」と「{other}」のページを区別できません（{owner}）', 'どちらかの名前を変えてください'],
    en: ['The pages “{path}” and “{other}” cannot be told apart ({owner})', 'Rename one of them'],
  },
  'book.noScan': {
    ja: ['この名前の原文がありません', 'seeds/{name}.txt を確かめてください'],
    en: ['There is no scan of this name', 'Look for seeds/{name}.txt'],
  },
  'book.yamlEnding': {
    ja: ['「.yaml」のファイルは読みません', '訂正のファイルなら、名前の終わりを .yml に変えてください'],
    en: ['Files that end in .yaml are not read', 'If it holds corrections, rename it to end in .yml'],
  },
  'book.unreadSeed': {
    ja: [
      '読めない種類のファイルなので、原文として読みません',
      '読めるのは {endings} です。文字だけのファイルにして置くか、seeds/ の外に移してください',
    ],
    en: [
      'Files of this type are not read as scans',
      'What can be read is {endings}. Save its text in such a file, or move it out of seeds/',
    ],
  },
  'book.cardInFolder': {
    ja: ['{folder}/ の中のフォルダーは読みません', 'ファイルを {folder}/ にじかに置いてください'],
    en: ['Folders in {folder}/ are not read', 'Put the file into {folder}/ itself'],
  },
  'book.redirectsName': {
    ja: ['この名前では読みません', '転送の一覧なら、名前を docs/redirects.yml にしてください'],
    en: ['It is not read under this name', 'If it is the list of redirects, name it docs/redirects.yml'],
  },
  'book.unreadPicture': {
    ja: [
      '画像はサイトに載りません',
      '文章で説明するか、外の番地へのリンクにして、ファイルは docs/ の外に移してください',
    ],
    en: ['The site has no pictures', 'Say it in words or link to an address elsewhere, and move the file out of docs/'],
  },
  'book.unreadDoc': {
    ja: [
      'docs/ で読むのは .md のファイルだけです',
      'ページにするなら名前の終わりを .md に変え、原文なら seeds/ に、使わないなら docs/ の外に移してください',
    ],
    en: [
      'Of docs/ only files that end in .md are read',
      'Rename it to end in .md to make it a page, move it to seeds/ if it is a scan, else out of docs/',
    ],
  },

  // check

  // print

  // cli
} as const satisfies Readonly<Record<string, Readonly<Record<Language, Words>>>>;

export type Language = 'ja' | 'en';

type Wording = typeof WORDING;

/** `'{path}は…'` → `'path'`; what has a space, as in `{ title: … }`, is no name. */
type Names<S> = S extends `${string}{${infer Name}}${infer Rest}`
  ? (Name extends `${string} ${string}` ? never : Name) | Names<Rest>
  : never;
type NamesOf<W> = W extends readonly [infer Reason, infer Remedy] ? Names<Reason> | Names<Remedy> : Names<W>;
type Values<K extends keyof Wording> = Readonly<Record<NamesOf<Wording[K]['ja']>, string | number>>;
/** Nothing need be given where nothing is filled in. */
type Given<K extends keyof Wording> = keyof Values<K> extends never ? [] : [values: Values<K>];
type Said<K extends keyof Wording> = Wording[K]['ja'] extends string
  ? string
  : readonly [reason: string, remedy: string];

/** A locale that says nothing of a language: `C`, `C.UTF-8`, `POSIX` */
const NO_LANGUAGE = /^(?:$|C(?:$|\.)|POSIX(?:$|\.))/;

/**
 * The language that the environment asks for: `TSUZURI_LANG`, which `--lang` sets for this process and all that it
 * starts, else the locale in the order that POSIX gives (`LC_ALL`, `LC_MESSAGES`, `LANG`). Who speaks neither gets English.
 */
function languageOfEnvironment(): Language | undefined {
  // A browser has no environment.
  const { TSUZURI_LANG, LC_ALL, LC_MESSAGES, LANG } = globalThis.process?.env ?? {};
  const wanted = TSUZURI_LANG || LC_ALL || LC_MESSAGES || LANG || '';
  if (NO_LANGUAGE.test(wanted)) return undefined;
  return /^ja(?:$|[_.@-])/i.test(wanted) ? 'ja' : 'en';
}

/** The language of messages. */
export const language = (): Language => languageOfEnvironment() ?? 'ja';

/**
 * One entry of the table in the language of messages.
 * @param values what stands for each `{name}` of the entry
 * @returns a text, or reason and remedy: `errorAt(file, line, ...say('book.noConfig'))`
 */
export function say<K extends keyof Wording>(key: K, ...[values]: Given<K>): Said<K> {
  const words: Words = WORDING[key][language()];
  const known: Readonly<Record<string, string | number>> = values ?? {};
  const fill = (text: string): string =>
    text.replace(/\{(\w+)\}/g, (whole, name: string) => String(known[name] ?? whole));
  return (typeof words === 'string' ? fill(words) : words.map(fill)) as Said<K>;
}
