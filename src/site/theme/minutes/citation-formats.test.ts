/** Reads back what is cited, as strict readers of each format do. */
import { describe, expect, test } from 'vitest';
import { FORMATS, type Source } from './citation-formats.ts';

const SOURCE: Source = {
  id: '2021-09-27-cs-hq-31-u6',
  title: 'サイバーセキュリティ戦略本部 第31回会合 議事概要',
  author: 'サイバーセキュリティ戦略本部',
  publisher: '内閣サイバーセキュリティセンター',
  genre: '議事概要',
  date: '2021-09-27',
  when: '2021年9月27日',
  site: '綴り',
  place: '野原本部員、発言6',
  url: 'https://host/minutes/2021-09-27-cs-hq-31#u6',
  accessed: '2026-11-27',
  language: 'ja',
};

/** What a scan may hold, and each format must not take for its own. */
const ODD = 'A|B={C}}{{D\\E%F_G&H#I~J^K$L\r\nTY  - BOOK "M" [[N]] <ref>O</ref>';
const ODD_SOURCE: Source = { ...SOURCE, title: ODD, author: ODD, place: ODD, url: `${SOURCE.url}|}{"` };
/** Every value is in one line. */
const ONE_LINE = ODD.replace(/\s+/g, ' ');

function written(name: string, source: Source): string {
  const format = FORMATS.find(format => format.name === name);
  if (!format) throw new Error(name);
  return format.write(source);
}

/** Two capitals or digits, two spaces, a hyphen, a space, a value: nothing else is a line. */
function readRis(text: string): Map<string, string> {
  const lines = text.split('\r\n');
  expect(lines.pop()).toBe('');
  const fields = lines.map(line => /^([A-Z][A-Z\d]) {2}- ([^\r\n]*)$/.exec(line)?.slice(1) as [string, string]);
  expect([fields[0]?.[0], fields.at(-1)]).toEqual(['TY', ['ER', '']]);
  expect(new Set(fields.map(([tag]) => tag)).size).toBe(fields.length);
  return new Map(fields);
}

const COMMANDS: readonly (readonly [command: string, character: string])[] = [
  ['\\textbraceleft{}', '{'],
  ['\\textbraceright{}', '}'],
  ['\\textasciitilde{}', '~'],
  ['\\textasciicircum{}', '^'],
  ...[...'#$%&_'].map(character => [`\\${character}`, character] as const),
  ['\\textbackslash{}', '\\'],
];

