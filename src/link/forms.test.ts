/** Checks how links are written in other forms than brackets. */
import { readTerm } from '@tsuzuri/core/card';
import { describe, expect, it, test } from 'vitest';
import { DIALECTS, type Dialect } from './dialects.ts';
import type { Form } from './forms.ts';
import { createMatcher } from './matcher.ts';
import { linkSource, type SourceOptions } from './source-links.ts';

const match = createMatcher(
  ['NISC', 'IPA'].map(term => readTerm(`${term.toLowerCase()}.md`, `---\nterm: ${term}\n---\n`)),
);
const write = (form: Form, source: string, more: Partial<SourceOptions> = {}): string =>
  linkSource(source, { match, form, url: ({ id }) => `/g/${id}`, ...more });
const MDX = DIALECTS.find(({ name }) => name === 'mdx') as Dialect;

describe('wiki', () => {
  test.each([
    ['NISC', '[[/g/nisc|NISC]]'],
    ['a cell', '| NISC |\n| - |\n| IPA |', '| [[/g/nisc\\|NISC]] |\n| - |\n| [[/g/ipa\\|IPA]] |'],
    ['marks, which a wikilink does not read', '**NISC**', '[**NISC**](/g/nisc)'],
    ['a bracket beside it', '[NISC]', '[[NISC](/g/nisc)]'],
  ])('%s', (source, ...rest) => {
    const [given, expected] = rest.length === 2 ? rest : [source, ...rest];
    expect(write('wiki', given as string)).toBe(expected);
  });
});

describe('reference', () => {
  it('is defined once, at the end of the page', () =>
    expect(write('reference', 'NISC NISC')).toBe(
      '[NISC][glossary-nisc] [NISC][glossary-nisc]\n\n[glossary-nisc]: /g/nisc\n',
    ));
  it('twice is once', () => {
    const once = write('reference', 'NISC\n');
    expect(write('reference', once)).toBe(once);
    expect(write('reference', `${once}\nIPA\n`)).toContain('[glossary-nisc]: /g/nisc\n\n[IPA][glossary-ipa]');
  });
  it('tells entries of one name apart', () => {
    const url: SourceOptions['url'] = ({ id }) => (id === 'nisc' ? '/a/x' : '/b/x');
    expect(write('reference', 'NISC IPA\n', { url })).toBe(
      '[NISC][glossary-x] [IPA][glossary-b-x]\n\n[glossary-x]: /a/x\n[glossary-b-x]: /b/x\n',
    );
  });
  it('takes no label that the page gives to something else', () =>
    expect(write('reference', 'NISC\n\n[glossary-nisc]: /mine\n')).toContain('[NISC][glossary-g-nisc]'));
  it('ends lines as the page does', () =>
    expect(write('reference', 'NISC\r\n')).toBe('[NISC][glossary-nisc]\r\n\r\n[glossary-nisc]: /g/nisc\r\n'));
  test.each(['```\nx\n', '<!--\nx', '<script>\nx\n'])('is none where the end of the page defines nothing: %s', end =>
    expect(write('reference', `NISC\n\n${end}`)).toBe(`[NISC](/g/nisc)\n\n${end}`),
  );
});

describe('html', () => {
  it('escapes what an attribute could end with', () =>
    expect(write('html', 'NISC の', { title: () => '"{x}"' })).toBe(
      '<a href="/g/nisc" title="&#34;&#123;x&#125;&#34;">NISC</a> の',
    ));
  it('is none where the element would be a block', () =>
    expect(write('html', 'NISC\n\n- IPA の\n', { dialect: MDX })).toBe(
      '[NISC](/g/nisc)\n\n- <a href="/g/ipa">IPA</a> の\n',
    ));
  it('is proved as it is written', () => {
    expect(write('html', 'は**NISCの案**')).toBe('は**NISCの案**');
    expect(write('html', '[NISC][x] NISC')).toBe('[<a href="/g/nisc">NISC</a>][x] <a href="/g/nisc">NISC</a>');
  });
});

test('an address that Jekyll fills in keeps its braces', () => {
  const url: SourceOptions['url'] = ({ id }) => `{{ site.baseurl }}/g/{${id}}`;
  expect(write('markdown', 'NISC\n', { url, title: () => undefined })).toBe('[NISC]({{site.baseurl}}/g/%7bnisc%7d)\n');
});

test('a title in MDX ends no link in the description that Docusaurus takes from the source', () => {
  const title = () => 'a (b) [c]';
  expect(write('markdown', 'NISC\n', { title, dialect: MDX })).toBe('[NISC](/g/nisc "a (b&#41; [c&#93;")\n');
  expect(write('markdown', 'NISC\n', { title })).toBe('[NISC](/g/nisc "a (b) [c]")\n');
});
