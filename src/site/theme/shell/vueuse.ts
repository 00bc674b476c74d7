/**
 * Stands in for `@vueuse/core` where VitePress uses it on every page: of its 28 KB these few functions are needed, and
 * its own ones keep for each of them what serves any program.
 */
import { computed, getCurrentScope, onScopeDispose, type Ref, ref, watch } from 'vue';

const inBrowser = typeof window !== 'undefined';

/** Until the component is gone that asks for it. */
function listen(target: EventTarget, event: string, listener: (event: never) => void): void {
  target.addEventListener(event, listener as EventListener, { passive: true });
  if (getCurrentScope()) onScopeDispose(() => target.removeEventListener(event, listener as EventListener));
}

export function useMediaQuery(query: string): Ref<boolean> {
  const matches = ref(false);
  if (!inBrowser) return matches;
  const list = matchMedia(query);
  matches.value = list.matches;
  listen(list, 'change', () => {
    matches.value = list.matches;
  });
  return matches;
}

export const usePreferredDark = (): Ref<boolean> => useMediaQuery('(prefers-color-scheme: dark)');

/** @returns whether the page is dark: as the reader chose, else as the system is */
export function useDark({
  storageKey,
  initialValue,
}: {
  storageKey: string;
  initialValue: () => string;
}): Ref<boolean> {
  const prefers = usePreferredDark();
  const read = (): string => (inBrowser && storage()?.getItem(storageKey)) || initialValue();
  const mode = ref(read());
  const isDark = computed({
    get: () => (mode.value === 'auto' ? prefers.value : mode.value === 'dark'),
    set: dark => {
      mode.value = dark === prefers.value ? 'auto' : dark ? 'dark' : 'light';
      write(storageKey, mode.value);
    },
  });
  if (!inBrowser) return isDark;
  listen(window, 'storage', ({ key }: StorageEvent) => {
    if (key === storageKey) mode.value = read();
  });
  watch(isDark, dark => void document.documentElement.classList.toggle('dark', dark), {
    immediate: true,
    flush: 'post',
  });
  return isDark;
}

/** Nothing where the browser keeps nothing. */
function storage(): Storage | undefined {
  try {
    return localStorage;
  } catch {
    return undefined;
  }
}

function write(key: string, value: string): void {
  try {
    localStorage.setItem(key, value);
  } catch {
    // then it holds for this page
  }
}

export function useWindowScroll(): { y: Ref<number> } {
  const y = ref(0);
  if (inBrowser) {
    y.value = scrollY;
    listen(window, 'scroll', () => {
      y.value = scrollY;
    });
  }
  return { y };
}

export function onKeyStroke(name: string, act: (event: KeyboardEvent) => void): void {
  if (inBrowser)
    listen(window, 'keydown', (event: KeyboardEvent) => {
      if (event.key === name) act(event);
    });
}
