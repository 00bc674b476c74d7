/** Walks the files of a site for links that lead nowhere. */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { pathsIn } from './hosts.ts';

/** Every link, image, script of every page that stands on this site without a file or an anchor to land on. */
export function deadLinks(folder: string, base = '/'): string[] {
  const pages = pathsIn(folder).filter(file => file.endsWith('.html'));
  const files = new Map(pages.map(file => [join(folder, file), readFileSync(join(folder, file), 'utf8')]));
  const anchors = new Map([...files].map(([file, html]) => [file, new Set(values(html, 'id'))]));
  return [...files].flatMap(([file, html]) => {
    const here = `http://host${base}${relative(folder, file)
      .split(sep)
      .join('/')
      .replace(/index\.html$/, '')}`;
    const links = [...new Set([...values(html, 'href'), ...values(html, 'src')])];
    return links.filter(link => !lands(link, here)).map(link => `${relative(folder, file)}: ${link}`);
  });

  function lands(link: string, here: string): boolean {
    const url = new URL(link, here);
    if (url.host !== 'host') return true;
    if (!url.pathname.startsWith(base)) return false;
    const path = join(folder, decodeURIComponent(url.pathname.slice(base.length)));
    const target = existsSync(path) && statSync(path).isDirectory() ? join(path, 'index.html') : path;
    const anchor = decodeURIComponent(url.hash.slice(1));
    return existsSync(target) && (!anchor || (anchors.get(target)?.has(anchor) ?? false));
  }
}

function values(html: string, attribute: string): string[] {
  const pattern = new RegExp(`\\s${attribute}="([^"]*)"`, 'g');
  return [...html.matchAll(pattern)].map(([, value]) => (value ?? '').replaceAll('&amp;', '&'));
}
