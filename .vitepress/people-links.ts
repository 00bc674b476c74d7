/** Leads from names in minutes to the pages of the people: in lists of those who attended, over speeches. */
import type { MarkdownRenderer } from 'vitepress';
import { personPath } from '../src/addresses.ts';

type CoreRule = Parameters<MarkdownRenderer['core']['ruler']['push']>[1];
type State = Parameters<CoreRule>[0];
type Token = State['tokens'][number];

/** Front matter of minutes, as far as it names people. */
interface Named {
  readonly kind?: string;
  readonly attendees?: readonly { readonly name?: string }[];
  readonly speeches?: readonly { readonly id: string; readonly name?: string }[];
}

/** @param paths of all pages: somebody without a page gets no link */
export function peopleLinks(paths: ReadonlySet<string>): CoreRule {
  return state => {
    const { kind, attendees = [], speeches = [] } = (state.env.frontmatter ?? {}) as Named;
    if (kind !== 'minutes') return;
    const pathOf = (name = ''): string | undefined => [personPath(name) ?? ''].find(path => paths.has(path));
    linkSpeakers(state, new Map(speeches.map(({ id, name }) => [id, { path: pathOf(name), name }])));
    linkAttendees(state, new Map(attendees.map(({ name = '' }) => [squeeze(name), pathOf(name)])));
  };
}

/** The whole label leads to the speaker, unless it leads to the glossary already; the title says the full name. */
function linkSpeakers(
  state: State,
  speakers: ReadonlyMap<string | null, { path: string | undefined; name?: string | undefined }>,
): void {
  state.tokens.forEach((token, index) => {
    const { path, name } = (token.type === 'heading_open' && speakers.get(token.attrGet('id'))) || {};
    const children = state.tokens[index + 1]?.children ?? [];
    const end = children.findIndex(({ type }) => type === 'link_open'); // the link of the heading to itself
    if (path === undefined || !children[end]?.attrGet('class')?.includes('header-anchor')) return;
    children.splice(0, end, ...linked(state, path, children.slice(0, end)));
    children[0]?.attrSet('title', name ?? '');
  });
}

/** The first time that a name stands whole in a table or a list: that is where the minutes say who was there. */
function linkAttendees(state: State, paths: Map<string, string | undefined>): void {
  if (paths.size === 0) return;
  const names = namesPattern([...paths.keys()]);
  let depth = 0;
  for (const token of state.tokens) {
    if (/^(?:td|list_item)_/.test(token.type)) depth += token.nesting;
    if (depth === 0 || !token.children) continue;
    let inLink = 0;
    token.children = token.children.flatMap(child => {
      if (child.type.startsWith('link_')) inLink += child.nesting;
      return child.type === 'text' && inLink === 0 ? split(state, child, names, paths) : [child];
    });
  }
}

/** A text, cut where the names are that have not been linked yet. */
function split(state: State, token: Token, names: RegExp, paths: Map<string, string | undefined>): Token[] {
  return token.content.split(names).flatMap(words => {
    const text = Object.assign(new state.Token('text', '', 0), { content: words });
    const path = paths.get(squeeze(words));
    paths.delete(path === undefined ? '' : squeeze(words));
    return path === undefined ? [text] : linked(state, path, [text]);
  });
}

function linked(state: State, path: string, children: readonly Token[]): Token[] {
  const open = new state.Token('link_open', 'a', 1);
  open.attrs = [['href', `/${path}`]];
  return [open, ...children, new state.Token('link_close', 'a', -1)];
}

const squeeze = (words: string): string => words.replace(/\s+/g, '');

/** Any of the names, whatever space it has inside, with no letter on either side: `(藤末　健三 総務副大臣代理出席)`, `赤羽一嘉君` */
function namesPattern(names: readonly string[]): RegExp {
  const spaced = names.map(name => [...name].map(letter => letter.replace(/[.-]/, '\\$&')).join('\\s*'));
  return new RegExp(`(?<!\\p{L})(${spaced.join('|')})(?=君|[^\\p{L}]|$)`, 'u');
}
