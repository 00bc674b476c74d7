/** Holds that programs find in a site what they need: Markdown, scans, feed, sitemap, data, earlier addresses. */

import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { printSite, siteAddress } from '@tsuzuri/print/site';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { PROJECT } from '../seeds.ts';
import { addressesIn, redirectedOrDead } from './hosts.ts';
import { deadLinks } from './links.ts';
import { siteUnderTest } from './site-under-test.ts';
import { type Visitor, visitorOf } from './visitor.ts';

type Data = Record<string, unknown>;

/** Text of the elements, or an attribute of them, as a browser parses the file. */
async function inXml(site: Visitor, path: string, selector: string, attribute = ''): Promise<string[]> {
  const response = await fetch(site.origin + path);
  expect(response.status, path).toBe(200);
  const page = await site.visit(path.replace(/[^/]*$/, ''));
  return page.evaluate(
    ({ xml, selector, attribute }) => {
      const parsed = new DOMParser().parseFromString(xml, 'application/xml');
      if (parsed.querySelector('parsererror')) throw new Error(parsed.documentElement.textContent ?? '');
      const found = Array.from(parsed.querySelectorAll(selector));
      return found.map(node => (attribute ? node.getAttribute(attribute) : node.textContent) ?? '');
    },
    { xml: await response.text(), selector, attribute },
  );
}

/** What the head of a page says, as a browser that runs no script sees it. */
async function head(site: Visitor, path: string) {
  const page = await site.visit(path, { javaScriptEnabled: false });
  const of = (selector: string, attribute: string) =>
    page.locator(`head ${selector}`).evaluateAll((all, name) => all.map(node => node.getAttribute(name)), attribute);
  return {
    of,
    data: (await page.locator('head script[type="application/ld+json"]').allTextContents()).map(
      json => JSON.parse(json) as Data,
    ),
    title: await page.title(),
  };
}

/** What each type has, as its page on schema.org lists it: https://schema.org/Event and so on. */
const SCHEMA: Readonly<Record<string, readonly string[]>> = {
  Event: ['name', 'description', 'startDate', 'endDate', 'location', 'organizer', 'recordedIn', 'url'],
  CreativeWork: ['name', 'hasPart'],
  Quotation: ['position', 'dateCreated', 'creator', 'creditText'],
  Person: ['name', 'url'],
  Organization: ['name', 'url', 'parentOrganization'],
  DefinedTerm: ['name', 'alternateName', 'description', 'inDefinedTermSet', 'url'],
  DefinedTermSet: ['name', 'url'],
  WebSite: ['name', 'description', 'inLanguage', 'url', 'potentialAction'],
  SearchAction: ['target', 'query-input'],
  EntryPoint: ['urlTemplate'],
  BreadcrumbList: ['itemListElement'],
  ListItem: ['position', 'name', 'item'],
};

const thingsIn = (html: string): Data[] =>
  [...html.matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/gs)].map(
    ([, json]) => JSON.parse(json ?? '') as Data,
  );

/** Types and properties that schema.org does not have, at any depth. */
function unknownIn(thing: Data): string[] {
  const type = String(thing['@type']);
  const known = SCHEMA[type];
  if (!known) return [type];
  return Object.entries(thing).flatMap(([name, value]) => [
    ...(name.startsWith('@') || known.includes(name) ? [] : [`${type}.${name}`]),
    ...[value].flat().flatMap(part => (typeof part === 'object' && part !== null ? unknownIn(part as Data) : [])),
  ]);
}

/** Width and height stand in the first chunk. */
const sizeOfPng = (png: Buffer): [width: number, height: number] => {
  expect(png.subarray(1, 4).toString()).toBe('PNG');
  return [png.readUInt32BE(16), png.readUInt32BE(20)];
};

