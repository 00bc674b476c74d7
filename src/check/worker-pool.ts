/** Has what people wrote read beside the main thread, which binds the book meanwhile. */
import { Worker } from 'node:worker_threads';
import { errorAt } from '@tsuzuri/core/messages';
import { readSafely } from '@tsuzuri/core/read-safely';
import { VFileMessage } from 'vfile-message';
import { type Link, linksOf } from './links.ts';
import { checkProse, type ProseSettings, type ProseText, readMemory, writeMemory } from './prose.ts';

/** Plain data: it goes to another thread. */
export interface Beside {
  /** Entries: their prose is reviewed, their links are listed. */
  readonly texts: readonly ProseText[];
  /** Rules and pages, whose links alone are listed. */
  readonly others: readonly ProseText[];
  /** `tsuzuri.prose` of package.json. */
  readonly settings: ProseSettings;
  /** The file of `memoryFile`, or none. */
  readonly memory?: string | undefined;
}

/** What a thread says: of a message only its fields would arrive, and not all of them. */
export type Told = Readonly<Pick<VFileMessage, 'reason' | 'file' | 'line' | 'ruleId' | 'fatal'>>;

/** What was read. */
export interface Read {
  readonly findings: readonly VFileMessage[];
  readonly links: readonly Link[];
}

/** Where the thread dies, a errorAt says so. */
export async function startBeside(input: Beside): Promise<Read> {
  // Node reads no TypeScript: run from the sources, there is no thread.
  if (import.meta.url.endsWith('.ts')) return review(input);
  try {
    const { told, links } = await askThread(input);
    return { findings: told.map(hear), links };
  } catch (error) {
    return { findings: [died(error as Error)], links: [] };
  }
}

/** The work itself. */
export async function review({ texts, others, settings, memory }: Beside): Promise<Read> {
  const remembered = readMemory(memory);
  const found = await checkProse(texts, settings, remembered);
  writeMemory(memory, remembered);
  const listed = [...texts, ...others].map(text => readSafely(text.file, () => linksOf(text)));
  return {
    findings: [...found, ...listed.flatMap(({ errors }) => errors)],
    links: listed.flatMap(({ read }) => read.flat()),
  };
}

const THREAD = {
  // Textlint makes a lot of rubbish; with room for it, half of the sweeping is saved.
  resourceLimits: { maxYoungGenerationSizeMb: 64 },
  // What Node was told for the program (`--input-type`) need not be right for a file.
  execArgv: [],
};

/** Milliseconds; the cards of this project take some 2,000. */
const LIMIT = 60_000;

interface Answer {
  readonly told: readonly Told[];
  readonly links: readonly Link[];
}

function askThread(workerData: Beside): Promise<Answer> {
  const worker = new Worker(new URL('./worker.js', import.meta.url), { ...THREAD, workerData });
  return new Promise((done, fail) => {
    worker.once('message', done);
    worker.once('error', fail);
    worker.once('exit', code => fail(new Error(`exit ${code}`)));
    const late = setTimeout(() => void worker.terminate(), LIMIT);
    worker.once('exit', () => clearTimeout(late));
  });
}

const died = ({ message }: Error): VFileMessage =>
  errorAt(
    'package.json',
    undefined,
    `文章の検査が途中で止まりました（${message}）`,
    'もう一度お試しください。続くなら、package.json の tsuzuri.prose で決まりを一つずつ外すと、原因を探せます',
  );

export const tell = ({ reason, file, line, ruleId, fatal }: VFileMessage): Told => ({
  reason,
  file,
  line,
  ruleId,
  fatal,
});

function hear({ reason, line, ruleId, file, fatal }: Told): VFileMessage {
  const place = line === undefined ? {} : { place: { line, column: 1 } };
  const message = new VFileMessage(reason, { ...place, source: 'tsuzuri', ...(ruleId && { ruleId }) });
  return Object.assign(message, { file, fatal });
}
