/** Weighs a page with everything that it asks for. */
import { gzipSync } from 'node:zlib';
import type { Response } from 'playwright-core';
import { expect } from 'vitest';
import type { Visitor } from './visitor.ts';

/** Two documents come near it: their text alone is 12 and 10 kB. */
export const MOST_KB = 90;

/** Compressed kB of all that a page asks for as it opens, without anything that a reader does. */
export async function weightOf(site: Visitor, path: string): Promise<number> {
  const page = await site.visit('/hashmap.json'); // nothing of a page is known yet
  const responses: Response[] = [];
  page.on('response', response => {
    if (response.url().startsWith(site.origin)) responses.push(response);
  });
  await page.goto(site.origin + encodeURI(path), { waitUntil: 'networkidle' });
  expect(responses.length).toBeGreaterThan(5);
  const weights = (await Promise.all(responses.map(response => response.body()))).map(
    body => gzipSync(body).length / 1000,
  );
  await page.context().close();
  return weights.reduce((sum, weight) => sum + weight, 0);
}
