/** Finds the rule cards that come with tsuzuri. */
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** Folder of the cards: a project has them all, unless its configuration switches one off or a card of its own has that name. */
export const SHIPPED_RULES = join(
  dirname(createRequire(import.meta.url).resolve('@tsuzuri/convert/package.json')),
  'rules',
);
