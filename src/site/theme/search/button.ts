/** The button in the bar of all pages that opens the search. */
import { defineComponent, h, onMounted, ref, type VNodeChild } from 'vue';
import { summonSearch } from './dialog.ts';
import { isApple } from './keys.ts';

const GLASS = (): VNodeChild =>
  h('svg', { viewBox: '0 0 20 20', width: 18, height: 18, 'aria-hidden': 'true' }, [
    h('path', {
      d: 'm13 13 5 5M2.5 8.5a6 6 0 1 0 12 0 6 6 0 1 0-12 0z',
      fill: 'none',
      stroke: 'currentColor',
      'stroke-width': 1.8,
      'stroke-linecap': 'round',
    }),
  ]);

/** The key, which only the browser knows, has its room from the start. */
export const SearchButton = defineComponent({
  name: 'SearchButton',
  setup() {
    const keys = ref<{ shown: string; named: string }>();
    onMounted(() => {
      keys.value = isApple() ? { shown: '⌘K', named: 'Meta+K' } : { shown: 'Ctrl K', named: 'Control+K' };
    });
    return () =>
      h(
        'button',
        {
          type: 'button',
          class: 'search-button',
          'aria-haspopup': 'dialog',
          'aria-keyshortcuts': keys.value?.named,
          onClick: summonSearch,
        },
        [GLASS(), h('span', '検索'), h('kbd', { 'aria-hidden': 'true' }, keys.value?.shown)],
      );
  },
});
