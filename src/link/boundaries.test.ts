/** Checks that a mention is a whole word in every script. */

import { describe, expect, it } from 'vitest';
import { mark, unmark } from '../../tests/link/mark.ts';
import { card } from '../../tests/link/terms.ts';
import { createMatcher } from './matcher.ts';

describe('names with signs', () => {
  it.each([
    ['.NET', '[.NET] と ASP.NET と VB.NET、[.NET]の'],
    ['.NET|ASP.NET', '[ASP.NET] と [.NET]'],
    ['C', '[C]言語と C# と C++、C++17、[C]#12'],
    ['C|C++|C#', '[C++]17 と [C#] と [C]'],
    ['F#', '[F#]の関数、F'],
    ['Node', '[Node] と Node.js'],
  ])('%s', (terms, marked) => {
    const match = createMatcher(
      terms.split('|').map((term, index) => card(`x${index}`, `term: ${JSON.stringify(term)}`)),
    );
    expect(mark(unmark(marked), match)).toBe(marked);
  });
});

describe('what is joined to a name', () => {
  it.each([
    ['HTML', '[HTML]-likeコメントと [HTML]-like comments、HTML-liked'],
    ['演算子', '比較[演算子]と被演算子'],
    ['ORION', '[ORION]を使う、ORION Design systemの、ORION Plus（案）、ORION Mag.など', 'organisation'],
    ['個人情報', '[個人情報]の保護、個人情報保護委員会、[個人情報]保護方針'],
    ['退職金', '[退職金]共済契約、勤労者退職金共済機構、中小企業退職金共済法、[退職金]規程'],
    ['裁量労働制', '[裁量労働制]と[裁量労働制度]、[裁量労働制]の'],
  ])('%s', (term, marked, category = 'concept') => {
    expect(mark(unmark(marked), createMatcher([card('x', `term: ${term}\ncategory: ${category}`)]))).toBe(marked);
  });
});

describe('two words that dictionaries have as one', () => {
  it.each([
    ['バス', '[バス]ターミナル、[バス]ツアー、バスケット、バスローブ、バスクラリネット'],
    ['ターミナル', 'バス[ターミナル]とフェリー[ターミナル]'],
    ['ガス', '[ガス]ストーブ、[ガス]タービン、ガスケット'],
    ['メーター', 'ガス[メーター]と水道[メーター]、スピードメーター'],
    ['シェアリング', 'カー[シェアリング]'],
  ])('%s', (term, marked) => expect(mark(unmark(marked), createMatcher([card('x', `term: ${term}`)]))).toBe(marked));
});

describe('compounds in katakana and laws that borrow a name', () => {
  it.each([
    ['モジュール', '[モジュール]バンドラー、[モジュール]リゾルバー、モジュレーター'],
    ['インフラ', 'インフラストラクチャー'],
    ['コンポーネント', 'レンダーレス[コンポーネント]とノーティファイア[コンポーネント]、サブ[コンポーネント]'],
    ['モジュール', 'サブモジュール'],
    ['プロンプト', '[プロンプト]エンジニアリング'],
    ['ストリーミング', '[ストリーミング]レスポンス'],
    ['コルーチン', 'スタックレス[コルーチン]'],
    ['ダイアログ', 'ポップアップ[ダイアログ]、サインイン[ダイアログ]'],
    ['グレード', 'バージョンアップグレード'],
    ['ロード', 'ファイルアップロード、データダウンロード'],
    ['レイアウト', 'フルスクリーン[レイアウト]'],
    ['ブラウザー', 'ヘッドレス[ブラウザー]、[ブラウザー]'],
    ['テスト', 'エンドツーエンド[テスト]、コンテスト、プロテスト、クルポテスト'],
    ['コルーチン', 'スタックレス[コルーチン]とスタックフル[コルーチン]、クルポレスコルーチン'],
    ['クラウド', '[クラウド]サービスとクラウドファンディング'],
    ['キュー', 'ロックフリー[キュー]、フリー[キュー]、フリーズキューブ'],
    ['医療', '高齢者医療確保法と医療保険法、[医療]手法と[医療]保険'],
    ['デジタル民主主義', 'デジタル民主主義2030は、[デジタル民主主義]2030年の姿'],
    ['量子暗号', '量子暗号法と量子暗号対策法、[量子暗号]の法、[量子暗号]法則'],
    ['サイバーセキュリティ', '中国のサイバーセキュリティ法と[サイバーセキュリティ]法制'],
  ])('%s', (term, marked) => expect(mark(unmark(marked), createMatcher([card('x', `term: ${term}`)]))).toBe(marked));
});

