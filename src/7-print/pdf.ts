/** Prints the book as a PDF with Typst: no browser, no network, no font of the machine. */
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import type { Nodes } from 'mdast';
import { visit } from 'unist-util-visit';
import type { Page } from '../book.ts';
import { coverageOf, loadFonts } from './fonts.ts';
import { codePoints, uncovered } from './literals.ts';
import { type BookOptions, bookSource } from './typst-book.ts';

export type PdfOptions = BookOptions;

/**
 * The book: cover, contents, preface (the page `about`), minutes by date, glossary by reading, colophon. Tagged as PDF/UA-1;
 * the same pages and options give the same bytes.
 * @throws VFileMessage when a font package is missing, Error when Typst cannot compile the book.
 */
export async function printPdf(pages: readonly Page[], options: PdfOptions): Promise<Uint8Array> {
  const fonts = loadFonts();
  return compile(bookSource(pages, options, coverageOf(fonts)), fonts);
}

/** One line for each page with characters that no font of the book has: they are printed as their numbers. */
export function missingGlyphs(pages: readonly Page[]): string[] {
  const covers = coverageOf(loadFonts());
  return pages.flatMap(page => {
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

/** @throws Error with what Typst says. */
function compile(source: string, fonts: Buffer[]): Uint8Array {
  const compiler = NodeCompiler.create({ fontArgs: [{ fontBlobs: fonts }] });
  const outcome = compiler.compile({ mainFileContent: source });
  const document = outcome.result;
  if (!document) throw new Error(`Typst: ${JSON.stringify(outcome.takeError()?.shortDiagnostics)}`);
  const pdf = compiler.pdf(document, { pdfStandard: 'ua-1' });
  compiler.evictCache(0);
  return new Uint8Array(pdf);
}
