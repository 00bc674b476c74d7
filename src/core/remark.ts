/** Gives remark as one module: packed with all that it imports, it is one file in place of 50 packages (src/packing/bundle.mjs). */
import type { Root } from 'mdast';
import * as from from 'mdast-util-from-markdown';
import * as to from 'mdast-util-to-markdown';
import cjkFriendly from 'remark-cjk-friendly';
import frontmatter from 'remark-frontmatter';
import gfm from 'remark-gfm';
import parse from 'remark-parse';
import stringify from 'remark-stringify';
import type { Plugin } from 'unified';

// Types that say nothing of those packages: who installs ours has not got them.

export const remarkParse: Plugin<[], string, Root> = parse;
export const remarkStringify: Plugin<[style?: object], Root, string> = stringify;
/** With the kinds that it knows; YAML by default. */
export const remarkFrontmatter: Plugin<[kinds?: ('yaml' | 'toml')[]], Root> = frontmatter;
export const remarkCjkFriendly: Plugin<[], Root> = cjkFriendly;
/** With options for the tables that it writes. */
export const remarkGfm: Plugin<[{ readonly tableCellPadding?: boolean; readonly tablePipeAlign?: boolean }?], Root> =
  gfm;

interface Extensions {
  readonly extensions?: readonly object[];
  readonly mdastExtensions?: readonly object[];
}

export const fromMarkdown: (source: string, extensions?: Extensions) => Root = (source, extensions) =>
  from.fromMarkdown(source, extensions as from.Options);

/** How remark-stringify writes a block. */
export const defaultHandlers: Readonly<Record<'heading' | 'paragraph', (...parts: never) => string>> =
  to.defaultHandlers;
