/** Proves that a text is cut between words, never in a number with its unit, a katakana or a Latin word. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { wordsIn } from './words.ts';

test.each([
  ['普及率は73.5％で、2,400億円の予算', '普及|率|は|73.5％|で|、|2,400億円|の|予算'],
  ['令和6年3月12日の第3回会合', '令和|6年|3月|12日|の|第3回|会合'],
  ['約四十二百万円、七・五％', '約|四十二百万円|、|七・五％'],
  ['サイバーセキュリティ戦略本部', 'サイバーセキュリティ|戦略|本部'],
  ['Wi-Fi及びIoT機器', 'Wi-Fi|及び|IoT|機器'],
  ['同一条件の一般会計', '同一条件|の|一般|会計'],
])('%s: %s', (text, words) => {
  expect(wordsIn(text).join('|')).toBe(words);
});

test('any text: its words, joined, are the text', () => {
  const piece = fc.oneof(
    fc.constantFrom('7.', '５', '十', '年', '第', 'カ', 'ー', '・', 'A-', '町の', '𠮟'),
    fc.string(),
  );
  fc.assert(
    fc.property(fc.array(piece), pieces => {
      const text = pieces.join('');
      expect(wordsIn(text).join('')).toBe(text);
    }),
  );
});
