/** Describes all commands: as data for completion, as Markdown for the READMEs. */

import { type CommandBody, GLOBAL_OPTIONS, type Parameter, type Text, textOf } from '@tsuzuri/core/command';
import { say } from '@tsuzuri/core/wording';
import type { CommandEntry } from './commands.ts';

export interface DescribedCommand {
  readonly name: string;
  readonly summary: string;
  readonly arguments: readonly DescribedParameter[];
  readonly options: readonly DescribedParameter[];
  readonly notes: string;
  readonly examples: readonly string[];
}

export interface DescribedParameter {
  /** `--out <folder>` */
  readonly syntax: string;
  readonly summary: string;
  /** How an option is written: `['-h', '--help']`; empty for an argument. */
  readonly flags: readonly string[];
  /** What it takes, `folder`, where it takes something. */
  readonly value: string | undefined;
  /** All that it may be, where that is known. */
  readonly choices: readonly string[];
}

/** In the order of `tsuzuri --help`, in the language that is spoken. */
export const describeCommands = (entries: readonly CommandEntry[]): Promise<DescribedCommand[]> =>
  Promise.all(entries.map(async ({ name, summary, load }) => described({ name, summary }, await load())));

function described(
  { name, summary }: { readonly name: string; readonly summary: Text },
  { arguments: taken = [], required = [], options = [], notes = '', examples = [] }: CommandBody,
): DescribedCommand {
  return {
    name,
    summary: textOf(summary),
    arguments: taken.map(describeParameter),
    options: [...required, ...options].map(describeParameter),
    notes: textOf(notes),
    examples,
  };
}

export const describeParameter = ([syntax, summary, choices = []]: Parameter): DescribedParameter => ({
  syntax,
  summary: textOf(summary),
  flags: syntax.match(/(?<![\w-])--?[\w-]+/g) ?? [],
  value: /[<[]([\w-]+)/.exec(syntax)?.[1],
  choices,
});

/** All commands as Markdown, each below a heading of the third level. */
export async function commandReference(entries: readonly CommandEntry[]): Promise<string> {
  const commands = await describeCommands(entries);
  const shared = table(say('cli.help.globalOptions'), GLOBAL_OPTIONS.map(describeParameter));
  return [...commands.map(section), shared].join('\n');
}

const section = ({ name, summary, notes, examples, ...parameters }: DescribedCommand): string =>
  [
    `### \`tsuzuri ${name}\`\n\n${summary}\n`,
    `\`\`\`sh\n${examples.join('\n')}\n\`\`\`\n`,
    ...(parameters.arguments.length > 0 ? [table(say('cli.help.arguments'), parameters.arguments)] : []),
    ...(parameters.options.length > 0 ? [table(say('cli.help.options'), parameters.options)] : []),
    ...(notes === '' ? [] : [`${notes.replaceAll('\n', '\n\n')}\n`]),
  ].join('\n');

/** @param title as in the help, with its colon */
const table = (title: string, parameters: readonly DescribedParameter[]): string => {
  const rows = parameters.map(({ syntax, summary }) => `| \`${syntax}\` | ${summary.replaceAll('|', '\\|')} |\n`);
  return `| ${title.replace(/:$/, '')} | |\n| --- | --- |\n${rows.join('')}`;
};
