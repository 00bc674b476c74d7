/** Pictures of the pages of originals: each of them is one of a page of a scan, or told of. */
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { loadProject } from './project.ts';
import { readSources } from './sources.ts';

const root = mkdtempSync(join(tmpdir(), 'tsuzuri-images-'));
afterAll(() => rmSync(root, { recursive: true }));

test('pictures belong to a page of a scan, once; all others are told of', async () => {
  const files = [
    'seeds/2024/a.txt',
    'images/2024/a/012.png',
    'images/2024/a/2.JPEG',
    'images/2024/a/012.webp',
    'images/2024/a/cover.png',
    'images/2024/a/000.png',
    'images/2024/a/003.svg',
    'images/2024/b/001.png',
    'images/001.png',
  ];
  for (const file of files) {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), 'x');
  }
  symlinkSync('../../../seeds/2024/a.txt', join(root, 'images/2024/a/004.png'));
  const { images, unread } = readSources(await loadProject(root));
  expect(images.get('2024/a')).toEqual([
    { page: 2, file: 'images/2024/a/2.JPEG' },
    { page: 12, file: 'images/2024/a/012.png' },
  ]);
  const told = Object.fromEntries(unread.map(({ file, reason }) => [file, reason]));
  expect(told).toEqual({
    'images/001.png': expect.stringMatching(
      /^この画像のフォルダーと同じ名前の原文がありません。.*images\/原文の名前\/012\.png/,
    ),
    'images/2024/a/000.png': expect.stringMatching(/^どのページの画像か、名前から分かりません。012\.png のように/),
    'images/2024/a/003.svg': expect.stringMatching(/^どのページの画像か/),
    'images/2024/a/004.png': expect.stringMatching(/^シンボリックリンクは読みません/),
    'images/2024/a/012.webp': expect.stringMatching(/^12ページの画像がほかにもあります/),
    'images/2024/a/cover.png': expect.stringMatching(/^どのページの画像か/),
    'images/2024/b/001.png': expect.stringMatching(/^この画像のフォルダーと同じ名前の原文がありません/),
  });
});
