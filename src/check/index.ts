/** Checks a project: everything that a pull request must pass, by file and line. Writes nothing that is published. */

import { buildBook } from '@tsuzuri/book/build-book';
import type { Project } from '@tsuzuri/book/project';
import { readSources } from '@tsuzuri/book/sources';
import { loadAnalyzer } from '@tsuzuri/convert/morphology';
import { compare } from '@tsuzuri/core/front-matter';
import { errorAt, LEVELS, noteAt, warningAt } from '@tsuzuri/core/messages';
import { inOwnWords, joinWords, type Said, say } from '@tsuzuri/core/wording';
import { VFileMessage } from 'vfile-message';
import type { Check, Context, Found } from './check.ts';
import { CHECKS } from './checks.ts';
import { reviewInput, startReview } from './review.ts';

export async function checkProject(project: Project): Promise<VFileMessage[]> {
  const own = ownChecks(project);
  const sources = readSources(project);
  const review = startReview(reviewInput(project, sources)); // goes on while the book is built
  const book = await buildBook(project, await loadAnalyzer(), { sources });
  const context: Context = { project, sources, book, review };
  const found: VFileMessage[] = [];
  for (const check of [...CHECKS, ...own])
    for (const message of await run(check, context, own.includes(check))) found.push(messageOf(message, check));
  return found.toSorted(byPlace);
}

const byPlace = (a: VFileMessage, b: VFileMessage): number =>
  compare(a.file ?? '', b.file ?? '') || (a.line ?? 0) - (b.line ?? 0);

/** A check of the project that fails is an error of its configuration. */
async function run(check: Check, context: Context, isOwn: boolean): Promise<Iterable<Found>> {
  if (!isOwn) return check.run(context);
  try {
    return [...(await check.run(context))];
  } catch (error) {
    const said = say('check.stopped', { id: check.id, error: (error as Error).message });
    return [errorAt(context.project.file, undefined, ...said)];
  }
}

function messageOf(found: Found, { id, level }: Check): VFileMessage {
  if (found instanceof VFileMessage) return found;
  const { file, line, rule = id } = found;
  const [reason, remedy] = [found.reason, found.remedy].map(inOwnWords) as [Said, Said];
  if (level === 'note') return noteAt({ file, rule, ...(line === undefined ? {} : { line }) }, reason, remedy);
  if (level === 'warning') return warningAt({ file, line: line ?? 1, rule }, reason, remedy);
  return Object.assign(errorAt(file, line, reason, remedy), { ruleId: rule });
}

/** @throws VFileMessage where one of them is no check, or has the id of another */
function ownChecks({ config, file }: Project): readonly Check[] {
  const own = config.checks ?? [];
  const known = new Set(CHECKS.map(({ id }) => id));
  for (const { id, level, run } of own) {
    if (typeof id !== 'string' || known.has(id) || !LEVELS.includes(level) || typeof run !== 'function')
      throw errorAt(file, undefined, ...say('check.notACheck', { id: String(id), levels: joinWords(LEVELS) }));
    known.add(id);
  }
  return own;
}
