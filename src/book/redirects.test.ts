import { describe, expect, test } from 'vitest';
import { commonForms, readRedirects } from './redirects.ts';

const PAGES = ['index', 'about', 'minutes/index', 'glossary/index', 'glossary/nisc'];
const read = (source: string) => readRedirects('docs/redirects.yml', source, PAGES);

describe('moved pages', () => {
  test('lead to pages that are there, at the place that is meant, even when they moved twice', () => {
    const source = [
      '# 2026年に整理した項目',
      '/glossary/nisc-2012: /glossary/nisc#n1',
      '/nisc.html: /glossary/nisc-2012',
      '/records/: /minutes',
      '/top: /',
      '/glossary/nisc-2012/people: /about.html#s1',
    ].join('\n');
    expect(read(source)).toEqual({
      redirects: [
        { file: 'glossary/nisc-2012/index.html', page: 'glossary/nisc', hash: '#n1' },
        { file: 'nisc.html', page: 'glossary/nisc', hash: '#n1' },
        { file: 'records/index.html', page: 'minutes/index', hash: '' },
        { file: 'top/index.html', page: 'index', hash: '' },
        { file: 'glossary/nisc-2012/people/index.html', page: 'about', hash: '#s1' },
      ],
      errors: [],
    });
    for (const empty of ['', '# まだない\n']) expect(read(empty)).toEqual({ redirects: [], errors: [] });
  });

  const wrong: [source: string, line: number, said: RegExp][] = [
    ['/a: /about\n/old: /nowhere', 2, /^転送先「\/nowhere」というページはありません。.+/],
    ['/old:', 1, /^番地「」が「\/」で始まっていません。.+/],
    ['old: /about', 1, /^番地「old」が「\/」で始まっていません。.+/],
    ['/old: https://example.org/', 1, /^番地「https:.+」が「\/」で始まっていません。.+/],
    ['/old: //example.org/', 1, /^番地「\/\/example\.org\/」が「\/」で始まっていません。.+/],
    ['/about: /glossary/nisc', 1, /^「\/about」には今もページがあります。.+/],
    ['/about.html: /glossary/nisc', 1, /^「\/about.html」には今もページがあります。.+/],
    ['/minutes/: /about', 1, /^「\/minutes\/」には今もページがあります。.+/],
    ['/404.html: /about', 1, /^「\/404.html」には今もページがあります。.+/],
    ['"/old#s1": /about', 1, /^「\/old#s1」は転送できる番地ではありません。.+/],
    ['/glossary.json: /glossary', 1, /^「\/glossary\.json」は転送できる番地ではありません。.+/],
    ['/a/../../b: /about', 1, /^「\/a\/\.\.\/\.\.\/b」は転送できる番地ではありません。.+/],
    ['/a: /about\n/a/: /glossary/nisc', 2, /^「\/a\/」の行が二つあります。.+/],
    ['/a: /a', 1, /^「\/a」の転送先をたどると、同じ番地に戻ります。.+/],
  ];
  test.each(wrong)('%s', (source, line, said) => {
    const { errors } = read(source);
    expect(errors.map(error => [error.file, error.line])).toEqual([['docs/redirects.yml', line]]);
    expect(errors[0]?.reason).toMatch(said);
  });

  test('that go round in a circle are each reported', () => {
    const { errors, redirects } = read('/a: /b\n/b: /c#s1\n/c: /a\n/d: /about');
    expect(errors.map(({ line }) => line)).toEqual([1, 2, 3]);
    expect(redirects).toEqual([{ file: 'd/index.html', page: 'about', hash: '' }]);
  });

  test.each([
    ['/a: [', /YAMLとして読めません/],
    ['/a: /about\n/a: /about', /YAMLとして読めません/],
    ['- /a\n- /b', /「キー: 値」の形ではありません/],
  ])('a list that is none stops everything: %s', (source, said) => {
    expect(() => read(source)).toThrow(said);
  });
});

describe('names in old or variant forms', () => {
  const person = (title: string) => ({ path: `people/${title.replace(' ', '')}`, kind: 'person', title });
  const found = (pages: Parameters<typeof commonForms>[0], redirects: Parameters<typeof commonForms>[1] = []) =>
    commonForms(pages, redirects).map(({ file, page }) => [file, page]);

  test('answer to the address in the common ones', () => {
    const pages = [person('髙橋 一郎'), person('﨑山 二郎'), person('山田 太郎'), person('辻\u{E0100} 花子')];
    expect(found([...pages, { path: 'bodies/會議', kind: 'body', title: '會議' }])).toEqual([
      ['people/高橋一郎/index.html', 'people/髙橋一郎'],
      ['people/崎山二郎/index.html', 'people/﨑山二郎'],
      ['people/辻花子/index.html', 'people/辻\u{E0100}花子'],
      ['bodies/会議/index.html', 'bodies/會議'],
    ]);
    expect(found([{ path: 'glossary/髙', kind: 'term', title: '髙' }])).toEqual([]);
  });

  test('of two people, or where the address has another page, answer to none', () => {
    expect(found([person('渡邉 三郎'), person('渡邊 三郎')])).toEqual([]);
    expect(found([person('髙橋 一郎'), person('高橋 一郎')])).toEqual([]);
    const moved = { file: 'people/高橋一郎/index.html', page: 'about', hash: '' };
    expect(found([person('髙橋 一郎')], [moved])).toEqual([]);
  });
});
