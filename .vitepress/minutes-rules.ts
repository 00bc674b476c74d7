/** Rules for markdown-it that only minutes need: places to point at, attendance lists that fold. */
import type { MarkdownRenderer } from 'vitepress';

type CoreRule = Parameters<MarkdownRenderer['core']['ruler']['push']>[1];
type State = Parameters<CoreRule>[0];
type Token = State['tokens'][number];

/**
 * Gives each paragraph an id (`p12`), unless it has one (`u7`), and a link to itself; and each block with words its
 * number, by which `data/PATH.proof.json` names it.
 */
export function numberBlocks(state: State): void {
  if (state.env.frontmatter?.kind !== 'minutes') return;
  const { tokens } = state;
  const leaves = tokens.flatMap(({ type, content }, index) => (type === 'inline' && content !== '' ? [index] : []));
  let paragraphs = 0;
  for (const [number, index] of leaves.entries()) {
    const open = tokens[index - 1] as Token;
    open.attrSet('data-b', String(number));
    if (open.type !== 'paragraph_open') continue;
    paragraphs++;
    unfoldTight(open, tokens[index + 1] as Token);
    const id = open.attrGet('id') ?? idOfItem(tokens[index - 2]) ?? `p${paragraphs}`;
    open.attrSet('id', id);
    tokens[index]?.children?.push(...linkTo(state, id));
  }
}

/** The words of a short list item stand in no element of their own, unless they are asked to. */
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

const NAMES: Readonly<Record<string, string>> = { p: '段落', u: '発言' };

/** Without words of its own, so that nobody who copies the paragraph gets them: the sign comes from the style sheet. */
function linkTo(state: State, id: string): Token[] {
  const open = new state.Token('link_open', 'a', 1);
  open.attrs = [
    ['class', 'own-link'],
    ['href', `#${id}`],
    ['aria-label', `${NAMES[id.charAt(0)] ?? ''}${id.slice(1)}への固定リンク`],
  ];
  return [open, new state.Token('link_close', 'a', -1)];
}

/** The head that we give to a list of people. */
const PEOPLE = '氏名';
/** A list of as many people shows itself at once. */
const SHORT = 6;

/** Folds long lists of people: `名簿（22行）`; a row may hold two, one of whom sits in the place of the other. */
export function foldAttendance(state: State): void {
  if (state.env.frontmatter?.kind !== 'minutes') return;
  const { tokens } = state;
  const starts = tokens.flatMap(({ type }, index) => (type === 'table_open' ? [index] : [])).reverse();
  for (const start of starts) {
    const end = tokens.findIndex(({ type }, index) => index > start && type === 'table_close');
    const table = tokens.slice(start, end);
    const people = table.filter(({ type }) => type === 'tr_open').length - 1;
    if (table.find(({ type }) => type === 'inline')?.content !== PEOPLE || people <= SHORT) continue;
    tokens.splice(end + 1, 0, html(state, '</details>'));
    tokens.splice(start, 0, html(state, `<details class="people"><summary>名簿（${people}行）</summary>`));
  }
}

const html = (state: State, content: string): Token => Object.assign(new state.Token('html_block', '', 0), { content });
