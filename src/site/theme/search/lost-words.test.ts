/** Proves what is looked for where an address leads nowhere. */
import { expect, test } from 'vitest';
import { lostWords } from './lost-words.ts';

test.each([
  ['/glossary/ニスク', 'ニスク'],
  [encodeURI('/glossary/情報共有/'), '情報共有'],
  ['/minutes/2012-11-01-isc-32.html', 'isc'],
  ['/below/cyber_security/index.html', 'cyber security'],
  ['/2012/11', '11'],
  ['/', ''],
  ['/100%/', '100'],
])('%s: %s', (pathname, words) => {
  expect(lostWords(pathname)).toBe(words);
});
