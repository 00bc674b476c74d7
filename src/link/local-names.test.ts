/** Checks what a page names by the short names that it gives itself, and how far they reach. */
import { describe, expect, it, test } from 'vitest';
import { card } from '../../tests/link/terms.ts';
import { createMatcher } from './matcher.ts';
import { linkSource } from './source-links.ts';

const TERMS = [
  card('law', 'term: 甲基本法\ncategory: law'),
  card('hq', 'term: 甲戦略本部\ncategory: organisation'),
  card('plan', 'term: 地域防災計画\ncategory: document'),
  card('river', 'term: 河川整備計画\ncategory: document'),
  card('clinic', 'term: 市民病院\ncategory: organisation'),
  card('train', 'term: 自動列車制御装置\ncategory: system'),
  card('gdpr', 'term: 一般データ保護規則\ncategory: law\nexpansion: General Data Protection Regulation'),
  card('dsa', 'term: Digital Services Act\ncategory: law'),
  card('mic', 'term: 総務省\ncategory: organisation'),
  card('who', 'term: WHO\ncategory: organisation'),
  card('cup', 'term: 全国大会\ncategory: event'),
  card(
    'water1',
    'term: 水道計画（2010年）\ncategory: document\nnames: [{name: 水道計画, from: 2010-04-01, until: 2015-03-31}]',
  ),
  card('water2', 'term: 水道計画（2015年）\ncategory: document\nnames: [{name: 水道計画, from: 2015-04-01}]'),
  card('board', 'term: サイバー戦略本部\ncategory: organisation'),
];
const match = createMatcher(TERMS);

/** The links of a page as `words→entry`. */
function linksIn(page: string, date?: string): string[] {
  const linked = linkSource(page, { match, url: ({ id }) => `/${id}`, title: () => undefined, ...(date && { date }) });
  return [...linked.matchAll(/\[([^[\]]+)\]\(\/([\w]+)\)/gu)].map(([, words, id]) => `${words}→${id}`);
}

