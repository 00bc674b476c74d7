/** Gives the page that says 404, which VitePress leaves to its scripts, words where none run. */
import { urlOf } from '@tsuzuri/core/urls';
import { escapeHtml } from './hardening.ts';
import type { Site } from './site.ts';

/** @param html of `404.html` */
export function withNotFound(html: string, { contents, label, place }: Site): string {
  const link = (path: string, words: string): string =>
    `<p><a href="${escapeHtml(place.base + urlOf(path).slice(1))}">${words}</a></p>`;
  const hasSearch = contents.pages.some(({ path }) => path === 'search');
  const links = [
    ...(hasSearch ? [link('search', label('theme.howToSearch'))] : []),
    link('index', label('theme.toHome')),
  ];
  return html.replace(
    '</body>',
    `<noscript><main class="vp-doc NotFound"><h1>${label('theme.noPage')}</h1>${links.join('')}</main></noscript></body>`,
  );
}
