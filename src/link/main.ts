/** Runs `link` by itself, without the rest of tsuzuri: `npx @tsuzuri/link notes --glossary docs/glossary --out linked`. */
import { parseArgs } from 'node:util';
import { optional } from '@tsuzuri/core/collections';
import {
  type CommandBody,
  GLOBAL_OPTIONS,
  type Parameter,
  type Tell,
  textOf,
  usage,
  version,
} from '@tsuzuri/core/command';
import { errorsOf, textLine } from '@tsuzuri/core/messages';
import { isLanguage, say } from '@tsuzuri/core/wording';
import { VFileMessage } from 'vfile-message';
import { linkCommand } from './command.ts';

const NAME = 'tsuzuri-link';
const misuse = (reason: string): VFileMessage => usage(reason, '', NAME);
const COMMAND: CommandBody = linkCommand(undefined, misuse) as CommandBody;

const write = (line: string): void => void process.stderr.write(`${line}\n`);
const TELL: Tell = {
  progress: () => {},
  say: line => void process.stdout.write(`${line}\n`),
  note: write,
  warn: message => write(textLine(message)),
  untilStopped: () => new Promise(() => {}),
};

/** @returns the exit code: 0 fine, 1 findings, 2 cannot run */
export async function main(words: readonly string[]): Promise<number> {
  try {
    // What is wrong with the call is said in that language, too.
    const language = languageIn(words);
    if (isLanguage(language)) process.env.TSUZURI_LANG = language;
    const { values, positionals } = await read(words);
    if (values.version) return print(version());
    if (values.help || words.length === 0) return print(help());
    const missing = COMMAND.required?.find(([syntax]) => values[keyOf(syntax)] === undefined)?.[0];
    if (missing ?? (positionals.length === 0 && '<files...>'))
      throw misuse(say('cli.missing', { it: missing ?? '<files...>' }));
    const options = Object.fromEntries(Object.entries(values).map(([key, value]) => [camel(key), value]));
    const { lines, output = '', code } = await COMMAND.run(positionals, options, TELL);
    process.stdout.write(output);
    for (const line of lines) TELL.say(line);
    return code;
  } catch (error) {
    for (const fault of error instanceof VFileMessage ? errorsOf(error) : []) TELL.warn(fault);
    if (!(error instanceof VFileMessage)) write(`${NAME}: ${(error as Error).message}`);
    return 2;
  }
}

const PARAMETERS: readonly Parameter[] = [...(COMMAND.required ?? []), ...(COMMAND.options ?? []), ...GLOBAL_OPTIONS];

/** `--glossary <folder...>` → `glossary`, `-h, --help` → `help` */
const keyOf = (syntax: string): string => /--([\w-]+)/.exec(syntax)?.[1] ?? '';
/** `-h, --help` → `h` */
const letterOf = (syntax: string): string | undefined => /^-(\w),/.exec(syntax)?.[1];

/** `--lang en`, `--lang=en` */
const languageIn = (words: readonly string[]): string | undefined => {
  const at = words.findLastIndex(word => /^--lang(?:=|$)/.test(word));
  return words[at]?.split('=')[1] ?? (at < 0 ? undefined : words[at + 1]);
};
/** `cjk-friendly` → `cjkFriendly` */
const camel = (key: string): string => key.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());

/** @throws VFileMessage at an option that there is not, or a value that is none of its words */
async function read(words: readonly string[]): Promise<{
  values: Record<string, string | string[] | boolean | undefined>;
  positionals: string[];
}> {
  const several = PARAMETERS.filter(([syntax]) => syntax.includes('...')).map(([syntax]) => `--${keyOf(syntax)}`);
  const config = {
    allowPositionals: true,
    strict: true,
    options: Object.fromEntries(
      PARAMETERS.map(([syntax]) => [
        keyOf(syntax),
        {
          type: syntax.includes('<') ? ('string' as const) : ('boolean' as const),
          multiple: syntax.includes('...'),
          ...optional('short', letterOf(syntax)),
        },
      ]),
    ),
  };
  try {
    // As commander does, an option of several words takes all up to the next option.
    const args = words.flatMap((word, index) => {
      const option = words.slice(0, index).findLast(it => it.startsWith('-') && it !== '-');
      const isFurther =
        option !== undefined && several.includes(option) && words[index - 1] !== option && !word.startsWith('-');
      return isFurther ? [option, word] : [word];
    });
    const { values, positionals } = parseArgs({ args, ...config });
    for (const [syntax, , choices] of PARAMETERS) {
      const value = values[keyOf(syntax)];
      if (choices && value !== undefined && !choices.includes(String(value)))
        throw misuse(
          say('cli.notOneOf', { flag: `--${keyOf(syntax)}`, value: String(value), choices: choices.join(', ') }),
        );
    }
    return { values: values as Awaited<ReturnType<typeof read>>['values'], positionals };
  } catch (error) {
    throw error instanceof VFileMessage ? error : await misuseOf(error as Error & { code?: string });
  }
}

/** `Unknown option '--out-dir'. To specify …`, `Option '--out <value>' argument missing` */
async function misuseOf({ code, message }: Error & { code?: string }): Promise<VFileMessage> {
  const [it = message] = /--?[\w-]+/.exec(message) ?? [];
  if (code === 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE')
    return misuse(say(/missing|ambiguous/.test(message) ? 'cli.missingValue' : 'cli.noValue', { it }));
  const { nearest } = await import('@tsuzuri/core/schema');
  const meant = nearest(
    it,
    PARAMETERS.map(([syntax]) => `--${keyOf(syntax)}`),
  );
  return misuse(say('cli.unknownOption', { it, meant: meant === undefined ? '' : say('cli.meant', { meant }) }));
}

function help(): string {
  const lists: readonly (readonly [title: string, rows: readonly Parameter[]])[] = [
    [say('cli.help.arguments'), COMMAND.arguments ?? []],
    [say('cli.help.options'), PARAMETERS],
  ];
  const width = Math.max(...lists.flatMap(([, rows]) => rows.map(([syntax]) => syntax.length)));
  const row = ([syntax, summary, choices]: Parameter): string => {
    const among = choices && syntax !== GLOBAL_OPTIONS[0][0] ? ` [${choices.join(', ')}]` : '';
    return `  ${syntax.padEnd(width)}  ${textOf(summary)}${among}`;
  };
  return [
    `${say('cli.help.usage')} ${NAME} <files...> --glossary <folder...> [--out <folder>]`,
    '',
    say('cli.link.summary'),
    ...lists.flatMap(([title, rows]) => ['', title, ...rows.map(row)]),
    '',
    textOf(COMMAND.notes ?? ''),
    '',
    say('cli.help.examples'),
    ...(COMMAND.examples ?? []).map(line => `  ${line.replace('tsuzuri link', NAME)}`),
    '',
    say('cli.help.codes'),
  ].join('\n');
}

function print(text: string): number {
  process.stdout.write(`${text}\n`);
  return 0;
}
