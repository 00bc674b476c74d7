/** Prints the books of a project that its person asked for. */
import type { Book } from '@tsuzuri/book/build-book';
import type { Project } from '@tsuzuri/book/project';
import { optional } from '@tsuzuri/core/collections';
import { editionDate, type Format, writeBooks } from '@tsuzuri/print/printers';
import { siteAddress } from '@tsuzuri/print/site';
import { type Tell, version } from './command.ts';

/** One HTML file costs nothing beside the others. */
export const formatsOf = ({ pdf, epub }: { readonly pdf?: boolean; readonly epub?: boolean }): ReadonlySet<Format> =>
  new Set<Format>([
    ...(pdf ? (['pdf'] as const) : []),
    ...(epub ? (['epub'] as const) : []),
    ...(pdf || epub ? (['html'] as const) : []),
  ]);

interface Wanted {
  readonly book: Book;
  readonly formats: ReadonlySet<Format>;
}

export async function printBooks(project: Project, { book, formats }: Wanted, { progress }: Tell): Promise<void> {
  const { root } = project;
  const { address } = siteAddress(project);
  const edition = { version: version(), date: editionDate(root), ...optional('site', address) };
  const missing = await writeBooks(root, book, { edition, formats, progress });
  if (missing.length > 0) progress(`PDFの書体にない文字（番号を枠に入れて印刷）: ${missing.join(' ')}`);
}
