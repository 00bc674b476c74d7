/**
 * Holds what the program says to people on the command line, in Japanese and in English: one table. A message of two
 * parts says what is wrong and how to mend it. `{name}` is filled in by `say`.
 */
import { fill } from './labels.ts';

type Words = string | readonly [reason: string, remedy: string];

/** Keys begin with the package that says them. */
export const WORDING = {
  // core

  // convert

  // link

  // book

  'book.noConfig': {
    ja: ['設定がありません', '`export default defineConfig({ … })` と書いてください'],
    en: ['There is no configuration in it', 'Write `export default defineConfig({ … })`'],
  },

  // check

  // print

  // cli
} as const satisfies Readonly<Record<string, Readonly<Record<Language, Words>>>>;

export type Language = 'ja' | 'en';

type Wording = typeof WORDING;

/** `'{path}は…'` → `'path'`; what has a space, as in `{ title: … }`, is no name. */
export type Names<S> = S extends `${string}{${infer Name}}${infer Rest}`
  ? (Name extends `${string} ${string}` ? never : Name) | Names<Rest>
  : never;
type NamesOf<W> = W extends readonly [infer Reason, infer Remedy] ? Names<Reason> | Names<Remedy> : Names<W>;
type Values<K extends keyof Wording> = Readonly<Record<NamesOf<Wording[K]['ja']>, string | number>>;
/** Nothing need be given where nothing is filled in. */
type Given<K extends keyof Wording> = keyof Values<K> extends never ? [] : [values: Values<K>];
type Said<K extends keyof Wording> = Wording[K]['ja'] extends string
  ? string
  : readonly [reason: string, remedy: string];

/** A locale that says nothing of a language: `C`, `C.UTF-8`, `POSIX` */
const NO_LANGUAGE = /^(?:$|C(?:$|\.)|POSIX(?:$|\.))/;

/**
 * The language that the environment asks for: `TSUZURI_LANG`, which `--lang` sets for this process and all that it
 * starts, else the locale in the order that POSIX gives (`LC_ALL`, `LC_MESSAGES`, `LANG`). Who speaks neither gets English.
 */
function languageOfEnvironment(): Language | undefined {
  // A browser has no environment.
  const { TSUZURI_LANG, LC_ALL, LC_MESSAGES, LANG } = globalThis.process?.env ?? {};
  const wanted = TSUZURI_LANG || LC_ALL || LC_MESSAGES || LANG || '';
  if (NO_LANGUAGE.test(wanted)) return undefined;
  return /^ja(?:$|[_.@-])/i.test(wanted) ? 'ja' : 'en';
}

/** The language of messages. */
export const language = (): Language => languageOfEnvironment() ?? 'ja';

/**
 * One entry of the table in the language of messages.
 * @param values what stands for each `{name}` of the entry
 * @returns a text, or reason and remedy: `errorAt(file, line, ...say('book.noConfig'))`
 */
export function say<K extends keyof Wording>(key: K, ...[values]: Given<K>): Said<K> {
  const words: Words = WORDING[key][language()];
  const known: Readonly<Record<string, string | number>> = values ?? {};
  return (typeof words === 'string' ? fill(words, known) : words.map(text => fill(text, known))) as Said<K>;
}
