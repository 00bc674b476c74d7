/** Extends markdown-it for minutes: ids and numbers of blocks, folded facts of the meeting, links to people. */
import type { Labels } from '@tsuzuri/core/labels';
import { languageOfTexts } from '@tsuzuri/core/languages';
import { personPath, urlOf } from '@tsuzuri/core/urls';
import type { MarkdownRenderer } from 'vitepress';
import { escapeHtml } from './hardening.ts';

type CoreRule = Parameters<MarkdownRenderer['core']['ruler']['push']>[1];
type State = Parameters<CoreRule>[0];
type Token = State['tokens'][number];

/**
 * Gives each paragraph an id (`p12`), unless it has one (`u7`), and a link to itself; and marks each block with words:
 * `data/PATH.proof.json` counts them.
 */
export function numberBlocks(state: State, label: Labels): void {
  if (state.env.frontmatter?.kind !== 'minutes') return;
  const { tokens } = state;
  const leaves = tokens.flatMap(({ type, content }, index) => (type === 'inline' && content !== '' ? [index] : []));
  let paragraphs = 0;
  for (const index of leaves) {
    const open = tokens[index - 1] as Token;
    open.attrSet('data-b', '');
    if (open.type !== 'paragraph_open') continue;
    paragraphs++;
    unfoldTight(open, tokens[index + 1] as Token);
    const id = open.attrGet('id') ?? idOfItem(tokens[index - 2]) ?? `p${paragraphs}`;
    open.attrSet('id', id);
    tokens[index]?.children?.push(...linkTo(state, id, label));
  }
}

/** The text of a tight list item would get no element of its own. */
function unfoldTight(open: Token, close: Token): void {
  if (!open.hidden) return;
  open.attrSet('class', 'tight');
  open.hidden = false;
  close.hidden = false;
}

/** An id at the end of a short item stands on the item; what is pointed at is its words. */
function idOfItem(token: Token | undefined): string | undefined {
  const id = token?.type === 'list_item_open' ? token.attrGet('id') : null;
  if (!token || id === null) return undefined;
  token.attrs = token.attrs?.filter(([name]) => name !== 'id') ?? null;
  return id;
}

const NAMES: Readonly<Record<string, 'theme.paragraph' | 'theme.speech'>> = { p: 'theme.paragraph', u: 'theme.speech' };

/** Without words of its own, so that nobody who copies the paragraph gets them: the sign comes from the style sheet. */
function linkTo(state: State, id: string, label: Labels): Token[] {
  const [name, number] = [NAMES[id.charAt(0)], id.slice(1)];
  const open = new state.Token('link_open', 'a', 1);
  open.attrs = [
    ['class', 'own-link'],
    ['href', `#${id}`],
    ['aria-label', label('site.linkToPart', { part: name ? label(name, { number }) : number })],
    ...(languageOfTexts(label) ? ([['lang', label.language]] as [string, string][]) : []),
  ];
  return [open, new state.Token('link_close', 'a', -1)];
}

/** What the last words of a direction say: that somebody called, laughed, stood up, came or went. */
const ACTS = [
  '拍手(?:多数|喝采)?|笑い?|笑[声聲]',
  '(?:[」』し]の?|シノ|という)[声聲](?:、拍手)?|(?:[声聲者人]|発言)(?:が)?(?:あり|アリ)|異議な[しく]|異議ナシ',
  '(?:挙手|起立)(?:全員|多数)?|登壇|降壇|着席|[退入](?:席|場|室|出)|休憩|再開',
].join('|');
/** `採決します。〔異議なし〕`, `…承認します。（拍手）`: in brackets, at the beginning or behind a sentence */
const DIRECTION = new RegExp(
  `(?<=^|[。．！？!?…」』）〕)][\\s\u3000]?)(（[^（）。]{0,40}?(?:${ACTS})。?）|〔[^〔〕。]{0,40}?(?:${ACTS})。?〕|\\([^()。]{0,40}?(?:${ACTS})。?\\))`,
  'u',
);

/** Sets directions within a speech as those that have a line of their own. */
export const markDirections: CoreRule = state => {
  if (state.env.frontmatter?.kind !== 'minutes') return;
  state.tokens.forEach((token, index) => {
    if (token.children && state.tokens[index - 1]?.type === 'paragraph_open')
      token.children = withDirections(token.children, state);
  });
};

