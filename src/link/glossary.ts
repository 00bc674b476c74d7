/** Reads glossaries: folders of cards, with their subfolders, each under an address of its own. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readTerm, type Term } from '@tsuzuri/core/card';
import { needFolder } from '@tsuzuri/core/command';
import { errorAt, throwAll, warningAt } from '@tsuzuri/core/messages';
import { readSafely } from '@tsuzuri/core/read-safely';
import { say } from '@tsuzuri/core/wording';
import type { VFileMessage } from 'vfile-message';
import { createMatcher, type Matcher } from './matcher.ts';

/** The cards of one or several folders. */
export interface Glossary {
  readonly terms: readonly Term[];
  readonly match: Matcher;
  /** Where an entry stands: `/glossary/nisc`, `/people/suzuki`. */
  readonly addressOf: (term: Term) => string;
  /** Cards that bear one name, of which the first one has it. */
  readonly notes: readonly VFileMessage[];
}

/** Of a folder whose entries stand elsewhere: `{ '/people': 'docs/people' }` */
export type Folders = string | Readonly<Record<string, string>>;

const PREFIX = '/glossary';
/** A page that lists the cards and is none. */
const NO_CARD = /^(?:index|readme|_index)\.mdx?$/iu;

/**
 * @param folders one folder, or folders by the address of their entries: `{ '/glossary': 'docs/glossary', '/people': 'docs/people' }`
 * @throws VFileMessage with everything that is wrong: a folder that is missing or has no card, a card that cannot be read
 */
export function readGlossary(folders: Folders): Glossary {
  const addresses = new Map<Term, string>();
  const wrong: VFileMessage[] = [];
  const pairs = typeof folders === 'string' ? [[PREFIX, folders] as const] : Object.entries(folders);
  for (const [prefix, folder] of pairs)
    for (const { id, term, errors } of cardsIn(folder)) {
      wrong.push(...errors);
      if (term) addresses.set(term, `${prefix.replace(/\/$/, '')}/${id}`);
    }
  throwAll(wrong);
  const terms = [...addresses.keys()];
  return {
    terms,
    match: createMatcher(terms),
    addressOf: term => addresses.get(term) ?? `${PREFIX}/${term.id}`,
    notes: sharedNames(terms),
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

/** Two cards that have the same name at the same time: nothing tells which one is meant. */
function sharedNames(terms: readonly Term[]): VFileMessage[] {
  const first = new Map<string, Term>();
  return terms.flatMap(term => {
    const names = term.names.length > 0 ? [] : [...new Set([term.term, ...term.aliases])];
    return names.flatMap(name => {
      const other = first.get(name);
      if (!other) first.set(name, term);
      return other && other.names.length === 0
        ? [
            warningAt(
              { file: term.file, line: term.card.line('term'), rule: 'shared-name' },
              ...say('link.sharedName', { name, other: other.file }),
            ),
          ]
        : [];
    });
  });
}
