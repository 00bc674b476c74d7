/** Prints what is found of the invented documents of tests/genres, question by question, and what still fails. */
import { readRules } from '@tsuzuri/book/load';
import { loadAnalyzer } from '@tsuzuri/convert/morphology';
import { differencesOf, GENRES, QUESTIONS, scoreGenre } from '../genres/score.ts';

const analyzer = await loadAnalyzer();
const tools = { analyzer, rules: readRules('docs/rules', analyzer) };
const wanted = process.argv.slice(3);
const names = wanted.length > 0 ? wanted : GENRES;
interface Total {
  of: number;
  missing: number;
  wrong: number;
}
const totals: Record<string, Total> = Object.fromEntries(
  QUESTIONS.map(question => [question, { of: 0, missing: 0, wrong: 0 }]),
);
for (const name of names) {
  const scores = await scoreGenre(name, tools);
  for (const question of QUESTIONS) {
    const { of, missing, wrong } = scores[question];
    const total = totals[question] as Total;
    total.of += of;
    total.missing += missing.length;
    total.wrong += wrong.length;
  }
  const differing = differencesOf(scores).map(it => `  ${it}`);
  console.log([`${differing.length === 0 ? 'as expected' : 'DIFFERS'}  ${name}`, ...differing].join('\n'));
}
console.table(
  Object.fromEntries(
    QUESTIONS.map(question => {
      const { of, missing, wrong } = totals[question] as Total;
      return [question, { of, found: of - missing, wrong }];
    }),
  ),
);
