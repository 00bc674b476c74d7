/** Extends the default theme of VitePress with our typography, our components. */
import type { Theme } from 'vitepress';
import DefaultTheme from 'vitepress/theme-without-fonts';
import { GlossaryFilter } from './glossary-filter.ts';
import { HomeDocuments } from './home-documents.ts';
import { markLandings } from './landing.ts';
import { MentionYears } from './mention-years.ts';
import { MinutesHead } from './minutes-head.ts';
import { MinutesTools } from './minutes-tools.ts';
import { PageLinks } from './page-links.ts';
import { showEntries } from './popover.ts';
import { ProofList } from './proof-list.ts';
import './style.css';
import './minutes.css';
import './proof.css';
import './popover.css';
import './people.css';
import './indexes.css';
import './print.css';

export default {
  extends: DefaultTheme,
  enhanceApp({ app, router }) {
    markLandings(router);
    showEntries(router);
    app.component('MinutesHead', MinutesHead);
    app.component('MinutesTools', MinutesTools);
    app.component('ProofList', ProofList);
    app.component('HomeDocuments', HomeDocuments);
    app.component('GlossaryFilter', GlossaryFilter);
    app.component('MentionYears', MentionYears);
    app.component('PageLinks', PageLinks);
  },
} satisfies Theme;
