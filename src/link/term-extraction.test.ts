/** Checks term extraction: names without an entry, what the text says they stand for, drafts of cards. */
import { join } from 'node:path';
import { type Quoted, readTerm } from '@tsuzuri/core/card';
import { parsePage, readMarkdown } from '@tsuzuri/core/markdown';
import { toString as textOf } from 'mdast-util-to-string';
import { beforeAll, describe, expect, it, test } from 'vitest';
import { card } from '../../tests/link/terms.ts';
import { convertSeeds, ROOT, SEEDS } from '../../tests/seeds.ts';
import { readTerms } from '../book/load.ts';
import { findLongForm } from './long-form.ts';
import { type Candidate, type DiscoverPage, discoverTerms, draftCard } from './term-extraction.ts';

function page(markdown: string, name = '2012-11-01-x', date?: string): DiscoverPage {
  return { path: `minutes/${name}`, tree: readMarkdown(markdown), matter: date === undefined ? {} : { date } };
}

/** `CYMAT = 情報セキュリティ緊急支援チーム`, one a candidate. */
function found(markdown: string, terms: Parameters<typeof discoverTerms>[1] = []): string[] {
  return discoverTerms([page(markdown)], terms).map(said);
}

function said({ term, expansions }: Candidate): string {
  return [term, ...expansions.map(({ text }) => text)].join(' = ');
}

const FOUND: Readonly<Record<string, readonly (readonly [text: string, ...found: string[]])[]>> = {
  'acronyms by their look': [
    ['APCERTとCSIRT、JPCERT/CCの件。', 'APCERT', 'CSIRT', 'JPCERT/CC'],
    ['IoTやSaaS、DDoSの対策', 'DDoS', 'IoT', 'SaaS'],
    ['AI、5G、6Gなどの話', '5G', '6G', 'AI'],
    ['ＮＩＳＣとNISCは同じ。', 'NISC'],
    ['ASEAN10カ国と', 'ASEAN'],
    ['CSIRTsとは、各省のCSIRTのこと', 'CSIRT'],
    ['NISC, NICT, IPAの三つ', 'IPA', 'NICT', 'NISC'],
    ['日本版NIST SP 800-171は、ISO/IEC 27001と', 'ISO/IEC 27001', 'NIST SP 800-171'],
    ['Telecom-ISAC Japan 飯塚会長が参加。', 'Telecom-ISAC Japan'],
    ['EUの件。日EU ICTセキュリティワークショップ。ICTの件。', 'EU', 'ICT'],
    ['AIの件。IoTの件。AI/IoTの件。', 'AI', 'IoT'],
  ],
  'brackets behind the long form': [
    ['今年6月に発足した情報セキュリティ緊急支援チーム(CYMAT)に対し', 'CYMAT = 情報セキュリティ緊急支援チーム'],
    ['体験型の実践的サイバー防衛演習（ＣＹＤＥＲ）の実施', 'CYDER = 実践的サイバー防衛演習'],
    ['**情報セキュリティ**緊急支援チーム\n(CYMAT)に', 'CYMAT = 情報セキュリティ緊急支援チーム'],
    ['「オープンで安全なサイバー空間会議」（OSCC）', 'OSCC = オープンで安全なサイバー空間会議'],
    ['Computer Security Incident Response Team（CSIRT）の構築', 'CSIRT = Computer Security Incident Response Team'],
    ['the Japan Cybercrime Control Center (JC3)が', 'JC3 = Japan Cybercrime Control Center'],
    ['安心・安全な無線LAN (Wi-Fi)の利用', 'LAN', 'Wi-Fi = 無線LAN'],
    ['一般社団法人金融情報共有機関（略称：FISAC）', 'FISAC = 一般社団法人金融情報共有機関'],
    ['平成25年度情報技術総合調査(ITS)', 'ITS = 情報技術総合調査'],
  ],
  'brackets behind the short form': [
    ['MLAT(刑事共助条約)も、', 'MLAT = 刑事共助条約'],
    ['EU（欧州連合）と', 'EU = 欧州連合'],
    ['欧州連合（EU）と', 'EU = 欧州連合'],
    ['IoT（モノのインターネット）機器', 'IoT = モノのインターネット'],
    [
      '## ACTIVE (Advanced Cyber Threats response Initiative) の取組 {#s1}',
      'ACTIVE = Advanced Cyber Threats response Initiative',
    ],
  ],
  'both forms in the bracket': [
    [
      '実践的な防御演習(CYDER: CYber Defense Exercise with Recurrence)',
      'CYDER = CYber Defense Exercise with Recurrence',
    ],
    [
      '情報セキュリティセンター（National Information Security Center、以下「NISC」という。）',
      'NISC = 情報セキュリティセンター = National Information Security Center',
    ],
  ],
  'lines with a colon': [
    ['CYDER: CYber Defense Exercise with Recurrence', 'CYDER = CYber Defense Exercise with Recurrence'],
    ['CYMAT：情報セキュリティ緊急支援チーム', 'CYMAT = 情報セキュリティ緊急支援チーム'],
  ],
  の略: [
    ['## JASPER\n\n- Japan-ASEAN Security PartnERshipの略。', 'JASPER = Japan-ASEAN Security PartnERship'],
    [
      '# nicter {#s24}\n\n- NICTとEUの件。\n\n## nicter\n\n- Network Incident analysis Center for Tactical Emergency Responseの略。',
      'nicter = Network Incident analysis Center for Tactical Emergency Response',
      'EU',
      'NICT',
    ],
    ['AIとは、Artificial Intelligenceの略称である。', 'AI = Artificial Intelligence'],
    ['「CYMAT」は情報セキュリティ緊急支援チームの略です。', 'CYMAT = 情報セキュリティ緊急支援チーム'],
  ],
  以下: [
    ['独立行政法人情報通信研究機構（以下「NICT」という。）は', 'NICT = 独立行政法人情報通信研究機構'],
    ['独立行政法人情報通信研究機構（以下NICT）は', 'NICT = 独立行政法人情報通信研究機構'],
    [
      'サイバーセキュリティ基本法（平成26年法律第104号。以下「基本法」という。）を',
      '基本法 = サイバーセキュリティ基本法',
    ],
    [
      '政府は、重要インフラの情報セキュリティ対策に係る第2次行動計画（以下「第2次行動計画」）を',
      '第2次行動計画 = 重要インフラの情報セキュリティ対策に係る第2次行動計画',
    ],
  ],
  'words of another tongue': [
    ['サイバーのスレットインテリジェンス(脅威情報)の分析', 'スレットインテリジェンス = 脅威情報'],
    ['いわゆる多層防御（defense in depth）の', '多層防御 = defense in depth'],
  ],
};

