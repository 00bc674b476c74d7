/** What a person says of the original of a scan, of which an address, pages and a day must be such, and of its earlier edition. */
import { errorsOf } from '@tsuzuri/core/messages';
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { Scan } from '../1-decode/index.ts';
import { parseKnown } from './corrections.ts';

afterEach(() => vi.unstubAllEnvs());

const SCAN: Scan = { file: 'a.txt', text: '会議録', sha256: '0'.repeat(64), encoding: 'utf-8', bom: false };
const known = (text: string) => parseKnown({ file: 'seeds/a.yml', text }, SCAN);

/** `seeds/a.yml:2: …`, of each error. */
function complaints(yaml: string): string[] {
  try {
    known(yaml);
    return [];
  } catch (error) {
    return errorsOf(error).map(({ file, line, reason }) => `${file}:${line}: ${reason}`);
  }
}

describe('the original of a scan', () => {
  test('is what was written, as text', () => {
    const yaml =
      'original:\n  url: https://総務省.example/giji/31.pdf?a=1&b=2#page=3\n  title: 会議録\n  pages: 12\n  retrieved: 2024-02-29\n';
    expect(known(yaml).original).toEqual({
      url: 'https://総務省.example/giji/31.pdf?a=1&b=2#page=3',
      title: '会議録',
      pages: '12',
      retrieved: '2024-02-29',
    });
    expect(known('original: {pages: 3-3}\n').original).toEqual({ pages: '3-3' });
  });

  test.each(['', 'corrections: []\n', 'original:\n', 'original: {}\n', 'original: {titel: 会議録}\n'])(
    'of which nothing is said is absent: %j',
    yaml => expect(known(yaml)).not.toHaveProperty('original'),
  );

  const LIKE_URL = 'https:// で始まるアドレスを書いてください';
  const LIKE_PAGES = '12 か 3-14 のように書いてください';
  const wrong: [key: string, value: string, japanese: string, english: string][] = [
    ...[
      'javascript:alert(1)',
      'data:text/html,x',
      'ftp://example.jp/a',
      '//example.jp/',
      'https://',
      'https://[x',
      'file:///etc/passwd',
      '例',
    ].map((url): [string, string, string, string] => [
      'url',
      url,
      `の形が違います。${LIKE_URL}`,
      'has the wrong form (url in original). Write it like this: `url: https://example.jp/giji/31.pdf`',
    ]),
    ...['0', '-3', '12ページ', '14-3', '1.5', '3-', '99999'].map((pages): [string, string, string, string] => [
      'pages',
      pages,
      `の形が違います。${LIKE_PAGES}`,
      'has the wrong form (pages in original). Write it like this: `pages: 12`',
    ]),
    [
      'retrieved',
      '2026年4月1日',
      'の形が違います。2026-04-01 のように書いてください',
      'has the wrong form (retrieved in original). Write it like this: `retrieved: 2026-04-01`',
    ],
    [
      'retrieved',
      '2026-02-30',
      'という日は暦にありません。日付を確かめてください',
      'in the calendar (retrieved in original). Check the date',
    ],
  ];
  test.each(wrong)('is refused where %s is %s', (key, value, japanese, english) => {
    const yaml = `corrections: []\noriginal:\n  title: 会議録\n  ${key}: '${value}'\n`;
    expect(complaints(yaml)).toEqual([`seeds/a.yml:4: originalの ${key}「${value}」${japanese}`]);
    vi.stubEnv('TSUZURI_LANG', 'en');
    expect(complaints(yaml)).toEqual([expect.stringMatching(/^seeds\/a\.yml:4: /)]);
    expect(complaints(yaml)[0]).toContain(`“${value}”`);
    expect(complaints(yaml)[0]).toContain(english);
  });

  test('says all that is wrong at once', () => {
    const lines = complaints('original:\n  url: x\n  pages: x\n  retrieved: x\n').map(line => line.slice(0, 14));
    expect(lines).toEqual(['seeds/a.yml:2:', 'seeds/a.yml:3:', 'seeds/a.yml:4:']);
  });
});

test('the earlier edition is a name in the one form that all machines give it; without a name nothing is said', () => {
  expect(known('replaces: 2024/kiroku-か\u3099\n').replaces).toBe('2024/kiroku-が');
  expect(known('replaces: 2024\n').replaces).toBe('2024');
  for (const yaml of ['', 'replaces:\n']) expect(known(yaml)).not.toHaveProperty('replaces');
  expect(complaints('replaces: [a, b]\n')).toEqual([expect.stringMatching(/^seeds\/a\.yml:1: /)]);
});
