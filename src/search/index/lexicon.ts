/** Makes the lexicon of query expansion: words by their readings, names of the glossary by one another. */
import { groupBy } from '@tsuzuri/core/collections';
import { foldText } from '../shared/fold.ts';
import { isKana, type LexiconEntry, type NamedPage, READING_PREFIX } from '../shared/format.ts';
import { soundKey, soundOf } from '../shared/spelling.ts';

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
  /** Part of speech: `動詞,自立,*,*`. */
  readonly kind?: string;
}

/** A run of kanji and katakana: サイバー攻撃, 情報共有体制; hiragana parts words well enough. A longer one is a table. */
const RUN = /[\p{sc=Han}\p{sc=Katakana}ー]{2,24}/gu;
/** Words with hiragana in them, as far as it is no particle: 振る舞い検知, 取り残さ, 乗っ取り. */
const INFLECTED =
  /\p{sc=Han}{1,4}(?![のはがをにでともへや])\p{sc=Hiragana}{1,4}(?:[\p{sc=Han}\p{sc=Katakana}ー]{1,8}(?:(?![のはがをにでともへや])\p{sc=Hiragana}{1,3})?)*/gu;
const KANJI = /\p{sc=Han}/u;
const HIRAGANA = /^\p{sc=Hiragana}+$/u;
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
  const all = [...texts];
  const forms = new Map<string, Map<string, number>>();
  const note = (key: string, form: string, times: number): void => {
    const known = forms.get(key) ?? new Map<string, number>();
    forms.set(key, known.set(form, (known.get(form) ?? 0) + times));
  };
  for (const [run, times] of runsOf(all, RUN))
    for (const { form, reading } of compounds(read(run))) note(reading, form, times);
  const exact = entriesOf(forms);
  forms.clear();
  for (const [run, times] of runsOf(all, INFLECTED))
    for (const words of withoutParticles(read(run).map(stemOf)))
      for (const { form, reading } of compounds(words).filter(one => INNER_KANA.test(one.form)))
        for (const key of new Set([reading, ...spellings(form, reading)])) note(key, form, times);
  const inflected = entriesOf(forms);
  forms.clear();
  for (const {
    key,
    forms: [form = ''],
  } of [...exact, ...inflected])
    if (isKana(key) && soundOf(key) !== key) note(soundKey(key), form, 1);
  for (const [run, times] of runsOf(all, KATAKANA)) note(soundKey(foldText(run)), run, times);
  return [...exact, ...inflected, ...entriesOf(forms), ...beginnings([...exact, ...inflected])];
}

const entriesOf = (forms: ReadonlyMap<string, ReadonlyMap<string, number>>): LexiconEntry[] =>
  [...forms].map(([key, counts]): LexiconEntry => ({ key, kind: 'reading', forms: mostFrequent(counts) }));

/** サプライチェーン, キャパシティ・ビルディング; a shorter word sounds like too many others. */
const KATAKANA = /[\p{sc=Katakana}ー]{3,}(?:・[\p{sc=Katakana}ー]{2,})*/gu;
/** Kanji with kana within or behind: 振る舞い検知. */
const INNER_KANA = /\p{sc=Han}\p{sc=Hiragana}/u;

/** Words between what is hiragana alone. */
function withoutParticles(words: readonly Read[]): Read[][] {
  const groups: Read[][] = [[]];
  for (const word of words) {
    if (HIRAGANA.test(word.surface)) groups.push([]);
    else groups.at(-1)?.push(word);
  }
  return groups.filter(group => group.some(({ surface }) => INNER_KANA.test(surface)));
}

/** A verb without the kana that changes: 取り残さ, 取り残し → 取り残. */
function stemOf({ surface, reading, kind = '' }: Read): Read {
  const changes = /^(?:動詞|形容詞)/.test(kind) && INNER_KANA.test(surface) && (reading ?? '').length > SHORTEST_STEM;
  return changes && surface.length > 2
    ? { surface: surface.slice(0, -1), reading: (reading as string).slice(0, -1) }
    : { surface, ...(reading !== undefined && { reading }) };
}
/** Kana that are left of a verb. */
const SHORTEST_STEM = 3;

/** Other ways to write a word: 取り残 as 取残, とり残, 取りのこ. None for a part whose reading is not sure. */
function spellings(form: string, reading: string): string[] {
  const parts = form.match(/\p{sc=Hiragana}+|[^\p{sc=Hiragana}]+/gu) ?? [];
  const pattern = parts.map(part => (HIRAGANA.test(part) ? part : '(.+?)')).join('');
  const kana = new RegExp(`^${pattern}$`, 'u').exec(reading)?.slice(1) ?? [];
  const kanji = parts.filter(part => !HIRAGANA.test(part));
  const dense = kanji.length > 1 ? [kanji.join('')] : [];
  if (kana.length !== kanji.length || kanji.length > MOST_PARTS) return dense;
  const some = Array.from({ length: 2 ** kanji.length - 2 }, (_, mask) => {
    let at = 0;
    return parts
      .map(part => {
        if (HIRAGANA.test(part)) return part;
        const isKana = ((mask + 1) >> at) & 1;
        return isKana ? kana[at++] : kanji[at++];
      })
      .join('');
  });
  return [...dense, ...some.map(key => foldText(key))];
}
/** Each doubles the spellings. */
const MOST_PARTS = 3;

/** How many readings are tried for one beginning, the shortest first: longer words are found with them. */
const MOST_BEGUN = 20;

function beginnings(readings: readonly LexiconEntry[]): LexiconEntry[] {
  const long = readings.filter(({ key }) => key.length >= READING_PREFIX);
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
function runsOf(texts: readonly string[], pattern: RegExp): [run: string, times: number][] {
  const runs = new Map<string, number>();
  for (const text of texts) for (const run of text.match(pattern) ?? []) runs.set(run, (runs.get(run) ?? 0) + 1);
  const known = [...runs].filter(([run]) => pattern === KATAKANA || KANJI.test(run));
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
      // By its sound the name itself is found, too.
      if (isKana(key)) forms.set(soundKey(key), [...(forms.get(soundKey(key)) ?? []), ...names.slice(0, 1)]);
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
