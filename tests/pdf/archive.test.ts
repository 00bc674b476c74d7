/** The books of the five scans as an archive takes them: PDF/A-3a and PDF/UA-1, with what proves their text inside. */
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { encode } from '@tsuzuri/convert/formats/text';
import { undo } from '@tsuzuri/core/trace';
import { beforeAll, describe, expect, test } from 'vitest';
import { ROOT, SEEDS } from '../seeds.ts';
import { type OpenedPdf, openPdf, RULES } from './claims.ts';
import { type PrintedBook, printedBooks } from './printed.ts';
import { attachmentsOf, run } from './readers.ts';

let books: readonly PrintedBook[];
const opened = new Map<string, OpenedPdf>();

beforeAll(async () => {
  books = await printedBooks();
  for (const { name, file } of books) opened.set(name, openPdf(file));
});

test('there is one book of everything, one for each scan', () => {
  expect(books.map(({ name }) => name).sort()).toEqual([...Object.values(SEEDS), 'tsuzuri'].sort());
});

test('qpdf finds nothing to complain of', () => {
  for (const { file } of books) expect(run('qpdf', '--check', file)).toContain('No syntax or stream encoding errors');
});

test.each(RULES)('%s', (_, errorsOf) => {
  for (const [name, pdf] of opened) expect(errorsOf(pdf).slice(0, 3), name).toEqual([]);
});

test('links are described in Japanese: 発言, ページ 3, not speech, ページ 3', () => {
  for (const { dictionaries } of opened.values()) {
    const said = dictionaries.filter(one => one['/Type'] === '/Annot').map(one => String(one['/Contents']));
    expect(said.filter(words => /^u:[a-z]+, /.test(words)).slice(0, 3)).toEqual([]);
  }
});

describe('attachments', () => {
  test('come out byte for byte, and each ledger leads back to the scan', () => {
    for (const { name, file } of books) {
      const found = attachmentsOf(file, mkdtempSync(join(process.env.TSUZURI_RUN as string, 'attached-')));
      const scans = name === 'tsuzuri' ? Object.values(SEEDS) : [name];
      expect([...found.keys()].sort()).toEqual(
        scans.flatMap(scan => [`${scan}.ledger.json`, `${scan}.md`, `${scan}.txt`]).sort(),
      );
      for (const scan of scans) {
        const attached = found.get(`${scan}.txt`) as Buffer;
        expect(Buffer.compare(attached, readFileSync(join(ROOT, 'seeds', `${scan}.txt`)))).toBe(0);
        const { scan: facts, clean, edits } = JSON.parse(String(found.get(`${scan}.ledger.json`)));
        const back = encode({ ...facts, text: undo(clean, edits) });
        expect(Buffer.compare(back, attached)).toBe(0);
        expect(createHash('sha256').update(attached).digest('hex')).toBe(facts.sha256);
        const page = books.flatMap(({ pages }) => pages).find(({ path }) => path === `minutes/${scan}`);
        expect(String(found.get(`${scan}.md`))).toBe(page?.markdown);
      }
    }
  });
});
