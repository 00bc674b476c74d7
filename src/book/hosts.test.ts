/** Where a site stands and where its repository is, as the hosts say it in their environment. */
import { afterEach, describe, expect, test, vi } from 'vitest';
import { publicationOf, repositoryUrl, siteUrl } from './hosts.ts';
import type { Config, Project } from './project.ts';

const project = (config: Config = {}): Project => ({ root: '.', config, file: 'tsuzuri.config.ts' });
const GITHUB = { GITHUB_ACTIONS: 'true', GITHUB_SERVER_URL: 'https://github.com' };
const CLOUDFLARE = { CF_PAGES: '1', CF_PAGES_URL: 'https://3f2a9c1b.minutes.pages.dev' };
const NETLIFY = {
  NETLIFY: 'true',
  URL: 'https://minutes.example.jp',
  DEPLOY_PRIME_URL: 'https://deploy-preview-7--minutes.netlify.app',
};

afterEach(() => vi.unstubAllEnvs());

const HOSTED: [string, Record<string, string>, url: string | undefined, repository: string | undefined][] = [
  ['nowhere', {}, undefined, undefined],
  ['the same variables on one’s own machine', { GITHUB_REPOSITORY: 'town/minutes' }, undefined, undefined],
  [
    'GitHub Pages',
    { ...GITHUB, GITHUB_REPOSITORY: 'Mihon-Town/Minutes' },
    'https://mihon-town.github.io/Minutes/',
    'https://github.com/Mihon-Town/Minutes',
  ],
  [
    'GitHub Pages of a user',
    { ...GITHUB, GITHUB_REPOSITORY: 'Mihon/mihon.github.io' },
    'https://mihon.github.io/',
    'https://github.com/Mihon/mihon.github.io',
  ],
  [
    'GitHub on a server of one’s own, whose Pages stand elsewhere',
    { GITHUB_ACTIONS: 'true', GITHUB_SERVER_URL: 'https://git.example.jp', GITHUB_REPOSITORY: 'town/minutes' },
    undefined,
    'https://git.example.jp/town/minutes',
  ],
  [
    'GitLab Pages',
    {
      GITLAB_CI: 'true',
      CI_PAGES_URL: 'https://town.gitlab.io/minutes',
      CI_PROJECT_URL: 'https://gitlab.com/town/minutes',
    },
    'https://town.gitlab.io/minutes',
    'https://gitlab.com/town/minutes',
  ],
  [
    'Netlify, whose address of a private repository holds a secret',
    { ...NETLIFY, CONTEXT: 'production', REPOSITORY_URL: 'https://x-access-token:secret@github.com/town/minutes' },
    'https://minutes.example.jp/',
    'https://github.com/town/minutes',
  ],
  [
    'a preview on Netlify',
    { ...NETLIFY, CONTEXT: 'deploy-preview', REPOSITORY_URL: 'git@github.com:town/minutes.git' },
    'https://deploy-preview-7--minutes.netlify.app/',
    'https://github.com/town/minutes',
  ],
  ['Cloudflare Pages', { ...CLOUDFLARE, CF_PAGES_BRANCH: 'main' }, 'https://minutes.pages.dev/', undefined],
  [
    'a preview on Cloudflare Pages',
    { ...CLOUDFLARE, CF_PAGES_BRANCH: 'new-terms' },
    'https://3f2a9c1b.minutes.pages.dev/',
    undefined,
  ],
  [
    'Vercel',
    {
      VERCEL: '1',
      VERCEL_ENV: 'production',
      VERCEL_URL: 'minutes-1a2b3c.vercel.app',
      VERCEL_PROJECT_PRODUCTION_URL: 'minutes.example.jp',
      VERCEL_GIT_PROVIDER: 'github',
      VERCEL_GIT_REPO_OWNER: 'town',
      VERCEL_GIT_REPO_SLUG: 'minutes',
    },
    'https://minutes.example.jp/',
    'https://github.com/town/minutes',
  ],
  [
    'a preview on Vercel',
    { VERCEL: '1', VERCEL_ENV: 'preview', VERCEL_URL: 'minutes-1a2b3c.vercel.app' },
    'https://minutes-1a2b3c.vercel.app/',
    undefined,
  ],
];

