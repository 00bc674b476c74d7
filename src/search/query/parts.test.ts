/** Holds what a question finds that no passage has word for word. */
import { expect, test } from 'vitest';
import { indexOf, readerOf } from '../../../tests/search/invented.ts';
import { lexiconOf, type Named } from '../index/lexicon.ts';
import type { Passage } from '../index/passages.ts';
import { openSearch } from './index.ts';

/** As the analyser reads it. */
const READ = [
  { surface: '踏み台', reading: 'フミダイ', kind: '名詞' },
  { surface: '迷惑', reading: 'メイワク', kind: '名詞' },
  { surface: '対策', reading: 'タイサク', kind: '名詞' },
];
const NAMED: readonly Named[] = [
  { path: 'glossary/net', title: 'ボットネット', names: ['ボットネット', 'botnet'], readings: ['ぼっとねっと'] },
];

let anchors = 0;
const speech = (text: string, more: Partial<Passage & Passage['head']> = {}): Passage => {
  const { path = 'minutes/a', day = '2021-09-27', title = '会合', kind = 'minutes', ...rest } = more;
  return { isFirst: false, isOpening: true, anchor: `u${++anchors}`, ...rest, head: { path, kind, title, day }, text };
};

async function first(query: string, passages: readonly Passage[]): Promise<string | undefined> {
  const lexicon = lexiconOf(
    passages.map(({ text }) => text),
    { named: NAMED, read: run => READ.filter(({ surface }) => run.includes(surface)) },
  );
  const { documents } = await openSearch(readerOf(indexOf(passages, lexicon))).ask(query, 20);
  return documents[0]?.hits[0]?.sentence;
}

const OTHERS = ['被害が広がる。', '予算の話です。', '対策を取る。', '委員の意見。', '警察の話です。'].map(text =>
  speech(text, { path: 'minutes/b', day: '2012-11-01' }),
);

test.each([
  ['踏台にされる被害', '被害があり、踏み台になる。'],
  ['ふみだい の被害はどんなものですか', '被害があり、踏み台になる。'],
  ['家で働く人の被害について教えて', 'テレワークで被害が出た。'],
  ['メイワク メールのたいさくは何ですか', '迷惑メールを止める。'],
  ['犯人はどうやって捕まえるのですか', '攻撃者を検挙する。'],
  ['情報連携体制の整備', '情報連携の体制を整える。'],
])('%s', async (query, text) => expect(await first(query, [...OTHERS, speech(text)])).toBe(text));

test('who speaks comes before who is spoken of', async () => {
  const said = speech('予算は足りる。', { speaker: '経済産業大臣', heading: '経済産業大臣' });
  const named = speech('経済産業大臣の予算は別だ。', { speaker: '乙委員', heading: '乙委員' });
  expect(await first('経産相が予算について言ったこと', [named, said, ...OTHERS])).toBe('予算は足りる。');
});

test('of the day that is asked for, the place of the meeting', async () => {
  const place = speech('第2特別会議室', { heading: '2 場所', anchor: 's2' });
  const hour = speech('令和3年9月27日 9時', { heading: '1 日時', anchor: 's1' });
  const elsewhere = speech('講堂', { heading: '2 場所', path: 'minutes/b', day: '2012-11-01' });
  expect(await first('R3.9.27の会議はどこでやった', [elsewhere, hour, place, ...OTHERS])).toBe('第2特別会議室');
});

test('an answer follows its question', async () => {
  const passages = [speech('電話がつながらないと聞く。どうするのか。'), speech('受付を増やす。'), ...OTHERS];
  const lexicon = lexiconOf([], { named: [], read: () => [] });
  const { documents } = await openSearch(readerOf(indexOf(passages, lexicon))).ask('電話の受付はどうなりますか', 20);
  expect(documents[0]?.hits.map(({ sentence }) => sentence)).toContain('受付を増やす。');
});

test('what a thing is: its entry, by any spelling', async () => {
  const entry = speech('ボットネットは、操られる機器の網です。', {
    path: 'glossary/net',
    kind: 'term',
    title: 'ボットネット',
    isFirst: true,
  });
  const told = speech('ボットネットを壊した。');
  for (const query of ['ボットネットとは', 'ボット・ネットって何ですか', 'ぼっとねっとの意味', 'what is a botnet?'])
    expect(await first(query, [told, entry, ...OTHERS])).toBe('ボットネットは、操られる機器の網です。');
});
