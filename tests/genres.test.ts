/** Converts invented minutes of many kinds: who speaks in which order, headings, facts, no invented person, no wrong edit. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { convertSeed } from '@tsuzuri/book/load';
import type { SpeechEntry } from '@tsuzuri/convert/5-to-mdast';
import type { Tools } from '@tsuzuri/convert/pipeline';
import { readMarkdown } from '@tsuzuri/core/markdown';
import { toString as textOf } from 'mdast-util-to-string';
import { beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { loadTools, ROOT } from './seeds.ts';

/** What a person wrote down of a document before it was converted; what is left out is not asked. */
interface Expected {
  readonly date?: string;
  readonly start?: string;
  readonly end?: string;
  readonly speakers?: readonly string[];
  /** `2 1. 開会`: depth and words. */
  readonly headings?: readonly string[];
  /** Stand whole in the page. */
  readonly sentences?: readonly string[];
  readonly attendees: readonly string[];
}

/** Rules that change no character: white space, width, what is between two pages. */
const LAYOUT = [
  'join',
  'running-head',
  'space-wrap',
  'space-latin',
  'letter-spacing',
  'full-width-letter',
  'radical',
  'voicing-mark',
];

const FOLDER = join(ROOT, 'tests/genres');
let tools: Tools;
beforeAll(async () => {
  tools = await loadTools();
});

describe.each(readdirSync(FOLDER).filter(name => name.endsWith('.txt')))('%s', name => {
  test('is what a person says of it', async () => {
    const expected = parse(readFileSync(join(FOLDER, name.replace(/txt$/, 'yml')), 'utf8')) as Expected;
    const { file, minutes, ledger } = await convertSeed(join(FOLDER, name), tools);
    const matter = parse(/^---\n([\s\S]*?)\n---/.exec(String(file))?.[1] ?? '') as Record<string, unknown>;
    const { children } = readMarkdown(String(file));
    const speeches = (matter.speeches ?? []) as readonly SpeechEntry[];
    const spoken = new Set(speeches.map(({ id }) => id));
    const headings = children.flatMap(node =>
      node.type === 'heading' && node.depth > 1 && !spoken.has(node.data?.id ?? '')
        ? [`${node.depth} ${textOf(node)}`]
        : [],
    );
    const found = {
      date: matter.date,
      start: matter.start,
      end: matter.end,
      speakers: speeches.map(({ label }) => label),
      headings,
      sentences: expected.sentences?.filter(sentence => children.some(node => textOf(node).includes(sentence))),
      attendees: minutes.meeting.attendees.map(({ name, role }) => name ?? role),
    };
    expect(found).toMatchObject(expected);
    expect(ledger.edits.filter(({ rule }) => !LAYOUT.includes(rule))).toEqual([]);
  });
});
