/** Types of what the theme takes from inside VitePress's own, which ships none (`paths` in tsconfig.theme.json). */
import type { Component, ComputedRef } from 'vue';

/** `components/*.vue` and `NotFound.vue` */
declare const component: Component;
export default component;

interface Neighbour {
  readonly text: string;
  readonly link?: string;
}
/** `composables/prev-next.js` */
export declare function usePrevNext(): ComputedRef<{ readonly prev?: Neighbour; readonly next?: Neighbour }>;
