/**
 * Holds what `npm create tsuzuri` and `tsuzuri init` say to people, in Japanese and in English: one table of the form
 * of `@tsuzuri/core/wording`, which this package leaves out so that it stays small to fetch.
 */

/** An error has two parts: what is wrong, how to mend it. */
export type Sentences = readonly [reason: string, remedy: string];
type Words = string | Sentences;

const WORDING = {
  // help

  'help.text': {
    ja: `使い方: npm create tsuzuri@latest [フォルダー] [-- オプション]

会議録のプロジェクトを新しく作ります。書かなかったことは端末で尋ねます。
端末がないところでは尋ねずに、既定の値を使います。

オプション:
{options}

例:
  npm create tsuzuri@latest my-minutes
  npm create tsuzuri@latest my-minutes -- --yes --title "みどり町議会 会議録" --host gitlab

終了コード: 0 作った、2 作れなかった`,
    en: `Usage: npm create tsuzuri@latest [folder] [-- options]

Makes a new project of minutes. What you leave out is asked in the terminal.
Where there is no terminal, nothing is asked and the defaults are used.

Options:
{options}

Examples:
  npm create tsuzuri@latest my-minutes
  npm create tsuzuri@latest my-minutes -- --yes --title "Minutes of Midori Town" --host gitlab

Exit codes: 0 made, 2 cannot make it`,
  },
  'option.title': { ja: 'サイトと本の題（既定: 会議録）', en: 'title of the site and the books (default: Minutes)' },
  'option.publisher': { ja: '発行者（既定: なし）', en: 'who publishes it (default: nobody)' },
  'option.language': { ja: 'プロジェクトの言葉: ja か en', en: 'language of the project: ja or en' },
  'option.host': {
    ja: '公開する所: github-pages（既定）、netlify、cloudflare、gitlab、own',
    en: 'where to publish: github-pages (default), netlify, cloudflare, gitlab, own',
  },
  'option.yes': { ja: '何も尋ねない', en: 'ask nothing' },
  'option.lang': { ja: 'この命令が話す言葉: ja か en', en: 'language in which this command speaks: ja or en' },
  'option.version': { ja: '版を示す', en: 'show the version' },
  'option.help': { ja: 'この説明を示す', en: 'show this help' },

  // questions

  'ask.intro': { ja: '会議録のプロジェクトを作ります', en: 'A project of minutes' },
  'ask.folder': { ja: 'どのフォルダーに作りますか', en: 'In which folder?' },
  'ask.title': { ja: 'サイトの題は何ですか', en: 'What is the title of the site?' },
  'ask.publisher': { ja: '発行者はどなたですか（空でも構いません）', en: 'Who publishes it? (may be empty)' },
  'ask.language': { ja: 'メッセージと手引きは何語にしますか', en: 'In which language are messages and the guide?' },
  'ask.host': {
    ja: 'どこで公開しますか（後から変えられます）',
    en: 'Where will it be published? (can be changed later)',
  },
  'choice.ja': { ja: '日本語', en: 'Japanese' },
  'choice.en': { ja: '英語', en: 'English' },
  'choice.github-pages': { ja: 'GitHub Pages', en: 'GitHub Pages' },
  'choice.netlify': { ja: 'Netlify', en: 'Netlify' },
  'choice.cloudflare': { ja: 'Cloudflare Pages', en: 'Cloudflare Pages' },
  'choice.gitlab': { ja: 'GitLab Pages', en: 'GitLab Pages' },
  'choice.own': { ja: '自分のサーバー、またはまだ決めていない', en: 'a server of your own, or not known yet' },

  // what was made

  'made.project': { ja: '{folder} にプロジェクトを作りました。', en: 'The project is in {folder}.' },
  'made.wrote': { ja: '書いたファイル:', en: 'Written:' },
  'made.nothing': { ja: '書いたファイルはありません。', en: 'Nothing was written.' },
  'made.left': { ja: 'もうあるので、そのままにしたファイル:', en: 'Left as they were, since they are there already:' },
  'made.ownDocuments': {
    ja: '資料か用語がもうあるので、例の議事要旨と用語は加えていません。',
    en: 'There are scans or cards already, so the example was not added.',
  },
  'made.package': {
    ja: 'package.json はそのままです。足りないものは、次の命令で加えられます。',
    en: 'package.json is as it was. What it lacks is added by these commands:',
  },
  'made.ignore': {
    ja: '.gitignore はそのままです。次の行を加えてください。',
    en: '.gitignore is as it was. Add these lines to it:',
  },
  'made.next': { ja: '次に実行すること:', en: 'What to do next:' },
  'made.publish': {
    ja: '使い方と公開のしかたは docs/guide.md にあります。',
    en: 'docs/guide.md says how to go on and how to publish it.',
  },

  // project

  'project.title': { ja: '会議録', en: 'Minutes' },

  // errors

  /** Between what is wrong and how to mend it. */
  'error.stop': { ja: '。', en: '. ' },
  'error.unexpected': {
    ja: '思わぬ誤りです。この内容を添えて報告してください',
    en: 'This is a fault of the program. Please report it with these lines',
  },
  'error.cancelled': { ja: ['途中でやめました', '何も書いていません'], en: ['Cancelled', 'Nothing was written'] },
  'error.option': {
    ja: ['「{option}」というオプションはありません', '使い方は --help で見られます'],
    en: ['There is no option "{option}"', 'See --help'],
  },
  'error.noValue': {
    ja: ['「{option}」の値がありません', '「{option} 値」のように書いてください'],
    en: ['"{option}" has no value', 'Write "{option} VALUE"'],
  },
  'error.value': {
    ja: ['「{option}」に値は要りません', '「{option}」とだけ書いてください'],
    en: ['"{option}" takes no value', 'Write "{option}" alone'],
  },
  'error.manyFolders': {
    ja: [
      'フォルダーの名前が二つ以上あります',
      '一つだけ書いてください。npm create では、オプションの前に -- を書きます',
    ],
    en: ['There is more than one name of a folder', 'Write one. With npm create, -- stands before the options'],
  },
  'error.choice': {
    ja: ['「{value}」は使えません', '使えるのは {choices} です'],
    en: ['"{value}" is not possible', 'It can be {choices}'],
  },
  'error.empty': { ja: ['空です', '一字以上書いてください'], en: ['It is empty', 'Write at least one character'] },
  'error.notEmpty': {
    ja: [
      'フォルダーが空ではありません',
      '別の名前にしてください。今あるフォルダーに加えるには、その中で npx tsuzuri init を実行します',
    ],
    en: ['The folder is not empty', 'Take another name, or run npx tsuzuri init in that folder to add a project to it'],
  },
  'error.file': {
    ja: ['ここにはファイルがあるので、フォルダーを作れません', '別の名前にするか、ファイルを移してください'],
    en: ['A file is in the place of the folder', 'Take another name, or move the file'],
  },
  'error.denied': {
    ja: ['書き込む権利がありません（{code}）', 'フォルダーの権限を確かめるか、別の場所にしてください'],
    en: ['You may not write there ({code})', 'Look at the rights of the folder, or take another place'],
  },
  'error.write': {
    ja: ['書き込めません（{code}）', '名前と、ディスクの空きを確かめてください'],
    en: ['It cannot be written ({code})', 'Look at the name, and whether the disk is full'],
  },
} as const satisfies Readonly<Record<string, Readonly<Record<Language, Words>>>>;

