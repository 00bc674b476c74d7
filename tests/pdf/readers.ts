/** What readers that other people wrote make of a PDF: poppler, pdfium, pdf.js, qpdf. */
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PDFiumLibrary } from '@hyzyla/pdfium';

/** Debian's packages of the programs that the tests start. */
const PACKAGES: Readonly<Record<string, string>> = {
  pdftotext: 'poppler-utils',
  pdfinfo: 'poppler-utils',
  pdfdetach: 'poppler-utils',
  qpdf: 'qpdf',
};

/** @throws Error with what the program says when it fails, or how to install it. */
export function run(program: string, ...words: string[]): string {
  try {
    return execFileSync(program, words, { encoding: 'utf8', maxBuffer: 2 ** 30, stdio: ['ignore', 'pipe', 'pipe'] });
  } catch (error) {
    const { code, stderr, stdout, message } = error as NodeJS.ErrnoException & { stderr?: string; stdout?: string };
    if (code !== 'ENOENT') throw new Error([message, stdout, stderr].filter(Boolean).join('\n').slice(0, 2000));
    throw new Error(
      `試験に使う ${program} がありません。「apt-get install ${PACKAGES[program]}」で入れてください（macOS では brew install poppler qpdf）`,
    );
  }
}

/** The type area of our pages in points from the top: between running header and folio. */
const AREA = { x: 0, y: 80, width: 596, height: 685 };

/** Text of all pages, without running headers and folios; a page ends with `\f`. */
export function popplerText(file: string, ...options: string[]): string {
  const { x, y, width, height } = AREA;
  const crop = { x, y, W: width, H: height };
  const words = Object.entries(crop).flatMap(([name, points]) => [`-${name}`, String(points)]);
  return run('pdftotext', '-enc', 'UTF-8', ...words, ...options, file, '-');
}

export async function pdfiumText(bytes: Uint8Array): Promise<string> {
  const library = await PDFiumLibrary.init();
  try {
    const document = await library.loadDocument(bytes);
    const text = [...document.pages()].map(page => page.getText()).join('\f');
    document.destroy();
    return text;
  } finally {
    library.destroy();
  }
}

/** The files that travel inside a PDF, by name. */
export function attachmentsOf(file: string, folder: string): Map<string, Buffer> {
  run('pdfdetach', '-saveall', '-o', folder, file);
  return new Map(readdirSync(folder).map(name => [name, readFileSync(join(folder, name))]));
}
