/** Makes a page for each earlier address, which leads to the page that has taken its place. */
import { urlOf } from '../src/addresses.ts';
import { escapeHtml } from './html.ts';
import { seal } from './output.ts';
import { addressOf, SITE, type Site } from './site.ts';

/** Nobody sets up a server for a static site: the page itself leads on, or offers a link. */
export function redirectPages(site: Site): [path: string, html: string][] {
  const { contents, place } = site;
  return (contents.redirects ?? []).map(({ file, page, hash }) => {
    const title = contents.pages.find(({ path }) => path === page)?.title ?? SITE.title;
    const target = new URL(place.base + urlOf(page).slice(1) + hash, 'https://host');
    return [file, seal(pageOf(title, target.pathname + target.hash, addressOf(page, site)))];
  });
}

function pageOf(title: string, target: string, canonical: string | undefined): string {
  const [name, url] = [title, target].map(escapeHtml);
  return `<!DOCTYPE html>
<html lang="ja">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width,initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <meta name="robots" content="noindex">
    <meta http-equiv="refresh" content="0; url=${url}">${
      canonical ? `\n    <link rel="canonical" href="${escapeHtml(canonical)}">` : ''
    }
    <title>${name} | ${SITE.title}</title>
    <style>body { font: 1.125rem/1.8 sans-serif; margin: 2rem auto; max-width: 40em; padding: 0 1rem }</style>
  </head>
  <body>
    <main><p>このページは「<a href="${url}">${name}</a>」に移りました。</p></main>
  </body>
</html>
`;
}
