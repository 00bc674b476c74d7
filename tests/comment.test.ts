/** Runs the program that comments on pull requests against a forge of our own: what it writes, where, and where it writes nothing. */
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { ROOT } from './seeds.ts';

const SHA = '1a2b3c4d5e6f7a8b9c0d1a2b3c4d5e6f7a8b9c0d';
const MARK = '<!-- tsuzuri: review -->';
const BOT = 'github-actions[bot]';
const home = mkdtempSync(join(tmpdir(), 'tsuzuri-comment-'));

interface Pull {
  readonly number: number;
  readonly state: string;
  readonly base: string;
  readonly head: { readonly sha: string; readonly label: string; readonly repo: { readonly full_name: string } | null };
}

const HEAD = { sha: SHA, label: 'reader:fix/nisc & more', repo: { full_name: 'reader/minutes' } };
const PULL: Pull = { number: 7, state: 'open', base: 'main', head: HEAD };

/** What the forge has; `written` is what it was told to write. */
const forge = {
  pulls: [PULL] as Pull[],
  comments: [] as { id: number; user: { login: string } | null; body: string }[],
  written: [] as { to: string; body: string }[],
};

/** The four endpoints of GitHub that the program needs, as GitHub answers them. */
const server = createServer(async (request, response) => {
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://forge');
  const path = pathname.replace('/repos/office/minutes/', '');
  const say = (answer: unknown, status = 200) => response.writeHead(status).end(JSON.stringify(answer));
  if (request.headers.authorization !== 'Bearer secret') return say({}, 401);
  if (request.method !== 'GET') {
    const { body } = JSON.parse(Buffer.concat(await request.toArray()).toString('utf8')) as { body: string };
    if (body.length > 65_536) return say({ message: 'Body is too long' }, 422);
    forge.written.push({ to: `${request.method} ${path}`, body });
    return say({}, 201);
  }
  const is = (name: string, value: string): boolean => (searchParams.get(name) ?? value) === value;
  if (path === 'pulls')
    return say(forge.pulls.filter(one => is('state', one.state) && is('base', one.base) && is('head', one.head.label)));
  const [size, page] = ['per_page', 'page'].map(name => Number(searchParams.get(name) ?? 1)) as [number, number];
  if (path === 'issues/7/comments') return say(forge.comments.slice(size * (page - 1), size * page));
  return say({}, 404);
});
await new Promise<void>(done => server.listen(0, '127.0.0.1', done));
afterAll(() => {
  server.close();
  rmSync(home, { recursive: true, force: true });
});
beforeEach(() => Object.assign(forge, { pulls: [PULL], comments: [], written: [] }));

/** Runs the program on a file with that in it. */
async function comment(content: string | Buffer, file = 'diff.md'): Promise<{ code: number; said: string }> {
  writeFileSync(join(home, 'diff.md'), content);
  return run(file);
}