export const LANGUAGES = ['ja', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

type Said<K extends keyof typeof WORDING> = (typeof WORDING)[K]['ja'] extends string ? string : Sentences;

/**
 * The language of messages: `TSUZURI_LANG`, which `--lang` sets, else the locale in the order that POSIX gives. A locale
 * that says nothing of a language (`C`, `POSIX`) means Japanese; who speaks neither gets English.
 */
export function language(): Language {
  const { TSUZURI_LANG, LC_ALL, LC_MESSAGES, LANG } = process.env;
  const wanted = TSUZURI_LANG || LC_ALL || LC_MESSAGES || LANG || '';
  return /^(?:$|C(?:$|\.)|POSIX(?:$|\.)|ja(?:$|[_.@-]))/i.test(wanted) ? 'ja' : 'en';
}

/** What keeps a project from being made, for a person. */
export interface Refusal {
  /** Folder, file or option in question. */
  readonly place: string;
  readonly sentences: Sentences;
}

/** An error to throw; who catches it says it with `refusalOf`. */
export const refusal = (place: string, sentences: Sentences): Error =>
  new Error(sentences.join(' – '), { cause: { place, sentences } satisfies Refusal });

/** Nothing for any other error: a fault of the program. */
export function refusalOf(error: unknown): Refusal | undefined {
  const { cause } = error as { cause?: Partial<Refusal> };
  return cause?.sentences === undefined ? undefined : (cause as Refusal);
}

/** One entry of the table, each `{name}` filled in. */
export function say<K extends keyof typeof WORDING>(
  key: K,
  values: Readonly<Record<string, string>> = {},
  spoken = language(),
): Said<K> {
  const words: Words = WORDING[key][spoken];
  const fill = (text: string): string => text.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
  return (typeof words === 'string' ? fill(words) : words.map(fill)) as Said<K>;
}
