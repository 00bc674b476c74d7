/** Makes an index out of texts, and reads it from memory as the browser does from files. */
import type { ReadFile } from '../../src/8-search/answer.ts';
import type { LexiconEntry } from '../../src/8-search/format.ts';
import { indexFiles } from '../../src/8-search/index-files.ts';
import type { Passage } from '../../src/8-search/passages.ts';

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
