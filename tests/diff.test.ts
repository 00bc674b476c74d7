/** Runs `tsuzuri diff` in real repositories: what a reviewer is told, what he is spared, what cannot be compared. */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { joinParts, list } from '@tsuzuri/check/diff/markdown';
import type { Nodes } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { commit, git } from './project.ts';
import { ROOT } from './seeds.ts';

const folder = mkdtempSync(join(tmpdir(), 'tsuzuri-difference-'));
// Above the projects and the temporary files: there their configuration finds the packages.
symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A project like this one, in a folder of a repository; its first commit still lacks what `spoil` takes away. */
function repository(name: string, spoil: (root: string) => void = () => {}): string {
  const root = join(folder, name, 'book');
  for (const part of ['docs', 'seeds', 'tsuzuri.config.ts'])
    cpSync(join(ROOT, part), join(root, part), { recursive: true });
  spoil(root);
  git(join(root, '..'), 'init', '-q', '-b', 'main');
  commit(join(root, '..'));
  return root;
}

/** Its temporary files lie in a folder of their own, so that what is left there can be seen. */
function diff(root: string, ...words: string[]) {
  const TMPDIR = join(folder, 'temporary');
  mkdirSync(TMPDIR, { recursive: true });
  const run = spawnSync(process.execPath, [join(ROOT, 'src/cli/bin/tsuzuri.js'), 'diff', ...words], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, TMPDIR },
  });
  expect(readdirSync(TMPDIR)).toEqual([]);
  return { ...run, said: run.stderr.split('\n').filter(line => line && !/^(?:変換|辞書)/.test(line)) };
}

function edit(root: string, file: string, from: string | RegExp, to: string): void {
  const path = join(root, file);
  const text = readFileSync(path, 'utf8');
  expect(text).toMatch(from);
  writeFileSync(path, text.replace(from, to));
}

const write = (root: string, file: string, ...lines: string[]): void =>
  writeFileSync(join(root, file), `${lines.join('\n')}\n`);

const HOSTILE =
  '<img src=x onerror=alert(1)> @everyone [x](javascript:1) #12 GH-3 **b** `c` ~~d~~ | $e$ https://evil.example www.evil.example a@evil.example \u202Eabc</summary></details>';

