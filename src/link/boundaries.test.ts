/** Checks that a mention is a whole word in every script. */

import { describe, expect, it } from 'vitest';
import { mark, unmark } from '../../tests/link/mark.ts';
import { card } from '../../tests/link/terms.ts';
import { createMatcher } from './matcher.ts';

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
