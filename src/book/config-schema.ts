/**
 * Says what a configuration may hold: one JSON Schema with the words for people. Of it come the type `Config`, the
 * validation, and the page `CONFIGURATION.md` of the package `tsuzuri` (`npm run docs`).
 */

/** What one key does, in both languages. */
interface Words {
  readonly ja: string;
  readonly en: string;
}

/** A JSON Schema, and of each key what its documentation needs. */
export interface Setting {
  readonly type?: string | readonly string[];
  readonly enum?: readonly string[];
  /** Of `FORMATS` in `validate-config.ts`. */
  readonly format?: string;
  readonly minimum?: number;
  readonly minLength?: number;
  /** Two texts, and nothing else. */
  readonly pair?: true;
  readonly items?: Setting;
  readonly properties?: Readonly<Record<string, Setting | false>>;
  readonly additionalProperties?: boolean;
  readonly required?: readonly string[];
  /** The JSDoc of the key says the same in English: editors show it. */
  readonly about?: Words;
  /** What holds where the key is left out, as it would be written. */
  readonly default?: string | Words;
  /** As it is written in a configuration. */
  readonly example?: string;
  /** Comes before the key. */
  readonly environment?: string;
  /** Type of an entry of a list, which `tsuzuri` exports. */
  readonly entry?: string;
}

/** A rule of prose that a project may switch on or off, or tell how much is too much. */
const proseRule = <const O extends Readonly<Record<string, number>>>(on: boolean, options: O, about: Words) => ({
  about,
  type: ['boolean', 'object'] as const,
  additionalProperties: false,
  properties: Object.fromEntries(Object.keys(options).map(key => [key, { type: 'number', minimum: 0 }])) as {
    readonly [K in keyof O]: { readonly type: 'number'; readonly minimum: 0 };
  },
  on,
  options,
});

/**
 * By the name that it has in textlint's preset for Japanese: whether it is on, and what a project may set. Tried on our
 * own 109 entries, `no-doubled-joshi` found 23 places, all of them plain Japanese
 * (「2015年1月9日に内閣に置かれました」), so it is off. The first comma of a sentence mostly belongs to
 * 「…の会合で、誰々は、」, so four are allowed, not three.
 */
export const PROSE_SETTINGS = {
  'sentence-length': proseRule(
    true,
    { max: 100 },
    { ja: '一文の長さ（字数）の上限です。', en: 'The most characters that a sentence may have.' },
  ),
  'max-ten': proseRule(
    true,
    { max: 4 },
    { ja: '一文の「、」の数の上限です。', en: 'The most 、 that a sentence may have.' },
  ),
  'no-mix-dearu-desumasu': proseRule(
    true,
    {},
    { ja: '「です・ます」の文章に「だ・である」を混ぜません。', en: 'No だ・である among です・ます.' },
  ),
  'no-doubled-conjunctive-particle-ga': proseRule(
    true,
    {},
    { ja: '一文に「…が、」を二度使いません。', en: 'Not …が、 twice in a sentence.' },
  ),
  'no-double-negative-ja': proseRule(true, {}, { ja: '二重の否定を使いません。', en: 'No double negatives.' }),
  'no-dropping-the-ra': proseRule(
    true,
    {},
    { ja: '「ら」を抜きません（「見れる」）。', en: 'No dropped ら (見れる).' },
  ),
  'no-doubled-joshi': proseRule(
    false,
    { min_interval: 1 },
    {
      ja: '同じ助詞を近くで繰り返しません。`min_interval` は、間に要る助詞の数です。',
      en: 'No particle twice within `min_interval`.',
    },
  ),
  'no-nfd': proseRule(
    true,
    {},
    { ja: '濁点・半濁点を文字から離しません。', en: 'No voicing marks apart from their character.' },
  ),
  'no-kangxi-radicals': proseRule(
    true,
    {},
    { ja: '漢字の代わりに部首の記号を使いません。', en: 'No symbols of radicals in place of kanji.' },
  ),
};

