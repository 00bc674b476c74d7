/** Checks in which language messages are said, and that every entry names the same values in both. */
import { afterEach, describe, expect, it, vi } from 'vitest';
import { language, say, WORDING } from './wording.ts';

afterEach(() => vi.unstubAllEnvs());

const inEnvironment = (environment: Readonly<Record<string, string>>): string => {
  for (const name of ['TSUZURI_LANG', 'LC_ALL', 'LC_MESSAGES', 'LANG']) vi.stubEnv(name, environment[name] ?? '');
  return language();
};

describe('the language of messages', () => {
  it.each([
    [{}, 'ja'],
    [{ LANG: 'C.UTF-8' }, 'ja'],
    [{ LANG: 'POSIX' }, 'ja'],
    [{ LANG: 'ja_JP.UTF-8' }, 'ja'],
    [{ LANG: 'en_GB.UTF-8' }, 'en'],
    [{ LANG: 'de_DE.UTF-8' }, 'en'],
    [{ LANG: 'en_US.UTF-8', LC_ALL: 'ja_JP.UTF-8' }, 'ja'],
    [{ LANG: 'ja_JP.UTF-8', LC_MESSAGES: 'en_US.UTF-8' }, 'en'],
    [{ LANG: 'ja_JP.UTF-8', TSUZURI_LANG: 'en' }, 'en'],
  ])('%j: %s', (environment, wanted) => expect(inEnvironment(environment)).toBe(wanted));
});

describe('every message', () => {
  const namesIn = (words: string | readonly string[]): string[] =>
    [
      ...[words]
        .flat()
        .join('')
        .matchAll(/\{(\w+)\}/g),
    ]
      .map(([, name = '']) => name)
      .toSorted();

  it.each(Object.entries(WORDING))('%s names the same values in both languages', (_, { ja, en }) => {
    expect([...new Set(namesIn(en))]).toEqual([...new Set(namesIn(ja))]);
    expect(Array.isArray(en)).toBe(Array.isArray(ja));
  });

  it('has no Japanese in its English words but in examples', () => {
    const japanese = Object.entries(WORDING).filter(([, { en }]) =>
      /[\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Han}]/u.test(
        [en]
          .flat()
          .join('')
          .replace(/`[^`]*`/g, ''),
      ),
    );
    expect(japanese.map(([key]) => key)).toEqual([]);
  });
});

it('is said in the language that is asked for', () => {
  inEnvironment({ LANG: 'en_US.UTF-8' });
  expect(say('book.noConfig')).toEqual([
    'There is no configuration in it',
    'Write `export default defineConfig({ … })`',
  ]);
});
