/** Finishes a PDF of Typst, byte for byte: links land on their places, PDF/A-3a becomes PDF/UA-1 as well. */
import type { Labels } from '@tsuzuri/core/labels';
import type { TypesetPdf } from './typst-worker.ts';

export function finishPdf({ archive, accessible, landings }: TypesetPdf, label: Labels): Uint8Array {
  const pdf = Buffer.from(archive);
  landLinks(pdf, landings, label);
  return claimAccessible(pdf, Buffer.from(accessible));
}

/**
 * For each place its page, from 1, and how far it is from the left and from the top, in points; nothing for a label that
 * the book does not have after all.
 */
export type Landing = readonly [page: number, left: number, top: number] | null;

/** In characters: room for what takes the place of an address, so that nothing else of the file moves. */
const LENGTH = 72;

/** What a link says to Typst that leads to the place of this number. */
export const placeUrl = (number: number): string => `place:${number}.`.padEnd(LENGTH, '.');

/**
 * A link to a label asks Typst where that is each time the paragraph is set: to set it as an address, and to write the
 * place afterwards, takes a half of the time and of the memory (five scans, `npm run bench -- pdf`).
 * @param pdf is changed where it stands; no byte moves
 */
function landLinks(pdf: Buffer, landings: readonly Landing[], label: Labels): void {
  const pages = pagesOf(pdf);
  const mark = '/URI (place:';
  for (let at = pdf.indexOf(mark); at !== -1; at = pdf.indexOf(mark, at)) {
    const [page, left, top] =
      landings[Number.parseInt(pdf.toString('latin1', at + mark.length, at + LENGTH), 10)] ?? [];
    const sheet = pages[(page ?? 0) - 1];
    if (!sheet || left === undefined || top === undefined) throw new Error('A link of this PDF leads nowhere');
    const end = overwrite(
      pdf,
      [pdf.lastIndexOf('/A <<', at), '>>'],
      `/Dest [${sheet} 0 R /XYZ ${left.toFixed(2)} ${above(top)} 0]`,
    );
    at = overwrite(
      pdf,
      [pdf.indexOf('/Contents (', end), ')'],
      `/Contents <FEFF${hex(label('print.toPage', { number: page ?? 0 }))}>`,
    );
  }
}

/** Replaces what stands from here to the end mark, blanks fill what is left. */
function overwrite(pdf: Buffer, [from, mark]: readonly [number, string], words: string): number {
  const end = pdf.indexOf(mark, from) + mark.length;
  if (words.length > end - from) throw new Error(`No room for ${words}`);
  return from + pdf.write(words.padEnd(end - from), from, 'latin1');
}

/** Height of A4, less a line of air above the place. */
const above = (top: number): string => (841.89 - Math.max(0, top - 10)).toFixed(2);

const hex = (words: string): string => Buffer.from(words, 'utf16le').swap16().toString('hex').toUpperCase();

/** Numbers of the objects of the pages; Typst keeps them in one list. */
function pagesOf(pdf: Buffer): number[] {
  const at = pdf.indexOf('/Type /Pages');
  const [, count, kids = ''] =
    /\/Count (\d+)\s+\/Kids \[([^\]]*)\]/.exec(pdf.toString('latin1', at, pdf.indexOf('endobj', at))) ?? [];
  const pages = [...kids.matchAll(/(\d+) 0 R/g)].map(([, number]) => Number(number));
  if (pages.length === 0 || pages.length !== Number(count))
    throw new Error('The pages of this PDF are not in one list');
  return pages;
}

/**
 * Typst writes one standard a file, so this appends what its PDF/UA-1 of the same document has as well: the claim, the
 * wish to show the title, where tables stand. It is an incremental update (ISO 32000-1, 7.5.6): a PDF library would read
 * and write all of the file, which takes as long as printing it.
 *
 * One thing stays as PDF/A has it: a link over two lines is two annotations of one tag. As one annotation (`QuadPoints`)
 * it would follow a click between the lines in viewers that only know its rectangle.
 */
function claimAccessible(archive: Buffer, accessible: Buffer): Uint8Array {
  const tail = tailOf(archive);
  const catalog = objectAt(archive, tail.offsetOf(tail.root));
  const metadata = Number(/\/Metadata (\d+) 0 R/.exec(catalog)?.[1]);
  return append(archive, tail, [
    ...tablesWithPlaces(archive, accessible),
    [metadata, addClaim(objectAt(archive, tail.offsetOf(metadata)))],
    [tail.root, instead(catalog, SHOWN, `${SHOWN}\n    /DisplayDocTitle true`)],
  ]);
}

/** Number, text from `<<` to before `endobj`; a character for each byte. */
type Item = readonly [number: number, text: string];

interface Tail {
  /** Number of the catalog. */
  readonly root: number;
  readonly trailer: string;
  readonly startxref: number;
  readonly offsetOf: (number: number) => number;
}

const SHOWN = '/ViewerPreferences <<';

