/** Each program that links terms, with the glossary in the form it asks for and run as its users run it. */
import { rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Term } from '@tsuzuri/core/card';
import { formsOf } from '@tsuzuri/link/matcher';
import { toString as textOf } from 'mdast-util-to-string';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { SKIP, visit } from 'unist-util-visit';
import { stringify } from 'yaml';
import { measure, type Run, readFolder, writeFolder } from './home.ts';

/** Files by name, with neither suffix nor folder. */
export type Pages = ReadonlyMap<string, string>;

/** Brackets that no scan and no test has of its own. */
export const OPEN = '⟦';
export const CLOSE = '⟧';

export interface Contestant {
  readonly name: string;
  /** Runs over the pages and gives back what it made of them. */
  readonly run: (home: string, pages: Pages, terms: readonly Term[]) => { cost: Run; output: Map<string, string> };
  /** The words of an output with OPEN and CLOSE around each link to an entry. */
  readonly mark: (output: string) => string;
}

const asMarkdown = (pages: Pages): (readonly [string, string])[] =>
  [...pages].map(([name, text]) => [`${name}.md`, text] as const);

const tsuzuri: Contestant = {
  name: 'tsuzuri link',
  run: (home, pages, terms) => {
    const folder = writeFolder(join(home, 'pages'), asMarkdown(pages));
    const cards = terms.map(({ id, card }) => [`${id}.md`, `---\n${stringify(card.data)}---\n# ${id}\n`] as const);
    const glossary = writeFolder(join(home, 'cards'), cards);
    const out = writeFolder(join(home, 'out'), []);
    const cost = measure(home, [
      resolve('src/cli/bin/tsuzuri.js'),
      'link',
      folder,
      '--glossary',
      glossary,
      '--out',
      out,
      '--every',
    ]);
    return { cost, output: readFolder(out) };
  },
  mark: output => markLinks(output, url => url.startsWith('/glossary/')),
};

const glossarify: Contestant = {
  name: 'glossarify-md',
  run: (home, pages, terms) => {
    const folder = writeFolder(join(home, 'pages'), asMarkdown(pages));
    // Its one file of terms lies among the pages.
    writeFileSync(join(folder, 'glossary.md'), `# 用語集\n\n${terms.map(glossarifyTerm).join('\n')}`);
    const out = join(home, 'out');
    rmSync(out, { recursive: true, force: true });
    const config = join(home, 'glossarify-md.conf.json');
    // Without the schema it takes the file for one of an older version and asks what to do.
    const $schema = './node_modules/glossarify-md/conf/v5/schema.json';
    writeFileSync(config, JSON.stringify({ $schema, baseDir: './pages', outDir: '../out' }));
    const cost = measure(home, ['node_modules/glossarify-md/bin/index.js', '--config', config]);
    const output = readFolder(out);
    output.delete('glossary');
    return { cost, output };
  },
  mark: output => markLinks(output, url => url.includes('glossary.md#')),
};

function glossarifyTerm(term: Term): string {
  const aliases = formsOf(term).filter(form => form !== term.term);
  const attributes = aliases.length > 0 ? `<!--${JSON.stringify({ aliases: aliases.join(', ') })}-->\n` : '';
  return `## ${term.term}\n${attributes}\n${term.term}の説明。\n`;
}

const vitepressPlugin: Contestant = {
  name: 'vitepress-plugin-glossary',
  run: (home, pages, terms) => {
    const entries = terms.flatMap(term => formsOf(term).map(form => [form, `${term.term}の説明。`] as const));
    const glossary = join(home, 'glossary.json');
    writeFileSync(glossary, JSON.stringify(Object.fromEntries(entries)));
    return renderPages(home, pages, [glossary]);
  },
  mark: output =>
    output
      .replace(/<GlossaryTooltip[^>]*>/g, OPEN)
      .replaceAll('</GlossaryTooltip>', CLOSE)
      .replace(/<[^>]*>/g, '')
      .replaceAll('&quot;', '"')
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&amp;', '&'),
};

export const CONTESTANTS: readonly Contestant[] = [tsuzuri, vitepressPlugin, glossarify];

/** Markdown to HTML with markdown-it: with a glossary by vitepress-plugin-glossary, without one by itself. */
export function renderPages(home: string, pages: Pages, glossary: readonly string[] = []) {
  const folder = writeFolder(join(home, 'pages'), asMarkdown(pages));
  const out = writeFolder(join(home, 'out'), []);
  const cost = measure(home, [resolve('tests/bench/peers/markdown-it.cjs'), home, folder, out, ...glossary]);
  return { cost, output: readFolder(out) };
}

const processor = unified().use(remarkParse).use(remarkGfm).freeze();

function markLinks(markdown: string, isEntry: (url: string) => boolean): string {
  const tree = processor.parse(markdown);
  const addresses = new Map<string, string>();
  visit(tree, 'definition', ({ identifier, url }) => void addresses.set(identifier, url));
  visit(tree, ['link', 'linkReference'], node => {
    const url = node.type === 'link' ? node.url : node.type === 'linkReference' ? addresses.get(node.identifier) : '';
    if (!url || !isEntry(url) || !('children' in node)) return;
    node.children = [{ type: 'text', value: `${OPEN}${textOf(node)}${CLOSE}` }];
    return SKIP;
  });
  return tree.children.map(block => textOf(block)).join('\n');
}
