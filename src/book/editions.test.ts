/** Proves which document learns of its newer edition, and what is said of editions that cannot be. */
import { NOTHING_KNOWN } from '@tsuzuri/convert/4-correct/corrections';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { noCache } from './cache.ts';
import { withEditions } from './editions.ts';

afterEach(() => vi.unstubAllEnvs());

const ALONE = 'title: 記録';

/** @param earlier what the `.yml` of a document names, by name of the document */
function read(earlier: Readonly<Record<string, string>>, scans = ['a', 'b', '2024/c']) {
  const converted = new Map(
    scans.map(name => {
      const replaces = earlier[name];
      const known = replaces === undefined ? NOTHING_KNOWN : { ...NOTHING_KNOWN, replaces };
      return [name, { file: { data: { known } }, front: { value: ALONE } }] as const;
    }),
  );
  const sources = {
    scans: new Map([...scans, 'unread'].map(name => [name, `seeds/${name}.txt`])),
    known: Object.entries(earlier).map(([name, replaces]) => {
      const text = `# 確定版\nreplaces: ${replaces}\n`;
      return { name, file: `seeds/${name}.yml`, text };
    }),
  };
  const { converted: marked, errors } = withEditions(converted, sources, noCache);
  return {
    matter: Object.fromEntries([...marked].map(([name, { front }]) => [name, front.value])),
    said: errors.map(({ file, line, reason }) => `${file}:${line}: ${reason}`),
  };
}

test('a document learns the name of the edition that replaces it, others stay as they are', () => {
  expect(read({ a: '2024/c' })).toEqual({
    matter: { a: ALONE, b: ALONE, '2024/c': `${ALONE}\nreplacedBy: a` },
    said: [],
  });
});

test('editions may follow one another; one that could not be read is reported elsewhere', () => {
  expect(read({ b: 'a', a: '2024/c', '2024/c': 'unread' })).toEqual({
    matter: { a: `${ALONE}\nreplacedBy: b`, b: ALONE, '2024/c': `${ALONE}\nreplacedBy: a` },
    said: [],
  });
});

describe('is an error', () => {
  const wrong: [what: string, earlier: Readonly<Record<string, string>>, ja: string[], en: string[]][] = [
    [
      'a name of no scan',
      { a: 'b.txt' },
      [
        'seeds/a.yml:2: replaces の「b.txt」という原文はありません。seeds/ の中の名前を、終わりの .txt などを除いて書いてください',
      ],
      [
        'seeds/a.yml:2: There is no scan “b.txt”, which `replaces` names. Write its name in seeds/, without .txt at its end',
      ],
    ],
    [
      'its own name',
      { a: 'a' },
      [
        'seeds/a.yml:2: replaces に、この文書の名前が書かれています。前の版の原文の名前に直すか、この行を消してください',
      ],
      [
        'seeds/a.yml:2: `replaces` names this document itself. Write the name of the earlier edition, or remove this line',
      ],
    ],
    [
      'a circle',
      { a: 'b', b: 'a', '2024/c': 'a' },
      [
        'seeds/a.yml:2: replaces の「b」から前の版をたどると、この文書に戻ります。いちばん古い版の .yml から replaces を消してください',
        'seeds/b.yml:2: replaces の「a」から前の版をたどると、この文書に戻ります。いちばん古い版の .yml から replaces を消してください',
      ],
      [
        'seeds/a.yml:2: The earlier editions that begin with “b” in `replaces` lead back to this document. Remove `replaces` from the .yml of the oldest edition',
        'seeds/b.yml:2: The earlier editions that begin with “a” in `replaces` lead back to this document. Remove `replaces` from the .yml of the oldest edition',
      ],
    ],
    [
      'an edition that two replace',
      { a: '2024/c', b: '2024/c' },
      [
        'seeds/b.yml:2: 「2024/c」は「a」の前の版でもあります。どちらかの replaces を消すか、順に差し替えられたのなら、一つ前の版の名前に直してください',
      ],
      [
        'seeds/b.yml:2: “2024/c” is the earlier edition of “a” as well. Remove one `replaces`, or name the edition just before it where one followed the other',
      ],
    ],
  ];
  test.each(wrong)('%s', (_, earlier, ja, en) => {
    expect(read(earlier).said).toEqual(ja);
    vi.stubEnv('TSUZURI_LANG', 'en');
    expect(read(earlier).said).toEqual(en);
  });
});
