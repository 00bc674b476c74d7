/** Proves what stays on one line, and that no word changes. */
import MarkdownIt from 'markdown-it';
import { expect, test } from 'vitest';
import { cutAtNumbers, keepTogether, keptTogether } from './keep-together.ts';

const md = new MarkdownIt();
md.core.ruler.push('keep_together', keepTogether as never); // VitePress has types of another edition
const kept = (text: string): string[] =>
  [...md.renderInline(text).matchAll(/<span class="keep-together">(.*?)<\/span>/g)].map(([, words]) => words ?? '');

test.each([
  ['ASEAN加盟国(10カ国)の閣僚', ['(10カ国']],
  ['（2021年2月に開いた。', ['（2021年2月']],
  ['平成24年11月1日(木) 17:30', ['平成24年11月1日(木)']],
  ['第31回と第2.5章', ['第31回', '第2.5章']],
  ['約1,240か所、2015年度', ['約1,240か所', '2015年度']],
  ['令和3年9月27日（月）午前10時30分から', ['令和3年9月27日（月）', '午前10時30分']],
  ['令和元年5月1日に、元年度の', ['令和元年5月1日']],
  ['全体の3分の1、10.5％、10〜20人', ['3分の1', '10.5％', '10〜20人']],
  ['第三回と二十三日、十カ国、三分の一', ['第三回', '二十三日', '十カ国', '三分の一']],
  ['一部の人が十分に一人で千代田区へ', []],
  ['1,000,000,000,000円', []],
  ['平成２４年の第４回', ['平成２４年', '第４回']],
  ['約2400億円、42百万円、3,500千円', ['約2400億円', '42百万円', '3,500千円']],
  ['延長480メートルの12点目、1ページ目', ['480メートル', '12点目', '1ページ目']],
  ['3億円、12万3,000人、5キロメートル、1億2千万円', ['3億円', '12万3,000人', '5キロメートル', '1億2千万円']],
  ['2つの`3回`と ISO27001 と5G', ['2つ']],
  ['1つ1つに答える', ['1つ1つ']],
])('%s', (text, pieces) => {
  expect(kept(text)).toEqual(pieces);
  expect(md.renderInline(text).replace(/<[^>]*>/g, '')).toBe(text.replaceAll('`', ''));
});

test.each([
  ['2. 平成27年度総合セキュリティ対策会議報告書(案)について', ['2. 平成27年度']],
  ['（3） 情報セキュリティ政策の取組について、第2回', ['（3） 情', '第2回']],
  ['① 中小企業投資促進税制の延長・拡充', ['① 中']],
  ['第31回会合の議事概要と配付した資料の一覧', ['第31回']],
  ['2. 平成27年度*総合セキュリティ対策会議*報告書', ['2. 平成27年度']],
  ['3. 質疑応答', []],
  ['2021年の情報共有について話し合ったこと', ['2021年']],
])('the heading %s', (text, pieces) => {
  const html = md.render(`## ${text}`);
  expect([...html.matchAll(/<span class="keep-together">(.*?)<\/span>/g)].map(([, words]) => words)).toEqual(pieces);
  expect(html.replace(/<[^>]*>/g, '').trim()).toBe(text.replaceAll('*', ''));
  expect(kept(text).some(words => /^(?:2\.|（3）|①)/u.test(words))).toBe(false);
});

test('words of a sidebar are kept together by the same pattern', () => {
  expect(keptTogether('本部 第31回 &#38; 会議')).toBe('本部 <span class="keep-together">第31回</span> &#38; 会議');
});

test('every second piece of a title stays whole', () => {
  expect(cutAtNumbers('令和5年第2回磯崎市議会')).toEqual(['', '令和5年', '', '第2回', '磯崎市議会']);
  expect(cutAtNumbers('会議録')).toEqual(['会議録']);
});