/** Pages; what they name by the names of cards is left out of the second column. */
const PAGES: readonly (readonly [caption: string, page: string, local: readonly string[]])[] = [
  [
    'laws and bodies',
    '甲基本法（平成26年法律第1号。以下「基本法」という。）により、甲戦略本部（以下「戦略本部」という。）を置く。戦略本部は基本法第3条を守る。',
    ['戦略本部→hq', '基本法→law'],
  ],
  ['not before it is given', '計画を見る。地域防災計画（以下「計画」という。）。計画を直す。', ['計画→plan']],
  [
    'unquoted',
    '地域防災計画（以下、防災計画）による。防災計画の改定、防災計画書。',
    ['防災計画→plan', '防災計画→plan'],
  ],
  ['unquoted, with a verb', '甲基本法（以下基本法という。）による。基本法の改正。', ['基本法→law']],
  ['by the way', '地域防災計画、通称「防災計画」を直す。防災計画の改定。', ['防災計画→plan']],
  ['a name behind a dot', '甲戦略本部（通称・戦略本部）は。戦略本部の長。', ['戦略本部→hq']],
  [
    'words that are none of its own',
    '甲基本法（以下同じ）と、通称「赤本」と、甲戦略本部（以下、次の表）。同じ赤本の次の表。',
    [],
  ],
  [
    'one character',
    '甲基本法（以下「法」という。）。法第3条、法の規定。方法、立法、法的、法の支配、法案。',
    ['法→law', '法→law'],
  ],
  ['in later blocks', '地域防災計画（以下、「防災計画」という。）\n\n- 防災計画の改定\n', ['防災計画→plan']],
  ['単に', '河川整備計画（以下単に「計画」といいます。）を見る。計画を直す。', ['計画→river']],
  ['quotation marks of another kind', '河川整備計画（以下『整備計画』と略す）と整備計画', ['整備計画→river']],
  ['a word in hiragana before it', '甲基本法（以下「基本法」という。）とこども基本法、まちづくり基本法。', []],
  ['the last of several', '甲戦略本部及び総務省（以下「関係機関」という。）。関係機関は', []],
  [
    'the last of several, which it shortens',
    '総務省及び甲戦略本部（以下「戦略本部」という。）。戦略本部は',
    ['戦略本部→hq'],
  ],
  ['either of two', '甲基本法及び地域防災計画（以下「計画」という。）。計画は', ['計画→plan']],
  ['both of two', '河川整備計画及び地域防災計画（以下「計画」という。）。計画は', []],
  ['the capitals of the last of several', '総務省と自動列車制御装置（以下「ATC」という。）。ATCは', ['ATC→train']],
  ['the only one of its clause', '総務省により、地域防災計画（以下「要綱」という。）。要綱は', ['要綱→plan']],
  ['all of two in English', 'WHO and the Digital Services Act (hereinafter “the Parties”). The Parties met.', []],
  [
    'nouns in hiragana',
    '地域防災計画（以下「計画」という。）。みどり計画、ふるさと計画、いじめ計画。定める計画は',
    ['計画→plan'],
  ],
  ['in code', '甲基本法`（以下「基本法」という。）`と基本法。', []],
  ['of what stands in code', '`甲基本法`（以下「基本法」という。）と基本法。', []],
  ['used in code', '甲基本法（以下「基本法」という。）と`基本法`。', []],
  ['what a ministry has', '総務省（JST）。JSTは', []],
  [
    'a paragraph of an article',
    '甲基本法（以下この項において「基本法」という。）と基本法。\n\n２　基本法は',
    ['基本法→law'],
  ],
  [
    'a section within the reach of another',
    '甲基本法（以下「法」という。）\n\n## 第1章\n\nDigital Services Act（以下この章において「法」という。）と法第1条\n\n## 第2章\n\n法第2条',
    ['法→dsa', '法→law'],
  ],
  [
    'three reaches',
    '甲基本法（以下「法」という。）\n\n## 第1章\n\nDigital Services Act（以下この章において「法」という。）\n\n### 第1節\n\n一般データ保護規則（以下この節において「法」という。）と法第1条\n\n### 第2節\n\n法第2条\n\n## 第2章\n\n法第3条',
    ['法→gdpr', '法→dsa', '法→law'],
  ],
  [
    'the name of another act',
    'The Digital Services Act (hereinafter “the Act”). The Act on the Protection of Data; the Act applies.',
    ['the Act→dsa'],
  ],
  [
    'no quotation marks',
    'The Digital Services Act (hereinafter referred to as the Act). See the Act.',
    ['the Act→dsa'],
  ],
  ['two brackets', '甲基本法（平成26年法律第1号）（以下「基本法」という。）。基本法は', ['基本法→law']],
  ['a bracket within', '甲基本法（平成26年法律第1号（改正を含む）。以下「基本法」という。）。基本法は', ['基本法→law']],
  ['a quoted long name', '「地域防災計画」（以下「防災計画」）。防災計画は', ['防災計画→plan']],
  [
    'two short names',
    '地域防災計画（以下「防災計画」又は「計画」という。）。防災計画と計画は',
    ['防災計画→plan', '計画→plan'],
  ],
  ['without a bracket', '地域防災計画を、以下「防災計画」と呼ぶ。防災計画は', ['防災計画→plan']],
  ['略称', '自動列車制御装置（略称：ATC）。ATCは', ['ATC→train']],
  ['capitals in a bracket', '自動列車制御装置（ATC）を使う。ATCは止まる。ATCS は別。', ['ATC→train']],
  ['capitals, as the card spells them out', '一般データ保護規則（GDPR）。GDPRは', ['GDPR→gdpr']],
  ['capitals before a bracket', 'ATC（自動列車制御装置）を使う。ATCは止まる。', ['ATC→train']],
  ['capitals before a long bracket', 'GDPR（一般データ保護規則、2018年施行）とGDPR', ['GDPR→gdpr']],
  [
    'words that a name spells out',
    'WHO (World Health Organization) met. The World Health Organization said.',
    ['World Health Organization→who'],
  ],
  [
    'words before it',
    'The World Health Organization (WHO) met. The World Health Organization said.',
    ['World Health Organization→who'],
  ],
  [
    'hereinafter',
    'The Digital Services Act (hereinafter “the Act”) applies. Under the Act, acts of others do not. The Act binds.',
    ['the Act→dsa', 'The Act→dsa'],
  ],
  [
    'hereinafter referred to as',
    'Digital Services Act (hereinafter referred to as the "DSA") and the DSA',
    ['DSA→dsa'],
  ],
  ['quoted in a bracket', 'The Digital Services Act ("DSA") and the DSA', ['DSA→dsa']],
  [
    'a chapter',
    '# 規程\n\n## 第1章 総則\n\n地域防災計画（以下この章において「計画」という。）は\n\n### 第1節\n\n計画は\n\n## 第2章\n\n計画は',
    ['計画→plan'],
  ],
  [
    'a section',
    '## 第1章\n\n### 第1節\n\n地域防災計画（以下この章において「計画」という。）は\n\n### 第2節\n\n計画は\n\n## 第2章\n\n計画は',
    ['計画→plan'],
  ],
  [
    'an article',
    '第1条 地域防災計画（以下この条において「計画」という。）は\n\n2 計画は\n\n第2条 計画は',
    ['計画→plan'],
  ],
  ['a section of no number', '## 始め\n\n地域防災計画（以下この節では「計画」という。）。\n\n## 次\n\n計画は', []],
  [
    'a later one replaces it',
    '地域防災計画（以下「計画」という。）。計画は。河川整備計画（以下「計画」という。）。計画は',
    ['計画→plan', '計画→river'],
  ],
  [
    'one of something unknown too',
    '地域防災計画（以下「計画」という。）。乙の事業（以下「計画」という。）。計画は',
    [],
  ],
  ['a name of the glossary that means another thing here', '県の委員会（以下「市民病院」という。）。市民病院は', []],
  ['within other words', '甲基本法（以下「基本法」という。）。教育基本法と基本法案と基本法制。', []],
  [
    'words joined to a common noun',
    '地域防災計画（以下「計画」という。）。計画的に計画書を作る。同計画、本計画。当該計画と計画等',
    ['計画→plan', '計画→plan'],
  ],
  ['a post', '甲戦略本部（以下「戦略本部」という。）。戦略本部長と戦略本部員と戦略本部会合', ['戦略本部→hq']],
  ['pointing words', '地域防災計画（以下「本計画」という。）。本計画は', []],
  ['several things', '地域防災計画及び河川整備計画（以下総称して「両計画等」「諸計画」という。）。諸計画は', []],
  ['all of one', '地域防災計画（以下総称して「諸計画」という。）。諸計画は', ['諸計画→plan']],
  ['another thing with that last word', '県地域防災計画（以下「計画」という。）。計画は', []],
  ['another edition', '改正前の甲基本法（以下「旧法」という。）。旧法は', []],
  ['an owner', '自動列車制御装置（MLIT）。MLITは', []],
  ['capitals that the words do not give', '一般データ保護規則（ABC）。ABCは', []],
  ['all of several things', '地域防災計画及び市民病院（以下「関係者」と総称する。）。関係者は', []],
  ['a body with its legal form', '地方独立行政法人市民病院（以下「機構」という。）。機構は、機構長の', ['機構→clinic']],
  ['capitals and a common noun', '自動列車制御装置（以下「JR東海」という。）。JR東海とJR東海道線', ['JR東海→train']],
  ['a short name without quotation marks', '市民病院（略称：みどり病院）。みどり病院は', ['みどり病院→clinic']],
  ['a remark', '市民病院（旧館）。旧館は', []],
];

