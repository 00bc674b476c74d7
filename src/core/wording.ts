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
  'book.configIsNot': {
    ja: [
      'export default されているもの（{value}）は設定ではありません',
      '`export default defineConfig({ … })` と書いてください',
    ],
    en: ['What it exports by default ({value}) is no configuration', 'Write `export default defineConfig({ … })`'],
  },
  'book.configUnreadable': {
    ja: ['設定を読めません（{said}）', 'この行の書き方を確かめてください'],
    en: ['The configuration cannot be read ({said})', 'See how this line is written'],
  },
  'book.configNeeds': {
    ja: ['設定が読み込もうとした「{name}」が見つかりません', '`npm install {name}` で入れるか、この行を直してください'],
    en: ['The configuration imports "{name}", which is not there', 'Run `npm install {name}`, or mend this line'],
  },
  'book.configNeedsFile': {
    ja: ['設定が読み込もうとしたファイル「{name}」が見つかりません', 'この行のパスを確かめてください'],
    en: [
      'The configuration imports the file "{name}", which is not there',
      'See whether the path on this line is right',
    ],
  },
  'book.configNotRead': {
    ja: [
      'この名前の設定ファイルは読まれません',
      '名前を tsuzuri.config.ts に変え、中身を `export default { … };` の形に書き直してください',
    ],
    en: [
      'A configuration of this name is not read',
      'Rename it to tsuzuri.config.ts, and write what it says as `export default { … };`',
    ],
  },
  'book.configTwice': {
    ja: ['設定ファイルが一つではありません（{files}）', '一つだけ残して、ほかは消してください'],
    en: ['There is more than one configuration ({files})', 'Keep one of them, delete the others'],
  },
  'book.settingUnknown': {
    ja: ['設定「{key}」はありません', '{remedy}'],
    en: ['There is no setting "{key}"', '{remedy}'],
  },
  'book.meant': { ja: '「{meant}」のことですか', en: 'Did you mean "{meant}"?' },
  'book.known': { ja: '使えるのは {keys} です', en: 'There are: {keys}' },
  'book.settingValue': {
    ja: ['設定「{key}」の値 {value} は使えません', '{wanted}にしてください'],
    en: ['The setting "{key}" cannot be {value}', 'Write {wanted}'],
  },
  'book.settingLacks': {
    ja: ['設定「{key}」に {missing} がありません', '{form} の形にしてください'],
    en: ['The setting "{key}" lacks {missing}', 'It must have the form {form}'],
  },
  'book.settingBase': {
    ja: ['設定「{key}」は書けません', 'サイトの起点は `url` のパスか `tsuzuri build --base` で決めてください'],
    en: ['The setting "{key}" cannot be set', 'The base comes of the path of `url`, or of `tsuzuri build --base`'],
  },
  'book.settingFixed': {
    ja: ['設定「{key}」は書けません', 'tsuzuri が決める値です。この行を消してください'],
    en: ['The setting "{key}" cannot be set', 'Its value is given by tsuzuri: delete this line'],
  },
  'book.item': { ja: '{key} の{number}番目', en: '{key}, item {number}' },
  'book.or': { ja: ' か ', en: ' or ' },
  'book.nothingBelow': {
    ja: '「{key}」には true か false だけを書いてください',
    en: 'Write true or false for "{key}", nothing else',
  },
  'book.wantOneOf': { ja: '{words} のどれか', en: '{words}' },
  'book.wantText': { ja: '空でない文字列', en: "a text that is not empty: '…'" },
  'book.wantList': { ja: '配列（[ … ]）', en: 'a list: [ … ]' },
  'book.wantObject': { ja: '{form} の形', en: 'an object: {form}' },
  'book.wantPositive': { ja: '0以上の数', en: 'a number that is 0 or more' },
  'book.wantPair': {
    ja: "['検索語', '説明'] のような、二つの文字列の組",
    en: "a pair of texts: ['query', 'meaning']",
  },
  'book.wantSite': {
    ja: "'https://example.jp/minutes/' のように https か http で始まり、「?」や「#」のないアドレス",
    en: "an address that begins with https or http and has no ? and no #: 'https://example.jp/minutes/'",
  },
  'book.wantRepository': {
    ja: "'https://github.com/example/minutes' のような、リポジトリの https のアドレス",
    en: "the https address of a repository: 'https://github.com/example/minutes'",
  },
  'book.ruleUnknown': {
    ja: ['rules.off の「{id}」という規則はありません', '{remedy}'],
    en: ['rules.off names "{id}", which is no rule', '{remedy}'],
  },
  'book.whichRules': {
    ja: '規則の名前を確かめてください（サイトの /rules/ に一覧があります）',
    en: 'See the list of rules on the site, at /rules/',
  },
  'book.hostOdd': {
    ja: [
      'ホストの環境変数 {name} は読み取れない形なので、使いませんでした',
      '設定に `{key}` を書くと、この知らせは出なくなります',
    ],
    en: [
      'The variable {name} of the host has a form that cannot be read, so it was not used',
      'Write `{key}` in the configuration, and this note goes away',
    ],
  },

  // check

  // print

  'print.base': {
    ja: ['起点「{base}」は使えません', '「/minutes/」のように、ホストの中のパスだけを書いてください'],
    en: ['The base "{base}" cannot be used', 'Write a path on the host, and nothing else: /minutes/'],
  },

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
