/** The offline books as a visitor finds them: from home, from each document, on their own page; each is there, as large as said. */
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { siteUnderTest } from './site-under-test.ts';
import { DESK, type Visitor, visitorOf } from './visitor.ts';

let folder: string;
let site: Visitor;
beforeAll(async () => {
  folder = await siteUnderTest();
  site = await visitorOf(folder);
});
afterAll(() => site?.leave());

interface Offered {
  readonly path: string;
  /** `PDF（1.1 MB、2026年11月22日版）` */
  readonly said: string;
}

async function offeredOn(path: string): Promise<Offered[]> {
  const page = await site.visit(path, { viewport: DESK });
  const links = await page.locator('.book-link').evaluateAll(spans =>
    spans.map(span => ({
      path: new URL(span.querySelector('a')?.href ?? '').pathname,
      said: span.textContent ?? '',
    })),
  );
  await page.context().close();
  return links;
}

const STARTS: Readonly<Record<string, string>> = { pdf: '%PDF-1.7', epub: 'PK\u0003\u0004', html: '<!DOCTYPE html>' };

/** The file is what its name says, and about as large as the page says. */
function holds({ path, said }: Offered): void {
  const file = join(folder, decodeURIComponent(path));
  const start = STARTS[path.replace(/^.*\./, '')] as string;
  expect(readFileSync(file, 'latin1').slice(0, start.length)).toBe(start);
  const [, number, unit] = /（([\d.]+) ([KM])B、\d{4}年\d{1,2}月\d{1,2}日版）$/.exec(said) ?? [];
  const bytes = Number(number) * (unit === 'M' ? 1e6 : 1e3);
  expect(Math.abs(bytes - statSync(file).size)).toBeLessThan(unit === 'M' ? 0.06e6 : 1e3);
}

test('the page about them offers the whole in three formats, and each document', async () => {
  const offered = await offeredOn('/offline/');
  expect(offered.map(({ path }) => path)).toEqual([
    '/tsuzuri.pdf',
    '/tsuzuri.epub',
    '/tsuzuri.html',
    '/pdf/2012-11-01-isc-31.pdf',
    '/pdf/2013-06-20-ci-committee-32.pdf',
    '/pdf/2014-01-15-policy-slides.pdf',
    '/pdf/fy2015-sgst-4.pdf',
    '/pdf/2021-09-27-cs-hq-31.pdf',
  ]);
  for (const book of offered) holds(book);
});

test('minutes lead to their own PDF, the home page and the navigation to all', async () => {
  const [own, ...others] = await offeredOn('/minutes/2021-09-27-cs-hq-31/');
  expect(own?.path).toBe('/pdf/2021-09-27-cs-hq-31.pdf');
  expect(others).toEqual([]);
  expect((await offeredOn('/')).map(({ path }) => path)).toEqual(['/tsuzuri.pdf']);
  const page = await site.visit('/', { viewport: DESK });
  await page.getByRole('navigation').getByRole('link', { name: 'オフライン版' }).first().click();
  await page.locator('h1', { hasText: 'オフラインで読む' }).waitFor();
  await page.context().close();
});