function withDirections(children: readonly Token[], state: State): Token[] {
  let depth = 0;
  let before = '';
  return children.flatMap(child => {
    if (child.type.startsWith('em_')) depth += child.nesting;
    const parts = child.type === 'text' && depth === 0 ? cutDirections(child, before, state) : [child];
    before = child.type.endsWith('break') ? '' : child.content.slice(-1) || before;
    return parts;
  });
}

/** @param before the last character in front of the text; every second part is a direction */
function cutDirections(token: Token, before: string, state: State): Token[] {
  const [first = '', ...others] = `${before}${token.content}`.split(DIRECTION);
  if (others.length === 0 || !first.startsWith(before)) return [token];
  return [first.slice(before.length), ...others].flatMap((content, index) => {
    const text = Object.assign(new state.Token('text', '', 0), { content });
    if (index % 2 === 0) return content === '' ? [] : [text];
    return [new state.Token('em_open', 'em', 1), text, new state.Token('em_close', 'em', -1)];
  });
}

/** The head that we give to a list of people. */
const PEOPLE = '氏名';
/** A list of as many people shows itself at once. */
const SHORT = 6;

/** Folds what stands before the meeting itself, and long lists of people elsewhere. */
export function foldFacts(state: State, label: Labels): void {
  if (state.env.frontmatter?.kind !== 'minutes') return;
  const opening = openingOf(state.tokens);
  const tables = longTables(state.tokens).filter(({ start }) => !opening || start > opening.end);
  for (const { start, end, people } of tables.reverse())
    fold(state, { start, end }, `people">${summary(label('site.attendees', { count: people }), label)}`);
  if (opening) fold(state, opening, `opening"><summary>${summaryOf(state, opening, label)}</summary>`);
}

/** Tokens from `start` up to, but not with, `end`. */
interface Span {
  readonly start: number;
  readonly end: number;
}

function fold(state: State, { start, end }: Span, head: string): void {
  state.tokens.splice(end, 0, html(state, '</details>'));
  state.tokens.splice(start, 0, html(state, `<details class="${head}`));
}

/** Lists of people; a row may hold two, one of whom sits in the place of the other. */
function longTables(tokens: readonly Token[]): (Span & { people: number })[] {
  const starts = tokens.flatMap(({ type }, index) => (type === 'table_open' ? [index] : []));
  return starts.flatMap(start => {
    const end = tokens.findIndex(({ type }, index) => index > start && type === 'table_close') + 1;
    const table = tokens.slice(start, end);
    const people = table.filter(({ type }) => type === 'tr_open').length - 1;
    return table.find(({ type }) => type === 'inline')?.content === PEOPLE && people > SHORT
      ? [{ start, end, people }]
      : [];
  });
}

/** When, where, who: `日時`, `開催の場所`, `出席者（敬称略）`, `会議録署名委員` */
const FACT =
  /日時|期日|開催日|招集年月日|^とき|^ところ|場所|会場|出席|欠席|出欠|列席|陪席|参加者|構成員|名簿|説明員|傍聴|署名|^(?:date|time|place|venue|participants|attendees|present)\b/iu;
/** What a heading is called is no longer: `出席者から出された御意見に対する事務局の考え方` is of the text. */
const LONGEST = 16;

const isFact = (words: string): boolean => FACT.test(words) && nameOf(words).length <= LONGEST;

