/** Checks what each dialect shuts, how one is recognised. */
import { readTerm } from '@tsuzuri/core/card';
import { describe, expect, it, test } from 'vitest';
import { ANY, DIALECTS, type Dialect, dialectOf, EXCLUDED } from './dialects.ts';
import { createMatcher } from './matcher.ts';
import { findMentions } from './mentions.ts';
import { linkSource } from './source-links.ts';
import { SPANS } from './spans.ts';
import { viewOf } from './view.ts';

const match = createMatcher([readTerm('nisc.md', '---\nterm: NISC\n---\n')]);

const WIKI: Dialect = {
  name: 'wiki',
  detect: path => path.startsWith('wiki/'),
  spans: [],
  excluded: [/=.*?=/su],
};

describe('a dialect of a project', () => {
  it('is asked before ours', () => {
    expect(dialectOf('wiki/a.md', '', [WIKI])).toBe(WIKI);
    expect(dialectOf('a.md', '', [WIKI])).toBe(ANY);
  });

  it('can parse in its own way', () => {
    const upTo = (source: string) => viewOf(source.split('<!-- raw -->')[0] ?? '').tree;
    const dialect = { ...WIKI, parse: upTo };
    expect(linkSource('NISC\n\n<!-- raw -->\n\nNISC\n', { match, dialect })).toBe(
      '[NISC](/glossary/nisc/)\n\n<!-- raw -->\n\nNISC\n',
    );
  });

  it('closes ranges to links and mentions', () => {
    const source = '{% include NISC %} =NISC= NISC\n';
    const linked = '{% include [NISC](/glossary/nisc/) %} =NISC= [NISC](/glossary/nisc/)\n';
    expect(linkSource(source, { match, dialect: WIKI })).toBe(linked);
    const { tree } = viewOf(source, WIKI);
    expect(findMentions({ path: 'a', tree }, { match, dialect: WIKI })).toHaveLength(2);
  });
});

const MKDOCS = DIALECTS.find(({ name }) => name === 'mkdocs') as Dialect;

describe('what a span shuts', () => {
  const shut = (dialect: Dialect, example: string): void => {
    const marked = example.replaceAll(/[«»]/g, '');
    const open = example.replaceAll(/«[^»]*»/g, it => it.replaceAll('NISC', 'SHUT').replaceAll('nisc', 'shut'));
    const expected = open
      .replaceAll(/[«»]/g, '')
      .replaceAll('NISC', '[NISC](/glossary/nisc/)')
      .replaceAll('SHUT', 'NISC')
      .replaceAll('shut', 'nisc');
    expect(linkSource(marked, { match, dialect })).toBe(expected);
  };
  test.each(SPANS.map(({ name, example }) => [name, example] as const))('%s: %s', (name, example) => {
    shut({ ...MKDOCS, name: 'one', spans: [name] }, example);
  });
  const ours: readonly Dialect[] = DIALECTS;
  test.each(
    ours.flatMap(dialect =>
      SPANS.filter(({ name }) => dialect.spans?.includes(name)).map(
        ({ name, example }) => [dialect.name, name, example, dialect] as const,
      ),
    ),
  )('%s, %s', (_, _name, example, dialect) => shut(dialect, example));
});

it('reads prose that is indented, but no code in it', () => {
  const note = (words: string): string =>
    `!!! note\n\n    ${words} だ。\n\n    \`\`\`yaml\n    a: NISC\n\n    NISC:\n    \`\`\`\n\n        NISC\n\n${words}\n`;
  const linked = linkSource(note('NISC'), { match, dialect: MKDOCS });
  expect(linked).toBe(note('[NISC](/glossary/nisc/)'));
});

describe('what no dialect links', () => {
  it.each(EXCLUDED.map(({ name, caption }) => [name, caption] as const))('%s: %s', (_, caption) => {
    const [, example = ''] = /`([^`]+)`/u.exec(caption) ?? [];
    const source = `${example}\n`;
    expect(linkSource(source, { match })).toBe(source);
  });
});
