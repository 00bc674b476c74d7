/** Reviews the prose and the links of what people wrote in another thread, while the main one builds the book. */
import { Worker } from 'node:worker_threads';
import type { Project } from '@tsuzuri/book/project';
import type { Source, Sources } from '@tsuzuri/book/sources';
import { NOTE_MARK, splitCard } from '@tsuzuri/core/card';
import { errorAt } from '@tsuzuri/core/messages';
import { readSafely } from '@tsuzuri/core/read-safely';
import { say } from '@tsuzuri/core/wording';
import { VFileMessage } from 'vfile-message';
import { type Link, linksOf } from './links.ts';
import { cacheFile, checkProse, type ProseSettings, readCache, type TextBody, writeCache } from './prose.ts';

/** Plain data: it goes to another thread. */
export interface ReviewInput {
  /** Entries: their prose is reviewed, their links are listed. */
  readonly texts: readonly TextBody[];
  /** Rules and pages, whose links alone are listed. */
  readonly others: readonly TextBody[];
  /** `check.prose` of the configuration. */
  readonly settings: ProseSettings;
  /** Path of the configuration. */
  readonly config: string;
  /** The file of `cacheFile`, or none. */
  readonly cache?: string | undefined;
}

export interface Review {
  readonly messages: readonly VFileMessage[];
  readonly links: readonly Link[];
}

export const reviewInput = ({ root, config, file }: Project, sources: Sources): ReviewInput => ({
  // A mark is no word; those without a source are errors of the book.
  texts: sources.terms.flatMap(bodyOf).map(text => ({ ...text, body: text.body.replaceAll(NOTE_MARK, '') })),
  others: [...sources.rules, ...sources.texts].flatMap(bodyOf),
  settings: (config.check?.prose ?? {}) as ProseSettings,
  config: file,
  cache: cacheFile(root),
});

/** Nothing of a card whose front matter is not closed: reading it reports that. */
function bodyOf({ file, text }: Source): TextBody[] {
  try {
    const { body, bodyLine } = splitCard(file, text);
    return [{ file, body, bodyLine }];
  } catch {
    return [];
  }
}

/** A thread that dies is an error among the messages. */
export async function startReview(input: ReviewInput): Promise<Review> {
  // Node reads no TypeScript: run from the sources, there is no thread.
  if (import.meta.url.endsWith('.ts')) return review(input);
  try {
    const { messages, links } = await askThread(input);
    return { messages: messages.map(unpackMessage), links };
  } catch (error) {
    return { messages: [threadError(error as Error, input)], links: [] };
  }
}

/** The work itself. */
export async function review({ texts, others, settings, cache }: ReviewInput): Promise<Review> {
  const known = readCache(cache);
  const found = await checkProse(texts, settings, known);
  writeCache(cache, known);
  const listed = [...texts, ...others].map(text => readSafely(text.file, () => linksOf(text)));
  return {
    messages: [...found, ...listed.flatMap(({ errors }) => errors)],
    links: listed.flatMap(({ read }) => read.flat()),
  };
}

const THREAD = {
  // Textlint makes a lot of garbage; with room for it, half of the collecting is saved.
  resourceLimits: { maxYoungGenerationSizeMb: 64 },
  // The options of Node for the program (`--input-type`) need not be right for a file.
  execArgv: [],
};

/** Milliseconds; 109 entries take some 2,000. */
const TIMEOUT = 60_000;

interface Answer {
  readonly messages: readonly PackedMessage[];
  readonly links: readonly Link[];
}

function askThread(workerData: ReviewInput): Promise<Answer> {
  const worker = new Worker(new URL('./review-worker.js', import.meta.url), { ...THREAD, workerData });
  return new Promise((done, fail) => {
    worker.once('message', done);
    worker.once('error', fail);
    worker.once('exit', code => fail(new Error(`exit ${code}`)));
    const timeout = setTimeout(() => void worker.terminate(), TIMEOUT);
    worker.once('exit', () => clearTimeout(timeout));
  });
}

const threadError = ({ message }: Error, { config }: ReviewInput): VFileMessage =>
  errorAt(config, undefined, ...say('check.reviewStopped', { error: message }));

/** What a thread sends: of a message only its fields would arrive, and not all of them. */
type PackedMessage = Readonly<Pick<VFileMessage, 'reason' | 'file' | 'line' | 'ruleId' | 'fatal'>>;

export const packMessage = ({ reason, file, line, ruleId, fatal }: VFileMessage): PackedMessage => ({
  reason,
  file,
  line,
  ruleId,
  fatal,
});

function unpackMessage({ reason, line, ruleId, file, fatal }: PackedMessage): VFileMessage {
  const place = line === undefined ? {} : { place: { line, column: 1 } };
  const message = new VFileMessage(reason, { ...place, source: 'tsuzuri', ...(ruleId && { ruleId }) });
  return Object.assign(message, { file, fatal });
}
