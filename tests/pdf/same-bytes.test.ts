/** The offline books are the same bytes wherever and by whomever they are printed. */
import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { newHome, printAs, printedHome } from './printed.ts';

/** The home of the other tests is in Tokyo and has no fonts; this one has fonts of our names that are not ours. */
const NEW_YORK = { TZ: 'America/New_York', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8', TYPST_FONT_PATHS: '.' };
const FALSE_FRIENDS = [
  'noto-serif-jp/900Black/NotoSerifJP_900Black.ttf',
  'noto-sans-jp/100Thin/NotoSansJP_100Thin.ttf',
];

function addFonts(home: string): void {
  const { resolve } = createRequire(import.meta.url);
  for (const folder of ['.fonts', '.local/share/fonts']) {
    mkdirSync(join(home, folder), { recursive: true });
    for (const file of FALSE_FRIENDS) {
      const name = file.split('/').at(-1) as string;
      cpSync(resolve(`@expo-google-fonts/${file}`), join(home, folder, name));
    }
  }
}

/** Path below `build`, sha256. */
function sums(home: string): [string, string][] {
  const build = join(home, 'build');
  return readdirSync(build, { recursive: true, encoding: 'utf8' })
    .filter(name => statSync(join(build, name)).isFile())
    .sort()
    .map(name => [
      name,
      createHash('sha256')
        .update(readFileSync(join(build, name)))
        .digest('hex'),
    ]);
}

test('`tsuzuri pdf` under another zone, language, home, with other fonts', async () => {
  const theirs = newHome('new-york');
  addFonts(theirs);
  const [mine] = await Promise.all([printedHome(), printAs(theirs, NEW_YORK)]);
  expect(sums(mine).map(([name]) => name)).toContain('tsuzuri.pdf');
  expect(sums(theirs)).toEqual(sums(mine));
});
