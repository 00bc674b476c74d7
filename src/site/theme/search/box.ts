/** The field for the words with what was found below it, in the dialog and on the search page. */
import { defineComponent, h, nextTick, ref, watch } from 'vue';
import { isOfInputMethod } from './keys.ts';
import { SearchResults } from './results.ts';
import { isAsked, lookFor, searching } from './state.ts';

/** Slots: `beside` the field, `guide` in place of the results while nothing is asked. */
export const SearchBox = defineComponent({
  name: 'SearchBox',
  props: { entersFirst: Boolean },
  setup(props, { slots }) {
    const root = ref<HTMLElement>();
    const field = ref<HTMLInputElement>();
    const links = (): HTMLAnchorElement[] => Array.from(root.value?.querySelectorAll('.search-results a') ?? []);
    let wantsFirst = false;
    const first = (): HTMLElement | null | undefined => {
      const best = root.value?.querySelector('.search-document');
      return best?.querySelector<HTMLElement>('li a') ?? best?.querySelector('a');
    };
    const enter = async (): Promise<void> => {
      wantsFirst = !searching.isCurrent;
      if (!wantsFirst) first()?.click();
    };
    watch(
      () => searching.isCurrent,
      async isCurrent => {
        if (!isCurrent || !wantsFirst) return;
        await nextTick();
        enter();
      },
    );
    const move = (event: KeyboardEvent, step: number): void => {
      const stops = [field.value, ...links()];
      const next = stops[stops.indexOf(document.activeElement as HTMLAnchorElement) + step];
      if (!next) return;
      event.preventDefault();
      next.focus();
    };
    const onKeydown = (event: KeyboardEvent): void => {
      if (isOfInputMethod(event)) return;
      const isInField = event.target === field.value;
      const act: Record<string, () => void> = {
        ArrowDown: () => move(event, 1),
        ArrowUp: () => move(event, -1),
        Enter: () => isInField && props.entersFirst && enter(),
      };
      if (act[event.key]) act[event.key]?.();
      else if (!isInField && isLetter(event)) field.value?.focus(); // which then gets the letter
    };
    return () =>
      h('div', { ref: root, role: 'search', class: 'search-box', onKeydown }, [
        h('div', { class: 'search-field' }, [
          h('label', [
            h('span', '検索する言葉'),
            h('input', {
              ref: field,
              type: 'search',
              value: searching.query,
              autocomplete: 'off',
              autocapitalize: 'off',
              spellcheck: false,
              enterkeyhint: 'search',
              placeholder: '例：情報共有',
              onInput: ({ target }: Event) => {
                wantsFirst = false;
                lookFor((target as HTMLInputElement).value);
              },
            }),
          ]),
          slots.beside?.(),
        ]),
        isAsked() ? h(SearchResults) : slots.guide?.(),
      ]);
  },
});

/** Space and Enter press buttons. */
const isLetter = ({ key, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean =>
  !ctrlKey && !metaKey && !altKey && key !== ' ' && ([...key].length === 1 || key === 'Backspace');
