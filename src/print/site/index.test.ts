import type { Project } from '@tsuzuri/book/project';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { siteAddress } from './index.ts';

describe('the address of the site', () => {
  afterEach(() => vi.unstubAllEnvs());

  /** A project whose configuration says so. */
  const project = (url?: string): Project => ({
    root: '.',
    config: url === undefined ? {} : { url },
    file: 'tsuzuri.config.ts',
  });

  test('comes from the configuration, its path is the base unless a base is told', () => {
    const root = project('https://host.example/minutes');
    expect(siteAddress(root)).toEqual({ base: '/minutes/', address: 'https://host.example/minutes/' });
    expect(siteAddress(root, 'x')).toEqual({ base: '/x/', address: 'https://host.example/x/' });
    vi.stubEnv('TSUZURI_URL', 'http://localhost:8080');
    expect(siteAddress(root)).toEqual({ base: '/', address: 'http://localhost:8080/' });
  });

  test('is not made up where nobody tells it', () => {
    expect(siteAddress(project())).toEqual({ base: '/' });
    expect(siteAddress(project(), '/below')).toEqual({ base: '/below/' });
  });

  test('has the path of the host that builds it', () => {
    vi.stubEnv('GITHUB_ACTIONS', 'true');
    vi.stubEnv('GITHUB_SERVER_URL', 'https://github.com');
    vi.stubEnv('GITHUB_REPOSITORY', 'town/minutes');
    expect(siteAddress(project())).toEqual({ base: '/minutes/', address: 'https://town.github.io/minutes/' });
    expect(siteAddress(project(), '/')).toEqual({ base: '/', address: 'https://town.github.io/' });
  });

  test.each(['C:/minutes/', '/a?b', '/a#b', 'https://host/a/', '/a b/', '/../a/', '\\a'])(
    'has no such path: %s',
    base => {
      expect(() => siteAddress(project(), base)).toThrow(/^起点「.*」は使えません。「\/minutes\/」のように/);
      vi.stubEnv('TSUZURI_BASE', base);
      vi.stubEnv('TSUZURI_LANG', 'en');
      expect(() => siteAddress(project())).toThrow(/^The base ".*" cannot be used\. Write a path on the host/);
    },
  );
});
