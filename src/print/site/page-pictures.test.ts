/** Proves that pictures say what they shall, inside of their edges. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inflateSync } from 'node:zlib';
import type { Project } from '@tsuzuri/book/project';
import { afterAll, expect, test } from 'vitest';
import { isPictured, pagePictures } from './page-pictures.ts';

const build = mkdtempSync(join(tmpdir(), 'tsuzuri-pictures-'));
afterAll(() => rmSync(build, { recursive: true }));

/** The pictures of these pages, by path. */
async function picturesOf(pages: readonly object[], config: Project['config'] = {}): Promise<Map<string, Buffer>> {
  writeFileSync(join(build, 'book.json'), JSON.stringify({ pages: pages.map(page => ({ matter: {}, ...page })) }));
  const files = await pagePictures({ root: build, config } as Project, build);
  return new Map(files.map(([path, content]) => [path, Buffer.from(content)]));
}

/** How much ink each pixel has, row by row, as the PNG has it. */
function inkOf(png: Buffer): { width: number; height: number; at: (x: number, y: number) => number } {
  const parts: Buffer[] = [];
  for (let at = 8; at < png.length; at += 12 + png.readUInt32BE(at))
    if (png.toString('latin1', at + 4, at + 8) === 'IDAT')
      parts.push(png.subarray(at + 8, at + 8 + png.readUInt32BE(at)));
  const rows = inflateSync(Buffer.concat(parts));
  const [width, height] = [png.readUInt32BE(16), png.readUInt32BE(20)];
  return { width, height, at: (x, y) => rows[y * (width + 1) + 1 + x] as number };
}

/** First and last row with ink right of the binding, last column. */
function boundsOf(png: Buffer): { top: number; bottom: number; right: number } {
  const { width, height, at } = inkOf(png);
  const columns = Array.from({ length: width - 60 }, (_, x) => x + 60);
  const rows = Array.from({ length: height }, (_, y) => y);
  const inked = rows.filter(y => columns.some(x => at(x, y) > 0));
  const right = columns.findLast(x => rows.some(y => at(x, y) > 0)) ?? 0;
  return { top: inked[0] ?? 0, bottom: inked.at(-1) ?? 0, right };
}

test('documents, entries, people and bodies have one, other pages none', async () => {
  const pages = ['minutes', 'term', 'person', 'body', 'rule', 'text'].map(kind => ({
    kind,
    path: `${kind}/a`,
    title: 'あ',
  }));
  expect([...(await picturesOf(pages)).keys()]).toEqual(
    ['minutes', 'term', 'person', 'body'].map(kind => `${kind}/a/picture.png`),
  );
  expect([...(await picturesOf(pages, { pictures: false })).keys()]).toEqual([]);
  expect(isPictured({ config: { pictures: false } }, 'term')).toBe(false);
});

test.each([
  ['a short title', 'あ'],
  [
    'a long one',
    '高度情報通信ネットワーク社会推進戦略本部情報セキュリティ政策会議重要インフラ専門委員会第32回会合議事要旨（案）',
  ],
  ['more than there is room for', '会議'.repeat(200)],
  ['wide Latin letters without a space', 'W'.repeat(200)],
  ['what would end the drawing', '</text></svg>&<script>]]>\u0001\uFFFE\uD800'],
])('%s stays inside', async (_, title) => {
  const pages = [{ kind: 'term', path: 'a', title, matter: { description: title } }];
  const [png = Buffer.alloc(0)] = (await picturesOf(pages)).values();
  const { top, bottom, right } = boundsOf(png);
  expect([inkOf(png).width, inkOf(png).height]).toEqual([1200, 630]);
  expect(top).toBeGreaterThan(40);
  expect(bottom).toBeLessThan(600);
  expect(right).toBeLessThan(1140);
  expect(png.length).toBeLessThan(60_000);
  // Between the words and the sign of the site there is air.
  const { at } = inkOf(png);
  expect(Array.from({ length: 1100 }, (_, x) => at(x + 60, 522)).every(ink => ink === 0)).toBe(true);
});

test('the words are drawn: another date, another picture, the same words the same bytes', async () => {
  const page = (date: string) => ({ kind: 'minutes', path: date, title: '会議', matter: { date } });
  const pages = [page('2012-11-01'), page('2012-11-02'), { ...page('2012-11-01'), path: 'again' }];
  const [first, second, again] = [...(await picturesOf(pages)).values()];
  expect(first?.equals(again as Buffer)).toBe(true);
  expect(first?.equals(second as Buffer)).toBe(false);
});

test('a character that the font lacks stands as 〓', async () => {
  const drawn = await picturesOf(
    ['甲\u{1F600}', '甲〓'].map((title, index) => ({ kind: 'body', path: `${index}`, title })),
  );
  const [face, geta] = [...drawn.values()];
  expect(face?.equals(geta as Buffer)).toBe(true);
});
