/** Extends the default theme of VitePress with our typography, our two components. */
import type { Theme } from 'vitepress';
import DefaultTheme from 'vitepress/theme-without-fonts';
import { HomeDocuments } from './home-documents.ts';
import { markLandings } from './landing.ts';
import { MinutesHead } from './minutes-head.ts';
import './style.css';
import './minutes.css';
import './people.css';
import './print.css';

export default {
  extends: DefaultTheme,
  enhanceApp({ app, router }) {
    markLandings(router);
    app.component('MinutesHead', MinutesHead);
    app.component('HomeDocuments', HomeDocuments);
  },
} satisfies Theme;
