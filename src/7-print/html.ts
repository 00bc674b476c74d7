/** Prints the book as one HTML file that needs no script, no network and no other file. */
import type { Root as HtmlRoot } from 'hast';
import type { Nodes, Root } from 'mdast';
import rehypeStringify from 'rehype-stringify';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { splitId } from '../anchor.ts';
import type { Page } from '../book.ts';
import { labelsOf, targetOf } from './anchors.ts';
import { partsOf, type Volume } from './volume.ts';

const STYLE = `
body{max-width:40em;margin:0 auto;padding:2em 1em;font-family:"Hiragino Mincho ProN","Noto Serif JP","Noto Serif CJK JP",serif;line-height:1.9;color:#222;background:#fff;line-break:strict;overflow-wrap:anywhere}
h1,h2,h3,h4,h5,h6,th,nav{font-family:"Hiragino Sans","Noto Sans JP","Noto Sans CJK JP",sans-serif;line-height:1.5}
h1{margin-top:3em;border-bottom:1px solid #999}h4,h5,h6{margin-bottom:0}
a{color:inherit;text-decoration:underline dotted}nav a{text-decoration:none}
table{border-collapse:collapse;font-size:.9em}th,td{border:1px solid #bbb;padding:.2em .6em;text-align:left;vertical-align:top}
:target:not(article){background:#fff3c4}
@media (prefers-color-scheme:dark){body{color:#ddd;background:#1b1b1f}:target:not(article){background:#46401f}}
@media print{body{max-width:none;font-size:10pt}article{break-before:page}a{text-decoration:none}}
`;

const idOf = (label: string): string => label.replace(/[/#]/g, '.');

export function printHtml(volume: Volume): string {
  const { preface, minutes, terms } = partsOf(volume);
  const printed = [...preface, ...minutes, ...terms];
  const labels = labelsOf(printed);
  const toHtml = unified().use(remarkRehype).use(rehypeStringify);
  const articles = printed.map(page => {
    const hast = toHtml.runSync(prepared(page, labels)) as HtmlRoot;
    return `<article id="${idOf(page.path)}">\n${toHtml.stringify(hast)}\n</article>`;
  });
  const entries = printed.map(({ path, title }) => `<li><a href="#${idOf(path)}">${escaped(title)}</a></li>`);
  return [
    '<!doctype html>',
    `<html lang="ja"><head><meta charset="utf-8"><title>${escaped(volume.title)}</title>`,
    '<meta name="viewport" content="width=device-width,initial-scale=1">',
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">`,
    `<style>${STYLE}</style></head><body>`,
    `<h1>${escaped(volume.title)}</h1>\n<nav aria-label="目次"><ol>\n${entries.join('\n')}\n</ol></nav>`,
    ...articles,
    '</body></html>\n',
  ].join('\n');
}

const escaped = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;');

/** The tree with ids as attributes, links that land in this file, nothing raw but the line breaks of our tables. */
function prepared(page: Page, labels: ReadonlySet<string>): Root {
  const tree = structuredClone(page.tree);
  visit(tree as Nodes, (node, index, parent) => {
    if (node.type === 'heading' || node.type === 'paragraph') {
      const { node: bare, id } = splitId(node);
      node.children = bare.children as typeof node.children;
      // A paragraph of a tight list leaves no element behind: its item is the place.
      const bearer = parent?.type === 'listItem' && index === 0 ? parent : node;
      if (id !== undefined) bearer.data = { ...bearer.data, hProperties: { id: idOf(`${page.path}#${id}`) } };
    }
    if (node.type === 'link') {
      const { label, url } = targetOf(node.url, page.path, labels);
      if (label === undefined && url === undefined && parent && index !== undefined) {
        parent.children.splice(index, 1, ...(node.children as never[])); // leads to a page that is not printed
        return index;
      }
      node.url = label === undefined ? (url ?? '') : `#${idOf(label)}`;
    }
    if (node.type === 'html' && parent && index !== undefined)
      parent.children[index] = /^<br ?\/?>$/.test(node.value) ? { type: 'break' } : { type: 'text', value: node.value };
    return undefined;
  });
  return tree;
}
