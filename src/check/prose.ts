/** Checks the prose of glossary entries: sentences that are too long, a style that changes, characters taken apart. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { PROSE_SETTINGS } from '@tsuzuri/book/config-schema';
import { warningAt } from '@tsuzuri/core/messages';
import { FOLDERS } from '@tsuzuri/core/urls';
import { inOwnWords, say } from '@tsuzuri/core/wording';
import type { VFileMessage } from 'vfile-message';
import type { Check } from './check.ts';
import { askTextlint, type Hit, type Questions, UNREADABLE } from './textlint.ts';

export const proseCheck: Check = {
  id: 'prose',
  level: 'warning',
  run: async ({ review }) => (await review).messages,
};

/** The Markdown of a card without its front matter. */
export interface TextBody {
  readonly file: string;
  readonly body: string;
  /** Line of the file on which the body begins, from 1. */
  readonly bodyLine: number;
}

/** `{'sentence-length': false, 'max-ten': {max: 5}}` */
export type ProseSettings = Readonly<Record<string, boolean | Readonly<Record<string, number>>>>;

/** What textlint found in a text, by the hash of the text and of what was asked. */
export type ProseCache = Map<string, readonly Hit[]>;

/**
 * Gives what a person should mend in the prose of some entries.
 * @param cache texts in it are not read again; afterwards it holds just these texts
 */
export async function checkProse(
  texts: readonly TextBody[],
  settings: ProseSettings,
  cache: ProseCache = new Map(),
): Promise<VFileMessage[]> {
  const questions = questionsOf(settings);
  const known = new Map(cache);
  cache.clear();
  const found: VFileMessage[] = [];
  for (const text of texts) {
    const prose = ownWords(text.body);
    const asked = worthAsking(prose, questions);
    if (Object.keys(asked).length === 0) continue;
    const hash = hashOf(prose, asked);
    const hits = known.get(hash) ?? (await askTextlint(prose, asked));
    // That textlint failed says nothing of the text: it is asked again.
    if (!hits.some(({ rule }) => rule === UNREADABLE)) cache.set(hash, hits);
    found.push(...hits.map(hit => messageOf(text, hit, questions)));
  }
  return found;
}

