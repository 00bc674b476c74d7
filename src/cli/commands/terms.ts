/** Lists acronyms and defined terms without an entry; `terms new ID` writes a draft card. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { errorAt } from '@tsuzuri/core/messages';
import { inOwnWords } from '@tsuzuri/core/wording';
import { candidateFor, candidateLine, discoverTerms, draftCard } from '@tsuzuri/link/term-extraction';
import { addFiles } from '@tsuzuri/print/files';
import { type CommandBody, fine, usage } from '../command.ts';
import { buildWhole, currentProject } from '../project.ts';

export const terms: CommandBody = {
  arguments: [
    ['[new]', '`new` writes a draft card, docs/glossary/ID.md'],
    ['[id]', 'file name of the card'],
    ['[term...]', 'the term, where it is not the id in capitals'],
  ],
  examples: ['tsuzuri terms', 'tsuzuri terms new cymat', 'tsuzuri terms new quantum-key 量子暗号'],
  run: async ([verb, id, ...name], _, tell) => {
    const project = await currentProject();
    const book = await buildWhole(project, {}, tell);
    const found = discoverTerms(
      book.pages.filter(({ kind }) => kind === 'minutes'),
      book.terms,
    );
    if (verb === undefined) return fine(...found.map(candidateLine));
    if (verb !== 'new' || id === undefined)
      throw usage('terms の使い方は「tsuzuri terms」か「tsuzuri terms new ID [用語]」です', 'terms');
    return fine(writeDraft(project.root, id, draftCard(candidateFor(found, id, name.join(' ')))));
  },
};

/**
 * Writes a draft card, `docs/glossary/ID.md`.
 * @returns its path from the root
 * @throws VFileMessage when the id is no file name, or there is such an entry
 */
function writeDraft(root: string, id: string, draft: string): string {
  const file = `docs/glossary/${id}.md`;
  if (!/^[a-z0-9][a-z0-9-]*$/.test(id))
    throw errorAt(
      file,
      undefined,
      inOwnWords(`ID「${id}」は使えません`),
      inOwnWords('半角の英小文字、数字、「-」だけで書いてください'),
    );
  if (existsSync(join(root, file)))
    throw errorAt(file, undefined, inOwnWords('この項目はもうあります'), inOwnWords('別のIDにしてください'));
  addFiles(join(root, 'docs/glossary'), new Map([[`${id}.md`, draft]]));
  return file;
}
