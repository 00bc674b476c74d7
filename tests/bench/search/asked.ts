/** Asks people's questions of several engines, and prints by class where the first section with an answer stands. */
import { groupBy } from '@tsuzuri/core/collections';
import { figuresOf, type Place, type Question, questionsOf, squeeze } from '../../search/asked.ts';
import type { Engine } from './engine.ts';
import type { Section } from './sections.ts';

/** The sections in which an answer stands. */
function answersAmong({ answers }: Question, sections: readonly Section[]): Set<Section> {
  const holds = ({ page, heading, text }: Section): boolean =>
    answers.some(answer => answer.page === page && squeeze(heading + text).includes(squeeze(answer.quote)));
  return new Set(sections.filter(holds));
}

async function placeOf(question: Question, wanted: ReadonlySet<Section>, engine: Engine): Promise<Place> {
  const found = [...(await engine.ask(question.q)).sections];
  const at = found.findIndex(section => wanted.has(section));
  const pages = [...new Set(found.map(({ page }) => page))];
  const right = new Set(question.answers.map(({ page }) => page));
  const onPage = pages.findIndex(page => right.has(page));
  return {
    question,
    shown: found.length,
    ...(at >= 0 && { passage: at + 1 }),
    ...(onPage >= 0 && { page: onPage + 1 }),
  };
}

/** Only what the minutes answer themselves: the others do not know the glossary. */
export async function compareAsked(engines: readonly Engine[], sections: readonly Section[]): Promise<void> {
  const questions = ['fresh', 'kinds', 'more', 'unseen'].flatMap(name => questionsOf(name));
  const asked = questions
    .map(question => ({ question, wanted: answersAmong(question, sections) }))
    .filter(({ wanted }) => wanted.size > 0);
  console.log(
    `\n${asked.length} questions that the minutes answer: among ten, reciprocal rank of the section, nothing`,
  );
  for (const engine of engines) {
    const places: Place[] = [];
    for (const { question, wanted } of asked) places.push(await placeOf(question, wanted, engine));
    const rows = [...groupBy(places, ({ question }) => question.kind), ['all', places] as const];
    console.log(engine.name);
    for (const [kind, of] of rows) {
      const { ten, passage, nothing } = figuresOf(of);
      const figures = [ten, passage, nothing].map(value => value.toFixed(3).padStart(8)).join('');
      console.log(`    ${kind.padEnd(12)}${String(of.length).padStart(4)}${figures}`);
    }
  }
}