test.each(HOSTED)('%s', (_, environment, url, repository) => {
  const found = publicationOf(project(), environment);
  expect([found.url?.href, found.repository, found.notes]).toEqual([url, repository, []]);
});

test('a variable of tsuzuri comes before the configuration, which comes before the host', () => {
  const host = { ...GITHUB, GITHUB_REPOSITORY: 'town/minutes' };
  const said = project({ url: 'https://example.jp/minutes/', repository: 'https://git.example.jp/a/b.git' });
  const told = { ...host, TSUZURI_URL: 'http://localhost:8080', TSUZURI_REPOSITORY: 'https://git.example.jp/c/d' };
  const placesOf = (environment: Record<string, string>) => {
    const { url, repository } = publicationOf(said, environment);
    return [url?.href, repository];
  };
  expect(placesOf(host)).toEqual(['https://example.jp/minutes/', 'https://git.example.jp/a/b']);
  expect(placesOf(told)).toEqual(['http://localhost:8080/', 'https://git.example.jp/c/d']);
  expect(placesOf({ ...told, TSUZURI_URL: '' })).toEqual(['https://example.jp/minutes/', 'https://git.example.jp/c/d']);
});

describe('what cannot be used', () => {
  const odd = { ...NETLIFY, CONTEXT: 'production', URL: 'minutes', REPOSITORY_URL: 'https://token@github.com' };

  test('of a host is passed over with a note that shows no secret', () => {
    const { url, repository, notes } = publicationOf(project(), odd);
    expect([url, repository]).toEqual([undefined, undefined]);
    expect(notes.map(({ file, fatal, reason }) => [file, fatal, reason])).toEqual([
      [
        'tsuzuri.config.ts',
        undefined,
        'ホストの環境変数 URL は読み取れない形なので、使いませんでした。設定に `url` を書くと、この知らせは出なくなります',
      ],
      ['tsuzuri.config.ts', undefined, expect.stringMatching(/環境変数 REPOSITORY_URL .*`repository` を書くと/)],
    ]);
    expect(notes.join()).not.toContain('token');
    vi.stubEnv('TSUZURI_LANG', 'en');
    expect(publicationOf(project(), odd).notes[0]?.reason).toBe(
      'The variable URL of the host has a form that cannot be read, so it was not used. Write `url` in the configuration, and this note goes away',
    );
  });

  test('of GitHub is a note for the address and one for the repository', () => {
    const { url, repository, notes } = publicationOf(project(), { ...GITHUB, GITHUB_REPOSITORY: 'minutes' });
    expect([url, repository, notes.length]).toEqual([undefined, undefined, 2]);
  });

  test('of a host is not asked for where the configuration says it', () => {
    const said = project({ url: 'https://example.jp/', repository: 'https://git.example.jp/a/b' });
    expect(publicationOf(said, odd).notes).toEqual([]);
  });

  test.each([
    ['TSUZURI_URL', 'example.jp', /^設定「TSUZURI_URL」の値 'example\.jp' は使えません。'https:/],
    ['TSUZURI_REPOSITORY', 'town/minutes', /^設定「TSUZURI_REPOSITORY」の値 'town\/minutes' は使えません。'https:/],
  ])('of a person is an error: %s', (variable, value, said) => {
    expect(() => publicationOf(project(), { [variable]: value })).toThrow(said);
  });
});

test.each([
  'minutes.example.jp',
  'ftp://host/',
  '/minutes/',
  'https://github.com/owner/name#readme',
  'https://host/?a',
  'https://name:secret@host/',
  'https://',
])('%s is no address of a site', text => expect(siteUrl(text)).toBeUndefined());

test.each([
  ['https://github.com/a/b', 'https://github.com/a/b'],
  ['git+https://github.com/a/b.git', 'https://github.com/a/b'],
  ['https://gitlab.example.jp/a/b/c/', 'https://gitlab.example.jp/a/b/c'],
  ['ssh://git@git.example.jp:2222/a/b.git', 'https://git.example.jp/a/b'],
  ['git@git.example.jp:a/b', 'https://git.example.jp/a/b'],
  ['https://github.com/', undefined],
  ['https://github.com/a/b?x', undefined],
  ['http://git.example.jp/a/b', undefined],
  ['a/b', undefined],
  ['javascript:alert(1)', undefined],
])('the repository %s is at %s', (text, address) => expect(repositoryUrl(text)).toBe(address));
