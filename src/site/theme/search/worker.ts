/** Searches in a worker, so that typing never waits. */
import { openSearch } from '@tsuzuri/search/query';
import type { Search } from '@tsuzuri/search/shared/result';
import type { Question, Reply } from './client.ts';

/// <reference types="vite/client" />

let search: Search | undefined;
/** The latest question; one that comes before another was begun is never answered. */
let wanted: Question | undefined;
let isBusy = false;

self.onmessage = ({ data }: MessageEvent<Question>) => {
  wanted = data;
  if (!isBusy) void work();
};

async function work(): Promise<void> {
  isBusy = true;
  while (wanted) {
    const question = wanted;
    wanted = undefined;
    self.postMessage(await reply(question));
  }
  isBusy = false;
}

async function reply({ id, query, limit, root }: Question): Promise<Reply> {
  try {
    // Under `tsuzuri dev` the index may be another since the last question.
    if (import.meta.env.DEV) search = undefined;
    search ??= openSearch(path => read(root, path));
    return { id, answer: await search.ask(query, limit) };
  } catch {
    search = undefined; // the next question tries again
    return { id, failed: true };
  }
}

/** The first file names the others, which never change: it alone must be new. */
const FIRST = 'index.json';

async function read(root: string, path: string): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const response = await fetch(root + path, path === FIRST ? { cache: 'no-cache' } : {});
  return response.ok ? new Uint8Array(await response.arrayBuffer()) : undefined;
}
