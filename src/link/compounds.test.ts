/** Checks which compounds are found in a text, and what speaks for them. */
import { beforeAll, describe, expect, it, test } from 'vitest';
import { loadTools } from '../../tests/seeds.ts';
import { type BlockText, type Compound, compoundsIn, keyOf } from './compounds.ts';
import type { Analyse } from './noun-phrases.ts';

let analyse: Analyse;
beforeAll(async () => {
  const { analyzer } = await loadTools();
  analyse = text => analyzer.tokenize(text);
});

const block = (text: string, more: Partial<BlockText> = {}): BlockText => ({
  text,
  page: 'minutes/x',
  isHeading: false,
  isItem: false,
  ...more,
});

const found = (text: string, more: Partial<BlockText> = {}): Compound[] => compoundsIn([block(text, more)], analyse);

/** Texts with all that is found in them, whatever its score. */
const FOUND: readonly (readonly [text: string, ...terms: string[]])[] = [
  ['標的型攻撃の解析について', '標的型攻撃'],
  ['第2次行動計画の評価', '第2次行動計画'],
  ['日EU ICTセキュリティワークショップを開く。', '日EU ICTセキュリティワークショップ'],
  ['日・ASEAN友好協力40周年に当たる。', '日・ASEAN友好協力40周年'],
  ['セキュリティ・バイ・デザインの考えで', 'セキュリティ・バイ・デザイン'],
  ['サイバー攻撃等の脅威と、サイバー攻撃時の備え', 'サイバー攻撃'],
  ['平成25年9月の標的型攻撃、第31回会合、約2400億円', '標的型攻撃'],
  [
    '「サイバー空間に関するブダペスト会議」に出た。',
    'サイバー空間',
    'ブダペスト会議',
    'サイバー空間に関するブダペスト会議',
  ],
  ['「サイバー空間の利用に向けて」と題する指針を作る。', 'サイバー空間', 'サイバー空間の利用に向けて'],
  ['シギント機関と', 'シギント'],
  ['③キャパシティ・ビルディングが重要', 'キャパシティ・ビルディング'],
  ['格差 (デジタル・ディバイド解消)', 'デジタル・ディバイド'],
  ['スマートテレビを買う', 'スマートテレビ'],
  ['インシデントと、インシデントの報告。インシデントはまた、インシデントへ', 'インシデント'],
  [
    '高度情報通信ネットワーク社会推進戦略本部情報セキュリティ政策会議の',
    '高度情報通信ネットワーク社会推進戦略本部',
    '情報セキュリティ政策会議',
  ],
];

/** Texts in which no term is found: persons, offices, places, agendas, everyday words, katakana of before 1946. */
const NONE: readonly string[] = [
  '山田太郎委員と鈴木事務局長、経済産業大臣',
  '日本、東京都、アルジェリア・モロッコ、日・EU',
  '議事録、議案第3号、資料4、質疑応答、第2回委員会、配付資料',
  '情報提供と意見交換、課題解決、国民生活',
  '株式会社みどり、KDDI株式会社',
  '必要性、具体的、積極的な検討',
  'インシデントの報告',
  '第一號議案ハ原案ノ通リ可決確定致シマシタ',
];

describe('found', () => {
  it.each(FOUND)('%s', (text, ...terms) =>
    expect(
      found(text)
        .map(({ term }) => term)
        .toSorted(),
    ).toEqual(terms.toSorted()),
  );
});

describe('not found', () => {
  it.each(NONE)('%s', text => expect(found(text).map(({ term }) => term)).toEqual([]));
});

describe('what speaks for it', () => {
  const rows: readonly (readonly [
    text: string,
    more: Partial<BlockText>,
    term: string,
    evidence: readonly string[],
  ])[] = [
    ['標的型攻撃', { isHeading: true }, '標的型攻撃', ['name', 'heading']],
    ['(1) ネットワーク犯罪(案)', { isItem: true }, 'ネットワーク犯罪', ['item']],
    ['「安全指標」を定める。', {}, '安全指標', ['quoted']],
    ['いわゆるゼロトラストの', {}, 'ゼロトラスト', ['introduced']],
    ['プロアクティブという言葉', {}, 'プロアクティブ', ['introduced']],
    ['ゼロトラストということ', {}, 'ゼロトラスト', []],
    ['日本再興戦略(平成25年6月14日閣議決定)に', {}, '日本再興戦略', ['dated']],
    ['自動運転やAI、量子コンピューター、5Gなど', {}, '量子コンピューター', ['listed']],
    ['自動運転や量子コンピューターなど', {}, '量子コンピューター', []],
  ];
  it.each(rows)('%s', (text, more, term, evidence) =>
    expect(found(text, more).find(one => one.term === term)?.evidence).toEqual(evidence),
  );
});

describe('the score', () => {
  const scoreOf = (text: string, term: string): number =>
    found(text).find(one => one.term === term)?.score ?? Number.NaN;

  test('grows with the times', () => {
    const [once, often] = ['標的型攻撃の', '標的型攻撃の件。標的型攻撃の話。標的型攻撃の例。'];
    expect(scoreOf(often, '標的型攻撃')).toBeGreaterThan(scoreOf(once, '標的型攻撃'));
  });

  test('of a part is less than that of the whole, where it stands in the whole alone', () => {
    const text = '通信監督規則集の件。通信監督規則集の話。通信監督規則の例。通信監督規則集の点。';
    expect(scoreOf(text, '通信監督規則集')).toBeGreaterThan(scoreOf(text, '通信監督規則'));
  });

  test('of a verb is less than that of a noun', () =>
    expect(scoreOf('テイクダウンの例', 'テイクダウン')).toBeGreaterThan(scoreOf('テイクダウンする例', 'テイクダウン')));

  test('of one in a series is not far from that of the others', () => {
    const text = '第2次行動計画の件。第2次行動計画の話。第2次行動計画の例。第1次行動計画の例。';
    expect(scoreOf(text, '第1次行動計画')).toBeCloseTo(scoreOf(text, '第2次行動計画') - 1);
  });
});

describe('spellings of one term', () => {
  it.each([
    ['マルウエア', 'マルウェア'],
    ['プロバイダー', 'プロバイダ'],
    ['サイバー・パールハーバー', 'サイバーパールハーバ'],
    ['ＳＰ８００－１７１', 'SP 800-171'],
  ])('%s and %s', (one, other) => expect(keyOf(one)).toBe(keyOf(other)));

  test('are aliases of the one that is written most often', () => {
    const [compound] = found('プロバイダの件、プロバイダーの件、プロバイダの話');
    expect(compound).toMatchObject({ term: 'プロバイダ', variants: ['プロバイダー'] });
  });

  test('a name with its country or its legal form is another name of the shorter one', () => {
    const text = '米国国土安全保障省と国土安全保障省。独立行政法人情報通信研究機構と情報通信研究機構。';
    expect(found(text).map(({ term, variants }) => [term, ...variants])).toEqual([
      ['国土安全保障省', '米国国土安全保障省'],
      ['情報通信研究機構', '独立行政法人情報通信研究機構'],
    ]);
  });
});
