/** Tells VitePress what the site is. */
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Project } from '@tsuzuri/book/project';
import { bodyPath } from '@tsuzuri/core/urls';
import { addFiles } from '@tsuzuri/print/files';
import { siteAddress } from '@tsuzuri/print/site';
import { defineConfigWithTheme, type PageData, type UserConfig } from 'vitepress';
import { describe } from './config/description.ts';
import { escapeHtml } from './config/escape.ts';
import { filesForMachines, sitemap } from './config/feeds.ts';
import { commitDates, fileToEdit, forge, lastChange } from './config/git.ts';
import { isolatePages, moveToFolders, patchComponents, replacedComponents, seal, sealPageData } from './config/hardening.ts';
import { headOf } from './config/head.ts';
import { words } from './config/locale-ja.ts';
import { markdown } from './config/markdown.ts';
import {
  BUILD,
  type Contents,
  categoryNames,
  documentBooks,
  documents,
  type Entry,
  latestChanges,
  navigation,
  neighbours,
  ROOT,
  readContents,
  sidebars,
  type ThemeConfig,
  wholeBooks,
} from './config/navigation.ts';
import { nameOf, type Site } from './config/site.ts';

/** Bound pages, seen from the front: the four holes of a Japanese stab binding. */
const ICON = `data:image/svg+xml,${encodeURIComponent(
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect x="4" y="2" width="24" height="28" rx="3" fill="#24508f"/><path d="M23 2v28M23 6h5M23 13h5M23 19h5M23 26h5" stroke="#fff" stroke-width="1.6" fill="none"/></svg>',
)}`;

/** Where the packages really stand, should the project reach them by a link. */
const PACKAGES = fileURLToPath(new URL('../..', import.meta.url));

/** The site of a project, as VitePress wants to be told it. */
export function defineSite(project: Project): UserConfig<ThemeConfig> {
  const contents = readContents();
  const repository = forge(project);
  const dates = commitDates();
  const site: Site = { ...nameOf(project), contents, dates, place: siteAddress(project) };
  return defineConfigWithTheme<ThemeConfig>({
    lang: 'ja-JP',
    ...nameOf(project),
    base: site.place.base,
    srcDir: resolve(BUILD, 'pages'),
    outDir: resolve(BUILD, 'site'),
    cleanUrls: true,
    // To stop transitions for one moment all styles of the page would be computed twice, as it opens.
    appearance: { disableTransition: false },
    metaChunk: true,
    markdown: markdown(contents),
    head: [
      ['link', { rel: 'icon', href: ICON }],
      ['meta', { name: 'format-detection', content: 'telephone=no' }],
    ],
    themeConfig: {
      ...words,
      logo: { src: ICON, alt: '' },
      nav: navigation(contents),
      sidebar: sidebars(contents),
      documents: documents(contents),
      changes: latestChanges(contents, ({ source }) => lastChange(source, dates)),
      categories: categoryNames(contents),
      books: wholeBooks(contents),
      searchPage: contents.pages.some(({ path }) => path === 'search'),
      ...(repository && {
        editLink: { pattern: repository.edit },
        reportError: repository.report,
      }),
    },
    vue: { template: { transformAssetUrls: false } },
    vite: {
      // The theme is a package of files that Vite has to read: styles, components, a worker.
      ssr: { noExternal: [/^@tsuzuri\//] },
      server: { fs: { allow: [ROOT, PACKAGES] } },
      optimizeDeps: { exclude: ['@tsuzuri/site', '@tsuzuri/search', '@tsuzuri/core'] },
      publicDir: resolve(BUILD, 'public'),
      resolve: { alias: replacedComponents },
      plugins: [patchComponents(), isolatePages(), sealPageData()],
      logLevel: 'warn',
    },
    ...sitemap(site),
    transformPageData: page => pageData(page, site),
    transformHead: ({ page }) => headOf(page, site),
    transformHtml: seal,
    buildEnd: ({ outDir, pages }) => {
      moveToFolders(outDir, pages);
      addFiles(outDir, filesForMachines(site));
    },
  });
}

const NO_NEIGHBOURS = { prev: false, next: false };
const HOME = {
  sidebar: false,
  aside: false,
  outline: false,
  editLink: false,
  ...NO_NEIGHBOURS,
  pageClass: 'page-home',
};
/** No sidebar lists them, so nothing comes before or after them. */
const LISTED_APART: readonly Entry['kind'][] = ['person', 'body'];

/** The front matter comes from the list of pages: what a page itself says there (`head`, `layout`) has no effect. */
function pageData({ relativePath }: PageData, site: Site): Partial<PageData> {
  const contents = readContents();
  const page = contents.pages.find(({ path }) => `${path}.md` === relativePath);
  if (!page) throw new Error(`${relativePath} が book.json にありません`);
  const { title, kind, source } = page;
  const isHome = relativePath === 'index.md';
  const isIndex = relativePath.endsWith('index.md');
  const edited = fileToEdit(source);
  const lastUpdated = isHome ? undefined : lastChange(source, site.dates);
  return {
    title,
    description: escapeHtml(describe(page, site)), // VitePress writes it into an attribute as it is
    filePath: edited,
    frontmatter: {
      kind,
      ...(kind === 'minutes' && { ...withoutLists(contents, page), ...neighbours(contents, page) }),
      ...(kind === 'term' && { years: page.matter.years }),
      ...(page.path === 'offline' && { books: documentBooks(contents) }),
      pageClass: `page-${kind}${isIndex ? ' page-index' : ''}`,
      ...(!/\.\w+$/.test(edited) && { editLink: false }), // a list that was made has no file of its own
      ...(LISTED_APART.includes(kind) && NO_NEIGHBOURS),
      ...(isIndex && { outline: 2 }), // its parts are many, and short
      ...(isHome && HOME),
    },
    ...(lastUpdated !== undefined && { lastUpdated }),
  };
}

/** Front matter without the long lists, which the text of the page holds as well; where the body has its page, its PDF. */
function withoutLists(contents: Contents, { path, matter, letters }: Entry): Entry['matter'] {
  const { attendees, speeches, ...head } = matter;
  const body = bodyPath(String(head.body ?? ''));
  const book = documentBooks(contents).find(file => file.path === path.replace(/^minutes\/(.*)$/, 'pdf/$1.pdf'));
  return {
    ...head,
    letters,
    ...(book && { book }),
    ...(contents.pages.some(page => page.path === body) && { bodyLink: `/${body}` }),
  };
}
