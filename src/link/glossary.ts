/** Reads glossaries: folders of cards, with their subfolders, each under an address of its own. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type DatedName, readTerm, type Term } from '@tsuzuri/core/card';
import { needFolder } from '@tsuzuri/core/command';
import { errorAt, throwAll, warningAt } from '@tsuzuri/core/messages';
import { readSafely } from '@tsuzuri/core/read-safely';
import { skeleton } from '@tsuzuri/core/unicode';
import { say } from '@tsuzuri/core/wording';
import type { VFileMessage } from 'vfile-message';
import { overlapInTime } from './dated-names.ts';
import { createMatcher, type Matcher } from './matcher.ts';

/** The cards of one or several folders. */
export interface Glossary {
  readonly terms: readonly Term[];
  readonly match: Matcher;
  /** Where an entry stands: `/glossary/nisc`, `/people/suzuki`. */
  readonly addressOf: (term: Term) => string;
  /** Cards that bear one name, of which the first one has it, and what is odd in a card. */
  readonly notes: readonly VFileMessage[];
}

/** Of folders whose entries stand elsewhere: `{ '/people': 'docs/people', '/law': ['docs/acts', 'docs/orders'] }` */
export type Folders = string | Readonly<Record<string, string | readonly string[]>>;

const PREFIX = '/glossary';
/** A page that lists the cards and is none. */
const NO_CARD = /^(?:index|readme|_index)\.mdx?$/iu;

/**
 * @param folders one folder, or folders by the address of their entries: `{ '/glossary': 'docs/glossary', '/people': 'docs/people' }`
 * @throws VFileMessage with everything that is wrong: a folder that is missing or has no card, a card that cannot be read,
 *   two cards for one address
 */
export function readGlossary(folders: Folders): Glossary {
  const addresses = new Map<Term, string>();
  const byAddress = new Map<string, Term>();
  const wrong: VFileMessage[] = [];
  const pairs = Object.entries(typeof folders === 'string' ? { [PREFIX]: folders } : folders);
  const places = pairs.flatMap(([prefix, given]) => [given].flat().map(folder => [prefix, folder] as const));
  for (const [prefix, folder] of places)
    for (const { id, term, errors } of cardsIn(folder)) {
      wrong.push(...errors);
      if (!term) continue;
      const address = `${prefix.replace(/\/$/, '')}/${id}`;
      const other = byAddress.get(address);
      if (other)
        wrong.push(errorAt(term.file, undefined, ...say('link.sharedAddress', { address, other: other.file })));
      byAddress.set(address, term);
      addresses.set(term, address);
    }
  throwAll(wrong);
  const terms = [...addresses.keys()];
  return {
    terms,
    match: createMatcher(terms),
    addressOf: term => addresses.get(term) ?? `${PREFIX}/${term.id}`,
    notes: [...terms.flatMap(({ card }) => card.notes), ...sharedNames(terms)],
  };
}

interface CardFile {
  /** Path in its folder without `.md`: `law/basic-act` */
  readonly id: string;
  readonly term?: Term | undefined;
  readonly errors: readonly VFileMessage[];
}

function cardsIn(folder: string): CardFile[] {
  const { read, errors } = readSafely(folder, () => namesIn(needFolder(folder)));
  const [names] = read;
  if (!names) return [{ id: '', errors }];
  return names.map(name => {
    const file = join(folder, name);
    const card = readSafely(file, () => readTerm(file, readFileSync(file, 'utf8')));
    return { id: name.replace(/\.md$/, ''), term: card.read[0], errors: card.errors };
  });
}

/** Of the cards, with their folders. @throws VFileMessage where there is none */
function namesIn(folder: string): string[] {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map(name => name.replaceAll('\\', '/'))
    .filter(name => name.endsWith('.md') && !NO_CARD.test(name.replace(/^.*\//, '')) && !/(?:^|\/)\./.test(name))
    .toSorted();
  if (names.length === 0) throw errorAt(folder, undefined, ...say('link.noCards'));
  return names;
}

/** A name of a card, with the time in which the card has it. */
interface Claim extends DatedName {
  readonly term: Term;
  /** What its surroundings must hold tells it from another one. */
  readonly sense: string;
  readonly line: number;
}

/** Two cards that have the same name at the same time, be it in other widths: nothing tells which one is meant. */
function sharedNames(terms: readonly Term[]): VFileMessage[] {
  const claims = new Map<string, Claim[]>();
  return terms.flatMap(claimsOf).flatMap(claim => {
    const key = `${skeleton(claim.name)} ${claim.sense}`;
    const before = claims.get(key) ?? [];
    claims.set(key, [...before, claim]);
    const other = before.find(it => it.term !== claim.term && overlapInTime(it, claim));
    return other
      ? [
          warningAt(
            { file: claim.term.file, line: claim.line, rule: 'shared-name' },
            ...say('link.sharedName', { name: claim.name, other: other.term.file }),
          ),
        ]
      : [];
  });
}

/** A headword or alias that has dates elsewhere on the card holds in them; without any it holds always. */
function claimsOf(term: Term): Claim[] {
  const { card, names } = term;
  const common = { term, sense: JSON.stringify([term.near, term['not-near'], term.card.data.case]) };
  const dated = names.map((name, index) => ({ ...name, ...common, line: card.line('names', index) }));
  const known = new Set(names.map(({ name }) => name));
  // What a card with periods is headed by tells two of them apart: 水道計画（2013年）.
  const always = names.length > 0 ? [] : [term.term, ...term.aliases];
  const undated = [...new Set(always)].filter(name => !known.has(name));
  const line = (name: string): number =>
    name === term.term ? card.line('term') : card.line('aliases', term.aliases.indexOf(name));
  return [...dated, ...undated.map(name => ({ name, ...common, line: line(name) }))];
}
