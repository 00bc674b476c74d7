/** Makes the home page, the page of the search and the page of the offline books, where the author wrote none. */

import type { Page } from '@tsuzuri/core/book';
import { indexPath, urlOf } from '@tsuzuri/core/urls';
import type { RootContent } from 'mdast';
import { heading, item, line, link, list, paragraph, text } from './mdast-builders.ts';
import { type PageKind, plainPage, type Relations } from './page.ts';

/** The last of all kinds: the pages before it are those that the author, or a kind of the project, has. */
export const DEFAULT_PAGES: PageKind = {
  kind: 'text',
  path: '',
  make: (relations, pages) => {
    const paths = new Set(pages.map(({ path }) => path));
    return DEFAULTS.filter(({ path }) => !paths.has(path)).map(page => defaultPage(page, relations));
  },
};

interface Default {
  readonly path: string;
  readonly title: (relations: Relations) => string;
  readonly parts: (relations: Relations) => RootContent[];
}

function defaultPage({ path, title, parts }: Default, relations: Relations): Page {
  const head = { path, kind: 'text', title: title(relations), source: 'docs' };
  return plainPage(head, () => [heading(1, undefined, text(head.title)), ...parts(relations)]);
}

/** The site puts its own parts before or after the headings of these pages: all documents, the search box, the books. */
const DEFAULTS: readonly Default[] = [
  {
    path: 'index',
    title: ({ title }) => title,
    parts: ({ description, minutes, terms }) => [
      ...(description === undefined ? [] : [paragraph(text(description))]),
      heading(2, 'documents', text('会議録を読む')),
      minutes.length > 0
        ? paragraph(link(urlOf(indexPath('minutes')), '会議録の一覧'), text('に、文書を日付の順に並べています。'))
        : paragraph(text('会議録はまだありません。')),
      heading(2, 'terms', text('用語を調べる')),
      terms.length > 0
        ? paragraph(link(urlOf(indexPath('terms')), '用語集'), text('に、会議録に出てくる用語の説明があります。'))
        : paragraph(text('用語の説明はまだありません。')),
    ],
  },
  {
    path: 'search',
    title: () => '検索',
    parts: () => [
      paragraph(text('会議録、用語集と、このサイトのほかのページを、まとめて探せます。')),
      heading(2, 'how', text('探し方')),
      list(
        [
          '語を空白で区切ると、すべての語がある箇所を探します。',
          '「"」で囲むと、書いたとおりの並びを探します。',
          '前に「-」を付けた語は、ない箇所を探します。',
        ].map(words => item(line(text(words)))),
      ),
    ],
  },
  {
    path: 'offline',
    title: () => 'オフラインで読む',
    parts: () => [
      paragraph(text('会議録と用語集を一つのファイルにまとめた版は、通信のない場所でも読めます。')),
      heading(2, 'formats', text('形の選び方')),
      list(
        [
          'PDF は、印刷するときや、ページを示して引用するときに向いています。',
          'EPUB は、電子書籍を読むソフトで、文字の大きさを変えて読めます。',
          '一枚の HTML は、ブラウザーで開きます。',
        ].map(words => item(line(text(words)))),
      ),
    ],
  },
];
