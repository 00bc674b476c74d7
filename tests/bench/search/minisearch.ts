/** MiniSearch as the local search of VitePress sets it up: what this site would have without an engine of its own. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { headingId } from '@tsuzuri/core/urls';
import type MiniSearch from 'minisearch';
import { createMarkdownRenderer } from 'vitepress';
import { type Engine, type Locate, sectionsAt } from './engine.ts';

const FIELDS = { fields: ['title', 'titles', 'text'], storeFields: ['title', 'titles'] };
/** VPLocalSearchBox.vue of VitePress 1.6.4. */
const ASKING = { fuzzy: 0.2, prefix: true, boost: { title: 4, text: 2, titles: 1 } };

interface Part {
  readonly id: string;
  readonly title: string;
  readonly titles: readonly string[];
  readonly text: string;
}

/** The very version that VitePress ships. */
const Shipped: typeof MiniSearch = createRequire(createRequire(import.meta.url).resolve('vitepress'))('minisearch');

/** @param pages folder with `minutes/NAME.md` */
export async function openMiniSearch(pages: string, names: readonly string[], locate: Locate): Promise<Engine> {
  const renderer = await createMarkdownRenderer(pages, { anchor: { slugify: headingId } });
  const parts = names.flatMap(name => {
    const path = join(pages, 'minutes', `${name}.md`);
    const source = readFileSync(path, 'utf8');
    const html = renderer.render(source, { path, relativePath: `minutes/${name}.md` });
    return [...splitPage(`minutes/${name}`, html)];
  });
  const { json, bytes } = indexParts(parts);
  return {
    name: 'MiniSearch in VitePress 1.6.4',
    // The page shows the first 16; all are counted here.
    ask: async query => {
      const index = Shipped.loadJSON(json, { ...FIELDS, searchOptions: ASKING });
      const from = performance.now();
      const found = index.search(query);
      const milliseconds = performance.now() - from;
      const sections = sectionsAt(
        found.map(({ id }) => String(id)),
        locate,
      );
      return { sections, bytes, milliseconds };
    },
  };
}

/** @returns the whole index as the site would serve it; every reader who searches fetches all of it */
export function indexParts(parts: Iterable<Part>): { json: string; bytes: number } {
  const index = new Shipped(FIELDS);
  for (const part of parts) index.add(part);
  const json = JSON.stringify(index);
  return { json, bytes: gzipSync(`export default ${JSON.stringify(json)}`).length };
}

/** As `splitPageIntoSections` of VitePress does, which knows no link in a heading: such a section would be lost. */
function* splitPage(page: string, html: string): Generator<Part> {
  const [, ...pieces] = html.replace(LINK_TO_PAGE, '').split(HEADING);
  let above: string[] = [];
  for (let at = 0; at < pieces.length; at += 3) {
    const [level, heading = '', content] = [Number(pieces[at]) - 1, pieces[at + 1], pieces[at + 2]];
    const [, name = '', anchor = ''] = HEADING_CONTENT.exec(heading) ?? [];
    const title = withoutTags(name).trim();
    if (!title || !content) continue;
    const titles = [...above.slice(0, level), title].filter(Boolean);
    yield { id: `${page}#${anchor}`, title, titles: titles.slice(0, -1), text: withoutTags(content) };
    if (level === 0) above = [title];
    else above[level] = title;
  }
}

const withoutTags = (html: string): string => html.replace(/<[^>]*>/g, '');

/** `<a href="/people/後藤厚宏" title="後藤 厚宏">`, to which no `</a>` need be found: the tags go anyhow. */
const LINK_TO_PAGE = /<a href="\/[^>]*>/g;
/** `<h2 id="s1">1 日時<a class="header-anchor" href="#s1">​</a></h2>`: level, and all between the tags. */
const HEADING = /<h(\d*).*?>(.*?<a.*? href="#.*?".*?>.*?<\/a>)<\/h\1>/gi;
const HEADING_CONTENT = /(.*?)<a.*? href="#(.*?)".*?>.*?<\/a>/i;
