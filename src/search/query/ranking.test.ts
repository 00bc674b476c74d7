/** Holds in which order places are shown, and what is said of how a query was taken. */

import { describe, expect, test } from 'vitest';
import { indexOf, readerOf } from '../../../tests/search/invented.ts';
import type { Passage } from '../index/passages.ts';
import type { LexiconEntry } from '../shared/format.ts';
import { openSearch } from './index.ts';

const LEXICON: readonly LexiconEntry[] = [
  { key: 'nisc', kind: 'names', forms: ['内閣サイバーセキュリティセンター'] },
  { key: 'じょうほう', kind: 'reading', forms: ['情報'] },
  { key: 'じょう', kind: 'begun', forms: ['じょうほう 情報'] },
];

let numbers = 0;
const passage = (
  kind: Passage['head']['kind'],
  text: string,
  more: Partial<Passage & Passage['head']> = {},
): Passage => {
  const { title = '文書', day, isFirst = kind !== 'minutes', ...rest } = more;
  const { body } = more;
  const head = { path: more.path ?? `page-${++numbers}`, kind, title, ...(day && { day }), ...(body && { body }) };
  return { isOpening: true, ...rest, head, isFirst, text };
};

async function ask(query: string, passages: readonly Passage[]) {
  return openSearch(readerOf(indexOf(passages, LEXICON))).ask(query, 20);
}
const order = async (query: string, passages: readonly Passage[]): Promise<string[]> =>
  (await ask(query, passages)).documents.map(({ path }) => path);

describe('the order of places', () => {
  test('the title itself, a title, a heading, a speech, the label of one, an entry that tells of it', async () => {
    const passages = [
      passage('minutes', '予算を見直す。', { path: 'speech', day: '2021-01-01' }),
      passage('term', '予算のことです。', { path: 'entry' }),
      passage('minutes', '話す。', { path: 'heading', heading: '予算の審議', day: '2012-01-01' }),
      passage('minutes', '', { path: 'title', title: '予算委員会', isFirst: true }),
      passage('minutes', '話す。', { path: 'label', heading: '予算課長', speaker: '予算課長', day: '2024-01-01' }),
      passage('term', '国の収入と支出の見積り。', { path: 'itself', title: '予算' }),
    ];
    expect(await order('予算', passages)).toEqual(['itself', 'title', 'heading', 'speech', 'label', 'entry']);
  });

  test('the newest speech first, the undated last', async () => {
    const passages = ['2012-11-01', '', '2021-09-27', '2015'].map(day =>
      passage('minutes', '予算', { path: `d${day}`, day }),
    );
    expect(await order('予算', passages)).toEqual(['d2021-09-27', 'd2015', 'd2012-11-01', 'd']);
  });

  test('the date that a page shows finds the page', async () => {
    const more = { isFirst: true, path: 'that-day', day: '2021-09-27', title: '会合' };
    const first = passage('minutes', '', more);
    const dated = { ...first, head: { ...first.head, date: '2021年9月27日' } };
    expect(await order('2021年9月27日', [passage('minutes', '9月27日'), dated])).toEqual(['that-day']);
  });

  test('words near each other before words far apart', async () => {
    const far = passage('minutes', `予算${'あ'.repeat(200)}人材`, { path: 'far', day: '2021' });
    const near = passage('minutes', '人材の予算', { path: 'near', day: '2012' });
    expect(await order('予算 人材', [far, near])).toEqual(['near', 'far']);
  });

  test('a whole Latin word before a part of one, the typed name before another name', async () => {
    const torn = passage('minutes', 'Initiative', { path: 'torn', day: '2021' });
    const whole = passage('minutes', 'ITの利用', { path: 'whole', day: '2012' });
    expect(await order('IT', [torn, whole])).toEqual(['whole', 'torn']);
    const other = passage('minutes', '内閣サイバーセキュリティセンター', { path: 'other', day: '2021' });
    const typed = passage('minutes', 'NISC', { path: 'typed', day: '2012' });
    expect(await order('ＮＩＳＣ', [other, typed])).toEqual(['typed', 'other']);
  });

  test('many places of one document leave room for others', async () => {
    const many = Array.from({ length: 30 }, (_, at) =>
      passage('minutes', `予算${at}`, { path: 'long', anchor: `u${at}`, day: '2021' }),
    );
    const { documents, count, hasMore } = await ask('予算', [
      ...many,
      passage('minutes', '予算', { path: 'short', day: '2012' }),
    ]);
    expect(documents.map(({ path, hits, folded, more }) => [path, hits.length, folded.length, more])).toEqual([
      ['long', 4, 20, 6],
      ['short', 1, 0, 0],
    ]);
    expect({ count, hasMore }).toEqual({ count: 31, hasMore: true });
  });
});

