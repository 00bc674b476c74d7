/** Proves what stays on one line, and that no word changes. */
import MarkdownIt from 'markdown-it';
import { expect, test } from 'vitest';
import { keepTogether } from './keep-together.ts';

const md = new MarkdownIt();
md.core.ruler.push('keep_together', keepTogether as never); // VitePress has types of another edition
const kept = (text: string): string[] =>
  [...md.renderInline(text).matchAll(/<span class="keep-together">(.*?)<\/span>/g)].map(([, words]) => words ?? '');

test.each([
  ['ASEAN加盟国(10カ国)の閣僚', ['(10カ国']],
  ['（2021年2月に開いた。', ['（2021年2月']],
  ['平成24年11月1日(木) 17:30', ['平成24年11月1日']],
  ['第31回と第2.5章', ['第31回', '第2.5章']],
  ['約1,240か所、2015年度', ['約1,240か所', '2015年度']],
  ['2つの`3回`と ISO27001 と5G', []],
])('%s', (text, pieces) => {
  expect(kept(text)).toEqual(pieces);
  expect(md.renderInline(text).replace(/<[^>]*>/g, '')).toBe(text.replaceAll('`', ''));
});
