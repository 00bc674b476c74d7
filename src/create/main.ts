/** Makes the folder of a new project: `npm create tsuzuri@latest my-minutes`. */
import { parseArgs } from 'node:util';
import { findAnswers, optionList } from './answers.ts';
import { newProject } from './tell.ts';
import { LANGUAGES, type Refusal, refusal, refusalOf, say } from './wording.ts';
import { obstacleAt, VERSION, writeProject } from './write-project.ts';

const text = { type: 'string' } as const;
const flag = { type: 'boolean' } as const;
const OPTIONS = {
  title: text,
  publisher: text,
  language: text,
  host: text,
  lang: text,
  yes: { ...flag, short: 'y' },
  help: { ...flag, short: 'h' },
  version: { ...flag, short: 'v' },
} as const;

/** What `node:util` says of options, by its code and words. */
const FAULTS = [
  [/^ERR_PARSE_ARGS_UNKNOWN_OPTION/, 'error.option'],
  [/does not take an argument/, 'error.value'],
  [/^ERR_PARSE_ARGS_INVALID_OPTION_VALUE/, 'error.noValue'],
] as const;

function readWords() {
  try {
    return parseArgs({ allowPositionals: true, options: OPTIONS });
  } catch (error) {
    const { code = '', message } = error as NodeJS.ErrnoException;
    const key = FAULTS.find(([pattern]) => pattern.test(`${code} ${message}`))?.[1];
    if (key === undefined) throw error;
    const option = (/--[\w-]+/.exec(message.split('.')[0] ?? '') ?? /-\w/.exec(message))?.[0] ?? '';
    throw refusal(NAME, say(key, { option }));
  }
}

const NAME = 'create-tsuzuri';

function refuseObstacle(folder: string): void {
  const said = obstacleAt(folder);
  if (said) throw refusal(folder, said);
}

/** @returns lines to print */
async function main(): Promise<string[]> {
  setLanguage();
  const { values, positionals } = readWords();
  const [folder, ...others] = positionals;
  if (values.help) return [help()];
  if (values.version) return [VERSION];
  if (others.length > 0) throw refusal(NAME, say('error.manyFolders'));
  if (folder !== undefined) refuseObstacle(folder); // before anything is asked
  const answers = await findAnswers({ ...values, folder });
  refuseObstacle(answers.folder);
  writeProject(answers);
  return newProject(answers);
}

/** `--lang` comes before the environment; it holds for what is said of the other options too. */
function setLanguage(): void {
  const { lang } = parseArgs({ strict: false, allowPositionals: true, options: OPTIONS }).values;
  if (typeof lang !== 'string') return;
  if (!LANGUAGES.some(known => known === lang))
    throw refusal('--lang', say('error.choice', { value: lang, choices: LANGUAGES.join(', ') }));
  process.env.TSUZURI_LANG = lang;
}

function help(): string {
  const options = [
    ...optionList(),
    ['--lang <language>', say('option.lang')],
    ['-v, --version', say('option.version')],
    ['-h, --help', say('option.help')],
  ] as const;
  return say('help.text', {
    options: options.map(([syntax, summary]) => `  ${syntax.padEnd(22)} ${summary}`).join('\n'),
  });
}

/** `create-tsuzuri: mine: …`; a fault of the program shows where it happened. */
function report(error: unknown): void {
  process.exitCode = 2;
  process.stderr.write(
    `${NAME}: ${lineOf(refusalOf(error)) ?? `${say('error.unexpected')}\n${(error as Error).stack}`}\n`,
  );
}

const lineOf = (known: Refusal | undefined): string | undefined =>
  known && `${known.place === NAME ? '' : `${known.place}: `}${known.sentences.join(say('error.stop'))}`;

await main().then(lines => process.stdout.write(`${lines.join('\n')}\n`), report);
