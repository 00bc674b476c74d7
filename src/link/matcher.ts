/** Finds the terms of a glossary that a text names. */
import type { Term } from '@tsuzuri/core/card';
import { type Folded, fold, hyphenate, skeleton, unfold } from '@tsuzuri/core/unicode';
import { type Kind, kindOf, refusalAt } from './boundaries.ts';
import { type Edition, editionAt, entryAt } from './dated-names.ts';
import { type Capitals, isInSetPhrase, isNameInCapitals, isVerb, type Variant, variantsOf } from './inflection.ts';
import { isSpelledOut, restsOf } from './kanji-borders.ts';
import { type Cutter, createCutter } from './lexicon.ts';
import { LATIN_NAMES } from './lexicon-latin.ts';
import { isOtherThing } from './other-things.ts';
import { fitsSurroundings, type Sense, senseOf } from './sense.ts';

/** One mention in a text. */
export interface Match {
  /** Offsets in UTF-16 units of the text that was asked about. */
  readonly start: number;
  readonly end: number;
  readonly term: Term;
  /** The name of the card that stands there, as the card spells it. */
  readonly form: string;
  /** What the words are short for, where the page itself says so: its title need not. */
  readonly full?: string;
}

/**
 * Finds mentions in a text: leftmost-longest, not overlapping, in order. The ISO date of the page decides between
 * entries that share a spelling, and where none of them had that name on the date, nothing is found.
 */
export type Matcher = (text: string, date?: string, around?: Around) => Match[];

/** What is known of a text beyond its words. */
export interface Around {
  /** Words of the heading of its section. */
  readonly heading?: string | undefined;
  /** Is told of each name that no entry had on the date of the page. */
  readonly onGap?: ((gap: Gap) => void) | undefined;
}

/** A name that no entry had on the date of the page; offsets as those of a match. */
export interface Gap {
  readonly start: number;
  readonly end: number;
  readonly form: string;
  /** The entries that had it at another time. */
  readonly terms: readonly Term[];
}

/**
 * A way to write an entry, a longer string in which it is no mention (`guard`: `内閣官房長官` for 内閣官房), or a name of
 * something else, in which no entry is one (`other`: `Vertex AI`).
 */
type Entry =
  | {
      readonly sort: 'name';
      readonly term: Term;
      readonly form: string;
      readonly kind: Kind;
      readonly spelling: Spelling;
      /** Not as the card spells it. */
      readonly isVariant: boolean;
      /** Another word where it is a verb: `builds`, `Go`. */
      readonly isNoVerb: boolean;
      readonly sense: Sense;
      readonly rests: readonly string[];
    }
  | { readonly sort: 'guard'; readonly term: Term }
  | { readonly sort: 'other'; readonly name: string };
type NameEntry = Extract<Entry, { sort: 'name' }>;

/** In folded units. */
interface Range {
  readonly start: number;
  readonly end: number;
}

/** The state of a search through one text. */
interface Search {
  readonly folded: Folded;
  readonly date: string | undefined;
  readonly mayCut: Cutter;
  readonly around: Around;
  /** How far, in folded units, the guards of an entry reach that began at or before this place. */
  readonly guarded: Map<Term, number>;
  /** The last name of something else that was met. */
  other: { readonly start: number; readonly end: number };
  /** End of the last name that turned out to be part of another name: nothing inside it is a mention. */
  spent: number;
}

/** Builds the matcher of a glossary. Costs one walk of a trie a character, however many terms there are. */
export function createMatcher(terms: readonly Term[]): Matcher {
  const trie = createTrie<Entry>();
  for (const term of terms) for (const [key, entry] of entriesOf(term)) addToTrie(trie, key, entry);
  const names = namesOf(terms);
  for (const name of LATIN_NAMES.filter(name => wordsIn(name).some(word => names.has(word))))
    addToTrie(trie, skeleton(name), { sort: 'other', name });
  const mayCut = createCutter(names);
  return (text, date, around = {}) =>
    findAll(trie, { folded: fold(text), date, mayCut, around, guarded: new Map(), other: NOWHERE, spent: 0 });
}

