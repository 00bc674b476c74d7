/** Writes in plain words how much was found, and how the query was understood. */
import type { Answer, Note } from '@tsuzuri/search/shared/result';
import type { Searching } from './state.ts';

/** So many characters of a query are repeated. */
const QUERY_SHOWN = 40;
/** So many other words are listed. */
const WORDS_SHOWN = 5;

export function statusOf({ query, answer, isCurrent, hasFailed }: Searching): string {
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
  const all = isExact ? numbered(count) : `${numbered(least)}以上（最大${numbered(count)}）`;
  return hasMore ? `${all}。初めの${shown}件を示します` : all;
}

const numbered = (count: number): string => `${count.toLocaleString('ja')}件`;

/** How the query was understood, with queries to try in its place. */
interface Message {
  readonly text: string;
  readonly offers: readonly Offer[];
}

interface Offer {
  readonly query: string;
  readonly label: string;
}

export const notesOf = ({ query, answer }: Searching): Message[] =>
  (answer?.notes ?? []).map(note => messageOf(note, query));

function messageOf(note: Note, query: string): Message {
  switch (note.kind) {
    case 'reading':
      return { text: `${quoted(note.word)}を${listed(note.as)}としても探しました。`, offers: [only(note.word, query)] };
    case 'names': {
      const names = some(note.as).join('、');
      return { text: `${quoted(note.word)}をほかの名前（${names}）でも探しました。`, offers: [only(note.word, query)] };
    }
    case 'near':
      return { text: `${quoted(note.word)}は見つかりません。${listed(note.as)}で探した結果です。`, offers: [] };
    case 'apart':
      return { text: `${listed(note.words)}は、ほかの箇所にあります。`, offers: note.words.map(alone) };
    case 'long':
      return { text: `検索語が長いため、初めの${note.used}語で探しました。`, offers: [] };
    case 'nothing':
      return { text: 'まだ探す語がありません。記号だけ、または除く語だけでは探せません。', offers: [] };
  }
}

const quoted = (words: string): string => `「${words}」`;
const listed = (words: readonly string[]): string => some(words.map(quoted)).join('');
const some = (words: readonly string[]): string[] =>
  words.length > WORDS_SHOWN ? [...words.slice(0, WORDS_SHOWN), 'など'] : [...words];
const cut = (words: string): string => {
  const characters = [...words];
  return characters.length > QUERY_SHOWN ? `${characters.slice(0, QUERY_SHOWN).join('')}…` : words;
};

/** The same query with this word taken as it stands. */
function only(word: string, query: string): Offer {
  const exact = `"${word}"`;
  const changed = query.includes(word) ? query.replace(word, () => exact) : exact;
  return { query: changed, label: `${quoted(word)}だけを探す` };
}

/** This word without the other conditions. */
const alone = (word: string): Offer => ({ query: word, label: `${quoted(word)}を探す` });
