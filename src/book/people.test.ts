/** Proves that the pages of people and bodies say what the scans say, and nothing else. */

import { minutesToMdast } from '@tsuzuri/convert/5-to-mdast';
import { loadAnalyzer } from '@tsuzuri/convert/morphology';
import type { Page } from '@tsuzuri/core/book';
import type { Term } from '@tsuzuri/core/card';
import { labelsIn } from '@tsuzuri/core/labels';
import { parsePage } from '@tsuzuri/core/markdown';
import type { Attendee } from '@tsuzuri/core/minutes';
import { bodyPath, personPath } from '@tsuzuri/core/urls';
import { toString as textOf } from 'mdast-util-to-string';
import { beforeAll, describe, expect, test } from 'vitest';
import { PROJECT, readText } from '../../tests/seeds.ts';
import { attendanceOf, bodiesOf } from './bodies.ts';
import { type Book, buildBook } from './build-book.ts';
import { noCache } from './cache.ts';
import { BODIES_INDEX, BODY } from './pages/body.ts';
import type { Relations } from './pages/page.ts';
import { PEOPLE_INDEX, PERSON } from './pages/person.ts';
import { type Account, accountsOf, type Person, peopleOf } from './people.ts';

const squeeze = (text: string): string => text.replace(/\s+/g, '');

describe('the five scans', () => {
  let book: Book;
  let accounts: Account[];
  let people: Map<string, Person>;
  const scanOf = ({ page }: Account): string => squeeze(readText(page.source));
  const textAt = (path: string): string => textOf(book.pages.find(page => page.path === path)?.tree);

  beforeAll(async () => {
    book = await buildBook(PROJECT, await loadAnalyzer());
    accounts = accountsOf(book.pages.filter(({ kind }) => kind === 'minutes'));
    people = new Map(peopleOf(accounts).map(person => [squeeze(person.name), person]));
  });

  test.each([
    ['村井純', ['慶応義塾大学教授', '慶應義塾大学教授']],
    ['野原佐和子', Array.from({ length: 2 }, () => '株式会社イプシ・マーケティング研究所代表取締役社長')],
    ['前田雅英', ['首都大学東京法科大学院教授', '東京都立大学法学部客員教授']],
  ])('%s sat in two meetings, in the role of the time', (name, roles) => {
    const sittings = people.get(name)?.sittings ?? [];
    expect(sittings.map(({ account }) => account.page.matter.date)).toEqual(['2012-11-01', '2021-09-27']);
    expect(sittings.flatMap(({ seats }) => seats.map(({ role }) => role))).toEqual(roles);
  });

  test('every name of the scans has its page, with its role as it stands beside the name', () => {
    expect(people.size).toBe(22 + 23 + 19 - 3);
    for (const { name, sittings } of people.values())
      for (const { account, seats } of sittings)
        for (const { role } of seats) expect(scanOf(account)).toContain(squeeze(name + role));
  });

  test('a speech is told of a person only under a label with their family name, once for each such label', () => {
    const told = [...people.values()].flatMap(({ name, sittings }) =>
      sittings.flatMap(({ account, speeches }) => speeches.map(speech => ({ ...speech, name, account }))),
    );
    expect(new Set(told.map(({ account }) => account.page.path))).toEqual(new Set(['minutes/2021-09-27-cs-hq-31']));
    for (const { name, label } of told) expect(label.startsWith(name.split(' ')[0] ?? '')).toBe(true);
    expect(told.length).toBe([...readText('seeds/2021-09-27-cs-hq-31.txt').matchAll(/^○/gm)].length);
    const own = told.find(({ id }) => id === 'u9');
    expect(own).toMatchObject({ name: '村井 純', label: '村井本部員', section: '(2) 討議' });
    expect(own?.account && scanOf(own.account)).toContain(`○村井本部員${own?.opening}`);
  });

  test('what no one is named for stays without a name', () => {
    expect(textAt('people/浅野正一郎')).toContain('この文書の発言20件には、発言者の氏名がありません。');
    expect(textAt('people/加藤勝信')).toContain('この文書の発言19件のうち2件には、発言者の氏名がありません。');
    expect(textAt('people/前田雅英')).not.toContain('総合セキュリティ対策会議'); // there he is 前田委員長, no more
  });

  test('who sat in whose place', () => {
    expect(textAt('people/樽床伸二')).toContain('総務大臣（代理出席：藤末 健三）');
    expect(textAt('people/藤末健三')).toContain('総務副大臣（樽床 伸二の代理出席）');
    expect(textAt('people/太田英雄')).toContain('委員、公益社団法人 日本水道協会（代理出席）');
  });

  test('a body whose name is said in full with the one above it is the same body', () => {
    const bodies = new Map(bodiesOf(accounts).map(body => [body.name, body]));
    expect([...bodies.keys()].toSorted()).toEqual(
      [
        'サイバーセキュリティ戦略本部',
        '情報セキュリティ政策会議',
        '総合セキュリティ対策会議',
        '重要インフラ専門委員会',
        '高度情報通信ネットワーク社会推進戦略本部',
      ].toSorted(),
    );
    expect(bodies.get('重要インフラ専門委員会')?.above).toEqual(new Set(['bodies/情報セキュリティ政策会議']));
    expect(textAt('bodies/情報セキュリティ政策会議')).toContain('氏名のある出席者22人、発言20件');
  });
});