/** One entry: values stand in balanced braces, or are a number or the name of a month. */
function readBibtex(text: string): Map<string, string> {
  const [, type, key, body = ''] = /^@(\w+)\{([^\s,{}"#%~\\]+),\n([\s\S]*)\n\}\n$/.exec(text) ?? [];
  const fields = new Map([
    ['type of entry', type ?? ''],
    ['key', key ?? ''],
  ]);
  let rest = body;
  while (rest !== '') {
    const [head = '', name = ''] = /^ {2}(\w+) = /.exec(rest) ?? [];
    rest = rest.slice(head.length);
    let [depth, end] = [0, 0];
    while (end < rest.length && !(depth === 0 && rest[end] === ',')) {
      if (rest[end] === '{') depth++;
      if (rest[end] === '}') depth--;
      expect(depth).toBeGreaterThanOrEqual(0);
      end++;
    }
    expect([depth, head]).toEqual([0, `  ${name} = `]);
    const value = rest.slice(0, end);
    expect(value).toMatch(/^(?:\{[\s\S]*\}|\d+|[a-z]{3})$/);
    const bare = value.replace(/^\{+(?!\})|(?<!\{)\}+$/g, '');
    fields.set(name, name === 'url' ? bare : COMMANDS.reduce((text, pair) => text.replaceAll(...pair), bare));
    rest = rest.slice(end).replace(/^,\n/, '');
  }
  return fields;
}

/** As MediaWiki: parts stand between `|`, a name ends at the first `=`; the rest are characters by their numbers. */
function readWiki(text: string): Map<string, string> {
  const [, name, body = ''] = /^\{\{([^|{}]+?) \|((?:(?!\}\}|\{\{|\[\[|<)[\s\S])*)\}\}$/.exec(text) ?? [];
  const parts = body.split('|').map(part => /^(\w+)=([^=]*)$/.exec(part.trim())?.slice(1) as [string, string]);
  const characters = (value: string) => value.replace(/&#(\d+);/g, (_, code) => String.fromCharCode(Number(code)));
  return new Map([
    ['template', name ?? ''],
    ...parts.map(([key, value]): [string, string] => [key, characters(value)]),
  ]);
}

describe('a source', () => {
  test('is read by RIS', () => {
    expect(Object.fromEntries(readRis(written('RIS', SOURCE)))).toEqual({
      TY: 'RPRT',
      ID: SOURCE.id,
      AU: SOURCE.author,
      TI: SOURCE.title,
      M3: '議事概要',
      PB: SOURCE.publisher,
      PY: '2021',
      DA: '2021/09/27',
      DB: '綴り',
      N1: SOURCE.place,
      UR: SOURCE.url,
      Y2: '2026/11/27',
      LA: 'ja',
      ER: '',
    });
    expect(readRis(written('RIS', ODD_SOURCE)).get('TI')).toBe(ONE_LINE);
  });

  test('is read by BibTeX', () => {
    expect(Object.fromEntries(readBibtex(written('BibTeX', SOURCE)))).toEqual({
      'type of entry': 'techreport',
      key: SOURCE.id,
      author: SOURCE.author,
      title: SOURCE.title,
      institution: SOURCE.publisher,
      type: '議事概要',
      year: '2021',
      month: 'sep',
      day: '27',
      note: SOURCE.place,
      url: SOURCE.url,
      urldate: '2026-11-27',
    });
    const odd = readBibtex(written('BibTeX', ODD_SOURCE));
    expect([odd.get('title'), odd.get('author'), odd.get('note')]).toEqual([ONE_LINE, ONE_LINE, ONE_LINE]);
    expect(odd.get('url')).toBe(`${SOURCE.url}%7C%7D%7B%22`);
  });

  test('of a document as a whole says no place', () => {
    const whole = { ...SOURCE, place: '' };
    expect(readRis(written('RIS', whole)).has('N1')).toBe(false);
    expect(readBibtex(written('BibTeX', whole)).has('note')).toBe(false);
    expect(JSON.parse(written('CSL-JSON', whole))[0]).not.toHaveProperty('note');
    expect(written('Wikipedia', whole)).toMatch(/^\{\{Cite web (?!.*\|at=)[^{}]*\}\}$/);
  });

  test('is read as CSL-JSON', () => {
    const { title, publisher, genre, place, url, language } = SOURCE;
    expect(JSON.parse(written('CSL-JSON', SOURCE))).toEqual([
      {
        id: SOURCE.id,
        type: 'report',
        title,
        author: [{ literal: SOURCE.author }],
        publisher,
        genre,
        issued: { 'date-parts': [[2021, 9, 27]] },
        'container-title': '綴り',
        note: place,
        URL: url,
        accessed: { 'date-parts': [[2026, 11, 27]] },
        language,
      },
    ]);
    expect(JSON.parse(written('CSL-JSON', ODD_SOURCE))).toMatchObject([{ title: ODD, note: ODD }]);
  });

  test('is read by Wikipedia', () => {
    expect(Object.fromEntries(readWiki(written('Wikipedia', SOURCE)))).toEqual({
      template: 'Cite web',
      author: SOURCE.author,
      url: SOURCE.url,
      title: SOURCE.title,
      at: SOURCE.place,
      website: '綴り',
      publisher: SOURCE.publisher,
      date: '2021-09-27',
      accessdate: '2026-11-27',
      language: 'ja',
    });
    const odd = readWiki(written('Wikipedia', ODD_SOURCE));
    expect([odd.get('title'), odd.get('author'), odd.get('at')]).toEqual([ONE_LINE, ONE_LINE, ONE_LINE]);
    expect(odd.get('url')).toBe(`${SOURCE.url}%7C%7D%7B%22`);
  });

  test.each([
    [[3, 3] as const, { ris: ['3', '3'], bibtex: '3', csl: '3', wiki: ['3', undefined] }],
    [[3, 4] as const, { ris: ['3', '4'], bibtex: '3--4', csl: '3-4', wiki: [undefined, '3-4'] }],
  ])('names the pages %j of the original', (pages, { ris, bibtex, csl, wiki }) => {
    const source = { ...SOURCE, pages, original: '原本：『会議録』' };
    const fields = readRis(written('RIS', source));
    expect([fields.get('SP'), fields.get('EP')]).toEqual(ris);
    expect(readBibtex(written('BibTeX', source)).get('pages')).toBe(bibtex);
    expect(JSON.parse(written('CSL-JSON', source))).toMatchObject([{ page: csl }]);
    // Beside a page the template takes no other place: that stands behind it.
    const [, template = '', behind] = /^(.*?\}\}) (.*)$/.exec(written('Wikipedia', source)) ?? [];
    const parameters = readWiki(template);
    expect([parameters.get('page'), parameters.get('pages'), parameters.get('at')]).toEqual([...wiki, undefined]);
    expect(behind).toBe(`${SOURCE.place}; 原本：『会議録』`);
  });

  test('says what the document was made of', () => {
    const original = `原本：『${ODD}』（見本町議会） https://example.jp/31.pdf?a_b=1`;
    const said = original.replace(/\s+/g, ' ');
    const source = { ...SOURCE, original };
    const note = `${SOURCE.place}; ${said}`;
    expect(readRis(written('RIS', source)).get('N1')).toBe(note);
    expect(readBibtex(written('BibTeX', source)).get('note')).toBe(note);
    expect(JSON.parse(written('CSL-JSON', source))[0].note).toBe(`${SOURCE.place}; ${original}`);
    const [template = '', behind = ''] = written('Wikipedia', source).split(/(?<=\}\}) /);
    expect(template).toBe(written('Wikipedia', SOURCE));
    expect(behind).not.toMatch(/[|{}[\]<>'\n]/);
    expect(behind.replace(/&#(\d+);/g, (_, code) => String.fromCharCode(Number(code)))).toBe(said);
  });

  test('of which little is known claims no more', () => {
    const { id, title, site, place, url, accessed, language } = SOURCE;
    const little: Source = { id, title, site, place, url, accessed, language, when: '2015年度' };
    expect(readRis(written('RIS', little)).get('DA')).toBe('///2015年度');
    expect(readBibtex(written('BibTeX', little)).get('year')).toBe('2015年度');
    expect(JSON.parse(written('CSL-JSON', little))[0].issued).toEqual({ literal: '2015年度' });
    expect([...readWiki(written('Wikipedia', little)).keys()]).not.toContain('date');
  });
});
