/** Has prose reviewed beside the main thread, which binds the book meanwhile. */
import { Worker } from 'node:worker_threads';
import { VFileMessage } from 'vfile-message';
import { complaint } from '../complaint.ts';
import { readMemory, writeMemory } from '../prose-memory.ts';
import { checkProse, type ProseSettings, type ProseText } from './prose.ts';

/** Plain data: it goes to another thread. */
export interface Beside {
  readonly texts: readonly ProseText[];
  /** `tsuzuri.prose` of package.json. */
  readonly settings: ProseSettings;
  /** The file of `memoryFile`, or none. */
  readonly memory?: string | undefined;
}

/** What a thread says: of a message only its fields would arrive, and not all of them. */
export type Told = Readonly<Pick<VFileMessage, 'reason' | 'file' | 'line' | 'ruleId' | 'fatal'>>;

/** The findings of a thread; where it dies, a complaint that says so. */
export async function startBeside(input: Beside): Promise<VFileMessage[]> {
  // Node reads no TypeScript: run from the sources, there is no thread.
  if (import.meta.url.endsWith('.ts')) return review(input);
  try {
    return (await askThread(input)).map(hear);
  } catch (error) {
    return [died(error as Error)];
  }
}

/** The work itself. */
export async function review({ texts, settings, memory }: Beside): Promise<VFileMessage[]> {
  const remembered = readMemory(memory);
  const found = await checkProse(texts, settings, remembered);
  writeMemory(memory, remembered);
  return found;
}

const THREAD = {
  // Textlint makes a lot of rubbish; with room for it, half of the sweeping is saved.
  resourceLimits: { maxYoungGenerationSizeMb: 64 },
  // What Node was told for the program (`--input-type`) need not be right for a file.
  execArgv: [],
};

/** Milliseconds; the cards of this project take some 2,000. */
const LIMIT = 60_000;

function askThread(workerData: Beside): Promise<Told[]> {
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
  complaint(
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
