/** Checks that links are inserted into hand-written pages with every other byte as it was. */

import { describe, expect, it } from 'vitest';
import { card } from '../../tests/link/terms.ts';
import { createMatcher } from './matcher.ts';
import { linkPage, linkSource } from './source-links.ts';

const match = createMatcher([
  card('nisc', 'term: NISC\ncategory: organisation'),
  card('asean40', 'term: 日・ASEAN友好協力40周年\ncategory: event'),
  card('isc', 'term: 情報セキュリティ政策会議\ncategory: organisation'),
  card('rd', 'term: R&D計画'),
  card('quoted', 'term: 量子\nexpansion: "a \\"b\\" | c\\\\d & e"'),
]);

/** `[…]` in the tables is where a link begins and ends: `«NISC»` → `[NISC](/glossary/nisc/)`. */
function splice(marked: string): [spliced: string, expected: string] {
  const source = marked.replaceAll(/[«»]/g, '');
  const spliced = linkSource(source, { match }).replaceAll(/\[([^[\]]*)\]\(\/glossary\/[^)]*\)/g, '«$1»');
  return [spliced, marked];
}

describe('names that look like files', () => {
  const named = createMatcher(
    ['Node.js', 'Next.js', 'robots.txt', 'Booking.com'].map((term, at) => card(`n${at}`, `term: ${term}`)),
  );
  it.each([
    '«Node.js»で動かす。«Next.js».',
    'React/«Next.js»と«Node.js»/Express',
    '«**Node.js**»の',
    'node.js と src/Node.js と Node.js.org と my-Node.js',
    'https://Node.js/ と www.Booking.com と a@Booking.com と «Booking.com»',
    '«robots.txt»を置く。/robots.txt と robots.txt.bak',
  ])('%s', marked => {
    const linked = linkSource(marked.replaceAll(/[«»]/g, ''), { match: named });
    expect(linked.replaceAll(/\[([^[\]]*)\]\(\/glossary\/[^)]*\)/g, '«$1»')).toBe(marked);
  });
});

describe('links, every other byte as it was', () => {
  it.each([
    ['plain words', '«NISC»から'],
    ['line ends of Windows', '一\r\n\r\n«NISC»から\r\n'],
    ['a byte order mark', '\uFEFF«NISC»から'],
    ['marks the author likes', '*   一\n*   «NISC»\n\n***\n\n__強__ _弱_ «NISC»\n'],
    ['escapes before it', '\\*一\\* «NISC»\\!'],
    ['references before it', '&amp;&#x3042;&hellip;&amp;amp; «NISC» &lt;'],
    ['an escape inside it', '«R\\&D計画»'],
    ['a reference inside it', '«R&amp;D計画»'],
    ['a table', '|名|数|\n|-|:-:|\n| «NISC»|1|\n|a\\|b «NISC»|`|`|\n'],
    ['a quotation', '> > 前\n> > の«NISC»\n続き«NISC»\n'],
    ['a term over two lines of a quotation', '> の«情報セキュリティ\n> 政策会議»で'],
    ['a term over two lines of a list', '1.  の«情報セキュリティ\r\n    政策会議»で'],
    ['front matter', '---\ntitle: NISC\n---\n\n«NISC»\n'],
    [
      'VitePress syntax',
      '::: tip NISC\n«NISC»と<Badge text="NISC" />\n:::\n\n[[toc]]\n\n<script setup>\nNISC\n</script>\n',
    ],
    ['a whole strong', '«**NISC**»から'],
    ['part of a strong', '前は **«NISC»から**'],
    ['over the edge of strong', '«**日・ASEAN**友好協力40周年»'],
    ['into strong, with one link on each side', '«日・ASEAN»**«友好協力40周年»の年**'],
    ['a footnote', '本文[^1]\n\n[^1]: これは «NISC»の注'],
    ['beside addresses', '（www.example.jp）«NISC»（NISC@example.jp）'],
    ['tasks', '- [ ] «NISC»\n- [x] «NISC»'],
    ['no end of line', '«NISC»'],
    ['strikethrough', '~~前の«NISC»です~~'],
    ['a setext heading, not linked', 'NISC\n====\n\n«NISC»'],
  ])('%s', (_, marked) => {
    const [spliced, expected] = splice(marked);
    expect(spliced).toBe(expected);
  });
});

describe('leaves alone what a bracket would change', () => {
  it.each([
    '!NISC',
    '\\NISC',
    '[案]NISC\n\n[案]: /x',
    'は**NISCの案**',
    'a**NISCの案**',
    '**案のNISC**a',
    '# NISC',
    '<kbd>NISC</kbd>',
    '    NISC',
    '$`NISC`',
  ])('%s', source => expect(linkSource(source, { match })).toBe(source));
});

it('the title is escaped', () =>
  expect(linkSource('量子', { match })).toBe('[量子](/glossary/quoted/ "a \\"b\\" \\| c\\\\d \\& e")'));

it('the address is escaped', () =>
  expect(linkSource('量子', { match, url: () => '/a b(c)' })).toContain('](/a%20b%28c%29 '));

it('an empty page stays empty', () => expect(linkSource('', { match })).toBe(''));

describe('the first mention', () => {
  const first = (source: string, every: false | 'page') => linkPage(source, { match, every, title: () => undefined });
  it.each([
    ['in the same paragraph', 'これは**新しいNISC**です。NISCは'],
    ['in the next one', 'これは**新しいNISC**です。\n\nNISCは'],
    ['behind a heading', '# NISC\n\nは**NISCの案**、は**NISCの案**、NISC'],
  ])('is the next one where it cannot be a link: %s', (_, source) => {
    const { markdown, links, left } = first(source, 'page');
    expect(links).toBe(1);
    expect(left).toBeGreaterThan(0);
    const last = source.lastIndexOf('NISC');
    expect(markdown).toBe(`${source.slice(0, last)}[NISC](/glossary/nisc/)${source.slice(last + 4)}`);
    expect(first(markdown, 'page').markdown).toBe(markdown);
  });
  it('is one for each section', () => expect(first('NISC NISC\n\n# a\n\nNISC', false).links).toBe(2));
});
