/** A markdown-it plugin that links the terms of a glossary: for VitePress, 11ty and whoever renders with markdown-it. */
import type { PhrasingContent } from 'mdast';
import { type Block, inlineText, OpenTags } from './inline-text.ts';
import { factsOf, pageFacts } from './page-facts.ts';
import { linkSelector, wrapRanges } from './remark-glossary.ts';
import { type LinkSettings, optionsFor } from './settings.ts';

/** Opens, stands alone, closes. */
type Nesting = 1 | 0 | -1;

/** What is used of a token of markdown-it. */
interface Token {
  type: string;
  tag: string;
  nesting: Nesting;
  content: string;
  attrs: [string, string][] | null;
  children: Token[] | null;
  attrGet(name: string): string | null;
}

/** What is used of the state of its core. */
interface State {
  readonly src: string;
  readonly tokens: Token[];
  readonly env: Environment | undefined;
  readonly Token: new (type: string, tag: string, nesting: Nesting) => Token;
}

/** What VitePress and 11ty say of the page. */
interface Environment {
  readonly relativePath?: string;
  readonly path?: string;
  readonly frontmatter?: Record<string, unknown>;
  readonly page?: { readonly inputPath?: string };
}

/** What is used of markdown-it itself. */
interface MarkdownIt {
  readonly core: { readonly ruler: { push(name: string, rule: (state: State) => void): void } };
}

/**
 * @example
 * markdownIt().use(markdownItGlossary, { glossary: 'docs/glossary' })
 */
export function markdownItGlossary(md: MarkdownIt, settings: LinkSettings = {}): void {
  md.core.ruler.push('glossary', state => linkTokens(state, settings));
}

function linkTokens(state: State, settings: LinkSettings): void {
  const { tokens, env = {}, src } = state;
  const path = env.relativePath ?? env.page?.inputPath ?? env.path ?? '';
  const page = { path, ...(env.frontmatter ? factsOf(env.frontmatter, path) : pageFacts(src, path)) };
  const options = optionsFor(page, settings);
  if (!options) return;
  const selectLinks = linkSelector(options, src);
  const tags = new OpenTags();
  for (const [index, token] of tokens.entries()) {
    if (token.type === 'html_block') tags.read(token.content);
    if (token.type !== 'inline' || !token.children || tags.isShut) continue;
    const opening = tokens[index - 1];
    const heading = opening?.type === 'heading_open' && { type: 'heading', depth: Number(opening.tag.slice(1)) };
    const nodes = nodesOf(token.children);
    const block = { ...(heading || { type: 'paragraph' }), children: nodes } as Block;
    const links = selectLinks(block, inlineText(nodes));
    if (links.length > 0) token.children = wrapRanges(nodes, links).flatMap(node => tokensOf(node, state));
  }
}

/** A node of mdast with the tokens that it was made of. */
type Made = PhrasingContent & { readonly made?: readonly [open: Token, close?: Token] };

const PARENTS: Readonly<Record<string, string>> = { link_open: 'link', em_open: 'emphasis', strong_open: 'strong' };

/** Tokens as mdast: marks are parents, what is no text is opaque. */
function nodesOf(tokens: readonly Token[]): PhrasingContent[] {
  const stack: { open?: Token; children: Made[] }[] = [{ children: [] }];
  for (const token of tokens) {
    const top = stack.at(-1) as (typeof stack)[0];
    if (token.nesting > 0) stack.push({ open: token, children: [] });
    else if (token.nesting < 0 && stack.length > 1) {
      stack.pop();
      const { open, children } = top;
      const type = PARENTS[open?.type ?? ''] ?? 'delete';
      const url = open?.attrGet('href') ?? '';
      stack.at(-1)?.children.push({ type, url, children, made: [open, token] } as unknown as Made);
    } else top.children.push(leafOf(token));
  }
  return stack[0]?.children ?? [];
}

function leafOf(token: Token): Made {
  const made = [token] as const;
  const value = token.content;
  if (token.type === 'text') return { type: 'text', value, made } as Made;
  if (token.type === 'softbreak') return { type: 'text', value: '\n', made } as Made;
  if (token.type === 'code_inline') return { type: 'inlineCode', value, made } as Made;
  if (token.type === 'html_inline') return { type: 'html', value, made } as Made;
  return { type: token.type === 'hardbreak' ? 'break' : 'image', url: '', made } as Made;
}

function tokensOf(node: PhrasingContent, state: State): Token[] {
  const { made } = node as Made;
  const children = 'children' in node ? node.children.flatMap(child => tokensOf(child, state)) : [];
  if (made) return made.length === 1 ? [made[0]] : [made[0], ...children, made[1] as Token];
  if (node.type === 'link') {
    const open = new state.Token('link_open', 'a', 1);
    open.attrs = [['href', node.url], ...(node.title ? [['title', node.title] as [string, string]] : [])];
    return [open, ...children, new state.Token('link_close', 'a', -1)];
  }
  const text = new state.Token('text', '', 0);
  text.content = 'value' in node ? node.value : '';
  return [text];
}
