/** Prints what is found of the invented documents of tests/genres, question by question, and what still fails. */
import { readRules } from '@tsuzuri/book/load';
import { loadAnalyzer } from '@tsuzuri/convert/morphology';
import { GENRES, QUESTIONS, scoreGenre } from '../genres/score.ts';

const analyzer = await loadAnalyzer();
const tools = { analyzer, rules: readRules('docs/rules', analyzer) };
const wanted = process.argv.slice(3);
const names = wanted.length > 0 ? wanted : GENRES;
const totals = Object.fromEntries(QUESTIONS.map(question => [question, { of: 0, missing: 0, wrong: 0 }]));
for (const name of names) {
  const scores = await scoreGenre(name, tools);
  const differing: string[] = [];
  for (const question of QUESTIONS) {
    const { of, missing, wrong } = scores[question];
    const total = totals[question] as { of: number; missing: number; wrong: number };
    total.of += of;
    total.missing += missing.length;
    total.wrong += wrong.length;
    differing.push(
      ...missing.map(it => `  ${question}: missing ${it}`),
      ...wrong.map(it => `  ${question}: wrong ${it}`),
    );
  }
  console.log([`${differing.length === 0 ? 'as expected' : 'DIFFERS'}  ${name}`, ...differing].join('\n'));
}
console.table(
  Object.fromEntries(
    QUESTIONS.map(question => {
      const { of, missing, wrong } = totals[question] as { of: number; missing: number; wrong: number };
      return [question, { of, found: of - missing, wrong }];
    }),
  ),
);
