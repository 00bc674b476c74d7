/** Shows what was found: by document, each place with the sentence around the words. */

import { urlOf } from '@tsuzuri/core/urls';
import type { Answer, FoundDocument, Hit, Span } from '@tsuzuri/search/shared/result';
import { withBase } from 'vitepress';
import { type FunctionalComponent, h, type VNodeChild } from 'vue';
import { type Found, goTo } from './marks.ts';
import { notesOf, statusOf } from './search-notes.ts';
import { isAsked, searching, showMore } from './state.ts';

const KINDS: Readonly<Record<string, string>> = {
  minutes: '会議録',
  term: '用語',
  person: '人物',
  body: '会議体',
  rule: '規則',
  text: '文書',
};

export const SearchResults: FunctionalComponent = () => {
  const { answer } = searching;
  return h('div', { class: 'search-results', 'aria-busy': isAsked() && !searching.isCurrent }, [
    h('div', { role: 'status', class: 'search-status' }, [h('p', statusOf(searching)), ...notesOf(answer)]),
    ...(answer ? found(answer) : []),
  ]);
};
SearchResults.displayName = 'SearchResults';

function found({ documents, hasMore, nearest }: Answer): VNodeChild[] {
  return [
    ...documents.map(documentOf),
    hasMore && h('button', { type: 'button', class: 'search-more', onClick: more }, '続きを表示'),
    nearest.length > 0 && [
      h('h3', '用語集の近い項目'),
      h(
        'ul',
        { class: 'search-nearest' },
        nearest.map(({ path, title }) => h('li', [h('a', { href: addressOf(path) }, title)])),
      ),
    ],
  ];
}

function documentOf({ path, kind, title, titleMarks, date, hits, more }: FoundDocument): VNodeChild {
  const about = [KINDS[kind] ?? kind, date].filter(Boolean).join('　');
  return h('section', { class: 'search-document' }, [
    h('h3', [link({ path }, { words: marked(title, titleMarks), found: { pieces: pieces(title, titleMarks) } })]),
    h('p', { class: 'search-about' }, about),
    hits.some(isSeen) &&
      h(
        'ul',
        hits.filter(isSeen).map(hit => h('li', [placeOf(path, hit)])),
      ),
    more > 0 && h('p', { class: 'search-about' }, `この文書にほか${more.toLocaleString('ja')}件`),
  ]);
}

/** Where only the title has the words, the link of the title is enough. */
const isSeen = ({ heading, who, sentence }: Hit): boolean => [heading, who, sentence].some(Boolean);

function placeOf(path: string, hit: Hit): VNodeChild {
  const { anchor, heading, headingMarks, who, whoMarks, sentence, marks, found } = hit;
  const name = [
    heading === undefined ? undefined : h('b', marked(heading, headingMarks)),
    who === undefined ? undefined : h('span', marked(who, whoMarks)),
  ].filter(Boolean);
  return link(
    { path, anchor },
    {
      words: [
        name.length > 0 && h('span', { class: 'search-place' }, name),
        sentence !== '' && h('span', { class: 'search-sentence' }, marked(sentence, marks)),
      ],
      found: { pieces: found, sentence },
    },
  );
}

function link(
  place: { path: string; anchor?: string | undefined },
  shown: { words: VNodeChild; found: Found },
): VNodeChild {
  const href = addressOf(place.path, place.anchor);
  return h('a', { href, class: 'search-link', onClick: (event: MouseEvent) => goTo(event, shown.found) }, [
    shown.words,
  ]);
}

/** `glossary/nisc`, `n2` → `/glossary/nisc#n2` */
const addressOf = (path: string, anchor?: string): string =>
  withBase(urlOf(path) + (anchor === undefined ? '' : `#${anchor}`));

/** A text with what was found in it marked. */
function marked(text: string, marks: readonly Span[]): VNodeChild[] {
  const ends = marks.map(([, to]) => to);
  const parts = marks.flatMap(([from, to], index) => [
    text.slice(ends[index - 1] ?? 0, from),
    h('mark', text.slice(from, to)),
  ]);
  return [...parts, text.slice(ends.at(-1) ?? 0)];
}

const pieces = (text: string, marks: readonly Span[]): string[] => marks.map(([from, to]) => text.slice(from, to));

/** Who comes by keyboard goes on at the first place that is new. */
async function more({ target, detail }: MouseEvent): Promise<void> {
  const list = (target as Element).closest('.search-results');
  const links = (): HTMLAnchorElement[] => Array.from(list?.querySelectorAll('a') ?? []);
  const known = new Set(links().map(({ href }) => href));
  await showMore();
  if (detail === 0)
    links()
      .find(({ href }) => !known.has(href))
      ?.focus();
}
