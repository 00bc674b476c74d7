/** The whole journey of a page, on one screen: raw OCR text → clean Markdown → links. */

import { optional } from '@tsuzuri/core/collections';
import { HOUSE_STYLE, writeMatter } from '@tsuzuri/core/markdown';
import { reportEdits } from '@tsuzuri/core/messages';
import type { Minutes } from '@tsuzuri/core/minutes';
import { apply, type Change, type Doubt, startTrace } from '@tsuzuri/core/trace';
import { type GlossaryLinkOptions, linkTree } from '@tsuzuri/link/remark-glossary';
import type { Root, Yaml } from 'mdast';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkStringify from 'remark-stringify';
import { type Plugin, type Preset, unified } from 'unified';
import { VFile } from 'vfile';
import type { Scan } from './1-decode/index.ts';
import { findNormalisations } from './2-normalise/index.ts';
import { mendLines, parseMinutes } from './3-parse/index.ts';
import { findContradictions } from './4-correct/inconsistencies.ts';
import { findCorrections } from './4-correct/index.ts';
import type { Rule } from './4-correct/rules.ts';
import { liftMinutes, type SpeechEntry } from './5-to-mdast/index.ts';
import { type Ledger, makeLedger } from './ledger.ts';
import type { Analyzer } from './morphology/index.ts';

/** What a conversion needs besides the scan. */
export interface Tools {
  readonly words: Analyzer;
  readonly rules: readonly Rule[];
  /** Where the scans lie in the repository, for those who wish to edit; absent: beside nothing that we know. */
  readonly folder?: string;
  /** Absent: nothing is linked. */
  readonly glossary?: (date: string | undefined) => GlossaryLinkOptions;
}

/** What a person has to say of one scan: changes on the decoded scan, entered in `seeds/NAME.yml`. */
export type Corrections = readonly Change[];

/** A converted page. */
export interface Converted {
  /** Its `messages` tell of each edit and each doubt; its `value` is the Markdown, once that was written. */
  readonly file: VFile;
  readonly ledger: Ledger;
  readonly minutes: Minutes;
  /** The page without front matter; its texts know their places in `minutes.trace.text`. */
  readonly lifted: Root;
  readonly front: Yaml;
}

/** Carried in `VFile.data` from stage to stage. */
interface Journey {
  readonly scan: Scan;
  readonly corrections: Corrections;
  doubts: Doubt[];
  minutes?: Minutes;
  lifted?: Root;
  speeches?: readonly SpeechEntry[];
}

const journeyOf = (file: VFile): Journey => file.data as unknown as Journey;

/** How Markdown is written. */
const WRITING: Preset = {
  plugins: [
    remarkFrontmatter,
    [remarkGfm, { tableCellPadding: true, tablePipeAlign: false }],
    [remarkStringify, HOUSE_STYLE],
  ],
};

export function processor(tools: Tools) {
  return unified()
    .use(minutesParse, tools)
    .use(minutesCorrect, tools)
    .use(minutesToMdast, tools)
    .use(minutesLink, tools)
    .use(WRITING);
}

/** Converts one scan: the Markdown, the ledger, a message for each edit and each doubt. */
export async function convert(scan: Scan, corrections: Corrections, tools: Tools): Promise<Converted> {
  const converted = lift(scan, corrections, tools);
  converted.file.value = write(converted, tools.glossary);
  return converted;
}

/** The way up to the links: what does not change with the glossary. */
export function lift(scan: Scan, corrections: Corrections, { words, rules, folder }: Tools): Converted {
  const data: Journey = { scan, corrections, doubts: [] };
  const file = new VFile({ path: scan.file, value: scan.text, data: data as unknown as Record<string, unknown> });
  const stages = processor({ words, rules, ...optional('folder', folder) });
  const { children } = stages.runSync(stages.parse(file), file) as Root;
  const minutes = data.minutes as Minutes;
  reportEdits(file, minutes.trace, data.doubts);
  const ledger = makeLedger(scan, minutes.trace, data.doubts);
  return { file, minutes, lifted: data.lifted as Root, front: children[0] as Yaml, ledger };
}

/** The rest of the way: the Markdown of a page, linked. */
export function write({ lifted, front, minutes }: Converted, glossary: Tools['glossary']): string {
  const tree: Root = { type: 'root', children: [front, ...lifted.children] };
  const linked = glossary ? linkTree(tree, glossary(minutes.meeting.date)) : tree;
  return String(unified().use(WRITING).stringify(linked));
}

/** Scan → tree: what a person knows first, then letters, then lines. */
const minutesParse: Plugin<[Tools], string, Minutes> = function ({ words }) {
  this.parser = (document, file) => {
    const known = apply(startTrace(document), journeyOf(file).corrections);
    const normal = apply(known, findNormalisations(known.text));
    return parseMinutes(mendLines(normal, words));
  };
};

/**
 * Tree → tree, by rule cards; a mended letter can show where a line goes on, so both repeat until nothing moves. What
 * only ever asks is asked at the end, of the text that stays.
 */
const minutesCorrect: Plugin<[Tools], Minutes, Minutes> = ({ words, rules }) => {
  const acting = rules.filter(({ doubt }) => !doubt);
  return (tree, file) => {
    let minutes = tree;
    for (let round = 0; round < 5; round++) {
      const found = findCorrections(minutes, acting);
      const next = mendLines(apply(minutes.trace, found.changes), words);
      if (next.text === minutes.trace.text) {
        const odd = findContradictions(minutes, rules);
        // What the page itself speaks against is said once, with that evidence.
        const asked = findCorrections(minutes, rules).doubts.filter(doubt => !odd.some(other => overlap(doubt, other)));
        const doubts = [...minutes.doubts, ...odd, ...asked];
        journeyOf(file).doubts = doubts.toSorted((a, b) => a.at - b.at);
        journeyOf(file).minutes = minutes;
        return minutes;
      }
      minutes = parseMinutes(next);
    }
    throw new Error(`${file.path}: corrections do not come to rest`);
  };
};

const overlap = (a: Doubt, b: Doubt): boolean => a.at < b.at + b.length && b.at < a.at + a.length;

/** Minutes → mdast, as remark-rehype goes from mdast to hast. */
const minutesToMdast: Plugin<[Tools], Minutes, Root> =
  ({ folder }) =>
  (tree, file) => {
    const lifted = liftMinutes(tree);
    journeyOf(file).speeches = lifted.speeches;
    journeyOf(file).lifted = lifted.tree;
    const yaml: Yaml = { type: 'yaml', value: writeMatter(frontMatter(tree, journeyOf(file), folder)) };
    return { type: 'root', children: [yaml, ...lifted.tree.children] };
  };

const minutesLink: Plugin<[Tools], Root, Root> = ({ glossary }) => {
  return (tree, file) => (glossary ? linkTree(tree, glossary(journeyOf(file).minutes?.meeting.date)) : tree);
};

function frontMatter(
  { meeting, trace }: Minutes,
  { scan, doubts, speeches }: Journey,
  folder: string | undefined,
): Record<string, unknown> {
  const { attendees, title, ...known } = meeting;
  return {
    title: title || scan.file.replace(/\.[^.]*$/, ''),
    kind: 'minutes',
    ...known,
    source: folder === undefined ? scan.file : `${folder}/${scan.file}`,
    scan: { file: scan.file, sha256: scan.sha256 },
    edits: trace.edits.length,
    doubts: doubts.length,
    ...(attendees.length > 0 ? { attendees } : {}),
    ...(speeches?.some(({ label }) => label) ? { speeches: speeches.filter(({ label }) => label) } : {}),
  };
}
