/** Opens the site of a project whose language is English: what it says itself is English, the documents stay Japanese. */
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { complaints, readEpub } from '../epub/read-epub.ts';
import { readPdf } from '../pdf/read-pdf.ts';
import { tsuzuri } from '../project.ts';
import { ROOT } from '../seeds.ts';
import { DESK, PHONE, type Visitor, visitorOf } from './visitor.ts';

const CONFIG = `
import { defineConfig, type PageKind } from 'tsuzuri';

const chronicle: PageKind = {
  kind: '年表',
  path: 'years/',
  make: () => [{ path: 'years/index', title: '年表', content: '# 年表\\n\\n町の会議の記録です。' }],
  nav: { text: '年表', link: '/years/' },
};

export default defineConfig({
  title: 'みどり町 会議録',
  description: 'Minutes of a town, with a glossary.',
  language: 'en',
  url: 'https://minutes.midori.example/',
  repository: 'https://github.com/midori-example/minutes',
  pageKinds: [chronicle],
});
`;

const root = mkdtempSync(join(tmpdir(), 'tsuzuri-english-'));
const folder = join(root, 'build/site');
const read = (path: string): string => readFileSync(join(root, 'build', path), 'utf8');
let site: Visitor;

beforeAll(async () => {
  for (const part of ['seeds', 'docs', '.vitepress'])
    cpSync(join(ROOT, 'tests/foreign/project', part), join(root, part), { recursive: true });
  rmSync(join(root, 'seeds/2024-08-02-bosai-2.json')); // a format that the other project adds
  writeFileSync(join(root, 'package.json'), '{ "type": "module" }');
  writeFileSync(join(root, 'tsuzuri.config.ts'), CONFIG);
  symlinkSync(join(ROOT, 'node_modules'), join(root, 'node_modules'));
  const { status, stderr } = tsuzuri(['build', '--pdf', '--epub'], root);
  expect(status, stderr).toBe(0);
  site = await visitorOf(folder);
});
afterAll(async () => {
  await site?.leave();
  rmSync(root, { recursive: true, force: true });
});

/** Japanese letters in texts and in attributes that are read out, outside of all that says to be Japanese. */
const strayJapanese = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const isJapanese = (text: string) => /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]/u.test(text);
    const isEnglish = (element: Element) => element.closest<HTMLElement>('[lang]')?.lang !== 'ja';
    const found: string[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const { parentElement: parent, data } = walker.currentNode as Text;
      if (parent && !parent.closest('script, style') && isJapanese(data) && isEnglish(parent))
        found.push(`${parent.tagName}.${parent.className}: ${data.trim()}`);
    }
    for (const element of document.body.querySelectorAll('*'))
      for (const name of ['title', 'aria-label', 'placeholder', 'alt']) {
        const value = element.getAttribute(name) ?? '';
        if (isJapanese(value) && isEnglish(element)) found.push(`${element.tagName}[${name}]: ${value}`);
      }
    return found;
  });

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface Axe {
  readonly run: () => Promise<{ violations: { id: string; nodes: { html: string }[] }[] }>;
}