/** The keys whose values are data. */
export const SETTINGS = {
  /** Name of the site and, unless `book.title` says another, of the books. */
  title: {
    type: 'string',
    minLength: 1,
    about: {
      ja: 'サイトの名前です。`book.title` がなければ、本の題名にもなります。',
      en: 'Name of the site and, unless `book.title` says another, of the books.',
    },
    default: "'会議録集'",
    example: "title: '見本町議会 会議録'",
  },
  /** One sentence that says what the site is: on the home page, for search engines and feeds. */
  description: {
    type: 'string',
    minLength: 1,
    about: {
      ja: '何のサイトかを述べる一文です。表紙、検索エンジン、フィードに出ます。',
      en: 'One sentence that says what the site is: on the home page, for search engines and feeds.',
    },
    default: "'会議の記録を、校正の記録と用語の説明を付けて読めるようにした資料集です。'",
    example: "description: '見本町議会の会議録を、用語の説明と結び付けた資料集です。'",
  },
  /** Who publishes the site and the books: author of the feeds, printed in the colophon. */
  publisher: {
    type: 'string',
    minLength: 1,
    about: {
      ja: 'サイトと本を出す人や団体です。フィードの著者になり、本の奥付に刷られます。',
      en: 'Who publishes the site and the books: author of the feeds, printed in the colophon.',
    },
    default: {
      ja: 'なし（奥付に書かれず、フィードの著者はサイトの名前です）',
      en: 'none (the colophon leaves it out, the author of the feeds is the title of the site)',
    },
    example: "publisher: '見本町'",
  },
  /** Language of messages and of what the site itself says; the documents stay Japanese. */
  language: {
    enum: ['ja', 'en'],
    about: {
      ja: 'メッセージと、サイトの操作部分の言語です。会議録の文章は日本語のままです。',
      en: 'Language of messages and of what the site itself says; the documents stay Japanese.',
    },
    default: { ja: '環境の言語（`LANG`）、なければ日本語', en: 'that of the environment (`LANG`), else Japanese' },
    example: "language: 'en'",
    environment: 'TSUZURI_LANG',
  },
  /** Address at which the site will stand; its path is the base of all links. */
  url: {
    type: 'string',
    format: 'site',
    about: {
      ja: 'サイトを置くアドレスです。パスの部分（`/minutes/`）は、すべてのリンクの起点になります。',
      en: 'Address at which the site will stand; its path is the base of all links.',
    },
    default: {
      ja: 'ホストが伝えるアドレス（下の表）。なければ `/` を起点にし、`sitemap.xml` などは作りません',
      en: 'what the host says (table below); else the base is `/`, and there is no `sitemap.xml` and the like',
    },
    example: "url: 'https://example.jp/minutes/'",
    environment: 'TSUZURI_URL',
  },
  /** Address of the repository, for links to edit a page and to report an error. */
  repository: {
    type: 'string',
    format: 'repository',
    about: {
      ja: 'リポジトリのアドレスです。「このページを編集」と「誤りを報告」のリンク先になります。',
      en: 'Address of the repository, for links to edit a page and to report an error.',
    },
    default: {
      ja: 'ホストが伝えるリポジトリ（下の表）。なければ、これらのリンクは付きません',
      en: 'what the host says (table below); else there are no such links',
    },
    example: "repository: 'https://github.com/example/minutes'",
    environment: 'TSUZURI_REPOSITORY',
  },
  /** Whether a browser keeps the pages that were visited, for reading without a connection. */
  offline: {
    type: 'boolean',
    about: {
      ja: '一度開いたページを、通信がなくても読めるようにブラウザーに保存するかどうかです。`false` にすると、前に保存したものも消えます。',
      en: 'Whether a browser keeps the pages that were visited, for reading without a connection.',
    },
    default: 'true',
    example: 'offline: false',
  },
  /** Where `url` is known: whether documents, entries, people and bodies have pictures, which other sites show beside links. */
  pictures: {
    type: 'boolean',
    about: {
      ja: 'ほかのサイトや SNS がリンクに添えて見せる画像を、文書、用語、人物、会議体のページごとに作るかどうかです。`url` が決まっているときだけ作ります。`false` にすると、どのページもサイトの印の画像になります。',
      en: 'Where `url` is known: whether documents, entries, people and bodies have pictures, which other sites show beside links.',
    },
    default: 'true',
    example: 'pictures: false',
  },
  /** Whether the first mention of a term in each section is a visible link, or every mention. */
  links: {
    enum: ['first', 'every'],
    about: {
      ja: '用語へのリンクを、節ごとに最初の一か所だけ目立たせる（`first`）か、すべて同じに見せる（`every`）かを選びます。',
      en: 'Whether the first mention of a term in each section is a visible link, or every mention.',
    },
    default: "'first'",
    example: "links: 'every'",
  },
  /** How names of people and bodies are read, which scans do not say: the lists of them are in this order. */
  readings: {
    type: 'array',
    items: { pair: true },
    about: {
      ja: '氏名や会議体の名称の読みです。名前と、かなで書いた読みの組で書きます。人物と会議体の一覧は、この順に並びます。',
      en: 'How names of people and bodies are read, which scans do not say: the lists of them are in this order.',
    },
    default: { ja: '用語集にある読み', en: 'the readings of the glossary' },
    example: "readings: [['見本 太郎', 'みほん たろう']]",
  },
  /** The rules that come with tsuzuri always apply; cards in `docs/rules/` add to them or replace one of the same name. */
  rules: {
    type: 'object',
    additionalProperties: false,
    about: {
      ja: 'tsuzuri に付いている規則は、いつも使われます。`docs/rules/` のカードはそれに加わり、同じ名前のものは置き換わります。',
      en: 'The rules that come with tsuzuri always apply; cards in `docs/rules/` add to them or replace one of the same name.',
    },
    properties: {
      /** Ids of rules, shipped or own, that are not applied. */
      off: {
        type: 'array',
        items: { type: 'string', format: 'rule' },
        about: {
          ja: '使わない規則の ID です。付いている規則も、自分の規則も書けます。',
          en: 'Ids of rules, shipped or own, that are not applied.',
        },
        default: '[]',
        example: "rules: { off: ['double-particle'] }",
      },
    },
  },
  /** The printed books. */
  book: {
    type: 'object',
    additionalProperties: false,
    about: { ja: '印刷用の本についての設定です。', en: 'The printed books.' },
    properties: {
      /** What stands on the cover of the book with everything. */
      title: {
        type: 'string',
        minLength: 1,
        about: {
          ja: '全部を収めた本の表紙に載る題名です。',
          en: 'What stands on the cover of the book with everything.',
        },
        default: { ja: '`title` と同じ', en: 'that of `title`' },
        example: "book: { title: '見本町議会 会議録集' }",
      },
    },
  },
  /** What `tsuzuri check` looks for. */
  check: {
    type: 'object',
    additionalProperties: false,
    about: { ja: '`tsuzuri check` が調べることです。', en: 'What `tsuzuri check` looks for.' },
    properties: {
      /** The day on which sources of the glossary are old after a year, and names have ended. */
      asOf: {
        type: 'string',
        format: 'date',
        about: {
          ja: '用語集の根拠が古くなっていないかを、この日（年月日）から見ます。書かなければ見ません。実行した日は使いません。',
          en: 'The ISO day from which sources of the glossary are looked at: older than a year, or of names that have ended. Without it nobody looks; the clock is never asked.',
        },
        example: "check: { asOf: '2026-11-28' }",
      },
      /** Rules of prose for the entries of the glossary, each `true`, `false` or its options. */
      prose: {
        type: 'object',
        additionalProperties: false,
        properties: PROSE_SETTINGS,
        about: {
          ja: '用語集の文章についての決まりです。それぞれ `true`、`false`、または値を書きます。',
          en: 'Rules of prose for the entries of the glossary, each `true`, `false` or its options.',
        },
        default: { ja: '下の表のとおり', en: 'see the table below' },
        example: "check: { prose: { 'sentence-length': { max: 120 }, 'max-ten': false } }",
      },
    },
  },
  /** The search of the site. */
  search: {
    type: 'object',
    additionalProperties: false,
    about: { ja: 'サイトの検索についての設定です。', en: 'The search of the site.' },
    properties: {
      /** What the search shows before anything is asked: a query, what it finds. */
      examples: {
        type: 'array',
        items: { pair: true },
        about: {
          ja: '何も入力していないときに検索が見せる例です。検索語と、その説明の組で書きます。',
          en: 'What the search shows before anything is asked: a query, what it finds.',
        },
        default: { ja: '用語と会議録から作ります', en: 'made from terms and minutes' },
        example: "search: { examples: [['見本バス 年:2024', '年で絞り込む']] }",
      },
      /** Queries of which readers get feeds: of the documents in which each finds something. */
      feeds: {
        type: 'array',
        items: { type: 'string', minLength: 1 },
        about: {
          ja: '新しい会議録に当てはまる箇所が出たことを、フィードで知らせる検索語です。検索のページに、フィードへのリンクが並びます。',
          en: 'Queries of which readers get feeds: of the documents in which each finds something. The page of the search links them.',
        },
        default: '[]',
        example: "search: { feeds: ['見本バス', '予算 会議:見本市議会'] }",
      },
    },
  },
} as const satisfies Readonly<Record<string, Setting>>;

