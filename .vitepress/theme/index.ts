/** Extends the default theme of VitePress with our typography, our components. */
import type { Theme } from 'vitepress';
import DefaultTheme from 'vitepress/theme-without-fonts';
import { GlossaryFilter } from './glossary-filter.ts';
import { HomeDocuments } from './home-documents.ts';
import { markLandings } from './landing.ts';
import { MentionYears } from './mention-years.ts';
import { MinutesHead } from './minutes-head.ts';
import { PageLinks } from './page-links.ts';
import './style.css';
import './minutes.css';
import './indexes.css';
import './print.css';

export default {
  extends: DefaultTheme,
  enhanceApp({ app, router }) {
    markLandings(router);
    app.component('MinutesHead', MinutesHead);
    app.component('HomeDocuments', HomeDocuments);
    app.component('GlossaryFilter', GlossaryFilter);
    app.component('MentionYears', MentionYears);
    app.component('PageLinks', PageLinks);
  },
} satisfies Theme;
