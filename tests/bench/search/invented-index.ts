/** Writes the index of an invented book in a process of its own, and tells what that has cost. */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { loadAnalyzer } from '@tsuzuri/convert/morphology';
import { indexFiles } from '@tsuzuri/search/index';
import { lexiconOf } from '@tsuzuri/search/index/lexicon';
import type { Passage } from '@tsuzuri/search/index/passages';
import { type InventedPage, inventor, LONG_PAGES, SHORT_PAGES } from './corpus.ts';

export interface Order {
  readonly pages: number;
  /** Pages of 2,000–4,000 letters, or of 300–500. */
  readonly length: 'long' | 'short';
  /** A file of the texts out of which the pages are made, as a JSON array. */
  readonly texts: string;
  /** Where the index goes. */
  readonly folder: string;
}

export interface BuildCost {
  readonly passages: number;
  /** Letters of all texts. */
  readonly letters: number;
  readonly readingSeconds: number;
  readonly indexSeconds: number;
  readonly writeSeconds: number;
  /** The most memory the process ever had, in MB; the book itself is in it. */
  readonly megabytes: number;
  readonly files: number;
  readonly bytes: number;
}

export function* inventedPages({ pages, length, texts }: Order): Generator<InventedPage> {
  const pageOf = inventor(JSON.parse(readFileSync(texts, 'utf8')), length === 'long' ? LONG_PAGES : SHORT_PAGES);
  for (let number = 0; number < pages; number++) yield pageOf(number);
}

/** As the pipeline cuts minutes: their title, then each speech. */
export function passagesOfPage({ path, title, day, body, speeches }: InventedPage): Passage[] {
  const head = { path, kind: 'minutes', title, date: day, day, body } as const;
  const opening: Passage = { head, isFirst: true, isOpening: true, text: '' };
  return [
    opening,
    ...speeches.map(({ label, who, text }, index) => ({
      ...{ head, isFirst: false, isOpening: true, anchor: `u${index + 1}` },
      ...{ heading: label, speaker: label, who, text },
    })),
  ];
}

/** Prints a `BuildCost` as JSON. */
export async function buildInvented(order: Order): Promise<void> {
  const passages = [...inventedPages(order)].flatMap(passagesOfPage);
  const words = await loadAnalyzer();
  const started = performance.now();
  const lexicon = lexiconOf(
    passages.map(({ text }) => text),
    { named: [], read: run => words.tokenize(run) },
  );
  const read = performance.now();
  const files = indexFiles({ passages, lexicon, names: [] });
  const indexed = performance.now();
  const bytes = writeAll(order.folder, files);
  const cost: BuildCost = {
    passages: passages.length,
    letters: passages.reduce((sum, { text }) => sum + text.length, 0),
    readingSeconds: (read - started) / 1000,
    indexSeconds: (indexed - read) / 1000,
    writeSeconds: (performance.now() - indexed) / 1000,
    megabytes: process.resourceUsage().maxRSS / 1024,
    files: files.size,
    bytes,
  };
  console.log(JSON.stringify(cost));
}

function writeAll(folder: string, files: ReadonlyMap<string, Uint8Array>): number {
  rmSync(folder, { recursive: true, force: true });
  let bytes = 0;
  for (const [path, content] of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
    bytes += content.length;
  }
  return bytes;
}
