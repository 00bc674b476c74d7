/** Gives a page of minutes its tools once it stands in the browser: citations, reports, folded lists that print. */
import { useData } from 'vitepress';
import { defineComponent, onMounted, onUnmounted } from 'vue';
import type { ThemeConfig } from '../../config/navigation.ts';
import { offerTools } from './block-tools.ts';
import type { Cited } from './cite.ts';

export const MinutesTools = defineComponent({
  name: 'MinutesTools',
  setup() {
    const { frontmatter, page, theme } = useData<ThemeConfig>();
    let takeAway = (): void => {};
    onMounted(() => {
      const root = document.querySelector('.vp-doc > div');
      const cited = { ...(frontmatter.value as Cited), title: page.value.title };
      if (root) takeAway = offerTools(root, { cited, form: theme.value.reportError });
      window.addEventListener('beforeprint', unfold);
    });
    onUnmounted(() => {
      takeAway();
      window.removeEventListener('beforeprint', unfold);
    });
    return () => undefined;
  },
});

/** Paper cannot be unfolded. */
function unfold(): void {
  for (const list of document.querySelectorAll('details')) list.open = true;
}
