/** Tells vitest which tests are quick, where the others stand, how long a real browser may take. */
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/** Tests read the sources of the packages, so that an edit shows without compiling; the command itself is the compiled one. */
const SOURCES = { find: /^@tsuzuri\//, replacement: fileURLToPath(new URL('./src/', import.meta.url)) };

const HOSTS = ['GITHUB_ACTIONS', 'GITLAB_CI', 'NETLIFY', 'CF_PAGES', 'VERCEL'];

/** What takes long and seldom tells more than the rest runs each night (TSUZURI_NIGHTLY, nightly.yml). */
const LONG = [
  'build-book',
  'command-line',
  'comment',
  'contribute',
  'create',
  'diff',
  'epub/book',
  'html/book',
  'interrupt',
  'link/glossary-data',
  'link/term-suggestions',
  'names',
  'one-project',
  'pdf/archive',
  'pdf/command',
  'pdf/hostile',
  'pdf/pages',
  'pdf/readers',
  'pdf/same-bytes',
  'search/laws',
  'site/books',
  'site/clipboard',
  'site/council',
  'site/dev',
  'site/edit',
  'site/editions',
  'site/english',
  'site/follow',
  'site/glossary-index',
  'site/hostile',
  'site/hostile-project',
  'site/keep',
  'site/large-glossary',
  'site/large-site',
  'site/machines',
  'site/offline',
  'site/original',
  'site/people',
  'site/popover',
  'site/popover-hostile',
  'site/reading',
  'site/report',
  'site/screens',
  'site/search',
].map(name => `tests/${name}.test.ts`);
const NIGHTLY = process.env.TSUZURI_NIGHTLY === undefined ? LONG : [];

export default defineConfig({
  resolve: { alias: [SOURCES] },
  test: {
    setupFiles: ['tests/setup.ts'],
    isolate: false, // what files have in common is loaded once in each worker
    maxWorkers: 3, // browsers and commands are waited for: with two, two cores stand idle for a third of the time (measured)
    globalSetup: ['tests/run.ts'],
    testTimeout: 120_000,
    hookTimeout: 240_000,
    expect: { poll: { timeout: 10_000 } }, // what is waited for comes later on a busy machine
    // Whatever the machine speaks, whichever host it is: hosts tell the address of the site.
    env: { TSUZURI_LANG: 'ja', ...Object.fromEntries(HOSTS.map(name => [name, ''])) },
    projects: [
      { extends: true, test: { name: 'unit', include: ['src/**/*.test.ts'], exclude: ['**/{dist,node_modules}/**'] } },
      { extends: true, test: { name: 'whole', include: ['tests/**/*.test.ts'], exclude: NIGHTLY } },
    ],
  },
});
