/** Sets up Markdown so that it reads Japanese well, while no text of a page can run as code. */

import { headingId } from '@tsuzuri/core/urls';
import cjkFriendly from 'markdown-it-cjk-friendly';
import footnote from 'markdown-it-footnote';
import type { MarkdownOptions, MarkdownRenderer } from 'vitepress';
import { boxes, copyCode } from './locale-ja.ts';
import {
  allowedHtml,
  dropEmptyHeads,
  foldAttendance,
  imageAsLink,
  joinJapaneseLines,
  numberBlocks,
  peopleLinks,
  permalink,
} from './markdown-rules.ts';
import type { Contents } from './navigation.ts';

interface Seam {
  readonly kind: string;
  readonly path: RegExp;
  /** Where in the HTML of the page; a page without such a place goes without the component. */
  readonly at: RegExp;
  readonly component: string;
}

/** Components that stand between the parts of a page: where, on pages of which kind. */
const SEAMS: readonly Seam[] = [
  { kind: 'minutes', path: /./, at: /(?<=<\/h1>)/, component: 'MinutesHead' },
  { kind: 'minutes', path: /./, at: /$/, component: 'CorrectionList' },
  { kind: 'minutes', path: /./, at: /$/, component: 'MinutesTools' },
  { kind: 'term', path: /./, at: /(?<=<h2 id="mentions"[^>]*>.*?<\/h2>)/, component: 'MentionYears' },
  { kind: 'text', path: /^glossary\/index\.md$/, at: /(?<=<\/h1>)/, component: 'GlossaryFilter' },
  { kind: 'text', path: /^search\.md$/, at: /(?<=<\/h1>)/, component: 'SearchPage' },
  { kind: 'text', path: /^offline\.md$/, at: /(?=<h2)/, component: 'OfflineBooks' },
  { kind: 'text', path: /^index\.md$/, at: /(?=<h2)/, component: 'HomeDocuments' },
];

export const markdown = ({ pages }: Contents): MarkdownOptions => ({
  html: false,
  attrs: { allowedAttributes: ['id'] },
  anchor: { slugify: headingId, permalink },
  // Loaded at the start: read when a page first needs one, the colours of another page would depend on who comes first.
  languages: ['markdown', 'yaml'] as never, // names are taken as well, which its types leave out
  codeCopyButtonTitle: copyCode,
  container: boxes,
  theme: { light: 'github-light-high-contrast', dark: 'github-dark-high-contrast' },
  config(md) {
    md.use(cjkFriendly as unknown as Parameters<typeof md.use>[0]);
    md.use(footnote);
    md.linkify.set({ fuzzyEmail: false });
    md.linkify.add('//', null as never); // `http\://…`, which is meant as text, would become a link from // on
    md.disable(['snippet', 'emoji']); // (8) at the end of a line would become 😎
    md.inline.ruler.before('html_inline', 'allowed_html', allowedHtml);
    md.core.ruler.push('drop_empty_heads', dropEmptyHeads);
    md.core.ruler.push('join_japanese_lines', joinJapaneseLines);
    md.core.ruler.push('people_links', peopleLinks(new Set(pages.map(({ path }) => path))));
    md.core.ruler.push('number_blocks', numberBlocks);
    md.core.ruler.push('fold_attendance', foldAttendance);
    md.renderer.rules.image = imageAsLink;
    wrap(md);
  },
});

/** Keeps text of a page from Vue: `v-pre` around all of it, our own components at the seams. */
function wrap(md: MarkdownRenderer): void {
  const render = md.render.bind(md);
  md.render = (source, env) => {
    const html = render(source, env);
    const isHere = ({ kind, path }: Seam) => env.frontmatter?.kind === kind && path.test(env.relativePath);
    const cuts = SEAMS.filter(isHere)
      .map(({ at, component }) => ({ at: html.search(at), component }))
      .filter(({ at }) => at >= 0)
      .sort((a, b) => a.at - b.at);
    const ends = [...cuts.map(({ at }) => at), html.length];
    const parts = ends.map((end, index) => `<div v-pre>${html.slice(ends[index - 1] ?? 0, end)}</div>`);
    return parts.map((part, index) => part + (cuts[index] ? `<${cuts[index].component} />` : '')).join('');
  };
}
