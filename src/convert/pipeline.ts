/** The pipeline of a page: the OCR text of a scan → its minutes → clean Markdown → links. */

import { optional } from '@tsuzuri/core/collections';
import { HOUSE_STYLE, writeMatter } from '@tsuzuri/core/markdown';
import { errorAt, noteAt, pointAt, reportEdits } from '@tsuzuri/core/messages';
import type { Minutes } from '@tsuzuri/core/minutes';
import { remarkFrontmatter, remarkGfm, remarkStringify } from '@tsuzuri/core/remark';
import { apply, type Doubt, scanOffset, startTrace } from '@tsuzuri/core/trace';
import { joinWords, type Said, type Saying, say } from '@tsuzuri/core/wording';
import { type GlossaryLinkOptions, linkTree } from '@tsuzuri/link/remark-glossary';
import type { Root, Yaml } from 'mdast';
import { type Pluggable, type Preset, type Processor, unified } from 'unified';
import { VFile } from 'vfile';
import type { VFileMessage } from 'vfile-message';
import { decodeScan, type Scan } from './1-decode/index.ts';
import { findNormalisations } from './2-normalise/index.ts';
import { parseMinutes, repairLines } from './3-parse/index.ts';
import { readLines, shapesOf } from './3-parse/lines.ts';
import { describeShape } from './3-parse/notes.ts';
import { type Known, NOTHING_KNOWN } from './4-correct/corrections.ts';
import { findInconsistencies } from './4-correct/inconsistencies.ts';
import { findCorrections } from './4-correct/index.ts';
import type { Rule } from './4-correct/rules.ts';
import { minutesToMdast } from './5-to-mdast/index.ts';
import type { Format } from './formats/index.ts';
import { type Ledger, makeLedger } from './ledger.ts';
import type { Analyzer } from './morphology/index.ts';

/** What a conversion needs besides the scan. Plugins find it in `processor.data('tsuzuri')`. */
export interface Tools {
  readonly analyzer: Analyzer;
  readonly rules: readonly Rule[];
  /** Folder of the scans in the repository, for links to edit them; absent: unknown. */
  readonly folder?: string;
  /** How a page with this ISO date is linked. Absent: nothing is linked. */
  readonly glossary?: (date: string | undefined) => GlossaryLinkOptions;
  /** All stages in order, as `arrangeStages` gives them; `STAGES` by default. */
  readonly stages?: readonly Stage[];
  /** Formats of files that come without `data.scan`; `FORMATS` by default. */
  readonly formats?: readonly Format[];
}

declare module 'unified' {
  interface Data {
    tsuzuri?: Tools;
  }
}

declare module 'vfile' {
  interface DataMap {
    /** The decoded scan; `parse` decodes the value of a file that comes without it. */
    scan: Scan;
    /** What a person says of the scan, entered in `NAME.yml` beside it. */
    known: Known;
    /** From `correct` on. */
    doubts: readonly Doubt[];
    /** From `ledger` on: the tree that the ledger is of. */
    minutes: Minutes;
    ledger: Ledger;
  }
}

/** One step of the pipeline. */
export interface Stage {
  readonly name: string;
  /** A unified plugin, or `[plugin, options]`; its transformer must be synchronous. */
  readonly plugin: Pluggable;
  /** Name of the stage that it follows; by default it stands just before `link`, on an mdast tree. */
  readonly after?: string;
}

/** What the product runs. A stage after `ledger` must not change `Minutes`: the ledger would not know of it. */
export const STAGES = [
  { name: 'parse', plugin: parse },
  { name: 'correct', plugin: correct },
  { name: 'ledger', plugin: ledger },
  { name: 'to-mdast', plugin: toMdast },
  { name: 'link', plugin: link },
] as const satisfies readonly Stage[];

/** How Markdown is written. */
export const WRITING: Preset = {
  plugins: [
    remarkFrontmatter,
    [remarkGfm, { tableCellPadding: true, tablePipeAlign: false }],
    [remarkStringify, HOUSE_STYLE],
  ],
};

/**
 * The pipeline as a unified processor.
 * @example
 * const file = await processor({ analyzer, rules }).process(scanFile(readScan('minutes.txt')));
 * String(file); // Markdown; `file.messages` has each edit and doubt, `file.data.ledger` the ledger
 */
export const processor = (tools: Tools) => assemble(tools, tools.stages ?? STAGES);

const assemble = (tools: Tools, stages: readonly Stage[]) =>
  unified()
    .data('tsuzuri', tools)
    .use(stages.map(({ plugin }) => plugin))
    .use(WRITING);

