/** Asks the site what the links of a page tell of the entries that they lead to. */
import type { PopoverEntry } from '@tsuzuri/print/data/popovers';
import { askSite } from '../data.ts';

/** By id of the entry: `nisc`. */
type Entries = ReadonlyMap<string, PopoverEntry>;

const NONE: Entries = new Map();

const asked = new Map<string, Promise<Entries>>();

/**
 * The entries that a page links to; each page is asked for once.
 * @param file the page as VitePress names it: `minutes/2012-11-01-isc-31.md`
 */
export function entriesOf(file: string): Promise<Entries> {
  const entries = asked.get(file) ?? read(`/data/${file.replace(/\.md$/, '')}.terms.json`);
  asked.set(file, entries);
  return entries;
}

/** Nothing when there is no answer: then a link is only a link. */
async function read(address: string): Promise<Entries> {
  const entries = await askSite<Record<string, PopoverEntry>>(address);
  return entries ? new Map(Object.entries(entries)) : NONE;
}
