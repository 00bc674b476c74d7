/** Ends real commands in the middle of their work, as Ctrl-C and a stopping machine do: nothing may be left behind. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { copyProject } from './project.ts';
import { ROOT, SEEDS } from './seeds.ts';

const CLI = join(ROOT, 'src/cli/bin/tsuzuri.js');
/** The machine may be busy with other tests. */
const PATIENT = { timeout: 200_000, interval: 200 };
vi.setConfig({ testTimeout: 300_000 });

let folder: string;
let command: ChildProcess | undefined;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tsuzuri-interrupt-'));
});
afterEach(async () => {
  if (command?.kill('SIGKILL')) await once(command, 'exit');
  rmSync(folder, { recursive: true, force: true });
});

/** What the command has said so far. */
interface Running {
  readonly said: () => string;
  readonly ended: Promise<number | null>;
  readonly send: (signal: NodeJS.Signals) => void;
}

function start(words: readonly string[], cwd: string): Running {
  const child = spawn(process.execPath, [CLI, ...words], { cwd });
  command = child;
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', chunk => (said += String(chunk)));
  return {
    said: () => said,
    ended: once(child, 'exit').then(([code]) => code as number | null),
    send: signal => void child.kill(signal),
  };
}

/** Processes that name the folder, or that work in it. */
const processesIn = (root: string): string[] =>
  spawnSync('ps', ['-eo', 'pid,args'], { encoding: 'utf8' })
    .stdout.split('\n')
    .filter(line => line.includes(root));

const draftsIn = (root: string): string[] =>
  existsSync(root) ? readdirSync(root).filter(name => /^\.tsuzuri-|^tsuzuri-site-/.test(name)) : [];

/** Vite keeps its own cache there for the next time. */
const sharedDrafts = (): string[] => draftsIn(join(ROOT, 'node_modules/.cache'));

describe('an interrupted command', () => {
  const cases: [words: string[], when: string, signal: NodeJS.Signals, code: number][] = [
    [['build'], 'サイトを作っています', 'SIGINT', 130],
    [['build'], '辞書を読んでいます', 'SIGTERM', 143],
    [['pdf'], 'PDFを組んでいます', 'SIGTERM', 143],
  ];
  test.each(cases)('%j at 「%s」 leaves no draft and no process: %s, exit %d', async (words, when, signal, code) => {
    const root = copyProject(folder);
    mkdirSync(join(root, 'build/pages'), { recursive: true });
    writeFileSync(join(root, 'build/pages/index.md'), 'earlier');
    const before = sharedDrafts();
    const running = start(words, root);
    await vi.waitFor(() => expect(running.said()).toContain(when), PATIENT);
    running.send(signal);
    expect(await running.ended).toBe(code);
    expect(draftsIn(root)).toEqual([]);
    expect(readdirSync(join(root, 'build'))).toEqual(['pages']);
    expect(readFileSync(join(root, 'build/pages/index.md'), 'utf8')).toBe('earlier');
    await vi.waitFor(() => expect(processesIn(root)).toEqual([]), PATIENT);
    expect(sharedDrafts().filter(name => !before.includes(name))).toEqual([]);
  });

  test('convert takes away the folder that it has made', async () => {
    mkdirSync(join(folder, 'minutes'));
    const scan = readFileSync(join(ROOT, 'seeds', `${Object.values(SEEDS)[0]}.txt`));
    for (let index = 0; index < 200; index++) writeFileSync(join(folder, 'minutes', `${index}.txt`), scan);
    const running = start(['convert', 'minutes', '--out', 'a/b/out'], folder);
    await vi.waitFor(() => expect(draftsIn(join(folder, 'a/b/out'))).toHaveLength(1), PATIENT);
    running.send('SIGINT');
    expect(await running.ended).toBe(130);
    expect(readdirSync(folder)).toEqual(['minutes']);
  });
});

describe('dev', () => {
  let other: Server | undefined;
  afterEach(() => void other?.close());

  /** Somebody else, on one address of the machine. */
  async function occupy(host: string): Promise<number> {
    const server = createServer(socket => socket.end());
    await new Promise<void>(done => server.listen(0, host, done));
    other = server;
    return (server.address() as { port: number }).port;
  }

  test.each(['127.0.0.1', '0.0.0.0'])(
    'gives the next port where %s is taken, says it once a page comes, stops its server at Ctrl-C',
    async host => {
      const root = copyProject(folder);
      const port = await occupy(host);
      const running = start(['dev', '--port', String(port)], root);
      await vi.waitFor(() => expect(running.said()).toMatch(/^http\S+ で見られます/m), PATIENT);
      const address = /^http\S+/m.exec(running.said())?.[0] ?? '';
      expect(Number(new URL(address).port)).toBeGreaterThan(port);
      const answer = await fetch(address);
      expect(answer.status).toBe(200);
      expect(answer.headers.get('content-type')).toMatch(/^text\/html/);
      expect(await answer.text()).toContain('<html');
      running.send('SIGINT');
      expect(await running.ended).toBe(0);
      await vi.waitFor(() => expect(processesIn(root)).toEqual([]), PATIENT);
      expect(draftsIn(root)).toEqual([]);
      expect(draftsIn(join(root, 'build'))).toEqual([]);
    },
  );

  test('ends with what VitePress says where the site cannot be served, and shows no address', async () => {
    const root = copyProject(folder);
    writeFileSync(join(root, '.vitepress/config.ts'), "throw new Error('no configuration today');\n");
    const running = start(['dev'], root);
    expect(await running.ended).toBe(2);
    expect(running.said()).toMatch(/^build: サイトを開けませんでした: [\s\S]*no configuration today/m);
    expect(running.said()).not.toContain('で見られます');
  });

  test('ends with an error where its server is gone', async () => {
    const root = copyProject(folder);
    const running = start(['dev', '--port', '5730'], root);
    await vi.waitFor(() => expect(running.said()).toMatch(/で見られます/), PATIENT);
    const [server = ''] = processesIn(root);
    process.kill(Number(/\d+/.exec(server)?.[0]), 'SIGKILL');
    expect(await running.ended).toBe(2);
    expect(running.said()).toMatch(/^build: サイトを開けませんでした/m);
  });
});