/** The keys whose values are programs, or settings of another program. */
export const PASSED_ON: Readonly<Record<string, Setting>> = {
  vitepress: {
    type: 'object',
    additionalProperties: true,
    properties: { base: false, srcDir: false, outDir: false },
    about: {
      ja: 'VitePress の設定です。tsuzuri の設定に重ねられます。`base`、`srcDir`、`outDir` は書けません（起点は `url` か `--base` で決まります）。',
      en: 'Settings of VitePress, merged over those of tsuzuri; all but `base` (that comes of `url` or `--base`), `srcDir` and `outDir`.',
    },
    default: '{}',
    example: 'vitepress: { themeConfig: { outline: [2, 3] } }',
  },
  stages: list(['name', 'plugin'], {
    about: {
      ja: '変換の段階を加えます。unified のプラグインと名前の組です。',
      en: "Steps of the conversion of the project's own: a unified plugin with a name.",
    },
    example: "stages: [{ name: 'notice', plugin: () => tree => addNotice(tree) }]",
    entry: 'Stage',
  }),
  formats: list(['name', 'endings', 'detect', 'read'], {
    about: {
      ja: '読める原文の形を加えます。tsuzuri のものより先に試されます。',
      en: "Formats of scans of the project's own, asked before those of tsuzuri.",
    },
    example:
      "formats: [{ name: 'ocr-json', endings: ['.json'], detect: (_, file) => file.endsWith('.json'), read: bytes => ({ text: textOf(bytes) }) }]",
    entry: 'Format',
  }),
  dialects: list(['name', 'detect'], {
    about: {
      ja: 'Markdown の方言を加えます。tsuzuri のものより先に試されます。',
      en: "Dialects of Markdown of the project's own, asked before those of tsuzuri.",
    },
    example: "dialects: [{ name: 'jekyll', detect: path => path.startsWith('_posts/'), excluded: [/\\{%.*?%\\}/gsu] }]",
    entry: 'Dialect',
  }),
  pageKinds: list(['kind', 'make'], {
    about: { ja: 'ページの種類を加えます。', en: "Kinds of pages of the project's own." },
    example:
      "pageKinds: [{ kind: '年表', path: 'years/', make: ({ minutes }) => [{ path: 'years/index', title: '年表', content: listOf(minutes) }] }]",
    entry: 'PageKind',
  }),
  checks: list(['id', 'level', 'run'], {
    about: { ja: '`tsuzuri check` の検査を加えます。', en: "Checks of the project's own." },
    example: "checks: [{ id: 'attendance', level: 'note', run: ({ book }) => findingsIn(book) }]",
    entry: 'Check',
  }),
  printers: list(['name', 'label', 'print'], {
    about: {
      ja: '`tsuzuri build` が作るものを加えます。tsuzuri のものの後に作られます。',
      en: "Printers of the project's own; they run after those of tsuzuri.",
    },
    example:
      "printers: [{ name: 'board', label: '  build/board.txt', print: ({ pages }) => [['board.txt', titlesOf(pages)]] }]",
    entry: 'Printer',
  }),
  commands: list(['name', 'summary', 'run'], {
    about: {
      ja: '`tsuzuri` のコマンドを加えます。`tsuzuri 名前` で動きます。',
      en: "Commands of the project's own: `tsuzuri NAME` runs them.",
    },
    example:
      "commands: [{ name: 'hello', summary: '町のあいさつを言う', run: async () => ({ lines: ['ようこそ'], code: 0 }) }]",
    entry: 'Command',
  }),
};

function list(required: readonly string[], words: Pick<Setting, 'about' | 'example' | 'entry'>): Setting {
  return { type: 'array', items: { type: 'object', required }, default: '[]', ...words };
}

export const CONFIG_SCHEMA: Setting = {
  type: 'object',
  additionalProperties: false,
  properties: { ...SETTINGS, ...PASSED_ON },
};

/** The values of an object of settings, none of which must be there. */
export type Values<P> = { readonly [K in keyof P]?: ValueOf<P[K]> };

type ValueOf<S> = S extends { readonly enum: readonly (infer Word)[] }
  ? Word
  : S extends { readonly pair: true }
    ? readonly [string, string]
    : S extends { readonly items: infer Item }
      ? readonly ValueOf<Item>[]
      : S extends { readonly type: 'object'; readonly properties: infer P }
        ? Values<P>
        : S extends { readonly type: readonly ['boolean', 'object']; readonly properties: infer P }
          ? boolean | Values<P>
          : S extends { readonly type: 'boolean' }
            ? boolean
            : S extends { readonly type: 'number' }
              ? number
              : string;
