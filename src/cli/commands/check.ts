/** Finds everything in a project that a pull request must mend; writes nothing. */
import { checkProject } from '@tsuzuri/check';
import { FORMATS, writeFindings } from '@tsuzuri/check/reporters';
import { type CommandBody, QUIET, usage, version } from '@tsuzuri/core/command';
import { levelOf } from '@tsuzuri/core/messages';
import { joinWords, say } from '@tsuzuri/core/wording';
import { currentProject } from '../project.ts';

interface CheckOptions {
  readonly format?: (typeof FORMATS)[number];
  readonly json?: boolean;
  readonly quiet?: boolean;
}

export const check: CommandBody<CheckOptions> = {
  options: [
    ['--format <format>', () => say('cli.check.format', { formats: joinWords(FORMATS) }), FORMATS],
    ['--json', () => say('cli.check.json')],
    QUIET,
  ],
  examples: ['tsuzuri check', 'tsuzuri check --format github'],
  run: async (_, { format, json, quiet }, { progress }) => {
    if (json && format !== undefined && format !== 'json')
      throw usage(say('cli.check.twoFormats', { format }), 'check');
    const wanted = json ? 'json' : (format ?? 'text');
    const project = await currentProject();
    progress(say('cli.checking'));
    const found = await checkProject(project);
    const isFine = found.every(message => levelOf(message) === 'note');
    const lines = quiet && isFine && wanted === 'text' ? [] : writeFindings(found, wanted, version());
    return { lines, code: isFine ? 0 : 1 };
  },
};
