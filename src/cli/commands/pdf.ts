/** Prints the offline books of a project, and nothing else. */

import { type CommandBody, fine, QUIET } from '@tsuzuri/core/command';
import { textLine } from '@tsuzuri/core/messages';
import { printBook } from '@tsuzuri/print/print-book';
import { buildSoundBook, currentProject } from '../project.ts';

export const pdf: CommandBody<{ readonly quiet?: boolean }> = {
  options: [QUIET],
  examples: ['tsuzuri pdf', 'tsuzuri pdf --quiet'],
  run: async (_words, { quiet }, tell) => {
    const { book, analyzer } = await buildSoundBook(await currentProject(), tell);
    const { progress } = tell;
    const summary = await printBook(book, { printers: ['pdf', 'epub', 'html'], analyzer, progress });
    return fine(...book.warnings.map(textLine), ...(quiet ? [] : summary));
  },
};
