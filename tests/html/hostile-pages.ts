/** What a scan or a contributor could throw at a printer of HTML: Markdown, with words that a reader must still see. */

import type { Page } from '@tsuzuri/core/book';
import { parsePage } from '@tsuzuri/core/markdown';

export const minutesPage = (path: string, body: string, title = '悪い頁'): Page =>
  parsePage(
    path,
    `---\ntitle: ${JSON.stringify(title)}\nkind: minutes\nsource: seeds/x.txt\ndate: 2020-01-01\n---\n\n${body}\n`,
  );

const row = (name: (index: number) => string): string =>
  `| ${Array.from({ length: 40 }, (_, index) => name(index)).join(' | ')} |`;

/** By what is odd about it. */
export const HOSTILE: Readonly<Record<string, { readonly body: string; readonly seen: readonly string[] }>> = {
  'tags and entities': {
    body: '# 題\n\n&lt;script&gt;alert(1)&lt;/script&gt; <b>太字</b> &amp;lt; &amp;nbsp; &nbsp;後 ]]&gt; &lt;![CDATA[ &lt;!-- --\n\n<div onclick="x()">枠</div>\n\n<script>alert(2)</script>',
    seen: [
      '<script>alert(1)</script>',
      '<b>太字</b>',
      '&lt;',
      '&nbsp;',
      ']]>',
      '<![CDATA[',
      '<div onclick="x()">枠</div>',
      'alert(2)',
    ],
  },
  'control characters and halves of letters': {
    body: '# 制御\u0001の題\n\n制御\u0001\u0008\u000B\u001F\u007F\u0085、半分\uD83D、\uDC00逆、非文字\uFFFE\uFFFF\u{1FFFE}、絵文字😀👨‍💻、葛\u{E0100}\n\n[先](https://example.org/ "制御\u0001の名")',
    seen: [
      '制御U+0001の題',
      '制御U+0001U+0008U+000BU+001FU+007FU+0085',
      '半分U+D83D、U+DC00逆',
      'U+FFFEU+FFFFU+1FFFE',
      '😀👨‍💻',
    ],
  },
  'a table with 40 columns, short and long rows, no head': {
    body: `# 表\n\n${row(index => `見出${index}`)}\n|${' --: |'.repeat(40)}\n${row(index => `値${index}`)}\n| 短い行 |\n\n| | |\n| - | :-: |\n| 頭なし | 二 | 三つ目 |`,
    seen: ['見出39', '値39', '短い行', '頭なし', '三つ目'],
  },
  'anchors and links': {
    body: '# 題 {#top}\n\n##### 飛んだ段 {#s1}\n\n## 同じ名 {#s1}\n\n### {#s2}\n\n## Ａ_b {#A_b-9}\n\n意見 {#u1}\n\n- 項 {#u2}\n\n  続き\n- 次 {#u3}\n\n[一](#s1) [二](#s2) [三](#A_b-9) [四](#u2) [題](#top) [無](#nowhere) [無頁](/minutes/none#u1) [壊](http://[) [%](/%E0%A4) [脚](javascript:alert(1)) [資料](data:text/html,x) [空]() [](https://example.org/) [外](https://example.org/a|b?c={d}^`e`) [便](mailto:a@example.org) [頁](other) [未定義][zz] [定義][dd]\n\n[dd]: /minutes/other#s1',
    seen: ['飛んだ段', '同じ名', 'Ａ_b', '無頁', '脚', '資料', '[未定義][zz]', '定義'],
  },
  footnotes: {
    body: '# 注\n\n## 見出しの注[^a] {#s1}\n\n文[^b]、もう一度[^b]、[リンクの中[^c]](https://example.org/)、無い注[^zz]\n\n| 表の注[^d] |\n| - |\n| 甲[^d] |\n\n[^a]: 見出しから\n\n[^b]: 自分を引く[^b]\n\n    二つ目の段落\n\n[^c]: リンクから\n\n[^d]: 表から\n\n[^名]: 引かれない注',
    seen: ['見出しから', '自分を引く', '二つ目の段落', 'リンクから', '表から', '引かれない注', '[^zz]'],
  },
  'pictures, tasks, code, rules': {
    body: '# 図\n\n![](x.png) ![組織図](https://example.org/x.png) ![参照][i]\n\n- [x] 済み\n- [ ] まだ\n\n```"><script>\n  <b>\n```\n\n`<i>`\n\n---\n\n> 引用\n> # 引用の題\n\n3. 三番\n\n[i]: y.png',
    seen: ['x.png', '組織図', '■ 済み', '□ まだ', '<b>', '<i>', '引用の題', '三番'],
  },
  'nesting without end': {
    body: `# 深み\n\n[先](#u9)\n\n${'> '.repeat(300)}深い {#u9}\n\n${'*あ **い '.repeat(200)}\n\n${Array.from({ length: 60 }, (_, depth) => `${'  '.repeat(depth)}- 段${depth} {#u${depth + 20}}`).join('\n')}`,
    seen: ['深い', '段0', '段59'],
  },
  'runs without a break': {
    body: `# ${'題'.repeat(500)}\n\n${'a'.repeat(5000)}\n\n${'ー'.repeat(5000)}\n\n| ${'名'.repeat(9)} | ${'x'.repeat(900)} |\n| - | - |\n| 甲 | [先](https://example.org/${'y'.repeat(900)}) |`,
    seen: ['a'.repeat(5000), 'ー'.repeat(5000)],
  },
  'no title, no text': { body: '', seen: [] },
  'a title of a picture and a link': {
    body: '# ![図](x.png)[用語](/minutes/other)\n\n# 二つ目の題\n\n文',
    seen: ['図', '二つ目の題'],
  },
  'seven levels': { body: '# 一\n\n## 二\n\n### 三\n\n#### 四\n\n##### 五\n\n###### 六 {#s6}\n\n文', seen: ['六'] },
};

/** All of them in one book: equal titles, paths of odd letters, beside pages that only differ in their case. */
export const HOSTILE_PAGES: readonly Page[] = [
  ...Object.values(HOSTILE).map(({ body }, index) => minutesPage(`minutes/頁（${index}）&"'<`, body)),
  minutesPage('minutes/other', '# 悪い頁\n\n## 節 {#s1}'),
  minutesPage('minutes/Other', '# 悪い頁\n\n## 節 {#s1}'),
  minutesPage(`minutes/${'長'.repeat(200)}`, '# 長い名\n\n## 節 {#s1}\n\n[自分](#s1)'),
];
