/** A remark plugin that links the terms of a glossary: for unified, MDX, Astro, Docusaurus. */
import { warningAt } from '@tsuzuri/core/messages';
import { say } from '@tsuzuri/core/wording';
import type { Root } from 'mdast';
import type { Plugin } from 'unified';
import { factsOf } from './page-facts.ts';
import { linkTree } from './remark-glossary.ts';
import { type LinkSettings, optionsFor, pageOf } from './settings.ts';

/**
 * Wraps each mention of a term in a link.
 * @example
 * unified().use(remarkParse).use(glossaryLink, { glossary: 'docs/glossary' })
 */
export const glossaryLink: Plugin<[LinkSettings?], Root> =
  (settings = {}) =>
  (tree, file) => {
    const [first] = tree.children as readonly { type: string; value?: string }[];
    const fence = first?.type === 'toml' ? '+++' : '---';
    const matter = first?.type === 'yaml' || first?.type === 'toml' ? `${fence}\n${first.value}\n${fence}\n` : '';
    // Astro gives what it has read of the front matter, and takes it out of the page.
    const { astro } = file.data as { astro?: { frontmatter?: Record<string, unknown> } };
    const path = file.path ?? '';
    const read = matter === '' ? astro?.frontmatter : undefined;
    const page = read ? { path, ...factsOf(read, path) } : pageOf(path, matter);
    if (page.fault) {
      const { line, reason } = page.fault;
      file.messages.push(warningAt({ file: path, line, rule: 'front-matter' }, ...say('link.badMatter', { reason })));
      return tree;
    }
    const options = optionsFor(page, settings);
    return options ? linkTree(tree, options) : tree;
  };
