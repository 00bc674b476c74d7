/** A small book, taken from the scans, in the Markdown of `build/pages`. */

import type { Page } from '@tsuzuri/core/book';
import { parsePage } from '@tsuzuri/core/markdown';
import type { Edition } from '@tsuzuri/print/edition';
import type { Volume } from '@tsuzuri/print/volume';

const ISC = `---
title: 高度情報通信ネットワーク社会推進戦略本部 情報セキュリティ政策会議 第31回会合 議事要旨
kind: minutes
source: seeds/2012-11-01-isc-31.txt
scan: {file: 2012-11-01-isc-31.txt, sha256: 3b0c1f6f0c9e6a0f4e9b3c0d2a1f5e7788990011aabbccddeeff001122334455}
body: 情報セキュリティ政策会議
session: 31
date: 2012-11-01
era: 平成24年11月1日(木)
document: 議事要旨
edits: 12
doubts: 3
---

# 高度情報通信ネットワーク社会推進戦略本部 情報セキュリティ政策会議 第31回会合 議事要旨

## 1 日時 {#s1}

平成24年11月1日(木) 17:30~18:10

## 2 場所 {#s2}

中央合同庁舎第4号館4階共用第2特別会議室

## 3 出席者(敬称略) {#s3}

| 氏名 | 役職 |
| --- | --- |
| 藤村 修 | 内閣官房長官 |
| 前原 誠司 | 内閣府特命担当大臣(科学技術政策) |
| 小平 忠正 | 国家公安委員会委員長 |
| 樽床 伸二 | 総務大臣 |
| 藤末 健三 | 総務副大臣代理出席 |
| 玄葉 光一郎 | 外務大臣 |
| 枝野 幸男 | 経済産業大臣 |
| 森本 敏 | 防衛大臣 |
| 大野 元裕 | 防衛大臣政務官代理出席 |
| 遠藤 信博 | 日本電気株式会社代表取締役執行役員社長 |
| 小野寺 正 | KDDI株式会社代表取締役会長 |
| 土屋 大洋 | 慶応義塾大学大学院教授 |
| 野原 佐和子 | 株式会社イプシ・マーケティング研究所代表取締役社長 |
| 前田 雅英 | 首都大学東京法科大学院教授 |
| 村井 純 | 慶応義塾大学教授 |
| 齋藤 勁 | 内閣官房副長官 |
| 竹歳 誠 | 内閣官房副長官 |
| 米村 敏朗 | 内閣危機管理監 |
| 佐々木 豊成 | 内閣官房副長官補 |
| 櫻井 修一 | 内閣官房副長官補 |
| 徳田 英幸 | 内閣官房情報セキュリティ補佐官 |
| 篠田 陽一 | 内閣官房情報セキュリティ補佐官 |

## 4 議事概要 {#s4}

### (1) 討議 {#s5}

- 情報セキュリティに関する国際的取組について
- その他
  - 入れ子の項目
    1. 番号の項目
    2. もう一つ

上記について、事務局より資料に基づき説明が行われるとともに、小野寺構成員より、「サイバー空間に関するブダペスト会議」に参加した感想が述べられた。

### (2) 構成員意見交換 {#s6}

構成員から以下のような意見が述べられた。

- 予算の制約がある中で、JPCERT/CC やNICT等の関連団体において国際連携を推進していることは頼もしいことである。我が国が疎外された中で国際ルールを決められてしまう事態とならないよう、外務大臣をはじめ関係する大臣が、ハイレベルな国際会議で強いリーダーシップを発揮していただきたい。 {#u1}
- [NISC](/glossary/nisc) や関係する省庁の報道発表が国内向けに偏りすぎていて、国際的なインパクトを考慮した広報活動が重要である。また、JPCERT/CC 等の個々の活動についても、しっかりと広報していく必要がある。 {#u2}

  これらの取組を通じて、引き続き、我が国における情報セキュリティの確保に努める。
- 弊社としてはNISCからタイムリーに脅威情報などを展開いただいた。第3次行動計画についても同様である。[載らないページ](/rules/dash)への言及。 {#u3}
`;

const COMMITTEE = `---
title: 重要インフラ専門委員会 第32回会合議事要旨（案）
kind: minutes
source: seeds/2013-06-20-ci-committee-32.txt
scan: {file: 2013-06-20-ci-committee-32.txt, sha256: "0000000000000000000000000000000000000000000000000000000000000000"}
body: 重要インフラ専門委員会
parent: 情報セキュリティ政策会議
session: 32
date: 2013-06-20
era: 平成25年6月20日（木）
document: 議事要旨
draft: true
---

# 重要インフラ専門委員会 第32回会合議事要旨（案）

## ②委員意見開陳 {#s1}

### &lt;報告1&gt; {#s2}

○言葉の使い方だが、資料4の「ホームページ」とは何を指すのか。「トップページ」、「Webページ」という言葉も出てくる。これは止めた方が良い。 {#u1}

○資料4のP6(1)について、気付きとして利用されたメールアドレスについて、システム管理者が覚知し、システム管理者が対策を講じるべきとあるが、組織によってセキュリティ対策やリスク管理の体制は様々であり、リスクを認識する主体や対策をする主体が誰であるかは組織で決まっている。 {#u2}

本件はリスクを認識する主体が誰で対策するのが誰かという点の気付きに見える。[第31回の意見](/minutes/2012-11-01-isc-31#u2)も参照。
`;

