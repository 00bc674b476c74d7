/** Lists the dialects of Markdown: how a file is parsed, which of its text is never linked. */
import { fromMarkdown, remarkCjkFriendly, remarkFrontmatter, remarkGfm, remarkParse } from '@tsuzuri/core/remark';
import type { Root } from 'mdast';
import { unified } from 'unified';
import type { TextRange } from './inline-text.ts';

/**
 * A dialect of Markdown. Links are inserted into the source, so that a dialect only has to say where its text is.
 * @example
 * const jekyll: Dialect = { name: 'jekyll', detect: path => path.startsWith('_posts/'), excluded: [/\{%.*?%\}/gsu] };
 */
export interface Dialect {
  readonly name: string;
  /** Whether a file is written in it. @param path from the root of its tree: `2021/meeting.md` */
  readonly detect: (path: string, source: string) => boolean;
  /** mdast with positions in `source`; by default as GFM with front matter. */
  readonly parse?: (source: string) => Root;
  /** What is never linked in the text of a block, besides `EXCLUDED`: `{% include NISC.html %}`. */
  readonly excluded?: readonly RegExp[];
}

/** GFM with what VitePress adds to it. */
const VITEPRESS: Dialect = { name: 'vitepress', detect: () => true };

export const DIALECTS: readonly Dialect[] = [VITEPRESS];

/** The dialect of a file: the first of a project's own that recognises it, or else of `DIALECTS`. */
export const dialectOf = (path: string, source: string, own: readonly Dialect[] = []): Dialect =>
  [...own, ...DIALECTS].find(({ detect }) => detect(path, source)) ?? VITEPRESS;

interface Excluded {
  readonly name: string;
  readonly caption: string;
  readonly pattern: RegExp;
  /** Stands in every match; a text without it is not searched. */
  readonly sign: string;
}

/** Text that looks like prose and is not, in any dialect. */
export const EXCLUDED: readonly Excluded[] = [
  {
    name: 'URL',
    caption: '`https://www.nisc.go.jp/NISC` と、その後に続く空白でない ASCII 文字',
    pattern: /\b(?:https?|ftp):\/\/[!-~]+/giu,
    sign: '://',
  },
  {
    name: '電子メール',
    caption: '`NISC@example.go.jp`',
    pattern: /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/gu,
    sign: '@',
  },
  {
    name: 'ホスト名とファイル名',
    caption: '`www.nicter.jp/atlas`、`NISC-plan.pdf`。最後の点の後は小文字に限る',
    pattern: /[\w-]+(?:\.[\w-]+)*\.[a-z]{2,6}(?![\w-])(?:\/[!-~]*)?/gu,
    sign: '.',
  },
  { name: '見出し・発言の id', caption: '` {#s1}`、`{.NISC}`', pattern: /\{[#.][^{}]*\}/gu, sign: '{' },
  { name: 'Vue の式', caption: '`{{ NISC }}`', pattern: /\{\{.*?\}\}/gsu, sign: '{{' },
  { name: 'VitePress の囲み', caption: '`::: tip NISC とは`', pattern: /^:::.*$/gmu, sign: ':::' },
  { name: 'VitePress の目次', caption: '`[[toc]]`', pattern: /\[\[[^[\]]*\]\]/gu, sign: '[[' },
];

/** The ranges of the text of a block that are never linked. */
export function excludedRanges(text: string, { excluded = [] }: Dialect = VITEPRESS): TextRange[] {
  const common = EXCLUDED.filter(({ sign }) => text.includes(sign)).map(({ pattern }) => pattern);
  return [...common, ...excluded.map(withFlagG)].flatMap(pattern =>
    Array.from(text.matchAll(pattern), ({ index, 0: found }) => ({ start: index, end: index + found.length })),
  );
}

const withFlagG = (pattern: RegExp): RegExp => (pattern.global ? pattern : new RegExp(pattern, `${pattern.flags}g`));

const PROCESSOR = unified().use(remarkParse).use(remarkGfm).use(remarkFrontmatter).use(remarkCjkFriendly).freeze();

/** The tree of a file, with positions in its source. */
export const parseDialect = (source: string, { parse = parseGfm }: Dialect = VITEPRESS): Root => parse(source);

/** What remark's plugins leave there. */
interface Extensions {
  readonly micromarkExtensions?: readonly object[];
  readonly fromMarkdownExtensions?: readonly { readonly transforms?: unknown }[][];
}

/** Parses as remark does, without the pass that finds addresses in texts: it loses the positions of the texts. */
function parseGfm(source: string): Root {
  const { micromarkExtensions = [], fromMarkdownExtensions = [] } = PROCESSOR.data() as Extensions;
  const mdastExtensions = fromMarkdownExtensions.flat().map(({ transforms: _, ...extension }) => extension);
  return fromMarkdown(source, { extensions: micromarkExtensions, mdastExtensions });
}
