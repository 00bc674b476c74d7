/** Prints the offline books of a project, and nothing else. */
import { textLine } from '@tsuzuri/check/reporters';
import { printBook } from '@tsuzuri/print/print-book';
import { type CommandBody, fine, QUIET } from '../command.ts';
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
