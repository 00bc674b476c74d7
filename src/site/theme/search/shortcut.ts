/** Says which keys open the search, and remembers whether the slash key is one of them. */
import { ref } from 'vue';
import { isApple, isOfInputMethod } from './keys.ts';

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
