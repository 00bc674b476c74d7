/** Gives remark as one module: packed with all that it imports, it is one file in place of 50 packages (src/packing/bundle.mjs). */
import type { Root } from 'mdast';
import * as from from 'mdast-util-from-markdown';
import { mdxExpressionFromMarkdown } from 'mdast-util-mdx-expression';
import { mdxJsxFromMarkdown } from 'mdast-util-mdx-jsx';
import * as to from 'mdast-util-to-markdown';
import { directive } from 'micromark-extension-directive';
import { mdxExpression } from 'micromark-extension-mdx-expression';
import { mdxJsx } from 'micromark-extension-mdx-jsx';
import { mdxMd } from 'micromark-extension-mdx-md';
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

/** What remark's plugins leave in the data of a processor. */
export interface Grammar {
  readonly micromarkExtensions?: readonly object[];
  readonly fromMarkdownExtensions?: readonly (readonly object[])[];
}

const grammar = (micromarkExtensions: readonly object[], ...fromMarkdown: readonly object[]): Plugin<[], Root> =>
  function (this: { data: () => unknown }): undefined {
    const data = this.data() as { -readonly [key in keyof Grammar]: Grammar[key] };
    data.micromarkExtensions = [...(data.micromarkExtensions ?? []), ...micromarkExtensions];
    data.fromMarkdownExtensions = [...(data.fromMarkdownExtensions ?? []), fromMarkdown];
  };

/** A directive in a line, `:name[text]`, with its name: all that a proof asks of remark-directive. */
export const remarkTextDirective: Plugin<[], Root> = grammar([{ text: directive().text ?? {} }], {
  enter: {
    directiveText(this: from.CompileContext, token: from.Token): void {
      this.enter({ type: 'textDirective', name: '', children: [] } as never, token);
    },
  },
  exit: {
    directiveTextName(this: from.CompileContext, token: from.Token): void {
      Object.assign(this.stack.at(-1) ?? {}, { name: this.sliceSerialize(token) });
    },
    directiveText(this: from.CompileContext, token: from.Token): void {
      this.exit(token);
    },
  },
});

/** Tags and braces of MDX as remark-mdx reads them, but for the programs in them (`mdx.ts`). */
export const remarkJsx: Plugin<[], Root> = grammar(
  [mdxJsx(), mdxExpression(), mdxMd()],
  mdxJsxFromMarkdown(),
  mdxExpressionFromMarkdown(),
);

interface Extensions {
  readonly extensions?: readonly object[];
  readonly mdastExtensions?: readonly object[];
}

export const fromMarkdown: (source: string, extensions?: Extensions) => Root = (source, extensions) =>
  from.fromMarkdown(source, extensions as from.Options);

/** How remark-stringify writes a block. */
export const defaultHandlers: Readonly<Record<'heading' | 'paragraph', (...parts: never) => string>> =
  to.defaultHandlers;
