/** Takes the pictures of the READMEs from the built site and book: `npm run build && npm run pictures`. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { type Visitor, visitorOf } from './site/visitor.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const FOLDER = `${ROOT}.github/pictures/`;
const DOCUMENT = 'fy2015-sgst-4';
const SIZE = { width: 1100, height: 760 };
const LOOK = { colorScheme: 'light', reducedMotion: 'reduce' } as const;
/** The same words at the left as the OCR gave them, at the right as the site shows them: from this section on. */
const SECTION = { id: 's3', words: '3. 質疑応答' };

mkdirSync(FOLDER, { recursive: true });
const site = await visitorOf(`${ROOT}build/site`);
try {
  await scanBesidePage(site);
  await take('entry', await open('/glossary/nisc/#mentions', '#mentions'));
  await take('search', await search('NISC'));
  pageOfBook('page');
} finally {
  await site.leave();
}

async function open(path: string, awaited: string): Promise<Page> {
  const page = await visit(path);
  await page.locator(awaited).first().waitFor();
  return page;
}

function visit(path: string): Promise<Page> {
  return site.visit(path, { ...LOOK, viewport: SIZE });
}

async function search(query: string): Promise<Page> {
  const page = await visit('/');
  await page.keyboard.press('/');
  await page.keyboard.type(query);
  await page.locator('.search-results a').first().waitFor();
  return page;
}

async function take(name: string, page: Page): Promise<void> {
  await page.waitForTimeout(500);
  await page.screenshot({ path: `${FOLDER}${name}.png`, animations: 'disabled' });
  await page.close();
}

async function scanBesidePage(visitor: Visitor): Promise<void> {
  const shown = await site.visit(`/minutes/${DOCUMENT}/#${SECTION.id}`, {
    ...LOOK,
    viewport: { width: 760, height: 760 },
  });
  await shown.waitForTimeout(500);
  const page = (await shown.screenshot({ type: 'png', animations: 'disabled' })).toString('base64');
  await shown.close();
  const whole = readFileSync(`${ROOT}seeds/${DOCUMENT}.txt`, 'utf8');
  const scan = whole
    .slice(whole.indexOf(SECTION.words))
    .slice(0, 2500)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;');
  const both = await visitor.visit('/404.html', { viewport: { width: 1340, height: 760 } });
  await both.setContent(
    `<body style="margin:0;display:flex"><pre style="width:560px;margin:0;padding:16px 20px;box-sizing:border-box;overflow:hidden;height:760px;white-space:pre-wrap;font:14px/1.75 monospace;background:#f4f1ea;color:#333">${scan}</pre><img style="width:760px;border-left:2px solid #888" src="data:image/png;base64,${page}"></body>`,
  );
  await take('scan-and-page', both);
}

/** A page of minutes in the book, drawn by poppler. */
function pageOfBook(name: string): void {
  const drawn = execFileSync(
    'pdftoppm',
    ['-png', '-r', '80', '-f', '5', '-l', '5', `${ROOT}build/pdf/${DOCUMENT}.pdf`],
    { maxBuffer: 2 ** 26 },
  );
  writeFileSync(`${FOLDER}${name}.png`, drawn);
}
