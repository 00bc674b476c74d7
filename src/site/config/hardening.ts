/** Adapts VitePress: components of ours in place of its own, and guards against what the text of a page could do. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Labels } from '@tsuzuri/core/labels';
import { languageOfTexts } from '@tsuzuri/core/languages';
import { withoutIncludes } from '@tsuzuri/core/markdown';
import { say } from '@tsuzuri/core/wording';
import type { Options } from '@vitejs/plugin-vue';
import type { Alias, Plugin } from 'vite';
import type { UserConfig } from 'vitepress';
import type { NotFoundWords } from './not-found.ts';

/** Components of VitePress's that its own import from their folder, and what they get in their place. */
const REPLACED: Readonly<Record<string, string>> = {
  VPDocAsideOutline: 'doc-outline',
  VPDocFooter: 'doc-footer',
  VPNavBarExtra: 'nav-bar-extra',
  VPNavBarHamburger: 'nav-bar-hamburger',
  VPNavBarMenu: 'nav-bar-menu',
  VPNavBarSearch: 'nav-bar-search',
  VPSidebar: 'side-bar',
  VPNavScreen: 'nav-screen',
  // No page of ours shows these.
  NotFound: 'nothing',
  VPHome: 'nothing',
  VPDocAsideCarbonAds: 'nothing',
};

/** Components that show only what a project may have set, and whether this one has not. */
const unused = ({ locales, themeConfig }: UserConfig): Readonly<Record<string, boolean>> => ({
  VPNavBarTranslations: !locales,
  VPNavScreenTranslations: !locales,
  VPNavBarSocialLinks: !themeConfig?.socialLinks,
  VPNavScreenSocialLinks: !themeConfig?.socialLinks,
  VPNavBarMenuGroup: !hasGroups(themeConfig?.nav),
  VPNavScreenMenuGroup: !hasGroups(themeConfig?.nav),
  VPNavBarExtra: !locales && !themeConfig?.socialLinks,
  VPFooter: !themeConfig?.footer,
});

const hasGroups = (menu: readonly object[] = []): boolean => menu.some(item => 'items' in item);

/** @see https://vitepress.dev/guide/extending-default-theme#overriding-internal-components */
export function replacements(own: UserConfig): Alias[] {
  const left = Object.entries(unused(own)).flatMap(([name, isUnused]) =>
    isUnused ? [replacement(new RegExp(`^(?:.*/)?${name}\\.vue$`), 'nothing.vue')] : [],
  );
  const others = Object.entries(REPLACED).map(([theirs, ours]) =>
    replacement(new RegExp(`^\\.{1,2}/(?:components/)?${theirs}\\.vue$`), `${ours}.vue`),
  );
  return [...left, ...others]; // the first that fits
}

function replacement(find: string | RegExp, ours: string): Alias {
  return { find, replacement: fileURLToPath(new URL(`../theme/shell/${ours}`, import.meta.url)) };
}

/** `../node_modules/vitepress/dist/client/app.vue` → `client/app.vue`; a page stays what it is. */
const BEFORE_DIST = /^.*\/dist\//;

/** Each stands three times in what a page loads. Of 20 components two share five digits in one of 5,000 cases: then both have the styles of both. */
const DIGITS_OF_ID = 5;

/** Names the styles of a component the same wherever npm or pnpm has put its package, so that the site is the same. */
export const componentId: ComponentId = (path, source, isProduction, hash) =>
  // While one writes, an edited page must stay the same component, or the open page does not change.
  hash(path.replace(BEFORE_DIST, '') + (isProduction ? source : '')).slice(0, DIGITS_OF_ID);

type ComponentId = Exclude<NonNullable<NonNullable<Options['features']>['componentIdGenerator']>, string>;

/**
 * Component, what stands in it, what shall stand there. These have no slot, and what changes is not an attribute of
 * their outermost element, which a component around them could set: a component in their place would be a copy of 130
 * to 250 lines of VitePress for the sake of a few words.
 */