describe('a change of many things', () => {
  let told = '';
  let lines: string[] = [];
  const line = (part: string): string => lines.find(candidate => candidate.includes(part)) ?? '';
  /** What is told of one document or rule. */
  const block = (title: string): string =>
    told.split('<details>').find(part => part.includes(`<summary>${title}`)) ?? '';

  beforeAll(() => {
    const root = repository('many', base => {
      for (const name of ['2013-06-20-ci-committee-32', '2021-09-27-cs-hq-31', '2014-01-15-policy-slides'])
        edit(base, `seeds/${name}.yml`, /^corrections:[\s\S]*/m, 'corrections: []\n');
      write(base, 'docs/old.md', '---', 'title: 古いページ', '---', '# 古いページ');
      write(base, 'docs/moving.md', '---', 'title: 移るページ', '---', '# 移るページ');
      edit(base, 'tsuzuri.config.ts', 'title:', "url: 'https://minutes.example.jp/m/', title:");
      symlinkSync('/etc/passwd', join(base, 'docs/glossary/passwd.md'));
    });
    for (const name of ['2013-06-20-ci-committee-32', '2021-09-27-cs-hq-31'])
      cpSync(join(ROOT, `seeds/${name}.yml`), join(root, `seeds/${name}.yml`));
    edit(root, 'tsuzuri.config.ts', 'minutes.example.jp', 'evil.example');
    edit(root, 'seeds/2014-01-15-policy-slides.txt', /$/, '\n');
    edit(root, 'docs/glossary/cymat.md', /^aliases: \[/m, 'aliases: [対策, ');
    edit(root, 'docs/glossary/nss.md', /^aliases: \[/m, 'aliases: [デジタル庁とNISC, ');
    git(root, 'mv', 'docs/glossary/5g.md', 'docs/glossary/fiveg.md');
    git(root, 'mv', 'docs/moving.md', 'docs/moved.md');
    rmSync(join(root, 'docs/old.md'));
    // It comes with tsuzuri: without a card of its own a project still has it, unless it says not.
    rmSync(join(root, 'docs/rules/double-te.md'));
    edit(root, 'tsuzuri.config.ts', 'title:', "rules: { off: ['double-te'] }, title:");
    rmSync(join(root, 'docs/glossary/passwd.md'));
    write(root, 'docs/redirects.yml', '/moving: /moved');
    write(root, 'docs/glossary/nict.md', '---', 'term: [', '---');
    write(root, 'docs/glossary/hostile.md', '---', `term: '${HOSTILE}'`, 'aliases: [国際標準化]', '---', '# x');
    write(root, 'seeds/added.txt', `${HOSTILE} の議事要旨`, '', '国際標準化について話した。');
    const { status, stdout } = diff(root, 'HEAD');
    expect(status).toBe(0);
    told = stdout;
    lines = stdout.split('\n');
  });

  test('in a line, what is worth a look first', () => {
    expect(lines[0]).toMatch(/^`HEAD` と比べて: 増えた言及 5\d、消えた言及 3、新しい訂正 7、なくなった訂正 1、/);
    const titles = lines.filter(candidate => candidate.startsWith('### '));
    expect(titles).toEqual([
      '### 確かめてください',
      '### 直った問題',
      '### ページ',
      '### 言及',
      '### 訂正',
      '### 疑い',
    ]);
  });

  test('a name that is found in more than 20 new places', () => {
    expect(line('用語「CYMAT」の言及が')).toMatch(
      /^- 用語「CYMAT」の言及が49か所増えます（「対策」49か所。カードに加わった名前は「対策」）/,
    );
    expect(told.match(/の言及が\d+か所増えます/g)).toHaveLength(1);
  });

  test('a name that takes mentions of others, with the place', () => {
    const place =
      'デジタル庁とNISC」 [`/minutes/2021-09-27-cs-hq-31/#u16`](https://minutes.example.jp/m/minutes/2021-09-27-cs-hq-31/#u16)';
    expect(line('用語「NISC」の言及1か所が、')).toContain(`「NISC」→「${place}`);
    expect(line('用語「デジタル庁」の言及1か所が、')).toContain(`「デジタル庁」→「${place}`);
    expect(block('サイバーセキュリティ戦略本部')).toContain('特に**デジタル庁とNISC**、NSSの連携');
  });

  test('a card that cannot be read is a new problem, not a page and mentions that are gone', () => {
    expect(line('docs/glossary/nict.md')).toMatch(/^- `docs\/glossary\/nict\.md:\d` YAMLとして読めません/);
    expect(told).not.toMatch(/用語「NICT」/);
    expect(told).toContain('読めないカードや文書は、両方から除いて比べました。');
  });

  test('pages that came, went, moved, with or without a line in redirects.yml', () => {
    expect(line('ページ「古いページ」')).toContain('docs/redirects.yml に `/old/: /新しい番地` と書けば');
    expect(line('用語「5G」')).toContain('（前は `/glossary/5g/`）。古い番地からの転送がありません。');
    expect(line('ページ「移るページ」')).toBe('- ページ「移るページ」 `/moved/`（前は `/moving/`）');
    expect(line('規則「「に関してて、」')).toContain('`/rules/double-te/`');
    expect(line('用語「CYMAT」 `')).toBe('- 用語「CYMAT」 `/glossary/cymat/`');
    expect(told).not.toMatch(/passwd|root:/);
  });

  test('an entry with another address has the same mentions, a new document has counts only', () => {
    expect(told).not.toContain('用語「5G」:');
    expect(line('`/minutes/added/`')).toMatch(/: 言及 1か所、訂正 \d+か所、疑い \d+か所$/);
    expect(block('added')).toBe('');
  });

  test('a scan that was written over', () => {
    expect(told).toContain('- `seeds/2014-01-15-policy-slides.txt` の中身が前と違います。');
    expect(line('sha256')).toMatch(/^- `seeds\/2014-01-15-policy-slides\.yml:4` sha256 が/);
  });

  test('corrections and doubts, rule by rule', () => {
    expect(block('人が原文と前後の文脈から直したもの（person）: 新しい訂正 7か所')).toContain(
      '○前田本部~~長~~**員**今回の次期戦略',
    );
    expect(block('「に関してて、」')).toMatch(/なくなった訂正 1か所[\s\S]*に関して~~て~~、警察/);
    expect(block('発言者の役職が')).toContain('（odd-office）: 訂正で解けた疑い 1か所');
    expect(block('同じ仮名が二度')).toContain('（doubled-kana）: 新しい疑い 1か所');
  });

  test('a mention in a sentence that was corrected is the same mention; a mended name is a new one', () => {
    const committee = block('高度情報通信ネットワーク社会推進戦略本部情報セキュリティ政策会議 重要インフラ専門委員会');
    expect(committee).toContain('用語「セプター」: 主務官庁');
    // The correction takes out a clause that the scan has twice.
    const lost =
      committee
        .split('消えた言及**')[1]
        ?.split('\n')
        .filter(words => words.startsWith('- ')) ?? [];
    expect(lost).toEqual([expect.stringContaining('平時の**インシデント**がどの程度')]);
    // 「サイバー一局新設など、アトリビューション…」
    expect(told).not.toContain('用語「アトリビューション」');
  });

  test('words of others are only words; our folds and the places are all that is markup', () => {
    const tree = unified().use(remarkParse).use(remarkGfm).parse(told);
    const found: Nodes[] = [];
    visit(tree, node => void found.push(node));
    const html = found.filter(node => node.type === 'html').map(({ value }) => value);
    expect(html.length).toBeGreaterThan(4);
    for (const value of html) expect(value).toMatch(/^(?:<details>\n<summary>[^<>]+<\/summary>|<\/details>)$/);
    const urls = found.filter(node => node.type === 'link').map(({ url }) => url);
    for (const url of urls) expect(url).toMatch(/^https:\/\/minutes\.example\.jp\/m\/minutes\/[\w-]+\/#[a-z]\d+$/);
    expect(found.filter(node => /image|footnote|definition|table/.test(node.type))).toEqual([]);
    const hostile = lines.find(candidate => candidate.includes('`/glossary/hostile/`')) as string;
    const seen = textOf(unified().use(remarkParse).use(remarkGfm).parse(hostile));
    expect(seen.replaceAll('\u2060', '')).toBe(`用語「${HOSTILE.replace('\u202E', '\uFFFD')}」 /glossary/hostile/`);
    for (const call of ['@everyone', '#12', 'GH-3', '://evil', 'www.', 'a@evil', '\u202E']) {
      expect(seen).not.toContain(call);
      for (const value of html) expect(value).not.toContain(call);
    }
    expect(told.length).toBeLessThan(60_000);
  });
});

test.skipIf(process.env.TSUZURI_NIGHTLY === undefined)(
  'one alias in a project without a known address: the whole text; faults of before are told',
  () => {
    const root = repository('one', base => {
      for (const name of ['broken', 'mended']) write(base, `docs/glossary/${name}.md`, '---', 'term: x');
    });
    rmSync(join(root, 'docs/glossary/mended.md'));
    edit(root, 'docs/glossary/cymat.md', /^aliases: \[/m, 'aliases: [海外捜査機関, ');
    const { status, stdout } = diff(root, 'main');
    expect(status).toBe(0);
    expect(stdout).toBe(`\`main\` と比べて: 増えた言及 2、書き直したページ 1、直った問題 1

\`main\` の側に、もとから問題が2件あります。

### 直った問題

- \`docs/glossary/mended.md:1\` 前付け(front matter)が閉じていません。前付けの終わりに「---」だけの行を置いてください

### ページ

**書き直したページ**

- 用語「CYMAT」 \`/glossary/cymat/\`

### 言及

<details>
<summary>高度情報通信ネットワーク社会推進戦略本部 情報セキュリティ政策会議 第31回会合 議事要旨（2012-11-01-isc-31）: 増えた言及 2か所</summary>

**増えた言及**

- 用語「CYMAT」: 警察では、警察庁ウェブサイト等を通じて、不正プログラム感染防止の注意喚起を行うとともに、**海外捜査機関**等との連携を含め捜査を推進している。 \`/minutes/2012-11-01-isc-31/#u15\`
- 用語「CYMAT」: 引き続き、新たなサイバー犯罪の手口等についての国民への注意喚起や**海外捜査機関**、民間事業者等との連携強化等を図り、対策をより一層推進するよう、警察庁を指導してまいりたい。 \`/minutes/2012-11-01-isc-31/#u15\`

</details>
`);
  },
);

test('a long list ends with how many more there are', () => {
  expect(list(['a', 'b'], letter => letter)).toBe('- a\n- b');
  expect(
    list(Array(22).fill('a'), letter => letter)
      .split('\n')
      .slice(19),
  ).toEqual(['- a', '- ほか2か所']);
});

test('a long text ends where a part ends, and says so', () => {
  const parts = Array.from({ length: 5 }, (_, index) => `${index}`.repeat(100));
  expect(joinParts(parts, 350)).toBe(
    [...parts.slice(0, 3), '長いので、ここまでにしました。ほかに2項目あります。'].join('\n\n'),
  );
  expect(joinParts(parts, 600)).toBe(parts.join('\n\n'));
});

describe('what cannot be compared', () => {
  let root = '';
  beforeAll(() => {
    root = repository('plain');
  });

  test('nothing changed: one sentence', () => {
    const { status, stdout } = diff(root, 'main');
    expect(stdout).toBe('`main` と比べて、ページ、言及、訂正、疑いのどれも変わりません。\n');
    expect(status).toBe(0);
  });

  test.each(['nowhere', '--output=x', 'main:book/docs'])('a revision that git does not know: %s', revision => {
    const { status, said } = diff(root, '--', revision);
    expect(said).toEqual([expect.stringMatching(`^git: 「${revision}」という版はありません。.*git fetch`)]);
    expect(status).toBe(2);
  });

  test('a copy without its history', () => {
    commitAgain(root);
    git(folder, 'clone', '-q', '--depth', '1', `file://${join(root, '..')}`, 'shallow');
    const { status, said } = diff(join(folder, 'shallow/book'), 'HEAD~1');
    expect(said).toEqual([expect.stringMatching(/^git: 「HEAD~1」は、この浅い写し.*git fetch --unshallow/)]);
    expect(status).toBe(2);
  });

  test('a folder that is no repository', () => {
    const lone = join(folder, 'lone');
    mkdirSync(join(lone, 'seeds'), { recursive: true });
    const { status, said } = diff(lone, 'main');
    expect(said).toEqual([expect.stringMatching(/^git: このフォルダーは git のリポジトリとして読めません。/)]);
    expect(status).toBe(2);
  });

  test('nothing to compare with', () => {
    expect(diff(root)).toMatchObject({ status: 2, said: [expect.stringContaining('tsuzuri diff --help')] });
  });
});

function commitAgain(root: string): void {
  write(root, 'notes.txt', 'again');
  commit(root);
}
