/** Reads one file of `build/pages` back into a page. */
import type { Root } from 'mdast';
import remarkCjkFriendly from 'remark-cjk-friendly';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { parse as parseYaml } from 'yaml';
import type { Page, PageKind } from '../book.ts';
import { complaint } from '../complaint.ts';

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
    throw complaint(
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
    throw complaint(
      file,
      1,
      `前付け(YAML)が読めません: ${(error as Error).message.split('\n')[0]}`,
      '書き方を確かめてください',
    );
  }
  if (matter !== null && typeof matter === 'object' && !Array.isArray(matter)) return matter as Record<string, unknown>;
  throw complaint(
    file,
    1,
    '前付け(front matter)がないか、「キー: 値」の形ではありません',
    '先頭に「---」で囲んで書いてください',
  );
}