/** A scan as the file that a processor takes. */
export const scanFile = (scan: Scan, known: Known = NOTHING_KNOWN): VFile =>
  new VFile({ path: scan.file, value: scan.text, data: { scan, known } });

/**
 * `STAGES` with those of a project among them.
 * @param placeOf where the configuration has this word, for errors
 * @throws VFileMessage where a stage has the name of another one, or follows one that does not exist
 */
export function arrangeStages(
  own: readonly Stage[],
  placeOf: (word: string) => { readonly file: string; readonly line?: number | undefined } = () => ({ file: 'stages' }),
): readonly Stage[] {
  return own.reduce((stages: readonly Stage[], stage) => {
    const { name, after } = stage;
    const wrong = (word: string, saying: Saying) => {
      const { file, line } = placeOf(word);
      return errorAt(file, line, ...saying);
    };
    const names = stages.map(other => other.name);
    if (names.includes(name)) throw wrong(name, say('convert.stageTwice', { name }));
    if (after !== undefined && !names.includes(after))
      throw wrong(after, say('convert.noStage', { after, known: joinWords(names) }));
    let at = after === undefined ? names.indexOf('link') : names.indexOf(after) + 1;
    // Stages that follow the same one keep their order.
    while (after !== undefined && stages[at]?.after === after) at++;
    return stages.toSpliced(at, 0, stage);
  }, STAGES);
}

// The same list in two halves, so that a glossary can change without converting again.

/** A converted page. */
export interface Converted {
  /** Its `messages` report each edit and each doubt; its `value` is the Markdown, once it is written. */
  readonly file: VFile;
  readonly ledger: Ledger;
  readonly minutes: Minutes;
  /** The page without front matter and links; its texts know their places in `minutes.trace.text`. */
  readonly tree: Root;
  readonly front: Yaml;
}

/** Converts one scan: the Markdown, the ledger, a message for each edit and each doubt. */
export async function convert(scan: Scan, known: Known, tools: Tools): Promise<Converted> {
  const converted = toTree(scan, known, tools);
  converted.file.value = toMarkdown(converted, tools);
  return converted;
}

/** A message for each part of a scan that was not understood. @param path as the person named the scan */
export function notesOf({ file, minutes }: Converted, path: string): VFileMessage[] {
  const point = pointAt(file.data.scan?.text ?? '');
  return minutes.notes.map(({ at, why }) => noteAt({ file: path, line: point(at).line, rule: 'unread' }, ...why));
}

/** What the lines of the page are that come from a line of the scan, and why. @param line from 1 */
export function classesOf({ file, minutes }: Converted, line: number): readonly Said[] {
  const point = pointAt(minutes.trace.scan);
  const toScan = scanOffset(minutes.trace);
  const shapes = shapesOf(readLines(minutes.trace.text), file.data.known?.switches.notation);
  return shapes
    .filter(
      ({ line: { start, end } }) =>
        point(toScan(start)).line <= line && line <= point(toScan(Math.max(start, end - 1))).line,
    )
    .map(describeShape);
}

/** The stages before `link`: what does not depend on the glossary. */
export function toTree(scan: Scan, known: Known, tools: Tools): Converted {
  const file = scanFile(scan, known);
  const stages = assemble(tools, halvesOf(tools)[0]);
  const { children } = stages.runSync(stages.parse(file), file) as Root;
  const [front, ...body] = children as [Yaml, ...Root['children']];
  const { minutes, ledger } = file.data as { minutes: Minutes; ledger: Ledger };
  return { file, minutes, ledger, front, tree: { type: 'root', children: body } };
}

/** `link`, what follows it, and writing. The tree of the page is not changed. */
export function toMarkdown({ file, front, tree }: Converted, tools: Tools): string {
  const stages = halvesOf(tools)[1];
  const root: Root = { type: 'root', children: [front, ...tree.children] };
  const writer = assemble(tools, stages);
  // Plugins of others may change the tree in place.
  const own = stages.length > 1 ? structuredClone(root) : root;
  const linked = new VFile({ path: file.path, data: file.data });
  return writer.stringify(writer.runSync(own, linked) as Root, linked) as string;
}

function halvesOf({ stages = STAGES }: Tools): readonly [readonly Stage[], readonly Stage[]] {
  const at = stages.findIndex(({ name }) => name === 'link');
  return [stages.slice(0, at), stages.slice(at)];
}

// The plugins of the stages.

/** The tools that `processor` was given. @throws Error where a plugin is used without it */
function toolsOf(self: Processor): Tools {
  const tools = self.data('tsuzuri');
  if (!tools) throw new Error("this plugin needs processor.data('tsuzuri', { analyzer, rules })");
  return tools;
}

