/** Links each `cases/NAME/input.md` as the command does: what comes out must be `expected.md`; `why.txt` says why. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { dialectOf } from '@tsuzuri/link/dialects';
import { markdownItGlossary } from '@tsuzuri/link/markdown-it';
import { glossaryLink } from '@tsuzuri/link/remark-plugin';
import { optionsFor, pageOf } from '@tsuzuri/link/settings';
import { linkPage } from '@tsuzuri/link/source-links';
import markdownIt from 'markdown-it';
import { expect, test } from 'vitest';

const CASES = join(import.meta.dirname, 'cases');
const read = (name: string, file: string): string => readFileSync(join(CASES, name, file), 'utf8');

test.each(readdirSync(CASES))('%s', name => {
  const input = read(name, 'input.md');
  const settings = { glossary: join(CASES, name, 'glossary'), every: true, dialect: dialectOf('input.md', input) };
  const options = optionsFor(pageOf('input.md', input), settings);
  const linked = options ? linkPage(input, options).markdown : input;
  expect(linked).toBe(read(name, 'expected.md'));
  // Linking twice is linking once.
  if (options) expect(linkPage(linked, options).markdown).toBe(linked);
});

/** Its types would make nodes of MDX nodes of every tree in this repository. */
const MDX: string = '@mdx-js/mdx';

test('mdx-plugin-nested: in the tree of MDX, too', async () => {
  const { compile } = await import(MDX);
  const glossary = join(CASES, 'mdx-plugin-nested', 'glossary');
  const options = { remarkPlugins: [[glossaryLink, { glossary }] as const], jsx: true };
  const linked = String(await compile(`${read('mdx-plugin-nested', 'input.md')}\n\nAPI\n`, options));
  expect(linked.match(/\/glossary\/api/g)).toHaveLength(1);
});

test.each(['html-anchor-block', 'links-off'])('%s: in the tokens of markdown-it, too', name => {
  const glossary = join(CASES, name, 'glossary');
  const html = markdownIt({ html: true }).use(markdownItGlossary, { glossary }).render(read(name, 'input.md'));
  expect(html.split('/glossary/').length).toBe(read(name, 'expected.md').split('/glossary/').length);
});
