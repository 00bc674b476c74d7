/** Extends the default theme of VitePress with our typography and our components. */
import type { Theme } from 'vitepress';
// The styles of VitePress come first, ours override them, those for paper come last.
import DefaultTheme from 'vitepress/theme-without-fonts';
import { type Component, defineAsyncComponent, h } from 'vue';
import './style.css';
import './glossary/mention-years.css';
import './minutes/minutes.css';
import './minutes/minutes-head.css';
import './people/people.css';
import './shell/follow-line.css';
import CorrectionSwitch from './corrections/correction-switch.vue';
import { proof, showBy } from './corrections/state.ts';
import { speak } from './label.ts';
import { keepVisited } from './offline/keep.ts';
import { showEntries } from './popover/popover.ts';
import { watchShortcut } from './search/dialog.ts';
import { watchArrivals } from './shell/arrivals.ts';
import { watchCopies } from './shell/copy.ts';
import { orNever } from './shell/or-never.ts';
import { whenSeen } from './shell/seen.ts';
import Layout from './shell/site-layout.vue';
import './shell/print.css';

/** Loaded as a reader first wants to see what was corrected. */
const loadCorrections = () => import('./corrections/correction-list.vue');
const Corrections = defineAsyncComponent(loadCorrections);
/** What `config/markdown.ts` puts between the parts of a page: at once, since what comes later moves the place a link leads to. */
const COMPONENTS = { CorrectionSwitch, CorrectionList: () => (proof.value ? h(Corrections) : undefined) };
/** Behind the text, the whole of a page, or with its place kept by the style: loaded where a page has it. */
const LATER = {
  MinutesTools: () => import('./minutes/tools.ts').then(({ MinutesTools }) => MinutesTools),
  HomeSearch: () => import('./home/home-search.vue'),
  HomeDocuments: () => import('./home/home-documents.vue'),
  OfflineBooks: () => import('./home/offline-books.vue'),
  MentionOrder: () => import('./glossary/mention-order.vue'),
  ListFilter: () => import('./lists/list-filter.vue'),
  SearchPage: () => import('./search/search-page.vue'),
  ComparePage: () => import('./compare/compare-page.vue'),
  KeepOffline: whenSeen('.keep-offline', () => import('./offline/keep-offline.vue')),
};

const theme: Theme = {
  extends: DefaultTheme,
  Layout,
  enhanceApp({ app, router, siteData }) {
    speak(siteData.value.lang);
    watchArrivals(router);
    showEntries(router);
    if (siteData.value.themeConfig.isKept) void keepVisited(router);
    showBy(loadCorrections);
    watchCopies();
    watchShortcut();
    for (const [name, component] of Object.entries(COMPONENTS)) app.component(name, component);
    for (const [name, load] of Object.entries(LATER))
      app.component(name, defineAsyncComponent(orNever<Component>(load)));
  },
};
export default theme;
