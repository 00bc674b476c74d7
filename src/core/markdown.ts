/** Reads and writes the Markdown of pages: front matter, text, ids of blocks. */

import { defaultHandlers, remarkCjkFriendly, remarkFrontmatter, remarkGfm, remarkParse } from '@tsuzuri/core/remark';
import type { Heading, Nodes, Paragraph, Parents, Root, Text } from 'mdast';
import type { Handle, Info, Options, State } from 'mdast-util-to-markdown';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { visitParents } from 'unist-util-visit-parents';
import { Document, isCollection, isMap, isSeq, parse as parseYaml, visit as visitYaml } from 'yaml';
import type { Page } from './book.ts';
import { later } from './collections.ts';
import { errorAt } from './messages.ts';
import { say } from './wording.ts';

declare module 'mdast' {
  interface HeadingData {
    /** The anchor of the block: `u12`. */
    id?: string;
  }
  interface ParagraphData {
    /** The anchor of the block: `u12`. */
    id?: string;
  }
}

const reader = later(() =>
  unified().use(remarkParse).use(remarkFrontmatter).use(remarkGfm).use(remarkCjkFriendly).freeze(),
);

/**
 * Reads one file of `build/pages` back into a page.
 * @param path `Page.path`: `minutes/2012-11-01-isc-31`
 * @throws VFileMessage when the front matter is missing, is no mapping, or names no `kind`.
 */
export function parsePage(path: string, markdown: string): Page {
  const file = `${path}.md`;
  const text = markdown.replace(/^\uFEFF/, '');
  const matter = readMatter(file, text);
  let read: Root | undefined;
  const { kind } = matter;
  if (typeof kind !== 'string' || kind === '')
    throw errorAt(file, 1, ...say('core.noPageKind', { kind: String(kind) }));
  return {
    path,
    kind,
    title: String(matter.title ?? path),
    source: String(matter.source ?? ''),
    matter,
    // Most of the work, which is only done when the tree is asked for.
    get tree(): Root {
      read ??= readMarkdown(text);
      return read;
    },
    markdown,
  };
}

/** Parses a page that `HOUSE_STYLE` wrote: without its front matter, anchors as `data.id`. */
export function readMarkdown(text: string): Root {
  const whole = reader().parse(text);
  visit(whole as Nodes, node => {
    if (isAnchored(node)) takeId(node);
  });
  return { ...whole, children: whole.children.filter(node => node.type !== 'yaml') };
}