/** Texts in which nothing is to be found; or names alone, which stand behind. */
const TRAPS: readonly (readonly [text: string, ...names: string[]])[] = [
  ['○資料4のP6(1)、P15、H26/1/15、A4判、第II部、III 章、XII'],
  ['100KB、5GHz、20 MB、2.5GB、30MWの'],
  ['FY2015、FY15の予算'],
  ['MARC GOODMANの「FUTURE CRIMES」という本。日本再興戦略-JAPAN is BACK-'],
  ['「The Tokyo Olympics are a cybersecurity success story」'],
  ['WindowsXPとPowerPointとGitHub、Imperial College'],
  ['https://www.nisc.go.jp/NISC と A.B@EXAMPLE.go.jp と`NISC`と NISC-plan.pdf'],
  ['TEL：03-5253-2111 TEL 5253-2111 FAX 03(5253)2111 AM10:00'],
  ['KDDI株式会社代表取締役会長、株式会社NTT'],
  ['WEB形式。Web会議、Webサイト。'],
  ['NISC(案)とNISC(注)とNISC(資料4)とNISC(10カ国)', 'NISC'],
  ['NISC（仮称）とNISC（平成25年9月）とNISC(代理出席)とNISC（経済産業省）', 'NISC'],
  ['NISC（山田委員）とNISC（事務局長）とNISC(総務省・経済産業省)', 'NISC'],
  ['山田太郎委員(NTT)、情報通信局長(NISC)', 'NISC', 'NTT'],
  ['シンガポール(CSA)、フランス(ANSSI)、米国（CISA、FBI）', 'ANSSI', 'CISA', 'CSA', 'FBI'],
  ['## EU(通信ネットワーク・コンテンツ・技術総局)', 'EU'],
  ['ミャンマー(郵便電気通信局)、インドネシア(通信情報省)'],
  ['からなる技術協力(JASPER)、対処可能な技術開発プロジェクト(PRACTICE)', 'JASPER', 'PRACTICE'],
  ['における基盤（CYNEX）、実践的な防御演習(CYDER)', 'CYDER', 'CYNEX'],
  ['協力(JASPER(PRACTICE、DAEDALUS)、研修の開始)', 'DAEDALUS', 'JASPER', 'PRACTICE'],
  ['PRACTICE (Cyber Defense Exercise)の', 'PRACTICE'],
  ['本年度の計画（以下「本計画」という。）と機構（以下「機構」という。）'],
  ['情報の略奪、資料の略図、経緯の略'],
  ['CYBERSECURITYとCybersecurity'],
];