/** Its end: one cross-reference table with 20 bytes a line, objects counted from 0. */
function tailOf(pdf: Buffer): Tail {
  const end = pdf.toString('latin1', pdf.lastIndexOf('trailer'));
  const startxref = Number(/startxref\s+(\d+)/.exec(end)?.[1]);
  const head = /^xref\s+0 \d+\s+(?=\d{10} )/.exec(pdf.toString('latin1', startxref, startxref + 40))?.[0];
  if (head === undefined) throw new Error('This PDF has no plain cross-reference table');
  const lines = startxref + head.length;
  return {
    root: Number(/\/Root (\d+) 0 R/.exec(end)?.[1]),
    trailer: end.slice(0, end.indexOf('startxref')),
    startxref,
    offsetOf: number => Number(pdf.toString('latin1', lines + 20 * number, lines + 20 * number + 10)),
  };
}

const objectAt = (pdf: Buffer, offset: number): string =>
  pdf.toString('latin1', pdf.indexOf('<<', offset), pdf.indexOf('\nendobj', offset));

function instead(text: string, old: string, young: string): string {
  if (!text.includes(old)) throw new Error(`This PDF has no ${old}`);
  return text.replace(old, () => young);
}

const TABLE = ' 0 obj\n<<\n  /Type /StructElem\n  /S /Table\n';
/** `/A [<< /O /Layout /BBox [82.4 79.3 512.8 107.3] >>]` */
const ATTRIBUTES = / {2}\/A \[<<.*?>>\]\n/s;

/** PDF/A leaves out where a table stands on its page (`BBox`); both files have the same tables in the same order. */
function tablesWithPlaces(archive: Buffer, accessible: Buffer): Item[] {
  const models = tablesOf(accessible);
  const tables = tablesOf(archive);
  if (models.length !== tables.length) throw new Error(`There are ${tables.length} tables, not ${models.length}`);
  return tables.map(([number, text], index) => {
    const attributes = ATTRIBUTES.exec(models[index]?.[1] ?? '')?.[0] ?? '';
    return [number, instead(text.replace(ATTRIBUTES, ''), '/S /Table\n', `/S /Table\n${attributes}`)];
  });
}

function tablesOf(pdf: Buffer): Item[] {
  const found: Item[] = [];
  for (let at = pdf.indexOf(TABLE); at !== -1; at = pdf.indexOf(TABLE, at + 1))
    found.push([Number(pdf.toString('latin1', pdf.lastIndexOf('\n', at) + 1, at)), objectAt(pdf, at)]);
  return found;
}

const NAMESPACE = 'http://www.aiim.org/pdfua/ns/id/';

/** PDF/A asks for a description of each schema that it does not know (ISO 19005-3, 6.6.2.3.3). */
const SCHEMA = `<rdf:li rdf:parseType="Resource"><pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema><pdfaSchema:namespaceURI>${NAMESPACE}</pdfaSchema:namespaceURI><pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix><pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource"><pdfaProperty:category>internal</pdfaProperty:category><pdfaProperty:description>Part of ISO 14289 to which the document conforms</pdfaProperty:description><pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType></rdf:li></rdf:Seq></pdfaSchema:property></rdf:li>`;

/** Each text is followed by what is put before it. */
const CLAIM = [
  [' xmlns:pdfaid=', ` xmlns:pdfuaid="${NAMESPACE}"`],
  ['</rdf:Bag></pdfaExtension:schemas>', SCHEMA],
  ['<pdfaid:part>', '<pdfuaid:part>1</pdfuaid:part>'],
] as const;

/** The stream of the metadata, unpacked as it was, with its new length. */
function addClaim(metadata: string): string {
  const said = CLAIM.reduce((text, [mark, more]) => instead(text, mark, more + mark), metadata);
  const length = said.indexOf('\nendstream') - said.indexOf('stream\n') - 'stream\n'.length;
  return said.replace(/\/Length \d+/, `/Length ${length}`);
}

/** New objects, a cross-reference table of these alone, a trailer that leads to the earlier one. */
function append(pdf: Buffer, { trailer, startxref }: Tail, items: readonly Item[]): Uint8Array {
  let offset = pdf.length + 1;
  const lines: string[] = [];
  const objects = items.map(([number, text]) => {
    const object = `${number} 0 obj\n${text}\nendobj\n\n`;
    lines.push(`${number} 1\n${String(offset).padStart(10, '0')} 00000 n\r\n`);
    offset += object.length;
    return object;
  });
  const end = trailer.replace(/\s*>>\s*$/, () => `\n  /Prev ${startxref}\n>>\n`);
  const text = `\n${objects.join('')}xref\n${lines.join('')}${end}startxref\n${offset}\n%%EOF`;
  const whole = new Uint8Array(pdf.length + text.length);
  whole.set(pdf);
  whole.set(Buffer.from(text, 'latin1'), pdf.length);
  return whole;
}
