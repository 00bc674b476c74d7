/** Finds patterns of rule cards that could run for hours on a crafted text (ReDoS). */
import { createRequire } from 'node:module';
import { errorAt } from '@tsuzuri/core/messages';
import { showInvisible } from '@tsuzuri/core/unicode';
import { quoteWords, type Said, say } from '@tsuzuri/core/wording';
import type { checkSync, Parameters, VulnerableDiagnostics } from 'recheck';
import type { VFileMessage } from 'vfile-message';

/** A pattern, and the key of the card at which it stands: `find`, `after`. */
export interface Pattern {
  readonly file: string;
  readonly key: string;
  /** Of the key, from 1; asked for only where something is wrong. */
  readonly line: () => number;
  readonly pattern: string;
}

/**
 * Bounds in steps, not in milliseconds, so that the answer is the same on every machine; the time is for what no bound of
 * recheck stops (a group that refers to itself), and is said as such. Beyond 40 repetitions recheck guesses by trying out.
 */
const BOUNDS: Parameters = {
  timeout: 3_000,
  attackTimeout: null,
  incubationTimeout: null,
  seedingTimeout: null,
  maxRepeatCount: 40,
  maxIteration: 3,
  attackLimit: 10_000_000,
  incubationLimit: 5_000,
  maxInitialGenerationSize: 100,
  maxGenerationSize: 30,
  maxAttackStringSize: 30_000,
  maxGeneStringSize: 1_000,
};

/**
 * The time may grow with the square of a text: a pattern as plain as `\s+$` does that. Measured on 20,000 equal characters,
 * such a one takes 1.5–3 s, and no text has so long a run; with the cube it takes 36 s for 4,000.
 */
const ALLOWED_DEGREE = 2;

/** Characters of a pattern or a text that are shown. */
const SHOWN = 40;

/** Errors for patterns whose time grows faster than the square of a text, and for those that cannot be decided. */
export function slowPatterns(patterns: readonly Pattern[]): VFileMessage[] {
  return patterns.filter(({ pattern }) => isSuspect(pattern)).flatMap(checkPattern);
}

/** What is no repetition, though it looks like one, or hides one: `\p{sc=Han}`, `\+`, `[^+*]` */
const PLAIN = /\\[pP]\{[^}]*\}|\\u\{[^}]*\}|\\[^k1-9]|\[(?:[^\]\\]|\\.)*\]/gu;
/** `+`, `*`, `{2,}`; of a group with its bracket: `)+` */
const REPETITION = /\)?(?:[+*]|\{\d+(?:,\d*)?\})/g;
/** `{1,40}` */
const BOUNDED = /\{\d{1,2}(?:,\d{1,2})?\}$/;
/** `\k<name>`, `\1` */
const REFERENCE = /\\[k1-9]/;
/** `){1,9}`: recheck takes all that ends somewhere for harmless, though `(a{1,9}){1,9}b` takes minutes. */
const COUNTED_GROUP = /\)\{/;

/** `a?a?a?…`: as finite, and as slow, where there are many. */
const OPTIONAL = /[^(+*?}]\?/g;
const MANY_OPTIONAL = 10;

/** What recheck's automata take for harmless since no match is endless; it is tried out instead. */
const isCounted = (outline: string): boolean =>
  COUNTED_GROUP.test(outline) || (outline.match(OPTIONAL) ?? []).length > MANY_OPTIONAL;

const outlineOf = (pattern: string): string => pattern.replace(PLAIN, '.');

/**
 * One character class that is repeated once costs no more than the square of a text, whatever stands around it. So most rules
 * need no recheck, which takes 0.3 s to load.
 */
export function isSuspect(pattern: string): boolean {
  const outline = outlineOf(pattern);
  if (isCounted(outline)) return true;
  const repetitions = outline.match(REPETITION) ?? [];
  if (repetitions.length !== 1) return repetitions.length > 1;
  const [only = ''] = repetitions;
  return only.startsWith(')') || (REFERENCE.test(outline) && !BOUNDED.test(only));
}

let recheck: { readonly checkSync: typeof checkSync } | undefined;

function checkPattern({ file, line, key, pattern }: Pattern): VFileMessage[] {
  recheck ??= createRequire(import.meta.url)('#vendor/recheck.cjs') as { checkSync: typeof checkSync };
  const checker = isCounted(outlineOf(pattern)) ? 'fuzz' : 'auto';
  const result = recheck.checkSync(pattern, 'u', { ...BOUNDS, checker });
  if (result.status === 'vulnerable' && !isAllowed(result))
    return [errorAt(file, line(), reasonOf(key, pattern, result), say('convert.narrowPattern'))];
  if (result.status !== 'unknown' || result.error.kind === 'invalid') return [];
  return [errorAt(file, line(), say('convert.unsurePattern', { key }), say('convert.narrowPattern'))];
}

const isAllowed = ({ complexity }: VulnerableDiagnostics): boolean =>
  complexity.type === 'polynomial' && complexity.degree <= ALLOWED_DEGREE;

/** `find の正規表現「(あ+)+い」の「あ+」は、「ああああ…」のような文章で…` */
function reasonOf(key: string, pattern: string, { complexity, attack, hotspot }: VulnerableDiagnostics): Said {
  const spots = hotspot.filter(({ temperature }) => temperature === 'heat');
  const repeated = [...new Set(spots.map(({ start, end }) => shown(pattern.slice(start, end))))];
  const part = quoteWords(repeated.length > 0 ? repeated : [shown(pattern)]);
  const values = { key, part, text: shown(attack.string) };
  return complexity.type === 'polynomial'
    ? say('convert.steepPattern', { ...values, degree: complexity.degree })
    : say('convert.endlessPattern', values);
}

/** `aaaaaaaa` */
const RUN = /(.)\1{4,}/gsu;
/** Runs and the rest cut to what can be read, invisible characters as their codes: `ああああ…[U+0000]` */
function shown(text: string): string {
  const short = text.replace(RUN, '$1$1$1$1…');
  const cut = Array.from(short).slice(0, SHOWN).join('');
  return showInvisible(cut.length < short.length ? `${cut}…` : cut);
}
