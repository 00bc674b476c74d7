/** Law 5 in the dialects' own parsers, as far as they are programs of JavaScript: a page without its links is the page that it was. */
import { DIALECTS, type Dialect } from '@tsuzuri/link/dialects';
import { createMatcher } from '@tsuzuri/link/matcher';
import { linkPage } from '@tsuzuri/link/source-links';
import markdownIt from 'markdown-it';
import { createMarkdownRenderer, type MarkdownRenderer } from 'vitepress';
import { beforeAll, describe, expect, test } from 'vitest';
import { card } from './terms.ts';

const match = createMatcher([card('nisc', 'term: NISC')]);
const dialectBy = (name: string): Dialect => DIALECTS.find(it => it.name === name) as Dialect;
const link = (source: string, dialect: string) =>
  linkPage(source, { match, dialect: dialectBy(dialect), url: () => '/entry', title: () => undefined });

/** Marks at which a link in brackets could be read otherwise. */
const COMMON = [
  'これは**NISC**です、**NISCの案**、a**NISCの案**、**案のNISC**a',
  '*NISC*と_NISC_と~~NISC~~',
  '- <!-- x --> NISC\n- NISC',
  '> <!-- x\n> y --> NISC\n> NISC',
  '<!-- glossary-links off -->\nNISC\n<!-- glossary-links on --> NISC\n\nNISC',
  '| NISC | b |\n|---|---|\n| NISC | `NISC` |',
  '[NISC][x] NISC\n\n[x]: /NISC "NISC"\n',
  '![NISC](NISC.png "NISC") NISC <https://example.jp/NISC>',
  '<div>NISC</div>\n\n<span title="NISC">NISC</span> <kbd>NISC</kbd>',
  'NISC\n: NISC\n\n1. NISC\n\n   NISC\n\n       NISC',
  '\\*NISC\\* !NISC &NISC; NISC&amp;NISC',
  '    NISC\n\n```\nNISC\n```\n\nNISC',
];

const VITEPRESS = [
  '<Badge type="info">NISC</Badge>\n\n- <Badge>NISC</Badge> NISC\n\n1. <my-note>NISC</my-note>',
  '<font color="red">NISC</font>\n\n<template v-if="a">NISC</template>\n\n<b>NISC</b>NISC',
  '<Foo>\nNISC\n\nNISC\n\n</Foo>\n\nNISC <Badge text="NISC" />',
  '> [!TIP] NISCの話\n> NISC\n\n> [!WARNING]\n> NISC',
  '::: tip NISC\nNISC\n:::\n\n::: details NISC {open}\nNISC\n:::',
  '**NISC**{.x} NISC{x} NISC{NISC} NISC {.x}',
  'NISC[^1]\n\n[^1]: NISCの注',
  '{{ NISC }} :NISC: NISC\n\n# NISC {#NISC}',
];

const MDX = [
  'export const a = {\n  b: 1,\n\n  c: "NISC",\n}\n\nNISC',
  'export const q = `\nNISC\n\nNISC\n`\n\nNISC',
  '<Tabs>\n  <TabItem value="NISC">\n    NISC と **NISC**\n\n        NISC\n  </TabItem>\n</Tabs>',
  '<Foo a={<b>NISC</b>} b="{">NISC</Foo> NISC {NISC} {/* } NISC */}',
  '- <Foo>NISC</Foo>\n- NISC <br /> NISC\n\n**<Foo>NISC</Foo>**',
  '<a href="x">NISC</a> NISC\n\n<p>NISC</p>\n\n<>NISC</>',
];

const withoutLinks = (html: string): string => html.replaceAll(/<a href="\/entry[^"]*"[^>]*>([\s\S]*?)<\/a>/g, '$1');

function check(source: string, dialect: string, render: (source: string) => string): void {
  const { markdown } = link(source, dialect);
  expect(withoutLinks(render(markdown))).toBe(render(source));
  expect(link(markdown, dialect).markdown).toBe(markdown);
}

describe('VitePress', () => {
  let md: MarkdownRenderer;
  const env = { path: 'a.md', relativePath: 'a.md', cleanUrls: false };
  beforeAll(async () => {
    md = await createMarkdownRenderer(import.meta.dirname);
  });
  test.each([...COMMON, ...VITEPRESS])('%s', source => check(source, 'vitepress', text => md.render(text, env)));
});

test.each(COMMON)('CommonMark: %s', source => {
  const [strict, md] = [markdownIt('commonmark'), markdownIt({ html: true })];
  check(source, 'commonmark', text => strict.render(text));
  check(source, 'gfm', text => md.render(text));
});

/** Its types would make nodes of MDX nodes of every tree in this repository. */
const COMPILER: string = '@mdx-js/mdx';

describe('MDX', () => {
  const pages = [...COMMON.filter(it => !/[<{]/.test(it)), ...MDX];
  test.each(pages)('%s', async source => {
    const { compile } = await import(COMPILER);
    const program = async (text: string): Promise<string> => {
      const file = String(await compile(text, { jsx: true }));
      const body = file.slice(file.indexOf('return <'));
      return file.slice(0, file.indexOf('function _createMdxContent')) + body;
    };
    const { markdown } = link(source, 'mdx');
    const linked = (await program(markdown)).replaceAll(
      /<_components\.a href="\/entry">([\s\S]*?)<\/_components\.a>/g,
      '$1',
    );
    // What stands apart in a tree stands apart in the program: `{"a"}{"b"}`.
    const joined = (text: string): string => text.replaceAll(/"\}\{"/g, '').replaceAll(/\{"([^"{}]*)"\}/g, '$1');
    expect(joined(linked)).toBe(joined(await program(source)));
    expect(link(markdown, 'mdx').markdown).toBe(markdown);
  });
});
