/** Extends the default theme of VitePress with our typography, our components. */
import './style.css';
import './minutes.css';
import './proof.css';
import './popover.css';
import './people.css';
import './indexes.css';
import './search.css';
import './print.css';
import type { Theme } from 'vitepress';
import DefaultTheme from 'vitepress/theme-without-fonts';
import { h } from 'vue';
import { ProofList } from './corrections/list.ts';
import { GlossaryFilter } from './glossary/glossary-filter.ts';
import { MentionYears } from './glossary/mention-years.ts';
import { HomeDocuments } from './home/home-documents.ts';
import { OfflineBooks } from './home/offline-books.ts';
import { PageLinks } from './home/page-links.ts';
import { markLandings } from './landing.ts';
import { MinutesHead } from './minutes/head.ts';
import { MinutesTools } from './minutes/tools.ts';
import { watchArrivals } from './navigation.ts';
import { showEntries } from './popover/popover.ts';
import { SearchButton } from './search/button.ts';
import { SearchDialog } from './search/dialog.ts';
import { markFindings } from './search/marks.ts';
import { SearchPage } from './search/page.ts';

export default {
  extends: DefaultTheme,
  Layout: () =>
    h(DefaultTheme.Layout, null, {
      'nav-bar-content-before': () => h(SearchButton),
      'layout-bottom': () => h(SearchDialog),
    }),
  enhanceApp({ app, router }) {
    watchArrivals(router);
    markLandings();
    markFindings(router);
    showEntries(router);
    app.component('MinutesHead', MinutesHead);
    app.component('MinutesTools', MinutesTools);
    app.component('ProofList', ProofList);
    app.component('HomeDocuments', HomeDocuments);
    app.component('GlossaryFilter', GlossaryFilter);
    app.component('MentionYears', MentionYears);
    app.component('SearchPage', SearchPage);
    app.component('PageLinks', PageLinks);
    app.component('OfflineBooks', OfflineBooks);
  },
} satisfies Theme;
