/** Loads the search over a page when a reader first wants it: most do not. */
import { type Component, nextTick, shallowRef } from 'vue';
import { isShortcut, readSlashSetting } from './shortcut.ts';

/** For the layout of all pages; nothing before it has been wanted. */
export const dialogComponent = shallowRef<Component>();

/** The network is gone, and the browser has not kept the programs. */
export const hasFailed = shallowRef(false);

let onMount = (): void => {};
/** The page that the host has sent has no dialog: it acts first, then it may have one. */
const mounted = new Promise<void>(resolve => {
  onMount = resolve;
});
export const layoutMounted = (): void => onMount();

export async function openDialog(): Promise<void> {
  hasFailed.value = await open().then(
    () => false,
    () => true,
  );
}

async function open(): Promise<void> {
  const [{ default: dialog }, { openSearch }] = await Promise.all([
    import('./search-dialog.vue'),
    import('./open.ts'),
    mounted,
  ]);
  dialogComponent.value ??= dialog;
  await nextTick();
  await openSearch();
}

/** From the first moment on: the button in the bar acts later. */
export function watchShortcut(): void {
  if (typeof window === 'undefined') return;
  readSlashSetting();
  window.addEventListener('keydown', event => {
    if (!isShortcut(event)) return;
    event.preventDefault();
    void openDialog();
  });
}
