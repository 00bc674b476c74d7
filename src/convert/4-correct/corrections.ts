/** Reads what a person knows of a scan: the `.yml` beside it, each of whose corrections must fit exactly once. */
import { existsSync, readFileSync } from 'node:fs';
import { optional } from '@tsuzuri/core/collections';
import { errorAt, throwAll } from '@tsuzuri/core/messages';
import type { Original } from '@tsuzuri/core/minutes';
import { type Verdict, validate } from '@tsuzuri/core/schema';
import type { Change } from '@tsuzuri/core/trace';
import { type Saying, say } from '@tsuzuri/core/wording';
import { readYaml, type Yaml } from '@tsuzuri/core/yaml';
import type { VFileMessage } from 'vfile-message';
import type { Scan } from '../1-decode/index.ts';
import type { Switches } from '../3-parse/switches.ts';

/** The file, as docs/schemas/corrections.json wants it. */
interface CorrectionsFile extends Omit<Switches, 'columns'> {
  readonly columns?: '1' | '2';
  readonly sha256?: string;
  readonly original?: Original;
  readonly replaces?: string;
  readonly corrections?: readonly Correction[];
}

interface Correction {
  readonly before: string;
  readonly after: string;
  readonly why: string;
}

/** What a person has to say of one scan. */
export interface Known {
  /** Changes of the decoded text, offsets in UTF-16 units. */
  readonly corrections: readonly Change[];
  readonly switches: Switches;
  readonly original?: Original;
  /** Name of the scan of its earlier edition: `2024/a`; whether there is one only the project knows. */
  readonly replaces?: string;
}

export const NOTHING_KNOWN: Known = { corrections: [], switches: {} };

/**
 * Reads `NAME.yml` beside `NAME.txt`; of a scan without one nothing is known.
 * @throws VFileMessage where a correction no longer fits, or the sha256 is another scan's
 */
export function readKnown(path: string, scan: Scan): Known {
  const stem = path.replace(/\.[^.]*$/, '');
  const file = ['.yml', '.YML'].map(ending => stem + ending).find(existsSync);
  return file === undefined ? NOTHING_KNOWN : parseKnown({ file, text: readFileSync(file, 'utf8') }, scan);
}

/** The same for a file that was read already. */
export function parseKnown({ file, text }: { readonly file: string; readonly text: string }, scan: Scan): Known {
  const { yaml, verdict } = validated(file, text);
  throwAll(verdict.errors, verdict.notes);
  const {
    sha256,
    corrections = [],
    kind,
    notation,
    columns,
    heads,
    headings,
    slides,
    original = {},
    replaces,
  } = yaml.data as CorrectionsFile;
  if (sha256 !== undefined && sha256 !== scan.sha256)
    throw errorAt(yaml.file, yaml.line('sha256'), ...say('convert.otherScan', { scan: scan.file }));
  throwAll(
    corrections.flatMap((correction, index) => {
      const wrong = misfit(correction, scan.text);
      return wrong ? [errorAt(yaml.file, yaml.line('corrections', index), ...wrong)] : [];
    }),
  );
  return {
    corrections: corrections.map(correction => toChange(correction, scan.text)),
    switches: {
      ...optional('kind', kind),
      ...optional('notation', notation),
      ...optional('columns', columns === undefined ? undefined : columns === '1' ? 1 : 2),
      ...optional('heads', heads),
      ...optional('headings', headings),
      ...optional('slides', slides),
    },
    ...optional('original', Object.keys(original).length > 0 ? original : undefined),
    ...optional('replaces', replaces?.normalize('NFC')),
  };
}

/** Warnings for a `NAME.yml` that can be used all the same: unknown keys. The errors of another one carry its warnings. */
export function correctionNotes(file: string, source: string): readonly VFileMessage[] {
  const { errors, notes } = validated(file, source).verdict;
  return errors.length > 0 ? [] : notes;
}

function validated(file: string, source: string): { yaml: Yaml; verdict: Verdict } {
  const read = readYaml(file, source, { values: 'text' });
  const yaml = { ...read, data: read.data ?? {} }; // comments alone
  return { yaml, verdict: validate('corrections', yaml) };
}

/** Why a correction has no place of its own in the scan. */
function misfit({ before }: Correction, text: string): Saying | undefined {
  const start = text.indexOf(before);
  if (start < 0) return say('convert.notInScan', { before });
  if (text.indexOf(before, start + 1) >= 0) return say('convert.oftenInScan', { before });
  return undefined;
}

function toChange({ before, after, why }: Correction, text: string): Change {
  const start = text.indexOf(before);
  return narrow({ start, end: start + before.length, ins: after, rule: 'person', by: 'person', why }, before);
}

/** Leaves out what both sides have in common, so that the ledger shows what really changed. */
function narrow(change: Change, before: string): Change {
  const { ins } = change;
  const shorter = Math.min(before.length, ins.length);
  let head = 0;
  while (head < shorter && before[head] === ins[head]) head++;
  let tail = 0;
  while (tail < shorter - head && before.at(-1 - tail) === ins.at(-1 - tail)) tail++;
  return { ...change, start: change.start + head, end: change.end - tail, ins: ins.slice(head, ins.length - tail) };
}
