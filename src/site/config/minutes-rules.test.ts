/** Folds what stands before a meeting: what it takes for that, what it leaves. */
import { labelsIn } from '@tsuzuri/core/labels';
import { personPath } from '@tsuzuri/core/urls';
import { createMarkdownRenderer, disposeMdItInstance } from 'vitepress';
import { expect, test } from 'vitest';
import { foldFacts, markDirections, peopleLinks } from './minutes-rules.ts';

const LIST = ['青木', '井上', '上田', '江藤', '大野', '加藤', '木村'].map(name => `- ${name}\n`).join('');

async function html(source: string, matter: object = {}): Promise<string> {
  disposeMdItInstance(); // VitePress has one in a process: that of another test
  const md = await createMarkdownRenderer(process.cwd(), {
    config: md => {
      md.core.ruler.push('directions', markDirections);
      md.core.ruler.push('people', peopleLinks(new Set([personPath('Olivia-Mori') ?? ''])));
      md.core.ruler.push('fold', state => foldFacts(state, labelsIn('ja')));
    },
  });
  return md.render(source, { frontmatter: { kind: 'minutes', ...matter } });
}

const summaryOf = async (source: string, matter?: object): Promise<string | undefined> =>
  /<summary>(.*?)<\/summary>/.exec(await html(source, matter))?.[1]?.replace(/<[^>]*>/g, '');

test.each([
  [
    'headings',
    `# 会議\n\n## 1 日時\n\n5月1日\n\n## 2 出席者（敬称略）\n\n${LIST}\n## 3 議事\n\n始めます。`,
    '日時、出席者 2名',
  ],
  ['lines without headings', `# 会議\n\n日時：5月1日\n\n${LIST}\n## 議事\n\n始めます。`, '開催の記録 2名'],
  ['a sentence', `# 会議\n\n## 出席者\n\n${LIST}\n皆様に感謝します。\n\n## 議事\n\n始めます。`, undefined],
  [
    'what is longer than a name',
    `# 会議\n\n## 出席者から寄せられた御意見とその回答の一覧\n\n${LIST}\n## 議事\n\n始めます。`,
    undefined,
  ],
  ['a single line', '# 会議\n\n日時：5月1日\n\n## 議事\n\n始めます。', undefined],
  ['what has nothing behind it', `# 会議\n\n## 出席者\n\n${LIST}`, undefined],
])('%s', async (_, source, summary) => {
  expect(await summaryOf(source, { attendees: [{ name: '青木' }, { name: '井上' }] })).toBe(summary);
});

test('a name may have a hyphen', async () => {
  const page = await html('# 会議\n\n- Olivia-Mori\n', { attendees: [{ name: 'Olivia-Mori' }] });
  expect(page).toContain('/">Olivia-Mori</a>');
});

test.each([
  [
    '採決します。〔異議なし〕全員賛成です。（拍手）',
    '採決します。<em>〔異議なし〕</em>全員賛成です。<em>（拍手）</em>',
  ],
  [
    'よろしいでしょうか。(委員から異議なしとの発言あり)それでは',
    'よろしいでしょうか。<em>(委員から異議なしとの発言あり)</em>それでは',
  ],
  ['伺います。 （「なし」と呼ぶ者あり） 採決します。', '伺います。 <em>（「なし」と呼ぶ者あり）</em> 採決します。'],
  ['（拍手多数）承認されました。', '<em>（拍手多数）</em>承認されました。'],
  ['〔異議ナシノ聲アリ〕', '<em>〔異議ナシノ聲アリ〕</em>'],
  // No direction: of the sentence, a remark of who speaks, a note on a person
  ['満場一致（異議なし）で可決しました。', '満場一致（異議なし）で可決しました。'],
  ['お配りしました。（市民の声）を御覧ください。', 'お配りしました。（市民の声）を御覧ください。'],
  ['終わります。（資料は省略します。）', '終わります。（資料は省略します。）'],
  ['田所理事（16時10分退席）', '田所理事（16時10分退席）'],
  // Read as one already
  ['*（拍手）*', '<em>（拍手）</em>'],
  ['**採決**（拍手）です。', '<strong>採決</strong>（拍手）です。'],
])('directions within a speech: %s', async (source, words) => {
  expect(await html(source)).toBe(`<p>${words}</p>\n`);
});

test('directions in tables and other pages stay as they are', async () => {
  expect(await html('| 氏名 |\n| --- |\n| （退席） |')).not.toContain('<em>');
  expect(await html('終わります。（拍手）', { kind: 'text' })).not.toContain('<em>');
});
