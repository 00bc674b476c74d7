/** Sets up Markdown for Japanese text, and so that no text of a page can run as code. */
import type { Labels } from '@tsuzuri/core/labels';
import { languageOfTexts } from '@tsuzuri/core/languages';
import { headingId, resolveLink } from '@tsuzuri/core/urls';
import type { MarkdownOptions, MarkdownRenderer } from 'vitepress';
// @ts-expect-error: made by src/packing/bundle.mjs, without types
import { cjkFriendly, footnote } from '#vendor/markdown-it.js';
import { listFacts } from './fact-list.ts';
import { followLine } from './follow-line.ts';
import { escapeHtml } from './hardening.ts';
import { keepTogether } from './keep-together.ts';
import { markForeign, markForeignInMinutes } from './mark-foreign.ts';
import { markJapanese } from './mark-japanese.ts';
import { mentionYears } from './mention-years.ts';
import { minutesHead } from './minutes-head.ts';
import { foldFacts, languageAttribute, markDirections, numberBlocks, peopleLinks } from './minutes-rules.ts';
import { type Contents, type Entry, pageAt, pageOfFile, readContents, type Site } from './site.ts';
import { boxes } from './words.ts';

interface Seam {
  readonly kind: string;
  readonly path: RegExp;
  /** Where in the HTML of the page; a page without such a place goes without it. */
  readonly at: RegExp;
  /** A component by its name, or HTML. */
  readonly part: string | ((page: Entry, site: Site) => string);
}

