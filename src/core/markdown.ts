/** Reads what a contributor wrote as a tree in which HTML is text. */
import type { Heading, Node, Paragraph, Parents, Root, Text } from 'mdast';
import type { Handle, Info, Options, State } from 'mdast-util-to-markdown';
import remarkCjkFriendly from 'remark-cjk-friendly';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { visitParents } from 'unist-util-visit-parents';
import { Document, isCollection, isMap, isSeq, parse as parseYaml, visit as visitYaml } from 'yaml';
import type { Page, PageKind } from './book.ts';
import { errorAt } from './messages.ts';

// Reads one file of `build/pages` back into a page.

const READER = unified().use(remarkParse).use(remarkFrontmatter).use(remarkGfm).use(remarkCjkFriendly).freeze();

const KINDS: readonly PageKind[] = ['minutes', 'term', 'rule', 'text', 'person', 'body'];

/**
 * @param path `Page.path`: `minutes/2012-11-01-isc-31`
 * @throws VFileMessage when the front matter is missing, is no mapping, or names no known `kind`.
 */
export function parsePage(path: string, markdown: string): Page {
  const file = `${path}.md`;
  const text = markdown.replace(/^\uFEFF/, '');
  const matter = readMatter(file, FRONT_MATTER.exec(text)?.[1]);
  let read: Root | undefined;
  const kind = KINDS.find(known => known === matter.kind);
  if (!kind)
    throw errorAt(
      file,
      1,
      `kind「${matter.kind}」というページはありません`,
      `${KINDS.join(' ')} のどれかにしてください`,
    );
  return {
    path,
    kind,
    title: String(matter.title ?? path),
    source: String(matter.source ?? ''),
    matter,
    // Most of the work; whoever only wants to know what a page is does not ask for it.
    get tree(): Root {
      read ??= readMarkdown(text);
      return read;
    },
    markdown,
  };
}

/** As remark-frontmatter reads it: `---`, lines, `---` at the very beginning. */
const FRONT_MATTER = /(?<![\s\S])---[ \t]*\r?\n([\s\S]*?)^---[ \t]*(?:\r?\n|$)/m;

/** The tree of a text without its front matter. */
export function readMarkdown(text: string): Root {
  const whole = READER.parse(text);
  return { ...whole, children: whole.children.filter(node => node.type !== 'yaml') };
}

function readMatter(file: string, yaml = ''): Record<string, unknown> {
  let matter: unknown;
  try {
    matter = parseYaml(yaml);
  } catch (error) {
    throw errorAt(
      file,
      1,
      `前付け(YAML)が読めません: ${(error as Error).message.split('\n')[0]}`,
      '書き方を確かめてください',
    );
  }
  if (matter !== null && typeof matter === 'object' && !Array.isArray(matter)) return matter as Record<string, unknown>;
  throw errorAt(
    file,
    1,
    '前付け(front matter)がないか、「キー: 値」の形ではありません',
    '先頭に「---」で囲んで書いてください',
  );
}

/** What holds paragraphs; everything else that HTML can stand in holds words. */
const FLOW = ['root', 'blockquote', 'listItem', 'footnoteDefinition'];

/** Quotes in quotes, lists in lists: nobody reads as many, and programs that go through them run out of stack. */
const DEEPEST = 50;

/** @throws RangeError where it is nested too deep */
export function parseUntrusted(markdown: string): Root {
  const tree = READER.parse(markdown);
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

// Reads the id that stands at the end of a heading or a paragraph.

/** A trailing anchor: `藤村官房長官 {#u12}`. */
const TRAILING_ID = /[ \t\n]*\{#([A-Za-z][\w-]*)\}[ \t\n]*$/;

/** The node without its trailing `{#id}`, which is given back beside it. */
export function splitId<T extends Heading | Paragraph>(node: T): { node: T; id?: string } {
  const last = node.children.at(-1);
  const id = last?.type === 'text' ? TRAILING_ID.exec(last.value)?.[1] : undefined;
  if (last?.type !== 'text' || id === undefined) return { node };
  const rest = last.value.replace(TRAILING_ID, '');
  const children = [...node.children.slice(0, -1), ...(rest ? [{ ...last, value: rest }] : [])];
  return { node: { ...node, children }, id };
}

// Takes the files out of a page that VitePress would read in.

/** `<!--@include: ../x.md-->`, which VitePress reads before Markdown does. As an ordinary comment it opens nothing. */
const INCLUDE = /<!--(\s*)@/g;

export const withoutIncludes = (markdown: string): string => markdown.replace(INCLUDE, '<!--$1');

// The house style in which Markdown is written: what stands in a text is never HTML, Vue or an attribute.

/** An id for the block that it ends: ` {#u12}`. */
export interface Anchor extends Node {
  readonly type: 'anchor';
  readonly id: string;
}

/** Letters that HTML or Vue could take for code, as the references that protect them: `\{{` would still run in VitePress. */
const PROTECTED: Readonly<Record<string, string>> = {
  '<': '&lt;',
  '{': '&#123;',
  '}': '&#125;',
  '&': '&amp;',
  // `:::` opens a container of VitePress, `:tada:` is a picture there.
  ':': '&#58;',
};
const PIECES = /[<{}&]|:(?=::|[a-z_][\w+-]*:)|(?:(?!:::|:[a-z_][\w+-]*:)[^<{}&])+/gi;

/** Writes a text piece by piece, each told what stands beside it, so that what needs escaping is escaped. */
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

const writeAnchor: Handle = (node: Anchor) => ` {#${node.id}}`;

/** Options for remark-stringify. */
export const HOUSE_STYLE: Options = {
  bullet: '-',
  emphasis: '*',
  fences: true,
  listItemIndent: 'one',
  rule: '-',
  handlers: { text: writeText, anchor: writeAnchor } as NonNullable<Options['handlers']>,
};

// Writes front matter that every YAML reader takes alike.

/**
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
