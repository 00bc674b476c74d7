/** Reads the cards of this project as the review is given them. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Card, readCard } from '@tsuzuri/core/card';
import { ROOT } from '../seeds.ts';

export function cardsOf(folder: string): Card[] {
  const names = readdirSync(join(ROOT, folder)).filter(name => name.endsWith('.md'));
  return names.map(name => readCard(`${folder}/${name}`, readFileSync(join(ROOT, folder, name), 'utf8')));
}

/** Keys of a rule card that are regular expressions. */
const KEYS = ['find', 'evidence', 'after', 'before'];

export const patternsOf = (cards: readonly Card[]) =>
  cards.flatMap(({ file, data, line }) =>
    KEYS.flatMap(key =>
      typeof data[key] === 'string' ? [{ file, line: () => line(key), key, pattern: data[key] }] : [],
    ),
  );
