/** The thread that typesets: the rest of the program goes on meanwhile, a refusal names the book. */
import { expect, test } from 'vitest';
import { printPdf, printPdfs } from '../../src/7-print/pdf.ts';
import { startPress } from '../../src/7-print/typst-worker.ts';
import { EDITION, SAMPLE, volumeOf } from './sample.ts';

test('the program goes on while Typst works', async () => {
  let ticks = 0;
  const timer = setInterval(() => (ticks += 1), 5);
  await printPdf(volumeOf(SAMPLE), EDITION);
  clearInterval(timer);
  expect(ticks).toBeGreaterThan(10);
});

test('a book that Typst refuses is named in one line, those before it are printed', async () => {
  const volumes = [volumeOf(SAMPLE, { name: 'good' }), volumeOf(SAMPLE, { name: 'untitled', title: '' })];
  const said: string[] = [];
  const printed: string[] = [];
  const all = async (): Promise<void> => {
    for await (const { volume } of printPdfs(volumes, EDITION, ({ name }) => said.push(name)))
      printed.push(volume.name);
  };
  await expect(all()).rejects.toMatchObject({
    file: 'build/pdf/untitled.pdf',
    reason: expect.stringMatching(/^PDF を組めません: PDF\/UA-1 error: .*title/),
    fatal: true,
  });
  expect(said).toEqual(['good', 'untitled']);
  expect(printed).toEqual(['good']);
});

test('a thread that ends gives an error to the book that waits', async () => {
  const press = startPress([]);
  const waiting = press.print({ source: '#while true {}', files: [] });
  await Promise.all([expect(waiting).rejects.toThrow('止まりました'), press.close()]);
});
