/** Gives the page that says 404, which VitePress leaves to its scripts, words where none run, and a title that says so. */
import type { Labels } from '@tsuzuri/core/labels';
import { urlOf } from '@tsuzuri/core/urls';
import { escapeHtml } from './hardening.ts';
import type { Site } from './site.ts';
import type { ThemeConfig } from './theme-config.ts';

/** What the page is called, and what it says, as data of a page. */
export interface NotFoundWords {
  readonly title: string;
  readonly description: string;
}

/** In the words of the project, where it has any. */
export const notFoundWords = (own: ThemeConfig['notFound'], label: Labels): NotFoundWords => ({
  title: own?.title ?? label('theme.noPage'),
  description: own?.quote ?? label('theme.noPageAdvice'),
});

/** As VitePress writes them. */
const THEIRS = [/(?<=<title>)404\b/, /(?<=<meta name="description" content=")Not Found(?=")/];

/** @param html of `404.html` */
export function withNotFound(html: string, words: NotFoundWords, { contents, label, place }: Site): string {
  const link = (path: string, words: string): string =>
    `<p><a href="${escapeHtml(place.base + urlOf(path).slice(1))}">${words}</a></p>`;
  const hasSearch = contents.pages.some(({ path }) => path === 'search');
  const links = [
    ...(hasSearch ? [link('search', label('theme.howToSearch'))] : []),
    link('index', label('theme.toHome')),
  ];
  const [title, description] = [words.title, words.description].map(escapeHtml) as [string, string];
  const [theirTitle, theirDescription] = THEIRS as [RegExp, RegExp];
  return html
    .replace(theirTitle, () => title)
    .replace(theirDescription, () => description)
    .replace(
      '</body>',
      () => `<noscript><main class="vp-doc NotFound"><h1>${title}</h1>${links.join('')}</main></noscript></body>`,
    );
}
