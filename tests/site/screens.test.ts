/** Compares the main views of the site with pictures that a person has looked at; a broken layout fails. */
// TSUZURI_SCREENS=write npx vitest run tests/site/screens.test.ts   takes the pictures anew; look at them, then commit
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { siteUnderTest } from './site-under-test.ts';
import { DESK, PHONE, type Visitor, visitorOf } from './visitor.ts';

let site: Visitor;
beforeAll(async () => {
  site = await visitorOf(await siteUnderTest());
});
afterAll(() => site?.leave());

const VIEWS = [
  ['home', '/', DESK, 'light'],
  ['home-phone', '/', PHONE, 'dark'],
  ['minutes', '/minutes/2021-09-27-cs-hq-31/#u6', DESK, 'dark'],
  ['minutes-phone', '/minutes/2012-11-01-isc-31/', PHONE, 'light'],
  ['corrections', '/minutes/fy2015-sgst-4/?show=edits,scan#u3', DESK, 'light'],
  ['entry', '/glossary/nisc/', DESK, 'light'],
  ['glossary-phone', '/glossary/', PHONE, 'light'],
  ['person', `/people/${encodeURIComponent('村井純')}`, DESK, 'light'],
] as const;

const pictureOf = (name: string): string => fileURLToPath(new URL(`__screens__/${name}.jpg`, import.meta.url));

/**
 * Mean difference of brightness, 0 … 255, of two pictures seen from afar: in fields of 20 × 20 px, in which a letter
 * more or less, or another font, is nothing.
 */
function difference(page: Page, pictures: readonly Buffer[]): Promise<number> {
  return page.evaluate(
    async sources => {
      const fields = sources.map(async source => {
        const bitmap = await createImageBitmap(await (await fetch(source)).blob());
        const canvas = new OffscreenCanvas(Math.round(bitmap.width / 20), Math.round(bitmap.height / 20));
        const context = canvas.getContext('2d') as OffscreenCanvasRenderingContext2D;
        context.imageSmoothingQuality = 'high';
        context.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
        return context.getImageData(0, 0, canvas.width, canvas.height).data.filter((_, index) => index % 4 === 1);
      });
      const [one = [], other = []] = await Promise.all(fields);
      const sum = Array.from(one).reduce((total, value, at) => total + Math.abs(value - (other[at] ?? 255)), 0);
      return sum / one.length;
    },
    pictures.map(picture => `data:image/jpeg;base64,${picture.toString('base64')}`),
  );
}

/** What another font of the same width makes of a page of text; without its style sheets each page is far beyond it. */
const MOST = 6;

describe.each(VIEWS)('%s', (name, path, viewport, colorScheme) => {
  test('looks as it did', async () => {
    const page = await site.visit(path, { viewport, colorScheme, reducedMotion: 'reduce' });
    if (path.includes('?show')) await page.locator('.scan-line').first().waitFor();
    await page.waitForTimeout(300);
    const shot = (): Promise<Buffer> => page.screenshot({ type: 'jpeg', quality: 60, animations: 'disabled' });
    const now = await shot();
    if (process.env.TSUZURI_SCREENS === 'write') {
      mkdirSync(fileURLToPath(new URL('__screens__', import.meta.url)), { recursive: true });
      writeFileSync(pictureOf(name), now);
    }
    const blank = await (await page.context().browser()?.newContext())?.newPage();
    if (!blank) throw new Error('no browser');
    const seen = readFileSync(pictureOf(name));
    expect(await difference(blank, [now, seen])).toBeLessThan(MOST);
    // The comparison is worth something: it sees a page whose styles are gone.
    await page.evaluate(() => {
      for (const sheet of document.querySelectorAll('link[rel~="stylesheet"], style')) sheet.remove();
    });
    expect(await difference(blank, [await shot(), seen])).toBeGreaterThan(MOST);
    await blank.context().close();
    await page.context().close();
  });
});