/** In a page the anchor of a block ends its text: `藤村官房長官 {#u12}`. */
const ANCHOR = /[ \t\n]*\{#([A-Za-z][\w-]*)\}[ \t\n]*$/;

const isAnchored = (node: Nodes): node is Heading | Paragraph => node.type === 'heading' || node.type === 'paragraph';

function takeId(node: Heading | Paragraph): void {
  const last = node.children.at(-1);
  const id = last?.type === 'text' ? ANCHOR.exec(last.value)?.[1] : undefined;
  if (last?.type !== 'text' || id === undefined) return;
  last.value = last.value.replace(ANCHOR, '');
  if (last.value === '') node.children.pop();
  node.data = { ...node.data, id };
}

/** The anchor of a heading or a paragraph. */
export const blockId = (node: Nodes): string | undefined => (isAnchored(node) ? node.data?.id : undefined);

/** What stands between two lines `---` at the very beginning, as remark-frontmatter reads it. */
export interface FrontMatter {
  readonly yaml: string;
  readonly body: string;
  /** Line on which the body begins, counted from 1. */
  readonly bodyLine: number;
}

const FENCE = /^---[ \t]*$/;

/** @returns `none` where the text begins otherwise, `open` where the second `---` is missing */
export function splitFrontMatter(text: string): FrontMatter | 'none' | 'open' {
  const lines = text.split(/\r?\n/);
  if (lines.length < 2 || !FENCE.test(lines[0] as string)) return 'none';
  const end = lines.findIndex((line, index) => index > 0 && FENCE.test(line));
  if (end < 0) return 'open';
  return { yaml: lines.slice(1, end).join('\n'), body: lines.slice(end + 1).join('\n'), bodyLine: end + 2 };
}

function readMatter(file: string, text: string): Record<string, unknown> {
  const split = splitFrontMatter(text);
  let matter: unknown;
  try {
    matter = typeof split === 'object' ? parseYaml(split.yaml) : undefined;
  } catch (error) {
    throw errorAt(file, 1, ...say('core.badPageMatter', { error: String((error as Error).message.split('\n')[0]) }));
  }
  if (matter !== null && typeof matter === 'object' && !Array.isArray(matter)) return matter as Record<string, unknown>;
  throw errorAt(file, 1, ...say('core.noPageMatter'));
}

/** What holds paragraphs; everything else that HTML can stand in holds words. */
const FLOW = ['root', 'blockquote', 'listItem', 'footnoteDefinition'];

/** Quotes in quotes, lists in lists: programs that walk through more run out of stack. */
const DEEPEST = 50;

/** Parses what a contributor wrote as a tree in which HTML is text. @throws RangeError where it is nested too deep */
export function parseUntrustedMarkdown(markdown: string): Root {
  const tree = reader().parse(markdown);
  visitParents(tree, (_, parents) => {
    if (parents.length > DEEPEST) throw new RangeError(`nested deeper than ${DEEPEST}`);
  });
  visit(tree, 'html', ({ value }, index, parent) => {
    if (!parent || index === undefined) return;
    const words: Text = { type: 'text', value };
    parent.children[index] = FLOW.includes(parent.type) ? { type: 'paragraph', children: [words] } : words;
  });
  return tree;
}

/** `<!--@include: ../x.md-->`, which VitePress reads before Markdown does. As an ordinary comment it opens nothing. */
const INCLUDE = /<!--(\s*)@/g;

/** Takes out of a page the files that VitePress would read in. */
export const withoutIncludes = (markdown: string): string => markdown.replace(INCLUDE, '<!--$1');

/** Characters that HTML or Vue could take for code, as the references that protect them: `\{{` would still run in VitePress. */
const PROTECTED: Readonly<Record<string, string>> = {
  '<': '&lt;',
  '{': '&#123;',
  '}': '&#125;',
  '&': '&amp;',
  // `:::` opens a container of VitePress, `:tada:` is a picture there.
  ':': '&#58;',
};
const PIECES = /[<{}&]|:(?=::|[a-z_][\w+-]*:)|(?:(?!:::|:[a-z_][\w+-]*:)[^<{}&])+/gi;

/** Escapes a text piece by piece, with regard to what stands beside each piece. */
function writeText(node: Text, _: Parents | undefined, state: State, info: Info): string {
  const pieces = node.value.match(PIECES) ?? [];
  return pieces
    .map((piece, index) => {
      const reference = PROTECTED[piece];
      if (reference) return reference;
      const before = index === 0 ? info.before : ';';
      const after = index === pieces.length - 1 ? info.after : '&';
      return state.safe(piece, { ...info, before, after });
    })
    .join('');
}

/** Writes a block and behind its words its anchor; what writes it is asked for when it is needed, for it may be loaded then. */
const withId =
  (kind: keyof typeof defaultHandlers): Handle =>
  (node: Heading | Paragraph, ...around) =>
    (defaultHandlers[kind] as Handle)(node, ...around) + (node.data?.id === undefined ? '' : ` {#${node.data.id}}`);

/** Options for remark-stringify: what stands in a text is never HTML, Vue or an attribute. */
export const HOUSE_STYLE: object = {
  bullet: '-',
  emphasis: '*',
  fences: true,
  listItemIndent: 'one',
  rule: '-',
  handlers: { text: writeText, heading: withId('heading'), paragraph: withId('paragraph') },
} satisfies Options;

/**
 * Writes front matter that every YAML reader takes alike.
 * YAML 1.1 rules decide what is quoted, since VitePress reads 1.1: there an unquoted 14:00 is the number 840.
 * Records inside a list take one line each.
 */
export function writeMatter(matter: Readonly<Record<string, unknown>>): string {
  const document = new Document(matter, { version: '1.1' });
  document.directives = undefined as never;
  visitYaml(document, {
    Seq: (_, list) => {
      if (isSeq(list))
        for (const item of list.items)
          if (isMap(item) && !item.items.some(pair => isCollection(pair.value))) item.flow = true;
    },
  });
  return document.toString({ lineWidth: 0, directives: false }).trimEnd();
}