/** All names of a term: the headword, its other spellings, what it was called at some time. */
export function formsOf(term: Term): string[] {
  return [...new Set([term.term, ...term.aliases, ...term.names.map(({ name }) => name)])];
}

/** All names of a glossary as they are compared. */
export function namesOf(terms: readonly Term[]): ReadonlySet<string> {
  return new Set(terms.flatMap(formsOf).map(skeleton));
}

/** The words of a name, and those that follow one another, as they are compared. `Google Cloud Run`: googlecloud, cloudrun */
function wordsIn(name: string): string[] {
  const words = name.split(/[ /&.-]/u);
  return words.flatMap((_, from) =>
    words.slice(from).map((_, more) => skeleton(words.slice(from, from + more + 1).join(''))),
  );
}

function entriesOf(term: Term): [key: string, entry: Entry][] {
  const forms = formsOf(term);
  const names = forms.flatMap(form => {
    const rests = restsOf(form, forms);
    const kind = kindOf(term.category, form);
    const written = [{ form }, ...inflectionsOf(term, form)];
    const isOfVerb = saysWhatOneDoes(term);
    return written.map((variant, index): [string, Entry] => [
      skeleton(variant.form),
      {
        sort: 'name',
        term,
        form,
        kind,
        spelling: spellingOf(term, variant),
        isVariant: index > 0,
        isNoVerb: !isOfVerb && (index > 0 || isNameInCapitals(form)),
        sense: senseOf(term, form),
        rests,
      },
    ]);
  });
  const guards = term.not.map((guard): [string, Entry] => [skeleton(guard), { sort: 'guard', term }]);
  return [...names, ...guards].filter(([key]) => key !== '');
}

/** How a text may inflect a name of an entry; there is one NISC alone, and a card may say that it has no plural. */
export function inflectionsOf(term: Term, form: string): readonly Variant[] {
  const isOne = kindOf(term.category, form) !== 'thing' || term.inflect === false;
  return isOne ? [] : variantsOf(form, saysWhatOneDoes(term));
}

