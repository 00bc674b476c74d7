/**
 * Links the feeds of what a page shows: all documents, those with a term, a person, of a body; of minutes, a comparison as
 * well. The lines stand in the HTML alone; no program makes them again.
 */
import { optional } from '@tsuzuri/core/collections';
import { compareAddress, feedFile, minutesPath } from '@tsuzuri/core/urls';
import { followed } from './feed.ts';
import { escapeHtml } from './hardening.ts';
import { queryFeedsOf } from './query-feeds.ts';
import { type Entry, meetingsOf, pageAt, type Site, textOf } from './site.ts';
import { htmlOf } from './words.ts';

const FOLLOWED = ['term', 'person', 'body'] as const;

export function followLine(page: Entry, site: Site): string {
  const lines = [feeds(page, site), comparison(page, site), ...queries(page, site)].filter(Boolean);
  return lines.map(line => `<p class="follow-line" v-pre>${line}</p>`).join('');
}

function feeds(page: Entry, site: Site): string {
  const { label } = site;
  const other = followed(page, site);
  if (!other) return '';
  const own = page.kind === 'minutes' ? (other === page ? 'document' : 'meeting') : undefined;
  const kind = own ?? FOLLOWED.find(name => name === page.kind) ?? 'all';
  return htmlOf(label(`site.follow.${kind}`) + label('colon'), label) + feedLinks(other.path, site);
}

/** To both formats of a feed. */
function feedLinks(path: string, { place }: Site): string {
  const linkTo = (format: 'xml' | 'json', name: string): string =>
    `<a href="${escapeHtml(encodeURI(place.base + feedFile(path, format)))}">${name}</a>`;
  return linkTo('xml', 'Atom') + linkTo('json', 'JSON');
}

/** Below the search, those of the queries that the project lists. */
function queries(page: Entry, site: Site): string[] {
  if (page.path !== 'search') return [];
  const { label } = site;
  return queryFeedsOf(site).map(({ path, title, home }) => {
    const asked = `<a href="${escapeHtml(home)}">${htmlOf(title, label)}</a>`;
    return asked + htmlOf(label('colon'), label) + feedLinks(path, site);
  });
}

/** A document is set beside its earlier edition, and beside the one before it of its body, else one that a reader chooses. */
function comparison(page: Entry, { contents, label, place }: Site): string {
  if (page.kind !== 'minutes' || !pageAt('compare', contents)) return '';
  const meetings = meetingsOf(page, contents);
  const at = meetings.indexOf(page);
  const earlier = pageAt(minutesPath(textOf(page.matter.replaces)), contents);
  const linkTo = (other: Entry | undefined, says: 'site.compareEarlier' | 'site.compareThis'): string => {
    const address = compareAddress({ ...optional('a', other?.path), b: page.path });
    return `<a href="${escapeHtml(place.base + address.slice(1))}">${htmlOf(label(says), label)}</a>`;
  };
  const withOther = linkTo(meetings[at - 1] ?? meetings[at + 1], 'site.compareThis');
  return earlier ? linkTo(earlier, 'site.compareEarlier') + withOther : withOther;
}
