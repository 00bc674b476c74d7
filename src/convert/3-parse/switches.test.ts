/** Decides of a scan what a person says, where the program would decide otherwise, and says what it did not understand. */
import { describe, expect, test } from 'vitest';
import { loadAnalyzer } from '../morphology/index.ts';
import { classesOf, convert, notesOf } from '../pipeline.ts';
import type { Switches } from './switches.ts';

const analyzer = await loadAnalyzer();
const scanOf = (text: string) => ({ file: 'a.txt', text, sha256: '', encoding: 'utf-8' as const, bom: false });
const convertText = (text: string, switches: Switches = {}) =>
  convert(scanOf(text), { corrections: [], switches }, { analyzer, rules: [] });
const pageOf = async (text: string, switches?: Switches): Promise<string> =>
  String((await convertText(text, switches)).file).replace(/^---[\s\S]*?---\n\n/, '');

const HEAD = '第3回みなと会議　会議録\n\n日時：令和5年6月7日（水）10:00～11:30\n\n';

describe('kind', () => {
  const text = '港の計画\n\n日時：令和5年6月7日（水）10:00～11:30\n\n防波堤\n\n・高さを上げる\n';
  test('slides have headings, where minutes have topics only', async () => {
    expect(await pageOf(text)).toContain('## 防波堤');
    expect((await convertText(text, { kind: 'slides' })).minutes.meeting.document).toBe('資料');
  });
});

describe('notation', () => {
  const text = `${HEAD}甲野→　防波堤の高さを伺います。\n乙山：四メートルです。\n会長：ほかにありますか。\n`;
  test('whatever stands in the form is a speaker, even once; nothing in another form', async () => {
    expect(await pageOf(text)).not.toContain('## 乙山');
    expect(await pageOf(text, { notation: ['colon'] })).toMatch(/## 乙山[\s\S]*## 会長/);
    expect(await pageOf(text, { notation: ['bold'] })).not.toContain('## 会長');
  });
});

describe('columns', () => {
  const left = '　・防波堤の高さを四メートルにし、';
  const text = `${HEAD}${left}　　　　　年内に工事を始める。\n船が入りやすくする。　　　　　　　　　費用は国が持つ。\n`;
  test('wide gaps part columns, unless a person says that they do not', async () => {
    expect(await pageOf(text)).not.toMatch(/始める。船/);
    const cut = `${HEAD}防波堤の高さについては、　　　　　　　四メートルと\nすることが決まった。\n`;
    expect(await pageOf(cut)).not.toContain('四メートルとすることが');
    expect(await pageOf(cut, { columns: 1 })).toContain('四メートルとすることが');
    expect(await pageOf(`${HEAD}防波堤の高さを\n上げることにした。\n`, { columns: 2 })).toContain('高さを\n');
  });
});

describe('heads', () => {
  const text = `${HEAD}会長：防波堤の高さについては、来年度の\n港の会報\n予算で上げることにします。\n`;
  test('a line that a person names goes out of the sentence', async () => {
    expect(await pageOf(text)).not.toContain('来年度の予算で');
    expect(await pageOf(text, { heads: ['港の会報'] })).toContain('来年度の予算で上げることにします。');
  });
});

describe('what was not understood', () => {
  const said = async (text: string, switches?: Switches): Promise<string[]> =>
    notesOf(await convertText(text, switches), 'a.txt').map(({ line, reason }) => `${line}: ${reason}`);

  test('a day that is none, a record without speakers, a title that is none', async () => {
    const [silent, when] = await said('第3回みなと会議　会議録\n\n日時：調整中\n\n防波堤の高さを上げる。\n');
    expect(silent).toMatch(/^1: 会議録なのに、発言者を一人も/);
    expect(when).toMatch(/^3: 「日時：調整中」から日付を/);
    expect(await said('防波堤の高さを上げることにしたので、来年度の予算で工事を行う。\n')).toEqual([
      expect.stringMatching(/^1: 題名を読み取れませんでした/),
    ]);
  });

  test('a circle that opens no speech where others do', async () => {
    const speeches = ['会長', '事務局', '会長'].map(label => `○${label}　防波堤についてです。`).join('\n');
    expect(await said(`${HEAD}${speeches}\n○次期計画の骨子\n`)).toEqual([
      expect.stringMatching(/^8: 「○次期計画の骨子」は発言の初めか決められず/),
    ]);
  });

  test('two columns, until a person has decided', async () => {
    const line = `${'防波堤の高さを上げる。'}　　　　　${'工事は来年度に行う。'}\n`;
    expect(await said(`${HEAD}会長：始めます。\n${line.repeat(3)}`)).toEqual([
      expect.stringMatching(/二段組みかもしれません/),
    ]);
    expect(await said(`${HEAD}会長：始めます。\n${line.repeat(3)}`, { columns: 1 })).toEqual([]);
  });

  test('of a line its class, and by what it has it', async () => {
    const converted = await convertText(`${HEAD}○会長　始めます。\n`);
    expect(classesOf(converted, 5)).toEqual([
      '「○会長　始めます。」: 発言者の表示で始まるので、発言の初め（表示の形 circle and space、発言者 会長）',
    ]);
    expect(classesOf(converted, 4)).toEqual([]);
  });
});
