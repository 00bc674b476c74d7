/** Runs the command line: the only file that reads the arguments or exits. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { styleText } from 'node:util';
import {
  type CommandBody,
  GLOBAL_OPTIONS,
  type Outcome,
  type Parameter,
  type Tell,
  textOf,
  usage,
  version,
} from '@tsuzuri/core/command';
import { errorAt, errorsOf } from '@tsuzuri/core/messages';
import { isLanguage, joinWords, type Language, languageOfEnvironment, say } from '@tsuzuri/core/wording';
import { Argument, CommanderError, Help, Option, Command as Program } from 'commander';
import { VFileMessage } from 'vfile-message';
import { COMMANDS, type CommandEntry } from './commands.ts';
import * as terminal from './terminal.ts';

const WORDS = process.argv.slice(2);

/** What both signals give by the habit of shells: 128 and their number. */
const SIGNALS = { SIGINT: 130, SIGTERM: 143 } as const;

/** What is to be done instead of ending at once. */
let stopped: (() => void) | undefined;
for (const [signal, code] of Object.entries(SIGNALS))
  process.on(signal, () => {
    terminal.endProgress();
    // What was begun is taken away as the program exits, which a signal alone would not let it do.
    if (stopped) stopped();
    else process.exit(code);
    stopped = undefined;
  });

/** `tsuzuri check | head` reads no further: nothing is wrong. */
process.stdout.on('error', error => {
  if ((error as NodeJS.ErrnoException).code !== 'EPIPE') throw error;
  process.exit();
});

const TELL: Tell = {
  ...terminal,
  untilStopped: () =>
    new Promise(done => {
      stopped = done;
    }),
};

/** What stands before the options of commands: what is asked of the program, in which language it shall speak. */
interface Call {
  /** `build`; nothing where no command is named. */
  readonly name: string | undefined;
  readonly asksForHelp: boolean;
  /** Nothing stands there but perhaps the language. */
  readonly isBare: boolean;
  readonly language: string | undefined;
}

async function main(): Promise<number> {
  let name: string | undefined;
  try {
    const call = readCall();
    name = call.name;
    await chooseLanguage(call.language);
    return await run(call);
  } catch (error) {
    return report(error, name);
  }
}

/** @throws CommanderError where an option of the program itself is wrong, or once the version is shown */
function readCall(): Call {
  const early = withGlobalOptions(new Program('tsuzuri')).helpOption(false);
  const { operands, unknown } = early.parseOptions(WORDS);
  const [first, second] = operands;
  return {
    name: first === 'help' ? second : first,
    asksForHelp: first === 'help' || unknown.some(word => word === '--help' || word === '-h'),
    isBare: operands.length + unknown.length === 0,
    language: early.opts<{ lang?: string }>().lang,
  };
}

/** For this process and all that it starts. */
async function chooseLanguage(wanted: string | undefined): Promise<void> {
  const language = wanted ?? (languageOfEnvironment() === undefined ? await languageOfProject() : undefined);
  if (language !== undefined) process.env.TSUZURI_LANG = language;
}

/** A configuration that cannot be read is reported by the commands that need it. */
async function languageOfProject(): Promise<Language | undefined> {
  if (!isInConfig('language')) return undefined;
  const { loadProject } = await import('@tsuzuri/book/project');
  const { config } = await loadProject(process.cwd()).catch(() => ({ config: {} }));
  const { language } = config as { readonly language?: unknown };
  return isLanguage(language) ? language : undefined;
}

/** To run the configuration takes a while: only one that has the word is asked for what it says. */
function isInConfig(word: string): boolean {
  const root = process.cwd();
  const files = readdirSync(root).filter(file => /^tsuzuri\.config\.\w+$/.test(file));
  return files.some(file => readFileSync(join(root, file), 'utf8').includes(word));
}

