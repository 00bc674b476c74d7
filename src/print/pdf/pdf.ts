/** Prints books as PDF with Typst: no browser, no network, no font of the machine. */
import { availableParallelism } from 'node:os';
import type { Book } from '@tsuzuri/book/build-book';
import type { Page } from '@tsuzuri/core/book';
import { errorAt } from '@tsuzuri/core/messages';
import type { Nodes } from 'mdast';
import { visit } from 'unist-util-visit';
import type { VFileMessage } from 'vfile-message';
import type { Edition } from '../edition.ts';
import type { File } from '../files.ts';
import type { Printer, Printing } from '../printer.ts';
import { partsOf, pdfPath, type Volume, volumesOf, wholeOf } from '../volume.ts';
import { codePoints, literal, uncovered } from './escape.ts';
import { coverageOf, fontFiles, readFonts } from './fonts.ts';
import { landLinks } from './pdf-links.ts';
import { claimAccessible } from './pdfua.ts';
import { bookSource } from './typst-book.ts';
import { type Press, type Printed, type Sheets, startPress } from './typst-worker.ts';

export const pdfPrinter: Printer = {
  name: 'pdf',
  label: '  build/tsuzuri.pdf   PDF         PDFを読むソフトで開いてください（文書ごとのPDFは build/pdf/ にあります）',
  books: book => volumesOf(book).map(volume => ({ path: pdfPath(volume), title: volume.title })),
  print: pdfFiles,
};

async function* pdfFiles(book: Book, { edition, progress }: Printing): AsyncGenerator<File> {
  const volumes = volumesOf(book);
  const report = (volume: Volume): void =>
    progress(`PDFを組んでいます（${volumes.indexOf(volume) + 1}/${volumes.length}）: ${volume.title}`);
  for await (const { volume, bytes } of printPdfs(volumes, edition, report)) yield [pdfPath(volume), bytes];
  const missing = missingGlyphs(wholeOf(book));
  if (missing.length > 0) progress(`PDFの書体にない文字（番号を枠に入れて印刷）: ${missing.join(' ')}`);
}

export interface PrintedPdf {
  readonly volume: Volume;
  readonly bytes: Uint8Array;
}

/** Two books at a time: the largest, which comes first, takes about as long as all others. */
const PRESSES = 2;

/**
 * The books as they come from the press: cover, contents, preface (the page `about`), minutes by date, glossary by reading,
 * indexes, corrections, colophon. Each is PDF/A-3a and PDF/UA-1; the same volume and edition give the same bytes. Typst works
 * in processes of its own, which end with the last book or the first that cannot be printed.
 * @throws VFileMessage when a font package is missing or Typst refuses a book; it names the file of the book.
 */
export async function* printPdfs(
  volumes: readonly Volume[],
  edition: Edition,
  onProgress: (volume: Volume) => void = () => {},
): AsyncGenerator<PrintedPdf> {
  const fonts = fontFiles();
  const covers = coverageOf(readFonts());
  const waiting = [...volumes];
  const count = Math.min(PRESSES, waiting.length);
  const threads = Math.max(1, Math.floor(availableParallelism() / count));
  const presses = Array.from({ length: count }, () => startPress(fonts, threads));
  const printing = new Map<Press, Promise<PrintedPdf & { readonly press: Press }>>();
  const feed = (press: Press): void => {
    const volume = waiting.shift();
    if (!volume) return;
    onProgress(volume);
    const sheets = sheetsOf(volume, bookSource(volume, edition, covers));
    const printed = press.print(sheets).then(
      files => ({ press, volume, bytes: finished(files) }),
      error => {
        throw refusal(volume, error.message);
      },
    );
    printed.catch(() => {}); // of two books that fail the first is told
    printing.set(press, printed);
  };
  try {
    for (const press of presses) feed(press);
    while (printing.size > 0) {
      const { press, volume, bytes } = await Promise.race(printing.values());
      printing.delete(press);
      feed(press);
      yield { volume, bytes };
    }
  } finally {
    for (const press of presses) press.close();
  }
}

/** One book, as `printPdfs` prints it. */
export async function printPdf(volume: Volume, edition: Edition): Promise<Uint8Array> {
  for await (const { bytes } of printPdfs([volume], edition)) return bytes;
  throw new Error('printPdfs printed nothing');
}

function finished({ archive, accessible, landings }: Printed): Uint8Array {
  const pdf = Buffer.from(archive);
  landLinks(pdf, landings);
  return claimAccessible(pdf, Buffer.from(accessible));
}

/** One line for each page of the book with characters that no font of the book has: they are printed as their numbers. */
export function missingGlyphs(volume: Volume): string[] {
  const covers = coverageOf(readFonts());
  const { preface, minutes, terms } = partsOf(volume);
  return [...preface, ...minutes, ...terms].flatMap(page => {
    const missing = uncovered(printedText(page), covers).map(cluster => `「${cluster}」(${codePoints(cluster)})`);
    return missing.length > 0 ? [`${page.source || page.path}: 書体にない文字 ${missing.join('、')}`] : [];
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
function sheetsOf({ attachments }: Volume, source: string): Sheets {
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

function refusal(volume: Volume, diagnostics: string): VFileMessage {
  const said = [...diagnostics.matchAll(SAID)].map(match => match[1]);
  const reason = `PDF を組めません: ${said.join(' / ') || diagnostics}`;
  return errorAt(
    `build/${pdfPath(volume)}`,
    undefined,
    reason,
    '前の PDF はそのままです。この行を添えて開発者に知らせてください',
  );
}