const changesIn = (
  label: Labels,
  notFound: NotFoundWords,
): readonly (readonly [component: string, theirs: string, ours: string])[] => [
  // What is only known once the page is mounted would move what stands there already.
  ['VPNavBar', 'ref<Record<string, boolean>>({})', "ref<Record<string, boolean>>({ 'has-sidebar': hasSidebar.value })"],
  // The outline comes with the page (`page-data.ts`): nobody looks for it in the page once more.
  ['VPLocalNav', "import { getHeaders } from '../composables/outline'", ''],
  ['VPLocalNav', 'getHeaders(frontmatter.value.outline ?? theme.value.outline)', 'frontmatter.value.headings ?? []'],
  // Pages are not fetched ahead (`prefetchLinks`); else the program for it would come along.
  ['index', "import { usePrefetch } from './composables/preFetch';", ''],
  ['index', 'usePrefetch();', ''],
  // The title of what is not there is that of the page which says so (`not-found.ts`), in its language.
  [
    'router',
    '...notFoundPageData, relativePath }',
    `...notFoundPageData, ...${JSON.stringify(notFound)}, relativePath }`,
  ],
  // What fades would bring the whole of Vue's transitions to every page.
  ['VPBackdrop', '<transition name="fade">', ''],
  ['VPBackdrop', '</transition>', ''],
  ['VPLocalNavOutlineDropdown', '<Transition name="flyout">', ''],
  ['VPLocalNavOutlineDropdown', '</Transition>', ''],
  // Before the page is alive the switch has a name, too.
  ['VPSwitchAppearance', "ref('')", 'ref(theme.value.darkModeSwitchTitle)'],
  // What is open stands in no part of the page that has a name.
  [
    'VPLocalNavOutlineDropdown',
    'ref="items" class="items"',
    'ref="items" class="items" role="navigation" :aria-label="resolveTitle(theme)"',
  ],
  // Our outline shows each heading whole, and in its language where the site has another.
  [
    'VPDocOutlineItem',
    ':title="title"',
    languageOfTexts(label) ? `:lang="${IS_JAPANESE}.test(title) ? 'ja' : undefined"` : '',
  ],
];

const IS_JAPANESE = '/[\\u3040-\\u30ff\\u4e00-\\u9fff]/';

const VITEPRESS =
  /\/vitepress\/dist\/client\/(?:app\/data\.js|theme-default\/(?:components\/VP(?:NavBar|LocalNav|LocalNavOutlineDropdown)\.vue|composables\/(?:aside|sidebar)\.js))/;

/** Gives what VitePress has on every page our small part of `@vueuse/core`; a theme of the project has all of it. */
export const replaceVueuse = (): Plugin => ({
  name: 'tsuzuri:replace-vueuse',
  apply: 'build',
  enforce: 'pre',
  resolveId: (id, importer = '') =>
    id === '@vueuse/core' && VITEPRESS.test(importer)
      ? fileURLToPath(new URL('../theme/shell/vueuse.js', import.meta.url))
      : undefined,
});

/** Parts of VitePress's layout, the first as it imports them, the sidebar as we replace it. */
const IN_TURN = /\/(?:VP(?:Nav|LocalNav|Doc)|shell\/side-bar)\.vue$/;
const LAYOUT = /\/theme-default\/(?:Layout|components\/VPContent)\.vue(?:\?|$)/;
const PART = '\0tsuzuri:in-turn:';

/** Lets parts of the page come alive one after another. */
export const hydrateInTurn = (): Plugin => ({
  name: 'tsuzuri:hydrate-in-turn',
  apply: 'build',
  enforce: 'pre',
  async resolveId(id, importer = '') {
    if (!IN_TURN.test(id) || !LAYOUT.test(importer)) return undefined;
    const part = await this.resolve(id, importer, { skipSelf: true });
    return part && `${PART}${part.id}.js`; // no other plugin shall take it for the component itself
  },
  load(id) {
    if (!id.startsWith(PART)) return undefined;
    const [part, wrapper] = [
      id.slice(PART.length, -'.js'.length),
      fileURLToPath(new URL('../theme/shell/in-turn.js', import.meta.url)),
    ];
    return `import part from ${JSON.stringify(part)}; import { inTurn } from ${JSON.stringify(wrapper)}; export default inTurn(part);`;
  },
});

export function patchComponents(label: Labels, notFound: NotFoundWords): Plugin {
  const all = changesIn(label, notFound);
  return {
    name: 'tsuzuri:patch-components',
    enforce: 'pre',
    transform(code, id) {
      const [, component] =
        /(?:theme-default\/(?:components\/|composables\/)?|vitepress\/dist\/client\/app\/)(\w+)\.(?:vue|js)$/.exec(
          id,
        ) ?? [];
      const changes = all.filter(([name]) => name === component);
      return changes.length ? { code: changes.reduce(change, code), map: null } : undefined;
    },
  };
}

/** @throws Error when VitePress has changed, so that no English word comes back unseen. */
function change(code: string, [component, theirs, ours]: ReturnType<typeof changesIn>[number]): string {
  if (code.includes(theirs)) return code.replace(theirs, ours);
  throw new Error(say('site.changedComponent', { component, theirs }));
}

const COMPONENT = /\/theme-default\/components\/\w+\.vue$/;

/** Leaves the components of VitePress's that no page shows out of the site, with their styles: those of a team, of sponsors. */
export function dropUnused(): Plugin {
  return {
    name: 'tsuzuri:drop-unused',
    enforce: 'pre',
    transform: (_, id) => (COMPONENT.test(id) ? { moduleSideEffects: false } : undefined),
    /** Vite takes the styles of all modules that are listed here, those that Rollup has left out among them. */
    renderChunk(_, { modules }) {
      for (const id of Object.keys(modules)) if (!this.getModuleInfo(id)?.isIncluded) delete modules[id];
      return null;
    },
  };
}

