/** Extends the default theme of VitePress with our typography and our components. */
import type { Theme } from 'vitepress';
// The styles of VitePress come first, ours override them, those for paper come last.
import DefaultTheme from 'vitepress/theme-without-fonts';
import './style.css';
import './minutes/minutes.css';
import './people/people.css';
import CorrectionList from './corrections/correction-list.vue';
import GlossaryFilter from './glossary/glossary-filter.vue';
import MentionYears from './glossary/mention-years.vue';
import HomeDocuments from './home/home-documents.vue';
import OfflineBooks from './home/offline-books.vue';
import { speak } from './label.ts';
import MinutesHead from './minutes/minutes-head.vue';
import { MinutesTools } from './minutes/tools.ts';
import { showEntries } from './popover/popover.ts';
import { highlightMatches } from './search/highlight.ts';
import SearchPage from './search/search-page.vue';
import { watchArrivals } from './shell/arrivals.ts';
import { cleanCopies } from './shell/copy.ts';
import Layout from './shell/site-layout.vue';
import './shell/print.css';

/** What `config/markdown.ts` puts between the parts of a page. */
const COMPONENTS = {
  MinutesHead,
  MinutesTools,
  CorrectionList,
  HomeDocuments,
  OfflineBooks,
  GlossaryFilter,
  MentionYears,
  SearchPage,
};

const theme: Theme = {
  extends: DefaultTheme,
  Layout,
  enhanceApp({ app, router, siteData }) {
    speak(siteData.value.lang);
    watchArrivals(router);
    highlightMatches(router);
    showEntries(router);
    cleanCopies();
    for (const [name, component] of Object.entries(COMPONENTS)) app.component(name, component);
  },
};
export default theme;
