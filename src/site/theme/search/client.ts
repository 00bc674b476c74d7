/** Sends questions to the search, which works in a worker of its own. */
import type { Answer } from '@tsuzuri/search/shared/result';
import { withBase } from 'vitepress';

export interface Question {
  readonly id: number;
  readonly query: string;
  /** How many places to show. */
  readonly limit: number;
  /** Where the index stands: `/below/search/`. */
  readonly root: string;
}

export type Reply = { readonly id: number } & ({ readonly answer: Answer } | { readonly failed: true });

interface Waiting {
  readonly id: number;
  readonly resolve: (answer: Answer | undefined) => void;
  readonly reject: (reason: Error) => void;
}

let worker: Worker | undefined;
let waiting: Waiting | undefined;
let asked = 0;

/**
 * @returns nothing where another question came before the answer
 * @throws Error when the index cannot be read
 */
export function askSearch(query: string, limit: number): Promise<Answer | undefined> {
  waiting?.resolve(undefined);
  worker ??= startWorker();
  asked++;
  worker.postMessage({ id: asked, query, limit, root: withBase('/search/') } satisfies Question);
  return new Promise((resolve, reject) => {
    waiting = { id: asked, resolve, reject };
  });
}

function startWorker(): Worker {
  const started = new Worker(new URL('./worker.js', import.meta.url), { type: 'module' });
  started.onmessage = ({ data }: MessageEvent<Reply>) => {
    if (data.id !== waiting?.id) return;
    if ('answer' in data) waiting.resolve(data.answer);
    else waiting.reject(new Error('the index has not come'));
  };
  started.onerror = () => {
    waiting?.reject(new Error('the search has not come'));
    worker = undefined; // the next question tries again
  };
  return started;
}
