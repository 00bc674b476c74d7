/** Checks what is reported of each mention: entry, anchor, section, words, sentence. */

import { readMarkdown } from '@tsuzuri/core/markdown';
import { describe, expect, it } from 'vitest';
import { TERMS } from '../../tests/link/terms.ts';
import { createMatcher } from './matcher.ts';
import { findMentions } from './mentions.ts';
import { linkTree } from './remark-glossary.ts';

const match = createMatcher(TERMS);
const find = (markdown: string, self?: string) =>
  findMentions(
    { path: 'minutes/x', tree: readMarkdown(markdown) },
    { match, date: '2012-11-01', ...(self && { self }) },
  );

const PAGE = `# 情報セキュリティ政策会議

前文のNISC。

## 議事概要 {#s4}

### 前田本部員 {#u1}

前の文。**NISC**や\`NISC\`を、
「中心に。」進める。後の文。

- JPCERT/CCの件。
  NICTの件。 {#u2}
- 次の[NISC](/glossary/nisc)

| 氏名 | 所属 |
| - | - |
| 甲 | ＮＩＣＴ<br>IPA |

## 重要インフラ {#s5}

終わり。
`;

describe('findMentions', () => {
  it('tells where each mention stands', () =>
    expect(find(PAGE).map(({ page, ...mention }) => Object.values(mention).join(' | '))).toEqual([
      'isc | 情報セキュリティ政策会議 | 情報セキュリティ政策会議 | 情報セキュリティ政策会議',
      'nisc | 情報セキュリティ政策会議 | NISC | 前文のNISC。',
      'nisc | u1 | 前田本部員 | NISC | NISCやNISCを、「中心に。」進める。',
      'jpcertcc | u2 | 前田本部員 | JPCERT/CC | JPCERT/CCの件。',
      'nict | u2 | 前田本部員 | NICT | NICTの件。',
      'nisc | u2 | 前田本部員 | NISC | 次のNISC',
      'nict | u2 | 前田本部員 | ＮＩＣＴ | ＮＩＣＴ',
      'ipa | u2 | 前田本部員 | IPA | IPA',
      'ci | s5 | 重要インフラ | 重要インフラ | 重要インフラ',
    ]));

  it('has no anchor before the first one', () => expect(find('NISC')[0]).not.toHaveProperty('anchor'));

  it('names the page', () => expect(find('NISC')[0]?.page).toBe('minutes/x'));

  it('finds the same in the linked page', () => {
    const tree = linkTree(readMarkdown(PAGE), { match, date: '2012-11-01', headings: true });
    expect(findMentions({ path: 'minutes/x', tree }, { match, date: '2012-11-01' })).toEqual(find(PAGE));
  });

  it('leaves out what an entry says of itself', () =>
    expect(find('NISCとIPA', 'nisc').map(({ entry }) => entry)).toEqual(['ipa']));

  it('writes words over two lines in one', () =>
    expect(find('前の重要\nインフラ事業者と Telecom-ISAC\nJapan です')).toMatchObject([
      { text: '重要インフラ', sentence: '前の重要インフラ事業者と Telecom-ISAC Japan です' },
      { text: 'Telecom-ISAC Japan' },
    ]));
});

describe('the sentence', () => {
  it.each([
    ['一。二のNISC。三。', '二のNISC。'],
    ['「一。NISC。」と述べた。次。', '「一。NISC。」と述べた。'],
    ['（一。NISC。）次。', '（一。NISC。）次。'],
    ['「一。NISC。', 'NISC。'],
    ['一！NISCか？三', 'NISCか？'],
    ['一。NISC', 'NISC'],
    ['NISC。」次。', 'NISC。」'],
    ['「『一。』NISC」。二。', '「『一。』NISC」。'],
  ])('%s', (text, sentence) => expect(find(text)[0]?.sentence).toBe(sentence));
});
