/** Uses the pipeline as another program would, and compares it with what the product makes. */
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readSafely } from '@tsuzuri/core/read-safely';
import { undo } from '@tsuzuri/core/trace';
import type { Root } from 'mdast';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { VFile } from 'vfile';
import { beforeAll, describe, expect, test } from 'vitest';
import { loadTools, PROJECT, ROOT } from '../../tests/seeds.ts';
import { buildBook } from '../book/build-book.ts';
import { linkingWith } from '../book/links.ts';
import { convertSeed, readTerms } from '../book/load.ts';
import { readSources } from '../book/sources.ts';
import { createMatcher } from '../link/matcher.ts';
import { readScan } from './1-decode/index.ts';
import { readKnown } from './4-correct/corrections.ts';
import { FORMATS, type Format } from './formats/index.ts';
import { holds } from './ledger.ts';
import { arrangeStages, processor, STAGES, type Stage, scanFile, type Tools, WRITING } from './pipeline.ts';

const NAME = '2012-11-01-isc-31';
const SEED = join(ROOT, `seeds/${NAME}.txt`);

let tools: Tools;
beforeAll(async () => {
  const glossary = linkingWith(createMatcher(readTerms(join(ROOT, 'docs/glossary'))));
  tools = { ...(await loadTools()), folder: 'seeds', glossary };
});

describe('processor', () => {
  test('gives linked Markdown, messages and the ledger', async () => {
    const scan = readScan(SEED);
    const file = await processor(tools).process(scanFile(scan));
    expect(String(file)).toContain('](/glossary/nisc/#n1 ');
    const { ledger, doubts = [], minutes } = file.data;
    expect(ledger && undo(ledger.clean, ledger.edits)).toBe(scan.text);
    expect(file.messages).toHaveLength((ledger?.edits.length ?? 0) + doubts.length);
    expect(minutes?.meeting).toMatchObject({ date: '2012-11-01' });
  });

  test('takes any file, its bytes or its text', async () => {
    const text = '第3回会合 議事要旨\n\n1 日時\n平成24年11月1日(木)\n';
    for (const value of [text, Buffer.from(`\uFEFF${text}`, 'utf16le')]) {
      const file = await processor(tools).process(new VFile({ path: 'x/third.txt', value }));
      expect(String(file)).toContain('date: "2012-11-01"');
      expect(file.data.scan).toMatchObject({ file: 'third.txt', text });
      expect(file.data.ledger && holds(file.data.ledger)).toBe(true);
    }
  });

  test('makes the page that the book and the commands make', async () => {
    const file = await processor(tools).process(scanFile(readScan(SEED), readKnown(SEED, readScan(SEED))));
    expect(String((await convertSeed(SEED, tools)).file)).toBe(String(file));
    const sources = { ...readSources(PROJECT), scans: new Map([[NAME, `seeds/${NAME}.txt`]]) };
    const book = await buildBook(PROJECT, tools.analyzer, { sources });
    expect(book.pages.find(({ path }) => path === `minutes/${NAME}`)?.markdown).toBe(String(file));
  });

  test('can be made of its stages by hand, which say that they need tools', async () => {
    const stages = STAGES.map(({ plugin }) => plugin);
    expect(() => unified().use(stages).freeze()).toThrow(/analyzer, rules/);
    const byHand = unified().data('tsuzuri', tools).use(stages).use(WRITING);
    expect(String(await byHand.process(new VFile({ path: SEED, value: readFileSync(SEED) })))).toContain(
      '](/glossary/',
    );
  });
});

/** A remark plugin of someone else: calls every CSIRT an IPA, in place. */
const rename = () => (tree: Root) => {
  visit(tree, 'text', node => {
    node.value = node.value.replaceAll('CSIRT', 'IPA');
  });
};

