/** Laws of the search that hold for every book and every query. */

import { openSearch } from '@tsuzuri/search/query';
import { reader, readPlaced, writeList, writer } from '@tsuzuri/search/shared/bytes';
import { fold, foldText } from '@tsuzuri/search/shared/fold';
import type { Answer, Search } from '@tsuzuri/search/shared/result';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { randomFrom } from '../bench/search/corpus.ts';
import { indexOf, passagesOf, readerOf } from './invented.ts';

const RUNS = Number(process.env.TSUZURI_RUNS ?? 1000);
/** More than any book here has. */
const ALL = 1_000_000;

/** Letters of all kinds that minutes have, marks, and what breaks programs. */
const LETTERS =
  'サイバー攻撃情報共有のをにがるさいバハぱＮＩＳＣnisc0123①㈱ｻｲﾊﾞ齋斎慶應応、。「」・ー－-\t\n 　/%:"<>&{}[]()*+?.^$|\\'.split(
    '',
  );
const textOf = (most: number) =>
  fc
    .array(
      fc.oneof(
        { weight: 12, arbitrary: fc.constantFrom(...LETTERS) },
        fc.constantFrom('\ud842\udfb7', '😀', '\ud800', '\u3099', '\0', 'ﷺ'),
      ),
      {
        maxLength: most,
      },
    )
    .map(letters => letters.join(''));

test('a folded text knows the place of each of its letters', () => {
  fc.assert(
    fc.property(textOf(60), text => {
      const { text: folded, places } = fold(text);
      expect(places).toHaveLength(folded.length + 1);
      expect(places.at(-1)).toBe(text.length);
      for (const [at, place] of places.entries()) expect(place).toBeGreaterThanOrEqual(places[at - 1] ?? 0);
      expect(foldText(folded)).toBe(folded);
    }),
    { numRuns: RUNS },
  );
});

test('lists of passages come back as they were written', () => {
  const list = fc.uniqueArray(fc.nat(5_000_000)).map(numbers => numbers.toSorted((a, b) => a - b));
  fc.assert(
    fc.property(list, fc.array(fc.nat(2 ** 31 - 1)), (numbers, others) => {
      expect([...readPlaced(new Uint8Array(writeList(numbers)), numbers.length).passages]).toEqual(numbers);
      const out = writer(1);
      for (const other of others) out.number(other);
      const { number, isAtEnd } = reader(out.done());
      expect(others.map(() => number())).toEqual(others);
      expect(isAtEnd()).toBe(true);
    }),
    { numRuns: RUNS },
  );
});

const hitsOf = ({ documents }: Answer): string[] => documents.map(({ path }) => path).toSorted();

