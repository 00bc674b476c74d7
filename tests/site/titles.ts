/** Compares the titles of the pages of a site. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathsIn } from './hosts.ts';

/** An address that leads on is no page. */
const LEADS_ON = '<meta http-equiv="refresh"';

/** Titles, as a tab shows them, that more than one page has, each with its pages. */
export function sameTitles(folder: string): string[] {
  const pages = pathsIn(folder).filter(file => file.endsWith('.html'));
  const byTitle = new Map<string, string[]>();
  for (const file of pages) {
    const html = readFileSync(join(folder, file), 'utf8');
    const [, title = ''] = /<title>([^<]*)<\/title>/.exec(html) ?? [];
    if (!html.includes(LEADS_ON)) byTitle.set(title, [...(byTitle.get(title) ?? []), file]);
  }
  return [...byTitle].flatMap(([title, files]) => (files.length > 1 ? [`${title}: ${files.join(', ')}`] : []));
}