describe.each(Object.entries(FOUND))('%s', (_, rows) => {
  it.each(rows)('%s', (text, ...names) => expect(found(text).toSorted()).toEqual(names.toSorted()));
});

describe('traps', () => {
  it.each(TRAPS)('%s', (text, ...names) => expect(found(text).toSorted()).toEqual(names.toSorted()));
});

describe('Schwartz & Hearst', () => {
  const rows: readonly (readonly [short: string, words: string, long: string | undefined])[] = [
    ['PRACTICE', 'Proactive Response Against Cyber-attacks Through International Collaborative Exchange', 'Proactive'],
    ['CSIRT', 'of a Computer Security Incident Response Team', 'Computer'],
    ['JPCERT/CC', 'Japan Computer Emergency Response Team Coordination Center', 'Japan'],
    ['JC3', 'the Japan Cybercrime Control Center', 'Japan'],
    ['IPA', 'Cyber Defense Exercise', undefined],
    ['AI', 'Artificial', undefined],
    ['EU', 'a very long way of words that the European and other Unions would never be named by', undefined],
  ];
  it.each(rows)('%s: %s', (short, words, first) => {
    const start = findLongForm(short, words)?.start;
    expect(start === undefined ? undefined : words.slice(start).split(' ')[0]).toBe(first);
  });
});

describe('what the glossary covers', () => {
  const terms = [
    card('nisc', 'term: NISC\nnames: [{name: 内閣官房情報セキュリティセンター, until: 2015-01-08}]'),
    card('interpol', 'term: INTERPOL\naliases: [ICPO]'),
    card('cymat', 'term: 情報セキュリティ緊急支援チーム\naliases: [CYMAT]'),
    card('it', 'term: IT'),
  ];
  it.each([
    'ＮＩＳＣとNISC、N I S C',
    'ICPOルートとINTERPOL',
    '情報セキュリティ緊急支援チーム（ＣＹＭＡＴ）',
    'インド(通信IT省)',
  ])('%s', text => expect(found(text, terms)).toEqual([]));
  test('a name of its own beside it', () => expect(found('NISCとMLAT、IT戦略とIPA', terms)).toEqual(['IPA', 'MLAT']));
});

describe('a candidate', () => {
  const pages = [
    page('NISCの件。\n\n## 議事 {#s1}\n\n次にＭＬＡＴの件。NISCの件。 {#u1}', '2012-11-01-x', '2012-11-01'),
    page('## 挨拶 {#u3}\n\nMLAT(刑事共助条約)も、NISCと。', 'fy2015-y'),
  ];
  const candidates = discoverTerms(pages, []);

  it('comes the sooner, the more often it is mentioned, and sooner with a definition', () =>
    expect(candidates.map(({ term, count }) => [term, count])).toEqual([
      ['MLAT', 2],
      ['NISC', 3],
    ]));

  it('says where it stands', () =>
    expect(candidates[0]).toEqual({
      term: 'MLAT',
      aliases: [],
      score: expect.closeTo(5.58, 2),
      evidence: ['acronym', 'definition'],
      count: 2,
      expansions: [{ text: '刑事共助条約', quote: 'MLAT(刑事共助条約)', page: 'minutes/fy2015-y', anchor: 'u3' }],
      places: [
        {
          page: 'minutes/2012-11-01-x',
          anchor: 'u1',
          date: '2012-11-01',
          text: 'ＭＬＡＴ',
          sentence: '次にＭＬＡＴの件。',
        },
        { page: 'minutes/fy2015-y', anchor: 'u3', text: 'MLAT', sentence: 'MLAT(刑事共助条約)も、NISCと。' },
      ],
    }));

  it('has a place without anchor before the first one', () =>
    expect(candidates[1]?.places[0]).not.toHaveProperty('anchor'));

  it('does not depend on the order of the pages', () =>
    expect(discoverTerms(pages.toReversed(), []).map(said)).toEqual(candidates.map(said)));
});