/** `[第31回会合（2012年11月1日）](/minutes/2012-11-01-isc-31)`: the name of a page, which is as long as it is. */
const NAMED_PAGE = new RegExp(`(?<!!)\\[[^[\\]\\n]*\\]\\(/${FOLDERS.minutes}[^()\\s]*\\)`, 'g');
/** `[NISC](/glossary/nisc)` */
const LINK = /(?<!!)\[([^[\]\n]*)\]\([^()\s]*\)/g;
/** `「通信簿を復活させて」`, `『…』` */
const QUOTATION = /「[^「」\n]*」|『[^『』\n]*』/g;
/** `National Cybersecurity Office` */
const LATIN_NAME = /[A-Za-z][\w'’/&.-]*(?: [\w'’/&(][\w'’/&().-]*)+/g;

/** Puts one noun for what an author copies, so that rules neither judge nor count it; lines stay where they are. */
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

/** What a project may set of a rule, with the value that holds if it does not. */
const DEFAULTS: Readonly<Record<string, { readonly on: boolean; readonly options: Readonly<Record<string, number>> }>> =
  PROSE_SETTINGS;

/** Rules that are on, with the options of the project. */
function questionsOf(settings: ProseSettings): Questions {
  return Object.fromEntries(
    Object.entries(PROSE_RULES).flatMap(([name, { fixed }]) => {
      const { on, options } = DEFAULTS[name] as (typeof DEFAULTS)[string];
      const setting = settings[name] ?? on;
      return setting === false ? [] : [[name, { ...fixed, ...options, ...(setting === true ? {} : setting) }]];
    }),
  );
}

const { version, dependencies } = createRequire(import.meta.url)('@tsuzuri/check/package.json');

/** Of the text, of what is asked, and of the versions that answer. */
function hashOf(prose: string, questions: Questions): string {
  const all = JSON.stringify([prose, questions, version, dependencies]);
  return createHash('sha256').update(all).digest('hex');
}

function messageOf({ file, bodyLine }: TextBody, { rule, line }: Hit, questions: Questions): VFileMessage {
  const place = { file, line: bodyLine + line - 1, rule: `prose/${rule}` };
  const known = PROSE_RULES[rule];
  if (rule === UNREADABLE || known === undefined) return warningAt(place, ...say('check.unreadableProse'));
  const reason = known.reason(questions[rule] as Record<string, number>);
  return warningAt(place, inOwnWords(reason), inOwnWords(known.remedy));
}

/**
 * A rule of textlint's preset for Japanese. Its own messages are not shown: they are for people who know textlint. Ours are
 * Japanese alone: they are for who writes Japanese.
 */
export interface ProseRule {
  /**
   * Without this in a text the rule finds nothing: textlint takes some 10 ms an entry, and most entries have nothing for
   * most rules. Brackets are taken out of the text before, with the 「。」 that may stand in them.
   */
  readonly needs: (options: Readonly<Record<string, number>>) => RegExp;
  /** Options that are always set. */
  readonly fixed?: Readonly<Record<string, unknown>>;
  readonly reason: (options: Readonly<Record<string, number>>) => string;
  readonly remedy: string;
}

const DESUMASU = { preferInBody: 'ですます', preferInList: 'ですます' };

/** A negation, and soon another one: `できないことはない` */
const TWO_NEGATIONS = /(?:な|無)[いくかけ][^。]{1,12}(?:な|無)[いくかけ]/;
/** `食べれる`, `見れる`, `来れる`: verbs whose stems end so take られる. */
const NO_RA = /[いきぎしじちにびみりえけげせぜてでねべめれ来見出着寝得経煮似居診看観]れ/;
/** Behind the end of a clause, twice in a sentence: `挙げたが、`, `求めますが、` */
const TWO_GA = /[いうくぐすずつぬふぶむゆるただん]が[^。]*[いうくぐすずつぬふぶむゆるただん]が/;
/** At the end of a sentence or near it: `である。`, `であろう`, `であったらしい。` */
const DEARU = /であ[るっろ][^。、\p{sc=Han}]{0,8}(?:[。\n！？!?）)]|$)/u;

/** By the name that it has in the preset; `PROSE_SETTINGS` says which are on. */
export const PROSE_RULES: Readonly<Record<string, ProseRule>> = {
  'sentence-length': {
    needs: ({ max = 0 }) => new RegExp(`(?:[^。\\n]|\\n(?!\\n)){${max + 1}}`),
    reason: ({ max }) => `一文が${max}字を超えています（引用、資料の名前、英語の名前は数えません）`,
    remedy: '意味の切れ目に「。」を置いて、二つの文に分けてください',
  },
  'max-ten': {
    needs: ({ max = 0 }) => new RegExp(`(?:、(?:[^。、\\n]|\\n(?!\\n))*){${max + 1}}`),
    reason: ({ max = 0 }) => `一文に「、」が${max + 1}個以上あります（語を並べる「、」は数えません）`,
    remedy: '要らない「、」を除くか、二つの文に分けてください',
  },
  'no-mix-dearu-desumasu': {
    needs: () => DEARU,
    fixed: DESUMASU,
    reason: () => '「です・ます」で書く本文に、「だ・である」の文があります',
    remedy: '文の終わりを「です」「ます」にしてください。会議での言葉なら「」で囲んでください',
  },
  'no-doubled-conjunctive-particle-ga': {
    needs: () => TWO_GA,
    reason: () => '一文の中で、「…が、」が二度使われています',
    remedy: '片方を「。しかし、」や「ものの」に替えるか、二つの文に分けてください',
  },
  'no-double-negative-ja': {
    needs: () => TWO_NEGATIONS,
    reason: () => '二重の否定（「ないことはない」など）があります',
    remedy: '「ある」「できる」のように、否定のない言い方にしてください',
  },
  'no-dropping-the-ra': {
    needs: () => NO_RA,
    reason: () => '「ら」の抜けた言葉（「見れる」「来れる」など）があります',
    remedy: '「見られる」「来られる」のように、「ら」を入れてください',
  },
  'no-doubled-joshi': {
    needs: () => /./,
    reason: () => '一文の中で、同じ助詞が近くで繰り返されています',
    remedy: '片方を別の言い方に替えてください。そのままで読みやすければ、直さなくてかまいません',
  },
  'no-nfd': {
    needs: () => /[\p{M}゛゜]/u,
    reason: () => '濁点・半濁点が、文字から離れた別の文字になっています（「が」が「か」と点の二文字）',
    remedy: 'その字を打ち直してください。PDFやファイル名から写した文字によくあります',
  },
  'no-kangxi-radicals': {
    needs: () => /[⺀-⿕]/,
    reason: () => '漢字ではなく、部首を表す記号が使われています（「⼈」など。見た目は漢字と同じです）',
    remedy: 'その字を打ち直してください。PDFから写した文字によくあります',
  },
} satisfies Readonly<Record<keyof typeof PROSE_SETTINGS, ProseRule>>;

/** Nothing where no package is installed, so that no folder appears that no one expects. */
export function cacheFile(root: string): string | undefined {
  const modules = join(root, 'node_modules');
  return existsSync(modules) ? join(modules, '.cache/tsuzuri/prose.json') : undefined;
}

/** A file that is broken or of another form is an empty cache. */
export function readCache(file: string | undefined): ProseCache {
  try {
    const entries: unknown = JSON.parse(readFileSync(file ?? '', 'utf8'));
    return new Map(Array.isArray(entries) && entries.every(isEntry) ? entries : []);
  } catch {
    return new Map();
  }
}

type Entry = [hash: string, hits: { rule: string; line: number }[]];

function isEntry(entry: unknown): entry is Entry {
  if (!Array.isArray(entry) || typeof entry[0] !== 'string' || !Array.isArray(entry[1])) return false;
  return entry[1].every(hit => typeof hit?.rule === 'string' && Number.isInteger(hit.line));
}

/** Written beside its place, then renamed; where nothing can be written, the next check takes longer. */
export function writeCache(file: string | undefined, cache: ProseCache): void {
  if (file === undefined) return;
  try {
    const draft = `${file}-${process.pid}`;
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(draft, JSON.stringify([...cache]));
    renameSync(draft, file);
  } catch {}
}