/** Minutes with nothing but their front matter. */
const minutesOf = (name: string, matter: object): Page =>
  parsePage(`minutes/${name}`, `---\n${JSON.stringify({ kind: 'minutes', title: name, ...matter })}\n---\n# ${name}\n`);

/** Pages of people and bodies, with their lists. */
function pagesOfPeople(minutes: readonly Page[]): Page[] {
  const relations = {
    attendance: attendanceOf(minutes),
    terms: [] as Term[],
    readings: new Map(),
    kana: new Map(),
    cache: noCache,
    label: labelsIn('ja'),
  } as Partial<Relations>;
  return [PERSON, BODY, PEOPLE_INDEX, BODIES_INDEX].flatMap(({ make }) => make(relations as Relations, []) as Page[]);
}

describe('any other corpus', () => {
  test('without people and bodies has no lists of them', () => {
    expect(pagesOfPeople([minutesOf('a', {})])).toEqual([]);
  });

  test('two documents of one meeting are one meeting; sessions are counted again each year', () => {
    const attendees = [{ name: '山田　太郎', role: '委員' }];
    const pages = [
      minutesOf('summary', { body: '研究会', session: 1, date: '2020-01-01', attendees }),
      minutesOf('record', { body: '研究会', session: 1, date: '2020-01-01', attendees: [{ name: '山田 太郎' }] }),
      minutesOf('later', { body: '研究会', session: 1, date: '2021-01-01', attendees }),
      minutesOf('other', { body: '検討会', session: 1, date: '2021-01-01', attendees }),
    ];
    const index = pagesOfPeople(pages).find(({ path }) => path === 'people/index');
    expect(index?.markdown).toContain('- [山田 太郎](/people/山田太郎/) *委員、3会議*');
    expect(bodiesOf(accountsOf(pages)).map(({ name, accounts }) => [name, accounts.length])).toEqual([
      ['研究会', 3],
      ['検討会', 1],
    ]);
  });

  test('a post is held from the first to the last document that gives it, and no longer', () => {
    const at = (date: object, ...roles: string[]) => ({
      body: '研究会',
      ...date,
      attendees: roles.map(role => ({ name: '山田 太郎', role })),
    });
    const pages = [
      minutesOf('c', at({ date: '2014-02-03' }, '総務大臣')),
      minutesOf('a', at({ date: '2012-11-01' }, '総務大臣', '本部員')),
      minutesOf('b', at({ date: '2013-05-01' }, '総務 大臣')),
      minutesOf('d', at({ fiscal: 2015 }, '顧問')),
      minutesOf('e', at({}, '座長')),
      minutesOf('f', at({ date: '2016-01-01' })),
    ];
    const person = pagesOfPeople(pages).find(({ path }) => path === 'people/山田太郎');
    const link = (name: string) => `[研究会](/minutes/${name}/)`;
    expect(person?.markdown).toContain(
      [
        '文書にある役職・所属：',
        '',
        `- 総務大臣（2012年11月1日〜2014年2月3日の文書）：${link('a')}、${link('b')}、${link('c')}`,
        `- 本部員（2012年11月1日の文書）：${link('a')}`,
        `- 顧問（2015年度の文書）：${link('d')}`,
        `- 座長（日付の記載がない文書）：${link('e')}`,
        '',
      ].join('\n'),
    );
  });

  test('who sent a proxy and is not listed has no page, and no link to one', () => {
    const pages = [minutesOf('a', { body: '研究会', attendees: [{ name: '大矢知 初江', proxyFor: '江尻山 和博' }] })];
    const made = pagesOfPeople(pages);
    const paths = new Set(made.map(({ path }) => path));
    expect(paths.has('people/江尻山和博')).toBe(false);
    const [page] = made.filter(({ path }) => path === 'people/大矢知初江');
    expect(textOf(page?.tree)).toContain('江尻山 和博');
    expect(JSON.stringify(page?.tree)).not.toContain('/people/江尻山和博');
  });

  test('who is given no post has none', () => {
    const pages = [minutesOf('a', { body: '研究会', attendees: [{ name: '山田 太郎' }] })];
    expect(pagesOfPeople(pages).find(({ kind }) => kind === 'person')?.markdown).not.toContain('役職・所属');
  });

  test.each([
    ['村井 純', 'people/村井純'],
    ['村井　純', 'people/村井純'],
    ['ジャン＝ピエール・デュポン', 'people/ジャン＝ピエール・デュポン'],
    ['J. Smith', 'people/j．smith'],
    ['事務局', undefined],
    ['経済産業省 ガス安全室', undefined],
    ['委員 3名', undefined],
    ['山田（代理）', undefined],
    ['index', undefined],
    ['../../etc/passwd', undefined],
    ['あ'.repeat(21), undefined],
  ])('person %s → %s', (name, path) => expect(personPath(name)).toBe(path));

  test.each([
    ['IoT/5G 推進会議(仮称)', 'bodies/iot／5g推進会議（仮称）'],
    ['..会議#1 100%?', 'bodies/．．会議＃1100％？'],
    ['\u0000会\u200b議', 'bodies/会議'],
    ['CON', undefined],
    ['会'.repeat(61), undefined],
  ])('body %s → %s', (name, path) => expect(bodyPath(name)).toBe(path));
});

