/** Lists terms without an entry, those first that a reader most likely looks up; `terms new ID` writes a draft card. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Book } from '@tsuzuri/book/build-book';
import { loadAnalyzer } from '@tsuzuri/convert/morphology';
import { type CommandBody, fine, json, QUIET, usage } from '@tsuzuri/core/command';
import { addFiles } from '@tsuzuri/core/files';
import { errorAt, pointAt } from '@tsuzuri/core/messages';
import { scanOffset } from '@tsuzuri/core/trace';
import { fold, skeleton, unfold } from '@tsuzuri/core/unicode';
import { nameOfMinutes } from '@tsuzuri/core/urls';
import { joinWords, say } from '@tsuzuri/core/wording';
import {
  type Candidate,
  candidateFor,
  candidateLine,
  discoverTerms,
  draftCard,
  exampleOf,
} from '@tsuzuri/link/term-extraction';
import { buildWhole, currentProject } from '../project.ts';

interface TermsOptions {
  readonly json?: boolean;
  readonly min?: string;
  readonly top?: string;
  readonly quiet?: boolean;
}

export const terms: CommandBody<TermsOptions> = {
  arguments: [
    ['[new]', () => say('cli.terms.new')],
    ['[id]', () => say('cli.terms.id')],
    ['[term...]', () => say('cli.terms.term')],
  ],
  options: [
    ['--min <number>', () => say('cli.terms.min')],
    ['--top <number>', () => say('cli.terms.top')],
    ['--json', () => say('cli.terms.json')],
    QUIET,
  ],
  examples: [
    'tsuzuri terms',
    'tsuzuri terms --min 2 --top 50',
    'tsuzuri terms new cymat',
    'tsuzuri terms new quantum-key 量子暗号',
  ],
  run: async ([verb, id, ...name], options, tell) => {
    if (verb !== undefined && (verb !== 'new' || id === undefined)) throw usage(say('cli.terms.usage'), 'terms');
    const idle = LIST_OPTIONS.find(option => verb !== undefined && options[option] !== undefined);
    if (idle) throw usage(say('cli.terms.idle', { option: `--${idle}` }), 'terms');
    const [least, most] = [countOf('min', options.min, 1), countOf('top', options.top, Number.POSITIVE_INFINITY)];
    const project = await currentProject();
    const book = await buildWhole(project, {}, tell);
    const { tokenize } = await loadAnalyzer();
    const minutes = book.pages.filter(({ kind }) => kind === 'minutes');
    const found = discoverTerms(minutes, book.terms, { analyse: tokenize });
    if (id !== undefined)
      return fine(await writeDraft(project.root, id, draftCard(candidateFor(found, id, name.join(' ')))));
    const listed = found.filter(({ count }) => count >= least).slice(0, most);
    if (options.json) return fine(json(listed.map(candidate => recordOf(candidate, book))));
    return fine(...listed.flatMap(candidate => [candidateLine(candidate), reasonLine(candidate, book)]));
  },
};

const LIST_OPTIONS = ['json', 'min', 'top'] as const;

/** @throws VFileMessage where an option is no whole number above 0 */
function countOf(option: string, given: string | undefined, otherwise: number): number {
  if (given === undefined) return otherwise;
  if (!/^[1-9]\d{0,8}$/.test(given)) throw usage(say('cli.terms.noCount', { option, given }), 'terms');
  return Number(given);
}

const pagesOf = ({ places }: Candidate): string[] => [...new Set(places.map(({ page }) => page))];

/** What `--json` says of a candidate. */
function recordOf(candidate: Candidate, book: Book) {
  const { term, count, expansions, aliases, evidence, score } = candidate;
  const example = exampleIn(candidate, book);
  const rounded = Number(score.toFixed(2));
  return { term, count, expansions, pages: pagesOf(candidate), aliases, score: rounded, evidence, example };
}

/** `    4文書 · 会議や法令などの名前、見出し · seeds/2014-01-15-policy-slides.txt:12: 「…」の結果、…` */
function reasonLine(candidate: Candidate, book: Book): string {
  const documents = say('cli.terms.documents', { count: pagesOf(candidate).length });
  const reasons = candidate.evidence.map(one => say(`cli.terms.evidence.${one}`));
  const example = exampleIn(candidate, book);
  const at = example.line === undefined ? example.file : `${example.file}:${example.line}`;
  const parts = [documents, ...(reasons.length > 0 ? [joinWords(reasons)] : []), `${at}: ${clipped(example)}`];
  return `    ${parts.join(' · ')}`;
}

/** Characters of an example in the list. */
const WIDTH = 72;

/** The part of a sentence around the mention. */
function clipped({ sentence, mention }: Example): string {
  const at = Math.max(0, sentence.indexOf(mention));
  const from = Math.max(0, Math.min(at - WIDTH / 3, sentence.length - WIDTH));
  const part = sentence.slice(from, from + WIDTH);
  return `${from > 0 ? '…' : ''}${part}${from + WIDTH < sentence.length ? '…' : ''}`;
}

/** Where a candidate stands in the scan; without a line where the page spells the place otherwise. */
interface Example {
  /** From the root of the project. */
  readonly file: string;
  /** Counted from 1. */
  readonly line?: number;
  readonly sentence: string;
  /** The words of the sentence that are the candidate. */
  readonly mention: string;
}

function exampleIn(candidate: Candidate, { pages, converted }: Book): Example {
  const { page, sentence, text } = exampleOf(candidate);
  const file = pages.find(({ path }) => path === page)?.source ?? page;
  const trace = converted.get(nameOfMinutes(page))?.minutes.trace;
  const at = trace && offsetOf(trace.text, sentence, text);
  if (trace === undefined || at === undefined) return { file, sentence, mention: text };
  return { file, line: pointAt(trace.scan)(scanOffset(trace)(at)).line, sentence, mention: text };
}

/** Where a mention stands in a text whose lines may be cut elsewhere; `undefined` where its sentence is not there. */
function offsetOf(text: string, sentence: string, mention: string): number | undefined {
  const folded = fold(text);
  const kept = Array.from(folded.lower.matchAll(/\S/gu), ({ index }) => index);
  const tight = folded.lower.replace(/\s/gu, '');
  const [words, name] = [skeleton(sentence), skeleton(mention)];
  const start = tight.indexOf(words);
  const unit = kept[start < 0 ? -1 : tight.indexOf(name, start)];
  return unit === undefined ? undefined : unfold(folded, unit, unit + 1).start;
}

/**
 * Writes a draft card, `docs/glossary/ID.md`.
 * @returns its path from the root
 * @throws VFileMessage when the id is no file name, or there is such an entry
 */
async function writeDraft(root: string, id: string, draft: string): Promise<string> {
  const file = `docs/glossary/${id}.md`;
  if (!/^[a-z0-9][a-z0-9-]*$/.test(id)) throw errorAt(file, undefined, ...say('cli.terms.badId', { id }));
  if (existsSync(join(root, file))) throw errorAt(file, undefined, ...say('cli.terms.taken'));
  await addFiles(join(root, 'docs/glossary'), new Map([[`${id}.md`, draft]]));
  return file;
}
