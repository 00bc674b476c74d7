/** Makes the lexicon of query expansion: words by their readings, names of the glossary by one another. */
import { groupBy } from '@tsuzuri/core/collections';
import { foldText } from '../shared/fold.ts';
import { isKana, type LexiconEntry, type NamedPage, READING_PREFIX } from '../shared/format.ts';

/** Names of one thing: of all times, in all spellings. */
export interface Named {
  readonly path: string;
  readonly title: string;
  /** The headword, aliases, names, expansions. */
  readonly names: readonly string[];
  /** How they are read, in kana: found as they are, but never looked for in their stead. */
  readonly readings: readonly string[];
}

/** A word of a run of characters, with its reading. */
export interface Read {
  readonly surface: string;
  readonly reading?: string;
}

/** A run of kanji and katakana: サイバー攻撃, 情報共有体制; hiragana parts words well enough. A longer one is a table. */
const RUN = /[\p{sc=Han}\p{sc=Katakana}ー]{2,24}/gu;
const KANJI = /\p{sc=Han}/u;
/** In a book with more runs than these, a run that comes once is more likely a chain of names than a word. */
const MANY_RUNS = 20_000;
/** A run is read whole, but no compound of more words is worth a place of its own. */
const MOST_WORDS = 4;
/** A single kanji stands in too many words to be meant by its reading: 物 (もの), 事 (こと). */
const SHORTEST_FORM = 2;

export const lexiconOf = (
  texts: Iterable<string>,
  { named, read }: { named: readonly Named[]; read: (run: string) => readonly Read[] },
): LexiconEntry[] => [...readings(texts, read), ...otherNames(named)];

/** Every run of the texts is read once, its words alone and together: じょうほうきょうゆう → 情報共有. */
function readings(texts: Iterable<string>, read: (run: string) => readonly Read[]): LexiconEntry[] {
  const runs = runsOf(texts);
  const forms = new Map<string, Map<string, number>>();
  for (const [run, times] of runs)
    for (const { form, reading } of compounds(read(run))) {
      const known = forms.get(reading) ?? new Map<string, number>();
      forms.set(reading, known.set(form, (known.get(form) ?? 0) + times));
    }
  const exact = [...forms].map(
    ([key, counts]): LexiconEntry => ({ key, kind: 'reading', forms: mostFrequent(counts) }),
  );
  return [...exact, ...beginnings(exact)];
}

/** How many readings are tried for one beginning, the shortest first: longer words are found with them. */
const MOST_BEGUN = 20;

function beginnings(readings: readonly LexiconEntry[]): LexiconEntry[] {
  const long = readings.filter(({ key }) => key.length > READING_PREFIX);
  const groups = groupBy(long, ({ key }) => key.slice(0, READING_PREFIX));
  return [...groups].map(([key, begun]) => ({
    key,
    kind: 'begun',
    forms: begun
      .toSorted((a, b) => a.key.length - b.key.length)
      .slice(0, MOST_BEGUN)
      .map(({ key: reading, forms: [form] }) => `${reading} ${form}`),
  }));
}

/** Each run with how often it comes. */
function runsOf(texts: Iterable<string>): [run: string, times: number][] {
  const runs = new Map<string, number>();
  for (const text of texts) for (const run of text.match(RUN) ?? []) runs.set(run, (runs.get(run) ?? 0) + 1);
  const known = [...runs].filter(([run]) => KANJI.test(run));
  return known.length > MANY_RUNS ? known.filter(([, times]) => times > 1) : known;
}

const mostFrequent = (counts: ReadonlyMap<string, number>): string[] =>
  [...counts].toSorted(([, a], [, b]) => b - a).map(([form]) => form);

/** Joins words that follow one another into one form with one reading. */
function compounds(words: readonly Read[]): { form: string; reading: string }[] {
  return words.flatMap((_, from) => {
    const found: { form: string; reading: string }[] = [];
    let [form, reading] = ['', ''];
    for (const word of words.slice(from, from + MOST_WORDS)) {
      form += word.surface;
      reading += foldText(word.reading ?? word.surface);
      const isReadable = isKana(reading) && form.length >= SHORTEST_FORM && foldText(form) !== reading;
      if (isReadable) found.push({ form, reading });
    }
    return found;
  });
}

/** Each name leads to the others of the same thing, but for those that contain it, which are found anyway. */
function otherNames(named: readonly Named[]): LexiconEntry[] {
  const forms = new Map<string, string[]>();
  for (const { names, readings } of named)
    for (const name of [...names, ...readings]) {
      const key = foldText(name);
      const others = names.filter(other => other.length >= SHORTEST_FORM && !foldText(other).includes(key));
      if (others.length > 0) forms.set(key, [...(forms.get(key) ?? []), ...others]);
    }
  return [...forms].map(([key, others]) => ({ key, kind: 'names', forms: [...new Set(others)] }));
}

/** Names by which entries are suggested where nothing was found. */
export const namedPages = (named: readonly Named[]): NamedPage[] =>
  named.map(({ path, title, names, readings }) => ({
    path,
    title,
    names: [...new Set([title, ...names, ...readings].map(name => foldText(name)))],
  }));
