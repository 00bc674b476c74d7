/** Finds out what a new project shall be: from options, from questions in a terminal, else from defaults. */
import { intro, isCancel, select, text } from '@clack/prompts';
import { LANGUAGES, language, refusal, type Sentences, say } from './wording.ts';
import { HOSTS, obstacleAt } from './write-project.ts';

/** In the order in which they are asked: the default title is in the language of the project. */
const KEYS = ['folder', 'language', 'title', 'publisher', 'host'] as const;
type Key = (typeof KEYS)[number];

/** What a project shall be; no publisher: empty. */
export type Answers = Readonly<Record<Key, string>>;

/** What was said on the command line; `yes`: ask nothing. */
export type Options = { readonly [K in Key]?: string | undefined } & { readonly yes?: boolean | undefined };

/** Options of `npm create tsuzuri` and of `tsuzuri init`, as commander writes them. */
export const optionList = (): [syntax: string, summary: string][] => [
  ['--title <text>', say('option.title')],
  ['--publisher <text>', say('option.publisher')],
  ['--language <language>', say('option.language')],
  ['--host <host>', say('option.host')],
  ['-y, --yes', say('option.yes')],
];

interface Question {
  /** What holds where nothing is said. */
  readonly fallback: (known: Partial<Answers>) => string;
  readonly choices?: readonly ((typeof LANGUAGES)[number] | (typeof HOSTS)[number])[];
  readonly wrong?: (value: string) => Sentences | undefined;
}

const QUESTIONS: Readonly<Record<Key, Question>> = {
  folder: { fallback: () => 'my-minutes', wrong: obstacleAt },
  language: { fallback: language, choices: LANGUAGES },
  title: {
    fallback: known => say('project.title', {}, known.language === 'en' ? 'en' : 'ja'),
    wrong: value => (value === '' ? say('error.empty') : undefined),
  },
  publisher: { fallback: () => '' },
  host: { fallback: () => 'github-pages', choices: HOSTS },
};

/**
 * A folder that was said is taken as it is.
 * @throws what `refusal` makes, where a value is none that can be, or who was asked cancels
 */
export async function findAnswers(options: Options): Promise<Answers> {
  const known: Partial<Record<Key, string>> = {};
  for (const key of KEYS) {
    const said = options[key];
    if (said !== undefined) known[key] = key === 'folder' ? said : checked(key, tidy(said));
  }
  const isAsked = !options.yes && process.stdin.isTTY && process.stdout.isTTY;
  if (isAsked) intro(say('ask.intro'));
  for (const key of KEYS) known[key] ??= isAsked ? await ask(key, known) : QUESTIONS[key].fallback(known);
  return known as Answers;
}

/** One line without what a terminal would obey. */
const tidy = (value: string): string => value.replace(/[\s\p{Cc}]+/gu, ' ').trim();

function checked(key: Key, value: string): string {
  const { choices, wrong } = QUESTIONS[key];
  if (choices && !choices.some(choice => choice === value))
    throw refusal(`--${key}`, say('error.choice', { value, choices: choices.join(', ') }));
  const said = wrong?.(value);
  if (said) throw refusal(`--${key}`, said);
  return value;
}

async function ask(key: Key, known: Partial<Answers>): Promise<string> {
  const { fallback, choices, wrong } = QUESTIONS[key];
  const message = say(`ask.${key}`);
  const initial = fallback(known);
  const answer = choices
    ? await select({
        message,
        options: choices.map(value => ({ value: value as string, label: say(`choice.${value}`) })),
        initialValue: initial,
        showInstructions: false,
      })
    : await text({
        message,
        placeholder: initial,
        defaultValue: initial,
        validate: value => wrong?.(tidy(value ?? '') || initial)?.join(' – '),
      });
  if (isCancel(answer)) throw refusal('create-tsuzuri', say('error.cancelled'));
  return tidy(answer) || initial;
}
