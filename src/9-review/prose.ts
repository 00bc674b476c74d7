/** Reviews the prose of glossary entries: sentences that are too long, a style that changes, letters taken apart. */
import { createHash } from 'node:crypto';
import { createRequire } from 'node:module';
import type { VFileMessage } from 'vfile-message';
import { complaint, finding } from '../complaint.ts';
import { PROSE_RULES, type ProseRule } from './prose-rules.ts';
import { askTextlint, type Hit, type Questions, UNREADABLE } from './textlint.ts';

/** The Markdown of a card without its front matter. */
export interface ProseText {
  readonly file: string;
  readonly body: string;
  /** Line of the file on which the body begins, from 1. */
  readonly bodyLine: number;
}

/** `{"sentence-length": false, "max-ten": {"max": 5}}` in `tsuzuri.prose` of package.json. */
export type ProseSettings = Readonly<Record<string, unknown>>;

/** What is known of a text by the sum of what textlint is asked about it. */
export type ProseMemory = Map<string, readonly Hit[]>;

/**
 * Gives what a person should mend in the prose of some entries.
 * @param remembered texts that it knows are not read again; afterwards it knows just these texts
 */
export async function checkProse(
  texts: readonly ProseText[],
  settings: ProseSettings,
  remembered: ProseMemory = new Map(),
): Promise<VFileMessage[]> {
  const wrong = wrongSettings(settings);
  const questions = questionsOf(settings);
  const known = new Map(remembered);
  remembered.clear();
  const found: VFileMessage[] = [];
  for (const text of texts) {
    const prose = ownWords(text.body);
    const asked = worthAsking(prose, questions);
    if (Object.keys(asked).length === 0) continue;
    const sum = sumOf(prose, asked);
    const hits = known.get(sum) ?? (await askTextlint(prose, asked));
    remembered.set(sum, hits);
    found.push(...hits.map(hit => say(text, hit, questions)));
  }
  return [...wrong, ...found];
}

/** `[第31回会合（2012年11月1日）](/minutes/2012-11-01-isc-31)`: the name of a page, which is as long as it is. */
const NAMED_PAGE = /(?<!!)\[[^[\]\n]*\]\(\/minutes\/[^()\s]*\)/g;
/** `[NISC](/glossary/nisc)` */
const LINK = /(?<!!)\[([^[\]\n]*)\]\([^()\s]*\)/g;
/** `「通信簿を復活させて」`, `『…』` */
const QUOTATION = /「[^「」\n]*」|『[^『』\n]*』/g;
/** `National Cybersecurity Office` */
const LATIN_NAME = /[A-Za-z][\w'’/&.-]*(?: [\w'’/&(][\w'’/&().-]*)+/g;

/** Puts one noun for what an author copies, so that rules neither judge nor count it. No line begins elsewhere. */
function ownWords(body: string): string {
  return body
    .replace(NAMED_PAGE, '資料')
    .replace(LINK, '$1')
    .replace(QUOTATION, quotation => `${quotation[0]}語${quotation.at(-1)}`)
    .replace(LATIN_NAME, '語');
}

/** `（…である。）`: a sentence goes on behind it. */
const BRACKETS = /（[^（）]*）|\([^()]*\)/g;

/** The questions that can find something in a text. */
function worthAsking(prose: string, questions: Questions): Questions {
  const outline = prose.replace(BRACKETS, brackets => brackets.replaceAll('。', '　'));
  const worth = Object.entries(questions).filter(([name, options]) =>
    PROSE_RULES[name]?.needs(options as Record<string, number>).test(outline),
  );
  return Object.fromEntries(worth);
}

const isOptions = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Rules that are on, with the options of the project. */
function questionsOf(settings: ProseSettings): Questions {
  const on = Object.entries(PROSE_RULES).filter(([name, rule]) => (settings[name] ?? rule.on) !== false);
  return Object.fromEntries(on.map(([name, rule]) => [name, { ...rule.fixed, ...optionsOf(rule, settings[name]) }]));
}

function optionsOf({ options }: ProseRule, setting: unknown): Record<string, number> {
  const own = isOptions(setting) ? Object.entries(setting).filter(([key, value]) => isRight(options, key, value)) : [];
  return { ...options, ...(Object.fromEntries(own) as Record<string, number>) };
}

const isRight = (options: ProseRule['options'], key: string, value: unknown): boolean =>
  Object.hasOwn(options, key) && typeof value === 'number' && value >= 0;

function wrongSettings(settings: ProseSettings): VFileMessage[] {
  return Object.entries(settings).flatMap(([name, value]) => {
    const rule = Object.hasOwn(PROSE_RULES, name) ? PROSE_RULES[name] : undefined;
    if (rule === undefined)
      return [wrong(`tsuzuri.prose の「${name}」という決まりはありません`, Object.keys(PROSE_RULES))];
    if (typeof value === 'boolean') return [];
    if (!isOptions(value)) return [wrong(`tsuzuri.prose の「${name}」の値が使えません`, ['true', 'false'])];
    return Object.entries(value)
      .filter(([key, setting]) => !isRight(rule.options, key, setting))
      .map(([key]) => wrong(`tsuzuri.prose の「${name}」の「${key}」が使えません`, optionHints(rule)));
  });
}

const optionHints = ({ options }: ProseRule): string[] => [
  'true',
  'false',
  ...Object.entries(options).map(([key, value]) => `{"${key}": ${value}}`),
];

const wrong = (reason: string, allowed: readonly string[]): VFileMessage =>
  complaint('package.json', undefined, reason, `次のどれかにしてください: ${allowed.join(' ')}`);

const { version, dependencies } = createRequire(import.meta.url)('../../package.json');

/** Of the text, what is asked, and who answers. */
function sumOf(prose: string, questions: Questions): string {
  const all = JSON.stringify([prose, questions, version, dependencies]);
  return createHash('sha256').update(all).digest('hex');
}

function say({ file, bodyLine }: ProseText, { rule, line }: Hit, questions: Questions): VFileMessage {
  const place = { file, line: bodyLine + line - 1, rule: `prose/${rule}` };
  const known = PROSE_RULES[rule];
  if (rule === UNREADABLE || known === undefined)
    return finding(
      place,
      '本文の文章を調べられませんでした',
      'Markdown の書き方（表・箇条書き・リンク）を確かめてください',
    );
  return finding(place, known.reason(questions[rule] as Record<string, number>), known.remedy);
}
