/** Prints the books of the five scans once for all tests that read them. */
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { buildBook } from '@tsuzuri/book/build-book';
import { loadAnalyzer } from '@tsuzuri/convert/morphology';
import type { Page } from '@tsuzuri/core/book';
import { parsePage } from '@tsuzuri/core/markdown';
import { printPdfs } from '@tsuzuri/print/pdf/pdf';
import { partsOf, pdfPath, volumesOf } from '@tsuzuri/print/volume';
import { PROJECT } from '../seeds.ts';
import { EDITION } from './sample.ts';

export interface PrintedBook {
  /** `tsuzuri`, `2012-11-01-isc-31` */
  readonly name: string;
  readonly title: string;
  readonly file: string;
  readonly bytes: Uint8Array;
  /** Of what it is printed, but for what the printer makes itself. */
  readonly pages: readonly Page[];
}

interface Shelved extends Pick<PrintedBook, 'name' | 'title' | 'file'> {
  readonly pages: readonly (readonly [path: string, markdown: string])[];
}

/** The first test that asks has them printed, the others of the run wait. */
export async function printedBooks(): Promise<PrintedBook[]> {
  const folder = join(process.env.TSUZURI_RUN as string, 'pdf');
  const shelf = join(folder, 'shelf.json');
  if (mkdirSync(folder, { recursive: true }) !== undefined) await printAll(folder, shelf);
  for (;;)
    try {
      const books = JSON.parse(readFileSync(shelf, 'utf8')) as Shelved[];
      return books.map(book => ({
        ...book,
        bytes: new Uint8Array(readFileSync(book.file)),
        pages: book.pages.map(([path, markdown]) => parsePage(path, markdown)),
      }));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
      await pause(200);
    }
}

async function printAll(folder: string, shelf: string): Promise<void> {
  const volumes = volumesOf(await buildBook(PROJECT, await loadAnalyzer()));
  const books: Shelved[] = [];
  for await (const { volume, bytes } of printPdfs(volumes, EDITION)) {
    const file = join(folder, pdfPath(volume));
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, bytes);
    const pages = Object.values(partsOf(volume)).flat();
    books.push({
      name: volume.name,
      title: volume.title,
      file,
      pages: pages.map(({ path, markdown }) => [path, markdown]),
    });
  }
  writeFileSync(`${shelf}.new`, JSON.stringify(books));
  renameSync(`${shelf}.new`, shelf);
}
