/** Renders the Markdown files of a folder with markdown-it and, when a glossary is given, vitepress-plugin-glossary. */
// node markdown-it.cjs INSTALLED-FOLDER FOLDER OUT [glossary.json]
const { mkdirSync, readdirSync, readFileSync, writeFileSync } = require('node:fs');
const { createRequire } = require('node:module');
const { join } = require('node:path');
const { pathToFileURL } = require('node:url');

const [, , home, folder, out, glossary] = process.argv;

async function main() {
  // The options that VitePress sets; its own plugins and its highlighter have no part in this.
  const md = createRequire(join(home, 'package.json'))('markdown-it')({ html: true, linkify: true });
  if (glossary) {
    // `require` finds a file whose suffix says it is a module of the other kind: VitePress imports this one too.
    const path = join(home, 'node_modules/vitepress-plugin-glossary/dist/index.mjs');
    const { markdownGlossaryPlugin } = await import(pathToFileURL(path).href);
    md.use(markdownGlossaryPlugin, { glossary: JSON.parse(readFileSync(glossary, 'utf8')) });
  }
  mkdirSync(out, { recursive: true });
  for (const name of readdirSync(folder).filter(file => file.endsWith('.md')))
    writeFileSync(join(out, name.replace(/md$/, 'html')), md.render(readFileSync(join(folder, name), 'utf8')));
}

main();
