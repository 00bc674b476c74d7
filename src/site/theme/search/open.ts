/** Opens and closes the search over a page. */
import { type Component, nextTick, ref, shallowRef } from 'vue';
import { prepareSearch } from './state.ts';

/** There is one, in the layout of all pages. */
export const dialog = ref<HTMLDialogElement>();
/** Only then is there something in it. */
export const isOpen = ref(false);

/** The field with what it finds; most readers of a page do not search, so it is loaded when one does. */
export const searchBox = shallowRef<Component>();

/** Opens the dialog; on the search page it focuses the field that is there already. */
export async function openSearch(): Promise<void> {
  searchBox.value ??= await import('./search-box.vue').then(
    ({ default: box }) => box,
    () => undefined, // the dialog says so
  );
  isOpen.value = !document.querySelector('.search-page');
  await nextTick();
  if (isOpen.value && !dialog.value?.open) dialog.value?.showModal();
  const field = document.querySelector<HTMLInputElement>('.search-box input');
  field?.focus();
  field?.select();
  prepareSearch();
}

export function closeSearch(): void {
  dialog.value?.close();
  // The browser takes the focus from a hidden field with the next frame: until then a slash would be typed into it.
  const focused = document.activeElement;
  if (focused instanceof HTMLElement && dialog.value?.contains(focused)) focused.blur();
}
