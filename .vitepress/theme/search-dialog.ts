/** Opens the search over any page: by a button in the bar, by Ctrl+K (⌘K), by `/`. */
import { useData, withBase } from 'vitepress';
import { defineComponent, h, nextTick, onMounted, onUnmounted, ref, type VNodeChild } from 'vue';
import type { ThemeConfig } from '../contents.ts';
import { onArrival } from './arrivals.ts';
import { isOfInputMethod, SearchBox } from './search-box.ts';
import { SearchGuide } from './search-guide.ts';
import { prepareSearch, searching } from './search-state.ts';

/** There is one, in the layout of all pages. */
const dialog = ref<HTMLDialogElement>();
/** Only then is there something in it. */
const isOpen = ref(false);

/** Opens the dialog, but on the search page leads to the field that is there already. */
async function summon(): Promise<void> {
  isOpen.value = !document.querySelector('.search-page');
  await nextTick();
  if (isOpen.value && !dialog.value?.open) dialog.value?.showModal();
  const field = document.querySelector<HTMLInputElement>('.search-box input');
  field?.focus();
  field?.select();
  prepareSearch();
}

const close = (): void => dialog.value?.close();

export const SearchDialog = defineComponent({
  name: 'SearchDialog',
  setup() {
    const { theme } = useData<ThemeConfig>();
    let pressed: EventTarget | null = null;
    let forget = (): void => {};
    onMounted(() => {
      forget = onArrival(close);
      window.addEventListener('keydown', onShortcut);
    });
    onUnmounted(() => {
      forget();
      window.removeEventListener('keydown', onShortcut);
    });
    return () =>
      h(
        'dialog',
        {
          ref: dialog,
          class: 'search-dialog',
          'aria-labelledby': 'search-dialog-title',
          onClose: () => {
            isOpen.value = false;
          },
          onKeydown: onEscape,
          onPointerdown: ({ target }: PointerEvent) => {
            pressed = target;
          },
          onClick: (event: MouseEvent) => {
            const isBackdrop = event.target === dialog.value && pressed === dialog.value;
            if (isBackdrop || isFollowed(event)) close();
          },
        },
        isOpen.value ? contents(theme.value.searchPage) : [],
      );
  },
});

function contents(hasPage: boolean): VNodeChild[] {
  const address = withBase(`/search?${new URLSearchParams({ q: searching.query })}`);
  return [
    h('div', { class: 'search-panel' }, [
      h('h2', { id: 'search-dialog-title', class: 'visually-hidden' }, '検索'),
      h(
        SearchBox,
        { entersFirst: true },
        {
          beside: () => h('button', { type: 'button', class: 'search-close', onClick: close }, '閉じる'),
          guide: () => h(SearchGuide),
        },
      ),
      hasPage && h('p', { class: 'search-foot' }, [h('a', { href: address }, '検索ページで開く')]),
    ]),
  ];
}

/** Not where it opens another window. */
const isFollowed = ({ target, ctrlKey, metaKey, shiftKey }: MouseEvent): boolean =>
  (target as Element).closest('a') !== null && !ctrlKey && !metaKey && !shiftKey;

/** The browser would first empty the field; and what an input method takes back is not the dialog. */
function onEscape(event: KeyboardEvent): void {
  if (event.key !== 'Escape') return;
  event.preventDefault();
  if (!isOfInputMethod(event)) close();
}

function onShortcut(event: KeyboardEvent): void {
  if (isOfInputMethod(event) || event.defaultPrevented) return;
  if (!isControlK(event) && !isSlash(event)) return;
  event.preventDefault();
  void summon();
}

const isApple = (): boolean => /Mac|iPhone|iPad/.test(navigator.platform);

/** On Apple's keyboards Ctrl+K cuts a line. */
const isControlK = ({ key, ctrlKey, metaKey, altKey, shiftKey }: KeyboardEvent): boolean =>
  key.toLowerCase() === 'k' && (isApple() ? metaKey : ctrlKey) && !altKey && !shiftKey;

const isSlash = ({ key, target, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean =>
  key === '/' && !ctrlKey && !metaKey && !altKey && !isTyping(target as HTMLElement);

const isTyping = (target: HTMLElement): boolean =>
  target.isContentEditable || /^(?:INPUT|TEXTAREA|SELECT)$/.test(target.tagName);

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

/** Stands in the bar of all pages; the key, which only the browser knows, has its room from the start. */
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
          onClick: summon,
        },
        [GLASS(), h('span', '検索'), h('kbd', { 'aria-hidden': 'true' }, keys.value?.shown)],
      );
  },
});