describe('short names', () => {
  const full = new Set(TERMS.flatMap(({ term, names }) => [term, ...names.map(({ name }) => name)]));
  it.each(PAGES)('%s', (_, page, local) => {
    const found = linksIn(page).filter(link => !full.has(link.replace(/→.*/u, '')));
    expect(found).toEqual(local);
  });
});

test('the names of cards are linked as ever', () => {
  expect(linksIn(PAGES[0]?.[1] ?? '')).toEqual(['甲基本法→law', '甲戦略本部→hq', '戦略本部→hq', '基本法→law']);
});

describe('drafts', () => {
  it.each([
    [
      '次期水道計画（案）を審議する。この計画（案）は、本計画(案)は',
      ['次期水道計画→water2', '計画（案）→water2', '計画(案)→water2'],
    ],
    ['水道計画（案）と地域防災計画（案）。計画（案）は', ['水道計画→water2', '地域防災計画→plan']],
    [
      '次期水道計画を審議する。次期計画は、次期計画（案）と',
      ['次期水道計画→water2', '次期計画→water2', '次期計画→water2'],
    ],
    ['次期計画は、次期水道計画の次期計画書、次期計画案、全次期計画、次期戦略', ['次期水道計画→water2']],
    ['水道計画と次期計画', ['水道計画→water1']],
    ['次期水道計画と地域防災計画（案）。次期計画は', ['次期水道計画→water2', '地域防災計画→plan']],
    ['次期水道計画と次期宇宙計画の策定。次期計画は', ['次期水道計画→water2']],
    ['次期水道計画と宇宙開発計画（素案）。計画（案）は、次期計画は', ['次期水道計画→water2']],
    ['計画（案）は', []],
    ['水道計画を評価する。計画（案）は', ['水道計画→water1']],
    ['日本計画（案）と次期水道計画', ['次期水道計画→water2']],
  ])('%s', (page, links) => expect(linksIn(page, '2015-03-01')).toEqual(links));
});

describe('the body of a page', () => {
  it.each([
    ['# サイバー戦略本部 第3回会合\n\n戦略本部会合で', ['戦略本部→board']],
    ['# 第3回会合\n\nサイバー戦略本部。戦略本部は', ['サイバー戦略本部→board']],
    ['# サイバー戦略本部 第3回会合\n\n甲戦略本部も開く。戦略本部は', ['甲戦略本部→hq']],
  ])('%s', (page, links) => expect(linksIn(page)).toEqual(links));
});