describe('the site', () => {
  let folder: string;
  let site: Visitor;
  beforeAll(async () => {
    folder = await siteUnderTest();
    site = await visitorOf(folder);
  });
  afterAll(() => site?.leave());

  const inSite = (path: string): Buffer => readFileSync(join(folder, path));

  test('has each page as Markdown at its address with .md, and says so', async () => {
    const pages = join(folder, '../pages');
    const names = readdirSync(pages, { recursive: true, encoding: 'utf8' }).filter(name => name.endsWith('.md'));
    expect(names.length).toBeGreaterThan(100);
    for (const name of names) {
      expect(inSite(name).equals(readFileSync(join(pages, name))), name).toBe(true);
      const page = name.replace(/(^|\/)index\.md$/, '$1').replace(/\.md$/, '/');
      expect(String(inSite(`${page}index.html`)), name).toContain(
        `<link rel="alternate" href="/${encodeURI(name)}" type="text/markdown">`,
      );
    }
  });

  test('has the scans byte for byte, where the head of minutes leads', async () => {
    const ledgers = readdirSync(join(folder, 'ledgers'));
    expect(ledgers).toHaveLength(5);
    for (const ledger of ledgers) {
      const { scan } = JSON.parse(String(inSite(`ledgers/${ledger}`))) as { scan: { file: string; sha256: string } };
      const bytes = inSite(`scans/${scan.file}`);
      expect(createHash('sha256').update(bytes).digest('hex')).toBe(scan.sha256);
      const page = await site.visit(`/minutes/${ledger.replace('.ledger.json', '')}/`);
      const link = page.locator('.minutes-head a', { hasText: scan.file });
      expect(await link.getAttribute('href')).toBe(`/scans/${scan.file}`);
    }
  });

  test('describes each document and each entry in words of its own', async () => {
    const { of } = await head(site, '/minutes/2012-11-01-isc-31/');
    const [description] = await of('meta[name="description"]', 'content');
    expect(description).toMatch(
      /^2012年11月1日の情報セキュリティ政策会議 第31回 議事要旨です。出席者名簿\d+人、発言20件。/,
    );
    expect(await of('meta[property="og:description"]', 'content')).toEqual([description]);
    const described = readdirSync(join(folder, 'glossary'), { withFileTypes: true })
      .filter(entry => entry.isDirectory() && !entry.name.endsWith('.html'))
      .map(
        ({ name }) => /name="description" content="([^"]*)"/.exec(String(inSite(`glossary/${name}/index.html`)))?.[1],
      );
    expect(described.length).toBeGreaterThan(100);
    expect(new Set(described).size).toBe(described.length);
  });

  test('tells what a meeting was, what a term means; slides are no meeting', async () => {
    const [meeting] = (await head(site, '/minutes/2012-11-01-isc-31/')).data;
    expect(meeting).toMatchObject({
      '@type': 'Event',
      startDate: '2012-11-01T17:30:00+09:00',
      endDate: '2012-11-01T18:10:00+09:00',
      location: '中央合同庁舎第4号館4階共用第2特別会議室',
      organizer: { name: '情報セキュリティ政策会議' },
    });
    const [term] = (await head(site, '/glossary/nisc/')).data;
    expect(term).toMatchObject({ '@type': 'DefinedTerm', name: 'NISC', inDefinedTermSet: { name: '用語集' } });
    expect(term?.alternateName).toContain('内閣官房情報セキュリティセンター');
    expect(String(term?.description)).toMatch(/^NISCは、.+。$/);
    const types = async (path: string) => (await head(site, path)).data.map(thing => thing['@type']);
    for (const path of ['/minutes/2014-01-15-policy-slides/', '/about/'])
      expect(await types(path), path).toEqual(['BreadcrumbList']);
    expect(await types('/minutes/fy2015-sgst-4/')).toEqual(['CreativeWork', 'BreadcrumbList']);
  });

  test('says only what schema.org knows, of each speech its speaker and its place', () => {
    const pages = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(file =>
      file.endsWith('index.html'),
    );
    const things = pages.flatMap(file => thingsIn(String(inSite(file))).map(thing => ({ file, thing })));
    expect(things.length).toBeGreaterThan(400);
    expect(things.flatMap(({ file, thing }) => unknownIn(thing).map(wrong => `${file}: ${wrong}`))).toEqual([]);
    const html = String(inSite('minutes/2021-09-27-cs-hq-31/index.html'));
    const [meeting] = thingsIn(html) as { recordedIn: { hasPart: { '@id': string; position: number }[] } }[];
    const speeches = meeting?.recordedIn.hasPart ?? [];
    expect(speeches).toHaveLength(17);
    for (const { position, '@id': id } of speeches) {
      expect(id).toMatch(new RegExp(`#u${position}$`)); // as the page numbers it
      expect(html).toContain(` id="${id.replace(/^.*#/, '')}"`);
    }
    expect(speeches[7]).toMatchObject({
      creator: { name: '村井 純' },
      creditText: '村井本部員',
      dateCreated: '2021-09-27',
    });
  });

  test('can be kept by a device, with icons as large as they say', () => {
    const manifest = JSON.parse(String(inSite('site.webmanifest'))) as {
      icons: { src: string; sizes: string; type: string }[];
    };
    expect(manifest).toMatchObject({ name: '綴り', lang: 'ja', start_url: '/', scope: '/', display: 'minimal-ui' });
    expect(manifest.icons.map(({ sizes }) => sizes)).toEqual(['any', '192x192', '512x512']);
    for (const { src, sizes } of manifest.icons.filter(({ type }) => type === 'image/png'))
      expect(sizeOfPng(inSite(src)).join('x')).toBe(sizes);
  });

  test('marks the English names of its entries as English', async () => {
    const page = await site.visit('/glossary/cymat/', { javaScriptEnabled: false });
    expect(await page.locator('dd [lang="en"]').allTextContents()).toEqual(['Cyber Incident Mobile Assistant Team']);
  });

  test('llms.txt leads to Markdown that is there', () => {
    const text = String(inSite('llms.txt'));
    expect(text).toMatch(/^# 綴り\n\n> .+\n/);
    expect([...text.matchAll(/^## (.+)$/gm)].map(([, title]) => title)).toEqual(['会議録', '用語集', 'このサイト']);
    const links = [...text.matchAll(/^- \[.+?\]\((.+?)\): ./gm)].map(([, url]) => url ?? '');
    expect(links.length).toBeGreaterThan(100);
    for (const link of links) expect(existsSync(join(folder, new URL(link, 'http://host').pathname)), link).toBe(true);
  });

  test('the feed has each document, at its page', async () => {
    const links = await inXml(site, '/feed.xml', 'entry > link', 'href');
    expect(links).toHaveLength(5);
    for (const link of links)
      expect(existsSync(join(folder, new URL(link, 'http://host/').pathname, 'index.html'))).toBe(true);
    const ids = await inXml(site, '/feed.xml', 'id');
    expect(new Set(ids).size).toBe(6);
    const times = (await inXml(site, '/feed.xml', 'entry > updated')).map(time => Date.parse(time));
    expect(times).toEqual(times.toSorted((a, b) => b - a));
  });

  test.runIf(siteAddress(PROJECT).address === undefined)('makes up no address', async () => {
    for (const name of ['sitemap.xml', 'robots.txt']) expect(existsSync(join(folder, name))).toBe(false);
    const { of } = await head(site, '/glossary/nisc/');
    expect(await of('link[rel="canonical"], meta[property="og:url"]', 'rel')).toEqual([]);
    expect(await inXml(site, '/feed.xml', 'link[rel="self"]')).toEqual([]);
  });

  test('nothing was wrong', () => {
    expect(site.troubles).toEqual([]);
  });
});

describe('a site that knows its address, below a path', () => {
  const BASE = '/below/';
  const ADDRESS = `https://minutes.example.jp${BASE}`;
  const NAME = '</script><b>危険 & "会議"\u0001';
  const build = mkdtempSync(join(tmpdir(), 'tsuzuri-machines-'));
  const folder = join(build, 'site');
  let site: Visitor;

  beforeAll(async () => {
    const pages = [
      { path: 'index', kind: 'text', title: '表紙', matter: {} },
      { path: 'about', kind: 'text', title: '説明', matter: {} },
      { path: 'search', kind: 'text', title: '検索', matter: {} },
      { path: 'minutes/index', kind: 'text', title: '会議録', matter: {} },
      { path: 'glossary/index', kind: 'text', title: '用語集', matter: {} },
      { path: 'minutes/第1回', kind: 'minutes', title: NAME, matter: { body: NAME, date: '2012-11-01' } },
      { path: 'glossary/nisc', kind: 'term', title: NAME, matter: { description: NAME } },
    ].map(page => ({ source: 'docs/x.md', ...page }));
    for (const { path, kind } of pages) {
      const body = '# 題\n\n- 名称 {#n2}\n\n## その他 {#other}';
      for (const folder of ['pages', 'public']) {
        mkdirSync(dirname(join(build, folder, path)), { recursive: true });
        writeFileSync(join(build, folder, `${path}.md`), `---\nkind: ${kind}\n---\n${body}\n`);
      }
    }
    const redirects = [
      { file: 'glossary/old/index.html', page: 'glossary/nisc', hash: '#n2' },
      { file: 'older.html', page: 'minutes/第1回', hash: '' },
    ];
    writeFileSync(join(build, 'book.json'), JSON.stringify({ pages, redirects }));
    process.env.TSUZURI_URL = 'https://minutes.example.jp/elsewhere/';
    await printSite(PROJECT, { build, base: BASE });
    site = await visitorOf(folder, BASE);
  });
  afterAll(async () => {
    delete process.env.TSUZURI_URL;
    await site?.leave();
    rmSync(build, { recursive: true, force: true });
  });

  const minutes = `${ADDRESS}minutes/${encodeURI('第1回')}/`;

  test('lists every page in its sitemap', async () => {
    const places = ['', 'about/', 'glossary/', 'glossary/nisc/', 'minutes/', 'search/'].map(path => ADDRESS + path);
    expect((await inXml(site, `${BASE}sitemap.xml`, 'loc')).toSorted()).toEqual([...places, minutes].toSorted());
  });

  test('gives its pages and its feed their whole address', async () => {
    const { of } = await head(site, `${BASE}minutes/第1回/`);
    expect(await of('link[rel="canonical"]', 'href')).toEqual([minutes]);
    expect(await of('meta[property="og:url"]', 'content')).toEqual([minutes]);
    expect(await inXml(site, `${BASE}feed.xml`, 'link', 'href')).toEqual([`${ADDRESS}feed.xml`, ADDRESS, minutes]);
    expect(await inXml(site, `${BASE}feed.xml`, 'entry > updated')).toEqual(['2012-10-31T15:00:00Z']);
    expect(readFileSync(join(folder, 'llms.txt'), 'utf8')).toContain(`(${minutes.slice(0, -1)}.md)`);
  });

  test('lets no word of a page out of its data', async () => {
    for (const path of ['minutes/第1回/', 'glossary/nisc/']) {
      const { data, of } = await head(site, BASE + path);
      expect(data[0]).toMatchObject({ name: NAME });
      expect(await of('meta[property="og:title"]', 'content')).toEqual([NAME]);
    }
    expect(await inXml(site, `${BASE}feed.xml`, 'entry > title')).toEqual([NAME.replace('\u0001', '')]);
  });

  test('tells programs how to ask its search, and has a picture for links to it', async () => {
    const { of, data } = await head(site, BASE);
    expect(data[0]).toMatchObject({
      '@type': 'WebSite',
      potentialAction: { '@type': 'SearchAction', target: { urlTemplate: `${ADDRESS}search/?q={query}` } },
    });
    expect(await of('meta[property="og:image"]', 'content')).toEqual([`${ADDRESS}picture.png`]);
    expect(sizeOfPng(readFileSync(join(folder, 'picture.png')))).toEqual([1200, 630]);
  });

  test('has for a document and an entry a picture with their words, which a browser can show', async () => {
    const page = await site.visit(`${BASE}about/`);
    for (const [path, name] of [
      ['minutes/第1回/', NAME],
      ['glossary/nisc/', NAME],
      ['about/', '綴り'],
    ] as const) {
      const { of } = await head(site, BASE + path);
      expect(await of('meta[property="og:image:alt"]', 'content')).toEqual([name]);
      const address = String((await of('meta[property="og:image"]', 'content'))[0]);
      expect(address).toBe(`${ADDRESS}${path === 'about/' ? '' : encodeURI(path)}picture.png`);
      const size = await page.evaluate(async source => {
        const picture = Object.assign(new Image(), { src: source });
        await picture.decode();
        return [picture.naturalWidth, picture.naturalHeight];
      }, new URL(address).pathname);
      expect(size).toEqual([1200, 630]);
    }
    const [first, second] = ['minutes/第1回', 'glossary/nisc'].map(path =>
      readFileSync(join(folder, path, 'picture.png')),
    );
    expect(first?.equals(second as Buffer)).toBe(false);
  });

  test('keeps earlier addresses, with and without scripts', async () => {
    for (const javaScriptEnabled of [true, false]) {
      const page = await site.visit(`${BASE}glossary/old`, { javaScriptEnabled });
      await page.waitForURL(/\/below\/glossary\/nisc\/?#n2$/);
      expect(await page.locator('#n2').textContent()).toContain('名称');
    }
    const page = await site.visit(`${BASE}older.html`);
    await page.waitForURL(url => decodeURI(url.pathname).replace(/\/$/, '') === `${BASE}minutes/第1回`);
    const html = readFileSync(join(folder, 'glossary/old/index.html'), 'utf8');
    for (const said of [
      "default-src 'self'",
      'content="noindex"',
      `rel="canonical" href="${ADDRESS}glossary/nisc/"`,
      'に移りました',
    ])
      expect(html).toContain(said);
  });

  test('asks robots for nothing where they do not look, leads nowhere that is not', () => {
    expect(existsSync(join(folder, 'robots.txt'))).toBe(false);
    expect(deadLinks(folder, BASE)).toEqual([]);
    const place = { base: BASE, address: ADDRESS };
    const addresses = addressesIn(folder, place);
    expect(addresses.size).toBeGreaterThan(10);
    expect(redirectedOrDead(addresses, folder, place)).toEqual([]);
    expect(site.troubles).toEqual([]);
  });
});
