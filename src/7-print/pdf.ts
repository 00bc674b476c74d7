/** Prints the book as a PDF with Typst: no browser, no network, no font of the machine. */
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import type { Nodes } from 'mdast';
import { visit } from 'unist-util-visit';
import { VFileMessage } from 'vfile-message';
import type { Page } from '../book.ts';
import { complaint } from '../complaint.ts';
import { coverageOf, loadFonts } from './fonts.ts';
import { codePoints, uncovered } from './literals.ts';
import { bookSource } from './typst-book.ts';
import { type Edition, partsOf, type Volume } from './volume.ts';

/**
 * The book: cover, contents, preface (the page `about`), minutes by date, glossary by reading, colophon. Tagged as PDF/UA-1;
 * the same pages and options give the same bytes.
 * @throws VFileMessage when a font package is missing or Typst refuses the book.
 */
export async function printPdf(volume: Volume, edition: Edition): Promise<Uint8Array> {
  const fonts = loadFonts();
  return compile(bookSource(volume, edition, coverageOf(fonts)), fonts);
}

/** One line for each page of the book with characters that no font of the book has: they are printed as their numbers. */
export function missingGlyphs(volume: Volume): string[] {
  const covers = coverageOf(loadFonts());
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

/** PDF/UA-1 is a gate as well: Typst refuses a missing glyph, a gap in the headings, a picture without words. */
function compile(source: string, fonts: Buffer[]): Uint8Array {
  const compiler = NodeCompiler.create({ fontArgs: [{ fontBlobs: fonts }] });
  try {
    const outcome = compiler.compile({ mainFileContent: source });
    if (!outcome.result) throw refusal(JSON.stringify(outcome.takeError()?.shortDiagnostics));
    return new Uint8Array(compiler.pdf(outcome.result, { pdfStandard: 'ua-1' }));
  } catch (error) {
    throw error instanceof VFileMessage ? error : refusal((error as Error).message);
  } finally {
    compiler.evictCache(0);
  }
}

/** `message: "PDF/UA-1 error: heading title is empty"` */
const SAID = /"?message"?: ?"((?:[^"\\]|\\.)*)"/g;

function refusal(diagnostics: string): VFileMessage {
  const said = [...diagnostics.matchAll(SAID)].map(match => match[1]);
  const reason = `PDF を組めません: ${said.join(' / ') || diagnostics}`;
  return complaint(
    'build/tsuzuri.pdf',
    undefined,
    reason,
    '前の PDF はそのままです。この行を添えて開発者に知らせてください',
  );
}
