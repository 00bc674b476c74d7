/** The book of the five scans as EPUB: epubcheck has nothing to say, every text is there, every link lands. */
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { printEpub } from '@tsuzuri/print/epub/epub';
import { partsOf, type Volume } from '@tsuzuri/print/volume';
import type { Nodes } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';
import { beforeAll, expect, test } from 'vitest';
import { printedVolumes } from '../pdf/printed.ts';
import { EDITION } from '../pdf/sample.ts';
import { launchBrowser } from '../site/browser.ts';
import { attribute, brokenPlaces, complaints, type ReadEpub, readEpub } from './read-epub.ts';

let volumes: readonly Volume[];
let whole: Volume;
let bytes: Uint8Array;
let book: ReadEpub;

beforeAll(async () => {
  volumes = await printedVolumes();
  whole = volumes[0] as Volume;
  bytes = printEpub(whole, EDITION);
  book = readEpub(bytes);
});

const LINES = new Set(['paragraph', 'heading', 'tableCell']);

/** Words of each paragraph, heading and cell in the order of the page, without white space. */
function blocksOf(tree: Nodes): string[] {
  const blocks: string[] = [];
  visit(tree, node => {
    if (LINES.has(node.type)) blocks.push(textOf(node, { includeHtml: false }));
  });
  return blocks.map(block => block.replace(/\s/g, '')).filter(Boolean);
}

test('epubcheck has nothing to say, of the whole and of each document', async () => {
  expect(await complaints(bytes)).toEqual([]);
  for (const volume of volumes.slice(1)) {
    const epub = printEpub(volume, EDITION);
    expect(await complaints(epub), volume.name).toEqual([]);
    expect(brokenPlaces(readEpub(epub)), volume.name).toEqual([]);
  }
});

test('every link lands, every id is a name that stands once', () => {
  expect(book.spine.flatMap(name => book.links(name)).length).toBeGreaterThan(1500);
  expect(brokenPlaces(book)).toEqual([]);
});

test('every block of the minutes and the entries stands in the order of the book', () => {
  const text = book.spine.map(name => book.text(name)).join('');
  const { preface, minutes, terms } = partsOf(whole);
  let at = 0;
  for (const page of [...preface, ...minutes])
    for (const words of blocksOf(page.tree)) {
      const found = text.indexOf(words, at);
      expect(found, `${page.path}: ${words.slice(0, 40)}`).toBeGreaterThanOrEqual(at);
      at = found + words.length;
    }
  for (const page of terms)
    for (const words of blocksOf(page.tree)) expect(text.includes(words), `${page.path}: ${words}`).toBe(true);
});

test('the contents lead to documents, sections, speeches, entries; each speech has a name to go to', () => {
  const { minutes, terms } = partsOf(whole);
  const speeches = minutes.flatMap(({ markdown }) => markdown.match(/\{#u\d+\}$/gm) ?? []);
  const words = (xpath: string) => book.find('nav.xhtml', xpath).map(({ content }) => content);
  const lines = words('//h:nav[@epub:type="toc"]//h:a');
  expect(lines).toEqual(
    expect.arrayContaining(['後藤本部員', '(2) 構成員意見交換', 'な行', 'NISC', '発言者索引', '奥付']),
  );
  expect(terms.every(({ matter }) => lines.includes(String(matter.term)))).toBe(true);
  expect(words('//h:nav[@epub:type="toc"]/h:ol/h:li/h:a').length).toBe(minutes.length + 5);
  const places = words('//h:nav[@epub:type="page-list"]//h:a');
  expect(places.length).toBe(speeches.length);
  expect(new Set(places).size).toBe(places.length);
  expect(places).toContain('情報セキュリティ政策会議 第31回 発言7');
  const kinds = book
    .find('nav.xhtml', '//h:nav[@epub:type="landmarks"]//h:a')
    .map(link => link.attr('type', 'epub')?.value);
  expect(kinds).toEqual([
    'titlepage',
    'toc',
    'preface',
    'bodymatter',
    'glossary',
    'backmatter',
    'appendix',
    'colophon',
  ]);
});

test('the colophon and the package say what the book is', () => {
  const text = book.text(book.spine.at(-1) as string);
  for (const { matter } of partsOf(whole).minutes) expect(text).toContain((matter.scan as { sha256: string }).sha256);
  const meta = (xpath: string) => book.find('package.opf', xpath).map(({ content }) => content);
  expect(meta('//dc:title')).toEqual([`${whole.title}　${whole.subtitle}`]);
  expect(meta('//dc:language')).toEqual(['ja']);
  expect(meta('//dc:rights')[0]).toContain('日本国政府が公開した文書');
  expect(meta('//opf:meta[@property="dcterms:modified"]')).toEqual([`${EDITION.date}T00:00:00Z`]);
  expect(meta('//dc:identifier')[0]).toMatch(
    /^urn:uuid:[\da-f]{8}-[\da-f]{4}-8[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/,
  );
});

test('no file is so large that it opens slowly, all of them have names that any disk takes', () => {
  expect(Math.max(...book.spine.map(name => book.source(name).length))).toBeLessThan(150_000);
  expect(book.names[0]).toBe('mimetype');
  expect(new TextDecoder().decode(bytes.subarray(30, 58))).toBe('mimetypeapplication/epub+zip');
  expect(book.names.filter(name => !/^[\w./-]+$/.test(name))).toEqual([]);
});

test('the same bytes in every time zone, for pages in any order', () => {
  const zone = process.env.TZ;
  const offsets = ['Asia/Tokyo', 'America/New_York'].map(name => {
    process.env.TZ = name;
    expect(printEpub({ ...whole, pages: whole.pages.toReversed() }, EDITION)).toEqual(bytes);
    return new Date(2026, 0).getTimezoneOffset();
  });
  if (zone === undefined) delete process.env.TZ;
  else process.env.TZ = zone;
  expect(offsets).toEqual([-540, 300]);
});

test('a browser reads each file as XHTML, asks for nothing else, and a click on NISC lands on its entry', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'tsuzuri-epub-'));
  for (const name of [...book.spine, 'style.css']) writeFileSync(join(folder, name), book.source(name));
  const browser = await launchBrowser();
  const page = await browser.newPage({ viewport: { width: 375, height: 700 } });
  const requests: string[] = [];
  page.on('request', request => requests.push(request.url()));
  for (const name of book.spine) {
    await page.goto(pathToFileURL(join(folder, name)).href);
    expect(await page.locator('parsererror').count(), name).toBe(0);
    const [inner, outer] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
    expect(inner, name).toBeLessThanOrEqual(outer as number);
  }
  const file = book.spine.find(name => book.source(name).includes('id="minutes.2021-09-27-cs-hq-31.u4"')) as string;
  await page.goto(pathToFileURL(join(folder, file)).href);
  await page
    .locator('a', { hasText: /^NISC$/ })
    .first()
    .click();
  expect(new URL(page.url()).hash).toBe('#glossary.nisc.n2');
  expect(await page.locator('[id="glossary.nisc"] h3').textContent()).toBe('NISC');
  expect(requests.filter(url => !url.startsWith(pathToFileURL(folder).href))).toEqual([]);
  await browser.close();
});

test('every place has its mark before the words of the speech', () => {
  const marks = book.spine.flatMap(name => book.find(name, '//h:span[@epub:type="pagebreak"]'));
  expect(marks.map(mark => attribute(mark, 'aria-label'))).toEqual(
    book.find('nav.xhtml', '//h:nav[@epub:type="page-list"]//h:a').map(({ content }) => content),
  );
});
