/** Shows, before anything is typed, what can be. */
import { type FunctionalComponent, h } from 'vue';
import { lookFor } from './state.ts';

const EXAMPLES: readonly (readonly [query: string, meaning: string])[] = [
  ['情報共有 脅威', 'すべての語がある箇所'],
  ['じょうほうきょうゆう', 'かなの読みからも'],
  ['"国際連携"', 'この並びのとおりに'],
  ['サイバー -攻撃', '「攻撃」のない箇所'],
  ['話者:村井', '発言した人で絞り込む'],
  ['人材 年:2012', '年で絞り込む'],
  ['NISC 種類:用語', 'ページの種類で絞り込む'],
];

export const SearchGuide: FunctionalComponent = () =>
  h('div', { class: 'search-guide' }, [
    h('p', '会議録の発言と段落、用語集、人物、会議体、校正の規則、文書を探します。次のような探し方ができます。'),
    h(
      'ul',
      EXAMPLES.map(([query, meaning]) =>
        h('li', [
          h('button', { type: 'button', class: 'search-example', onClick: () => lookFor(query) }, query),
          h('span', meaning),
        ]),
      ),
    ),
  ]);
SearchGuide.displayName = 'SearchGuide';
