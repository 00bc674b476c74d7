/** Marks in pages of an English site what is Japanese: `lang` on each element that is so as a whole, else around the words. */
import { isJapanese, japaneseIn, japaneseOf, runsOf } from '@tsuzuri/core/languages';
import type { MarkdownRenderer } from 'vitepress';

type CoreRule = Parameters<MarkdownRenderer['core']['ruler']['push']>[1];
type State = Parameters<CoreRule>[0];
type Token = State['tokens'][number];

export function markJapanese(state: State): void {
  state.tokens = marked(state.tokens, state);
}

function marked(tokens: readonly Token[], state: State): Token[] {
  const made: Token[] = [];
  for (let index = 0; index < tokens.length; index++) {
    const end = endOf(tokens, index);
    made.push(...(end > index ? markedElement(tokens.slice(index, end + 1), state) : markedLeaf(tokens[index], state)));
    index = end;
  }
  return made;
}

/** @param tokens from the opening one to the closing one */
function markedElement(tokens: readonly Token[], state: State): Token[] {
  const [open, inside, close] = [tokens.slice(0, 1), tokens.slice(1, -1), tokens.slice(-1)];
  const found = japaneseIn(inside.flatMap(textsIn));
  // One that is not shown, or has a renderer of its own (`table_open` of VitePress), may lose its attributes.
  const isLink = open[0]?.type === 'link_open';
  const hasAttributes =
    isLink || open.every(({ hidden, type }) => !hidden && state.md.renderer.rules[type] === undefined);
  // The title of a link to a term says its Japanese name, whatever the words are.
  const isTitled = isLink && isJapanese(open[0]?.attrGet('title') ?? '');
  if ((found === 'all' && hasAttributes) || isTitled) open[0]?.attrSet('lang', 'ja');
  const isDone = found === 'none' || (found === 'all' && hasAttributes);
  return isDone ? [...tokens] : [...open, ...marked(inside, state), ...close];
}

function markedLeaf(token: Token | undefined, state: State): Token[] {
  if (!token || japaneseIn(textsIn(token)) === 'none') return token ? [token] : [];
  if (token.type === 'inline') token.children = marked(token.children ?? [], state);
  if (token.type === 'inline') return [token];
  if (token.type !== 'text') return inJapanese(token.block ? 'div' : 'span', token, state);
  return runsOf(wordsOf(token)).flatMap(({ words, isJapanese: isMarked }) => {
    const text = Object.assign(new state.Token('text', '', 0), { content: words });
    return isMarked ? inJapanese('span', text, state) : [text];
  });
}

function inJapanese(tag: 'div' | 'span', token: Token, state: State): Token[] {
  const open = new state.Token(`${tag}_open`, tag, 1);
  open.attrSet('lang', 'ja');
  return [open, token, new state.Token(`${tag}_close`, tag, -1)];
}

/** Where the element ends that begins here; here, where none begins. */
function endOf(tokens: readonly Token[], start: number): number {
  let depth = 0;
  const end = tokens.findIndex(({ nesting }, index) => {
    if (index >= start) depth += nesting;
    return index >= start && depth === 0;
  });
  return end < 0 ? start : end;
}

/** VitePress leaves entities as they are written; Markdown has them beside marks: `&#x3092;~~⏎~~`. */
const ENTITY = /&#x([0-9a-f]{4,5});/gi;

function wordsOf({ content }: Token): string {
  return content.replace(ENTITY, (entity, code: string) => {
    const character = String.fromCodePoint(Number.parseInt(code, 16));
    return isJapanese(character) ? character : entity;
  });
}

const TEXTS = ['text', 'code_inline', 'code_block', 'fence'];

function textsIn(token: Token): string[] {
  if (token.type === 'inline') return (token.children ?? []).flatMap(textsIn);
  if (token.type === 'link_open') return japaneseOf(token.attrGet('title') ?? '');
  return TEXTS.includes(token.type) ? [wordsOf(token)] : [];
}
