/** Leads from the foot of a page to its source on the forge, and to a report of what is wrong with it. */
import { useData, withBase } from 'vitepress';
import { defineComponent, h, onMounted, ref, type VNodeChild } from 'vue';
import type { ThemeConfig } from '../contents.ts';

/** Stands in the place of the one link of VitePress (`components.ts`): only where there is a file to edit. */
export const PageLinks = defineComponent({
  name: 'PageLinks',
  setup() {
    const { theme, page, frontmatter } = useData<ThemeConfig>();
    const origin = ref(''); // only a browser knows on which host the page stands
    onMounted(() => {
      origin.value = location.origin;
    });
    return () => {
      const { editLink, reportError } = theme.value;
      const edit = frontmatter.value.kind === 'term' ? 'この項目を編集' : 'このページを編集する';
      const path = withBase(`/${page.value.relativePath.replace(/(index)?\.md$/, '')}`);
      const report = { title: page.value.title, address: origin.value + path };
      return h('div', { class: 'page-links' }, [
        editLink && link(String(editLink.pattern).replace(':path', page.value.filePath), [PEN(), edit]),
        reportError && link(reportForm(reportError, report), ['誤りを報告']),
      ]);
    };
  },
});

const PEN = (): VNodeChild => h('span', { class: 'vpi-square-pen' });

function link(href: string, children: VNodeChild[]): VNodeChild {
  return h('a', { href, target: '_blank', rel: 'noreferrer' }, children);
}

/** Fills in what the forge shall show in the form of a new issue. */
function reportForm(pattern: string, { title, address }: { title: string; address: string }): string {
  const body = `ページ: ${address}\n\n誤りと思われる箇所:\n`;
  return pattern
    .replace(':title', encodeURIComponent(`誤りの報告: ${title}`))
    .replace(':body', encodeURIComponent(body));
}
