/** Checks that a dialect decides how Markdown is parsed and what in it is never linked. */
import { readTerm } from '@tsuzuri/core/card';
import { describe, expect, it } from 'vitest';
import { DIALECTS, type Dialect, dialectOf, EXCLUDED, parseDialect } from './dialects.ts';
import { createMatcher } from './matcher.ts';
import { findMentions } from './mentions.ts';
import { linkSource } from './source-links.ts';

const match = createMatcher([readTerm('nisc.md', '---\nterm: NISC\n---\n')]);

const LIQUID: Dialect = {
  name: 'liquid',
  detect: path => path.startsWith('_posts/'),
  excluded: [/\{%.*?%\}/su],
};

describe('a dialect of a project', () => {
  it('is asked before ours', () => {
    expect(dialectOf('_posts/a.md', '', [LIQUID])).toBe(LIQUID);
    expect(dialectOf('a.md', '', [LIQUID])).toBe(DIALECTS[0]);
  });

  it('can parse in its own way', () => {
    const upTo = (source: string) => parseDialect(source.split('<!-- raw -->')[0] ?? '');
    const dialect = { ...LIQUID, parse: upTo };
    expect(linkSource('NISC\n\n<!-- raw -->\n\nNISC\n', { match, dialect })).toBe(
      '[NISC](/glossary/nisc/)\n\n<!-- raw -->\n\nNISC\n',
    );
  });

  it('closes ranges to links and mentions', () => {
    const source = '{% include NISC %} NISC\n';
    const linked = '{% include NISC %} [NISC](/glossary/nisc/)\n';
    expect(linkSource(source, { match, dialect: LIQUID })).toBe(linked);
    expect(linkSource(source, { match })).toBe('{% include [NISC](/glossary/nisc/) %} [NISC](/glossary/nisc/)\n');
    const tree = parseDialect(source, LIQUID);
    expect(findMentions({ path: 'a', tree }, { match, dialect: LIQUID })).toHaveLength(1);
  });
});

describe('what no dialect links', () => {
  it.each(EXCLUDED.map(({ name, caption }) => [name, caption] as const))('%s: %s', (_, caption) => {
    const [, example = ''] = /`([^`]+)`/u.exec(caption) ?? [];
    const source = `${example}\n`;
    expect(linkSource(source, { match })).toBe(source);
  });
});
