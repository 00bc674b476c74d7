/** Makes a project of the folder one stands in: adds what `npm create tsuzuri` writes, overwrites nothing. */

import { type CommandBody, fine } from '@tsuzuri/core/command';
import { errorAt } from '@tsuzuri/core/messages';
import { inOwnWords, type Said } from '@tsuzuri/core/wording';
import { findAnswers, type Options, optionList } from 'create-tsuzuri/answers';
import { addedProject } from 'create-tsuzuri/tell';
import { refusalOf } from 'create-tsuzuri/wording';
import { writeProject } from 'create-tsuzuri/write-project';

export const init: CommandBody<Options> = {
  options: optionList(),
  examples: ['tsuzuri init', 'tsuzuri init --yes --title "みどり町議会 会議録" --host gitlab'],
  run: async (_, options) => {
    try {
      const answers = await findAnswers({ ...options, folder: '.' });
      return fine(...addedProject(answers, writeProject(answers)));
    } catch (error) {
      const known = refusalOf(error);
      if (!known) throw error;
      const [reason, remedy] = known.sentences.map(inOwnWords) as [Said, Said];
      throw errorAt(known.place, undefined, reason, remedy);
    }
  },
};