describe('stages of a project', () => {
  test('stand before the links, or where they ask to', () => {
    const own: Stage[] = [
      { name: 'a', plugin: rename },
      { name: 'b', plugin: rename, after: 'correct' },
      { name: 'c', plugin: rename, after: 'correct' },
      { name: 'd', plugin: rename, after: 'link' },
      { name: 'e', plugin: rename },
    ];
    const names = arrangeStages(own).map(({ name }) => name);
    expect(names).toEqual(['parse', 'correct', 'b', 'c', 'ledger', 'to-mdast', 'a', 'e', 'link', 'd']);
    expect(STAGES).toHaveLength(5);
  });

  test.each<[string, unknown, RegExp]>([
    ['an unknown after', { name: 'a', plugin: rename, after: 'lift' }, /「lift」.*to-mdast/],
    ['a name that is taken', { name: 'link', plugin: rename }, /「link」/],
  ])('%s is an error of the configuration', (_, stage, said) => {
    const place = () => ({ file: 'tsuzuri.config.ts', line: 7 });
    const wrong = readSafely('', () => arrangeStages([stage as Stage], place)).errors;
    expect(wrong.map(({ file, line }) => `${file}:${line}`)).toEqual(['tsuzuri.config.ts:7']);
    expect(wrong[0]?.message).toMatch(said);
  });

  test.each([
    ['before the links', undefined, /\[IPA\]\(\/glossary\/ipa\/ "I.*\[IPA\]\(\/glossary\/ipa\/\)/],
    ['behind them', 'link', /\[IPA\]\(\/glossary\/csirt/],
  ])('%s change the page and not what is remembered of it', async (_, after, found) => {
    const stages = arrangeStages([{ name: 'rename', plugin: rename, ...(after && { after }) }]);
    const converted = await convertSeed(SEED, { ...tools, stages });
    expect(String(converted.file)).toMatch(found);
    expect(JSON.stringify(converted.tree).includes('CSIRT')).toBe(after === 'link');
    expect(String(converted.file)).toBe(
      String(await processor({ ...tools, stages }).process(scanFile(readScan(SEED), readKnown(SEED, readScan(SEED))))),
    );
  });
});

/** Lines of an OCR service. */
const OCR_JSON: Format = {
  name: 'ocr-json',
  endings: ['.json'],
  detect: bytes => bytes[0] === 0x7b,
  read: bytes => ({ text: (JSON.parse(Buffer.from(bytes).toString()) as { lines: string[] }).lines.join('\n') }),
};

describe('formats of a project', () => {
  const lines = ['第3回会合 議事要旨', '', '1 日時', '平成24年11月1日(木)', '2 議事', 'ＮＩＳＣから説明した。'];
  const root = mkdtempSync(join(tmpdir(), 'tsuzuri-formats-'));
  mkdirSync(join(root, 'seeds'));
  writeFileSync(join(root, 'seeds/third.json'), JSON.stringify({ lines }));

  test('are read by their content, and the ledger gives their text back', () => {
    const scan = readScan(join(root, 'seeds/third.json'), 'seeds/third.json', [OCR_JSON, ...FORMATS]);
    expect(scan).toMatchObject({ file: 'third.json', text: lines.join('\n'), format: 'ocr-json' });
  });

  test('are part of the book', async () => {
    const project = { root, file: 'tsuzuri.config.ts', config: { formats: [OCR_JSON] } };
    const book = await buildBook(project, tools.analyzer);
    expect(book.errors.map(String)).toEqual([]);
    const { ledger } = book.converted.get('third') ?? {};
    expect(book.pages.find(({ path }) => path === 'minutes/third')?.markdown).toContain('NISCから説明した。');
    expect(ledger?.edits.length).toBeGreaterThan(0);
    expect(ledger && undo(ledger.clean, ledger.edits)).toBe(lines.join('\n'));
    expect(ledger && holds(ledger)).toBe(true);
    expect(ledger && holds({ ...ledger, clean: `${ledger.clean}。` })).toBe(false);
  });

  test('two files of one name are an error', async () => {
    writeFileSync(join(root, 'seeds/third.txt'), lines.join('\n'));
    const { errors, scans } = readSources({ root, file: '', config: { formats: [OCR_JSON] } });
    expect([...scans.keys()]).toEqual(['third']);
    expect(errors.map(({ file, reason }) => `${file}: ${reason}`)).toEqual([
      expect.stringMatching(/^seeds\/third\.txt: 「seeds\/third\.json」と区別できない名前です/),
    ]);
  });
});
