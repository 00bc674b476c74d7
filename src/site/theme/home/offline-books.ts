/** Offers the offline books, each with its size and the day of its edition. */

import type { BookFile } from '@tsuzuri/core/book';
import { useData, withBase } from 'vitepress';
import { type FunctionalComponent, h, type VNode } from 'vue';
import { japaneseDate } from '../../config/locale-ja.ts';
import type { ThemeConfig } from '../../config/navigation.ts';

const FORMATS: Readonly<Record<string, string>> = { pdf: 'PDF', epub: 'EPUB', html: '一枚の HTML' };
const formatOf = ({ path }: BookFile): string => FORMATS[path.replace(/^.*\./, '')] ?? path;

/** `4.3 MB`, `980 KB`; in thousands, as the download list of a browser counts. */
function sizeOf({ bytes }: BookFile): string {
  return bytes < 1e6 ? `${Math.ceil(bytes / 1e3)} KB` : `${(bytes / 1e6).toFixed(1)} MB`;
}

const editionOf = (book: BookFile): string => `${sizeOf(book)}、${japaneseDate(book.date)}版`;

/** PDF（980 KB、2026年11月22日版） */
export const bookLink = (book: BookFile, words = formatOf(book)): VNode =>
  h('span', { class: 'book-link' }, [
    h('a', { href: withBase(`/${book.path}`), target: '_blank' }, words),
    h('span', { class: 'edition' }, `（${editionOf(book)}）`),
  ]);

/** A large collection is bound in parts, which only their titles tell apart. */
function nameAmong(book: BookFile, books: readonly BookFile[]): string {
  const alike = books.filter(other => formatOf(other) === formatOf(book));
  return alike.length > 1 ? `${formatOf(book)} ${book.title}` : formatOf(book);
}

/** On the page that is about them: the whole in every format, then each document. */
export const OfflineBooks: FunctionalComponent = () => {
  const { theme, frontmatter } = useData<ThemeConfig>();
  const documents = (frontmatter.value.books ?? []) as readonly BookFile[];
  const { books } = theme.value;
  if (books.length === 0) return h('p', 'このサイトでは、まだ用意していません。');
  return h('div', { class: 'offline-books' }, [
    h('h2', { id: 'whole' }, '全体'),
    h(
      'ul',
      books.map(book => h('li', { key: book.path }, [bookLink(book, nameAmong(book, books))])),
    ),
    documents.length > 0 && [
      h('h2', { id: 'documents' }, '文書ごとの PDF'),
      h('p', 'その文書と、文中に出てくる用語の説明を収めています。'),
      h(
        'ul',
        documents.map(book => h('li', { key: book.path }, [bookLink(book, book.title)])),
      ),
    ],
  ]);
};
OfflineBooks.displayName = 'OfflineBooks';