async function run(call: Call): Promise<number> {
  const { name, asksForHelp, isBare } = call;
  const program = programOf();
  const known = COMMANDS.find(entry => entry.name === name);
  // Only who asks for something that tsuzuri has not, or for what there is, waits for the configuration.
  const entries =
    known || (name === undefined && !asksForHelp) ? COMMANDS : [...COMMANDS, ...(await ownCommands(call))];
  const called = entries.find(entry => entry.name === name);
  if (name !== undefined && !called) throw await unknownCommand(name, entries);
  let outcome: Outcome = { lines: [], code: 2 };
  for (const entry of entries) {
    const command = program.command(entry.name).description(textOf(entry.summary));
    if (entry !== called) continue;
    const body = await entry.load();
    addParameters(command, body).action(async () => {
      if (entry.dictionary) await unpackDictionary();
      const options = command.opts<{ quiet?: boolean }>();
      const tell = options.quiet ? { ...TELL, progress: () => {} } : TELL;
      outcome = await body.run(command.args, options, tell);
    });
  }
  if (isBare) program.outputHelp();
  else await program.parseAsync(WORDS, { from: 'user' });
  terminal.endProgress();
  process.stdout.write(outcome.output ?? '');
  for (const line of outcome.lines) terminal.say(line);
  return outcome.code;
}

const [LANG, VERSION, HELP] = GLOBAL_OPTIONS;

const optionOf = ([syntax, summary, choices]: Parameter): Option => {
  const option = new Option(syntax, textOf(summary));
  return choices ? option.choices(choices) : option;
};

const argumentOf = ([syntax, summary, choices]: Parameter): Argument => {
  const argument = new Argument(syntax, textOf(summary));
  return choices ? argument.choices(choices) : argument;
};

/** `-V`, as commander has it where nobody asks for `-v`. */
function showVersion(): never {
  terminal.say(version());
  throw new CommanderError(0, 'commander.version', version());
}

const withGlobalOptions = (program: Program): Program =>
  program
    .addOption(optionOf(LANG))
    .version(version(), VERSION[0], textOf(VERSION[1]))
    .addOption(new Option('-V').hideHelp())
    .on('option:V', showVersion)
    .exitOverride()
    .configureOutput({ outputError: () => {} });

/** What commander heads its lists with. */
const TITLES: Readonly<Record<string, () => string>> = {
  'Usage:': () => say('cli.help.usage'),
  'Arguments:': () => say('cli.help.arguments'),
  'Options:': () => say('cli.help.options'),
  'Global Options:': () => say('cli.help.globalOptions'),
  'Commands:': () => say('cli.help.commands'),
};

const fitted = (text: string): string => terminal.wrap(text, process.stdout.columns ?? 80);
const bold = (text: string): string => styleText('bold', text, { stream: process.stdout });

const programOf = (): Program =>
  withGlobalOptions(new Program('tsuzuri'))
    .description(say('cli.help.tsuzuri'))
    .helpOption(HELP[0], textOf(HELP[1]))
    .helpCommand(`help ${say('cli.help.anyCommand')}`, say('cli.help.help'))
    .addHelpText('after', `\n${fitted(say('cli.help.codes') + say('cli.help.each'))}`)
    .configureHelp({
      showGlobalOptions: true,
      displayWidth: terminal.columnsOf,
      boxWrap: terminal.wrap,
      // What an option may be is said by its words.
      optionDescription: ({ description }) => description,
      argumentDescription: ({ description }) => description,
      commandUsage(command) {
        const usage = Help.prototype.commandUsage.call(this, command);
        return usage.replace('[options]', say('cli.help.anyOptions')).replace('[command]', say('cli.help.anyCommand'));
      },
      styleTitle: title => bold(TITLES[title]?.() ?? title),
    });

/** Other threads begin with it, while this one reads what the command needs besides. */
async function unpackDictionary(): Promise<void> {
  const { loadAnalyzer } = await import('@tsuzuri/convert/morphology');
  void loadAnalyzer();
}

