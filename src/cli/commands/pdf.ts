/** Prints the offline books of a project, and nothing else. */
import { bookLines } from '@tsuzuri/print/printers';
import { type CommandBody, fine } from '../command.ts';
import { formatsOf, printBooks } from '../print-books.ts';
import { buildSoundBook, currentProject } from '../project.ts';

export const pdf: CommandBody = {
  examples: ['tsuzuri pdf'],
  run: async (_words, _options, tell) => {
    const project = await currentProject();
    const formats = formatsOf({ pdf: true, epub: true });
    await printBooks(project, { book: await buildSoundBook(project, tell), formats }, tell);
    return fine(...bookLines(formats));
  },
};
