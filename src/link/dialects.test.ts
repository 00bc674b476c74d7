/** Checks what each dialect shuts, how one is recognised. */
import { readTerm } from '@tsuzuri/core/card';
import { describe, expect, it, test } from 'vitest';
import { BINDINGS } from './bindings.ts';
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

/** «…» is what is not linked. */
function shut(dialect: Dialect, example: string): void {
  const marked = example.replaceAll(/[«»]/g, '');
  const open = example.replaceAll(/«[^»]*»/g, it => it.replaceAll('NISC', 'SHUT').replaceAll('nisc', 'shut'));
  const expected = open
    .replaceAll(/[«»]/g, '')
    .replaceAll('NISC', '[NISC](/glossary/nisc/)')
    .replaceAll('SHUT', 'NISC')
    .replaceAll('shut', 'nisc');
  expect(linkSource(marked, { match, dialect })).toBe(expected);
}
const OURS: readonly Dialect[] = DIALECTS;

describe('what a span shuts', () => {
  test.each(SPANS.map(({ name, example }) => [name, example] as const))('%s: %s', (name, example) => {
    shut({ ...MKDOCS, name: 'one', spans: [name] }, example);
  });
  test.each(
    OURS.flatMap(dialect =>
      SPANS.filter(({ name }) => dialect.spans?.includes(name)).map(
        ({ name, example }) => [dialect.name, name, example, dialect] as const,
      ),
    ),
  )('%s, %s', (_, _name, example, dialect) => shut(dialect, example));
});

describe('what takes the brackets of a link', () => {
  test.each(BINDINGS.map(({ name, example }) => [name, example] as const))('%s: %s', (name, example) => {
    shut({ name: 'one', detect: () => true, spans: [], binds: [name] }, example);
    const open = linkSource(example.replaceAll(/[«»]/g, ''), { match, dialect: { ...WIKI, excluded: [], binds: [] } });
    expect(open).toContain('](/glossary/nisc/)');
  });
  test.each(
    OURS.flatMap(dialect =>
      BINDINGS.filter(({ name }) => dialect.binds?.includes(name)).map(
        ({ name, example }) => [dialect.name, name, example, dialect] as const,
      ),
    ),
  )('%s, %s', (_, _name, example, dialect) => shut(dialect, example));
});

describe('what the parser of a dialect reads otherwise', () => {
  const named = (name: string): Dialect => OURS.find(it => it.name === name) as Dialect;
  test.each([
    // Directives: a name goes on to the next space.
    ['docusaurus', '対象:新しい«NISC»です'],
    ['docusaurus', '- 10:30から«NISC»'],
    ['starlight', '**注**:これは«NISC»'],
    ['starlight', '| 注:«NISC» |\n|--|\n| 注: NISC |'],
    ['docusaurus', ':abbr[NISC]{title=«NISC»} NISC'],
    ['mdx', '注:«NISC»と NISC'],
    // A line that begins with HTML is HTML.
    ['gfm', '- <!-- x -->« NISC»\n- NISC'],
    ['commonmark', '> <!-- x\n> y --> «NISC»\n> NISC'],
    ['hugo', '<!-- glossary-links off -->\n«NISC»\n<!-- glossary-links on --> «NISC»\n\nNISC'],
    ['vitepress', '1. «<my-note>NISC</my-note>»\n\n2. NISC <Badge text="x" /> NISC'],
    ['vitepress', '<template v-if="a">«NISC»</template>\n\n<span>NISC</span>'],
    // A program of MDX ends where its brackets do.
    ['mdx', 'export function F() {\n  const x = 1\n\n  return <b>«NISC»</b>\n}\n\nNISC'],
    ['mdx', 'export const q = `\n«NISC»\n\n«NISC»\n`\n\nNISC'],
    // Elements of MDX hold prose, however far it goes in.
    [
      'mdx',
      '<Tabs>\n  <TabItem value="NISC»«">\n    NISC と **NISC**\n\n    | a |\n    |---|\n    | NISC |\n  </TabItem>\n</Tabs>',
    ],
    ['mdx', "<Tabs>\n\t<Tab>NISC</Tab>\n</Tabs>{' '}\n\n> {\n>   «NISC»\n> }\n>\n> NISC"],
    ['mdx', '{/* glossary-links off */}\n\n<b>«NISC»</b>\n\n{/* glossary-links on */}\n\nNISC'],
    ['mdx', '前 <Mark>NISC</Mark> と <Link to="x">«NISC»</Link>'],
    // Below a fence of MyST that holds prose, the page goes on.
    ['myst', '```{note}\nNISC\n```\n\n(«NISC»)=\n\nNISC'],
    ['mkdocs', '語\n:   NISC\n\n    NISC\n\n        «NISC»'],
    ['mkdocs', '!!! note\n\n    - NISC\n\n        NISC\n\n            «NISC»'],
  ])('%s: %s', (name, example) => {
    // Attributes are no part of what is counted.
    const marked = example.replace('value="NISC»«"', 'value="«NISC»"');
    const linked = linkSource(marked.replaceAll(/[«»]/g, ''), { match, dialect: named(name) });
    const brackets = linked.replaceAll(/\[(\*\*NISC\*\*|NISC)\]\(\/glossary\/nisc\/\)/g, '$1');
    expect(brackets).toBe(marked.replaceAll(/[«»]/g, ''));
    const count = marked.replaceAll(/«[^»]*»/g, '').split('NISC').length - 1;
    expect(linked.split('](/glossary/nisc/)')).toHaveLength(count + 1);
  });

  it('leaves the title of a page to Docusaurus, which takes it from the source', () => {
    const link = (source: string, name = 'docusaurus') =>
      linkSource(source, { match, dialect: named(name), headings: true, every: true }).replaceAll(
        '/glossary/nisc/',
        'x',
      );
    const before = '---\na: b\n---\n\nimport A from "a"\n\n';
    expect(link(`${before}# NISC\n\n# NISC\n\nNISC\n===\n`)).toBe(`${before}# NISC\n\n# [NISC](x)\n\n[NISC](x)\n===\n`);
    expect(link('NISC\n===\n\nNISC\n')).toBe('NISC\n===\n\n[NISC](x)\n');
    expect(link('NISC\n\n# NISC\n')).toBe('[NISC](x)\n\n# [NISC](x)\n');
    expect(link('# NISC\n', 'mdx')).toBe('# [NISC](x)\n');
    const ofTree = dialectOf('a.mdx', '', [], named('docusaurus'));
    expect(linkSource('# NISC\n', { match, dialect: ofTree, headings: true })).toBe('# NISC\n');
  });

  it('names the line of a page of MDX that cannot be read', () => {
    expect(() => linkSource('NISC\n\n<Note>NISC', { match, dialect: named('mdx') })).toThrow(
      /closing tag for `<Note>`/u,
    );
  });

  it('reads a page of Docusaurus that is no MDX as Markdown', () => {
    expect(linkSource('NISC<br>NISC', { match, dialect: named('docusaurus') })).toContain('<br>[NISC]');
  });
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
