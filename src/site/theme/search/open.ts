/** Opens the search by button or key, and remembers whether the slash key is one of them. */
import { type Component, nextTick, ref, shallowRef } from 'vue';
import { isApple, isOfInputMethod } from './keys.ts';
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

/** Ctrl+K (⌘K), or `/` outside of fields. */
export function isShortcut(event: KeyboardEvent): boolean {
  if (isOfInputMethod(event) || event.defaultPrevented || event.altKey) return false;
  return isControlK(event) || isSlash(event);
}

/** On Apple's keyboards Ctrl+K cuts a line. */
const isControlK = ({ key, ctrlKey, metaKey, shiftKey }: KeyboardEvent): boolean =>
  key.toLowerCase() === 'k' && (isApple() ? metaKey : ctrlKey) && !shiftKey;

const isSlash = ({ key, target, ctrlKey, metaKey }: KeyboardEvent): boolean =>
  key === '/' && !ctrlKey && !metaKey && opensBySlash.value && !isTyping(target as HTMLElement);

const isTyping = (target: HTMLElement): boolean =>
  target.isContentEditable || /^(?:INPUT|TEXTAREA|SELECT)$/.test(target.tagName);

/** Key in the browser's storage: the reader does not want the slash to open the search. */
const NO_SLASH = 'tsuzuri-no-slash';

export const opensBySlash = ref(true);

/** As the reader left it; a browser that keeps nothing has it on. */
export function readSlashSetting(): void {
  try {
    opensBySlash.value = localStorage.getItem(NO_SLASH) === null;
  } catch {}
}

export function setSlash(isOn: boolean): void {
  opensBySlash.value = isOn;
  try {
    if (isOn) localStorage.removeItem(NO_SLASH);
    else localStorage.setItem(NO_SLASH, '');
  } catch {}
}