/** `To join the histories of two branches.`: the entry is of a verb. */
const saysWhatOneDoes = ({ body }: Term): boolean => /^(?:\s*#[^\n]*\n)*\s*To\s\p{Ll}/u.test(body);

function findAll(trie: Trie<Entry>, search: Search): Match[] {
  const matches: Match[] = [];
  const { lower } = search.folded;
  let free = 0;
  for (let at = 0; at < lower.length; at++) {
    const reached = walkTrie(trie, lower, at);
    if (reached.length === 0) continue;
    raiseGuards(search, at, reached);
    // Guards are looked for inside a mention too: one that begins there may cover what comes behind it.
    if (at < free) continue;
    const found = longest(search, at, reached);
    if (!found) continue;
    // 次期 before the name of a strategy belongs to what it names.
    const start = Math.max(free, at - found.before);
    free = found.end;
    matches.push({ ...unfold(search.folded, start, found.end), term: found.name.term, form: found.name.form });
  }
  return matches;
}

function raiseGuards(search: Search, start: number, reached: readonly Reach<Entry>[]): void {
  const { guarded, other, folded } = search;
  for (const { entries, end } of reached)
    for (const entry of entries)
      if (entry.sort === 'guard') guarded.set(entry.term, Math.max(end, guarded.get(entry.term) ?? 0));
      else if (entry.sort === 'other' && end > other.end && isWhole(folded.text, { start, end }, entry.name))
        search.other = { start, end };
}

/** Whether a name of something else stands there, letter for letter, and not in a longer word. */
function isWhole(text: string, { start, end }: { start: number; end: number }, name: string): boolean {
  return text.slice(start, end) === name && !/[\p{sc=Latin}\p{Nd}]/u.test(text.charAt(start - 1) + text.charAt(end));
}

interface Found {
  readonly name: NameEntry;
  readonly end: number;
  /** How many units before the name say which edition is meant. */
  readonly before: number;
}

/** The longest name that begins at `at` and stands there in its own right. */
function longest(search: Search, at: number, reached: readonly Reach<Entry>[]): Found | undefined {
  // JPCERT/CCC is not JPCERT/CC, and so not JPCERT either: an entry refused at its longest is not asked for less.
  const refused = new Set<Term>();
  for (const { entries, end } of reached.toReversed()) {
    if (end <= search.spent) return undefined;
    const names = entries
      .filter(entry => entry.sort === 'name')
      .filter(name => isSpelled(search, name, { start: at, end }));
    const fitting = names.filter(name => !refused.has(name.term) && mayStand(search, name, { start: at, end }));
    // Between two of one day, the one that is spelled so comes first.
    const ordered = fitting.toSorted((one, other) => Number(one.isVariant) - Number(other.isVariant));
    if (ordered.length > 0) return inTime(search, ordered, { start: at, end });
    for (const { term } of names) refused.add(term);
  }
  return undefined;
}

function isSpelled(
  { folded }: Search,
  { spelling }: NameEntry,
  { start, end }: { start: number; end: number },
): boolean {
  return spells(spelling, folded.text.slice(start, end));
}

/** Whether a name is no part of a longer word, of another name or of a guard; a part of another name spends its range. */
function mayStand(search: Search, name: NameEntry, range: Range): boolean {
  const { folded, around, guarded, other } = search;
  const isInOther = other.end >= range.end && other.end - other.start > range.end - range.start;
  const isGuarded = isInOther || (guarded.get(name.term) ?? 0) >= range.end;
  if (
    name.isNoVerb &&
    isVerb(folded.text, range, name.isVariant && /[a-z]s$/u.test(folded.lower.slice(range.start, range.end)))
  )
    return false;
  if (name.kind === 'thing' && isInSetPhrase(folded.text, range)) return false;
  if (isSpelledOut(folded.text, range.end, name.rests)) return false;
  const isOther = isGuarded || (name.sense.isProper && isOtherThing(name.term, folded.text, range));
  const refusal = isOther ? 'name' : refusalAt(name.kind, folded.text, range, search.mayCut);
  if (refusal === 'name') search.spent = Math.max(search.spent, range.end);
  return refusal === undefined && fitsSurroundings(name.sense, { folded, heading: around.heading, ...range });
}

/** Of entries with one spelling the one that had it on the date of the page; if none had, nothing in it is a mention. */
function inTime(search: Search, names: readonly NameEntry[], { start, end }: Range): Found | undefined {
  const [only] = names;
  if (only && names.length === 1 && only.term.names.length === 0) return { name: only, end, before: 0 };
  const { folded, date, around } = search;
  const edition: Edition = names.some(({ kind }) => kind === 'work') ? editionAt(folded.text, { start, end }) : {};
  const name = entryAt(names, { date, edition: edition.edition });
  if (name) return { name, end, before: name.term.names.length > 0 ? (edition.before ?? 0) : 0 };
  search.spent = Math.max(search.spent, end);
  around.onGap?.({
    ...unfold(folded, start, end),
    form: names[0]?.form ?? '',
    terms: names.map(({ term }) => term),
  });
  return undefined;
}

/** Before any name. */
const NOWHERE = { start: 0, end: 0 };

// A trie: finds all names that begin at a place in one walk, however many there are.

interface Trie<T> {
  readonly root: TrieNode<T>;
  /** 1 for each UTF-16 unit that a key begins with: most characters of a text are asked no more than this. */
  readonly heads: Uint8Array;
}

/** A node of the trie: `entries` end here, `next` goes on by one UTF-16 unit. */
interface TrieNode<T> {
  readonly next: Map<number, TrieNode<T>>;
  readonly entries: T[];
}

/** A node with entries that a walk passed; `end` is the offset behind its last unit. */
interface Reach<T> {
  readonly entries: readonly T[];
  readonly end: number;
}

/** What a walk finds from most characters; one array, so that those cost no memory. */
const NOTHING: readonly never[] = [];

const SPACE = ' '.charCodeAt(0);
const NEWLINE = '\n'.charCodeAt(0);

function createTrie<T>(): Trie<T> {
  return { root: createNode(), heads: new Uint8Array(65_536) };
}

/** Files an entry under a key without spaces. */
function addToTrie<T>({ root, heads }: Trie<T>, key: string, entry: T): void {
  heads[key.charCodeAt(0)] = 1;
  let node = root;
  for (let at = 0; at < key.length; at++) {
    const unit = key.charCodeAt(at);
    const next = node.next.get(unit) ?? createNode<T>();
    node.next.set(unit, next);
    node = next;
  }
  node.entries.push(entry);
}

/** All entries whose key stands at `from`, the shortest first. One space or line end may stand between two units. */
function walkTrie<T>({ root, heads }: Trie<T>, text: string, from: number): readonly Reach<T>[] {
  const head = text.charCodeAt(from);
  if (heads[head] !== 1) return NOTHING;
  let node = root.next.get(head);
  const reached: Reach<T>[] = [];
  let at = from + 1;
  while (node) {
    if (node.entries.length > 0) reached.push({ entries: node.entries, end: at });
    if (node.next.size === 0) break;
    at = behindGap(text, at);
    node = node.next.get(text.charCodeAt(at));
    at++;
  }
  return reached;
}

function createNode<T>(): TrieNode<T> {
  return { next: new Map(), entries: [] };
}

/** Steps over a gap inside a word: one space, or a line end with its indent. Two spaces part two columns. */
function behindGap(text: string, at: number): number {
  let end = at;
  let lines = 0;
  for (let unit = text.charCodeAt(end); unit === SPACE || unit === NEWLINE; unit = text.charCodeAt(end)) {
    if (unit === NEWLINE) lines++;
    end++;
  }
  const isGap = lines === 1 || end - at === 1;
  return isGap ? end : at;
}

// Spelling: whether a place in a text spells a name, by its capitals and its spaces.

/** How one name of an entry is written. */
interface Spelling {
  /** Without any space. */
  readonly tight: string;
  /** With the spaces that count, as `loosen` leaves them, in lower case. */
  readonly loose: string;
  readonly capitals: Capitals;
}

/** A space beside a character that is neither letter nor digit of the Latin script: `JPCERT / CC`, `IT 障害`, `重要 インフラ`. */
const IDLE_SPACE = /(?<![\p{sc=Latin}\p{Nd}])\s+|\s+(?![\p{sc=Latin}\p{Nd}])/gu;

/** A space between letter and digit, which authors write or leave out: `SP 800-171`. */
const LETTER_DIGIT_SPACE = /(?<=\p{sc=Latin})\s(?=\p{Nd})|(?<=\p{Nd})\s(?=\p{sc=Latin})/gu;

/** A lower-case letter, the sign of a name that is not a word in capitals: `nicter`, `IoT`, `Wi-Fi`. */
const SMALL_LETTER = /\p{Ll}/u;

/**
 * The spelling of a name. `ACTIVE` and `IT` match in capitals alone, for `Active` and `it` are words of English;
 * `nicter` and `DDoS` match in any case, for they are none. The card says otherwise with `case: exact` or `case: any`.
 */
function spellingOf(term: Term, { form, capitals = 'any' }: Pick<Variant, 'form'> & Partial<Variant>): Spelling {
  const { text, lower } = fold(form);
  const asked = term.card?.data.case;
  const isExact = asked === 'exact' || (asked !== 'any' && (!SMALL_LETTER.test(text) || isNameInCapitals(text)));
  return {
    tight: hyphenate(text.replace(/\s/gu, '')),
    loose: loosen(lower),
    capitals: isExact ? 'exact' : capitals,
  };
}

/** Whether folded `text`, which has the characters of the name in some case and with some spaces, is the name. */
function spells(spelling: Spelling, text: string): boolean {
  const hasNoSpace = text.length === spelling.tight.length;
  const tight = hyphenate(hasNoSpace ? text : text.replace(/\s/gu, ''));
  if (!hasCapitals(spelling, tight)) return false;
  if (hasNoSpace && spelling.loose.length === spelling.tight.length) return true;
  const loose = loosen(hyphenate(text.toLowerCase()));
  return loose === spelling.loose || loose === spelling.loose.replace(LETTER_DIGIT_SPACE, '');
}

function hasCapitals({ capitals, tight }: Spelling, text: string): boolean {
  if (capitals === 'any') return true;
  if (capitals === 'exact') return text === tight;
  return !/\p{Lu}/u.test(capitals === 'first' ? text.slice(1) : text);
}

function loosen(text: string): string {
  return text.replace(IDLE_SPACE, '').replace(/\s+/gu, ' ');
}