describe('words of other scripts', () => {
  it.each([
    ['protocol', 'протокол', '[протокол] и протоколы, [Протокол]; микропротокол, [протокол]-2'],
    ['Greek', 'δίκτυο', 'το [δίκτυο], δίκτυολ'],
    ['accents', 'café', 'un [café], un [cafe\u0301], décaféiné, cafés'],
    ['an accent behind a name', 'caf', 'café, cafe\u0301, [caf]'],
    ['Arabic', 'أمن', '[أمن] الشبكة، أمنية، [أَمْن]'],
    ['Devanagari', 'नीति', '[नीति] और नीतियाँ, नीत, नति'],
    ['a vowel sign behind a name', 'क', 'कि, [क]'],
    ['Hangul', '서울', '[서울]에서 [서울]은, 서울특별시, 남서울'],
    ['Latin beside Hangul', 'API', '[API]를, [API]와'],
    ['Thai', 'เครือข่าย', 'ระบบ[เครือข่าย]ของเรา'],
    ['Thai, no border', 'ทย', 'ประเทศไทย'],
    ['Chinese', '网络', '使用[网络]安全'],
  ])('%s', (_, term, marked) => {
    const match = createMatcher([card('x', `term: ${JSON.stringify(term)}`)]);
    expect(mark(unmark(marked), match)).toBe(marked);
  });
});

describe('bodies that others are named after', () => {
  it.each([
    ['衆議院', '寺田衆議院議員は、[衆議院]の解散と[衆議院]議員定数'],
    [
      'Amazon',
      'Amazon Drive を使う。[Amazon] Inc. の発表、[Amazon] からの案内、[Amazon] S3 と Amazon Kindle Oasis、[Amazon] Prime is new.',
    ],
    ['国会', '国立国会図書館と国会議事堂、[国会]審議'],
    ['行政刷新会議', '行政刷新会議ワーキングチームと[行政刷新会議]の審議'],
  ])('%s', (term, marked) =>
    expect(mark(unmark(marked), createMatcher([card('x', `term: ${term}\ncategory: organisation`)]))).toBe(marked),
  );
});

describe('names in kanji that end within a word', () => {
  it.each([
    ['地図学会', '国際地図学会議、[地図学会]の[地図学会]賞、[地図学会]論文誌'],
    ['所得税', '[所得税]率と[所得税]法改正'],
    ['東京大学', '首都大学東京大学院、[東京大学]空間情報科学研究センター'],
    ['越流', '[越流]水位'],
    ['論文', '[論文]化'],
    ['議案', '今回決議案を出す。第3号[議案]、本[議案]'],
    ['式', '形式と正式、部分[式]と算術[式]'],
    ['学会', '本[学会]長、地理[学会]、科学会'],
    ['小平市', '[小平市]立学校と[小平市]政、[小平市]民'],
  ])('%s', (term, marked) =>
    expect(mark(unmark(marked), createMatcher([card('x', `term: ${term}\ncategory: event`)]))).toBe(marked),
  );
});

describe('short names that the text spells out', () => {
  it.each([
    ['[衆院選, 衆議院議員総選挙]', '衆院選挙制度の調査、[衆院選]の公約、[衆院選]後'],
    ['[区割り審, 区画定審議会]', '区割り審議会の勧告、[区割り審]の勧告'],
    ['[東大, 東京大学]', '[東大]学生と[東大]の人'],
    ['[最高裁, 最高裁判所]', '[最高裁]判決と[最高裁判所]'],
  ])('%s', (names, marked) =>
    expect(mark(unmark(marked), createMatcher([card('x', `term: X\naliases: ${names}`)]))).toBe(marked),
  );
});
