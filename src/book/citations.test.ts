/** Holds which speech a quote is said to stand in: a false one would put words into the mouth of another. */

import { readTerm } from '@tsuzuri/core/card';
import { parsePage } from '@tsuzuri/core/markdown';
import { describe, expect, it } from 'vitest';
import { citationFinder } from './citations.ts';

const PAGE = parsePage(
  'minutes/x',
  `---
kind: minutes
title: 題
---
# 題

前置き。

## 議事 {#s1}

- 一人目の意見。 {#u1}

  一人目の続き。

- 二人目の意見で、[NISC](/glossary/nisc) も挙げる。 {#u2}

  - 二人目の内訳。

まとめ。

### 委員 {#u3}

三人目の発言。

次の段落。`,
);

const anchorOf = (quote: string): string | undefined => {
  const term = readTerm(
    'docs/glossary/y.md',
    `---\nterm: Y\ncategory: concept\nsources:\n  - {page: x, quote: ${quote}}\n---\n# Y\n`,
  );
  const { citations, errors } = citationFinder([PAGE])(term);
  expect(errors).toEqual([]);
  return citations[0]?.anchor;
};

describe('the place of a quote', () => {
  it.each([
    ['above every anchor', '前置き', undefined],
    ['first words of an opinion', '一人目の意見', 'u1'],
    ['second paragraph of an opinion', '一人目の続き', 'u1'],
    ['first words of the next opinion', '二人目の意見', 'u2'],
    ['other white space than the page, across a link', '二人目の 意見で、NISCも', 'u2'],
    ['list below an opinion', '二人目の内訳', 'u2'],
    ['paragraph behind the list', 'まとめ', 'u2'],
    ['speech below its heading', '次の段落', 'u3'],
  ])('%s', (_, quote, anchor) => expect(anchorOf(quote)).toBe(anchor));
});
