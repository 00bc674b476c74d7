/** Serves the site under work by VitePress, in a process of its own. */
import { type ChildProcess, spawn } from 'node:child_process';
import { errorAt } from '@tsuzuri/core/messages';
import { say } from '@tsuzuri/core/wording';
import { vitepressRoot } from './index.ts';

/** The process sends its address once it listens; where the port is taken it takes the next. */
const SERVE_SITE = `
  import { createServer } from '@tsuzuri/site/vitepress';
  const [root, port] = process.argv.slice(1);
  process.on('disconnect', () => process.exit());
  const server = await createServer(root, { port: Number(port) });
  await server.listen();
  process.send(server.resolvedUrls.local[0]);
`;

export interface DevServer {
  /** `http://localhost:5173/` */
  readonly address: string;
  readonly stop: () => Promise<void>;
}

/** @param wish port; the next free one is taken where it is in use */
export async function startDevServer(root: string, build: string, wish: number): Promise<DevServer> {
  const site = await vitepressRoot(root);
  const child = spawn(process.execPath, ['--input-type=module', '--eval', SERVE_SITE, '--', site, String(wish)], {
    cwd: root,
    env: { ...process.env, TSUZURI_BUILD: build, NODE_ENV: 'development' },
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  const said: string[] = [];
  child.stderr?.on('data', chunk => said.push(String(chunk)));
  return new Promise((done, fail) => {
    child.once('message', address => done({ address: String(address), stop: () => stop(child) }));
    child.once('exit', () =>
      fail(errorAt(build, undefined, ...say('print.notServed', { said: said.join('').trim() }))),
    );
  });
}

const stop = (child: ChildProcess): Promise<void> =>
  new Promise(done => {
    child.once('exit', () => done());
    child.kill();
  });
