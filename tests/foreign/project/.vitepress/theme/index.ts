import theme from '@tsuzuri/site/theme';
import type { Theme } from 'vitepress';
import Layout from './layout.vue';
import OfflineBooks from './offline-books.vue';
import TownName from './town-name.vue';
import './own.css';

/** A style, two slots, a component in place of one of tsuzuri's, one more. */
export default {
  extends: theme,
  Layout,
  enhanceApp({ app }) {
    app.component('OfflineBooks', OfflineBooks);
    app.component('TownName', TownName);
  },
} satisfies Theme;
