/** The prose of entries: each rule finds what it is for and spares what is good, quotations are not the author's. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PROSE_SETTINGS } from '@tsuzuri/book/config-schema';
import { describe, expect, test } from 'vitest';
import { cardsOf } from '../../tests/review/cards.ts';
import { ROOT } from '../../tests/seeds.ts';
import {
  cacheFile,
  checkProse,
  PROSE_RULES,
  type ProseCache,
  type ProseSettings,
  readCache,
  writeCache,
} from './prose.ts';
import { askTextlint } from './textlint.ts';

const LONG = 'この組織は重要な役目を担う'.repeat(9);

/** One sentence that a rule is for, one that it spares. */
const SENTENCES: Readonly<Record<string, { readonly bad: string; readonly good: string }>> = {
  'sentence-length': { bad: `${LONG}組織です。`, good: `この組織は「${LONG}」と述べました。` },
  'max-ten': {
    bad: '委員は、会合で、強く、何度も、丁寧に、意見を述べました。',
    good: '電力、ガス、水道、鉄道、金融、通信の事業者が集まりました。',
  },
  'no-mix-dearu-desumasu': {
    bad: '政府の組織である。',
    good: '政府の組織であることを示します。「政府の組織である。」と述べました。',
  },
  'no-doubled-conjunctive-particle-ga': {
    bad: '会合を開きましたが、結論は出ませんでしたが、議論は続きます。',
    good: '会合を開きましたが、結論は出ませんでした。',
  },
  'no-double-negative-ja': { bad: '対策がないことはないです。', good: '対策がないことを示しました。' },
  'no-dropping-the-ra': { bad: 'この図は画面でも見れます。', good: 'この図は画面でも見られます。取組に触れました。' },
  'no-doubled-joshi': { bad: '材料不足で代替素材で製品を作りました。', good: '素材で製品を作りました。' },
  'no-nfd': { bad: 'この組織か\u3099担います。', good: 'この組織が担います。' },
  'no-kangxi-radicals': { bad: 'この⼈が担います。', good: 'この人が担います。' },
};

/** Behind a heading: the sentence stands in line 12 of its file. */
const check = (sentence: string, settings: ProseSettings = {}, cache?: ProseCache) =>
  checkProse([{ file: 'a.md', body: `# 見出し\n\n${sentence}\n`, bodyLine: 10 }], settings, cache);

const rulesOf = async (...args: Parameters<typeof check>) => (await check(...args)).map(({ ruleId }) => ruleId);

describe.each(Object.keys(PROSE_RULES))('%s', name => {
  const { bad, good } = SENTENCES[name] as { bad: string; good: string };

  test('finds what it is for, in its line, and says how to mend it', async () => {
    const [found, ...others] = await check(bad, { [name]: true });
    expect(others).toEqual([]);
    expect(found).toMatchObject({ file: 'a.md', line: 12, ruleId: `prose/${name}`, fatal: false });
    expect(found?.reason).toContain(PROSE_RULES[name]?.remedy);
  });

  test('spares what is good', async () => expect(await rulesOf(good, { [name]: true })).toEqual([]));

  test('can be switched off', async () => expect(await rulesOf(bad, { [name]: false })).toEqual([]));

  test('is asked of every text in which textlint, asked of all, finds something', async () => {
    const { fixed, needs } = PROSE_RULES[name] as (typeof PROSE_RULES)[string];
    const { options } = PROSE_SETTINGS[name as keyof typeof PROSE_SETTINGS];
    for (const { file, body } of cardsOf('docs/glossary')) {
      const hits = await askTextlint(body, { [name]: { ...fixed, ...options } });
      if (hits.length > 0) expect(body, file).toMatch(needs(options));
    }
  });
});

test('a project sets how much is too much', async () => {
  const { bad } = SENTENCES['max-ten'] as { bad: string };
  expect(await rulesOf(bad, { 'max-ten': { max: 5 } })).toEqual([]);
  expect(await rulesOf('会合で、強く、意見を述べました。', { 'max-ten': { max: 1 } })).toEqual(['prose/max-ten']);
});

test.each([
  ['block quotations', '> 政府の組織である。'],
  ['code', '```\n政府の組織である。\n```'],
  ['quotations', '委員は『政府の組織である。』と述べました。'],
])('spares %s', async (_, sentence) => expect(await rulesOf(sentence)).toEqual([]));

test('the names of pages and foreign names are as long as they are', async () => {
  const page = `[${'会合'.repeat(30)}](/minutes/a)`;
  const name = 'National center of Incident readiness and Strategy for Cybersecurity, '.repeat(2);
  expect(await rulesOf(`${page}では、${name}が挙がりました。`)).toEqual([]);
});

test('what is cached is not read again, and only what is asked for is kept', async () => {
  const memory: ProseCache = new Map();
  const { bad } = SENTENCES['no-mix-dearu-desumasu'] as { bad: string };
  expect(await rulesOf(bad, {}, memory)).toEqual(['prose/no-mix-dearu-desumasu']);
  const [sum] = memory.keys();
  memory.set(sum as string, [{ rule: 'max-ten', line: 1 }]);
  expect(await rulesOf(bad, {}, memory)).toEqual(['prose/max-ten']);
  await check('政府の組織であった。', {}, memory);
  expect([...memory.keys()]).not.toContain(sum);
});

describe('the file of the cache', () => {
  const folder = mkdtempSync(join(tmpdir(), 'tsuzuri-prose-'));
  const file = join(folder, 'deep/prose.json');

  test('gives back what was written; a broken one is an empty cache', () => {
    const memory: ProseCache = new Map([['a', [{ rule: 'max-ten', line: 3 }]]]);
    writeCache(file, memory);
    expect(readCache(file)).toEqual(memory);
    for (const broken of ['', '{}', '[["a"]]', '[["a", [{"rule": 1, "line": 2}]]]']) {
      writeFileSync(file, broken);
      expect(readCache(file).size, broken).toBe(0);
    }
    expect(cacheFile(folder)).toBeUndefined();
    rmSync(folder, { recursive: true });
  });
});

test('our own entries are clean, reviewed by a thread of dist', () => {
  const texts = cardsOf('docs/glossary').map(({ file, body, bodyLine }) => ({ file, body, bodyLine }));
  const bad = { file: 'bad.md', body: '政府の組織である。', bodyLine: 5 };
  const input = { texts: [...texts, bad], others: [], settings: {}, config: 'tsuzuri.config.ts' };
  expect(inThread(input)).toEqual([['bad.md', 5, 'prose/no-mix-dearu-desumasu', false]]);
});

test('a thread that dies is no silence', () => {
  const input = { texts: null, others: [], settings: {}, config: 'tsuzuri.config.ts' };
  expect(inThread(input)).toEqual([['tsuzuri.config.ts', null, 'input', true]]);
});

/** File, line, rule and whether it is fatal, of all that the thread says. */
function inThread(input: unknown): unknown {
  const script = `
    const { startReview } = await import(${JSON.stringify(join(ROOT, 'src/check/dist/review.js'))});
    const { text } = await import('node:stream/consumers');
    const found = await startReview(JSON.parse(await text(process.stdin)));
    console.log(JSON.stringify(found.messages.map(({ file, line, ruleId, fatal }) => [file, line ?? null, ruleId, fatal])));`;
  const options = { input: JSON.stringify(input), encoding: 'utf8' } as const;
  const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '--eval', script], options);
  expect(stderr).toBe('');
  return JSON.parse(stdout);
}
