/** Checks what glossaryLink makes of Markdown, page by page. */

import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import remarkStringify from 'remark-stringify';
import { unified } from 'unified';
import { describe, expect, it } from 'vitest';
import { card } from '../../tests/link/terms.ts';
import { createMatcher } from './matcher.ts';
import { glossaryLink } from './remark-plugin.ts';
import type { LinkSettings } from './settings.ts';

/** Cards without expansion, so that links stay short: `[NISC](/glossary/nisc)`. */
const match = createMatcher([
  card('nisc', 'term: NISC\ncategory: organisation'),
  card('asean', 'term: ASEAN\ncategory: organisation'),
  card('asean40', 'term: 日・ASEAN友好協力40周年\ncategory: event'),
  card('isc', 'term: 情報セキュリティ政策会議\ncategory: organisation'),
  card('ci', 'term: 重要インフラ'),
  card('ddos', 'term: DDoS攻撃'),
]);

function link(markdown: string, options: LinkSettings = {}): string {
  return String(
    unified()
      .use(remarkParse)
      .use(remarkGfm, { tablePipeAlign: false })
      .use(remarkFrontmatter)
      .use(glossaryLink, { match, ...options })
      .use(remarkStringify, { bullet: '-', rule: '-', emphasis: '*' })
      .processSync(markdown),
  ).trim();
}

const nisc = (text = 'NISC') => `[${text}](/glossary/nisc)`;
const asean40 = (text: string) => `[${text}](/glossary/asean40)`;

describe('links', () => {
  const CASES: readonly (readonly [what: string, markdown: string, linked: string])[] = [
    ['a word', 'NISCから', `${nisc()}から`],
    ['every mention', 'NISCとNISC', `${nisc()}と${nisc()}`],
    ['a list item', '- NISC', `- ${nisc()}`],
    ['a quotation', '> NISCは\n> 省', `> ${nisc()}は\n> 省`],
    ['a table cell', '| 名 | 数 |\n| - | - |\n| NISC | 1 |', `| 名 | 数 |\n| - | - |\n| ${nisc()} | 1 |`],
    ['a footnote', '本文[^1]\n\n[^1]: NISCの注', `本文[^1]\n\n[^1]: ${nisc()}の注`],
    ['words before an id', '今後NISCが {#u7}', `今後${nisc()}が {#u7}`],
    ['across a soft break', '情報セキュリティ\n政策会議で', '[情報セキュリティ\n政策会議](/glossary/isc)で'],
    ['a wholly strong mention from outside', '**NISC**から', `${nisc('**NISC**')}から`],
    ['across the edge of strong', '**日・ASEAN**友好協力40周年の', `${asean40('**日・ASEAN**友好協力40周年')}の`],
    ['into strong', '日・ASEAN**友好協力40周年の年**', `${asean40('日・ASEAN**友好協力40周年**')}**の年**`],
    ['over three nodes', '日・*ASEAN*友好協力**40周年**', asean40('日・*ASEAN*友好協力**40周年**')],
    ['the head of strong', '**DDoS攻撃等**は', '[**DDoS攻撃**](/glossary/ddos)**等**は'],
    ['the tail of strong', '事務局の**前はNISC**から', `事務局の**前は**${nisc('**NISC**')}から`],
    ['the middle of strong', '**前のNISCから**', `**前の${nisc()}から**`],
    ['two in strong', '**NISCと重要インフラと**', `${nisc('**NISC**')}**と[重要インフラ](/glossary/ci)と**`],
    ['strong in emphasis', '*前の**NISC**から*', `*前の${nisc('**NISC**')}から*`],
    ['beside a break that was asked for', 'NISC\\\nから', `${nisc()}\\\nから`],
    ['inside raw tags that hold prose', '<b>NISC</b>', `<b>${nisc()}</b>`],
  ];
  it.each(CASES)('%s', (_, markdown, linked) => expect(link(markdown)).toBe(linked));
});

describe('leaves alone', () => {
  const CASES: readonly (readonly [what: string, markdown: string])[] = [
    ['headings', '# NISCとは'],
    ['links', '[NISCの資料](https://example.jp)'],
    ['reference links', '[NISC]\n\n[NISC]: https://example.jp'],
    ['the label of a footnote', '本文[^NISC]\n\n[^NISC]: 注'],
    ['code', '`NISC`'],
    ['code blocks', '```\nNISC\n```'],
    ['images', '![NISCの図](nisc.png)'],
    ['front matter', '---\ntitle: NISC\n---'],
    ['raw blocks', '<div title="NISC">NISC</div>'],
    ['raw links', '<a href="/NISC">NISC</a>'],
    ['raw links with a mark inside', '<a href="/NISC">**NISC**</a>'],
    ['raw code', '<code>NISC</code>'],
    ['comments', '<!-- NISC -->'],
    ['ids', '本文 {#NISC}'],
    ['classes', '本文{.NISC}'],
    ['expressions of Vue', '{{ NISC }}'],
    ['containers', '::: tip NISC\n本文\n:::'],
    ['the toc', '\\[\\[NISC]]'],
    ['a name that hard breaks cut', '情報セキュリティ\\\n政策会議'],
    ['a name that an image cuts', '情報セキュリティ![](x.png)政策会議'],
    ['a name with code inside', '情報`セキュリティ`政策会議'],
    ['half a name in a link', '情報[セキュリティ](/x)政策会議'],
    ['another name', 'NISCsと重要インフラストラクチャ'],
    ['host names', 'NISC.go.jp'],
    ['file names', 'NISC.pdf'],
  ];
  it.each(CASES)('%s', (_, markdown) => expect(link(markdown)).toBe(markdown));

  it('addresses', () => {
    const bare = 'https://example.jp/NISC （www.example.jp/NISC） NISC@example.jp <https://example.jp/NISC>';
    expect(link(bare)).not.toContain('/glossary/');
  });
});

describe('options', () => {
  it('self: a page never links to itself', () =>
    expect(link('NISCと重要インフラ', { self: 'nisc' })).toBe('NISCと[重要インフラ](/glossary/ci)'));

  it('headings: links in headings when asked', () =>
    expect(link('# NISCとは {#s1}', { headings: true })).toBe(`# ${nisc()}とは {#s1}`));

  it('url: another place for entries', () =>
    expect(link('NISC', { url: ({ id }) => `../terms/${id}.html` })).toBe('[NISC](../terms/nisc.html)'));

  it('every: false links the first in each section', () =>
    expect(link('# 一\n\nNISCとNISC\n\nNISC\n\n## 二\n\n- NISC\n- NISC', { every: false })).toBe(
      `# 一\n\n${nisc()}とNISC\n\nNISC\n\n## 二\n\n- ${nisc()}\n- NISC`,
    ));

  it('every: false takes a link of the author for the first', () =>
    expect(link(`${nisc()}とNISC`, { every: false })).toBe(`${nisc()}とNISC`));

  it('every: false does not take a link to elsewhere for the first', () =>
    expect(link('[NISCの資料](/x)とNISC', { every: false })).toBe(`[NISCの資料](/x)と${nisc()}`));
});
