/** Prints the script by which a shell completes the commands and options of tsuzuri. */

import { type CommandBody, fine, GLOBAL_OPTIONS } from '@tsuzuri/core/command';
import { say } from '@tsuzuri/core/wording';
import type { CommandEntry } from '../commands.ts';
import { type DescribedCommand, type DescribedParameter, describeCommands, describeParameter } from '../reference.ts';

type Writer = (commands: readonly DescribedCommand[], shared: readonly DescribedParameter[]) => string[];

const SHELLS = { bash: bashScript, zsh: zshScript, fish: fishScript } satisfies Readonly<Record<string, Writer>>;

type Shell = keyof typeof SHELLS;

export const completionOf = (entries: readonly CommandEntry[]): CommandBody => ({
  arguments: [['<shell>', () => say('cli.completion.shell'), Object.keys(SHELLS)]],
  notes: () => say('cli.completion.notes'),
  examples: ['tsuzuri completion bash', 'tsuzuri completion fish > ~/.config/fish/completions/tsuzuri.fish'],
  run: async ([shell]) =>
    fine(...SHELLS[shell as Shell](await describeCommands(entries), GLOBAL_OPTIONS.map(describeParameter))),
});

/** `'it'\''s'` */
const quoted = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`;
const flagsOf = (options: readonly DescribedParameter[]): string[] => options.flatMap(({ flags }) => flags);
const choicesOf = (parameters: readonly DescribedParameter[]): string[] => parameters.flatMap(({ choices }) => choices);

/** Where a script offers nothing, bash offers files. */
function bashScript(commands: readonly DescribedCommand[], shared: readonly DescribedParameter[]): string[] {
  const names = commands.map(({ name }) => name);
  const values = [...shared, ...commands.flatMap(({ options }) => options)].filter(({ choices }) => choices.length > 0);
  const offer = (words: readonly string[]): string => `COMPREPLY=($(compgen -W ${quoted(words.join(' '))} -- "$word"))`;
  return [
    '_tsuzuri() {',
    `  local word="\${COMP_WORDS[COMP_CWORD]}" before="\${COMP_WORDS[COMP_CWORD-1]}" command="" index`,
    '  COMPREPLY=()',
    '  for ((index = 1; index < COMP_CWORD; index++)); do',
    `    case "\${COMP_WORDS[index]}" in ${[...names, 'help'].join('|')}) command="\${COMP_WORDS[index]}"; break ;; esac`,
    '  done',
    '  case "$before" in',
    ...values.map(({ flags, choices }) => `    ${flags.join('|')}) ${offer(choices)}; return ;;`),
    '  esac',
    '  case "$command:$word" in',
    `    :*) ${offer([...names, 'help', ...flagsOf(shared)])} ;;`,
    `    help:*) ${offer(names)} ;;`,
    ...commands.map(({ name, options }) => `    ${name}:-*) ${offer(flagsOf([...options, ...shared]))} ;;`),
    ...commands.flatMap(({ name, arguments: taken }) =>
      choicesOf(taken).length > 0 ? [`    ${name}:*) ${offer(choicesOf(taken))} ;;`] : [],
    ),
    '  esac',
    '}',
    'complete -o default -F _tsuzuri tsuzuri',
  ];
}

function zshScript(commands: readonly DescribedCommand[], shared: readonly DescribedParameter[]): string[] {
  /** `--out[folder to write]:folder:_files -/` */
  const spec = ({ flags, summary, value, choices }: DescribedParameter): string[] =>
    flags.map(flag =>
      quoted(
        `${flag}[${summary.replace(/[\\[\]:]/g, '\\$&')}]${value === undefined ? '' : `:${value}:${action(value, choices)}`}`,
      ),
    );
  const action = (value: string, choices: readonly string[]): string =>
    choices.length > 0
      ? `(${choices.join(' ')})`
      : value === 'folder'
        ? '_files -/'
        : value.startsWith('file')
          ? '_files'
          : ' ';
  const rest = (taken: readonly DescribedParameter[]): string[] =>
    taken.slice(0, 1).map(({ value = '', choices }) => quoted(`*:${value}:${action(value, choices)}`));
  const global = shared.flatMap(spec);
  return [
    '#compdef tsuzuri',
    '_tsuzuri() {',
    '  local state line',
    '  local -a commands',
    '  commands=(',
    ...commands.map(({ name, summary }) => `    ${quoted(`${name}:${summary.replaceAll(':', '\\:')}`)}`),
    '  )',
    `  _arguments -C ${global.join(' ')} '1: :->command' '*:: :->rest'`,
    '  case $state in',
    "    command) _describe 'tsuzuri' commands ;;",
    '    rest)',
    '      case $line[1] in',
    "        help) _describe 'tsuzuri' commands ;;",
    ...commands.map(
      ({ name, options, arguments: taken }) =>
        `        ${name}) _arguments ${[...options.flatMap(spec), ...global, ...rest(taken)].join(' ')} ;;`,
    ),
    '      esac ;;',
    '  esac',
    '}',
    // In a folder of functions the file is the function, in a start file it only registers it.
    'if [ "$funcstack[1]" = "_tsuzuri" ]; then _tsuzuri "$@"; else compdef _tsuzuri tsuzuri; fi',
  ];
}

function fishScript(commands: readonly DescribedCommand[], shared: readonly DescribedParameter[]): string[] {
  const line = (...words: readonly string[]): string => ['complete -c tsuzuri', ...words].join(' ');
  const inFish = (text: string): string => `'${text.replace(/[\\']/g, '\\$&')}'`;
  const option = ({ flags, summary, value, choices }: DescribedParameter): string[] => [
    ...flags.map(flag => (flag.startsWith('--') ? `-l ${flag.slice(2)}` : `-s ${flag.slice(1)}`)),
    ...(value === undefined ? [] : choices.length > 0 ? [`-x -a ${inFish(choices.join(' '))}`] : ['-r -F']),
    `-d ${inFish(summary)}`,
  ];
  return [
    line('-f'),
    ...shared.map(parameter => line(...option(parameter))),
    ...commands.map(({ name, summary }) => line('-n __fish_use_subcommand', `-a ${name}`, `-d ${inFish(summary)}`)),
    line('-n __fish_use_subcommand', '-a help', `-d ${inFish(say('cli.help.help'))}`),
    line("-n '__fish_seen_subcommand_from help'", `-a ${inFish(commands.map(({ name }) => name).join(' '))}`),
    ...commands.flatMap(({ name, options, arguments: taken }) => {
      const within = `-n '__fish_seen_subcommand_from ${name}'`;
      const choices = choicesOf(taken);
      return [
        ...options.map(parameter => line(within, ...option(parameter))),
        ...(choices.length > 0 ? [line(within, `-a ${inFish(choices.join(' '))}`)] : []),
        ...(taken.some(({ value }) => value?.startsWith('file')) ? [line(within, '-F')] : []),
      ];
    }),
  ];
}
