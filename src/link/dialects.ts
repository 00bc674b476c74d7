/** Lists the dialects of Markdown: how a file is parsed, which of its text is never linked. */
import type { Root } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import remarkCjkFriendly from 'remark-cjk-friendly';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import type { TextRange } from './inline-text.ts';

/**
 * A dialect of Markdown. Links are inserted into the source, so that a dialect only has to say where text is.
 * @example
 * const jekyll: Dialect = {
 *   ...VITEPRESS,
 *   name: 'jekyll',
 *   detect: path => path.startsWith('_posts/'),
 *   excluded: [...VITEPRESS.excluded, { name: 'Liquid', caption: '`{% include NISC.html %}`', pattern: /\{%.*?%\}/gsu }],
 * };
 */
export interface Dialect {
  readonly name: string;
  /** Whether a file is written in it. @param path from the root of its tree: `2021/meeting.md` */
  readonly detect: (path: string, source: string) => boolean;
  /** mdast with positions in `source`. */
  readonly parse: (source: string) => Root;
  /** Text that looks like prose and is not. */
  readonly excluded: readonly ExcludedText[];
}

interface ExcludedText {
  readonly name: string;
  readonly caption: string;
  /** Matches all that must not be linked, in the text of one block; with the flag `g`. */
  readonly pattern: RegExp;
  /** Stands in every match; a text without it is not searched. */
  readonly sign?: string;
}

/** GFM with what VitePress adds; harmless in any other Markdown. */
export const VITEPRESS: Dialect = {
  name: 'vitepress',
  detect: () => true,
  parse,
  excluded: [
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
  ],
};

export const DIALECTS: readonly Dialect[] = [VITEPRESS];

/** The dialect of a file: the first of a project's own that recognises it, or else of `DIALECTS`. */
export const dialectOf = (path: string, source: string, own: readonly Dialect[] = []): Dialect =>
  [...own, ...DIALECTS].find(({ detect }) => detect(path, source)) ?? VITEPRESS;

/** The ranges of the text of a block that are never linked. */
export function excludedRanges(text: string, { excluded }: Dialect = VITEPRESS): TextRange[] {
  return excluded
    .filter(({ sign = '' }) => text.includes(sign))
    .flatMap(({ pattern }) =>
      Array.from(text.matchAll(pattern), ({ index, 0: found }) => ({ start: index, end: index + found.length })),
    );
}

const PROCESSOR = unified().use(remarkParse).use(remarkGfm).use(remarkFrontmatter).use(remarkCjkFriendly).freeze();

/** Parses as remark does, without the pass that finds addresses in texts: it loses the positions of the texts. */
function parse(source: string): Root {
  const { micromarkExtensions = [], fromMarkdownExtensions = [] } = PROCESSOR.data();
  const mdastExtensions = fromMarkdownExtensions.flat().map(({ transforms: _, ...extension }) => extension);
  return fromMarkdown(source, { extensions: micromarkExtensions, mdastExtensions });
}
