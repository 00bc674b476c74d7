/** Mends what the components of VitePress 1 have built in: English words, roles that confuse a screen reader, parts that jump. */
import type { Plugin } from 'vite';

/** Component, what stands in it, what shall stand there. */
const CHANGES: readonly (readonly [component: string, theirs: string, ours: string])[] = [
  ['VPNavBarMenu', 'Main Navigation', '主なページ'],
  ['VPSidebar', 'Sidebar Navigation', '目次'],
  ['VPNavBarExtra', 'extra navigation', 'その他'],
  ['VPNavBarHamburger', 'mobile navigation', 'メニュー'],
  ['VPDocFooter', 'Pager', '前後のページ'],
  [
    'VPDocFooter',
    `<VPLink class="edit-link-button" :href="editLink.url" :no-icon="true">
          <span class="vpi-square-pen edit-link-icon" />
          {{ editLink.text }}
        </VPLink>`,
    '<PageLinks />',
  ],
  // The caret of a group without a page of its own is no button inside of a button.
  [
    'VPSidebarItem',
    ':role="itemRole"',
    ':role="itemRole" :aria-expanded="itemRole && collapsible ? !collapsed : undefined"',
  ],
  ['VPSidebarItem', 'role="button"', ':role="item.link && \'button\'"'],
  ['VPSidebarItem', 'aria-label="toggle section"', ':aria-label="item.link && \'開閉\'"'],
  ['VPSidebarItem', 'tabindex="0"', ':tabindex="item.link ? 0 : undefined"'],
  // What is only known once the page lives would move what stands there already.
  ['VPNavBar', 'ref<Record<string, boolean>>({})', "ref<Record<string, boolean>>({ 'has-sidebar': hasSidebar.value })"],
  [
    'sidebar',
    '(collapsible.value && item.value.collapsed)',
    '(collapsible.value && item.value.collapsed && !hasActiveLink.value)',
  ],
  ['NotFound', '<div class="NotFound">', '<main class="NotFound">'],
  ['NotFound', '</div>\n</template>', '</main>\n</template>'],
];

export function mendComponents(): Plugin {
  return {
    name: 'tsuzuri:mend-components',
    enforce: 'pre',
    transform(code, id) {
      const [, component] = /theme-default\/(?:components\/|composables\/)?(\w+)\.(?:vue|js)$/.exec(id) ?? [];
      const changes = CHANGES.filter(([name]) => name === component);
      return changes.length ? { code: changes.reduce(change, code), map: null } : undefined;
    },
  };
}

/** @throws Error when VitePress has changed, so that no English word comes back unseen. */
function change(code: string, [component, theirs, ours]: (typeof CHANGES)[number]): string {
  if (code.includes(theirs)) return code.replace(theirs, ours);
  throw new Error(`VitePress の ${component} に「${theirs}」がありません。.vitepress/components.ts を直してください`);
}
