/** Loads the search over a page when a reader first wants it: most do not. */
import { type Component, nextTick, shallowRef } from 'vue';

/** For the layout of all pages; nothing before it has been wanted. */
export const dialogComponent = shallowRef<Component>();

/** @throws Error where the network is gone, and the browser has not kept the programs */
export async function openDialog(): Promise<void> {
  const [{ default: dialog }, { openSearch }] = await Promise.all([import('./search-dialog.vue'), import('./open.ts')]);
  dialogComponent.value ??= dialog;
  await nextTick();
  await openSearch();
}
