/** Puts the words of the site's language where a program asks for them: each program brings those that it says, no others. */
import { fill } from '@tsuzuri/core/fill';
import { themeWordsIn } from '@tsuzuri/core/labels';
import type { Language } from '@tsuzuri/core/wording';
import type { Plugin } from 'vite';

const LABELS = /\/core\/(?:dist\/)?labels\.[jt]s$/;
const OURS = /\/(?:site\/(?:dist\/)?theme|core(?:\/dist)?|search\/(?:dist\/)?shared)\/[^?]+\.(?:js|ts|vue)(?:\?|$)/;
/** `"theme.report"` */
const KEY = /(["'])(theme\.[\w.]+)\1/g;
/** `theme.order.${name}` */
const KEY_OF = /`(theme\.[\w.]*)\$\{([^{}]*)\}(\w*)`/g;

export function oneLanguage(language: Language): Plugin[] {
  const words = themeWordsIn(language);
  const [own, shared] = [new Map<string, string>(), {} as Record<string, string>];
  for (const [key, said] of Object.entries(words))
    if (key.startsWith('theme.')) own.set(key, JSON.stringify(said));
    else shared[key] = said;
  const oneOf = (_: string, before: string, name: string, after: string): string => {
    const all = [...own].flatMap(([key, said]) => {
      const middle =
        key.startsWith(before) && key.endsWith(after) && key.slice(before.length, key.length - after.length);
      return middle ? [`${JSON.stringify(middle)}: ${said}`] : [];
    });
    return `({ ${all.join(', ')} })[${name}]`;
  };
  return [
    {
      name: 'tsuzuri:one-language',
      apply: 'build',
      enforce: 'pre',
      load: id =>
        LABELS.test(id)
          ? `const shared = ${JSON.stringify(shared)};
             const fill = ${fill.toString()};
             export const themeLabelsIn = () =>
               Object.assign((words, values) => fill(shared[words] ?? words, values), { language: ${JSON.stringify(language)} });`
          : undefined,
    },
    {
      name: 'tsuzuri:own-words',
      apply: 'build',
      // Once templates are programs, in which quotes mean nothing else.
      enforce: 'post',
      transform: (code, id) =>
        OURS.test(id)
          ? { code: code.replace(KEY, (whole, _, key) => own.get(key) ?? whole).replace(KEY_OF, oneOf), map: null }
          : undefined,
    },
  ];
}
