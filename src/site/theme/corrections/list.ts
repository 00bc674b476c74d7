/** Lists below minutes what was corrected, why, by which rule; keeps the marks in the text in step with the switches. */

import { showWhitespace } from '@tsuzuri/core/unicode';
import type { Mark, Proof } from '@tsuzuri/print/data/corrections';
import { withBase } from 'vitepress';
import { defineComponent, h, onMounted, onUnmounted, type VNodeChild, watch } from 'vue';
import { entryId, type Marked, placeId, removeMarks, writeMarks } from './marks.ts';
import { layScan } from './scan.ts';
import { forget, proof, shown } from './state.ts';

/** Where VitePress puts the page. */
const pageElement = (): Element | null => document.querySelector('.vp-doc > div');

export const ProofList = defineComponent({
  name: 'ProofList',
  setup() {
    let marked: Marked = new Map();
    let takeScanAway = (): void => {};
    const update = (): void => {
      takeScanAway();
      removeMarks(marked);
      [marked, takeScanAway] = [new Map(), () => {}];
      const page = pageElement();
      if (!page || !proof.value) return;
      if (shown.edits) marked = writeMarks(page, proof.value);
      if (shown.scan) takeScanAway = layScan(page, proof.value);
    };
    onMounted(() => watch(() => [shown.edits, shown.scan], update, { flush: 'post', immediate: true }));
    onUnmounted(() => {
      takeScanAway();
      forget();
    });
    return () => (shown.edits && proof.value ? h('section', { class: 'proof-list' }, listOf(proof.value)) : undefined);
  },
});

function listOf({ marks, rules }: Proof): VNodeChild[] {
  const entries = marks.map((mark, index) => ({ mark, item: entry(mark, index + 1, rules[mark.rule] ?? mark.rule) }));
  const [letters, spaces] = [false, true].map(is => entries.filter(({ mark }) => isSpace(mark) === is));
  const list = (some: typeof entries = []) =>
    h(
      'ul',
      some.map(({ item }) => item),
    );
  return [
    h('h2', { id: 'marks' }, '校正の記録'),
    h('p', '訂正は本文に反映したもの、疑いは直さずに残したものです。番号を選ぶと本文の箇所へ移ります。'),
    letters?.length ? list(letters) : h('p', '文字の訂正も疑いもありません。'),
    spaces?.length ? h('h3', { id: 'marks-space' }, `空白と改行（${spaces.length}か所）`) : undefined,
    list(spaces),
  ];
}

/** Nothing that is read aloud. */
const isSpace = ({ scan, clean, doubt }: Mark): boolean => !doubt && (scan + clean).trim() === '';

function entry(mark: Mark, number: number, rule: string): VNodeChild {
  return h('li', { id: entryId(number) }, [
    h('a', { href: `#${placeId(number)}` }, `${mark.doubt ? '疑い' : '訂正'}${number}`),
    ` 原文${mark.line}行 `,
    ...change(mark),
    h('br'),
    mark.why === rule ? undefined : `${mark.why}。`,
    '規則：',
    h('a', { href: withBase(`/rules/${mark.rule}`) }, rule),
    mark.person ? '（人による訂正）' : undefined,
  ]);
}

function change({ scan, clean, doubt }: Mark): VNodeChild[] {
  if (doubt)
    return [h('mark', { class: 'doubt' }, showWhitespace(scan)), clean ? ` →「${showWhitespace(clean)}」か` : ''];
  return [
    scan ? h('del', { class: scan.trim() === '' ? 'taken space' : 'taken' }, showWhitespace(scan)) : '',
    clean ? h('ins', { class: 'added' }, showWhitespace(clean)) : '',
  ];
}
