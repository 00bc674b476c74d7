/** Says in plain words how much was found, and how the query was taken. */

import type { Answer, Note } from '@tsuzuri/search/shared/result';
import { h, type VNodeChild } from 'vue';
import { lookFor, searching } from './state.ts';

/** So much of a query is said again. */
const SAID = 40;
/** So many other words are said. */
const WORDS = 5;

export function statusOf({ query, answer, isCurrent, hasFailed }: typeof searching): string {
  if (hasFailed) return '検索の索引を読み込めませんでした。通信の状態を確かめて、もう一度お試しください。';
  if (query.trim() === '') return '';
  if (!answer) return '探しています…';
  if (answer.count > 0) return countOf(answer);
  if (answer.notes.some(({ kind }) => kind === 'nothing') || !isCurrent) return '';
  if (answer.notes.some(({ kind }) => kind === 'apart')) return '入れた条件のすべてに合う箇所はありません。';
  return `${quoted(cut(query.trim()))}は見つかりませんでした。語を短くする、別の言葉にする、絞り込みや「"」を外す、などをお試しください。`;
}

/** `13件`, `12件以上（最大1,240件）。初めの10件を示します` */
function countOf({ count, least, isExact, documents, hasMore }: Answer): string {
  const shown = documents.reduce((sum, { hits }) => sum + hits.length, 0);
  const said = isExact ? numbered(count) : `${numbered(least)}以上（最大${numbered(count)}）`;
  return hasMore ? `${said}。初めの${shown}件を示します` : said;
}

const numbered = (count: number): string => `${count.toLocaleString('ja')}件`;

export function notesOf(answer: Answer | undefined): VNodeChild[] {
  return (answer?.notes ?? []).map(note => h('p', { class: 'search-note' }, SAY[note.kind](note as never)));
}

type Say = { readonly [Kind in Note['kind']]: (note: Extract<Note, { kind: Kind }>) => VNodeChild[] };

const SAY: Say = {
  reading: ({ word, as }) => [`${quoted(word)}を${listed(as)}としても探しました。`, only(word)],
  names: ({ word, as }) => [`${quoted(word)}をほかの名前（${some(as).join('、')}）でも探しました。`, only(word)],
  near: ({ word, as }) => [`${quoted(word)}は見つかりません。${listed(as)}で探した結果です。`],
  apart: ({ words }) => [`${listed(words)}は、ほかの箇所にあります。`, ...words.map(alone)],
  long: ({ used }) => [`検索語が長いため、初めの${used}語で探しました。`],
  nothing: () => ['まだ探す語がありません。記号だけ、または除く語だけでは探せません。'],
};

const quoted = (words: string): string => `「${words}」`;
const listed = (words: readonly string[]): string => some(words.map(quoted)).join('');
const some = (words: readonly string[]): string[] =>
  words.length > WORDS ? [...words.slice(0, WORDS), 'など'] : [...words];
const cut = (words: string): string => {
  const letters = [...words];
  return letters.length > SAID ? `${letters.slice(0, SAID).join('')}…` : words;
};

/** Leads to the same query with this word taken as it stands. */
function only(word: string): VNodeChild {
  const exact = `"${word}"`;
  const { query } = searching;
  const changed = query.includes(word) ? query.replace(word, () => exact) : exact;
  return leadTo(changed, `${quoted(word)}だけを探す`);
}

/** Leads to this word without the other conditions. */
const alone = (word: string): VNodeChild => leadTo(word, `${quoted(word)}を探す`);

const leadTo = (query: string, words: string): VNodeChild =>
  h('button', { type: 'button', class: 'search-say', onClick: () => lookFor(query) }, words);
