/** Gives a page of minutes its tools once it stands in the browser: citations, folded lists that print. */
import { useData } from 'vitepress';
import { defineComponent, onMounted, onUnmounted } from 'vue';
import { type Cited, offerCitations } from './cite.ts';

export const MinutesTools = defineComponent({
  name: 'MinutesTools',
  setup() {
    const { frontmatter, page } = useData();
    let takeAway = (): void => {};
    onMounted(() => {
      const root = document.querySelector('.vp-doc > div');
      if (root) takeAway = offerCitations(root, { ...(frontmatter.value as Cited), title: page.value.title });
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
