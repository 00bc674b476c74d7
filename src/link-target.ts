/** Resolves a link of a page as a browser would. */

/** Another site, or a path in this one; the hash has its `#`. */
export type LinkTarget =
  | { readonly outside: string }
  | { readonly path: string; readonly hash: string; readonly address: string };

/** Nobody knows the address of the site here; a page of it is told by this one. */
const SITE = 'https://site.invalid/';
/** Where a reader may be led outside of the site; `javascript:`, `data:`, `file:` are none. */
const OUTSIDE = /^(?:https?|mailto):$/;

/**
 * `/glossary/nisc`, `nisc.md`, `#s1`, `https://www.nisc.go.jp/`.
 * @param from `Page.path` of the page with the link
 * @returns nothing for what no page may lead to; `address` is the path as it is written in an address, suffix and hash included
 */
export function resolveLink(url: string, from: string): LinkTarget | undefined {
  if (!URL.canParse(url, SITE + from)) return undefined;
  const { href, protocol, pathname, hash } = new URL(url, SITE + from);
  if (!href.startsWith(SITE)) return OUTSIDE.test(protocol) ? { outside: href } : undefined;
  const path = decode(pathname)
    .replace(/^\//, '')
    .replace(/\.(?:md|html)$/, '');
  return { path, hash: decode(hash), address: href.slice(SITE.length) };
}

/** A stray `%` is no reason to lose the page: `100%` stays as it is. */
function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
