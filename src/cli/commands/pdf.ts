/** Prints the offline books of a project, and nothing else. */
import { textLine } from '@tsuzuri/check/reporters';
import { printBook } from '@tsuzuri/print/print-book';
import { type CommandBody, fine } from '../command.ts';
import { buildSoundBook, currentProject } from '../project.ts';

export const pdf: CommandBody = {
  examples: ['tsuzuri pdf'],
  run: async (_words, _options, tell) => {
    const { book, analyzer } = await buildSoundBook(await currentProject(), tell);
    const { progress } = tell;
    return fine(
      ...book.warnings.map(textLine),
      ...(await printBook(book, { printers: ['pdf', 'epub', 'html'], analyzer, progress })),
    );
  },
};
