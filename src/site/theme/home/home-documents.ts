/** Shows on the home page the documents on a line of time, then what changed of late. */
import { useData, withBase } from 'vitepress';
import { type FunctionalComponent, h, type VNodeChild } from 'vue';
import type { Change, Document, ThemeConfig } from '../../config/navigation.ts';
import { bookLink } from './offline-books.ts';

/** As many documents as a screen holds; the years that come behind them open on demand. */
const SCREENFUL = 12;

export const HomeDocuments: FunctionalComponent = () => {
  const { documents, changes, books } = useData<ThemeConfig>().theme.value;
  const [pdf, ...parts] = books.filter(({ path }) => path.endsWith('.pdf'));
  return h('div', { class: 'home-documents' }, [
    documents.length > 0 && [h('h2', '収録した文書'), h('div', { class: 'time-line' }, yearsOf(documents).map(year))],
    h('p', { class: 'home-links' }, [
      h('a', { href: withBase('/minutes/') }, '会議録の一覧'),
      h('a', { href: withBase('/glossary/') }, '用語集'),
      books.length > 0 && h('a', { href: withBase('/offline') }, 'オフラインで読む'),
      pdf && parts.length === 0 && bookLink(pdf, '全体をまとめた PDF'),
    ]),
    changes.length > 0 && [h('h2', '最近の追加・更新'), h('ul', changes.map(change))],
  ]);
};
HomeDocuments.displayName = 'HomeDocuments';

interface Year {
  readonly name: string;
  readonly documents: readonly Document[];
  readonly open: boolean;
}

/** In the order of the documents. */
function yearsOf(documents: readonly Document[]): Year[] {
  const names = [...new Set(documents.map(({ year }) => year))];
  return names.map(name => ({
    name,
    documents: documents.filter(({ year }) => year === name),
    open: documents.findLastIndex(({ year }) => year === name) < SCREENFUL,
  }));
}

function year({ name, documents, open }: Year): VNodeChild {
  const label = name === '' ? '年の記載なし' : `${name}年`;
  const list = h('ul', documents.map(row));
  if (open) return h('section', { key: name }, [h('h3', label), list]);
  const count = h('span', { class: 'kind' }, `${documents.length}件`);
  return h('details', { key: name }, [h('summary', [label, count]), list]);
}

/** The year stands above: 2012年11月1日 → 11月1日. */
const row = ({ link, text, when, kind }: Document): VNodeChild =>
  line({ link, text, when: when.replace(/^\d+年(?!度)/, ''), kind });

const change = (changed: Change): VNodeChild => line(changed);

function line({ link, text, when, kind }: Change): VNodeChild {
  return h('li', { key: link }, [
    h('span', { class: 'when' }, when),
    h('a', { href: withBase(link) }, text),
    h('span', { class: 'kind' }, kind),
  ]);
}
