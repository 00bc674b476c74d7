/** Configures VitePress for the site of a project. */
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Project, readerLabels } from '@tsuzuri/book/project';
import { optional } from '@tsuzuri/core/collections';
import { addFiles } from '@tsuzuri/core/files';
import { pageFile } from '@tsuzuri/core/urls';
import { siteAddress } from '@tsuzuri/print/site';
import { isPictured } from '@tsuzuri/print/site/page-pictures';
import { ICON_SVG } from '@tsuzuri/print/site/sign';
import { mergeConfig, type UserConfig } from 'vitepress';
import { searchExamples } from './config/examples.ts';
import { commitDates, forge } from './config/git.ts';
import {
  componentId,
  dropUnused,
  hydrateInTurn,
  isolatePages,
  patchComponents,
  replacements,
  replaceVueuse,
  seal,
  sealPageData,
  shortenHashMap,
} from './config/hardening.ts';
import { headOf } from './config/head.ts';
import { lateStyles } from './config/late-styles.ts';
import { leanPages } from './config/lean-pages.ts';
import { filesForMachines, sitemap } from './config/machine-files.ts';
import { markdown } from './config/markdown.ts';
import { notFoundWords, withNotFound } from './config/not-found.ts';
import { offlineFiles } from './config/offline.ts';
import { oneLanguage } from './config/one-language.ts';
import { pageData } from './config/page-data.ts';
import { BUILD, nameOf, ROOT, readContents, type Site } from './config/site.ts';
import { outlineLevels, type ThemeConfig, themeConfig, withOutlineName } from './config/theme-config.ts';
import { trimStyles } from './config/trim-styles.ts';
import { LOCALES } from './config/words.ts';

/** In the page itself, so that it is there in a copy that is opened from a folder, too. */
const LOGO = `data:image/svg+xml,${encodeURIComponent(ICON_SVG)}`;

/** Where the packages really stand, should the project reach them by a link. */
const PACKAGES = fileURLToPath(new URL('../..', import.meta.url));

/** The configuration of the site, with what the project says (`vitepress` in its configuration) merged over it. */
export function defineSite(project: Project): UserConfig<ThemeConfig> {
  const label = readerLabels(project);
  const own = (project.config.vitepress ?? {}) as UserConfig<ThemeConfig>;
  const site: Site = {
    label,
    ...nameOf(project),
    contents: readContents(),
    dates: commitDates(),
    place: siteAddress(project),
    isKept: project.config.offline ?? true,
    isPictured: kind => isPictured(project, kind),
    outline: outlineLevels(own.themeConfig?.outline),
    ...optional('publisher', project.config.publisher),
    ...optional('titleTemplate', own.titleTemplate),
    ...optional('forge', forge(project)),
    ...optional('examples', project.config.search?.examples),
    ...optional('followedQueries', project.config.search?.feeds),
  };
  const notFound = notFoundWords(own.themeConfig?.notFound, label);
  const config: UserConfig<ThemeConfig> = {
    lang: LOCALES[label.language],
    ...nameOf(project),
    base: site.place.base,
    srcDir: resolve(BUILD, 'pages'),
    outDir: resolve(BUILD, 'site'),
    cleanUrls: true,
    rewrites: file => pageFile(file.replace(/\.md$/, '')),
    // To stop transitions for one moment all styles of the page would be computed twice, as it opens.
    appearance: { disableTransition: false },
    metaChunk: true,
    scrollOffset: 96, // where the browser itself leads: `scroll-margin-top`
    router: { prefetchLinks: false }, // a page links to a hundred entries
    markdown: markdown(site),
    head: [
      ['link', { rel: 'icon', href: `${site.place.base}icon.svg`, type: 'image/svg+xml' }],
      ['link', { rel: 'apple-touch-icon', href: `${site.place.base}icon-192.png` }],
      ['link', { rel: 'manifest', href: `${site.place.base}site.webmanifest` }],
      ['meta', { name: 'format-detection', content: 'telephone=no' }],
    ],
    themeConfig: themeConfig(site, LOGO),
    vue: {
      template: { transformAssetUrls: false },
      features: { componentIdGenerator: componentId, optionsAPI: false },
    },
    vite: {
      ...VITE,
      plugins: [
        ...oneLanguage(label.language),
        patchComponents(label, notFound),
        replaceVueuse(),
        hydrateInTurn(),
        dropUnused(),
        isolatePages(),
        sealPageData(),
        lateStyles(),
        leanPages(),
        trimStyles(),
        searchExamples(site),
      ],
      resolve: { alias: replacements(own) },
    },
    ...sitemap(site),
    transformPageData: page => pageData(page, site),
    transformHead: ({ page }) => headOf(page, site),
    transformHtml: (html, _, { page }) => seal(page === '404.md' ? withNotFound(html, notFound, site) : html),
    buildEnd: async ({ outDir }) => {
      shortenHashMap(outDir);
      await addFiles(outDir, await filesForMachines(site));
      await addFiles(outDir, offlineFiles(outDir, site));
    },
  };
  const { themeConfig: theme } = own;
  return {
    ...mergeConfig(config, { ...own, ...(theme && { themeConfig: withOutlineName(theme, label) }) }),
    ...bothHooks(config, own),
  };
}

const VITE: NonNullable<UserConfig['vite']> = {
  // The theme is a package of files that Vite has to read: styles, components, a worker.
  ssr: { noExternal: [/^@tsuzuri\//] },
  server: { fs: { allow: [ROOT, PACKAGES] } },
  optimizeDeps: { exclude: ['@tsuzuri/site', '@tsuzuri/search', '@tsuzuri/core'] },
  publicDir: resolve(BUILD, 'public'),
  // `vitepress preview`, called by a person, says its address; the commands, which say what they do themselves, name the folder.
  logLevel: process.env.TSUZURI_BUILD === undefined ? 'info' : 'warn',
};

/** The site needs its own hooks: those of the project run as well, and the seal is put on what they have made of a page. */
function bothHooks(ours: UserConfig, own: UserConfig): UserConfig {
  return {
    ...(own.markdown?.config && {
      markdown: {
        ...mergeConfig(ours, own).markdown,
        config: async md => {
          await ours.markdown?.config?.(md);
          await own.markdown?.config?.(md);
        },
      },
    }),
    transformPageData: async (page, context) => {
      // VitePress asks about every Markdown file that changes while it serves: those for programs are no pages.
      if (page.relativePath.startsWith('../')) return {};
      const data = await ours.transformPageData?.(page, context);
      return { ...data, ...(await own.transformPageData?.({ ...page, ...data }, context)) };
    },
    transformHead: async context => [
      ...((await ours.transformHead?.(context)) ?? []),
      ...((await own.transformHead?.(context)) ?? []),
    ],
    transformHtml: async (html, id, context) =>
      ours.transformHtml?.((await own.transformHtml?.(html, id, context)) ?? html, id, context),
    buildEnd: async config => {
      await ours.buildEnd?.(config);
      await own.buildEnd?.(config);
    },
  };
}
