/** What the bench asks of a search engine, whichever it is. */
import type { Section } from './sections.ts';

export interface Found {
  readonly sections: ReadonlySet<Section>;
  /** What a reader's browser has fetched of the index for this query alone, nothing being there before. */
  readonly bytes: number;
  /** From the question to the answer, the index being there. */
  readonly milliseconds: number;
}

export interface Engine {
  readonly name: string;
  /** Each time as a reader who asks for the first time. */
  readonly ask: (query: string) => Promise<Found>;
  readonly close?: () => Promise<void> | void;
}

/** Finds the section in which an address lies; without an anchor, the head of the page. */
export type Locate = (page: string, anchor?: string) => Section | undefined;

export function locator(sections: readonly Section[]): Locate {
  const places = new Map<string, Section>();
  for (const section of sections) {
    if (!places.has(section.page)) places.set(section.page, section);
    for (const anchor of section.anchors) places.set(`${section.page}#${anchor}`, section);
  }
  return (page, anchor) => places.get(anchor ? `${page}#${anchor}` : page);
}

/** The sections of addresses such as `/minutes/2012-11-01-isc-31/#u3`. */
export function sectionsAt(addresses: Iterable<string>, locate: Locate): Set<Section> {
  const sections = new Set<Section>();
  for (const address of addresses) {
    const [, page, anchor] = ADDRESS.exec(decodeURIComponent(address)) ?? [];
    const section = page && locate(page, anchor);
    // Other pages of the site are not judged: two of the three engines do not know them.
    if (section) sections.add(section);
  }
  return sections;
}

/** `/minutes/2012-11-01-isc-31.html#s3`, `minutes/2012-11-01-isc-31/#s3`, `minutes/2012-11-01-isc-31`. */
const ADDRESS = /minutes\/([\w-]+)(?:\.html)?\/?(?:#(.+))?$/;