/** Bytes or text → minutes: corrections by a person first, then characters, then lines. */
function parse(this: Processor): void {
  const { analyzer, formats } = toolsOf(this);
  this.parser = (_, file) => {
    const { value = '', path = 'scan.txt', data } = file;
    data.scan ??= decodeScan(typeof value === 'string' ? Buffer.from(value) : value, path, formats);
    const { corrections, switches } = data.known ?? NOTHING_KNOWN;
    const corrected = apply(startTrace(data.scan.text), corrections);
    const normal = apply(corrected, findNormalisations(corrected.text));
    return parseMinutes(repairLines(normal, analyzer, switches), analyzer, switches);
  };
}

/**
 * Minutes → minutes, by rule cards. A corrected character can show where a line goes on, so both repeat until nothing
 * changes. Rules that only ask are applied at the end, to the final text.
 */
function correct(this: Processor): Transform<Minutes, Minutes> {
  const { analyzer, rules } = toolsOf(this);
  const acting = rules.filter(({ doubt }) => !doubt);
  return (tree, file) => {
    let minutes = tree;
    // A letter that was corrected says nothing of how the document is written.
    const printed = tree.trace.text;
    const { switches } = file.data.known ?? NOTHING_KNOWN;
    for (let round = 0; round < 5; round++) {
      const found = findCorrections(minutes, acting, printed);
      const next = repairLines(apply(minutes.trace, found.changes), analyzer, switches);
      if (next.text === minutes.trace.text) {
        file.data.doubts = doubtsIn(minutes, rules, printed);
        return minutes;
      }
      minutes = parseMinutes(next, analyzer, switches);
    }
    throw new Error(`${file.path}: corrections do not come to rest`);
  };
}

type Transform<Input, Output> = (tree: Input, file: VFile) => Output;

function doubtsIn(minutes: Minutes, rules: readonly Rule[], printed: string): Doubt[] {
  const odd = findInconsistencies(minutes, rules);
  // What the page itself contradicts is reported once, with that evidence.
  const asked = findCorrections(minutes, rules, printed).doubts.filter(
    doubt => !odd.some(other => overlap(doubt, other)),
  );
  return [...minutes.doubts, ...odd, ...asked].toSorted((a, b) => a.at - b.at);
}

const overlap = (a: Doubt, b: Doubt): boolean => a.at < b.at + b.length && b.at < a.at + a.length;

/** Reports each edit and each doubt as a message, makes the ledger. */
function ledger(): Transform<Minutes, undefined> {
  return (tree, file) => {
    const { scan, doubts = [] } = file.data;
    if (!scan) throw new Error(`${file.path}: file.data.scan is missing`);
    reportEdits(file, tree.trace, doubts);
    file.data.minutes = tree;
    file.data.ledger = makeLedger(scan, tree.trace, doubts);
    return undefined;
  };
}

/** Minutes → mdast, as remark-rehype goes from mdast to hast. */
function toMdast(this: Processor): Transform<Minutes, Root> {
  const { folder } = toolsOf(this);
  return (minutes, file) => {
    const { tree, speeches } = minutesToMdast(minutes);
    const { ledger } = file.data as { ledger: Ledger };
    const value = writeMatter({
      ...frontMatter(minutes, ledger, folder),
      ...optional('original', file.data.known?.original),
      ...optional('replaces', file.data.known?.replaces),
      ...(speeches.some(({ label }) => label) ? { speeches: speeches.filter(({ label }) => label) } : {}),
    });
    return { type: 'root', children: [{ type: 'yaml', value }, ...tree.children] };
  };
}

function frontMatter(
  { meeting }: Minutes,
  { scan, edits, doubts }: Ledger,
  folder: string | undefined,
): Record<string, unknown> {
  const { attendees, title, ...known } = meeting;
  return {
    title: title || scan.file.replace(/\.[^.]*$/, ''),
    kind: 'minutes',
    ...known,
    source: folder === undefined ? scan.file : `${folder}/${scan.file}`,
    scan: { file: scan.file, sha256: scan.sha256 },
    edits: edits.length,
    doubts: doubts.length,
    ...(attendees.length > 0 ? { attendees } : {}),
  };
}

/** mdast → mdast with links to the glossary, as it was on the date of the meeting. */
function link(this: Processor): Transform<Root, Root> {
  const { glossary } = toolsOf(this);
  return (tree, file) => (glossary ? linkTree(tree, glossary(file.data.minutes?.meeting.date)) : tree);
}
