/** Merges what a project says under `vitepress` over the configuration of its site. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  createMarkdownRenderer,
  disposeMdItInstance,
  type PageData,
  type SiteConfig,
  type TransformContext,
  type TransformPageContext,
  type UserConfig,
} from 'vitepress';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { ThemeConfig } from './config/theme-config.ts';

const build = mkdtempSync(join(tmpdir(), 'tsuzuri-site-'));
const pages = [
  { path: 'index', kind: 'text', title: '表紙', source: 'docs/index.md', matter: {} },
  { path: 'about', kind: 'text', title: '題', source: 'docs/about.md', matter: {} },
];
writeFileSync(join(build, 'book.json'), JSON.stringify({ pages }));

let site: (vitepress: UserConfig<ThemeConfig>) => UserConfig<ThemeConfig>;
beforeAll(async () => {
  vi.stubEnv('TSUZURI_BUILD', build); // read when the module is loaded
  const { defineSite } = await import('./define-site.ts');
  site = vitepress => defineSite({ root: build, file: 'tsuzuri.config.ts', config: { title: '会議録', vitepress } });
});
afterAll(() => {
  vi.unstubAllEnvs();
  rmSync(build, { recursive: true });
});

test('settings of the project stand beside ours, or in their place', () => {
  const config = site({
    lang: 'ja',
    head: [['meta', { name: 'author', content: 'みどり町' }]],
    themeConfig: { lastUpdated: { text: '更新' } } as ThemeConfig,
    vite: { server: { port: 4000 } },
  });
  expect(config.lang).toBe('ja');
  expect(config.title).toBe('会議録');
  expect(config.head).toHaveLength(5);
  expect(config.themeConfig?.lastUpdated).toEqual({ text: '更新' });
  expect(config.vite?.server).toMatchObject({ port: 4000, fs: { allow: expect.any(Array) } });
  expect(config.vite?.plugins).toHaveLength(12);
});

test.each<[outline: NonNullable<ThemeConfig['outline']>, shown: string, label: string]>([
  [[2, 3], '一(二)', 'このページの内容'],
  [3, '二', 'このページの内容'],
  ['deep', '一(二(三(四)))', 'このページの内容'],
  [{ label: '目次' }, '一(二(三))', '目次'],
  [{ level: 2, label: '目次' }, '一', '目次'],
  [false, '', 'このページの内容'],
])('the outline has the levels that a project sets: %j', async (outline, shown, label) => {
  const config = site({ themeConfig: { outline } as ThemeConfig });
  expect(config.themeConfig?.outline).toEqual({ label });
  disposeMdItInstance(); // VitePress has one in a process: that of another test
  const env: { headers?: unknown } = {};
  (await createMarkdownRenderer(build, config.markdown)).render('# 題\n\n## 一\n\n### 二\n\n#### 三\n\n##### 四', env);
  const page = { relativePath: 'about/index.md', headers: env.headers } as PageData;
  const { frontmatter } = (await config.transformPageData?.(page, {} as TransformPageContext)) ?? {};
  expect(written(frontmatter?.headings)).toBe(shown);
});

interface Line {
  readonly title: string;
  readonly children: readonly Line[];
}
const written = (lines: readonly Line[]): string =>
  lines.map(({ title, children }) => title + (children.length > 0 ? `(${written(children)})` : '')).join();

test('hooks of the project run beside ours; the seal covers the scripts that they add', async () => {
  const calls: string[] = [];
  const config = site({
    markdown: { config: () => void calls.push('markdown') },
    transformPageData: ({ title }) => ({ title: `${title}。` }),
    transformHead: () => [['meta', { name: 'theirs' }]],
    transformHtml: html => html.replace('</head>', '<script>1</script></head>'),
    buildEnd: () => void calls.push('end'),
  });
  const page = { relativePath: 'index.md', title: '' } as Parameters<NonNullable<UserConfig['transformPageData']>>[0];
  expect(await config.transformPageData?.(page, {} as TransformPageContext)).toMatchObject({
    title: '表紙。',
    frontmatter: { kind: 'text' },
  });
  const head = (await config.transformHead?.({ page: 'index.md' } as TransformContext)) ?? [];
  expect(head.map(([tag, { name, property } = {}]) => name ?? property ?? tag)).toEqual(
    expect.arrayContaining(['og:title', 'theirs']),
  );
  const html = await config.transformHtml?.('<head></head>', '', {} as TransformContext);
  expect(html).toMatch(/script-src 'self' 'sha256-/);
  mkdirSync(join(build, 'site/assets/chunks'), { recursive: true });
  writeFileSync(join(build, 'site/assets/chunks/metadata.js'), 'window.__VP_HASH_MAP__=JSON.parse("{}");');
  await config.buildEnd?.({ outDir: join(build, 'site'), pages: [] as string[] } as SiteConfig);
  disposeMdItInstance(); // VitePress has one in a process: that of another test
  const { render } = await createMarkdownRenderer(build, config.markdown);
  expect(render('<b>文</b>', { frontmatter: {} })).toBe('<div v-pre><p>&lt;b&gt;文&lt;/b&gt;</p>\n</div>');
  expect(calls).toEqual(['end', 'markdown']);
});
