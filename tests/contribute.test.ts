/** Does what the guides for contributors tell, in a clone of the repository: one file each, checked, compared, built. */
import { createHash } from 'node:crypto';
import { appendFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { cloneProject, commit, git, tsuzuri } from './project.ts';
import { readText } from './seeds.ts';
import { type Visitor, visitorOf } from './site/visitor.ts';

/** The worked example of a guide: a block that says which file it belongs into. */
const EXAMPLE = /^```\w+ (?<file>\S+)\n(?<content>[\s\S]*?)^```$/m;

interface Contribution {
  readonly file: string;
  readonly content: string;
}

function exampleOf(guide: string): Contribution {
  const { file = '', content = '' } = EXAMPLE.exec(readText('docs', guide))?.groups ?? {};
  return { file, content };
}

/** No scan of ours has what the rule of the guide mends. */
const SCAN = '漢数字で年を書いた資料\n\n二○一五年に計画を作成した。\n○○会議室では、二〇一四年の取組を説明した。\n';

/** By guide: how git tells of the file, what the comparison says of it. */
const GUIDES: readonly (readonly [guide: string, state: string, told: readonly RegExp[]])[] = [
  [
    'contributing.md',
    '?? docs/glossary/vision-statement.md',
    [
      /^`HEAD` と比べて: 増えた言及 1、増えたページ 1$/m,
      /^- 用語「ビジョン・ステートメント」 `\/glossary\/vision-statement\/`$/m,
      /^- 用語「ビジョン・ステートメント」: 平成25年12月の.*が、\*\*ビジョン・ステートメント\*\*\(成果文書\)に盛り込まれた。 `\/minutes\/2014-01-15-policy-slides\/#s\d+`$/m,
    ],
  ],
  [
    'contributing-corrections.md',
    'M seeds/2021-09-27-cs-hq-31.yml',
    [
      /^`HEAD` と比べて: 新しい訂正 1$/m,
      /（person）: 新しい訂正 1か所/,
      /重要であると考えて\*\*い\*\*るので.* `\/minutes\/2021-09-27-cs-hq-31\/#u\d+`$/m,
    ],
  ],
  [
    'contributing-rules.md',
    '?? docs/rules/circle-in-year.md',
    [
      /^`HEAD` と比べて: 新しい訂正 1、増えたページ 1$/m,
      /^- 規則「漢数字の年の中の丸印「○」は「〇」」 `\/rules\/circle-in-year\/`$/m,
      /二 ~~○~~ \*\*〇\*\*一五年に計画を.* `\/minutes\/2015-plan\/`$/m,
    ],
  ],
];

const home = mkdtempSync(join(tmpdir(), 'tsuzuri-contribute-'));
let root: string;
let site: Visitor;

beforeAll(() => {
  root = cloneProject(home);
  writeFileSync(join(root, 'seeds/2015-plan.txt'), SCAN);
  commit(root);
});
afterAll(async () => {
  await site?.leave();
  rmSync(home, { recursive: true, force: true });
});

/** The end of a file is where a guide says to write; a new file is all end. */
const contribute = ({ file, content }: Contribution): void => appendFileSync(join(root, file), content);
const state = (): string => git(root, 'status', '--porcelain', '--untracked-files=all').trim();

describe.each(GUIDES)('the example of %s', (guide, changed, told) => {
  const example = exampleOf(guide);
  afterAll(() => commit(root));

  test('touches one file', () => {
    contribute(example);
    expect(state()).toBe(changed);
  });

  test('does what it is meant to do, nothing else', () => {
    const { status, stdout } = tsuzuri(['diff', 'HEAD'], root);
    for (const line of told) expect(stdout).toMatch(line);
    expect(stdout).not.toContain('確かめてください');
    expect(status).toBe(0);
  });
});

test('in none of the examples the check finds anything', () => {
  const { status, stdout } = tsuzuri(['check'], root);
  for (const [guide] of GUIDES) expect(stdout).not.toContain(exampleOf(guide).file);
  expect(stdout).toMatch(/^問題は見つかりませんでした$/m);
  expect(status).toBe(0);
});

describe('the site with all of them', () => {
  beforeAll(async () => {
    expect(tsuzuri(['build'], root)).toMatchObject({ status: 0, said: [] });
    expect(state()).toBe('');
    site = await visitorOf(join(root, 'build/site'));
  });

  test('leads from the minutes to the entry, and back to the sentence', async () => {
    const page = await site.visit('/minutes/2014-01-15-policy-slides/');
    await page.locator('.vp-doc a', { hasText: /^ビジョン・ステートメント$/ }).click();
    await page.waitForURL('**/glossary/vision-statement/');
    await page.locator('h1', { hasText: 'ビジョン・ステートメント' }).waitFor();
    await page.getByRole('heading', { name: 'この用語が出てくる箇所（1か所）' }).waitFor();
    const mention = page.locator('li', { hasText: 'ビジョン・ステートメント(成果文書)に盛り込まれた。' });
    await mention.getByRole('link').click();
    await page.waitForURL(/\/minutes\/2014-01-15-policy-slides\/#s\d+$/);
    await page.context().close();
  });

  test('has the corrected word in its place, with the reason of who corrected it', async () => {
    const page = await site.visit('/minutes/2021-09-27-cs-hq-31/?show=edits');
    const speech = page.locator('p', { hasText: '極めて重要であると考えて' });
    await speech.locator('ins.added', { hasText: 'い' }).waitFor();
    const entry = page.locator('.proof-list li', { hasText: '「考えてる」はここだけで、「い」が落ちている' });
    expect(await entry.locator('ins.added').textContent()).toBe('い');
    await page.context().close();
  });

  test('shows where the rule mended something, and leaves alone what it must', async () => {
    const page = await site.visit('/rules/circle-in-year/');
    await page.getByRole('heading', { name: '直した箇所（1か所）' }).waitFor();
    const use = page.locator('li', { hasText: '一五年に計画を' });
    expect([await use.locator('s').textContent(), await use.locator('strong').textContent()]).toEqual(['○', '〇']);
    await use.getByRole('link').click();
    await page.waitForURL('**/minutes/2015-plan/');
    const words = page.locator('.vp-doc', { hasText: '二〇一五年に計画を作成した。' });
    expect(await words.first().textContent()).toContain('○○会議室では、二〇一四年の取組を説明した。');
    await page.context().close();
  });

  test('without a word of trouble', () => expect(site.troubles).toEqual([]));
});

describe('what is wrong with a contribution', () => {
  /** The examples, each with one slip, and what is said of the line in which it stands. */
  const SLIPS: readonly (readonly [guide: string, file: string, right: string, wrong: string, said: RegExp])[] = [
    [
      'contributing.md',
      'docs/glossary/declaration.md',
      'に盛り込まれた}',
      'に書き込まれた}',
      /^引用「ビジョン・ステートメント\(成果文書\)に書き込まれた」は 2014-01-15-policy-slides にありません/,
    ],
    [
      'contributing-corrections.md',
      'seeds/2021-09-27-cs-hq-31.yml',
      '"極めて重要であると考えてるので"',
      '"考えて"',
      /^「考えて」は原文に二か所以上あります/,
    ],
    [
      'contributing-rules.md',
      'docs/rules/zero.md',
      '| 二〇一五年に策定した。 |',
      '| 二零一五年に策定した。 |',
      /^例が合いません: 「二○一五年に策定した。」は「二零一五年に策定した。」になるはずが「二〇一五年に策定した。」/,
    ],
  ];

  /** `docs/rules/zero.md:11: ` */
  function placeOf(file: string, words: string): string {
    const lines = readFileSync(join(root, file), 'utf8').split('\n');
    return `${file}:${lines.findIndex(line => line.includes(words)) + 1}: `;
  }

  /** What stands in `build`, in a word. */
  function built(): string {
    const sum = createHash('sha256');
    const files = readdirSync(join(root, 'build'), { recursive: true, withFileTypes: true }).filter(file =>
      file.isFile(),
    );
    for (const path of files.map(({ parentPath, name }) => join(parentPath, name)).toSorted())
      sum.update(path).update(readFileSync(path));
    return sum.digest('hex');
  }

  test('is told with its line by the check, stops the build, leaves whole what was built', () => {
    const before = built();
    for (const [guide, file, right, wrong] of SLIPS)
      contribute({ file, content: exampleOf(guide).content.replace(right, wrong) });
    const checked = tsuzuri(['check'], root);
    expect(checked.status).toBe(1);
    const stopped = tsuzuri(['build'], root);
    expect(stopped.status).toBe(2);
    for (const [, file, , wrong, said] of SLIPS) {
      const place = placeOf(file, wrong);
      for (const lines of [checked.stdout.split('\n'), stopped.said]) {
        const about = lines.filter(line => line.startsWith(place)).map(line => line.slice(place.length));
        expect(about).toEqual([expect.stringMatching(said)]);
      }
    }
    expect(built()).toBe(before);
  });
});
