/** Tells which pages came, went, moved or say something else. */
import { urlOf } from '../../addresses.ts';
import type { Page, PageKind } from '../../book.ts';
import type { Difference } from './books.ts';
import { code, inert, list } from './markdown.ts';
import { isDocument, type Moved } from './pages.ts';

const KINDS: Readonly<Record<PageKind, string>> = {
  minutes: '文書',
  term: '用語',
  rule: '規則',
  text: 'ページ',
  person: '人物',
  body: '会議体',
};

export function pages(difference: Difference): string[] {
  const { added, removed, moved, rewritten } = difference.pages;
  return [
    part(
      '増えたページ',
      list(added, page => `${nameOf(page)}${contents(page, difference)}`, '件'),
    ),
    part(
      '消えたページ',
      list(removed, page => `${nameOf(page)}${missing(page, difference)}`, '件'),
    ),
    part(
      '番地の変わったページ',
      list(moved, move => movedLine(move, difference), '件'),
    ),
    part('書き直したページ', list(rewritten, nameOf, '件')),
  ].filter(Boolean);
}

const part = (title: string, lines: string): string => (lines === '' ? '' : `**${title}**\n\n${lines}`);

const nameOf = ({ kind, title, path }: Page): string => `${KINDS[kind]}「${inert(title)}」 ${code(urlOf(path))}`;

/** Of a new document only counts are told: all in it is new. */
function contents(page: Page, { after }: Difference): string {
  const ledger = after.converted.get(page.path.replace('minutes/', ''))?.ledger;
  if (!isDocument(page) || !ledger) return '';
  const mentions = [...after.mentions.values()].flat().filter(mention => mention.page === page.path);
  return `: 言及 ${mentions.length}か所、訂正 ${ledger.edits.length}か所、疑い ${ledger.doubts.length}か所`;
}

function movedLine({ from, to }: Moved, difference: Difference): string {
  return `${nameOf(to)}（前は ${code(urlOf(from.path))}）${missing(from, difference, to)}`;
}

/** Old addresses stand in notes and in other sites. */
function missing(page: Page, { after }: Difference, to?: Page): string {
  const answers = [`${page.path}/index.html`, `${page.path}.html`];
  if (after.redirects.some(({ file }) => answers.includes(file))) return '';
  const line = `${urlOf(page.path)}: ${to ? urlOf(to.path) : '/新しい番地'}`;
  return `。古い番地からの転送がありません。docs/redirects.yml に ${code(line)} と書けば、リンクが切れません`;
}