/** `export const __pageData = JSON.parse("…")`, which VitePress writes into a `<script>` as it is. */
const PAGE_DATA = /^export const __pageData = .*$/m;

/**
 * Keeps the words of a title or a venue inside the data of their page, even `</script>`. Between VitePress and the
 * compiler of Vue no other plugin can stand, so the hook of VitePress itself is wrapped.
 */
export function sealPageData(): Plugin {
  return {
    name: 'tsuzuri:seal-page-data',
    configResolved({ plugins }) {
      const vitepress = plugins.find(({ name }) => name === 'vitepress');
      const theirs = vitepress?.transform;
      if (!vitepress || typeof theirs !== 'function') throw new Error(say('site.changedTransform'));
      vitepress.transform = async function (code, id, options) {
        const made = await theirs.call(this, code, id, options);
        if (typeof made !== 'string' || !id.endsWith('.md')) return made;
        return made.replace(PAGE_DATA, data => data.replace(/</g, '\\u003c'));
      };
    },
  };
}

const VUE = /^vue(\/server-renderer)?$/;

/** Keeps the pages apart from the files around them. */
export function isolatePages(): Plugin {
  return {
    name: 'tsuzuri:isolate-pages',
    enforce: 'pre',
    /** Ours have none any more (`book/`); pages may come from elsewhere. */
    transform: (code, id) => (id.endsWith('.md') ? { code: withoutIncludes(code), map: null } : undefined),
    /** Pages may stand where no vue is found: outside of the project (`build --out`), or where pnpm keeps packages apart. */
    resolveId: (id, _importer, { ssr }) =>
      ssr && VUE.test(id) ? { id: import.meta.resolve(id), external: true } : undefined,
  };
}

/** The names of the programs of all pages, which VitePress gives to each page: they grow with the site. */
const HASH_MAP = /window\.__VP_HASH_MAP__\s*=\s*JSON\.parse\("(?:[^"\\]|\\.)*"\)/;
/** What a page needs at first: its own program, as its head names it. VitePress asks for `hashmap.json` when it needs another. */
const OWN_HASH = `window.__VP_HASH_MAP__=Object.fromEntries(Array.from(document.querySelectorAll('link[rel=modulepreload]'),
({href})=>/([^/]+\\.md)\\.([^.]+)\\.lean\\.js$/.exec(decodeURI(href))).filter(Boolean).map(([,page,hash])=>[page.toLowerCase(),hash]))`;

/** @throws Error when VitePress has changed */
export function shortenHashMap(outDir: string): void {
  const folder = join(outDir, 'assets/chunks');
  const [name] = readdirSync(folder).filter(file => file.startsWith('metadata.'));
  const file = join(folder, String(name));
  const code = readFileSync(file, 'utf8');
  if (!HASH_MAP.test(code))
    throw new Error(say('site.changedComponent', { component: 'metadata', theirs: 'JSON.parse' }));
  writeFileSync(
    file,
    code.replace(HASH_MAP, () => OWN_HASH),
  );
}

/** Writes plain text so that it stays text inside HTML. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, character => `&#${character.charCodeAt(0)};`);
}

/** `<script>…</script>`, but no data: `<script type="application/ld+json">` runs nothing. */
const INLINE_SCRIPT = /<script(?![^>]*\s(?:src=|type="application\/ld\+json"))[^>]*>([\s\S]*?)<\/script>/g;

/** Where a component has itself as its child, Vue's server renderer writes the mark of its styles twice. */
const MARK_TWICE = /( data-v-\w+)\1/g;

/** Of the script by which VitePress makes a page dark: a browser that keeps nothing refuses with an exception. */
const READS_STORAGE = /(<script id="check-dark-mode">[^<]*?)(localStorage\.getItem\("[^"]*"\))/;

/** Makes the browser itself refuse code that is not ours, as well as every request to another host. */
export function seal(written: string): string {
  const html = written.replace(READS_STORAGE, '$1(()=>{try{return $2}catch{}})()');
  const scripts = [...html.matchAll(INLINE_SCRIPT)].map(([, code]) => `'sha256-${sha256(code ?? '')}'`);
  const policy = [
    `default-src 'self'`,
    `script-src 'self' ${[...new Set(scripts)].join(' ')}`.trim(),
    `style-src 'self' 'unsafe-inline'`,
    `img-src 'self' data:`,
    `object-src 'none'`,
    `base-uri 'none'`,
    `form-action 'none'`,
  ].join('; ');
  return html
    .replace(MARK_TWICE, '$1')
    .replace('<head>', `<head>\n    <meta http-equiv="Content-Security-Policy" content="${policy}">`);
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('base64');
}
