/** Prints how many of the mentions that a reader listed by eye are linked, by kind, and which are not. */
import { buildBook } from '@tsuzuri/book/build-book';
import { loadProject } from '@tsuzuri/book/project';
import { loadAnalyzer } from '@tsuzuri/convert/morphology';
import { LISTED, unlinked } from '../link/listed-mentions.ts';

const { mentions, terms } = await buildBook(await loadProject('.'), await loadAnalyzer());
const missing = unlinked(mentions);
for (const { document, line, surface, meaning } of missing)
  console.log(`${document}:${line} ${surface}${meaning === 'same' ? '' : ` (${meaning})`}`);
const kinds = [...new Set(LISTED.map(({ kind }) => kind))];
console.table(
  Object.fromEntries(
    kinds.map(kind => {
      const of = LISTED.filter(listed => listed.kind === kind).length;
      return [kind, { of, linked: of - missing.filter(listed => listed.kind === kind).length }];
    }),
  ),
);
console.log(
  `${terms.length} entries; ${[...mentions.values()].flat().length} mentions linked; of ${LISTED.length} listed by eye ${LISTED.length - missing.length}`,
);
