/** Holds which words of a question are looked for, and which years it names. */
import { describe, expect, test } from 'vitest';
import { isQuestion, understand } from './understand.ts';

/** Without kanji alone and what was not typed. */
const wordsOf = (typed: string): string[] =>
  understand(typed)
    .words.filter(({ role, weight }) => (role === undefined || role === 'person') && weight > 0.35)
    .map(({ forms: [form = ''] }) => form);

describe('words', () => {
  test.each([
    ['みどりバスの運賃はいくらになりましたか', ['バス', '運賃']],
    ['図書館の開館時間について教えてください', ['図書館', '開館時間']],
    ['町長が防災無線のことで何と答弁したか', ['町長', '防災無線', '答弁']],
    ['ゼロトラストとは', ['ゼロトラスト']],
    ['what is zero trust', ['zero', 'trust']],
    ['', []],
    ['なぜですか', []],
  ])('%s', (typed, words) => expect(wordsOf(typed)).toEqual(words));

  test('a person by the name alone, too; a short word by the long one', () => {
    expect(understand('山田先生の発言').words[0]?.forms).toEqual(['山田先生', '山田']);
    expect(understand('経産大臣').words[0]?.forms).toEqual(['経産大臣', '経産', '経済産業大臣', '経済産業']);
    expect(understand('キャパシティ・ビルディング').words[0]?.forms).toContain('キャパシティビルディング');
  });
});

describe('what is looked for besides', () => {
  const formsOf = (typed: string): string[] => understand(typed).words.flatMap(({ forms }) => forms);

  test.each([
    ['経産相の発言', '経済産業大臣'],
    ['星先生の話', '星委員'],
    ['第三次行動計画', '第3次行動計画'],
    ['第3次行動計画', '第三次行動計画'],
    ['取り残さない社会', '取残'],
    ['人材育成の予算', '人材'],
    ['役所の仕事', '省庁'],
    ['次はいつ集まりますか 委員会', '次回'],
    ['capacity building', 'capacity building'],
  ])('%s', (typed, form) => expect(formsOf(typed)).toContain(form));
});

test.each([
  ['通信の秘密とは何ですか', '通信の秘密'],
  ['NIST SP800-171とは', 'NIST SP800-171'],
  ['what is zero trust?', 'zero trust'],
  ['通信の秘密を守る', undefined],
])('the thing that is asked for: %s', (typed, thing) => expect(understand(typed).thing).toBe(thing));

test.each([
  ['演習に何人が参加したか', '計32組織、174名が参加', true],
  ['演習に何人が参加したか', '10組織が参加', false],
  ['いくらかかった', '15億円で開発', true],
  ['演習の目的', '174名', undefined],
])('what an answer has: %s, %s', (typed, text, has) => expect(understand(typed).answer?.test(text)).toBe(has));

describe('years', () => {
  test.each([
    ['平成25年6月20日の会議', '2013', '2013年6月20日'],
    ['R3.9.27', '2021', '2021年9月27日'],
    ['令和元年度の予算', '2019', '2019年'],
    ['2021/9/27 の議事', '2021', '2021年9月27日'],
    ['二〇一二年の会合', '2012', '2012年'],
    ['平成二十五年十月の会議', '2013', '2013年10月'],
    ['H25年11月に始まった事業', '2013', '2013年11月'],
  ])('%s', (typed, year, form) => {
    const { years, words } = understand(typed);
    expect(years).toEqual([year]);
    expect(words[0]?.forms).toContain(form);
  });

  test.each(['SP 800-171', '第31回', '30億ドル', '12345678', 'R2D2'])('%s names none', typed =>
    expect(understand(typed).years).toEqual([]),
  );
});

test.each([
  ['東京大会で何があったか', true],
  ['ランサムウェアとは', true],
  ['重要インフラ 演習', false],
  ['取り組み', false],
])('whether it asks: %s', (typed, asks) => expect(isQuestion(typed)).toBe(asks));
