/** Answers addresses of a built site by the rules of each host, none of them with a setting of its own. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

/** The files of a site, by path: `glossary/nisc/index.html`. */
type Files = ReadonlySet<string>;
/** A file is sent, a redirect to another path, or the page that says 404. */
type Answer = { readonly sent: string } | { readonly to: string } | undefined;

interface HostRules {
  readonly name: string;
  readonly documentation: string;
  /** @param path decoded, without the `/` at its beginning: `glossary/nisc/` */
  readonly answer: (path: string, files: Files) => Answer;
}

const sent = (path: string, files: Files): Answer => (files.has(path) ? { sent: path } : undefined);
const index = (path: string, files: Files): Answer =>
  path === '' || path.endsWith('/') ? sent(`${path}index.html`, files) : undefined;
const toFolder = (path: string, files: Files): Answer =>
  files.has(`${path}/index.html`) ? { to: `${path}/` } : undefined;

const HOSTS: readonly HostRules[] = [
  {
    name: 'GitHub Pages',
    documentation: 'https://github.com/slorber/trailing-slash-guide (/file → file.html, /folder → /folder/)',
    answer: (path, files) =>
      sent(path, files) ?? index(path, files) ?? sent(`${path}.html`, files) ?? toFolder(path, files),
  },
  {
    name: 'Netlify',
    documentation: 'https://docs.netlify.com/manage/routing/redirects/redirect-options/#trailing-slash',
    answer: (path, files) => {
      // A file beside the folder takes its place: /both/ → /both.
      const twin = path.replace(/\/$/, '');
      if (twin !== path && files.has(`${twin}.html`)) return { to: twin };
      return sent(path, files) ?? sent(`${path}.html`, files) ?? index(path, files) ?? toFolder(path, files);
    },
  },
  {
    name: 'nginx',
    documentation: 'https://nginx.org/en/docs/http/ngx_http_index_module.html (index index.html), no try_files',
    answer: (path, files) => sent(path, files) ?? index(path, files) ?? toFolder(path, files),
  },
  {
    name: 'Caddy',
    documentation: 'https://caddyserver.com/docs/caddyfile/directives/file_server (canonical URIs)',
    answer: (path, files) => {
      const file = path.replace(/\/$/, '');
      if (file !== path && files.has(file)) return { to: file };
      return sent(path, files) ?? index(path, files) ?? toFolder(path, files);
    },
  },
];

/** Paths of the files of a folder: `glossary/nisc/index.html`. */
export const pathsIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(({ parentPath, name }) => relative(folder, join(parentPath, name)).split(sep).join('/'));

interface Place {
  /** `/` or `/below/` */
  readonly base: string;
  /** `https://host/below/`, where the site knows it. */
  readonly address?: string;
}

/** Where an address of the site stands, in the writing of each kind of file. */
const WRITTEN: readonly (readonly [files: RegExp, address: RegExp])[] = [
  [/\.html$/, /\s(?:href|src)="([^"]*)"/g],
  [/\.html$/, /<meta property="og:(?:url|image)" content="([^"]*)"/g],
  [/\.html$/, /<meta http-equiv="refresh" content="0; url=([^"]*)"/g],
  [/\.html$/, /"(?:@id|url|item|target|urlTemplate|image)":"([^"]*)"/g], // JSON-LD
  [/(?:sitemap|feed)\.xml$/, /(?:<loc>|\shref=")([^"<]*)/g],
  [/llms\.txt$/, /\]\(([^)]*)\)/g],
  [/\.jsonld$/, /"(?:@id|inScheme)": "([^"]*)"/g],
  [/(?:feed\.json|\.webmanifest)$/, /"(?:url|src|start_url|scope|id|home_page_url|feed_url)": ?"([^"]*)"/g],
];

/** Every address of this site that stands in its files, without its hash, with a file where it stands. */
export function addressesIn(folder: string, { base, address = `http://host${base}` }: Place): Map<string, string> {
  const { origin } = new URL(address);
  const found = new Map<string, string>();
  for (const file of pathsIn(folder)) {
    const patterns = WRITTEN.filter(([files]) => files.test(file));
    if (patterns.length === 0) continue;
    const text = readFileSync(join(folder, file), 'utf8').replaceAll('&amp;', '&').replaceAll('&#38;', '&');
    const here = new URL(encodeURI(file), address);
    for (const [, pattern] of patterns)
      for (const [, written = ''] of text.matchAll(pattern)) {
        const url = URL.canParse(written, here) ? new URL(written, here) : undefined;
        if (url?.origin === origin) found.set(url.pathname, file);
      }
  }
  return found;
}

/** Addresses that a host redirects or does not know, a line each. */
export function redirectedOrDead(addresses: ReadonlyMap<string, string>, folder: string, { base }: Place): string[] {
  const files = new Set(pathsIn(folder));
  return HOSTS.flatMap(({ name, answer }) =>
    [...addresses].flatMap(([pathname, file]) => {
      const path = decodeURIComponent(pathname);
      const found = path.startsWith(base) ? answer(path.slice(base.length), files) : undefined;
      if (found && 'sent' in found) return [];
      return [`${name}: ${path} in ${file} ${found ? `→ ${found.to}` : '404'}`];
    }),
  );
}

/** Where a page that stands for another one leads without scripts. */
const LEADS_TO = /<meta http-equiv="refresh" content="0; url=([^"#]*)/;

/**
 * The address at which a bookmark ends, over the redirects of a host and of pages; nothing where it is dead.
 * @param path decoded, without the `/` at its beginning: `glossary/nisc.html`
 */
function landing(path: string, host: HostRules, files: Files, folder: string): string | undefined {
  const found = host.answer(path, files);
  if (!found) return undefined;
  if ('to' in found) return landing(found.to, host, files, folder);
  const [, url] = LEADS_TO.exec(readFileSync(join(folder, found.sent), 'utf8')) ?? [];
  return url === undefined ? path : landing(decodeURI(url).slice(1), host, files, folder);
}

/** Bookmarks of a site at `/` that do not end where they should, a line each. */
export function lostBookmarks(bookmarks: ReadonlyMap<string, string>, folder: string): string[] {
  const files = new Set(pathsIn(folder));
  return HOSTS.flatMap(host =>
    [...bookmarks].flatMap(([from, to]) => {
      const end = landing(from, host, files, folder);
      return end === to ? [] : [`${host.name}: ${from} → ${end ?? '404'}`];
    }),
  );
}
