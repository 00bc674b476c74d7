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

  // check

  // print

  'print.devServerEnded': {
    ja: ['サイトを開けませんでした: {said}', '上の内容を直してください'],
    en: ['The site could not be served: {said}', 'Mend what is said above'],
  },
  'print.noPage': {
    ja: ['{address} からページが返ってきません', '.vitepress/ の設定を確かめてください'],
    en: ['No page comes from {address}', 'Check the configuration in .vitepress/'],
  },

  // cli

  'cli.seeHelp': { ja: '使い方は tsuzuri {call}--help で見られます', en: 'See tsuzuri {call}--help' },
  'cli.comma': { ja: '、', en: ', ' },
  'cli.or': { ja: 'か', en: ' or ' },

  'cli.help.tsuzuri': {
    ja: '会議録のOCRの文字データを、読みやすく、用語の説明につながった文書にします',
    en: 'Turns OCR text of Japanese minutes into clean, linked documentation',
  },
  'cli.help.usage': { ja: '使い方:', en: 'Usage:' },
  'cli.help.anyOptions': { ja: '[オプション]', en: '[options]' },
  'cli.help.anyCommand': { ja: '[コマンド]', en: '[command]' },
  'cli.help.arguments': { ja: '引数:', en: 'Arguments:' },
  'cli.help.options': { ja: 'オプション:', en: 'Options:' },
  'cli.help.globalOptions': { ja: 'どのコマンドでも使えるオプション:', en: 'Global options:' },
  'cli.help.commands': { ja: 'コマンド:', en: 'Commands:' },
  'cli.help.examples': { ja: '例:', en: 'Examples:' },
  'cli.help.help': { ja: 'コマンドの使い方を見せる', en: 'show the help of a command' },
  'cli.help.codes': {
    ja: '終了コード: 0 問題なし、1 見つかった問題あり、2 実行できない。コマンドごとの使い方は tsuzuri コマンド --help で見られます',
    en: 'Exit codes: 0 fine, 1 findings, 2 cannot run. Each command has its own help: tsuzuri COMMAND --help',
  },
  'cli.option.lang': {
    ja: '画面に出す言葉: ja（日本語）か en（英語）',
    en: 'language of messages: ja (Japanese) or en (English)',
  },
  'cli.option.version': { ja: '版の番号を見せる', en: 'show the version' },
  'cli.option.help': { ja: '使い方を見せる', en: 'show this help' },
  'cli.option.quiet': { ja: '途中経過と結果の一覧を出さない', en: 'show neither progress nor the list of results' },

  'cli.unknownCommand': { ja: '「{it}」というコマンドはありません{meant}', en: 'There is no command "{it}"{meant}' },
  'cli.unknownOption': { ja: '「{it}」というオプションはありません{meant}', en: 'There is no option "{it}"{meant}' },
  'cli.meant': { ja: '（「{meant}」のことですか）', en: ' (did you mean "{meant}"?)' },
  'cli.missing': { ja: '「{it}」がありません', en: '"{it}" is missing' },
  'cli.missingValue': { ja: '「{it}」の値がありません', en: '"{it}" has no value' },
  'cli.tooMany': { ja: '引数が多すぎます', en: 'Too many arguments' },
  'cli.notOneOf': {
    ja: '{flag}「{value}」は使えません。{choices} のどれかにしてください',
    en: '{flag} "{value}" cannot be used. Write one of {choices}',
  },
  'cli.unexpected': {
    ja: '思わぬ誤りです。この内容を添えて報告してください',
    en: 'An unexpected error. Please report it with what follows',
  },
  'cli.noCommand': {
    ja: ['commands の{at}番目はコマンドではありません', '`{ name, summary, run }` と書いてください'],
    en: ['Entry {at} of commands is no command', 'Write `{ name, summary, run }`'],
  },
  'cli.takenCommand': {
    ja: ['commands の「{name}」という名前はもう使われています', '別の名前にしてください'],
    en: ['The name "{name}" in commands is taken', 'Choose another name'],
  },

  'cli.noProject': {
    ja: ['フォルダーがありません', 'seeds/ と docs/ のあるプロジェクトのフォルダーで実行してください'],
    en: ['There is no such folder', 'Run the command in the folder of a project, which has seeds/ and docs/'],
  },
  'cli.readingDictionary': { ja: '辞書を読んでいます', en: 'Reading the dictionary' },
  'cli.converting': { ja: '変換: {name}', en: 'Converting {name}' },
  'cli.checking': { ja: '確かめています', en: 'Checking' },

  'cli.noFile': {
    ja: ['ファイルが見つかりません', 'パスを確かめてください'],
    en: ['There is no such file', 'Check the path'],
  },
  'cli.noFolder': {
    ja: ['フォルダーが見つかりません', 'パスを確かめてください'],
    en: ['There is no such folder', 'Check the path'],
  },
  'cli.noRight': {
    ja: ['読む権限がありません', '権限を確かめてください'],
    en: ['There is no permission to read it', 'Check the permissions'],
  },
  'cli.unreadable': {
    ja: ['読めません（{code}）', 'パスとディスクの状態を確かめてください'],
    en: ['It cannot be read ({code})', 'Check the path and the disk'],
  },
  'cli.notRegular': {
    ja: [
      'ふつうのファイルではありません（パイプや装置など）',
      'ふつうのファイルにするか、標準入力「-」から渡してください',
    ],
    en: ['It is no regular file (a pipe, a device …)', 'Make it a regular file, or give it by standard input: -'],
  },
  'cli.noStdin': {
    ja: ['このコマンドは標準入力を読みません', 'ファイルかフォルダーを指定してください'],
    en: ['This command does not read standard input', 'Name a file or a folder'],
  },
  'cli.typeNow': {
    ja: '標準入力から読みます（終わりは Ctrl+D、やめるには Ctrl+C）',
    en: 'Reading standard input (Ctrl+D ends it, Ctrl+C gives up)',
  },
  'cli.emptyFolder': {
    ja: ['名前が {endings} で終わるファイルがありません', 'フォルダーを確かめるか、ファイルの名前を指定してください'],
    en: ['There is no file whose name ends in {endings}', 'Check the folder, or name the files'],
  },
  'cli.nothingFits': {
    ja: ['このパターンに合うファイルがありません', 'パスを確かめてください'],
    en: ['No file fits this pattern', 'Check the path'],
  },
  'cli.collision': {
    ja: [
      '{other} も同じ {output} になります',
      '二つの上にあるフォルダーを指定すると、フォルダーの名前も残ります。または、別々に実行してください',
    ],
    en: [
      '{other} would become {output} as well',
      'Give the folder above both, then the names of folders are kept; or run the command for each of them',
    ],
  },
  'cli.exists': {
    ja: [
      'もうあるファイルで、tsuzuri が書いたものではないかもしれないので、上書きしませんでした',
      '上書きしてよければ --force を付けてください。または、別の出力先にしてください',
    ],
    en: [
      'It exists, and may not have been written by tsuzuri: it was not overwritten',
      'Add --force to overwrite it, or choose another folder',
    ],
  },
  'cli.stuck': {
    ja: ['思わぬ誤りで止まりました（{said}）', 'このファイルを除いて実行するか、この内容を添えて報告してください'],
    en: ['An unexpected error ended it ({said})', 'Leave this file out, or report it with this message'],
  },

  'cli.build.summary': {
    ja: 'seeds/ と docs/ から build/ を作る: サイト、リンク付きMarkdown、帳簿',
    en: 'makes build/ of seeds/ and docs/: site, linked Markdown, ledgers',
  },
  'cli.build.pdf': {
    ja: 'PDFも作る（build/tsuzuri.pdf、build/pdf/*.pdf）',
    en: 'print the PDFs too (build/tsuzuri.pdf, build/pdf/*.pdf)',
  },
  'cli.build.epub': { ja: '電子書籍も作る（build/tsuzuri.epub）', en: 'print the e-book too (build/tsuzuri.epub)' },
  'cli.build.offline': {
    ja: 'サーバーなしで開けるサイトも作る（build/offline）',
    en: 'copy the site so that it opens without a server (build/offline)',
  },
  'cli.build.base': {
    ja: 'サイトを置くホストでのパス（例: /minutes/）',
    en: 'path of the site on its host: /minutes/',
  },

  'cli.pdf.summary': {
    ja: '持ち出せる本だけを作る: PDF、EPUB、一枚のHTML',
    en: 'makes the offline books alone: PDF, EPUB, one HTML file',
  },

  'cli.convert.summary': {
    ja: '原文をMarkdownに変え、一つずつ帳簿を付ける',
    en: 'converts any scans to Markdown, each with its ledger',
  },
  'cli.convert.files': {
    ja: '原文（UTF-8、UTF-16、Shift_JIS、EUC-JP）のファイル、フォルダー、引用符で囲んだパターン。「-」は標準入力',
    en: 'scans in UTF-8, UTF-16, Shift_JIS or EUC-JP: files, folders, patterns in quotes; - is standard input',
  },
  'cli.convert.out': {
    ja: 'NAME.md と NAME.ledger.json を書くフォルダー。「-」は標準出力（Markdownだけ、一つの原文のとき）',
    en: 'folder for NAME.md and NAME.ledger.json; - is standard output (Markdown alone, of one scan)',
  },
  'cli.convert.glossary': {
    ja: 'リンク先にする用語のカードのフォルダー',
    en: 'folder of term cards to link to',
  },
  'cli.convert.stdinFilename': {
    ja: '標準入力の原文の名前（指定がなければ stdin）',
    en: 'name of the scan that comes by standard input (default: stdin)',
  },
  'cli.convert.force': {
    ja: 'tsuzuri が書いたのではないファイルにも上書きする',
    en: 'overwrite files that tsuzuri has not written',
  },
  'cli.convert.json': {
    ja: '書いたもの、失敗したもの、読まなかったものをJSONで出す',
    en: 'print as JSON what was written, what failed, what was left out',
  },
  'cli.convert.notes': {
    ja: 'フォルダーを指定すると、その中のフォルダーの名前も残ります: minutes/2024/a.txt は out/2024/a.md になります。\n前に書いた NAME.md は、同じ原文の名前の帳簿 NAME.ledger.json が横にあれば、新しいものに置き換えます。\nそのほかのファイルがもうあるときは上書きせず、お知らせします。置き換えるには --force を付けてください。',
    en: 'Of a folder the names of its folders are kept: minutes/2024/a.txt becomes out/2024/a.md.\nA NAME.md of an earlier run is replaced where NAME.ledger.json, of a scan of the same name, stands beside it.\nAny other file that exists is reported and stays; --force overwrites it.',
  },
  'cli.convert.idle': {
    ja: '標準出力に書くときは {option} は使えません',
    en: '{option} means nothing where standard output is written',
  },
  'cli.convert.noStdin': {
    ja: '--stdin-filename は、標準入力「-」から読むときだけ使えます',
    en: '--stdin-filename means nothing unless - is read',
  },
  'cli.convert.onePage': {
    ja: '標準出力に書けるのは一つの原文だけです（{count}件あります）。--out にフォルダーを指定してください',
    en: 'Standard output takes one scan, not {count}. Give a folder as --out',
  },
  'cli.convert.overScan': {
    ja: ['原文を上書きすることになります', '別の出力先にしてください'],
    en: ['This would overwrite the scan', 'Choose another folder for the output'],
  },
  'cli.convert.skipped': {
    ja: '{path}: 読みませんでした（原文の形式の名前ではありません）。原文であれば、名前を指定してください',
    en: '{path}: left out (its name has no ending of a scan). If it is a scan, name it',
  },
  'cli.convert.done': {
    ja: '結果: 変換 {converted}件、失敗 {failed}件',
    en: 'converted {converted}, failed {failed}',
  },

  'cli.link.summary': {
    ja: 'どこのMarkdownにも、用語集へのリンクを付ける',
    en: 'links the terms of a glossary in any Markdown',
  },
  'cli.link.files': {
    ja: 'Markdownのファイル、フォルダー、引用符で囲んだパターン。「-」は標準入力',
    en: 'Markdown: files, folders, patterns in quotes; - is standard input',
  },
  'cli.link.glossary': { ja: '用語のカードのフォルダー', en: 'folder of term cards' },
  'cli.link.out': {
    ja: '書き出すフォルダー（--json だけなら不要）。「-」は標準出力',
    en: 'folder to write, needed unless --json is given; - is standard output',
  },
  'cli.link.every': {
    ja: '節ごとに最初の一つだけでなく、出てくるたびにリンクする',
    en: 'link every mention, not the first of each section alone',
  },
  'cli.link.url': {
    ja: '項目のアドレスの前半（指定がなければ /glossary）',
    en: 'address of the entries (default: /glossary)',
  },
  'cli.link.force': { ja: 'もうあるファイルに上書きする', en: 'overwrite files that exist' },
  'cli.link.json': { ja: '用語の出てくる箇所をすべてJSONで出す', en: 'print all mentions as JSON' },
  'cli.link.notes': {
    ja: '出力先に同じ名前の、内容の違うファイルがもうあるときは上書きせず、お知らせします。置き換えるには --force を付けてください。',
    en: 'A file of the same name with other content, which stands in the output, is reported and stays; --force overwrites it.',
  },
  'cli.link.needsOut': { ja: 'link には --out か --json が要ります', en: 'link needs --out or --json' },
  'cli.link.idle': { ja: 'この呼び出しでは {option} は使えません', en: '{option} means nothing in this call' },
  'cli.link.onePage': {
    ja: '標準出力に書けるのは一つのMarkdownだけです（{count}件あります）。--out にフォルダーを指定してください',
    en: 'Standard output takes one Markdown text, not {count}. Give a folder as --out',
  },
  'cli.link.notUtf8': {
    ja: ['UTF-8の文字として読めません', '文字コードをUTF-8にして保存し直してください'],
    en: ['It is not text in UTF-8', 'Save it again in UTF-8'],
  },
  'cli.link.done': {
    ja: '{out} に {done}件を書きました。失敗 {failed}件',
    en: 'linked {done} into {out}, failed {failed}',
  },

  'cli.verify.summary': {
    ja: '帳簿を元に戻し、原文と一致するかを確かめる',
    en: 'undoes every ledger of a folder and compares with the scan',
  },
  'cli.verify.files': {
    ja: 'NAME.ledger.json のあるフォルダー（convert か build の出力）、または帳簿のファイル',
    en: 'folder with NAME.ledger.json files, as convert and build write them, or such files',
  },
  'cli.verify.json': { ja: '結果をJSONで出す', en: 'print the results as JSON' },
  'cli.verify.holds': { ja: '一致', en: 'same' },
  'cli.verify.fails': { ja: '不一致', en: 'differs' },
  'cli.verify.format': {
    ja: '（{format} から読み取った文字だけを照合）',
    en: ' (only the text that was read from {format} was compared)',
  },
  'cli.verify.noLedger': {
    ja: ['帳簿として読めません: {said}', 'tsuzuri convert でもう一度作ってください'],
    en: ['It is no ledger: {said}', 'Make it again with tsuzuri convert'],
  },

  'cli.explain.summary': {
    ja: '原文のどの文字を、なぜ直したか、疑ったかを言う',
    en: 'says why each character of a scan was changed, or only doubted',
  },
  'cli.explain.file': {
    ja: '原文、またはその一行（minutes/a.txt:12）。「-」は標準入力',
    en: 'a scan, or one of its lines: minutes/a.txt:12; - is standard input',
  },
  'cli.explain.json': { ja: '訂正と疑いをJSONで出す', en: 'print edits and doubts as JSON' },
  'cli.explain.oneFile': {
    ja: 'explain が見るのは一つの原文だけです（{count}件あります）',
    en: 'explain looks at one scan, not {count}',
  },
  'cli.explain.noLine': {
    ja: '{path} にその行はありません（{last}行まで）',
    en: '{path} has no such line (the last is {last})',
  },
  'cli.explain.done': {
    ja: '{file}: {done}か所を直し、{asked}か所を疑いとして残しました',
    en: '{file}: {done} edits, {asked} doubts',
  },

  'cli.check.summary': {
    ja: '公開の前に直すべきところを、ファイルと行で示す',
    en: 'finds what a pull request must mend: file, line, what, how',
  },
  'cli.check.format': {
    ja: '出し方（{formats}）: 人が読む文、GitHubの注釈、SARIF',
    en: '{formats}: for a person, as annotations of GitHub, as SARIF',
  },
  'cli.check.json': { ja: '--format json と同じ', en: 'the same as --format json' },
  'cli.check.twoFormats': {
    ja: 'check: --json と --format {format} は同時に使えません',
    en: 'check: --json and --format {format} exclude each other',
  },

  'cli.diff.summary': {
    ja: 'ブランチやコミットからの変わり方を、Markdownで見せる',
    en: 'shows what has changed since a branch or commit, as Markdown',
  },
  'cli.diff.revision': { ja: '比べるブランチかコミット', en: 'branch or commit to compare with' },

  'cli.dev.summary': {
    ja: '書きながらサイトを見る。変更はすぐに映る',
    en: 'serves the site while one writes; every edit shows at once',
  },
  'cli.dev.port': {
    ja: 'サーバーのポート（指定がなければ 5173）。使われていれば次の空いたもの',
    en: 'port of the server (default: 5173); the next free one where it is in use',
  },
  'cli.dev.noPort': { ja: '--port「{port}」は番号ではありません', en: '--port "{port}" is no number of a port' },
  'cli.dev.mendFirst': {
    ja: '上の誤りを直してから、もう一度始めてください',
    en: 'Mend these errors, then begin again',
  },
  'cli.dev.ready': {
    ja: '{address} で見られます。docs/ と seeds/ の変更はすぐに反映されます（終えるには Ctrl+C）',
    en: '{address} shows the site. Changes in docs/ and seeds/ appear at once (Ctrl+C ends it)',
  },
  'cli.dev.kept': { ja: '直るまで、前のページのままにします', en: 'Until this is mended, the pages stay as they were' },
  'cli.dev.written': {
    ja: '{files}: {pages}ページを書き換えました（{time}ミリ秒）',
    en: '{files}: wrote {pages} pages ({time} ms)',
  },

  'cli.terms.summary': {
    ja: '項目のない略語と用語を探し、カードの下書きを作る',
    en: 'lists acronyms and defined terms without an entry; drafts a card',
  },
  'cli.terms.new': {
    ja: '「new」でカードの下書き docs/glossary/ID.md を書く',
    en: '`new` writes a draft card, docs/glossary/ID.md',
  },
  'cli.terms.id': { ja: 'カードのファイル名', en: 'file name of the card' },
  'cli.terms.term': {
    ja: '用語（ID を大文字にしたものと違うとき）',
    en: 'the term, where it is not the id in capitals',
  },
  'cli.terms.json': { ja: '一覧をJSONで出す', en: 'print the list as JSON' },
  'cli.terms.usage': {
    ja: 'terms の使い方は「tsuzuri terms」か「tsuzuri terms new ID [用語]」です',
    en: 'Call it as "tsuzuri terms" or "tsuzuri terms new ID [TERM]"',
  },
  'cli.terms.idle': { ja: 'terms new では --json は使えません', en: '--json means nothing with terms new' },
  'cli.terms.badId': {
    ja: ['ID「{id}」は使えません', '半角の英小文字、数字、「-」だけで書いてください'],
    en: ['The id "{id}" cannot be used', 'Write it with small Latin letters, digits and - alone'],
  },
  'cli.terms.taken': {
    ja: ['この項目はもうあります', '別のIDにしてください'],
    en: ['There is such an entry', 'Choose another id'],
  },

  'cli.completion.summary': {
    ja: 'シェルでコマンドとオプションを補完するための設定を出す',
    en: 'prints what a shell needs to complete commands and options',
  },
  'cli.completion.shell': { ja: 'bash、zsh、fish のどれか', en: 'bash, zsh or fish' },
  'cli.completion.notes': {
    ja: 'bash と zsh では、次の一行を ~/.bashrc か ~/.zshrc（compinit の後）に書きます:\n  source <(tsuzuri completion bash)\n  source <(tsuzuri completion zsh)',
    en: 'For bash and zsh put one line into ~/.bashrc, or into ~/.zshrc behind compinit:\n  source <(tsuzuri completion bash)\n  source <(tsuzuri completion zsh)',
  },
} as const satisfies Readonly<Record<string, Readonly<Record<Language, Words>>>>;

export type Language = 'ja' | 'en';

export const isLanguage = (value: unknown): value is Language => value === 'ja' || value === 'en';

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
export function languageOfEnvironment(): Language | undefined {
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
