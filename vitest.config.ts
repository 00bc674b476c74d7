/** Tells vitest where the tests stand, how long a real browser may take. */
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  // Tests read the sources of the packages, so that an edit shows without compiling; the command itself is the compiled one.
  resolve: { alias: [{ find: /^@tsuzuri\//, replacement: fileURLToPath(new URL('./src/', import.meta.url)) }] },
  test: {
    include: ['tests/**/*.test.ts', 'src/**/*.test.ts'],
    exclude: ['tests/bench/**', '**/dist/**', '**/node_modules/**'],
    globalSetup: ['tests/run.ts'],
    maxWorkers: '100%', // by itself vitest leaves one core idle: of two, half; with three workers two cores are no faster (measured)
    testTimeout: 120_000,
    hookTimeout: 240_000,
  },
});
