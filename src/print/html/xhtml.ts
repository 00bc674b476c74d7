/** Writes trees of elements as HTML, or as XML that every parser takes. */
import { isJapanese, japaneseIn, japaneseOf, runsOf } from '@tsuzuri/core/languages';
import type { Language } from '@tsuzuri/core/wording';
import type { Element, ElementContent, Nodes, Properties, RootContent } from 'hast';
import rehypeStringify from 'rehype-stringify';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { codePoints } from '../pdf/escape.ts';

/** An element; words among its children become text. */
export const element = (
  tagName: string,
  properties: Properties = {},
  ...children: (ElementContent | string)[]
): Element => ({
  type: 'element',
  tagName,
  properties,
  children: children.map(child => (typeof child === 'string' ? { type: 'text', value: child } : child)),
});

/** In both spellings; that of XML does not stand in HTML. */
export const inLanguage = (lang: string | undefined): Properties => (lang ? { lang, 'xml:lang': lang } : {});

/** Says of each element what it is written in, where that is Japanese in a book whose own words are not. */
export function markJapanese(parent: Pick<Element, 'children'>): void {
  parent.children = parent.children.flatMap((child): ElementContent[] => {
    if (child.type === 'text') return markRuns(child.value);
    if (child.type !== 'element') return [child];
    if ('lang' in child.properties) return [child];
    const found = japaneseIn(textsIn(child));
    // The title of a link to a term says its Japanese name, whatever the words are.
    if (found === 'all' || isJapanese(String(child.properties.title ?? '')))
      Object.assign(child.properties, inLanguage('ja'));
    if (found === 'some') markJapanese(child);
    return [child];
  });
}

const markRuns = (text: string): ElementContent[] =>
  runsOf(text).map(({ words, isJapanese: isMarked }) =>
    isMarked ? element('span', inLanguage('ja'), words) : { type: 'text', value: words },
  );

function textsIn(node: Element): string[] {
  const texts: string[] = [];
  visit(node as Nodes, child => {
    if (child.type === 'text') texts.push(child.value);
    if (child.type === 'element') texts.push(...japaneseOf(String(child.properties.title ?? '')));
  });
  return texts;
}

const HTML = unified().use(rehypeStringify).freeze();
const XML = unified().use(rehypeStringify, { closeSelfClosing: true }).freeze();

/** HTML without the attributes that only EPUB knows. */
export function writeHtml(...nodes: RootContent[]): string {
  for (const node of nodes)
    visit(node as Nodes, 'element', ({ properties }) => {
      delete properties['epub:type'];
      delete properties['xml:lang'];
    });
  return legal(HTML.stringify({ type: 'root', children: nodes }));
}

/** A whole file of XML 1.0, in UTF-8. */
export const writeXml = (root: Element, doctype = ''): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n${doctype}${legal(XML.stringify({ type: 'root', children: [root] }))}\n`;

const XHTML = 'http://www.w3.org/1999/xhtml';
const OPS = 'http://www.idpf.org/2007/ops';

/** A content document of EPUB 3.3: `style.css` stands beside it. */
export function writeXhtml(title: string, language: Language, ...body: ElementContent[]): string {
  if (language !== 'ja') markJapanese({ children: body });
  const head = element(
    'head',
    {},
    element('title', {}, title),
    element('link', { rel: ['stylesheet'], type: 'text/css', href: 'style.css' }),
  );
  const root = { xmlns: XHTML, 'xmlns:epub': OPS, lang: language, 'xml:lang': language };
  return writeXml(element('html', root, head, element('body', {}, ...body)), '<!DOCTYPE html>\n');
}

/** What XML 1.0 (2.2, "Characters") or HTML forbid, also as a reference; `]]>` may stand in no text of XML. */
const ILLEGAL = /(?![\t\n\r])\p{Cc}|\p{Cs}|\p{Noncharacter_Code_Point}|&#x0;|\]\]>/gu;

/** A tag with all its attributes: `<a href="x" title="a<b">`; no text around it has a bare `<`. */
const TAG = /<[^\s<>]+(?: [^\s=<>]+="[^"]*")+/g;

/** Shows a character that may not stand in the file by its number, as the PDF does: `U+0001`. A value of XML has no `<`. */
const legal = (written: string): string =>
  written
    .replace(ILLEGAL, found => (found === ']]>' ? ']]&gt;' : codePoints(found === '&#x0;' ? '\0' : found)))
    .replace(TAG, tag => `<${tag.slice(1).replaceAll('<', '&lt;')}`);