async function violations(page: Page): Promise<string[]> {
  await page.evaluate(AXE); // through the debugger: the policy of the site lets no script in
  return page.evaluate(async () => {
    const { axe } = window as unknown as { axe: Axe };
    const { violations } = await axe.run();
    return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`));
  });
}

const MINUTES = '/minutes/2023-06-12-gikai-2/';
const openSearch = async (page: Page) => {
  await page.keyboard.press('Control+k');
  await page.locator('.search-dialog .search-guide').waitFor();
};
const openMenu = async (page: Page, part: string) => {
  await page.locator(`${part} > [aria-haspopup=menu]`).press('Enter');
  await page.getByRole('menuitem').first().waitFor();
};
const ask = (query: string) => async (page: Page) => {
  await page.getByRole('searchbox').fill(query);
  await page.locator('.search-results[aria-busy=false]').waitFor();
};
const search = (query: string) => async (page: Page) => {
  await openSearch(page);
  await ask(query)(page);
};

/** A view of the site: what it is, where, what a reader does there, what then stands there. */
const VIEWS: readonly (readonly [
  name: string,
  path: string,
  act: (page: Page) => Promise<unknown>,
  words: readonly string[],
])[] = [
  ['home', '/', async () => {}, ['Documents', '2023', 'Read the minutes', 'The list of minutes has all documents']],
  [
    'minutes',
    MINUTES,
    page => openMenu(page, '#u2'),
    ['12 June 2023', 'Show corrections', 'On this page', 'Copy text with its source', 'Report an error'],
  ],
  [
    'minutes with corrections and scan',
    `${MINUTES}?show=edits,scan`,
    page => page.locator('.scan-line').first().waitFor(),
    ['Record of corrections', 'Correction 1', 'of the scan', 'Rule: '],
  ],
  [
    'minutes with a popover',
    MINUTES,
    async page => {
      await page.locator('.vp-doc p a[href*="/glossary/"]').first().focus();
      await page.locator('.entry-popover').waitFor();
    },
    ['Read the entry', 'All mentions ('],
  ],
  ['list of minutes', '/minutes/', async () => {}, ['Date', 'Document', 'Type', 'Find by body', '5 March 2024']],
  [
    'entry',
    '/glossary/midori-bus/',
    async () => {},
    ['Reading', 'Programmes and projects', 'Where this term is mentioned (7)'],
  ],
  ['glossary', '/glossary/', async () => {}, ['Shown: 8', 'Filter terms', 'By kana', 'Kana た', 'Systems']],
  [
    'glossary with nothing found',
    '/glossary/?q=ぬぬ',
    page => page.getByText('No term matches').waitFor(),
    ['No term matches. Type a shorter word'],
  ],
  [
    'people',
    '/people/',
    async () => {},
    ['Attendees and speakers', 'Different people of the same name', 'meetings: 3'],
  ],
  ['person', `/people/${encodeURIComponent('谷口健一')}`, async () => {}, ['20 November 2023']],
  ['bodies', '/bodies/', async () => {}, ['Bodies', 'in the order of the syllabary', 'minutes: 2']],
  [
    'body',
    `/bodies/${encodeURIComponent('みどり町地域公共交通会議')}`,
    async () => {},
    ['Minutes (1)', 'attendees named: 4'],
  ],
  ['rules', '/rules/', async () => {}, ['How the text is made', 'Rules that were used (']],
  ['rule', '/rules/small-tsu/', async () => {}, ['Corrected places (']],
  ['search on the home page', '/', ask('みどりバス'), ['Results: ', 'Minutes', 'Term']],
  [
    'search without a query',
    '/minutes/',
    openSearch,
    ['Searches the speeches', 'by the reading in kana, too', 'Close'],
  ],
  ['search', '/minutes/', search('みどりバス'), ['Results: ', 'Minutes', 'Term']],
  ['search by a reading', '/minutes/', search('ぼうさい'), ['was also read as', 'Search only for']],
  ['search with nothing found', '/minutes/', search('ぬぬぬぬ'), ['was not found. Try shorter or other words']],
  [
    'search page',
    '/search/',
    page => page.locator('.search-page[data-ready]').waitFor(),
    ['How to search', 'Words to search for'],
  ],
  ['offline books', '/offline/', async () => {}, ['Which format to choose']],
  ['page of its own', '/years/', async () => {}, ['年表']],
  ['404', '/nowhere', async () => {}, ['Page not found', 'Back to the home page']],
];

/** On a wide screen each night (TSUZURI_NIGHTLY), else the views whose layout differs most. */
const WIDE = ['home', 'minutes', 'search'];

describe.each(VIEWS)('%s', (name, path, act, words) => {
  const sizes = [
    ['phone', PHONE],
    ['desk', DESK],
  ] as const;
  const isWide = process.env.TSUZURI_NIGHTLY !== undefined || WIDE.includes(name);
  test.each(sizes.slice(0, isWide ? 2 : 1))(
    'is English but for the documents, and accessible: %s',
    async (_, viewport) => {
      const page = await site.visit(path, { viewport, reducedMotion: 'reduce' });
      await act(page);
      const text = (await page.locator('body').textContent()) ?? '';
      for (const said of words) expect(text).toContain(said);
      expect(await strayJapanese(page)).toEqual([]);
      expect(await violations(page)).toEqual([]);
      await page.context().close();
    },
  );
});

test('the menu of a phone and the menu of what has no room in the bar are English', async () => {
  const phone = await site.visit(MINUTES, { viewport: PHONE });
  await phone.getByRole('button', { name: 'Menu', exact: true }).click();
  expect(await strayJapanese(phone)).toEqual([]);
  expect(await phone.locator('.VPNavScreen').textContent()).toContain('Correction rules');
  await phone.context().close();
});

test('says of which language each part is', async () => {
  const page = await site.visit(MINUTES);
  const langs = (selector: string) =>
    page.locator(selector).evaluateAll(all => all.map(one => one.closest<HTMLElement>('[lang]')?.lang));
  expect(await page.locator('html').getAttribute('lang')).toBe('en-GB');
  expect(new Set(await langs('.vp-doc h1, .vp-doc [data-b]'))).toEqual(new Set(['ja']));
  expect(new Set(await langs('.minutes-head dt, .own-link, .edit-link a'))).toEqual(new Set(['en', 'en-GB']));
  expect(new Set(await langs('.VPSidebar a .sidebar-when'))).toEqual(new Set(['en-GB']));
  await page.context().close();
});

test('the page kind of the project keeps its name in the navigation', async () => {
  const page = await site.visit('/');
  const nav = page.getByRole('navigation', { name: 'Main pages' });
  expect(await nav.getByRole('link').allTextContents()).toEqual([
    'Minutes',
    'Glossary',
    'Correction rules',
    '年表',
    'Offline',
    'About',
  ]);
  await page.context().close();
});

test('the report of an error and the quotation are worded in English', async () => {
  const page = await site.visit(MINUTES);
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await openMenu(page, '#u2');
  const report = page.getByRole('menuitem', { name: 'Report an error' });
  const address = new URL((await report.getAttribute('href')) ?? '');
  expect(address.searchParams.get('title')).toBe('Error: みどり町議会 令和5年第2回定例会 会議録');
  expect(address.searchParams.get('place')).toBe('西田建設水道課長, speech 2');
  await page.getByRole('menuitem', { name: 'Copy text with its source' }).click();
  await page.getByText('Copied').waitFor();
  const cited = await page.evaluate(() => navigator.clipboard.readText());
  expect(cited).toMatch(/^西田建設水道課長: “[^“”]+” \(/);
  expect(cited).toContain(
    `” (みどり町議会 令和5年第2回定例会 会議録, 12 June 2023, speech 2, https://minutes.midori.example${MINUTES}#u2)`,
  );
  await page.context().close();
});

test('every page says which of its words are Japanese', async () => {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(file => file.endsWith('index.html'));
  expect(files.length).toBeGreaterThan(60);
  const page = await site.visit('/');
  const found: string[] = [];
  for (const file of files) {
    await page.goto(`${site.origin}/${file.replace(/index\.html$/, '')}`, { waitUntil: 'domcontentloaded' });
    found.push(...(await strayJapanese(page)).map(stray => `${file}: ${stray}`));
  }
  expect(found).toEqual([]);
  await page.context().close();
});

test('files for programs are worded in English around Japanese titles', () => {
  expect(read('site/llms.txt')).toContain('## Minutes');
  expect(read('site/llms.txt')).toContain('Every page can be read as Markdown');
  expect(read('site/feed.xml')).toMatch(/xml:lang="en"[\s\S]*<title xml:lang="ja">みどり町/);
  const skos = JSON.parse(read('glossary.jsonld')) as { '@graph': { prefLabel: object }[] };
  expect(skos['@graph'][0]?.prefLabel).toEqual({ '@language': 'en', '@value': 'Glossary' });
});

describe('the books', () => {
  const JAPANESE = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]/u;

  test('the PDF has an English cover, contents, index, colophon and outline around the documents', async () => {
    const bytes = readFileSync(join(root, 'build/tsuzuri.pdf'));
    const pdf = await readPdf(new Uint8Array(bytes));
    const text = pdf.pages.map(page => page.text).join('\n');
    for (const words of [
      'with a glossary',
      'Contents',
      'Category: Programmes and projects',
      'Mentioned on pages 2023: ',
      'Numbers in bold are the pages of the entries.',
      'Scan and correction',
      'Spaces and line breaks were also tidied (places: ',
      'Typeset by Typst',
      'corrections: 19',
    ])
      expect(text).toContain(words);
    expect(pdf.outline.map(({ title }) => title).filter(title => !JAPANESE.test(title))).toEqual([
      'Contents',
      'Glossary',
      'Index of terms',
      'Index of speakers',
      'Corrections and doubts',
      'Colophon',
    ]);
    const source = bytes.toString('latin1');
    expect(source).toContain('/Lang (ja-JP)');
    expect(source).toContain('/Lang (en-GB)');
  });

  test('the EPUB is English around the documents, says what is Japanese, and is valid', async () => {
    const bytes = readFileSync(join(root, 'build/tsuzuri.epub'));
    const epub = readEpub(bytes);
    expect(epub.find('package.opf', '//dc:language').map(({ content }) => content)).toEqual(['ja', 'en']);
    const landmarks = epub.find('nav.xhtml', '//h:nav[@epub:type="landmarks"]//h:a').map(({ content }) => content);
    expect(landmarks).toEqual(['Cover', 'Contents', 'Preface', 'Text', 'Glossary', 'Index', 'Appendix', 'Colophon']);
    const own = '[not(ancestor-or-self::*[@lang][1][@lang="ja"])]';
    const stray = epub.spine.flatMap(name =>
      epub.find(name, `//h:body//*[text()]${own}`).flatMap(element => {
        const words = element.find('./text()').map(({ content }) => content);
        return words.filter(text => JAPANESE.test(text)).map(text => `${name}: ${text}`);
      }),
    );
    expect(stray).toEqual([]);
    expect(await complaints(bytes)).toEqual([]);
  });

  test('the one HTML file says what is Japanese', async () => {
    const html = read('tsuzuri.html');
    expect(html).toContain('<html lang="en">');
    const page = await site.visit('/');
    await page.setContent(html.replace(/<meta http-equiv[^>]*>/, ''));
    expect(await strayJapanese(page)).toEqual([]);
    expect(await page.locator('body').textContent()).toContain('The minutes were made from these scans');
    await page.context().close();
  });
});

test('nothing was said on the console but that a page is not there, nothing asked of another host', () => {
  expect(site.troubles.filter(trouble => !trouble.startsWith('/nowhere: Failed to load resource'))).toEqual([]);
});
