/** Makes the folder of a new project: `npm create tsuzuri my-minutes`. */
import { cpSync, existsSync, lstatSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { basename, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const PACKAGE = fileURLToPath(new URL('..', import.meta.url));
const USAGE = '使い方: npm create tsuzuri フォルダー（例: npm create tsuzuri my-minutes）';

/** Copies the template. Gives back what to print, with the exit code. */
function create(words: readonly string[]): { readonly said: string; readonly code: number } {
  const [folder, ...others] = words;
  if (folder === '--help' || folder === '-h') return { said: USAGE, code: 0 };
  if (folder === undefined || others.length > 0) return refuse(`フォルダーの名前を一つ書いてください。${USAGE}`);
  if (folder.startsWith('-')) return refuse(`「${folder}」というオプションはありません。${USAGE}`);
  const target = resolve(folder);
  const inTheWay = obstacleAt(target);
  if (inTheWay) return refuse(`${folder}: ${inTheWay}`);
  cpSync(join(PACKAGE, 'template'), target, { recursive: true });
  // npm takes a file of that name out of every package.
  renameSync(join(target, 'gitignore'), join(target, '.gitignore'));
  writePackage(target);
  return { said: nextSteps(folder, target), code: 0 };
}

const refuse = (reason: string) => ({ said: `create-tsuzuri: ${reason}`, code: 2 });

/** What keeps a project from being written there; an empty folder does not, nor one that holds only a new repository. */
function obstacleAt(target: string): string | undefined {
  if (!existsSync(target)) return undefined;
  if (!lstatSync(target).isDirectory()) return '同じ名前のファイルがあります。別の名前にしてください';
  return readdirSync(target).some(name => name !== '.git')
    ? 'フォルダーが空ではありません。空のフォルダーか、まだない名前にしてください'
    : undefined;
}

/** The project gets the name of its folder, and the version of tsuzuri that this program came with. */
function writePackage(target: string): void {
  const read = (path: string) => JSON.parse(readFileSync(path, 'utf8')) as Record<string, unknown>;
  const { version } = read(join(PACKAGE, 'package.json'));
  const file = join(target, 'package.json');
  const dependencies = { '@tsuzuri/site': version, tsuzuri: version };
  writeFileSync(file, `${JSON.stringify({ ...read(file), name: nameOf(target), dependencies }, null, 2)}\n`);
}

/** `My Minutes` → `my-minutes`; a name without Latin letters or digits, as 会議録, becomes `minutes`. */
const nameOf = (target: string): string =>
  basename(target)
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '') || 'minutes';

function nextSteps(folder: string, target: string): string {
  const steps = [...(relative(process.cwd(), target) === '' ? [] : [`cd ${folder}`]), 'npm install', 'npm run dev'];
  return [
    `${folder} に新しいプロジェクトを作りました。次に、このように実行してください。`,
    ...steps.map(step => `  ${step}`),
  ].join('\n');
}

const { said, code } = create(process.argv.slice(2));
(code === 0 ? process.stdout : process.stderr).write(`${said}\n`);
process.exitCode = code;