test('a phrase finds the passages that have it, all of them, whatever they are made of', async () => {
  const phrase = fc.tuple(fc.nat(), fc.nat(), fc.integer({ min: 1, max: 9 }));
  await fc.assert(
    fc.asyncProperty(
      fc.array(textOf(40), { minLength: 1, maxLength: 12 }),
      phrase,
      async (texts, [which, from, length]) => {
        const search = openSearch(readerOf(indexOf(passagesOf(texts))));
        const source = texts[which % texts.length] as string;
        const wanted = source
          .slice(from % (source.length + 1))
          .slice(0, length)
          .replace(/["“”＂\n\t。！？!?]/gu, '');
        const pattern = foldText(wanted).trim();
        const answer = await search.ask(`"${wanted}"`, ALL);
        // Marks alone are nothing to look for.
        if (
          !pattern
            .replaceAll('ー', '')
            .split('')
            .some(unit => /[\p{L}\p{N}\p{Cs}]/u.test(unit))
        )
          return void expect(answer.count).toBe(0);
        const truth = texts.flatMap((text, number) => (foldText(text).includes(pattern) ? [`about-${number}`] : []));
        // Where there is none, one letter may differ.
        if (truth.length > 0) expect(hitsOf(answer)).toEqual(truth.toSorted());
        expect(answer.count).toBe(answer.documents.length);
      },
    ),
    { numRuns: RUNS / 2 },
  );
});

test('no query is an error, no mark is out of its text', async () => {
  const search = openSearch(readerOf(indexOf(passagesOf(['サイバー攻撃の情報共有。', 'NISC ㈱ 齋藤', '😀']))));
  const inside = (text: string, marks: readonly (readonly [number, number])[]): void => {
    for (const [at, [from, to]] of marks.entries()) {
      expect(from).toBeGreaterThanOrEqual(marks[at - 1]?.[1] ?? 0);
      expect(to).toBeGreaterThan(from);
      expect(to).toBeLessThanOrEqual(text.length);
    }
  };
  const filters = ['speaker:', '話者:', '会議：', '年:', '年:平成', '年:9999-1', 'kind:', '種類:用語', '-', '"', '-"'];
  const query = fc.array(fc.oneof(textOf(12), fc.constantFrom(...filters))).map(parts => parts.join(' '));
  await fc.assert(
    fc.asyncProperty(query, async typed => {
      const answer = await search.ask(typed, 20);
      expect(answer.least).toBeLessThanOrEqual(answer.count);
      for (const { title, titleMarks, hits } of answer.documents) {
        inside(title, titleMarks);
        for (const { sentence, marks } of hits) inside(sentence, marks);
      }
    }),
    { numRuns: RUNS },
  );
});

test.each([
  ['ten thousand letters', 'サイバー'.repeat(2500)],
  ['ten thousand words', Array.from({ length: 10_000 }, (_, number) => `語${number}`).join(' ')],
  ['ten thousand filters', '年:1900-2100 '.repeat(1000)],
  ['ten thousand kanji', '情報共有'.repeat(2500)],
  ['a question of ten thousand letters', '情報は誰が2012年に取り残さないサイバーの何ですか'.repeat(400)],
  ['ten thousand kana', 'のとりこされさ'.repeat(1430)],
  ['ten thousand Latin letters', 'zeijakusei '.repeat(900)],
  ['nothing', ''],
  ['one kana', 'あ'],
  ['control characters', '\0\u0007情\u0000報\u001b[31m'],
  ['mixed widths', 'ｻｲﾊﾞｰ攻擊　ＮＩＳＣ９'],
  ['an emoji', '😀👨‍👩‍👧サイバー'],
  ['half a letter', '\ud800'],
  ['a pattern', '.*(a+)+$'],
  ['markup', '<img src=x onerror="alert(1)">'],
])('%s get an answer', async (_, typed) => {
  const search = openSearch(readerOf(indexOf(passagesOf(['サイバー攻撃', '情報']))));
  expect(await search.ask(typed, 20)).toMatchObject({ count: expect.any(Number), documents: expect.any(Array) });
});

test('a site that was replaced meanwhile is searched as it is now', async () => {
  let files = indexOf(passagesOf(['古い文書の海']));
  const search = openSearch(path => readerOf(files)(path));
  expect((await search.ask('海', 20)).count).toBe(1);
  files = indexOf(passagesOf(['新しい文書の山', '山の文書']));
  expect((await search.ask('山', 20)).count).toBe(2);
});

test('without an index, or with one of another format, that is said', async () => {
  await expect(openSearch(async () => undefined).ask('海', 20)).rejects.toThrow('index.json');
  const files = indexOf(passagesOf(['海']));
  const manifest = JSON.parse(new TextDecoder().decode(files.get('index.json')));
  files.set('index.json', Buffer.from(JSON.stringify({ ...manifest, format: 0 })));
  await expect(openSearch(readerOf(files)).ask('海', 20)).rejects.toThrow('format 0');
});

test('the same book has the same index, byte for byte; another book other files', () => {
  const files = indexOf(passagesOf(['情報共有', 'サイバー']));
  expect(indexOf(passagesOf(['情報共有', 'サイバー']))).toEqual(files);
  const other = indexOf(passagesOf(['情報共有', 'サイバ']));
  expect([...other.keys()].filter(path => files.has(path))).toEqual(['index.json']);
});

describe('a book too large to be read for one answer', () => {
  const WORDS =
    '政府 情報 共有 攻撃 国際 連携 対策 会議 技術 人材 育成 予算 法律 企業 警察 重要 基盤 防御 演習 戦略'.split(' ');
  const random = randomFrom(6);
  const texts = Array.from({ length: 6000 }, (_, number) =>
    Array.from({ length: 70 }, () => WORDS[Math.floor(random() * WORDS.length)]).join(number % 3 ? 'の' : ''),
  );
  const folded = texts.map(text => foldText(text));
  const truthOf = (...words: string[]): number =>
    folded.filter(text => words.every(word => text.includes(word))).length;
  let search: Search;
  let read = 0;
  beforeAll(() => {
    const files = readerOf(indexOf(passagesOf(texts)));
    search = openSearch(async path => {
      const content = await files(path);
      read += content?.length ?? 0;
      return content;
    });
  });

  test.each([['攻撃'], ['攻撃の国際'], ['法律企業'], ['人材', '予算'], ['の政府の', '連携の対策']])(
    'shows only what has the words, and never promises less than there is: %s %s',
    async (...words) => {
      const phrases = words
        .filter(Boolean)
        .map(word => `"${word}"`)
        .join(' ');
      const truth = truthOf(...words.filter(Boolean));
      const answer = await search.ask(phrases, 20);
      const shown = answer.documents.map(({ path }) => folded[Number(path.replace('about-', ''))] as string);
      expect(shown.length).toBeGreaterThan(0);
      for (const text of shown) expect(words.every(word => text.includes(word))).toBe(true);
      expect(answer.count).toBeGreaterThanOrEqual(truth);
      expect(answer.least).toBeLessThanOrEqual(truth);
      if (answer.isExact) expect(answer.count).toBe(truth);
    },
  );

  test('who goes on sees all of it', async () => {
    const truth = truthOf('法律の企業の警察');
    expect(truth).toBeGreaterThan(20);
    const answer = await search.ask('"法律の企業の警察"', ALL);
    expect({
      shown: answer.documents.length,
      count: answer.count,
      isExact: answer.isExact,
      more: answer.hasMore,
    }).toEqual({
      shown: truth,
      count: truth,
      isExact: true,
      more: false,
    });
  });

  test('does not read the whole book for a word', async () => {
    read = 0;
    await search.ask('演習戦略', 20);
    expect(read).toBeLessThan(60_000);
  });
});
