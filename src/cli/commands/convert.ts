/** Converts scans of any folder to Markdown, each with its ledger. */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { extname, join, resolve } from 'node:path';
import { linkingWith } from '@tsuzuri/book/links';
import { projectLists, readTerms, toolsIn } from '@tsuzuri/book/load';
import { loadProject, type Project } from '@tsuzuri/book/project';
import { decodeScan } from '@tsuzuri/convert/1-decode';
import { NOTHING_KNOWN, readKnown } from '@tsuzuri/convert/4-correct/corrections';
import { type Ledger, writeLedger } from '@tsuzuri/convert/ledger';
import { loadAnalyzer } from '@tsuzuri/convert/morphology';
import { type Converted, convert as convertScan, notesOf, type Tools } from '@tsuzuri/convert/pipeline';
import { type Batch, codeOf, each, refuseCollisions, startBatch } from '@tsuzuri/core/batch';
import { type CommandBody, json, needFolder, type Outcome, QUIET, usage } from '@tsuzuri/core/command';
import { addFiles, type File } from '@tsuzuri/core/files';
import { findInputs, type Input } from '@tsuzuri/core/inputs';
import { errorAt, textLine } from '@tsuzuri/core/messages';
import { say } from '@tsuzuri/core/wording';
import { createMatcher } from '@tsuzuri/link/matcher';
import type { VFileMessage } from 'vfile-message';

interface ConvertOptions {
  readonly out?: string;
  readonly glossary?: string;
  readonly stdinFilename?: string;
  readonly force?: boolean;
  readonly json?: boolean;
  readonly quiet?: boolean;
}

export const convert: CommandBody<ConvertOptions> = {
  arguments: [['<files...>', () => say('cli.convert.files')]],
  options: [
    ['--out <folder>', () => say('cli.convert.out')],
    ['--glossary <folder>', () => say('cli.convert.glossary')],
    ['--stdin-filename <name>', () => say('cli.convert.stdinFilename')],
    ['--force', () => say('cli.convert.force')],
    ['--json', () => say('cli.convert.json')],
    QUIET,
  ],
  notes: () => say('cli.convert.notes'),
  examples: [
    'tsuzuri convert minutes --out out',
    "tsuzuri convert 'minutes/**/*.txt' --out out --glossary docs/glossary",
    'tsuzuri convert - < minutes/a.txt > a.md',
  ],
  run: async (words, options, tell) => {
    const { out, glossary, stdinFilename } = options;
    const isPrinted = out === '-' || (out === undefined && words.every(word => word === '-'));
    refuseIdle(words, options, isPrinted);
    const project = await loadProject(process.cwd());
    const { formats } = projectLists(project);
    const found = await findInputs(words, {
      endings: formats.flatMap(({ endings }) => endings),
      stdin: stdinFilename ?? 'stdin',
      except: out,
    });
    const isCorrections = correctionsAmong(found.inputs);
    const inputs = found.inputs.filter(({ path }) => !isCorrections(path));
    const skipped = found.skipped.filter(path => !isCorrections(path));
    if (isPrinted && inputs.length + found.faults.length > 1)
      throw usage(say('cli.convert.onePage', { count: inputs.length + found.faults.length }), 'convert');
    refuseCollisions(inputs, name => outputsOf(name)[0]);
    const batch = startBatch({ ...found, inputs }, tell);
    const converting = { batch, tools: await toolsFor(project, glossary), out: out ?? '-', options };
    return isPrinted ? printOne(converting) : writeAll(converting, skipped);
  },
};

/** @throws VFileMessage at an option that would have no effect */
function refuseIdle(words: readonly string[], options: ConvertOptions, isPrinted: boolean): void {
  const { out, stdinFilename, force, json } = options;
  const idle = isPrinted ? [force && '--force', json && '--json'].find(Boolean) : undefined;
  if (idle) throw usage(say('cli.convert.idle', { option: idle }), 'convert');
  if (!isPrinted && out === undefined)
    throw usage(`convert: ${say('cli.missing', { it: '--out <folder>' })}`, 'convert');
  if (stdinFilename !== undefined && !words.includes('-')) throw usage(say('cli.convert.noStdin'), 'convert');
}

/** `a.yml` beside `a.txt` is what a person knows of the scan, and no scan. */
function correctionsAmong(inputs: readonly Input[]): (path: string) => boolean {
  const isYaml = (path: string): boolean => extname(path) === '.yml';
  const scans = new Set(inputs.filter(({ path }) => !isYaml(path)).map(({ path }) => stemOf(path)));
  return path => isYaml(path) && scans.has(stemOf(path));
}

/** `2024/a.txt` → `2024/a` */
const stemOf = (path: string): string => path.slice(0, path.length - extname(path).length);

