/** Says what the site says around the documents, in the language of the site. */
import { type ThemeLabels, themeLabelsIn } from '@tsuzuri/core/labels';
import { isJapanese, languageOfTexts } from '@tsuzuri/core/languages';

export let label: ThemeLabels = themeLabelsIn('ja');

/** To call before anything is shown. @param lang that of the pages: `en-GB` */
export function speak(lang: string): void {
  label = themeLabelsIn(/^en\b/.test(lang) ? 'en' : 'ja');
}

/** The value of `lang` for words out of a document or a card, where the site itself is not Japanese. */
export function langOf(text: string): 'ja' | undefined {
  const other = languageOfTexts(label);
  return other && isJapanese(text) ? other : undefined;
}

/** Nothing where the page around it says the same. */
export function setLang(element: HTMLElement, lang: string | undefined): void {
  if (lang) element.lang = lang;
}

/** The value of `lang` for words of the site that stand in the text of a document. */
export const ownLang = (): 'en' | undefined => (label.language === 'en' ? 'en' : undefined);
