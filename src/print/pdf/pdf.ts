/** Prints books as PDF with Typst: no browser, no network, no font of the machine. */
import { availableParallelism } from 'node:os';
import type { Book } from '@tsuzuri/book/build-book';
import type { Page } from '@tsuzuri/core/book';
import type { File } from '@tsuzuri/core/files';
import { errorAt } from '@tsuzuri/core/messages';
import { joinWords, say } from '@tsuzuri/core/wording';
import type { Nodes } from 'mdast';
import { visit } from 'unist-util-visit';
import type { VFileMessage } from 'vfile-message';
import type { Edition } from '../edition.ts';
import type { Printer, Printing } from '../printer.ts';
import { labelsOfVolume, partsOf, pdfPath, type Volume, volumesOf, wholeOf } from '../volume.ts';
import { codePoints, literal, uncovered } from './escape.ts';
import { finishPdf } from './finish-pdf.ts';
import { coverageOf, fontFiles, readFonts } from './fonts.ts';
import { bookSource } from './typst-book.ts';
import { startTypstWorker, type TypstInput, type TypstWorker } from './typst-worker.ts';

export const pdfPrinter: Printer = {
  name: 'pdf',
  get label() {
    return say('print.pdf');
  },
  books: book => volumesOf(book).map(volume => ({ path: pdfPath(volume), title: volume.title })),
  print: pdfFiles,
};

async function* pdfFiles(book: Book, { edition, progress }: Printing): AsyncGenerator<File> {
  const volumes = volumesOf(book);
  const report = (volume: Volume): void =>
    progress(
      say('print.makingPdf', { number: volumes.indexOf(volume) + 1, count: volumes.length, title: volume.title }),
    );
  for await (const { volume, bytes } of printPdfs(volumes, edition, report)) yield [pdfPath(volume), bytes];
  const missing = missingGlyphs(wholeOf(book));
  if (missing.length > 0) progress(say('print.missingGlyphs', { pages: missing.join(' ') }));
}

export interface PrintedPdf {
  readonly volume: Volume;
  readonly bytes: Uint8Array;
}

/** Two books at a time: the largest, which comes first, takes about as long as all others. */
const WORKERS = 2;

/**
 * The books as they are finished: cover, contents, preface (the page `about`), minutes by date, glossary by reading,
 * indexes, corrections, colophon. Each is PDF/A-3a and PDF/UA-1; the same volume and edition give the same bytes. Typst works
 * in processes of its own, which end with the last book or the first that cannot be printed.
 * @throws VFileMessage when a font package is missing or Typst rejects a book; it names the file of the book.
 */
export async function* printPdfs(
  volumes: readonly Volume[],
  edition: Edition,
  onProgress: (volume: Volume) => void = () => {},
): AsyncGenerator<PrintedPdf> {
  const fonts = fontFiles();
  const covers = coverageOf(readFonts());
  const waiting = [...volumes];
  const count = Math.min(WORKERS, waiting.length);
  const threads = Math.max(1, Math.floor(availableParallelism() / count));
  const workers = Array.from({ length: count }, () => startTypstWorker(fonts, threads));
  const printing = new Map<TypstWorker, Promise<PrintedPdf & { readonly worker: TypstWorker }>>();
  const feed = (worker: TypstWorker): void => {
    const volume = waiting.shift();
    if (!volume) return;
    onProgress(volume);
    const input = inputOf(volume, bookSource(volume, edition, covers));
    const printed = worker.typeset(input).then(
      typeset => ({ worker, volume, bytes: finishPdf(typeset, labelsOfVolume(volume)) }),
      error => {
        throw typstError(volume, error.message);
      },
    );
    printed.catch(() => {}); // of two books that fail the first is reported
    printing.set(worker, printed);
  };
  try {
    for (const worker of workers) feed(worker);
    while (printing.size > 0) {
      const { worker, volume, bytes } = await Promise.race(printing.values());
      printing.delete(worker);
      feed(worker);
      yield { volume, bytes };
    }
  } finally {
    for (const worker of workers) worker.close();
  }
}

/** One book, as `printPdfs` prints it. */
export async function printPdf(volume: Volume, edition: Edition): Promise<Uint8Array> {
  for await (const { bytes } of printPdfs([volume], edition)) return bytes;
  throw new Error('printPdfs printed nothing');
}

/** One line for each page of the book with characters that no font of the book has: they are printed as their numbers. */
export function missingGlyphs(volume: Volume): string[] {
  const covers = coverageOf(readFonts());
  const { preface, minutes, terms } = partsOf(volume);
  return [...preface, ...minutes, ...terms].flatMap(page => {
    const missing = uncovered(printedText(page), covers).map(cluster =>
      say('print.glyph', { character: cluster, code: codePoints(cluster) }),
    );
    const values = { page: page.source || page.path, characters: joinWords(missing) };
    return missing.length > 0 ? [say('print.glyphsOfPage', values)] : [];
  });
}

function printedText(page: Page): string {
  const texts = [page.title];
  visit(page.tree as Nodes, node => {
    if ('value' in node) texts.push(node.value);
    if ('alt' in node) texts.push(node.alt ?? '');
  });
  return texts.join(' ');
}

/** The files of the volume travel inside the PDF: a reader can prove the text without us. */
function inputOf({ attachments }: Volume, source: string): TypstInput {
  const calls = attachments.map(
    ({ name, relation, mime, about }, index) =>
      `#pdf.attach(${literal(name)}, read("/${index}", encoding: none), relationship: "${relation}", mime-type: ${literal(mime)}, description: ${literal(about)})`,
  );
  return {
    source: [source, ...calls].join('\n'),
    files: attachments.map(({ content }, index) => [`/${index}`, content]),
  };
}

/** `message: "PDF/UA-1 error: heading title is empty"` */
const SAID = /"?message"?: ?"((?:[^"\\]|\\.)*)"/g;

function typstError(volume: Volume, diagnostics: string): VFileMessage {
  const said = [...diagnostics.matchAll(SAID)].map(match => match[1]);
  const saying = say('print.pdfFailed', { said: said.join(' / ') || diagnostics });
  return errorAt(`build/${pdfPath(volume)}`, undefined, ...saying);
}
