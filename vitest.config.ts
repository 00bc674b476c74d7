/** Tells vitest where the tests stand, how long a real browser may take. */
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    exclude: ['tests/bench/**'],
    globalSetup: ['tests/run.ts'],
    maxWorkers: '100%', // by itself vitest leaves one core idle: of two, half; with three workers two cores are no faster (measured)
    testTimeout: 120_000,
    hookTimeout: 240_000,
  },
});
