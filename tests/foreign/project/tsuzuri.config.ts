import {
  type Check,
  type Command,
  type Dialect,
  defineConfig,
  type Format,
  type PageKind,
  type Printer,
  type Stage,
} from 'tsuzuri';

/** Puts a line of the publisher under every record. */
const notice: Stage = {
  name: 'notice',
  plugin: () => (tree: { children: unknown[] }) => {
    const text = { type: 'text', value: 'この記録は、みどり町議会事務局が公開しています。' };
    tree.children.push({ type: 'paragraph', children: [text] });
  },
};

/** What the scanner of the town hall writes. */
const ocrJson: Format = {
  name: 'ocr-json',
  endings: ['.json'],
  detect: (_, file) => file.endsWith('.json'),
  read: bytes => ({ text: JSON.parse(new TextDecoder().decode(bytes)).lines.join('\n') }),
};

/** Jekyll, in which the town keeps its news. */
const jekyll: Dialect = { name: 'jekyll', detect: path => path.startsWith('_posts/'), excluded: [/\{%.*?%\}/gsu] };

/** What was discussed, year by year. */
const chronicle: PageKind = {
  kind: '年表',
  path: 'years/',
  make: ({ minutes }) => [
    {
      path: 'years/index',
      title: '年表',
      content: `# 年表\n\n${minutes.map(({ path, title, matter }) => `- ${matter.date} [${title}](/${path})\n`).join('')}`,
    },
  ],
};

/** For the notice board of the town hall. */
const board: Printer = {
  name: 'board',
  label: '  build/board.txt     掲示板に貼る一覧',
  print: ({ pages }) => {
    const minutes = pages.filter(({ kind }) => kind === 'minutes');
    return [['board.txt', minutes.map(({ title }) => `${title}\n`).join('')]];
  },
};

const attendance: Check = {
  id: 'attendance',
  level: 'note',
  run: ({ book }) =>
    book.pages
      .filter(({ kind, matter }) => kind === 'minutes' && !matter.attendees)
      .map(({ source }) => ({
        file: source,
        reason: '出席者の名簿がありません',
        remedy: '控えがあれば、docs に書き足してください',
      })),
};

const hello: Command = {
  name: 'hello',
  summary: '町のあいさつを言う',
  arguments: [['[name]', '名前']],
  examples: ['tsuzuri hello 花子'],
  run: async ([name = '皆さん']) => ({ lines: [`${name}、みどり町へようこそ`], code: 0 }),
};

export default defineConfig({
  title: 'みどり町 会議録',
  description: 'みどり町の議会と会議の記録を、用語の説明を付けて読めるようにしました。',
  publisher: 'みどり町議会事務局',
  url: 'https://minutes.midori.example/kaigi/',
  rules: { off: ['double-particle'] },
  stages: [notice],
  formats: [ocrJson],
  dialects: [jekyll],
  pageKinds: [chronicle],
  printers: [board],
  checks: [attendance],
  commands: [hello],
  search: { feeds: ['デマンド交通'] },
});
