/** Finds everything in a project that a pull request must mend; writes nothing. */
import { checkProject } from '@tsuzuri/check';
import { FORMATS, levelOf, writeFindings } from '@tsuzuri/check/reporters';
import { type CommandBody, usage, version } from '../command.ts';
import { currentProject } from '../project.ts';

export const check: CommandBody<{ readonly format?: string }> = {
  options: [['--format <format>', `${FORMATS.join(', ')}: for a person, as annotations of GitHub, as SARIF`]],
  examples: ['tsuzuri check', 'tsuzuri check --format github'],
  run: async (_, { format = 'text' }) => {
    const wanted = FORMATS.find(known => known === format);
    if (!wanted)
      throw usage(`--format「${format}」は使えません。${FORMATS.join('、')} のどれかにしてください`, 'check');
    const found = await checkProject(await currentProject());
    const isFine = found.every(message => levelOf(message) === 'note');
    return { lines: writeFindings(found, wanted, version()), code: isFine ? 0 : 1 };
  },
};
