/** Serves the site under work by VitePress, in a process of its own. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { errorAt } from '@tsuzuri/core/messages';
import { say } from '@tsuzuri/core/wording';
import getPort, { clearLockedPorts } from 'get-port';
import type { VFileMessage } from 'vfile-message';
import { vitepressRoot } from './index.ts';

/** The process sends its address once it listens. Ctrl-C reaches it too, but it ends when it is told to. */
const SERVE_SITE = `
  process.on('SIGINT', () => {});
  process.on('disconnect', () => process.exit());
  const vitepress = '@tsuzuri/site/vitepress'; // of the project, which has it
  const { createServer } = await import(vitepress);
  const [root, port] = process.argv.slice(1);
  const server = await createServer(root, { port: Number(port) });
  await server.listen();
  process.send(server.resolvedUrls.local[0]);
`;

/** Ports that are tried, from the one that is wished. */
const PORTS = 100;
/** Milliseconds until a first page must have come: a slow machine that begins without a cache takes some ten seconds. */
const PATIENCE = 120_000;
/** Milliseconds for the server to end by itself: asked while it prepares what a first page needs, Vite never does. */
const GRACE = 3_000;

export interface DevServer {
  /** `http://localhost:5173/` */
  readonly address: string;
  readonly stop: () => Promise<void>;
}

export interface DevServerOptions {
  readonly root: string;
  /** Folder with `pages/` and `book.json`. */
  readonly build: string;
  /** The next free one is taken where it is in use, by whomever and for whatever address of the machine. */
  readonly port: number;
  /** Is told where the server ends by itself, once it has run. */
  readonly onEnd: (error: VFileMessage) => void;
}

/**
 * Resolves when a page has come from the address.
 * @throws VFileMessage with what VitePress says, where none comes
 */
export async function startDevServer({ root, build, port, onEnd }: DevServerOptions): Promise<DevServer> {
  const words = [await vitepressRoot(root), String(await freePort(port))];
  const child = spawn(process.execPath, ['--input-type=module', '--eval', SERVE_SITE, '--', ...words], {
    cwd: root,
    env: { ...process.env, TSUZURI_BUILD: build, NODE_ENV: 'development' },
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  const kill = (): void => void child.kill();
  process.once('exit', kill); // with the program that has started it
  const said: string[] = [];
  child.stderr?.on('data', chunk => said.push(String(chunk)));
  const ended = new Promise<never>((_, fail) => {
    child.once('exit', () => {
      process.off('exit', kill);
      fail(errorAt(build, undefined, ...say('print.notServed', { said: said.join('').trim().slice(-2000) })));
    });
  });
  const [address] = (await Promise.race([once(child, 'message'), ended])) as [string];
  await Promise.race([firstPage(address, build), ended]).catch(error => {
    kill();
    throw error;
  });
  let isAsked = false;
  ended.catch(error => !isAsked && onEnd(error));
  return {
    address,
    stop: () => {
      isAsked = true;
      return end(child);
    },
  };
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill();
  const timer = setTimeout(() => child.kill('SIGKILL'), GRACE);
  await ended;
  clearTimeout(timer);
}

/** Asked again after a server was stopped, the same port is free. */
function freePort(wish: number): Promise<number> {
  clearLockedPorts();
  return getPort({ port: [...Array(PORTS).keys()].map(index => wish + index).filter(port => port < 2 ** 16) });
}

/** @throws VFileMessage where no page comes from there in time */
async function firstPage(address: string, build: string): Promise<void> {
  for (const end = performance.now() + PATIENCE; performance.now() < end; await pause(100)) {
    const answer = await fetch(address, { signal: AbortSignal.timeout(PATIENCE) }).catch(() => undefined);
    const isPage = answer?.ok && answer.headers.get('content-type')?.startsWith('text/html');
    if (isPage && (await answer.text()) !== '') return;
    await answer?.body?.cancel().catch(() => {});
  }
  throw errorAt(build, undefined, ...say('print.noPage', { address }));
}
