/** Opens the search over any page. */
import { useData, withBase } from 'vitepress';
import { defineComponent, h, nextTick, onMounted, onUnmounted, ref, type VNodeChild } from 'vue';
import type { ThemeConfig } from '../../config/navigation.ts';
import { onArrival } from '../navigation.ts';
import { SearchBox } from './box.ts';
import { isOfInputMethod, isShortcut, recallSlash } from './keys.ts';
import { SearchGuide } from './search-guide.ts';
import { prepareSearch, searching } from './state.ts';

/** There is one, in the layout of all pages. */
const dialog = ref<HTMLDialogElement>();
/** Only then is there something in it. */
const isOpen = ref(false);

/** Opens the dialog, but on the search page leads to the field that is there already. */
export async function summonSearch(): Promise<void> {
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
      recallSlash();
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
          'aria-label': '検索',
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
      h('h2', { class: 'visually-hidden' }, '検索'),
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
  if (!isShortcut(event)) return;
  event.preventDefault();
  void summonSearch();
}
