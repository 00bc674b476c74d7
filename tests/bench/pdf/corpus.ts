/** Volumes of as many documents as wanted, made of the five, for the bench of the offline books. */

import { readFileSync, writeFileSync } from 'node:fs';
import { deserialize, serialize } from 'node:v8';
import { type Book, buildBook } from '@tsuzuri/book/build-book';
import { loadAnalyzer } from '@tsuzuri/convert/morphology';
import type { Converted } from '@tsuzuri/convert/pipeline';
import type { Page } from '@tsuzuri/core/book';
import { parsePage } from '@tsuzuri/core/markdown';
import type { Volume } from '@tsuzuri/print/volume';
import { volumesOf } from '@tsuzuri/print/volume';
import { PROJECT } from '../../seeds.ts';

interface Kept {
  readonly pages: readonly (readonly [path: string, markdown: string])[];
  readonly volumes: readonly (Omit<Volume, 'pages' | 'uses'> & {
    readonly pages: readonly string[];
    readonly uses: readonly (Omit<Volume['uses'][number], 'page'> & { readonly page: string })[];
  })[];
}

/** Writes the volumes of a book to a file, so that a process that prints them need not convert, nor know a dictionary. */
export async function keepVolumes(documents: number, file: string): Promise<void> {
  const book = multiplied(await buildBook(PROJECT, await loadAnalyzer()), documents);
  const kept: Kept = {
    pages: book.pages.map(({ path, markdown }) => [path, markdown]),
    volumes: volumesOf(book).map(volume => ({
      ...volume,
      pages: volume.pages.map(({ path }) => path),
      uses: volume.uses.map(use => ({ ...use, page: use.page.path })),
    })),
  };
  writeFileSync(file, serialize(kept));
}

export function keptVolumes(file: string): Volume[] {
  const kept = deserialize(readFileSync(file)) as Kept;
  const pages = new Map(kept.pages.map(([path, markdown]) => [path, parsePage(path, markdown)]));
  const pageOf = (path: string): Page => pages.get(path) as Page;
  return kept.volumes.map(volume => ({
    ...volume,
    pages: volume.pages.map(pageOf),
    uses: volume.uses.map(use => ({ ...use, page: pageOf(use.page) })),
  }));
}

/** The documents again and again, each time of another meeting in another year. */
function multiplied(book: Book, documents: number): Book {
  const minutes = book.pages.filter(({ kind }) => kind === 'minutes');
  const made = Array.from({ length: documents }, (_, index) => {
    const page = minutes[index % minutes.length] as Page;
    const round = Math.floor(index / minutes.length);
    return { page: round === 0 ? page : again(page, round), converted: book.converted.get(nameOf(page)) as Converted };
  });
  return {
    ...book,
    pages: [...book.pages.filter(({ kind }) => kind !== 'minutes'), ...made.map(({ page }) => page)],
    converted: new Map(made.map(({ page, converted }) => [nameOf(page), converted])),
  };
}

const nameOf = ({ path }: Page): string => path.replace('minutes/', '');

const again = ({ path, markdown }: Page, round: number): Page =>
  parsePage(
    `${path}-${round}`,
    markdown
      .replaceAll(`/${path}`, `/${path}-${round}`)
      .replace(/第(\d+)回/g, (_, session: string) => `第${Number(session) + round}回`)
      .replace(/^date: "?(\d{4})/m, (all, year: string) => all.replace(year, String(Number(year) + (round % 20)))),
  );
