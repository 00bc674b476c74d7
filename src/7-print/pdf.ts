/** Puts the pages together to one book, compiles it to a PDF. */
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import type { Heading, Nodes } from 'mdast';
import { visit } from 'unist-util-visit';
import type { Page } from '../book.ts';
import { labelsOf, splitId } from './anchors.ts';
import { STYLE } from './book-style.ts';
import { type Coverage, coverageOf, loadFonts } from './fonts.ts';
import { codePoints, literal, uncovered, words } from './literals.ts';
import { type Surroundings, toTypst } from './typst.ts';

export interface PdfOptions {
  readonly title: string;
  readonly subtitle?: string;
  readonly version: string;
  /** ISO day of this edition. There is no clock here: without it the book bears no date. */
  readonly date?: string;
}

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
