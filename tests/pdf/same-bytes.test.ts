/** The offline books are the same bytes wherever and by whomever they are printed. */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ROOT } from '../seeds.ts';

/** Two people: other zone, other language, other home; one has no fonts, the other has fonts of our names that are not ours. */
const PEOPLE: readonly (readonly [home: string, environment: Readonly<Record<string, string>>])[] = [
  ['tokyo', { TZ: 'Asia/Tokyo', LANG: 'C', LC_ALL: 'C', FONTCONFIG_FILE: '/dev/null', FONTCONFIG_PATH: '/dev/null' }],
  ['new-york', { TZ: 'America/New_York', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8', TYPST_FONT_PATHS: '.' }],
];
const FALSE_FRIENDS = [
  'noto-serif-jp/900Black/NotoSerifJP_900Black.ttf',
  'noto-sans-jp/100Thin/NotoSansJP_100Thin.ttf',
];

/** Copies what people write, not the folder `build`: the tests of the site need that one. */
function newHome(name: string): string {
  const home = mkdtempSync(join(process.env.TSUZURI_RUN as string, `${name}-`));
  for (const part of ['seeds', 'docs', 'package.json']) cpSync(join(ROOT, part), join(home, part), { recursive: true });
  return home;
}

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

/** Nothing, or what the program says when it fails. */
async function print(home: string, environment: Readonly<Record<string, string>>): Promise<string> {
  const { PATH = '', SystemRoot = '' } = process.env;
  const child = spawn(process.execPath, [join(ROOT, 'src/cli/bin/tsuzuri.js'), 'pdf'], {
    cwd: home,
    env: { PATH, SystemRoot, HOME: home, SOURCE_DATE_EPOCH: '1795305600', ...environment },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  child.stderr.on('data', chunk => {
    said += chunk;
  });
  return new Promise((done, fail) =>
    child.on('error', fail).on('close', code => done(code === 0 ? '' : `${code}: ${said}`)),
  );
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
  const homes = PEOPLE.map(([name]) => newHome(name));
  addFonts(homes[1] as string);
  const failures = await Promise.all(
    PEOPLE.map(([, environment], index) => print(homes[index] as string, environment)),
  );
  expect(failures).toEqual(['', '']);
  const [mine, theirs] = homes.map(sums);
  expect(mine?.map(([name]) => name)).toContain('tsuzuri.pdf');
  expect(theirs).toEqual(mine);
});