function addParameters(command: Program, { examples = [], notes, ...body }: CommandBody): Program {
  for (const parameter of body.arguments ?? []) command.addArgument(argumentOf(parameter));
  for (const parameter of body.required ?? []) command.addOption(optionOf(parameter).makeOptionMandatory());
  for (const parameter of body.options ?? []) command.addOption(optionOf(parameter));
  if (notes !== undefined) command.addHelpText('after', `\n${fitted(textOf(notes))}`);
  if (examples.length > 0)
    command.addHelpText(
      'after',
      `\n${bold(say('cli.help.examples'))}\n${examples.map(line => `  ${line}`).join('\n')}`,
    );
  return command;
}

/** Commands that the project in the current folder adds. */
async function ownCommands({ name }: Call): Promise<CommandEntry[]> {
  if (name === undefined && !isInConfig('commands')) return [];
  const { loadProject } = await import('@tsuzuri/book/project');
  const { config, file } = await loadProject(process.cwd());
  const taken = new Set(COMMANDS.map(entry => entry.name));
  return (config.commands ?? []).map(command => {
    if (taken.has(command.name)) throw errorAt(file, undefined, ...say('cli.takenCommand', { name: command.name }));
    taken.add(command.name);
    return { name: command.name, summary: command.summary, load: async () => command };
  });
}

async function unknownCommand(name: string, entries: readonly CommandEntry[]): Promise<VFileMessage> {
  const { nearest } = await import('@tsuzuri/core/schema');
  const meant = nearest(
    name,
    entries.map(entry => entry.name),
  );
  return usage(say('cli.unknownCommand', { it: name, meant: meantBy(meant) }));
}

const meantBy = (meant: string | undefined): string => (meant === undefined ? '' : say('cli.meant', { meant }));

/** What commander says by its codes; `it` is what it names first, `meant` what it suggests. */
const SAYINGS: Readonly<Record<string, (it: string, meant: string, message: string) => string>> = {
  'commander.unknownOption': (it, meant) => say('cli.unknownOption', { it, meant }),
  'commander.missingArgument': it => say('cli.missing', { it }),
  'commander.missingMandatoryOptionValue': it => say('cli.missing', { it }),
  'commander.optionMissingArgument': it => say('cli.missingValue', { it }),
  'commander.excessArguments': () => say('cli.tooMany'),
  'commander.invalidArgument': (_it, _meant, message) => choiceOf(message),
};

/** `option '--format <format>' argument 'xml' is invalid. Allowed choices are text, github, json.` */
const NO_CHOICE =
  /^error: (?:option '(?<flag>\S+)[^']*' argument|\S+ value) '(?<value>.*)' is invalid.*are (?<choices>.+)\.$/s;

function choiceOf(message: string): string {
  const { flag = '', value = '', choices = '' } = NO_CHOICE.exec(message)?.groups ?? {};
  return say('cli.notOneOf', { flag, value, choices: joinWords(choices.split(', ')) });
}

/** `error: unknown option '--pfd'\n(Did you mean --pdf?)` */
function translate({ code, message }: CommanderError, name: string | undefined): VFileMessage {
  const it = /'([^']*)'/.exec(message)?.[1] ?? '';
  const meant = /\(Did you mean (?:one of )?(.+)\?\)/.exec(message)?.[1];
  const saying = SAYINGS[code]?.(it, meantBy(meant), message) ?? message;
  return usage(`${name === undefined ? '' : `${name}: `}${saying}`, name);
}

/** Lines for a person; a fault of the program shows where it happened. */
function report(error: unknown, name: string | undefined): number {
  terminal.endProgress();
  if (error instanceof CommanderError) {
    if (error.exitCode === 0) return 0;
    terminal.warn(translate(error, name));
  } else if (error instanceof VFileMessage) for (const fault of errorsOf(error)) terminal.warn(fault);
  else terminal.note(`tsuzuri: ${say('cli.unexpected')}\n${(error as Error).stack ?? String(error)}`);
  return 2;
}

process.exitCode = await main();
