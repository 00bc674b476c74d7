/** Makes the files that are read by machines: `llms.txt`, feeds, `robots.txt`, the site map, pages that redirect. */

import type { Redirect } from '@tsuzuri/book/redirects';
import type { File } from '@tsuzuri/core/files';
import { pageFile, urlOf } from '@tsuzuri/core/urls';
import { INK } from '@tsuzuri/print/site/paint';
import { ICON_SIZES, ICON_SVG, iconPng, picturePng } from '@tsuzuri/print/site/sign';
import type { UserConfig } from 'vitepress';
import { describe } from './description.ts';
import { feedFiles } from './feed.ts';
import { lastChange } from './git.ts';
import { escapeHtml, seal } from './hardening.ts';
import { plainPage } from './plain-page.ts';
import { queryFeedFiles } from './query-feeds.ts';
import { addressOf, type Entry, minutesOf, pageAt, type Site, skosFile } from './site.ts';
import { htmlOf } from './words.ts';

/** Path in the site, content. */
export async function filesForMachines(site: Site): Promise<File[]> {
  return [
    ['llms.txt', llmsText(site)],
    ...feedFiles(site),
    ...(await queryFeedFiles(site)),
    ...robots(site),
    ...redirectRules(site),
    ...redirectPages(site),
    ['site.webmanifest', manifest(site)],
    ['icon.svg', ICON_SVG],
    ...(await Promise.all(ICON_SIZES.map(async (size): Promise<File> => [`icon-${size}.png`, await iconPng(size)]))),
    ...(site.place.address ? [['picture.png', await picturePng()] as const] : []),
  ];
}

/** @see https://www.w3.org/TR/appmanifest/ what a device shows of the site that it keeps */
function manifest({ title, description, label, place: { base } }: Site): string {
  const icons = ICON_SIZES.map(size => ({
    src: `${base}icon-${size}.png`,
    sizes: `${size}x${size}`,
    type: 'image/png',
  }));
  return `${JSON.stringify({
    name: title,
    short_name: title,
    description,
    lang: label.language,
    id: base,
    start_url: base,
    scope: base,
    display: 'minimal-ui',
    background_color: '#ffffff',
    theme_color: INK,
    icons: [{ src: `${base}icon.svg`, sizes: 'any', type: 'image/svg+xml' }, ...icons],
  })}\n`;
}

/** Robots ask for it at the root of a host only. */
function robots({ place: { base, address } }: Site): File[] {
  return address && base === '/' ? [['robots.txt', `User-agent: *\nAllow: /\n\nSitemap: ${address}sitemap.xml\n`]] : [];
}

/**
 * Earlier addresses, then those of each page with `.html`, which VitePress gave it before. Such a page stands as the
 * index of a folder `nisc.html/`: of a file `nisc.html` beside `nisc/` Netlify would make the address of the page itself.
 */
function moved({ contents: { pages, books, redirects = [] } }: Site): readonly Redirect[] {
  const suffixed = pages.filter(({ path }) => !/(^|\/)index$/.test(path));
  const places = [...redirects, ...suffixed.map(({ path }) => ({ file: pageFile(path), page: path, hash: '' }))];
  const taken = new Set(
    [...pages, ...books]
      .map(({ path }) => path)
      .concat(
        '404.html',
        redirects.map(({ file }) => file),
      ),
  );
  const more = places.flatMap(({ file, page, hash }) => {
    const name = file.replace(/\/index\.(?:md|html)$/, '.html');
    return name === file || taken.has(name) ? [] : [{ file: `${name}/index.html`, page, hash }];
  });
  return [...redirects, ...more];
}

/** GitLab Pages reads no such file with more rules; Cloudflare Pages reads twice as many. */
const MOST_REDIRECTS = 1000;