const HEADQUARTERS = `---
title: サイバーセキュリティ戦略本部 第31回会合 議事概要
kind: minutes
source: seeds/2021-09-27-cs-hq-31.txt
scan: {file: 2021-09-27-cs-hq-31.txt, sha256: "1111111111111111111111111111111111111111111111111111111111111111"}
body: サイバーセキュリティ戦略本部
session: 31
date: 2021-09-27
era: 令和3年9月27日（月）
document: 議事概要
speeches:
  - { id: u1, label: 丸川東京オリンピック競技大会・東京パラリンピック競技大会担当大臣（副本部長） }
  - { id: u2, label: 後藤本部員, name: 後藤 厚宏 }
---

# サイバーセキュリティ戦略本部 第31回会合 議事概要

## 4 議事概要 {#s1}

### （2）討議 {#s2}

【決定事項】

- 次期サイバーセキュリティ戦略（案）等について
- 政府情報システムにおけるクラウドサービスのセキュリティ評価制度の基本的枠組みの一部改正（案）について

#### 丸川東京オリンピック競技大会・東京パラリンピック競技大会担当大臣（副本部長） {#u1}

それでは、意見交換に移りたい。

まず、有識者本部員よりコメントをいただきたい。

#### 後藤本部員 {#u2}

最初に、この夏のオリパラ大会は、特別の環境下での開催であったが、先ほどもあったように、大会運営に影響を与えるような攻撃がなかった。8月17日の海外メディアには「The Tokyo Olympics are a cybersecurity success story」、東京大会はサイバーセキュリティの成功ストーリーだと高く評価する記事が出ていた。私も誇らしく感じたところである。

さて、次期戦略（案）であるが、NISCを中心に、[NICT](/glossary/nict)における基盤（CYNEX）の構築が進む。[^1]

| | |
| --- | --- |
| 23年度 | 6.3 億円 |
| 23年度補正 | 5.6 億円 |
| 26年度(案) | 3.0 億円 |

**米国と合意**、*強調*、~~取消~~、\`code\`、改行<br>後、二つ目の注[^1]、文字通りの<b>タグ</b>、![組織図](x.png)、<https://www.nisc.go.jp/>と[外の頁](https://www.nict.go.jp/index.html)。

> 引用の文。

---

\`\`\`
tsuzuri  build
\`\`\`

－ 以上 －

[^1]: 脚注の文。[NISC](/glossary/nisc)も引く。
`;

const FISCAL = `---
title: 平成27年度総合セキュリティ対策会議(第4回) 発言要旨
kind: minutes
source: seeds/fy2015-sgst-4.txt
body: 総合セキュリティ対策会議
session: 4
document: 発言要旨
speeches:
  - { id: u1, label: 片山委員 }
---

# 平成27年度総合セキュリティ対策会議(第4回) 発言要旨

## 3. 質疑応答 {#s1}

### (片山委員) {#u1}

報告書について、とてもよくまとまっており、論点等も整理されていると思いますので、異論はございません。
`;

const term = (id: string, word: string, reading: string, body: string): Page =>
  parsePage(
    `glossary/${id}`,
    `---\ntitle: ${word}\nkind: term\nsource: docs/glossary/${id}.md\nterm: ${word}\nreading: ${reading}\n---\n\n# ${word}\n\n${body}\n`,
  );

const ABOUT = `---
title: この本について
kind: text
source: docs/about.md
---

# この本について

政府の議事録を読みやすくしたものです。[用語](/glossary/nisc)を引けます。

## 直し方 {#fix}

訂正はすべて台帳に残ります。
`;

const RULE = `---
title: 「第ー回」の横棒は漢数字の一
kind: rule
source: docs/rules/dash.md
---

# 規則は本に載らない
`;

export const SAMPLE: readonly Page[] = [
  term('nict', 'NICT', 'エヌアイシーティー', '国立研究開発法人情報通信研究機構。[NISC](/glossary/nisc)と協力する。'),
  term(
    'nisc',
    'NISC',
    'ニスク',
    [
      '| 項目 | 内容 |\n| - | - |\n| 読み | ニスク |\n| 分類 | 組織・会議体 |',
      '内閣サイバーセキュリティセンター。[第31回会合](/minutes/2012-11-01-isc-31#u2)に出てくる。',
      '## 関連する用語 {#see}\n\n- [NICT](/glossary/nict)',
      '## この用語が出てくる箇所（2か所） {#mentions}\n\n### 2012年11月1日 [第31回](/minutes/2012-11-01-isc-31) {#in-2012}',
      '- [(2) 構成員意見交換](/minutes/2012-11-01-isc-31#u2)：NISCや関係する省庁の報道発表が国内向けに偏りすぎていて。',
      '## 同じ文によく出てくる用語 {#together}\n\n- [NICT](/glossary/nict) 2か所',
      '## 典拠 {#sources}\n\n- 「報道発表が国内向けに偏りすぎていて」 [第31回会合 議事要旨](/minutes/2012-11-01-isc-31#u2)',
    ].join('\n\n'),
  ),
  term('ipa', 'IPA', 'アイピーエー', '独立行政法人情報処理推進機構。'),
  parsePage('minutes/2021-09-27-cs-hq-31', HEADQUARTERS),
  parsePage('minutes/fy2015-sgst-4', FISCAL),
  parsePage('minutes/2012-11-01-isc-31', ISC),
  parsePage('minutes/2013-06-20-ci-committee-32', COMMITTEE),
  parsePage('about', ABOUT),
  parsePage('rules/dash', RULE),
];

export const EDITION: Edition = { version: '0.1.0', date: '2026-11-22' };

/** A book of these pages, without corrections or attachments but those given. */
export const volumeOf = (pages: readonly Page[], more: Partial<Volume> = {}): Volume => ({
  name: 'sample',
  title: '綴り 政府議事録集',
  pages,
  uses: [],
  attachments: [],
  ...more,
});
