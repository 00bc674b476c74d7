/** Says in Japanese what a file has otherwise than its schema wants it, with the remedy. */
import { nearest } from './nearest.ts';

/** One thing that is wrong, of which the sentences are made. */
export interface Wrong {
  /** Of the schema: `required` */
  readonly keyword: string;
  /** `sources の 2 番目の quote`; nothing where the file as a whole is meant. */
  readonly name: string;
  /** The key that is missing, or that nobody knows. */
  readonly key: string;
  readonly value: unknown;
  /** What the schema says of the keyword: the type, the values that are allowed. */
  readonly wanted: unknown;
  readonly schema: Sentences;
}

/** What a schema says to people besides: editors show it, so do we. */
interface Sentences {
  readonly title?: string;
  readonly examples?: readonly unknown[];
  readonly properties?: Readonly<Record<string, Sentences>>;
  readonly errorMessage?: string;
  readonly patternErrorMessage?: string;
}

type Saying = readonly [reason: string, remedy: string];

const TYPES: Readonly<Record<string, (name: string) => Saying>> = {
  string: name => [`${name} は文字列でなければなりません`, '値を引用符「"…"」で囲んでください'],
  array: name => [`${name} は並び([…])でなければなりません`, `「${name}: [値, 値]」のように書いてください`],
  object: name => [`${name} の形が違います`, '「キー: 値」の組を書いてください'],
  number: name => [`${name} が数ではありません`, `「${name}: 3000」のように書いてください`],
  boolean: name => [`${name} は true か false でなければなりません`, `「${name}: true」と書くか、行を消してください`],
};

/** Keys of VitePress, which people know from pages of other sites. */
const OF_THE_SITE =
  /^(?:head|layout|title|titleTemplate|description|hero|features|sidebar|aside|outline|navbar|footer|pageClass|editLink|lastUpdated|prev|next|search)$/;

const misshapen = ({ name, schema }: Wrong): Saying => [
  `${name} の形が違います`,
  schema.errorMessage ?? 'ほかの項目の書き方と比べてください',
];

/** By keyword of the schema. */
const SAYINGS: Readonly<Record<string, (wrong: Wrong) => Saying>> = {
  required: ({ name, key, schema }) => {
    const { title = '', examples: [example = '…'] = [] } = schema.properties?.[key] ?? {};
    return name === ''
      ? [`${title} ${key} がありません`, `「${key}: ${example}」のように書いてください`]
      : [`${name}に ${key} がありません`, `「${key}: …」を足してください`];
  },
  type: wrong => {
    const said = TYPES[String(wrong.wanted)];
    return wrong.schema.errorMessage === undefined && said ? said(wrong.name) : misshapen(wrong);
  },
  enum: ({ name, value, wanted }) => [
    `${name}「${value}」は使えません`,
    `次のどれかにするか、行を消してください: ${(wanted as string[]).join(' ')}`,
  ],
  minLength: ({ name }) => [`${name} が空です`, '値を書くか、行を消してください'],
  anyOf: ({ schema }) => ['必要なキーがそろっていません', schema.errorMessage ?? 'キーを足してください'],
  additionalProperties: ({ name, key, schema }) => {
    if (name === '' && OF_THE_SITE.test(key))
      return [`前付けの ${key} はサイトには効きません`, 'この行を消してください'];
    const known = Object.keys(schema.properties ?? {});
    const meant = nearest(key, known);
    return [
      `${name === '' ? '' : `${name}に`}「${key}」というキーはありません`,
      meant === undefined ? `消すか、次のどれかにしてください: ${known.join(' ')}` : `${meant} のことですか`,
    ];
  },
  pattern: ({ name, value, schema }) => [
    `${name}「${value}」の形が違います`,
    schema.patternErrorMessage ?? 'ほかの項目の書き方と比べてください',
  ],
  format: ({ name, value }) => [`${name}「${value}」という日は暦にありません`, '日付を確かめてください'],
  uniqueItems: ({ name }) => [`${name} に同じ値が二度書かれています`, 'どちらか一つにしてください'],
};

export const sayingOf = (wrong: Wrong): Saying => (SAYINGS[wrong.keyword] ?? misshapen)(wrong);
