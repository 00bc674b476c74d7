/** The search as a page of its own, whose address holds the words: `/search?q=…`. */
import { defineComponent, type FunctionalComponent, h, onMounted, onUnmounted, ref, watch } from 'vue';
import { onArrival } from '../navigation.ts';
import { SearchBox } from './box.ts';
import { letSlashOpen, opensBySlash } from './keys.ts';
import { isAsked, lookFor, searching } from './state.ts';

/** Longer queries would make addresses that hosts refuse. */
const LONGEST = 500;

export const SearchPage = defineComponent({
  name: 'SearchPage',
  setup() {
    const isReady = ref(false);
    let forget = (): void => {};
    onMounted(() => {
      isReady.value = true;
      forget = onArrival(read);
      read();
    });
    onUnmounted(() => forget());
    watch(() => searching.query, write);
    return () =>
      h(
        'div',
        { class: 'search-page', 'data-ready': isReady.value || undefined, 'data-asked': isAsked() || undefined },
        [
          h('h2', { class: 'visually-hidden' }, 'サイト内の検索'),
          h(SearchBox, undefined, { guide: () => h(SlashSwitch) }),
          h(
            'p',
            { class: 'search-absent' },
            'ここでは検索を使えません。検索には JavaScript と、サイトを置いたサーバーが必要です。',
          ),
        ],
      );
  },
});

/** A key of one letter must be one that can be turned off: who speaks to a computer may press it unawares. */
const SlashSwitch: FunctionalComponent = () =>
  h('label', { class: 'search-slash' }, [
    h('input', {
      type: 'checkbox',
      checked: opensBySlash.value,
      onChange: ({ target }: Event) => letSlashOpen((target as HTMLInputElement).checked),
    }),
    '「/」のキーで検索を開く',
  ]);

/** The words of the address; those that are looked for already keep their answer, so that who comes back finds the place. */
function read(): void {
  const asked = new URLSearchParams(location.search).get('q') ?? '';
  if (asked !== searching.query) lookFor(asked);
}

function write(query: string): void {
  const address = new URL(location.href);
  if (query === '' || query.length > LONGEST) address.searchParams.delete('q');
  else address.searchParams.set('q', query);
  try {
    history.replaceState(history.state, '', address);
  } catch {
    // Safari allows a hundred in half a minute; the next letter is written again.
  }
}
