/** Holds that a name that no entry had on the day of a meeting is reported, with its line and the line to add. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { textLine } from '@tsuzuri/core/messages';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { checkProject } from './index.ts';

const root = mkdtempSync(join(tmpdir(), 'tsuzuri-gaps-'));
const edition = (title: string, period: string) =>
  `---\nterm: ${title}\nreading: すいどうけいかく\ncategory: document\nnames:\n  - {name: 水道計画, ${period}}\n---\n# ${title}\n\n計画。\n`;
beforeAll(() => {
  for (const folder of ['seeds', 'docs/glossary']) mkdirSync(join(root, folder), { recursive: true });
  const scan =
    '町議会 会議録\n\n1 日時\n\n平成30年10月1日\n\n2 議題\n\n水道計画に基づく工事について\n\n水道計画の予算について\n';
  writeFileSync(join(root, 'seeds/a.txt'), scan);
  writeFileSync(
    join(root, 'docs/glossary/w2013.md'),
    edition('水道計画（2013年）', 'from: 2013-06-10, until: 2015-09-03'),
  );
  writeFileSync(join(root, 'docs/glossary/w2021.md'), edition('水道計画（2021年）', 'from: 2021-09-28'));
});
afterEach(() => vi.unstubAllEnvs());
afterAll(() => rmSync(root, { recursive: true, force: true }));

const gaps = async () => {
  const found = await checkProject({ root, config: {}, file: 'tsuzuri.config.ts' });
  return found.filter(({ ruleId }) => ruleId === 'no-name-then').map(textLine);
};

test('once for each name, in Japanese', async () => {
  expect(await gaps()).toEqual([
    'seeds/a.txt:9: （参考）「水道計画」と呼ばれた項目は、この文書の日付（2018-10-01）にはないので、リンクしません。近いのは「水道計画（2013年）」（2013-06-10 – 2015-09-03、docs/glossary/w2013.md:6）、「水道計画（2021年）」（2021-09-28 – 、docs/glossary/w2021.md:6）です。その時期の項目を作るか、同じものなら近い項目の names に、次の行を足してください: `- {name: 水道計画, from: 2015-09-04, until: 2021-09-27}`',
  ]);
});

test('and in English', async () => {
  vi.stubEnv('TSUZURI_LANG', 'en');
  expect(await gaps()).toEqual([
    'seeds/a.txt:9: (note) No entry was called “水道計画” on the date of this document (2018-10-01), so it is not linked; the nearest: “水道計画（2013年）” (2013-06-10 – 2015-09-03, docs/glossary/w2013.md:6), “水道計画（2021年）” (2021-09-28 – , docs/glossary/w2021.md:6). Make an entry for that time, or, if one of these is meant, add this line to its `names`: `- {name: 水道計画, from: 2015-09-04, until: 2021-09-27}`',
  ]);
});
