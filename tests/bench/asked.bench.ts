/**
 * Asks people's questions of both projects and prints where the answers stand, by class: `npm run bench -- asked [NAME …]` of
 * files in tests/search/questions, `--failing` for the questions whose answer is not the first.
 */
import { buildBook } from '@tsuzuri/book/build-book';
import { loadProject } from '@tsuzuri/book/project';
import { loadAnalyzer } from '@tsuzuri/convert/morphology';
import { groupBy } from '@tsuzuri/core/collections';
import { searchFiles } from '@tsuzuri/search/index';
import { openSearch } from '@tsuzuri/search/query';
import { figuresOf, placesOf, questionsOf } from '../search/asked.ts';

const [OURS, COUNCIL] = ['.', 'tests/foreign/project'];
const PROJECTS = {
  security: OURS,
  fresh: OURS,
  kinds: OURS,
  more: OURS,
  council: COUNCIL,
  unseen: OURS,
  'unseen-council': COUNCIL,
};
const wanted = process.argv.filter(word => word in PROJECTS);
const showsFailing = process.argv.includes('--failing');

const analyzer = await loadAnalyzer();
for (const [name, folder] of Object.entries(PROJECTS)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  const book = await buildBook(await loadProject(folder), analyzer);
  const files = searchFiles(book, analyzer);
  const search = openSearch(async path => {
    const file = files.get(`search/${path}`);
    return file && new Uint8Array(file);
  });
  const places = await placesOf(questionsOf(name), book, search);
  if (showsFailing)
    for (const { question, passage, page, shown } of places)
      if (passage !== 1) console.log(`${passage ?? '-'} ${page ?? '-'} of ${shown}  ${question.kind}  ${question.q}`);
  const rows = [...groupBy(places, ({ question }) => question.kind), [`all of ${name}`, places] as const];
  const rounded = (value: number): number => Math.round(value * 1000) / 1000;
  console.table(
    Object.fromEntries(
      rows.map(([kind, of]) => [
        kind,
        {
          of: of.length,
          ...Object.fromEntries(Object.entries(figuresOf(of)).map(([key, value]) => [key, rounded(value)])),
        },
      ]),
    ),
  );
}
