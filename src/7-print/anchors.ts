/** Tells where the anchors of the book stand, where a link of a page leads. */
import type { Heading, Nodes, Paragraph, Root } from 'mdast';
import { visit } from 'unist-util-visit';
import type { Page } from '../book.ts';

/** `label` is a place inside the book, `url` one outside of it; neither: the link leads to a page that is not printed. */
export interface Target {
  readonly label?: string;
  readonly url?: string;
}

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

/** Every label of the book: `minutes/2012-11-01-isc-31` for a page, `minutes/2012-11-01-isc-31#u7` for a place in it. */
export function labelsOf(pages: readonly Page[]): ReadonlySet<string> {
  return new Set(pages.flatMap(page => [page.path, ...idsOf(page.tree).map(id => `${page.path}#${id}`)]));
}

function idsOf(tree: Root): string[] {
  const ids: string[] = [];
  visit(tree as Nodes, node => {
    const id = node.type === 'heading' || node.type === 'paragraph' ? splitId(node).id : undefined;
    if (id !== undefined) ids.push(id);
  });
  return ids;
}

const BOOK = 'https://book.invalid/';

/** Resolves a link as a browser would: `/glossary/nisc`, `nisc.md`, `#s1`, `https://www.nisc.go.jp/`. */
export function targetOf(url: string, from: string, labels: ReadonlySet<string>): Target {
  if (!URL.canParse(url, BOOK + from)) return {};
  const resolved = new URL(url, BOOK + from);
  if (!resolved.href.startsWith(BOOK))
    return /^(https?|mailto):$/.test(resolved.protocol) ? { url: resolved.href } : {};
  const path = decode(resolved.pathname)
    .replace(/^\//, '')
    .replace(/\.(md|html)$/, '');
  const label = [path + decode(resolved.hash), path].find(candidate => labels.has(candidate));
  return label === undefined ? {} : { label };
}

/** A stray `%` is no reason to lose the page: `100%` stays as it is. */
function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
