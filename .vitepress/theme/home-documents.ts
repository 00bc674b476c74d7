/** Lists the newest documents on the home page. */
import { useData, withBase } from 'vitepress';
import { type FunctionalComponent, h } from 'vue';
import type { Document, ThemeConfig } from '../contents.ts';

/** The rest stands on the page with all of them. */
const SHOWN = 8;

export const HomeDocuments: FunctionalComponent = () => {
  const { theme } = useData<ThemeConfig>();
  return h('div', { class: 'home-documents' }, [
    h('ul', { 'aria-label': '新しい会議録' }, theme.value.documents.slice(0, SHOWN).map(row)),
    h('p', { class: 'home-links' }, [
      h('a', { href: withBase('/minutes/') }, '会議録の一覧'),
      h('a', { href: withBase('/glossary/') }, '用語集'),
      theme.value.pdf && h('a', { href: withBase('/tsuzuri.pdf'), target: '_blank' }, '全体をまとめた PDF'),
    ]),
  ]);
};
HomeDocuments.displayName = 'HomeDocuments';

function row({ link, text, when, kind }: Document) {
  return h('li', { key: link }, [
    h('span', { class: 'when' }, when),
    h('a', { href: withBase(link) }, text),
    h('span', { class: 'kind' }, kind),
  ]);
}
