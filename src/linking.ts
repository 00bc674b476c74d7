/** Says how the texts of a project are linked, and what their links depend on. */
import type { Root } from 'mdast';
import { createMatcher, type Matcher } from './6-link/matcher.ts';
import { findMentions } from './6-link/mentions.ts';
import type { GlossaryLinkOptions } from './6-link/plugin.ts';
import { entryAddress } from './addresses.ts';
import type { Mention } from './book.ts';
import { optional, type Term } from './card.ts';
import { complaint } from './complaint.ts';
import type { Memory } from './memory.ts';
import { settingsOf } from './settings.ts';

/** How pages are linked, what may be remembered of them. */
export interface Linking {
  readonly memory: Memory;
  readonly linking: (date?: string) => GlossaryLinkOptions;
  /** All that links depend on, by entry and together; what an entry says of its term is not among it. */
  readonly keys: ReadonlyMap<string, string>;
  readonly names: string;
}

export function projectLinking(root: string, terms: readonly Term[], memory: Memory): Linking {
  const policy = linkPolicy(root);
  const keys = new Map(terms.map(term => [term.id, namesKey(term)]));
  const names = [policy, ...keys.values()].join('\n');
  const matcher = memory(
    'matcher',
    () => [names],
    () => createMatcher(terms),
  );
  return { memory, names, keys, linking: linkingWith(matcher, policy) };
}

const namesKey = ({ id, term, aliases, not, names, expansion, first, card }: Term): string =>
  JSON.stringify([id, term, aliases, not, names, expansion, first, card.data.case]);

/** All that the links of a text depend on. */
export function dependsOn(mentions: readonly Mention[], keys: Linking['keys']): string {
  return JSON.stringify([mentions, ...new Set(mentions.map(({ entry }) => keys.get(entry)))]);
}

/** All that the links of a hand-written text depend on. */
export const namedIn = (path: string, body: () => Root, { memory, names, keys, linking }: Linking): string =>
  memory(
    `named in ${path}`,
    () => [body, names],
    () => dependsOn(findMentions({ path, tree: body() }, linking()), keys),
  );

/** How the pages of a site are linked: every mention alike, or the first in each section before the others (default). */
type LinkPolicy = 'every' | 'first';

/** In headings too; on a page with a date, to the name that held then: NISC of 2012 opens another body than NISC of 2021. */
export function linkingWith(match: Matcher, policy: LinkPolicy = 'first'): (date?: string) => GlossaryLinkOptions {
  const every = policy === 'every' ? true : 'quiet';
  return date => ({ match, url: entryAddress, every, headings: true, ...optional('date', date) });
}

/** `"tsuzuri": {"links": "every"}` in the package.json of the project. */
function linkPolicy(root: string): LinkPolicy {
  const { file, tsuzuri } = settingsOf(root);
  const links = tsuzuri.links ?? 'first';
  if (links === 'every' || links === 'first') return links;
  throw complaint(file, undefined, `tsuzuri.links「${links}」は使えません`, 'every か first にしてください');
}
