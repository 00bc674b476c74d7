/** Two switches in the head of minutes: show what was corrected, show the scan beside it. */
import { useData } from 'vitepress';
import { defineComponent, h, onMounted, ref } from 'vue';
import { proof, show, showAsked, shown, type View } from './state.ts';

const LABELS: Readonly<Record<View, string>> = { edits: '校正を表示', scan: '原文を並べる' };

export const ProofSwitch = defineComponent({
  name: 'ProofSwitch',
  setup() {
    const { page } = useData();
    const path = () => page.value.relativePath.replace(/\.md$/, '');
    const isReady = ref(false); // without JavaScript there is nothing to switch
    onMounted(() => {
      isReady.value = true;
      void showAsked(path());
    });
    const button = (view: View) =>
      h(
        'button',
        {
          type: 'button',
          class: 'switch',
          'aria-pressed': shown[view],
          disabled: !isReady.value,
          onClick: () => show(path(), view, !shown[view]),
        },
        LABELS[view],
      );
    return () =>
      h('div', { class: 'proof-switch', role: 'group', 'aria-label': '原文との対照' }, [
        button('edits'),
        button('scan'),
        h('span', { role: 'status' }, proof.value === null ? '校正の記録を読み込めませんでした' : ''),
      ]);
  },
});