/** Files that a scan is written to, from the folder of the output: `2024/a.md`, `2024/a.ledger.json` */
const outputsOf = (name: string): readonly [page: string, ledger: string] => [
  `${stemOf(name)}.md`,
  `${stemOf(name)}.ledger.json`,
];

interface Converting {
  readonly batch: Batch;
  readonly tools: Tools;
  readonly out: string;
  readonly options: ConvertOptions;
}

async function printOne({ batch, tools }: Converting): Promise<Outcome> {
  let output = '';
  for await (const { file } of each(batch, input => convertInput(input, tools))) output += String(file);
  return { output, lines: [], code: batch.failed.length === 0 ? 0 : 2 };
}

/** What was made of one scan. */
interface Written {
  readonly scan: string;
  readonly page: string;
  readonly ledger: string;
  readonly edits: number;
  readonly doubts: number;
}

/** @param skipped files of folders that were left out */
async function writeAll(converting: Converting, skipped: readonly string[]): Promise<Outcome> {
  const { batch, out, options } = converting;
  const { quiet = false } = options;
  const { failed, tell } = batch;
  const written: Written[] = [];
  async function* files(): AsyncGenerator<File> {
    for await (const { files, notes, ...made } of each(batch, input => writtenOf(input, converting))) {
      written.push(made);
      if (!quiet) for (const note of notes) tell.note(textLine(note));
      yield* files;
    }
  }
  await addFiles(out, files());
  if (!quiet) for (const path of skipped) tell.note(say('cli.convert.skipped', { path }));
  const count = written.length + failed.length;
  if (count > 1 && (!quiet || failed.length > 0))
    tell.note(say('cli.convert.done', { converted: written.length, failed: failed.length }));
  const summary = {
    converted: written,
    failed: failed.map(({ file, line, reason }) => ({ file, line, reason })),
    skipped,
  };
  const list = quiet ? [] : written.flatMap(({ page, ledger }) => [page, ledger]);
  return { lines: options.json ? [json(summary)] : list, code: codeOf(written.length, batch) };
}

/** @throws VFileMessage where the scan cannot be converted, or its outputs may not be written */
async function writtenOf(
  input: Input,
  converting: Converting,
): Promise<Written & { files: readonly File[]; notes: readonly VFileMessage[] }> {
  const { tools, out } = converting;
  const converted = await convertInput(input, tools);
  const { file, ledger } = converted;
  refuseOverwriting(input, ledger, converting);
  const [page, beside] = outputsOf(input.name);
  return {
    scan: input.path,
    page: join(out, page),
    ledger: join(out, beside),
    edits: ledger.edits.length,
    doubts: ledger.doubts.length,
    notes: notesOf(converted, input.path),
    files: [
      [page, String(file)],
      [beside, writeLedger(ledger)],
    ],
  };
}

/** One scan of any folder, with what a person knows of it. @throws VFileMessage where it cannot be converted */
export async function convertInput({ path, read }: Input, tools: Tools): Promise<Converted> {
  const scan = decodeScan(await read(), path, tools.formats);
  // What a person knows of it stands beside it under another ending.
  const known = ['', '.yml'].includes(extname(path)) ? NOTHING_KNOWN : readKnown(path, scan);
  return convertScan(scan, known, tools);
}

/** A scan is never overwritten, what tsuzuri has not written only by force. @throws VFileMessage */
function refuseOverwriting({ name }: Input, { scan }: Ledger, { out, batch, options }: Converting): void {
  const [page, ledger] = outputsOf(name).map(output => join(out, output)) as [string, string];
  const scans = new Set(batch.inputs.map(({ path }) => resolve(path)));
  const overwritten = [page, ledger].find(path => scans.has(resolve(path)));
  if (overwritten !== undefined) throw errorAt(overwritten, undefined, ...say('cli.convert.overScan'));
  const isOwn = options.force || isWrittenFor(scan.file, page, ledger);
  const stranger = [page, ledger].find(path => existsSync(path) && (!isOwn || !statSync(path).isFile()));
  if (stranger !== undefined) throw errorAt(stranger, undefined, ...say('cli.exists'));
}

/** Whether the page and the ledger there were written for a scan of this file name: the page names the scan of the ledger. */
function isWrittenFor(file: string, page: string, ledger: string): boolean {
  try {
    const { scan } = JSON.parse(readFileSync(ledger, 'utf8')) as Partial<Ledger>;
    return scan?.file === file && readFileSync(page, 'utf8').includes(scan.sha256);
  } catch {
    return false; // one of them is not there, or is no ledger
  }
}

/** What a scan is converted with in a project, with the glossary of a folder. */
export async function toolsFor(project: Project, glossary?: string): Promise<Tools> {
  const tools = toolsIn(project, await loadAnalyzer());
  if (glossary === undefined) return tools;
  return { ...tools, glossary: linkingWith(createMatcher(readTerms(needFolder(glossary)))) };
}
