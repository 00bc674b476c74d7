/** Proves that the HTML of other converters becomes the text that it marks, and that a text which speaks of HTML stays. */
import { apply, startTrace, undo } from '@tsuzuri/core/trace';
import { expect, test } from 'vitest';
import { findNormalisations } from './index.ts';

const read = (text: string): string => apply(startTrace(text), findNormalisations(text)).text;

test.each([
  [
    '<table>\n<tr><th>案</th><th>更新</th></tr>\n<tr><td>A案</td><td>年1回</td></tr>\n</table>',
    '| 案 | 更新 |\n| A案 | 年1回 |',
  ],
  ['<table border="1">\n <tr>\n  <td>会長</td>\n  <td>轟 章</td>\n </tr>\n</table>', '| 会長 | 轟 章 |'],
  ['<table><tr><td>港務課<br/>管理係</td><td></td></tr></table>', '| 港務課<br>管理係 |  |'],
  ['<table><thead><tr><th><b>名</b></th></tr></thead></table>', '| 名 |'],
  ['<figure>\n\n図の説明\n\n</figure>', '図の説明'],
  ['<b>議題</b>と<u>資料<sup>1</sup></u>', '議題と資料1'],
  ['本文の <b> は太字にする要素で、<table> は表である。', '本文の <b> は太字にする要素で、<table> は表である。'],
])('%j', (scan, text) => {
  expect(read(scan).trim()).toBe(text);
});

test('not a character is lost', () => {
  const scan = '一\n<table>\n<tr><td>ａ</td><td>二<br>三</td></tr>\n</table>\n<div>\n&nbsp;四\n</div>';
  const trace = apply(startTrace(scan), findNormalisations(scan));
  expect(undo(trace.text, trace.edits)).toBe(scan);
});
