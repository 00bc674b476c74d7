/** Leads from the foot of a page to its source on the forge, and to a report of what is wrong with it. */
import { useData, withBase } from 'vitepress';
import { defineComponent, h, onMounted, ref, toHandlers, type VNodeChild } from 'vue';
import type { ThemeConfig } from '../../config/navigation.ts';
import { reportAddress, reportOfChoice } from '../minutes/report.ts';
import { leadTo, REPORT } from '../minutes/report-link.ts';

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
      const { title } = page.value;
      const whole = { title, page: origin.value + path, place: '', sentence: '' };
      return h('div', { class: 'page-links' }, [
        editLink && link(String(editLink.pattern).replace(':path', page.value.filePath), [PEN(), edit]),
        reportError &&
          link(
            reportAddress(reportError, whole),
            [REPORT],
            leadTo(reportError, () => reportOfChoice(title) ?? whole),
          ),
      ]);
    };
  },
});

const PEN = (): VNodeChild => h('span', { class: 'vpi-square-pen' });

function link(href: string, children: VNodeChild[], events: object = {}): VNodeChild {
  return h('a', { href, target: '_blank', rel: 'noreferrer', ...toHandlers({ ...events }) }, children);
}
