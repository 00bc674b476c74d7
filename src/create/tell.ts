/** Tells a person what was written and what to do next. */
import { readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import type { Answers } from './answers.ts';
import { say } from './wording.ts';
import { type Made, templateFile, VERSION } from './write-project.ts';

/** For a project in a new folder. */
export const newProject = ({ folder }: Answers): string[] => [
  say('made.project', { folder }),
  '',
  ...nextSteps(folder, 'npm run'),
];

/** For a project in a folder that was there: what was added, what was left as it was and may lack something. */
export function addedProject({ folder }: Answers, { wrote, left }: Made): string[] {
  const hasPackage = left.includes('package.json');
  const hasExample = [...wrote, ...left].some(path => path.startsWith('seeds/'));
  return [
    ...(wrote.length > 0 ? list(say('made.wrote'), wrote) : [say('made.nothing'), '']),
    ...list(say('made.left'), left),
    ...(hasExample ? [] : [say('made.ownDocuments'), '']),
    ...list(say('made.package'), hasPackage ? packageCommands(folder) : []),
    ...list(say('made.ignore'), left.includes('.gitignore') ? missingLines(folder) : []),
    ...nextSteps(folder, hasPackage ? 'npx tsuzuri' : 'npm run'), // `npm run build` may be something else there
  ];
}

/** A heading with its lines; nothing where there are none. */
const list = (heading: string, lines: readonly string[]): string[] =>
  lines.length > 0 ? [heading, ...lines.map(line => `  ${line}`), ''] : [];

function nextSteps(folder: string, run: string): string[] {
  const path = relative(process.cwd(), resolve(folder));
  const steps = [...(path === '' ? [] : [`cd ${quoted(path)}`]), 'npm install', `${run} build`, `${run} dev`];
  return [...list(say('made.next'), steps), say('made.publish')];
}

/** As a shell reads one word: `'みどり町 会議録'` */
function quoted(path: string): string {
  if (/^[\p{L}\p{N}_./\\-]+$/u.test(path)) return path;
  return process.platform === 'win32' ? `"${path}"` : `'${path.replaceAll("'", "'\\''")}'`;
}

interface Package {
  readonly scripts?: Readonly<Record<string, string>>;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
}

/** Commands that give a package.json what a project needs. */
function packageCommands(folder: string): string[] {
  const { scripts, dependencies, devDependencies } = readPackage(folder);
  const known = { ...devDependencies, ...dependencies };
  const missing = ['tsuzuri', '@tsuzuri/site'].filter(name => known[name] === undefined);
  const wanted = JSON.parse(templateFile('all/package.json')) as Required<Package>;
  return [
    ...(missing.length > 0 ? [`npm install --save-exact ${missing.map(name => `${name}@${VERSION}`).join(' ')}`] : []),
    ...Object.entries(wanted.scripts)
      .filter(([name]) => scripts?.[name] === undefined)
      .map(([name, script]) => `npm pkg set scripts.${name}="${script}"`),
  ];
}

/** One that cannot be read lacks everything. */
function readPackage(folder: string): Package {
  try {
    return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Package;
  } catch {
    return {};
  }
}

function missingLines(folder: string): string[] {
  const lines = readFileSync(join(folder, '.gitignore'), 'utf8').split(/\r?\n/);
  const bare = (line: string): string => line.trim().replace(/^\/|\/$/g, '');
  return templateFile('all/gitignore')
    .trimEnd()
    .split('\n')
    .filter(wanted => !lines.some(line => bare(line) === bare(wanted)));
}
