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

  test.each(['minutes.example.jp', 'ftp://host/', '/minutes/', 'https://github.com/owner/name#readme', 'https://'])(
    'is refused in one line: %s',
    url => {
      expect(() => siteAddress(project(url))).toThrow(/url「.*」はサイトの番地ではありません。「https:/);
    },
  );
});
