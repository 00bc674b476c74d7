/** Tells the keys that open the search from those that write. */
import { ref } from 'vue';

/** While a word is being converted its keys are not ours; to Safari the last of them is over already, but for its code. */
export const isOfInputMethod = ({ isComposing, keyCode }: KeyboardEvent): boolean => isComposing || keyCode === 229;

export const isApple = (): boolean => /Mac|iPhone|iPad/.test(navigator.platform);

/** Ctrl+K (⌘K), or `/` where nobody is writing. */
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

/** Where the browser keeps that a reader does not want it. */
const KEPT = 'tsuzuri-no-slash';

export const opensBySlash = ref(true);

/** As the reader left it; a browser that keeps nothing has it on. */
export function recallSlash(): void {
  try {
    opensBySlash.value = localStorage.getItem(KEPT) === null;
  } catch {}
}

export function letSlashOpen(wish: boolean): void {
  opensBySlash.value = wish;
  try {
    if (wish) localStorage.removeItem(KEPT);
    else localStorage.setItem(KEPT, '');
  } catch {}
}
