/** Shows the table of facts of an entry or a body as a list of names with their values. */
import type { Labels } from '@tsuzuri/core/labels';
import type { MarkdownRenderer } from 'vitepress';

type CoreRule = Parameters<MarkdownRenderer['core']['ruler']['push']>[1];
type State = Parameters<CoreRule>[0];
type Token = State['tokens'][number];

/** Markdown has no such list, so that the page has a table with a head; it stands above all text. */
export function listFacts({ tokens, env }: State, label: Labels): void {
  if (env.frontmatter?.kind === 'minutes') return;
  const start = tokens.findIndex(({ type }) => type === 'table_open');
  const end = tokens.findIndex(({ type }, index) => index > start && type === 'table_close');
  const head = tokens.slice(start, end).flatMap(({ type, content }) => (type === 'inline' ? content : []));
  if (start < 0 || head[0] !== label('pages.item') || head[1] !== label('pages.content')) return;
  const body = tokens.findIndex(({ type }, index) => index > start && type === 'tbody_open');
  const rows = tokens.slice(body + 1, end).filter(({ type }) => !/^(?:tr|tbody)_/.test(type));
  const cells = rows.filter(({ type }) => /^td_/.test(type)); // open, close, open, close
  for (const [index, cell] of cells.entries()) retag(cell, index % 4 < 2 ? 'dt' : 'dd');
  const [open, close] = [tokens[start] as Token, tokens[end] as Token];
  retag(open, 'dl').attrSet('class', 'facts');
  tokens.splice(start, end + 1 - start, open, ...rows, retag(close, 'dl'));
}

/** Rules of tables must not find it. */
function retag(token: Token, tag: string): Token {
  return Object.assign(token, { type: token.type.replace(/^[a-z]+/, tag), tag, attrs: null });
}
