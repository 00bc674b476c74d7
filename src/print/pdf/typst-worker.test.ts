/** The processes that typeset: the rest of the program goes on meanwhile, a refusal names the book, none is left behind. */

import { expect, test } from 'vitest';
import { EDITION, SAMPLE, volumeOf } from '../../../tests/pdf/sample.ts';
import { printPdf, printPdfs } from './pdf.ts';
import { startTypstWorker } from './typst-worker.ts';

test('the program goes on while Typst works', async () => {
  let ticks = 0;
  const timer = setInterval(() => (ticks += 1), 5);
  await printPdf(volumeOf(SAMPLE), EDITION);
  clearInterval(timer);
  expect(ticks).toBeGreaterThan(10);
});

test('a book that Typst refuses is named in one line', async () => {
  const volumes = [volumeOf(SAMPLE, { name: 'good' }), volumeOf(SAMPLE, { name: 'untitled', title: '', single: true })];
  const said: string[] = [];
  const all = async (): Promise<void> => {
    for await (const _ of printPdfs(volumes, EDITION, ({ name }) => said.push(name)));
  };
  await expect(all()).rejects.toMatchObject({
    file: 'build/pdf/untitled.pdf',
    reason: expect.stringMatching(/^PDF を組めません: PDF\/UA-1 error: .*title/),
    fatal: true,
  });
  expect(said).toEqual(['good', 'untitled']);
});

test('books come as they are printed, each once, each what one worker alone makes of it', async () => {
  const volumes = ['a', 'b', 'c'].map(name => volumeOf(SAMPLE.slice(0, 5), { name, title: `綴り ${name}` }));
  const together = new Map<string, Uint8Array>();
  for await (const { volume, bytes } of printPdfs(volumes, EDITION)) together.set(volume.name, bytes);
  expect([...together.keys()].sort()).toEqual(['a', 'b', 'c']);
  for (const volume of volumes)
    expect(Buffer.compare(together.get(volume.name) as Uint8Array, await printPdf(volume, EDITION))).toBe(0);
});

test('a process that ends gives an error to the book that waits', async () => {
  const worker = startTypstWorker([]);
  const waiting = worker.typeset({ source: '#while true {}', files: [] });
  const refused = expect(waiting).rejects.toThrow('止まりました');
  worker.close();
  await refused;
});
