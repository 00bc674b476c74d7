/** Proves of a project full of hostile cards, pages and corrections that nothing runs, no file is read, all is said. */
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { tsuzuri } from '../project.ts';
import { ROOT } from '../seeds.ts';
import { type Visitor, visitorOf } from './visitor.ts';

const CASE = join(ROOT, 'tests/cases/hostile-project');
/** Stands in files and in the environment, where no page may get it from. */
const SECRET = '秘密の合言葉';
const home = mkdtempSync(join(tmpdir(), 'tsuzuri-hostile-'));
const root = join(home, 'project');

/** What git cannot hold, or nobody wants to read: path, how to make it. */
const ODD: readonly (readonly [path: string, make: (path: string) => void])[] = [
  ['docs/glossary/linked.md', path => symlinkSync('../../secret.md', path)],
  ['docs/rules/linked.md', path => symlinkSync('../../secret.md', path)],
  ['docs/linked-page.md', path => symlinkSync('../secret.md', path)],
  ['seeds/linked.txt', path => symlinkSync('../secret.md', path)],
  ['seeds/known.yml', path => symlinkSync('../secret.md', path)],
  ['docs/glossary/folder.md', path => mkdirSync(path)],
  ['docs/glossary/large.md', path => writeFileSync(path, `---\nterm: 大きい\n---\n${'長い文。'.repeat(900_000)}`)],
  ['docs/glossary/a\n::error::b.md', path => writeFileSync(path, '---\nterm: 名前\n---\n')],
  ['docs/glossary/\u001b[31m\u202e.md', path => writeFileSync(path, '---\nterm: 名前\n---\n')],
];

interface Sarif {
  readonly runs: readonly [{ readonly results: readonly Result[] }];
}
interface Result {
  readonly level: string;
  readonly locations: readonly [{ readonly physicalLocation: { readonly artifactLocation: { readonly uri: string } } }];
}

const fileOf = ({ locations: [{ physicalLocation }] }: Result): string =>
  decodeURI(physicalLocation.artifactLocation.uri);

let said: ReturnType<typeof tsuzuri>;
let built: ReturnType<typeof tsuzuri>;
let results: readonly Result[];
let site: Visitor;

beforeAll(async () => {
  for (const part of ['.vitepress', 'package.json']) cpSync(join(ROOT, part), join(root, part), { recursive: true });
  cpSync(CASE, root, { recursive: true });
  rmSync(join(root, 'messages.txt'), { force: true });
  symlinkSync(join(ROOT, 'node_modules'), join(root, 'node_modules'));
  writeFileSync(join(root, 'secret.md'), `---\nterm: 秘密\n---\n${SECRET}\n`);
  process.env.TSUZURI_CANARY = SECRET;
  for (const [path, make] of ODD) make(join(root, path));
  said = tsuzuri(['check'], root);
  results = (JSON.parse(tsuzuri(['check', '--format', 'json'], root).stdout) as Sarif).runs[0].results;
  for (const file of new Set(results.filter(({ level }) => level === 'error').map(fileOf)))
    rmSync(join(root, file), { recursive: true, force: true });
  for (const [path] of ODD) rmSync(join(root, path), { recursive: true, force: true });
  built = tsuzuri(['build'], root);
  site = await visitorOf(join(root, 'build/site'));
}, 900_000);
afterAll(async () => {
  await site?.leave();
  rmSync(home, { recursive: true, force: true });
});

test('the check says of each file what is wrong, at its line', async () => {
  expect(said).toMatchObject({ status: 1, said: [] });
  await expect(said.stdout).toMatchFileSnapshot(join(CASE, 'messages.txt'));
});

test('every file is told of, or becomes a page', () => {
  const files = readdirSync(CASE, { recursive: true, encoding: 'utf8' }).filter(name => /\.(?:md|yml)$/.test(name));
  expect(files.length).toBeGreaterThanOrEqual(60);
  const told = new Set(results.map(fileOf));
  const silent = files.filter(file => !told.has(file) && !existsSync(join(root, 'build/pages', pageOf(file))));
  expect(silent).toEqual([]);
});

/** `docs/glossary/svg.md` → `glossary/svg.md` */
const pageOf = (file: string): string => file.replace(/^docs\//, '').replace(/^seeds\/(.*)\.yml$/, 'minutes/$1.md');

/** `{{ 7 * 191 }}`, `hacked`, `<`, `javascript:`: what a page, once built, may have. */
const RUNS = /\{\{|&#123;|hacked|&lt;|attacker|:::/;

/** What a page has that no text makes. */
async function signsOfLife(page: Page): Promise<string[]> {
  await page.locator('h1').first().waitFor();
  return page.evaluate(() => {
    const addresses = [...document.querySelectorAll('a')].map(link => link.href);
    return [
      ...('hacked' in globalThis ? ['a script has run'] : []),
      ...(document.body.textContent?.includes('1337') ? ['7 * 191 was worked out'] : []),
      ...addresses.filter(address => !/^(?:https?|mailto):/.test(address)),
      ...[...document.querySelectorAll('iframe, object, embed, .vp-doc :is(script, style, svg)')].map(
        ({ tagName }) => tagName,
      ),
    ];
  });
}

describe('what is no error is built', () => {
  test('without a word', () => expect(built).toMatchObject({ status: 0, said: [] }));

  test('no file outside of the project is read, none is written', () => {
    const site = join(root, 'build');
    const leaks = readdirSync(site, { recursive: true, encoding: 'utf8', withFileTypes: true })
      .filter(entry => entry.isFile())
      .map(({ parentPath, name }) => join(parentPath, name))
      .filter(path => readFileSync(path).includes(SECRET));
    // One card quotes the words themselves.
    expect(leaks.filter(path => !path.includes('source-outside'))).toEqual([]);
    expect(readdirSync(root)).not.toContain('PWNED');
  });

  test('nothing runs, nothing is asked of another host, on any page', async () => {
    const { pages } = JSON.parse(readFileSync(join(root, 'build/book.json'), 'utf8')) as { pages: { path: string }[] };
    // Those that have what could run; what the others say is the same kind of text.
    const open = pages
      .map(({ path }) => path)
      .filter(path => RUNS.test(readFileSync(join(root, 'build/pages', `${path}.md`), 'utf8')));
    expect(open.length).toBeGreaterThan(40);
    // For a change each third of them, at night all.
    if (process.env.TSUZURI_NIGHTLY === undefined) open.splice(0, open.length, ...open.filter((_, at) => at % 3 === 0));
    const tab = async (): Promise<void> => {
      const page = await site.visit('/');
      for (let path = open.pop(); path !== undefined; path = open.pop()) {
        await page.goto(`${site.origin}/${encodeURI(path.replace(/(^|\/)index$/, '$1'))}`);
        expect(await signsOfLife(page), path).toEqual([]);
      }
    };
    await Promise.all([tab(), tab(), tab()]);
    // A picture that is not there, of which the check has told.
    expect(site.troubles.filter(trouble => !trouble.endsWith('/nowhere.png'))).toEqual([]);
  }, 600_000);

  test('text is shown as it was written', async () => {
    const page = await site.visit('/glossary/interpolation/');
    expect(await page.locator('.vp-doc p').first().textContent()).toContain(
      '式 {{ 7 * 191 }} と {{1330+7}} と {{{1330+7}}} の三つ。',
    );
    await page.goto(`${site.origin}/minutes/corrected/`);
    expect(await page.locator('.vp-doc').first().textContent()).toContain(
      '{{ 7 * 191 }}<script>globalThis.hacked = true</script>',
    );
  });
});
