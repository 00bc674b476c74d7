/** Reads a PDF as a viewer does: text, links, outline. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getDocument, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { TextItem } from 'pdfjs-dist/types/src/display/api.js';

export interface Line {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly bottom: number;
}
export interface ReadPage {
  /** What the search of the viewer sees: every item in a row, a line's end as `\n`. */
  readonly text: string;
  readonly items: readonly Line[];
  /** Pages, counted from 0, that the links of the page lead to; `undefined` where one leads nowhere. */
  readonly internal: readonly (number | undefined)[];
  readonly external: readonly string[];
}
export interface ReadPdf {
  readonly pages: readonly ReadPage[];
  readonly outline: readonly Entry[];
  readonly info: Record<string, unknown>;
  readonly fonts: readonly string[];
}
export interface Entry {
  readonly title: string;
  readonly page: number | undefined;
  readonly items: readonly Entry[];
}

export async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
  const pdf = await getDocument({ data: bytes.slice(), useSystemFonts: false, verbosity: 0 }).promise;
  const pages: ReadPage[] = [];
  for (let number = 1; number <= pdf.numPages; number += 1) pages.push(await readPage(pdf, number));
  const outline = await entries(pdf, (await pdf.getOutline()) ?? []);
  const info = (await pdf.getMetadata()).info as Record<string, unknown>;
  const fonts = new Set(
    Buffer.from(bytes)
      .toString('latin1')
      .match(/\/FontName \/\S+/g),
  );
  return { pages, outline, info, fonts: [...fonts] };
}

async function readPage(pdf: PDFDocumentProxy, number: number): Promise<ReadPage> {
  const page = await pdf.getPage(number);
  const content = await page.getTextContent();
  const items = content.items.filter((item): item is TextItem => 'str' in item);
  const links = (await page.getAnnotations()).filter(annotation => annotation.subtype === 'Link');
  const external = links.flatMap(link => (link.unsafeUrl ? [String(link.unsafeUrl)] : []));
  const internal = await Promise.all(links.filter(link => !link.unsafeUrl).map(link => pageOf(pdf, link.dest)));
  return {
    text: items.map(item => item.str + (item.hasEOL ? '\n' : '')).join(''),
    items: items.map(lineOf),
    internal,
    external,
  };
}

const lineOf = (item: TextItem): Line => ({
  text: item.str,
  left: item.transform[4],
  right: item.transform[4] + item.width,
  bottom: item.transform[5],
});

async function pageOf(pdf: PDFDocumentProxy, dest: unknown): Promise<number | undefined> {
  const explicit = typeof dest === 'string' ? await pdf.getDestination(dest) : dest;
  return Array.isArray(explicit) ? pdf.getPageIndex(explicit[0]) : undefined;
}

type Outline = Awaited<ReturnType<PDFDocumentProxy['getOutline']>>;

async function entries(pdf: PDFDocumentProxy, items: Outline): Promise<Entry[]> {
  return Promise.all(
    items.map(async ({ title, dest, items: inner }) => ({
      title,
      page: await pageOf(pdf, dest),
      items: await entries(pdf, inner),
    })),
  );
}

/** The words of each internal link with the page, counted from 1, that it leads to; as poppler's `pdftohtml` sees them. */
export function linksOf(bytes: Uint8Array): { text: string; page: number }[] {
  const folder = mkdtempSync(join(tmpdir(), 'tsuzuri-links-'));
  const file = join(folder, 'book.pdf');
  writeFileSync(file, bytes);
  const xml = execFileSync('pdftohtml', ['-xml', '-i', '-stdout', file], {
    encoding: 'utf8',
    maxBuffer: 1e9,
    stdio: 'pipe',
  });
  rmSync(folder, { recursive: true });
  return [...xml.matchAll(/<a href="[^"#]*#(\d+)">(.*?)<\/a>/g)].map(([, page, words = '']) => ({
    text: words.replace(/<[^>]*>/g, ''),
    page: Number(page),
  }));
}