async function run(
  file: string,
  headRepository: object | null = { full_name: 'reader/minutes', owner: { login: 'reader' } },
) {
  const workflow_run = { id: 42, head_sha: SHA, head_branch: 'fix/nisc & more', head_repository: headRepository };
  writeFileSync(join(home, 'event.json'), JSON.stringify({ workflow_run, repository: { default_branch: 'main' } }));
  const child = spawn(process.execPath, [join(ROOT, '.github/scripts/comment.mjs'), join(home, file)], {
    env: {
      GITHUB_API_URL: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
      GITHUB_EVENT_PATH: join(home, 'event.json'),
      GITHUB_REPOSITORY: 'office/minutes',
      GITHUB_SERVER_URL: 'https://github.com',
      GITHUB_TOKEN: 'secret',
    },
  });
  const said: string[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', data => said.push(String(data)));
  const code = await new Promise<number>(done => child.on('close', done));
  return { code, said: said.join('') };
}

const seen = (body: string): string => body.replaceAll('\u200B', '');

describe('writes', () => {
  test('a new comment below the pull request, with the commit and where to find all of it', async () => {
    expect(await comment('## 変わるページ\n\n- 第31回会合: 2か所\n')).toMatchObject({ code: 0 });
    const [{ to, body } = { to: '', body: '' }] = forge.written;
    expect(to).toBe('POST issues/7/comments');
    expect(body.startsWith(`${MARK}\n`)).toBe(true);
    expect(body).toContain('1a2b3c4');
    expect(body).toContain('(https://github.com/office/minutes/actions/runs/42)');
    expect(body.endsWith('\n## 変わるページ\n\n- 第31回会合: 2か所')).toBe(true);
  });

  test('over its own earlier comment, however far down, never over that of another', async () => {
    const others = Array.from({ length: 150 }, (_, id) => ({ id, user: { login: 'reader' }, body: `${MARK}\nours?` }));
    const bots = [
      { id: 500, user: { login: BOT }, body: 'of another workflow' },
      { id: 501, user: null, body: MARK },
      { id: 502, user: { login: BOT }, body: `${MARK}\nearlier` },
    ];
    forge.comments = [...others, ...bots];
    await comment('新しい');
    expect(forge.written.map(({ to }) => to)).toEqual(['PATCH issues/comments/502']);
  });

  test('where GitHub says, whatever the file says', async () => {
    forge.pulls = [{ ...PULL, number: 99, head: { ...HEAD, label: 'other:fix', sha: 'f'.repeat(40) } }, PULL];
    mkdirSync(join(home, 'forged'), { recursive: true });
    for (const name of ['number', 'pr_number.txt']) writeFileSync(join(home, name), '99');
    await comment('number: 99\npull_request: 99\n');
    expect(forge.written.map(({ to }) => to)).toEqual(['POST issues/7/comments']);
  });

  test('as much as GitHub takes of a file of 20 MB, whole lines, and says so above', async () => {
    expect(await comment('- 漢字と𠮷 @name の行\n'.repeat(600_000))).toMatchObject({ code: 0 });
    const [{ body } = { body: '' }] = forge.written;
    expect(body.length).toBeGreaterThan(60_000);
    expect(body.split('\n').slice(0, 5).join('')).toContain('途中まで');
    expect(seen(body).trimEnd().split('\n').at(-1)).toBe('- 漢字と𠮷 @name の行');
    forge.written = [];
    await comment('𠮷'.repeat(400_000));
    expect(forge.written).toHaveLength(1);
    expect(forge.written[0]?.body).not.toMatch(/\p{Surrogate}/u);
  });

  test('that there is nothing to tell, where the run broke off', async () => {
    await comment('\n');
    expect(forge.written[0]?.body).toContain('検査の指摘をご覧ください');
  });
});

describe('makes harmless', () => {
  /** What GitHub would act upon → what must not be left of it. A reader sees the same. */
  const TRAPS: readonly (readonly [text: string, active: RegExp])[] = [
    ['@octocat と @office/team, a@example.jp', /@\w/],
    ['@@@@@octocat', /@\w/],
    ['&#64;octocat &#x40;octocat &commat;octocat', /&(?:#|c)/],
    ['&amp;#64;octocat', /&(?!amp;)/],
    ['@&#111;ctocat', /@&|&#/],
    ['#12, office/minutes#12, GH-12, gh-3', /#\d|gh-\d/i],
    ['&num;12 &#35;12', /&(?:#|n)/],
    ['https://github.com/office/minutes/issues/12 www.example.jp', /:\/\/|www\./],
    ['[押す](https:\\/\\/example.jp) ![](//example.jp/a.png) [a][b]\n\n[b]: //example.jp', /\]\(|\]:/],
    ['<!-- ここから見えない', /<!--/],
    ['<a href="https:example.jp">押す</a><img src=//example.jp><https:example.jp>', /<\w|<\//],
  ];

  test.each(TRAPS)('%s', async (text, active) => {
    await comment(text);
    const words = forge.written[0]?.body.split('\n').slice(3).join('\n') ?? '';
    expect(seen(words)).toBe(text);
    expect(words).not.toMatch(active);
  });

  test('what nobody sees', async () => {
    await comment('甲\u202E乙\u0000\u001B[31m丙\r\n丁');
    expect(forge.written[0]?.body.endsWith('\n甲乙[31m丙\n丁')).toBe(true);
  });

  test('no more than that: headings, tables, lists that fold, signs of our own pages', async () => {
    const page =
      '## 見出し #\n\n| 甲 | `乙` |\n| - | - |\n| 1<br>2 | 丙 |\n\n<details><summary>三つ</summary>\n\n- &lt;丁&gt; &#123;戊&#125;\n\n</details>';
    await comment(page);
    expect(forge.written[0]?.body.endsWith(`\n${page}`)).toBe(true);
  });
});

describe('writes nothing', () => {
  const CLOSED: Pull = { ...PULL, state: 'closed' };
  const MOVED: Pull = { ...PULL, head: { ...HEAD, sha: 'f'.repeat(40) } };
  const RENAMED: Pull = { ...PULL, head: { ...HEAD, repo: { full_name: 'reader/other' } } };
  const GONE: Pull = { ...PULL, head: { ...HEAD, repo: null } };
  const ASIDE: Pull = { ...PULL, base: 'old' };

  test.each([
    ['is closed', CLOSED],
    ['has moved on', MOVED],
    ['comes from another repository', RENAMED],
    ['comes from a repository that is gone', GONE],
    ['does not lead to main', ASIDE],
  ])('below a pull request that %s', async (_, pull) => {
    forge.pulls = [pull];
    expect(await comment('まとめ')).toMatchObject({ code: 0, said: expect.stringContaining('no open pull request') });
    expect(forge.written).toEqual([]);
  });

  test('where the fork is gone, or nothing was made', async () => {
    await comment('まとめ');
    forge.written = [];
    expect(await run('diff.md', null)).toMatchObject({ code: 0 });
    expect(await run('none.md')).toMatchObject({ code: 0, said: expect.stringContaining('nothing was written') });
    expect(forge.written).toEqual([]);
  });

  test('of what is no text, of what is no file, of what lies elsewhere', async () => {
    symlinkSync(join(ROOT, 'package.json'), join(home, 'link.md'));
    mkdirSync(join(home, 'folder.md'));
    expect((await comment(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0xff, 0xfe, 0x00]))).code).not.toBe(0);
    for (const file of ['link.md', 'folder.md']) expect((await run(file)).code, file).not.toBe(0);
    expect(forge.written).toEqual([]);
  });
});
