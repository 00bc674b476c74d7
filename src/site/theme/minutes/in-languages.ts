/** Marks which words of a sentence of the site are out of a document, which may be Japanese on an English site. */
import { runsOf } from '@tsuzuri/core/languages';
import { langOf, setLang } from '../label.ts';

/** To append: an attribute such as `aria-label` could not say of which language a part of it is. */
export function inLanguages(text: string): (string | HTMLElement)[] {
  if (!langOf(text)) return [text];
  return runsOf(text).map(({ words, isJapanese }) => {
    if (!isJapanese) return words;
    const span = document.createElement('span');
    setLang(span, langOf(words));
    span.textContent = words;
    return span;
  });
}
