/** What the search shows before anything is asked. */
import type { Example } from '../../config/examples.ts';

/** Put in its place as the site is built (`config/examples.ts`): it comes with the search, not with every page. */
declare const SEARCH_EXAMPLES: readonly Example[];

export const examples = SEARCH_EXAMPLES;
