/** Chooses which mentions of a block become links. */
import { entryAddress } from '../addresses.ts';
import { type DatedName, optional, type Term } from '../card.ts';
import { closedSpans, overlapsAny } from './closed.ts';
import { nameAt, titleOf } from './dated.ts';
import type { Match, Matcher } from './matcher.ts';
import type { Block, Run, Span } from './run.ts';

export interface GlossaryLinkOptions {
  /** What `createMatcher` made of the glossary; make it once for all pages. */
  readonly match: Matcher;
  /** Address of an entry; `name` is what it was called on the date of the page. Default: `/glossary/ID`. */
  readonly url?: (term: Term, name?: DatedName) => string;
  /**
   * Link every mention (default), or only the first in each section; `quiet`: every one, but only the first in each
   * section says in its title what it was called then, so that a printer can show the others as plain words.
   */
  readonly every?: boolean | 'quiet';
  /** Link mentions in headings too. Default: no, an outline made of links is hard to read. */
  readonly headings?: boolean;
  /** Id of the entry whose own page this is: it is not linked there. */
  readonly self?: string;
  /** ISO date of the page: decides what the title says and between entries that share a name. */
  readonly date?: string;
}

/** A link to be: offsets of the run. */
export interface NewLink extends Span {
  readonly url: string;
  readonly title?: string;
}

/** The mentions of a run, those in links included. */
export function mentionsIn({ text, shut }: Run, match: Matcher, date?: string): Match[] {
  const matches = match(text, date);
  if (matches.length === 0) return matches;
  const closed = [...shut, ...closedSpans(text)];
  return matches.filter(mention => !overlapsAny(mention, closed));
}

/** Chooses block by block, in the order of the page: with `every: false` it remembers what the section has linked. */
export function createChooser(options: GlossaryLinkOptions): (block: Block, run: Run) => NewLink[] {
  const { match, url = (term: Term) => entryAddress(term), every = true, headings = false, self, date } = options;
  const linked = new Set<Term>();
  return (block, run) => {
    if (block.type === 'heading') linked.clear();
    if (block.type === 'heading' && !headings) return [];
    return mentionsIn(run, match, date).flatMap(mention => {
      const { start, end, term } = mention;
      const target = url(term, nameAt(term, date));
      const isLinked = overlapsAny(mention, run.links);
      // A link that an author or an earlier run has set to the entry is the first of the section.
      if (isLinked && run.links.some(link => link.url === target && overlapsAny(mention, [link]))) linked.add(term);
      const isFirst = !linked.has(term);
      if (isLinked || term.id === self || !(every || isFirst)) return [];
      linked.add(term);
      const title = isFirst || every === true ? titleOf(term, run.text.slice(start, end), date) : undefined;
      return [{ start, end, url: target, ...optional('title', title) }];
    });
  };
}
