/** Runs the command line: the only file that reads the arguments, prints or exits. */
import { existsSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { textLine } from '@tsuzuri/check/reporters';
import { errorAt, errorsOf } from '@tsuzuri/core/messages';
import { nearest } from '@tsuzuri/core/schema';
import { inOwnWords } from '@tsuzuri/core/wording';
import { CommanderError, Command as Program } from 'commander';
import { VFileMessage } from 'vfile-message';
import { type Command, type CommandBody, type Outcome, type Parameter, usage, version } from './command.ts';
import { COMMANDS, type CommandEntry } from './commands.ts';

const WORDS = process.argv.slice(2);

/** `build`; nothing where there is none */
const NAME = WORDS.filter(word => !word.startsWith('-') && word !== 'help')[0];

const asksForHelp = WORDS.some(word => word === '--help' || word === '-h') || WORDS[0] === 'help';

const say = (line: string): void => void process.stdout.write(`${line}\n`);

/** `tsuzuri check | head` reads no further: nothing is wrong. */
process.stdout.on('error', error => {
  if ((error as NodeJS.ErrnoException).code !== 'EPIPE') throw error;
  process.exit();
});

/** On a terminal each step replaces the last one; in a pipe it is a plain line. */
function progress(step: string): void {
  if (process.stderr.isTTY) process.stderr.write(`\r\u001b[K${step}`);
  else process.stderr.write(`${step}\n`);
}

const endProgress = (): void => void (process.stderr.isTTY && process.stderr.write('\r\u001b[K'));

async function main(): Promise<number> {
  const program = programOf();
  const known = COMMANDS.find(({ name }) => name === NAME);
  // Only who asks for something that tsuzuri has not, or for what there is, waits for the configuration.
  const entries = known || (NAME === undefined && !asksForHelp) ? COMMANDS : [...COMMANDS, ...(await ownCommands())];
  const called = entries.find(({ name }) => name === NAME);
  if (NAME !== undefined && !called) throw unknownCommand(NAME, entries);
  let outcome: Outcome | undefined;
  for (const entry of entries) {
    const command = program.command(entry.name).description(entry.summary);
    if (entry !== called) continue;
    const body = await loadCommand(entry);
    addParameters(command, body).action(async () => {
      outcome = await body.run(command.args, command.opts(), { progress, say });
    });
  }
  if (WORDS.length === 0) program.outputHelp();
  else await program.parseAsync(WORDS, { from: 'user' });
  endProgress();
  for (const line of outcome?.lines ?? []) say(line);
  return outcome?.code ?? 2;
}

const programOf = (): Program =>
  new Program('tsuzuri')
    .description('OCR text of Japanese minutes → clean, linked documentation')
    .version(version())
    .helpCommand('help [command]', 'shows the help of a command')
    .addHelpText('after', '\nExit codes: 0 fine, 1 findings, 2 cannot run. Each command has its own --help.')
    .exitOverride()
    .configureOutput({ outputError: () => {} });

async function loadCommand({ dictionary, load }: CommandEntry): Promise<CommandBody> {
  if (!dictionary || asksForHelp) return load();
  const { loadAnalyzer } = await import('@tsuzuri/convert/morphology');
  // The dictionary is unpacked by other threads while this one reads the program.
  void loadAnalyzer();
  return load();
}

function addParameters(command: Program, body: CommandBody): Program {
  const each = (parameters: readonly Parameter[] = [], add: (syntax: string, summary: string) => unknown): void => {
    for (const [syntax, summary] of parameters) add(syntax, summary);
  };
  each(body.arguments, (syntax, summary) => command.argument(syntax, summary));
  each(body.required, (syntax, summary) => command.requiredOption(syntax, summary));
  each(body.options, (syntax, summary) => command.option(syntax, summary));
  const examples = body.examples ?? [];
  if (examples.length > 0) command.addHelpText('after', `\nExamples:\n${examples.map(line => `  ${line}`).join('\n')}`);
  return command;
}

/** Commands that the project in the current folder adds. */
async function ownCommands(): Promise<CommandEntry[]> {
  const root = process.cwd();
  const { CONFIG_FILES, loadProject } = await import('@tsuzuri/book/project');
  // To run the configuration takes a while: the help of all commands does so only where it has the word.
  const files = CONFIG_FILES.map(name => join(root, name)).filter(existsSync);
  if (NAME === undefined && !files.some(path => readFileSync(path, 'utf8').includes('commands'))) return [];
  const { config, file } = await loadProject(root);
  return (config.commands ?? []).map((command, index) => {
    if (typeof command?.name === 'string' && typeof command.run === 'function') return entryOf(command);
    throw errorAt(
      file,
      undefined,
      inOwnWords(`commands の${index + 1}番目は命令ではありません`),
      inOwnWords('`{ name, summary, run }` と書いてください'),
    );
  });
}

const entryOf = (command: Command): CommandEntry => ({
  name: command.name,
  summary: command.summary,
  load: async () => command,
});

function unknownCommand(name: string, entries: readonly CommandEntry[]): VFileMessage {
  const meant = nearest(
    name,
    entries.map(entry => entry.name),
  );
  return usage(`「${name}」という命令はありません${meant === undefined ? '' : `（「${meant}」のことですか）`}`);
}

/** What commander says by its codes, said in Japanese; `it` is what it names first, `meant` what it suggests. */
const SAYINGS: Readonly<Record<string, (it: string, meant: string) => string>> = {
  'commander.unknownOption': (it, meant) => `「${it}」というオプションはありません${meant}`,
  'commander.missingArgument': it => `「${it}」がありません`,
  'commander.missingMandatoryOptionValue': it => `「${it}」がありません`,
  'commander.optionMissingArgument': it => `「${it}」の値がありません`,
  'commander.excessArguments': () => '引数が多すぎます',
  'commander.unknownCommand': (it, meant) => `「${it}」という命令はありません${meant}`,
};

/** `error: unknown option '--pfd'\n(Did you mean --pdf?)` */
function translate({ code, message }: CommanderError): VFileMessage {
  const it = /'([^']*)'/.exec(message)?.[1] ?? '';
  const meant = /\(Did you mean (?:one of )?(.+)\?\)/.exec(message)?.[1];
  const saying = SAYINGS[code]?.(it, meant === undefined ? '' : `（「${meant}」のことですか）`) ?? message;
  return usage(`${NAME === undefined ? '' : `${NAME}: `}${saying}`, NAME);
}

/** One line; a path is given from where the person stands. */
function lineOf(message: VFileMessage): string {
  const { file = '' } = message;
  const near = file.startsWith('/') ? relative(process.cwd(), resolve(file)) || '.' : file;
  return textLine(Object.assign(message, { file: near }));
}

/** Lines for a person; a fault of the program shows where it happened. */
function report(error: unknown): number {
  endProgress();
  if (error instanceof CommanderError) {
    if (error.exitCode === 0) return 0;
    process.stderr.write(`${lineOf(translate(error))}\n`);
  } else if (error instanceof VFileMessage) {
    for (const fault of errorsOf(error)) process.stderr.write(`${lineOf(fault)}\n`);
  } else {
    process.stderr.write(
      `tsuzuri: 思わぬ誤りです。この内容を添えて報告してください\n${(error as Error).stack ?? String(error)}\n`,
    );
  }
  return 2;
}

process.exitCode = await main().catch(report);