describe('a draft', () => {
  const draft = (markdown: string, date?: string) =>
    discoverTerms([page(markdown, '2012-11-01-x', date)], []).map(draftCard)[0];

  it('says what the page says, and no more', () =>
    expect(draft('発足した情報セキュリティ緊急支援チーム（CYMAT）に {#u15}', '2012-11-01')).toBe(`---
term: CYMAT
category: organisation
aliases: [情報セキュリティ緊急支援チーム]
sources:
  - {page: 2012-11-01-x, quote: 情報セキュリティ緊急支援チーム（CYMAT）}
---
# CYMAT

「CYMAT」は、[2012年11月1日の文書](/minutes/2012-11-01-x/#u15)に「情報セキュリティ緊急支援チーム」とともに出てきます。

（ここに説明を書いてください。）
`));

  it('of a name without expansion quotes the clause around its first mention of each page', () =>
    expect(draft('今日は、日本版R&Dと「5G*」の件、以上。')).toBe(`---
term: 5G
sources:
  - {page: 2012-11-01-x, quote: 日本版R&Dと「5G*」の件}
---
# 5G

「5G」は、[文書 2012-11-01-x](/minutes/2012-11-01-x/)に出てきます。

（ここに説明を書いてください。）
`));

  it('writes no mark that Markdown would read', () => expect(draft('日本版R&Dの件')).toContain('# R&#38;D\n'));
});

/** What the five scans say of a short form, as a person read it. */
const SAID: Readonly<Record<string, readonly string[]>> = {
  ACTIVE: ['Advanced Cyber Threats response Initiative'],
  CYDER: ['CYber Defense Exercise with Recurrence', '実践的サイバー防衛演習'],
  CYMAT: ['情報セキュリティ緊急支援チーム'],
  DAEDALUS: ['Direct Alert Environment for Darknet And Livenet Unified Security', 'マルウェア感染警告', '感染警告'],
  DDoS: ['分散型サービス妨害'],
  ISP: ['インターネットサービスプロバイダ'],
  JASPER: ['Japan-ASEAN Security PartnERship'],
  MLAT: ['刑事共助条約'],
  NICT: ['独立行政法人情報通信研究機構'],
  PRACTICE: [
    'Proactive Response Against Cyber-attacks Through International Collaborative Exchange',
    'サイバー攻撃予知即応プロジェクト',
  ],
  'Wi-Fi': ['無線LAN'],
  nicter: ['Network Incident analysis Center for Tactical Emergency Response'],
  スレットインテリジェンス: ['脅威情報'],
  'ビジョン・ステートメント': ['成果文書'],
};

/** Acronyms that the scans name and do not explain. */
const UNEXPLAINED =
  '5G 6G AI API ASEAN CIO CSIRT CYNEX DX EU GCHQ ICPO ICT INTERPOL IPA IT IoT JAXA JC3 JPCERT/CC LAN NISC NSS PDCA VPN';

describe('the five scans', () => {
  let pages: readonly ReturnType<typeof parsePage>[];
  let candidates: readonly Candidate[];
  beforeAll(async () => {
    const converted = await convertSeeds();
    pages = [...converted].map(([id, { file }]) => parsePage(`minutes/${SEEDS[id]}`, String(file)));
    candidates = discoverTerms(pages, []);
  });

  it('without a glossary: every expansion that they give, and no other', () =>
    expect(
      Object.fromEntries(
        candidates
          .filter(({ expansions }) => expansions.length > 0)
          .map(({ term, expansions }) => [term, expansions.map(({ text }) => text).toSorted()]),
      ),
    ).toEqual(SAID));

  it('without a glossary: every acronym, and the names with a number or in Latin letters', () =>
    expect(
      candidates
        .filter(({ expansions }) => expansions.length === 0)
        .map(({ term }) => term)
        .toSorted(),
    ).toEqual([...UNEXPLAINED.split(' '), 'NIST SP 800-171', 'Telecom-ISAC Japan'].toSorted()));

  it('with the glossary of the project: little is left', () => {
    const left = discoverTerms(pages, readTerms(join(ROOT, 'docs/glossary')));
    expect(left.length).toBeLessThanOrEqual(5);
    for (const { term } of left) expect(candidates.map(candidate => candidate.term)).toContain(term);
  });

  it('each draft loads, each of its quotes stands in its page', () => {
    const squeeze = (text: string) => text.replace(/\s/gu, '');
    for (const candidate of candidates) {
      const draft = readTerm('draft.md', draftCard(candidate));
      expect(draft.term).toBe(candidate.term);
      expect(draft.sources.length).toBeGreaterThan(0);
      for (const { page: name, quote } of draft.sources as readonly Quoted[]) {
        const blocks = pages.find(({ path }) => path === `minutes/${name}`)?.tree.children ?? [];
        expect(
          blocks.some(block => squeeze(textOf(block)).includes(squeeze(quote))),
          `${name}: ${quote}`,
        ).toBe(true);
      }
    }
  });
});
