/** Proves that a link changes nothing of how a block is read but for the link itself. */
import type { Nodes, Paragraph, Root } from 'mdast';

/** A block before and after links were put into it, as its content stands in the source. */
export interface Candidate {
  readonly before: string;
  readonly after: string;
  /** How many links were put in. */
  readonly links: number;
}

/** Address of the links that are put in. */
export const PROVED_URL = '/\u00A7';

/** What keeps a line from being read as a block of its own: a paragraph goes on. */
const CONTINUES = '\n    ';

/**
 * Says of each block whether it is read as before but for its links; all of them are parsed at once.
 * @param parse reads Markdown as the dialect does
 * @param definitions of the page: `[a]` is a reference only where it is defined
 */
export function proves(candidates: readonly Candidate[], parse: (text: string) => Root, definitions = ''): boolean[] {
  const texts = candidates.flatMap(({ before, after }) => [before, after].map(asParagraph));
  const { children } = parse(`${texts.join('\n\n')}\n\n${definitions}`);
  const isWhole = children.slice(0, texts.length).every(({ type }) => type === 'paragraph');
  // A block that would be read as something else within the others is looked at alone.
  if (!isWhole || children.length < texts.length)
    return candidates.length > 1 ? candidates.flatMap(it => proves([it], parse, definitions)) : [false];
  return candidates.map(({ links }, index) => {
    const [before, after] = [children[2 * index], children[2 * index + 1]] as [Paragraph, Paragraph];
    const count = { links: 0 };
    return shapeOf(before, { links: 0 }) === shapeOf(after, count) && count.links === links;
  });
}

/** Behind a word and a space, so that a mark at its beginning is read as one of the line. */
const asParagraph = (text: string): string => `x ${text.replace(/\r?\n[ \t>]*/g, CONTINUES)}`;

/** What a paragraph holds, as a text; of the links that were put in only what they hold. */
function shapeOf(node: Nodes, count: { links: number }): string {
  const pieces: string[] = [];
  const add = (it: Nodes, index = 0, siblings: readonly Nodes[] = []): void => {
    if (it.type === 'link' && it.url === PROVED_URL) {
      count.links++;
      it.children.forEach(add);
    } else if (it.type === 'text') pieces.push(isLost(it.value, index, siblings) ? '' : it.value);
    else if ('children' in it) {
      pieces.push(`\u0001${it.type}${'url' in it ? it.url : ''}\u0002`);
      it.children.forEach(add);
      pieces.push('\u0003');
    } else pieces.push(`\u0001${it.type}${'value' in it ? it.value : ''}\u0003`);
  };
  add(node);
  return pieces.join('');
}

/** Vue drops a text of spaces alone that begins or ends an element: `<b>ref </b>` with a link on `ref`. */
function isLost(text: string, index: number, siblings: readonly Nodes[]): boolean {
  const isTag = (node: Nodes | undefined, tag: RegExp): boolean => node?.type === 'html' && tag.test(node.value);
  return /^\s+$/.test(text) && (isTag(siblings[index - 1], /^<[a-z]/i) || isTag(siblings[index + 1], /^<\//));
}