describe('what is shown', () => {
  test('all, while there is room for it', async () => {
    const twelve = Array.from({ length: 12 }, (_, at) =>
      passage('minutes', `予算${at}`, { path: 'one', anchor: `u${at}` }),
    );
    const { documents, hasMore } = await ask('予算', twelve);
    expect(documents.map(({ hits, folded }) => [hits.length, folded.length])).toEqual([[12, 0]]);
    expect(hasMore).toBe(false);
  });

  test('what the places have in common, each with how many they are', async () => {
    const { facets, counted } = await ask('予算', [
      passage('minutes', '予算', { day: '2012-11-01', body: '本部 甲会議', speaker: '乙委員', who: '乙 一郎' }),
      passage('minutes', '予算', { day: '2021-09-27', body: '甲会議', speaker: '乙委員', who: '乙 一郎' }),
      passage('term', '予算'),
    ]);
    expect(facets.map(({ field, value, count }) => `${field} ${value} ${count}`)).toEqual([
      'kind minutes 2',
      'kind term 1',
      'body 甲会議 2',
      'year 2021 1',
      'year 2012 1',
      'speaker 乙 一郎 2',
    ]);
    expect(counted).toBe(3);
  });
});

describe('what is shown of a place', () => {
  test('the sentence that has the words, with these marked', async () => {
    const [document] = (
      await ask('予算', [passage('minutes', '始めます。補正予算の　話です。終わります。', { anchor: 'u3' })])
    ).documents;
    expect(document?.hits).toMatchObject([{ anchor: 'u3', sentence: '補正予算の　話です。', marks: [[2, 4]] }]);
  });

  test('a long sentence is cut around them, a letter of two units is not', async () => {
    const text = `${'𠮷'.repeat(90)}予算${'𠮷'.repeat(90)}`;
    const [hit] = (await ask('予算', [passage('minutes', text)])).documents[0]?.hits ?? [];
    expect(hit?.sentence).toMatch(/^…(?:𠮷)+予算(?:𠮷)+…$/u);
    expect(hit?.sentence.slice(...(hit.marks[0] as [number, number]))).toBe('予算');
  });

  test('two sentences where none has all words, one sign for what is between', async () => {
    const far = `${'あ'.repeat(99)}予算${'あ'.repeat(99)}。間。人材です。`;
    for (const [text, shown] of [
      ['予算です。間。人材です。', /^予算です。…人材です。$/],
      [far, /^…あ+予算あ+…人材です。$/],
      [`人材です。${far}`, /^人材です。…あ+予算あ+…$/],
    ] as const) {
      const [hit] = (await ask('人材 予算', [passage('minutes', text)])).documents[0]?.hits ?? [];
      expect(hit?.sentence).toMatch(shown);
      expect(hit?.marks.map(([from, to]) => hit.sentence.slice(from, to)).toSorted()).toEqual(
        ['予算', '人材'].toSorted(),
      );
      expect(hit?.found.toSorted()).toEqual(['予算', '人材'].toSorted());
    }
  });

  test('cells of a table stand apart; what folds to several letters is marked whole', async () => {
    const [hit] = (await ask('㈱', [passage('minutes', '綴り㈱\t取締役')])).documents[0]?.hits ?? [];
    expect(hit).toMatchObject({ sentence: '綴り㈱　取締役', marks: [[2, 3]] });
  });
});

describe('what is said of the query', () => {
  const PASSAGES = [
    passage('minutes', '情報を共有する。', { day: '2012-11-01' }),
    passage('minutes', '予算の審議。サイバーセキュリティ。2012年度の件。', { day: '2021' }),
  ];
  const notes = async (query: string) => (await ask(query, PASSAGES)).notes;

  test.each([
    ['じょうほう', [{ kind: 'reading', word: 'じょうほう', as: ['情報'] }]],
    ['じょうほ', [{ kind: 'reading', word: 'じょうほ', as: ['情報'] }]],
    ['"じょうほう"', []],
    ['サイバーセキュリテイ', [{ kind: 'near', word: 'サイバーセキュリテイ', as: ['サイバーセキュリティ'] }]],
    ['サイバーセュキリティ', [{ kind: 'near', word: 'サイバーセュキリティ', as: ['サイバーセキュリティ'] }]],
    ['情報 予算', [{ kind: 'parts', words: ['情報', '予算'] }]],
    ['情報と予算はどうなっていますか', [{ kind: 'parts', words: ['情報', '予算'] }]],
    ['平成24年度の情報共有とは', [{ kind: 'parts', words: ['平成24年度', '情報', '共有', '2012年'] }]],
    ['情報 年:2021', [{ kind: 'apart', words: ['情報'] }]],
    ['・・・', [{ kind: 'nothing' }]],
    ['-情報', [{ kind: 'nothing' }]],
    ['情報 年:', []],
  ])('%s', async (query, said) => {
    expect(await notes(query)).toEqual(said);
  });

  test('another figure is another number, never a slip', async () => {
    expect(await ask('2013年度', PASSAGES)).toMatchObject({ count: 0, notes: [] });
  });
});
