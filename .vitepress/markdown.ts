/** Sets up Markdown so that it reads Japanese well, while no text of a page can run as code. */
import cjkFriendly from 'markdown-it-cjk-friendly';
import type { MarkdownOptions, MarkdownRenderer } from 'vitepress';
import { boxes, copyCode } from './japanese.ts';
import { allowedHtml, dropEmptyHeads, imageAsLink, joinJapaneseLines, permalink, slugify } from './markdown-rules.ts';

/** Components that stand between the parts of a page: where, on pages of which kind. */
const SEAMS: readonly { kind: string; path: RegExp; at: RegExp; component: string }[] = [
  { kind: 'minutes', path: /./, at: /(?<=<\/h1>)/, component: 'MinutesHead' },
  { kind: 'text', path: /^index\.md$/, at: /(?=<h2)/, component: 'HomeDocuments' },
];

export const markdown: MarkdownOptions = {
  html: false,
  attrs: { allowedAttributes: ['id'] },
  anchor: { slugify, permalink },
  codeCopyButtonTitle: copyCode,
  container: boxes,
  theme: { light: 'github-light-high-contrast', dark: 'github-dark-high-contrast' },
  config(md) {
    md.use(cjkFriendly as unknown as Parameters<typeof md.use>[0]);
    md.linkify.set({ fuzzyEmail: false });
    md.linkify.add('//', null as never); // `http\://…`, which is meant as text, would become a link from // on
    md.disable(['snippet', 'emoji']); // (8) at the end of a line would become 😎
    md.inline.ruler.before('html_inline', 'allowed_html', allowedHtml);
    md.core.ruler.push('drop_empty_heads', dropEmptyHeads);
    md.core.ruler.push('join_japanese_lines', joinJapaneseLines);
    md.renderer.rules.image = imageAsLink;
    wrap(md);
  },
};

/** Keeps text of a page from Vue: `v-pre` around all of it, our own components at the seams. */
function wrap(md: MarkdownRenderer): void {
  const render = md.render.bind(md);
  md.render = (source, env) => {
    const html = render(source, env);
    const seam = SEAMS.find(({ kind, path }) => env.frontmatter?.kind === kind && path.test(env.relativePath));
    const cut = seam ? html.search(seam.at) : -1;
    const parts = cut < 0 ? [html] : [html.slice(0, cut), html.slice(cut)];
    return parts.map(part => `<div v-pre>${part}</div>`).join(`<${seam?.component} />`);
  };
}
