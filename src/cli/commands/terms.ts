/** Lists acronyms and defined terms without an entry; `terms new ID` writes a draft card. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type CommandBody, fine, json, QUIET, usage } from '@tsuzuri/core/command';
import { addFiles } from '@tsuzuri/core/files';
import { errorAt } from '@tsuzuri/core/messages';
import { say } from '@tsuzuri/core/wording';
import { type Candidate, candidateFor, candidateLine, discoverTerms, draftCard } from '@tsuzuri/link/term-extraction';
import { buildWhole, currentProject } from '../project.ts';

interface TermsOptions {
  readonly json?: boolean;
  readonly quiet?: boolean;
}

export const terms: CommandBody<TermsOptions> = {
  arguments: [
    ['[new]', () => say('cli.terms.new')],
    ['[id]', () => say('cli.terms.id')],
    ['[term...]', () => say('cli.terms.term')],
  ],
  options: [['--json', () => say('cli.terms.json')], QUIET],
  examples: ['tsuzuri terms', 'tsuzuri terms new cymat', 'tsuzuri terms new quantum-key 量子暗号'],
  run: async ([verb, id, ...name], options, tell) => {
    if (verb !== undefined && (verb !== 'new' || id === undefined)) throw usage(say('cli.terms.usage'), 'terms');
    if (verb !== undefined && options.json) throw usage(say('cli.terms.idle'), 'terms');
    const project = await currentProject();
    const book = await buildWhole(project, {}, tell);
    const found = discoverTerms(
      book.pages.filter(({ kind }) => kind === 'minutes'),
      book.terms,
    );
    if (id === undefined) return fine(...(options.json ? [json(found.map(candidate))] : found.map(candidateLine)));
    return fine(await writeDraft(project.root, id, draftCard(candidateFor(found, id, name.join(' ')))));
  },
};

const candidate = ({ term, count, expansions, places }: Candidate) => ({
  term,
  count,
  expansions,
  pages: [...new Set(places.map(({ page }) => page))],
});

/**
 * Writes a draft card, `docs/glossary/ID.md`.
 * @returns its path from the root
 * @throws VFileMessage when the id is no file name, or there is such an entry
 */
async function writeDraft(root: string, id: string, draft: string): Promise<string> {
  const file = `docs/glossary/${id}.md`;
  if (!/^[a-z0-9][a-z0-9-]*$/.test(id)) throw errorAt(file, undefined, ...say('cli.terms.badId', { id }));
  if (existsSync(join(root, file))) throw errorAt(file, undefined, ...say('cli.terms.taken'));
  await addFiles(join(root, 'docs/glossary'), new Map([[`${id}.md`, draft]]));
  return file;
}
