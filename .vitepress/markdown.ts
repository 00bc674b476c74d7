/** Sets up Markdown so that it reads Japanese well, while no text of a page can run as code. */
import cjkFriendly from 'markdown-it-cjk-friendly';
import type { MarkdownOptions, MarkdownRenderer } from 'vitepress';
import { escapeHtml } from './html.ts';
import { boxes, copyCode, permalinkTo } from './japanese.ts';

type Permalink = Extract<NonNullable<MarkdownOptions['anchor']>['permalink'], (...input: never[]) => unknown>;

/** Components that stand between the parts of a page: where, on pages of which kind. */
const SEAMS: readonly { kind: string; path: RegExp; at: RegExp; component: string }[] = [
  { kind: 'minutes', path: /./, at: /(?<=<\/h1>)/, component: 'MinutesHead' },
  { kind: 'text', path: /^index\.md$/, at: /(?=<h2)/, component: 'HomeDocuments' },
];

/** Inline HTML that a page may hold, although HTML is off: a line break in a table cell, a note to other authors. */
const ALLOWED_HTML: readonly (readonly [shape: RegExp, token: string | undefined])[] = [
  [/^<br ?\/?>/, 'hardbreak'],
  [/^<!--[\s\S]*?-->/, undefined],
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
    md.renderer.rules.image = imageAsLink;
    wrap(md);
  },
};

/** Headings get a readable id that the typed word matches: ＮＩＳＣ の役割 → nisc-の役割. */
export function slugify(heading: string): string {
  const words = heading.normalize('NFKC').toLowerCase();
  return words.replace(/[\p{P}\p{S}\p{C}\p{Z}]+/gu, '-').replace(/^-|-$/g, '');
}

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

const permalink: Permalink = (slug, _options, state, index) => {
  const heading = state.tokens[index + 1];
  const words = heading?.children?.filter(token => token.type === 'text' || token.type === 'code_inline') ?? [];
  const label = permalinkTo(state.md.utils.unescapeAll(words.map(token => token.content).join('')).trim());
  const open = new state.Token('link_open', 'a', 1);
  open.attrs = [
    ['class', 'header-anchor'],
    ['href', `#${slug}`],
    ['aria-label', label],
  ];
  const mark = Object.assign(new state.Token('text', '', 0), { content: '\u200B', meta: { isPermalinkSymbol: true } });
  heading?.children?.push(open, mark, new state.Token('link_close', 'a', -1));
};

const allowedHtml: Parameters<MarkdownRenderer['inline']['ruler']['before']>[2] = (state, silent) => {
  if (state.src[state.pos] !== '<') return false;
  const rest = state.src.slice(state.pos);
  for (const [shape, token] of ALLOWED_HTML) {
    const [found] = shape.exec(rest) ?? [];
    if (!found) continue;
    if (!silent && token) state.push(token, 'br', 0);
    state.pos += found.length;
    return true;
  }
  return false;
};

/** The site calls no other host, so a picture from elsewhere is only linked. */
const imageAsLink: NonNullable<MarkdownRenderer['renderer']['rules']['image']> = (tokens, index, options, env, self) => {
  const token = tokens[index];
  if (!token) return '';
  const source = token.attrGet('src') ?? '';
  const words = self.renderInlineAsText(token.children ?? [], options, env);
  token.attrSet('alt', words);
  if (source.startsWith('/') && !source.startsWith('//')) return self.renderToken(tokens, index, options);
  return `<a href="${escapeHtml(source)}" target="_blank" rel="noreferrer">${escapeHtml(words || source)}</a>`;
};