test.each([
  ['森委員', '森 敏', '委員', '森 敏'],
  ['森本委員', '森 敏', '委員', undefined],
  ['林野庁長官', '林 芳正', '外務大臣', undefined],
  ['林外務大臣', '林 芳正', '外務大臣', '林 芳正'],
  ['棚橋国家公安委員長', '棚橋 泰文', '国家公安委員会委員長', '棚橋 泰文'],
  ['村井座長（慶應義塾大学）', '村井 純', '', '村井 純'],
  ["O'Brien委員", "O'Brien Patrick", '委員', "O'Brien Patrick"],
  ['渡邉町長', '渡邉三郎', '町長', '渡邉三郎'],
  ['島崎団長', '島崎学', '消防団長', '島崎学'],
  ['島崎委員', '島崎学', '消防団長', undefined],
])('the label %s, with %s (%s) on the list, names %s', (label, name, role, who) => {
  expect(namesOf([label], [{ name, role }])).toEqual([who]);
});

/** Whom each label of a speaker names. */
function namesOf(labels: readonly string[], attendees: readonly Attendee[]): (string | undefined)[] {
  const { speeches } = minutesToMdast({
    type: 'minutes',
    children: labels.map(value => ({ type: 'speech', form: 'label', label: { value, start: 0 }, children: [] })),
    meeting: { title: '', attendees },
    trace: { scan: '', text: '', edits: [] },
    doubts: [],
    notes: [],
  });
  return speeches.map(({ name }) => name);
}

test('nobody is guessed from a family name that two may have, or that another label shows to be longer', () => {
  const mayor = { name: '渡邉三郎', role: '町長' };
  expect(namesOf(['渡邉町長'], [mayor, { name: '佐藤花子', role: '委員' }])).toEqual(['渡邉三郎']);
  expect(namesOf(['渡邉町長'], [mayor, { name: '渡邉花子', role: '委員' }])).toEqual([undefined]);
  expect(namesOf(['渡邉町長'], [mayor, { name: '渡邉 花子', role: '委員' }])).toEqual([undefined]);
  expect(namesOf(['森委員', '森本委員'], [{ name: '森本太', role: '委員' }])).toEqual([undefined, '森本太']);
});

test('a name with an apostrophe has one page, however that is printed', () => {
  expect(personPath('D’Angelo Maria')).toBe(personPath("D'Angelo Maria"));
});
