/** Finds the terms of a glossary that a text names. */
import type { Term } from '../card.ts';
import { type Kind, kindOf, refusalAt } from './boundaries.ts';
import { distance } from './dated.ts';
import { type Folded, fold, skeleton, unfold } from './fold.ts';
import { type Spelling, spellingOf, spells } from './spelling.ts';
import { addToTrie, createTrie, type Reach, type Trie, walkTrie } from './trie.ts';

/** One mention in a text. */
export interface Match {
  /** Offsets in UTF-16 units of the text that was asked about. */
  readonly start: number;
  readonly end: number;
  readonly term: Term;
  /** The name of the card that stands there, as the card spells it. */
  readonly form: string;
}

/**
 * Finds mentions in a text: leftmost-longest, not overlapping, in order. The ISO date of the page decides between
 * entries that share a spelling.
 */
export type Matcher = (text: string, date?: string) => Match[];

/** A way to write an entry, or a longer string that is none: `内閣官房長官` for 内閣官房. */
type Entry =
  | {
      readonly sort: 'name';
      readonly term: Term;
      readonly form: string;
      readonly kind: Kind;
      readonly spelling: Spelling;
    }
  | { readonly sort: 'guard'; readonly term: Term };
type NameEntry = Extract<Entry, { sort: 'name' }>;

/** What a scan of one text knows as it goes. */
interface Scan {
  readonly folded: Folded;
  readonly date: string | undefined;
  /** How far, in folded units, the guards of an entry reach that began at or before this place. */
  readonly guarded: Map<Term, number>;
  /** Behind the last name that turned out to be part of another name: nothing inside it is a mention. */
  spent: number;
}

/** Builds the matcher of a glossary. Costs one walk of a trie a character, however many terms there are. */
export function createMatcher(terms: readonly Term[]): Matcher {
  const trie = createTrie<Entry>();
  for (const term of terms) for (const [key, entry] of entriesOf(term)) addToTrie(trie, key, entry);
  return (text, date) => findAll(trie, { folded: fold(text), date, guarded: new Map(), spent: 0 });
}

/** All names of a term: the headword, its other spellings, what it was called at some time. */
export function formsOf(term: Term): string[] {
  return [...new Set([term.term, ...term.aliases, ...term.names.map(({ name }) => name)])];
}

function entriesOf(term: Term): [key: string, entry: Entry][] {
  const names = formsOf(term).map((form): [string, Entry] => [
    skeleton(form),
    { sort: 'name', term, form, kind: kindOf(term.category, form), spelling: spellingOf(term, form) },
  ]);
  const guards = term.not.map((guard): [string, Entry] => [skeleton(guard), { sort: 'guard', term }]);
  return [...names, ...guards].filter(([key]) => key !== '');
}

function findAll(trie: Trie<Entry>, scan: Scan): Match[] {
  const matches: Match[] = [];
  const { lower } = scan.folded;
  let free = 0;
  for (let at = 0; at < lower.length; at++) {
    const reached = walkTrie(trie, lower, at);
    if (reached.length === 0) continue;
    raiseGuards(scan, reached);
    // Guards are looked for inside a mention too: one that begins there may cover what comes behind it.
    if (at < free) continue;
    const found = longest(scan, at, reached);
    if (!found) continue;
    free = found.end;
    matches.push({ ...unfold(scan.folded, at, found.end), term: found.name.term, form: found.name.form });
  }
  return matches;
}

function raiseGuards({ guarded }: Scan, reached: readonly Reach<Entry>[]): void {
  for (const { entries, end } of reached)
    for (const entry of entries)
      if (entry.sort === 'guard') guarded.set(entry.term, Math.max(end, guarded.get(entry.term) ?? 0));
}

/** The longest name that begins at `at` and stands there in its own right. */
function longest(
  scan: Scan,
  at: number,
  reached: readonly Reach<Entry>[],
): { name: NameEntry; end: number } | undefined {
  // JPCERT/CCC is not JPCERT/CC, and so not JPCERT either: an entry refused at its longest is not asked for less.
  const refused = new Set<Term>();
  for (const { entries, end } of reached.toReversed()) {
    if (end <= scan.spent) return undefined;
    const names = entries
      .filter(entry => entry.sort === 'name')
      .filter(name => isSpelled(scan, name, { start: at, end }));
    const fitting = names.filter(name => !refused.has(name.term) && mayStand(scan, name, { start: at, end }));
    const [best] = fitting.sort((one, other) => offBy(scan, one) - offBy(scan, other));
    if (best) return { name: best, end };
    for (const { term } of names) refused.add(term);
  }
  return undefined;
}

function isSpelled({ folded }: Scan, { spelling }: NameEntry, { start, end }: { start: number; end: number }): boolean {
  return spells(spelling, folded.text.slice(start, end));
}

/** Whether a name is no part of a longer word, of another name or of a guard; a part of another name spends its span. */
function mayStand(scan: Scan, name: NameEntry, span: { start: number; end: number }): boolean {
  const isGuarded = (scan.guarded.get(name.term) ?? 0) >= span.end;
  const refusal = isGuarded ? 'name' : refusalAt(name.kind, scan.folded.text, span);
  if (refusal === 'name') scan.spent = Math.max(scan.spent, span.end);
  return refusal === undefined;
}

function offBy({ date }: Scan, { term, form }: NameEntry): number {
  return distance(term, form, date);
}