/** What stands between the parts of a page: where, on pages of which kind. */
const SEAMS: readonly Seam[] = [
  { kind: 'minutes', path: /./, at: /(?<=<\/h1>)/, part: minutesHead },
  { kind: 'minutes', path: /./, at: /$/, part: 'CorrectionList' },
  { kind: 'minutes', path: /./, at: /$/, part: 'MinutesTools' },
  { kind: 'minutes', path: /./, at: /$/, part: 'KeepOffline' },
  { kind: 'minutes', path: /./, at: /$/, part: followLine },
  { kind: 'term', path: /./, at: /(?<=<h2 id="mentions"[^>]*>.*?<\/h2>)/, part: mentionYears },
  { kind: 'term', path: /./, at: /(?<=<h2 id="mentions"[^>]*>.*?<\/h2>)/, part: 'MentionOrder' },
  { kind: 'term', path: /./, at: /$/, part: followLine },
  { kind: 'person', path: /./, at: /$/, part: followLine },
  { kind: 'body', path: /./, at: /$/, part: followLine },
  { kind: 'text', path: /^(?:(?:minutes|search)\/)?index\.md$/, at: /$/, part: followLine },
  { kind: 'text', path: /^glossary\/(?:rows\/[^/]+\/)?index\.md$/, at: /(?<=<\/h1>)/, part: 'ListFilter' },
  { kind: 'text', path: /^(?:people|bodies)\/index\.md$/, at: /(?=<p><a href="#|<ul>)/, part: 'ListFilter' },
  { kind: 'text', path: /^search\/index\.md$/, at: /(?<=<\/h1>)/, part: 'SearchPage' },
  { kind: 'text', path: /^compare\/index\.md$/, at: /$/, part: 'ComparePage' },
  { kind: 'text', path: /^offline\/index\.md$/, at: /(?=<h2)/, part: 'OfflineBooks' },
  { kind: 'text', path: /^offline\/index\.md$/, at: /$/, part: 'KeepOffline' },
  { kind: 'text', path: /^index\.md$/, at: /(?=<h2)/, part: 'HomeSearch' },
  { kind: 'text', path: /^index\.md$/, at: /(?=<h2)/, part: 'HomeDocuments' },
];

/** @param outline levels of the headings that an outline shows */
export const markdown = (site: Site): MarkdownOptions => ({
  html: false,
  attrs: { allowedAttributes: ['id'] },
  headers: { level: [...site.outline] },
  anchor: { slugify: headingId, permalink: permalinkIn(site.label) },
  // Loaded at the start: read when a page first needs one, the colours of another page would depend on who comes first.
  languages: ['markdown', 'yaml'] as never, // names are taken as well, which its types leave out
  codeCopyButtonTitle: site.label('site.copyCode'),
  container: boxes(site.label),
  theme: { light: 'github-light-high-contrast', dark: 'github-dark-high-contrast' },
  config(md) {
    const { contents, label } = site;
    md.use(cjkFriendly);
    md.use(footnote);
    md.linkify.set({ fuzzyEmail: false });
    md.linkify.add('//', null as never); // `http\://…`, which is meant as text, would become a link from // on
    md.disable(['snippet', 'emoji']); // (8) at the end of a line would become 😎
    md.inline.ruler.before('html_inline', 'allowed_html', allowedHtml);
    md.core.ruler.push('drop_empty_heads', dropEmptyHeads);
    md.core.ruler.push('list_facts', state => listFacts(state, label));
    md.core.ruler.push('join_japanese_lines', joinJapaneseLines);
    md.core.ruler.push('whole_addresses', wholeAddresses(contents));
    md.core.ruler.push('mark_directions', markDirections);
    md.core.ruler.push('people_links', peopleLinks(new Set(contents.pages.map(({ path }) => path))));
    md.core.ruler.push('number_blocks', state => numberBlocks(state, label));
    md.core.ruler.push('fold_facts', state => foldFacts(state, label));
    const [markNames, markInMinutes] = [markForeign(contents.pages, label), markForeignInMinutes(contents.pages)];
    md.core.ruler.push('mark_foreign', state => (isMinutes(state.env) ? markInMinutes : markNames)(state));
    if (languageOfTexts(label))
      md.core.ruler.push('mark_japanese', state => {
        if (!isMinutes(state.env)) markJapanese(state);
      });
    md.core.ruler.push('keep_together', keepTogether);
    md.renderer.rules.image = imageAsLink;
    // The same number wherever it stands, not `3:1`.
    md.renderer.rules.footnote_caption = (tokens, index) => `[${Number(tokens[index]?.meta.id) + 1}]`;
    wrap(md, site);
  },
});

/** Where no title was read, a document is called what its file is; that is no word of it. */
function withTitle(html: string, { frontmatter }: MarkdownEnv): string {
  if (frontmatter?.kind !== 'minutes' || html.includes('</h1>')) return html;
  return `<h1 class="file-name">${escapeHtml(String(frontmatter.title))}</h1>\n${html}`;
}

/** Minutes are in the language of their scan as a whole. */
const isMinutes = (env: MarkdownEnv): boolean => env.frontmatter?.kind === 'minutes';
type MarkdownEnv = { readonly frontmatter?: { readonly kind?: unknown; readonly title?: unknown } };

/** Keeps text of a page from Vue: `v-pre` around all of it, our own parts at the seams. */
function wrap(md: MarkdownRenderer, started: Site): void {
  const render = md.render.bind(md);
  md.render = (source, env) => {
    const html = withTitle(render(source, env), env);
    const isHere = ({ kind, path }: Seam) => env.frontmatter?.kind === kind && path.test(env.relativePath);
    const cuts = SEAMS.filter(isHere)
      .map(({ at, part }) => ({ at: html.search(at), part }))
      .filter(({ at }) => at >= 0)
      .sort((a, b) => a.at - b.at);
    const ends = [...cuts.map(({ at }) => at), html.length];
    const language = isMinutes(env) ? languageAttribute(languageOfTexts(started.label)) : '';
    const parts = ends.map((end, index) => html.slice(ends[index - 1] ?? 0, end));
    // Vue would keep as a program what stands below an attribute that it does not know.
    const closed = parts
      .map(part => part.replace(/(<(?:pre|code)\b[^>]*?) v-pre(?:="")?/g, '$1'))
      .map(part => part && `<div v-pre${language}>${part}</div>`);
    const site = { ...started, contents: readContents() };
    const page = pageOfFile(env.relativePath, site.contents);
    const seams = cuts.map(({ part }) => (typeof part === 'string' ? `<${part} />` : page ? part(page, site) : ''));
    return closed.map((part, index) => part + (seams[index] ?? '')).join('');
  };
}

type Anchor = NonNullable<MarkdownOptions['anchor']>;
type Permalink = Extract<Anchor['permalink'], (...input: never[]) => unknown>;
type InlineRule = Parameters<MarkdownRenderer['inline']['ruler']['before']>[2];
type RenderRule = NonNullable<MarkdownRenderer['renderer']['rules']['image']>;

/**
 * Gives a heading the link to itself that VitePress gives it. Its name is part of what the heading is called, so it does
 * not say the title once more.
 */
const permalinkIn =
  (label: Labels): Permalink =>
  (slug, _, state, index) => {
    const open = new state.Token('link_open', 'a', 1);
    open.attrs = [
      ['class', 'header-anchor'],
      ['href', `#${slug}`],
      ['aria-label', label('site.linkToHeading')],
    ];
    const mark = Object.assign(new state.Token('text', '', 0), {
      content: '\u200B',
      meta: { isPermalinkSymbol: true },
    });
    state.tokens[index + 1]?.children?.push(open, mark, new state.Token('link_close', 'a', -1));
  };

/** Inline HTML that a page may hold, although HTML is off: a line break in a table cell, a note to other authors. */
const ALLOWED_HTML: readonly (readonly [shape: RegExp, token: string | undefined])[] = [
  [/^<br ?\/?>/, 'hardbreak'],
  [/^<!--[\s\S]*?-->/, undefined],
];

function allowedHtml(...[state, silent]: Parameters<InlineRule>): boolean {
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
}

/** The site calls no other host, so a picture from elsewhere is only linked. */
function imageAsLink(...[tokens, index, options, env, self]: Parameters<RenderRule>): string {
  const token = tokens[index];
  const source = token?.attrGet('src') ?? '';
  const words = self.renderInlineAsText(token?.children ?? [], options, env);
  token?.attrSet('alt', words);
  if (/^\/(?!\/)/.test(source)) return self.renderToken(tokens, index, options);
  return `<a href="${escapeHtml(source)}" target="_blank" rel="noreferrer">${escapeHtml(words || source)}</a>`;
}

type CoreRule = Parameters<MarkdownRenderer['core']['ruler']['push']>[1];

/** Writes each link to a page in its one form: `dx.md` on `glossary/nisc` → `/glossary/dx/`. What leads to no page stays. */
function wholeAddresses(contents: Contents): CoreRule {
  return ({ tokens, env }) => {
    for (const token of tokens.flatMap(({ children }) => children ?? [])) {
      const href = (token.type === 'link_open' && token.attrGet('href')) || '#';
      const target = href.startsWith('#')
        ? undefined
        : resolveLink(href, pageOfFile(env.relativePath, contents)?.path ?? '');
      if (target && 'paths' in target && target.paths.some(path => pageAt(path, contents)))
        token.attrSet('href', target.address);
    }
  };
}

/** Markdown wants a row of headings in every table. Where the scan has none, all its cells are empty: nobody needs them. */
function dropEmptyHeads(...[state]: Parameters<CoreRule>): void {
  const { tokens } = state;
  const starts = tokens.flatMap(({ type }, index) => (type === 'thead_open' ? [index] : [])).reverse();
  for (const start of starts) {
    const end = tokens.findIndex(({ type }, index) => index > start && type === 'thead_close');
    const cells = tokens.slice(start, end).filter(({ type }) => type === 'inline');
    if (cells.every(({ content }) => content === '')) tokens.splice(start, end + 1 - start);
  }
}

/** Characters of Japanese, between which a line may end without a space being meant. */
const JAPANESE = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}ー・、。，．：；！？「」『』（）【】〔〕〈〉《》〜…]/u;

/** An author who wraps a line means no space: 「…なります。⏎「第」と…」 */
function joinJapaneseLines(...[state]: Parameters<CoreRule>): void {
  for (const { children } of state.tokens)
    children?.forEach((token, index) => {
      if (token.type !== 'softbreak') return;
      const before = charactersOf(children.slice(0, index)).at(-1) ?? '';
      const after = charactersOf(children.slice(index + 1)).at(0) ?? '';
      if (JAPANESE.test(before) && JAPANESE.test(after)) Object.assign(token, { type: 'text', content: '' });
    });
}

function charactersOf(tokens: readonly { content: string }[]): string[] {
  return [...tokens.map(({ content }) => content).join('')];
}
