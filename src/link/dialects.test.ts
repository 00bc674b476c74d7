/** Checks that a dialect decides how Markdown is parsed and what in it is never linked. */
import { readTerm } from '@tsuzuri/core/card';
import { describe, expect, it } from 'vitest';
import { type Dialect, dialectOf, VITEPRESS } from './dialects.ts';
import { createMatcher } from './matcher.ts';
import { findMentions } from './mentions.ts';
import { linkSource } from './source-links.ts';

const match = createMatcher([readTerm('nisc.md', '---\nterm: NISC\n---\n')]);

const LIQUID: Dialect = {
  ...VITEPRESS,
  name: 'liquid',
  detect: path => path.startsWith('_posts/'),
  excluded: [...VITEPRESS.excluded, { name: 'Liquid', caption: '`{% include NISC %}`', pattern: /\{%.*?%\}/gsu }],
};

describe('a dialect of a project', () => {
  it('is asked before ours', () => {
    expect(dialectOf('_posts/a.md', '', [LIQUID])).toBe(LIQUID);
    expect(dialectOf('a.md', '', [LIQUID])).toBe(VITEPRESS);
  });

  it('closes ranges to links and mentions', () => {
    const source = '{% include NISC %} NISC\n';
    const linked = '{% include NISC %} [NISC](/glossary/nisc)\n';
    expect(linkSource(source, { match, dialect: LIQUID })).toBe(linked);
    expect(linkSource(source, { match })).toBe('{% include [NISC](/glossary/nisc) %} [NISC](/glossary/nisc)\n');
    const tree = LIQUID.parse(source);
    expect(findMentions({ path: 'a', tree }, { match, dialect: LIQUID })).toHaveLength(1);
  });
});

describe('what our dialect closes', () => {
  it.each(VITEPRESS.excluded.map(({ name, caption }) => [name, caption] as const))('%s: %s', (_, caption) => {
    const [, example = ''] = /`([^`]+)`/u.exec(caption) ?? [];
    const source = `${example}\n`;
    expect(linkSource(source, { match })).toBe(source);
  });
});