/** For hosts that read such a file at their root. */
function redirectRules(site: Site): File[] {
  if (site.place.base !== '/') return [];
  const rules = moved(site).map(({ file, page, hash }) => {
    const from = file.replace(/(?<=\.html)\/index\.html$|(?<=\/)index\.html$/, '');
    return encodeURI(`/${from} ${urlOf(page)}${hash} 301`).replaceAll('%20', ' ');
  });
  return [['_redirects', rules.slice(0, MOST_REDIRECTS).join('\n')]];
}

/** The setting of VitePress that makes `sitemap.xml`, with our own dates: git does not know pages that are generated. */
export function sitemap({ contents, place, dates }: Site): Pick<UserConfig, 'sitemap'> {
  if (place.address === undefined) return {};
  const changed = new Map(contents.pages.map(({ path, source }) => [urlOf(path).slice(1), lastChange(source, dates)]));
  return {
    sitemap: {
      hostname: place.address,
      transformItems: items => items.map(({ url }) => ({ url, lastmod: changed.get(url) })) as typeof items,
    },
  };
}

/** @see https://llmstxt.org what stands where, for programs that read Markdown */
function llmsText(site: Site): string {
  const { pages } = site.contents;
  const { place, label } = site;
  const prefix = place.address ?? place.base;
  const row = (page: Entry): string =>
    `- [${inLink(page.title)}](${encodeURI(`${prefix}${page.path}.md`)}): ${oneLine(describe(page, site))}`;
  const skos = skosFile();
  const sections: readonly (readonly [title: string, pages: readonly Entry[]])[] = [
    [label('pages.minutes'), minutesOf(pages).reverse()],
    [label('pages.glossary'), pages.filter(({ kind }) => kind === 'term')],
    [label('site.thisSite'), pages.filter(({ kind }) => kind === 'text')],
  ];
  return [
    `# ${site.title}`,
    `> ${site.description}`,
    label('site.markdownPages'),
    ...(skos ? [`[${label('site.glossaryData')}](${encodeURI(prefix + skos)})`] : []),
    ...sections.map(([title, listed]) => `## ${title}\n\n${listed.map(row).join('\n')}`),
  ]
    .join('\n\n')
    .concat('\n');
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ');
/** Brackets of a title do not end the link: `[案] 議事` → `\[案\] 議事`. */
const inLink = (text: string): string => oneLine(text).replace(/[\\[\]]/g, '\\$&');

/** A page for each earlier address. A static site has no server to redirect: the page itself leads on, or offers a link. */
function redirectPages(site: Site): File[] {
  const { contents, place } = site;
  return moved(site).map(({ file, page, hash }) => {
    const title = pageAt(page, contents)?.title ?? site.title;
    const target = new URL(place.base + urlOf(page).slice(1) + hash, 'https://host');
    return [
      file,
      seal(movedPage({ title, target: target.pathname + target.hash, canonical: addressOf(page, site) }, site)),
    ];
  });
}

interface Moved {
  readonly title: string;
  readonly target: string;
  readonly canonical: string | undefined;
}

/** An element of the head cannot take the place of an address with it: `nisc.html#n2` is `nisc/#n2`. */
const LEAD_ON = `const { pathname, hash } = new URL(document.currentScript.dataset.to, location.href);
location.replace(pathname + location.search + (location.hash || hash));`;

function movedPage({ title, target, canonical }: Moved, site: Site): string {
  const { label } = site;
  const url = escapeHtml(target);
  const link = `<a href="${url}">${htmlOf(title, label)}</a>`;
  return plainPage(site, {
    title: escapeHtml(title),
    head: [
      '<meta name="robots" content="noindex">',
      `<script data-to="${url}">${LEAD_ON}</script>`,
      `<noscript><meta http-equiv="refresh" content="0; url=${url}"></noscript>`,
      ...(canonical ? [`<link rel="canonical" href="${escapeHtml(canonical)}">`] : []),
    ],
    main: [`<p>${label('site.moved', { page: link })}</p>`],
  });
}