/** `3 出席者（敬称略）` → `出席者`, `日時：令和6年…` → `日時` */
const nameOf = (words: string): string =>
  squeeze(words)
    .replace(/^[\p{N}\p{P}\p{S}]+|[（(：:].*$/gu, '')
    .replace(/[\p{P}\p{S}]+$/u, '');

/**
 * What stands before the meeting itself: sections that say when and where it was, who was there. They hold no sentence
 * and nobody speaks in them. Nothing where that is one line, or where nothing follows.
 */
function openingOf(tokens: readonly Token[]): Span | undefined {
  const heads = tokens.flatMap(({ type, level }, index) => (type === 'heading_open' && level === 0 ? [index] : []));
  const [title = -1, ...sections] = heads;
  if (tokens[title]?.tag !== 'h1') return undefined;
  const first = sections[0] ?? tokens.length;
  const before = { start: title + 3, end: first };
  const isOfFacts = leaves(tokens, before).some(token => isFact(wordsOf(token)));
  if (!isBare(tokens, before)) return undefined;
  let end = first;
  for (const head of sections) {
    if (head < end) continue;
    const deeper = Number(tokens[head]?.tag.slice(1));
    const next = sections.find(other => other > head && Number(tokens[other]?.tag.slice(1)) <= deeper);
    const section = { start: head, end: next ?? tokens.length };
    if (!isFact(wordsOf(tokens[head + 1])) || !isBare(tokens, section)) break;
    end = section.end;
  }
  const opening = { start: isOfFacts ? before.start : first, end };
  // The head of the page says one of them; more would say all twice.
  const areSeveral = leaves(tokens, opening).length > 1;
  return areSeveral && leaves(tokens, { start: end, end: tokens.length }).length > 0 ? opening : undefined;
}

const leaves = (tokens: readonly Token[], { start, end }: Span): Token[] =>
  tokens.slice(start, end).filter(({ type, content }) => type === 'inline' && content !== '');

/** Neither a sentence nor a speech. */
const isBare = (tokens: readonly Token[], { start, end }: Span): boolean =>
  tokens
    .slice(start, end)
    .every(
      token => !token.attrGet('id')?.startsWith('u') && !(token.type === 'inline' && token.content.includes('。')),
    );

/** `日時、場所、出席者 19名`: as the document calls them. */
function summaryOf({ tokens, env }: State, opening: Span, label: Labels): string {
  const top = tokens[opening.start]?.tag;
  const heads = tokens.slice(opening.start, opening.end).flatMap(({ type, tag }, index) => {
    const words = wordsOf(tokens[opening.start + index + 1]);
    return type === 'heading_open' && tag === top ? [nameOf(words)] : [];
  });
  const names = heads.length > 0 ? [...new Set(heads)].map(escapeHtml).join('、') : '';
  const count = ((env.frontmatter as Named).attendees ?? []).length;
  const language = languageAttribute(languageOfTexts(label) && label.language);
  const own = [names === '' ? label('site.opening') : '', count > 0 ? label('site.present', { count }) : ''];
  const words = own.filter(Boolean).join(' ');
  return [names, words && `<span${language}>${words}</span>`].filter(Boolean).join(' ');
}

/** What a reader sees of a token: no links, no attributes, not the sign of a link to itself. */
const wordsOf = (token: Token | undefined): string =>
  (token?.children ?? []).map(({ content, meta }) => (meta?.isPermalinkSymbol ? '' : content)).join('');

/** Words of the site in a document of another language. */
const summary = (words: string, label: Labels): string =>
  `<summary${languageAttribute(languageOfTexts(label) && label.language)}>${words}</summary>`;

export const languageAttribute = (language: string | undefined): string => (language ? ` lang="${language}"` : '');

const html = (state: State, content: string): Token => Object.assign(new state.Token('html_block', '', 0), { content });

/** Front matter of minutes, as far as it names people. */
interface Named {
  readonly kind?: string;
  readonly attendees?: readonly { readonly name?: string }[];
  readonly speeches?: readonly { readonly id: string; readonly name?: string }[];
}

/**
 * Links names in minutes to the pages of the people: in lists of those who attended, over speeches.
 * @param paths of all pages: somebody without a page gets no link
 */
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
  open.attrs = [['href', urlOf(path)]];
  return [open, ...children, new state.Token('link_close', 'a', -1)];
}

const squeeze = (words: string): string => words.replace(/\s+/g, '');

/** Any of the names, whatever space it has inside, with no letter (`\p{L}`) on either side: `(藤末　健三 総務副大臣代理出席)`, `赤羽一嘉君` */
function namesPattern(names: readonly string[]): RegExp {
  const spaced = names.map(name =>
    [...name].map(character => character.replace(/[\\^$.*+?()[\]{}|/]/, '\\$&')).join('\\s*'),
  );
  return new RegExp(`(?<!\\p{L})(${spaced.join('|')})(?=君|[^\\p{L}]|$)`, 'u');
}
