/** Lists the printers in the order in which they run: the site shows and contains what those before it made. */
import { dataPrinter } from './data/index.ts';
import { epubPrinter } from './epub/epub.ts';
import { htmlPrinter } from './html/html.ts';
import { pdfPrinter } from './pdf/pdf.ts';
import type { Printer } from './printer.ts';
import { sitePrinter } from './site/index.ts';
import { offlinePrinter } from './site/offline.ts';

export const PRINTERS: readonly Printer[] = [
  dataPrinter,
  pdfPrinter,
  epubPrinter,
  htmlPrinter,
  sitePrinter,
  offlinePrinter,
];
