/** Lists the links that somebody wrote by hand. */
import { visit } from 'unist-util-visit';
import { inertBody } from '../inert.ts';

export interface Link {
  readonly file: string;
  /** Line of the file, from 1. */
  readonly line: number;
  /** As it is written; of an undefined one what stands in the text. */
  readonly url: string;
  /** `undefined`: `[記事][名前]` and `[^注]` whose names are nowhere defined stay in the text. */
  readonly kind: 'link' | 'image' | 'undefined';
}

/** The Markdown of a card without its front matter. */
interface HandWritten {
  readonly file: string;
  readonly body: string;
  /** Line of the file on which the body begins, from 1. */
  readonly bodyLine: number;
}

const UNDEFINED = /\]\[[^\]\n]+\]|\[\^[^\]\n]+\]/gu;

export function linksOf({ file, body, bodyLine }: HandWritten): Link[] {
  const links: Link[] = [];
  visit(inertBody(body), node => {
    const line = bodyLine + (node.position?.start.line ?? 1) - 1;
    if (node.type === 'link' || node.type === 'definition') links.push({ file, line, url: node.url, kind: 'link' });
    if (node.type === 'image') links.push({ file, line, url: node.url, kind: 'image' });
    if (node.type === 'text')
      for (const [url] of node.value.matchAll(UNDEFINED)) links.push({ file, line, url, kind: 'undefined' });
  });
  return links;
}
