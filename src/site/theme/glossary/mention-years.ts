/** Shows on the page of an entry how often it is mentioned in each year. */
import { useData } from 'vitepress';
import { type FunctionalComponent, h } from 'vue';

export const MentionYears: FunctionalComponent = () => {
  const { frontmatter } = useData();
  const years = Object.entries((frontmatter.value.years ?? {}) as Record<string, number>);
  if (years.length === 0) return [];
  const most = Math.max(...years.map(([, count]) => count));
  const inWords = years.map(([year, count]) => `${year}年 ${count}か所`).join('、');
  return h('figure', { class: 'mention-years' }, [
    h(
      'div',
      { role: 'img', 'aria-label': `年ごとの数: ${inWords}`, class: 'bars' },
      years.map(([year, count], index) =>
        h('div', { key: year, class: 'bar', 'data-labelled': isLabelled(index, years.length) || undefined }, [
          h('span', { class: 'count' }, count),
          h('span', { class: 'column', style: { height: `${(count / most) * HEIGHT}px` } }),
          h('span', { class: 'year' }, year),
        ]),
      ),
    ),
    h('figcaption', '収録した文書のある年ごとの数（日付の記載がない文書は年度）'),
  ]);
};
MentionYears.displayName = 'MentionYears';

/** Of the highest bar, in pixels. */
const HEIGHT = 56;
/** As many as fit side by side on a phone. */
const LABELS = 8;

/** Where there are many years, every second one, or every third … is named. */
const isLabelled = (index: number, years: number): boolean => index % Math.ceil(years / LABELS) === 0;
