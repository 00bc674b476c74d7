/** Extends the default theme of VitePress with our typography, our components. */
import type { Theme } from 'vitepress';
import DefaultTheme from 'vitepress/theme-without-fonts';
import { h } from 'vue';
import { watchArrivals } from './arrivals.ts';
import { GlossaryFilter } from './glossary-filter.ts';
import { HomeDocuments } from './home-documents.ts';
import { markLandings } from './landing.ts';
import { MentionYears } from './mention-years.ts';
import { MinutesHead } from './minutes-head.ts';
import { MinutesTools } from './minutes-tools.ts';
import { OfflineBooks } from './offline-books.ts';
import { PageLinks } from './page-links.ts';
import { showEntries } from './popover.ts';
import { ProofList } from './proof-list.ts';
import { SearchButton } from './search-button.ts';
import { SearchDialog } from './search-dialog.ts';
import { markFindings } from './search-marks.ts';
import { SearchPage } from './search-page.ts';
import './style.css';
import './minutes.css';
import './proof.css';
import './popover.css';
import './people.css';
import './indexes.css';
import './search.css';
import './print.css';

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
