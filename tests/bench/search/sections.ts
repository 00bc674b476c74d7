/** Cuts the five minutes, as a browser reads them from the built site, at each of their headings. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';

/** What stands under one heading, up to the next of any level: the unit in which all engines are judged. */
export interface Section {
  /** Name of the document: `2012-11-01-isc-31`. */
  readonly page: string;
  /** Every address inside it: `s3`, `p7`, `p8`. */
  readonly anchors: readonly string[];
  readonly heading: string;
  /** Full name behind the label of a speaker, 後藤 厚宏. */
  readonly who: string;
  /** Its heading and its blocks, one a line. */
  readonly text: string;
}

export const namesOfMinutes = (site: string): string[] =>
  readdirSync(join(site, 'minutes'), { withFileTypes: true })
    // A folder `NAME.html` leads on from an old address.
    .filter(entry => entry.isDirectory() && !entry.name.endsWith('.html'))
    .map(({ name }) => name)
    .sort();

export const htmlOfMinutes = (site: string, page: string): string =>
  readFileSync(join(site, 'minutes', page, 'index.html'), 'utf8');

/** @param site folder of the built site */
export async function readSections(site: string, browser: Browser): Promise<Section[]> {
  const page = await browser.newPage();
  const sections: Section[] = [];
  for (const name of namesOfMinutes(site))
    for (const section of await page.evaluate(cutAtHeadings, htmlOfMinutes(site, name)))
      sections.push({ page: name, ...section });
  await page.close();
  return sections;
}

/** Runs in the browser, so it holds all that it needs. */
function cutAtHeadings(html: string): Omit<Section, 'page'>[] {
  const body = new DOMParser().parseFromString(html, 'text/html').querySelector('.vp-doc') as Element;
  // What the site adds to the text of the minutes.
  for (const added of body.querySelectorAll('.minutes-head, summary, .header-anchor')) added.remove();
  const sections: { anchors: string[]; heading: string; who: string; text: string }[] = [];
  let block: Element | null = null;
  const steps = document.createTreeWalker(body, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
  for (let node = steps.nextNode(); node; node = steps.nextNode()) {
    if (node instanceof Element) {
      const heading = (node.textContent ?? '').trim();
      const who = node.querySelector('a[href*="/people/"]')?.getAttribute('title') ?? '';
      if (/^H[1-6]$/.test(node.tagName)) sections.push({ anchors: [], heading, who, text: '' });
      if (node.id) sections.at(-1)?.anchors.push(node.id);
      if (node.tagName === 'BR') block = null;
      continue;
    }
    const section = sections.at(-1);
    const home = node.parentElement?.closest('h1, h2, h3, h4, h5, h6, p, li, td, th, dt, dd') ?? null;
    if (!section || !home) continue;
    section.text += `${home === block ? '' : '\n'}${node.textContent}`;
    block = home;
  }
  return sections;
}
