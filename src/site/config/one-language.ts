/** Gives the programs of a site the words of its language alone. */
import { fill, themeWordsIn } from '@tsuzuri/core/labels';
import type { Language } from '@tsuzuri/core/wording';
import type { Plugin } from 'vite';

const LABELS = /\/core\/(?:dist\/)?labels\.[jt]s$/;

export const oneLanguage = (language: Language): Plugin => ({
  name: 'tsuzuri:one-language',
  apply: 'build',
  enforce: 'pre',
  load: id =>
    LABELS.test(id)
      ? `const words = ${JSON.stringify(themeWordsIn(language))};
         const fill = ${fill.toString()};
         export const themeLabelsIn = () =>
           Object.assign((key, values) => fill(words[key], values), { language: ${JSON.stringify(language)} });`
      : undefined,
});
