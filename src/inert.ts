/** Reads what a contributor wrote as a tree in which HTML is text. */
import type { Root, Text } from 'mdast';
import remarkCjkFriendly from 'remark-cjk-friendly';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { visitParents } from 'unist-util-visit-parents';

const READER = unified().use(remarkParse).use(remarkFrontmatter).use(remarkGfm).use(remarkCjkFriendly).freeze();

/** What holds paragraphs; everything else that HTML can stand in holds words. */
const FLOW = ['root', 'blockquote', 'listItem', 'footnoteDefinition'];

/** Quotes in quotes, lists in lists: nobody reads as many, and programs that go through them run out of stack. */
const DEEPEST = 50;

/** @throws RangeError where it is nested too deep */
export function inertBody(markdown: string): Root {
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
