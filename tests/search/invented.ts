/** Makes an index out of texts, and reads it from memory as the browser does from files. */

import { indexFiles } from '@tsuzuri/search/index';
import type { Passage } from '@tsuzuri/search/index/passages';
import type { LexiconEntry } from '@tsuzuri/search/shared/format';
import type { ReadFile } from '@tsuzuri/search/shared/result';

/** One passage a text, on a page of its own. */
export const passagesOf = (texts: readonly string[]): Passage[] =>
  texts.map((text, number) => ({
    head: { path: `about-${number}`, kind: 'text', title: '' },
    isFirst: true,
    isOpening: true,
    text,
  }));

export const indexOf = (passages: readonly Passage[], lexicon: readonly LexiconEntry[] = []): Map<string, Uint8Array> =>
  indexFiles({ passages, lexicon, names: [] });

export const readerOf =
  (files: ReadonlyMap<string, Uint8Array>): ReadFile =>
  async path => {
    const content = files.get(path);
    return content && new Uint8Array(content);
  };
