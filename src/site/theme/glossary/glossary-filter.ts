/** Narrows the index of the glossary to what a reader looks for. */
import { useData } from 'vitepress';
import { computed, defineComponent, h, onMounted, ref, shallowRef, type VNode } from 'vue';
import type { ThemeConfig } from '../../config/navigation.ts';
import { askSite } from '../data.ts';
import { type Findable, isEmpty, matches, type Wish } from './match.ts';

const ALL: Wish = { words: '', category: '' };

/** The index is text of the page, behind this component: here is only hidden what does not match. */
export const GlossaryFilter = defineComponent({
  name: 'GlossaryFilter',
  setup() {
    const { theme } = useData<ThemeConfig>();
    const root = ref<HTMLElement>();
    const ready = ref(false);
    const wish = shallowRef(ALL);
    const said = ref('');
    const narrowed = computed(() => !isEmpty(wish.value));
    let entries: Promise<readonly Findable[]> | undefined;
    const load = () => {
      entries ??= fetchEntries();
      return entries;
    };
    const ask = async (change: Partial<Wish>) => {
      wish.value = { ...wish.value, ...change };
      history.replaceState(history.state, '', addressOf(wish.value));
      try {
        said.value = narrow(root.value, await load(), wish.value);
      } catch {
        entries = undefined; // the next letter tries again
        said.value = '用語の一覧を読み込めませんでした。';
      }
    };
    onMounted(() => {
      ready.value = true;
      said.value = narrow(root.value, [], ALL);
      const wished = wishOf(location.search);
      if (!isEmpty(wished)) ask(wished);
    });
    return () =>
      h(
        'div',
        {
          ref: root,
          role: 'search',
          class: 'glossary-filter',
          'data-ready': ready.value || undefined,
          'data-narrowed': narrowed.value || undefined,
          onFocusin: () => load().catch(() => {}),
        },
        [
          labelled('用語を絞り込む', wordsField(wish.value, ask)),
          labelled('分類', categoryField(wish.value, theme.value.categories, ask)),
          h('p', { role: 'status', 'aria-live': 'polite' }, said.value),
        ],
      );
  },
});

type Ask = (change: Partial<Wish>) => void;

const labelled = (label: string, field: VNode): VNode => h('label', [h('span', label), field]);

function wordsField({ words }: Wish, ask: Ask): VNode {
  return h('input', {
    type: 'search',
    value: words,
    autocomplete: 'off',
    spellcheck: false,
    onInput: ({ target }: Event) => ask({ words: (target as HTMLInputElement).value }),
    onKeydown: ({ key, isComposing }: KeyboardEvent) => {
      if (key === 'Escape' && !isComposing) ask(ALL);
    },
  });
}

function categoryField({ category }: Wish, categories: ThemeConfig['categories'], ask: Ask): VNode {
  const options = [['', 'すべて'], ...categories].map(([value, name]) => h('option', { value }, name));
  return h(
    'select',
    { value: category, onChange: ({ target }: Event) => ask({ category: (target as HTMLSelectElement).value }) },
    options,
  );
}

async function fetchEntries(): Promise<readonly Findable[]> {
  const glossary = await askSite<{ entries: Findable[] }>('/glossary.json');
  if (!glossary) throw new Error('glossary.json has not come');
  return glossary.entries;
}

/** `?q=さいばー&category=law` */
function wishOf(search: string): Wish {
  const asked = new URLSearchParams(search);
  return { words: asked.get('q') ?? '', category: asked.get('category') ?? '' };
}

function addressOf({ words, category }: Wish): string {
  const address = new URL(location.href);
  for (const [key, value] of Object.entries({ q: words.trim(), category })) {
    if (value) address.searchParams.set(key, value);
    else address.searchParams.delete(key);
  }
  return address.href;
}

/**
 * Shows of the index what matches, with the headings above it.
 * @returns how many entries that are, in words
 */
function narrow(root: HTMLElement | undefined, entries: readonly Findable[], wish: Wish): string {
  const wanted = new Set(entries.filter(entry => matches(entry, wish)).map(({ id }) => id));
  const index = root?.nextElementSibling;
  const lists = index ? Array.from(index.querySelectorAll<HTMLElement>(':scope > ul:not(#by-category ~ ul)')) : [];
  let shown = 0;
  for (const list of lists) {
    const items = Array.from(list.children) as HTMLElement[];
    for (const item of items) item.hidden = !isEmpty(wish) && !wanted.has(idOf(item));
    const left = items.filter(({ hidden }) => !hidden).length;
    for (const part of [list, list.previousElementSibling as HTMLElement]) part.hidden = left === 0;
    shown += left;
  }
  return shown > 0 ? `${shown}件` : 'あてはまる用語はありません。語を短くするか、分類を「すべて」にしてください。';
}

/** The id of the entry to which an item leads. */
const idOf = (item: HTMLElement): string =>
  decodeURIComponent(item.querySelector('a')?.pathname.split('/').at(-1) ?? '');
