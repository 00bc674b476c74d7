/** Opens a headless Chromium for the tests, by the first way that works on this machine. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, dirname, join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { type Browser, chromium } from 'playwright-core';

/** A Chromium to start: its executable, with what it needs in the environment. */
export interface Installation {
  readonly executablePath: string;
  readonly env?: Readonly<Record<string, string>>;
}

/** Names under which a Chromium stands in the PATH. */
const COMMANDS = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome', 'microsoft-edge'];
/** Where it stands on systems that do not put it there. */
const APPLICATIONS = [
  '/usr/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];
/** A test opens our own pages only: no sandbox (root needs that), no request of the browser's own. */
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--font-render-hinting=none',
];

/** The ways to a browser in the order in which they are tried; the last ones take time. */
const WAYS: readonly (readonly [name: string, find: () => Installation | undefined])[] = [
  ['この機械にあるもの', present],
  ['npm の @sparticuz/chromium', shipped],
  ['apt-get', installed],
];

/**
 * Starts a browser.
 * @throws Error with one line that says what to do, when no way leads to one.
 */
export async function launchBrowser(): Promise<Browser> {
  const tried: string[] = [];
  if (process.env.CHROMIUM_PATH) return start(named(process.env.CHROMIUM_PATH));
  for (const [name, find] of WAYS)
    try {
      const installation = find();
      if (installation) return await start(installation);
    } catch (error) {
      tried.push(`${name}: ${firstLine(error)}`);
    }
  const reason = tried.length ? `（${tried.join(' / ')}）` : '';
  throw new Error(
    `試験に使う Chromium がありません${reason}。Chromium か Chrome を入れるか、その実行ファイルを環境変数 CHROMIUM_PATH に書いてください`,
  );
}

/** Starts this very Chromium; Playwright gives it a new profile that goes with it. */
export function start({ executablePath, env }: Installation): Promise<Browser> {
  return chromium.launch({
    executablePath,
    args: FLAGS,
    ...(env && { env: { ...(process.env as Record<string, string>), ...env } }),
  });
}

/** Who names a browser wants that one or none. */
function named(executablePath: string): Installation {
  if (existsSync(executablePath)) return { executablePath };
  throw new Error(
    `CHROMIUM_PATH の示す ${executablePath} がありません。正しいパスにするか、この環境変数を消してください`,
  );
}

function present(): Installation | undefined {
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  const inPath = COMMANDS.flatMap(command => folders.map(folder => join(folder, command)));
  const executablePath = [...inPath, ...APPLICATIONS, chromium.executablePath()].find(existsSync);
  return executablePath ? { executablePath, ...fontsOfOurs() } : undefined;
}

/** A machine with a Chromium need not have a Japanese font. */
function fontsOfOurs(): Pick<Installation, 'env'> {
  if (process.platform !== 'linux') return {};
  const home = join(modulesFolder(), '.cache', 'tsuzuri-fonts');
  mkdirSync(home, { recursive: true });
  const FONTCONFIG_FILE = join(home, 'fonts.conf');
  writeFileSync(FONTCONFIG_FILE, fontsConfiguration(home));
  return { env: { FONTCONFIG_FILE } };
}

/**
 * Unpacks the browser that the npm package carries, once for each version of it. The package's own code is made for
 * AWS Lambda (Node 22, fixed paths in /tmp), so only its files are used: the browser, and the libraries (NSS, NSPR,
 * expat) that a bare Debian lacks.
 */
export function shipped(): Installation | undefined {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined;
  const require = createRequire(import.meta.url);
  const bin = join(dirname(require.resolve('@sparticuz/chromium')), '..', 'bin');
  const { version } = JSON.parse(readFileSync(join(bin, '..', 'package.json'), 'utf8')) as { version: string };
  const home = join(bin, '..', '..', '..', '.cache', `chromium-${version}`);
  if (!existsSync(home)) unpack(bin, home);
  return {
    executablePath: join(home, 'chromium'),
    env: { LD_LIBRARY_PATH: join(home, 'lib'), FONTCONFIG_FILE: join(home, 'fonts.conf') },
  };
}

/** Writes beside the goal, then renames: a run that was broken off leaves no half browser. */
function unpack(bin: string, home: string): void {
  mkdirSync(dirname(home), { recursive: true });
  const draft = mkdtempSync(`${home}-`);
  const read = (name: string) => brotliDecompressSync(readFileSync(join(bin, name)));
  for (const archive of ['al2023.tar.br', 'fonts.tar.br'])
    execFileSync('tar', ['-x', '-C', draft], { input: read(archive), stdio: ['pipe', 'ignore', 'pipe'] });
  writeFileSync(join(draft, 'chromium'), read('chromium.br'), { mode: 0o755 });
  writeFileSync(join(draft, 'fonts.conf'), fontsConfiguration(home));
  try {
    renameSync(draft, home);
  } catch (error) {
    rmSync(draft, { recursive: true });
    if (!existsSync(home)) throw error;
  }
}

const modulesFolder = (): string =>
  join(dirname(createRequire(import.meta.url).resolve('@expo-google-fonts/noto-sans-jp/package.json')), '..', '..');

/** The fonts of the machine if it has any, then the Japanese ones that the PDF uses, so that lines break as for a reader. */
function fontsConfiguration(home: string): string {
  const modules = modulesFolder();
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
  <dir>${join(modules, '@expo-google-fonts', 'noto-sans-jp')}</dir>
  <dir>${join(home, 'fonts')}</dir>
  <cachedir>${join(home, 'fonts-cache')}</cachedir>
</fontconfig>
`;
}

/** Asks Debian's package manager, where this is root's to do. */
function installed(): Installation | undefined {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return undefined;
  const apt = (...words: string[]) =>
    execFileSync('apt-get', words, {
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
  apt('update', '-qq');
  apt('install', '-y', '-qq', '--no-install-recommends', 'chromium');
  return present();
}

function firstLine(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).split('\n')[0] ?? '';
}
