/** Tells search engines what a page is about, in the words of schema.org. */
import { text } from '../src/7-print/matter.ts';
import type { Entry } from './book.ts';
import { describe } from './describe.ts';
import { addressOf, type Site } from './site.ts';

/** A thing of schema.org; what is not known of it is undefined, which JSON leaves out. */
type Thing = { readonly '@type': string } & Readonly<Record<string, unknown>>;

const ABOUT: Readonly<Partial<Record<Entry['kind'], (page: Entry, site: Site) => Thing | undefined>>> = {
  minutes: meetingOf,
  term: termOf,
};

/** JSON-LD for a `<script>`, which no word of a page can end; nothing for pages that are about no such thing. */
export function linkedData(page: Entry, site: Site): string | undefined {
  const thing = ABOUT[page.kind]?.(page, site);
  return thing && JSON.stringify({ '@context': 'https://schema.org', ...thing }).replace(/</g, '\\u003c');
}

/** Only where the scan names a body and a day: slides are no meeting. */
function meetingOf(page: Entry, site: Site): Thing | undefined {
  const [body, parent, date, start, end, venue] = ['body', 'parent', 'date', 'start', 'end', 'venue'].map(key =>
    text(page.matter, key),
  );
  if (body === undefined || date === undefined) return undefined;
  return {
    '@type': 'Event',
    name: page.title,
    description: describe(page),
    startDate: moment(date, start),
    endDate: end && moment(date, end),
    location: venue, // in the words of the scan: 「Web 会議形式での開催」 is no Place
    organizer: { ...organisation(body), parentOrganization: parent && organisation(parent) },
    url: addressOf(page.path, site),
  };
}

const organisation = (name: string): Thing => ({ '@type': 'Organization', name });

/** `2012-11-01T17:30:00+09:00`; the day alone where the hour is not known. */
function moment(date: string, time: string | undefined): string {
  return time && /^\d\d:\d\d$/.test(time) ? `${date}T${time}:00+09:00` : date;
}

function termOf(page: Entry, site: Site): Thing {
  return {
    '@type': 'DefinedTerm',
    name: page.title,
    alternateName: otherNames(page.matter).filter(name => name !== page.title),
    description: describe(page),
    inDefinedTermSet: { '@type': 'DefinedTermSet', name: '用語集', url: addressOf('glossary/index', site) },
    url: addressOf(page.path, site),
  };
}

/** Other spellings, names of other times, what the short name stands for; each once. The cards were checked before. */
function otherNames(matter: Entry['matter']): string[] {
  const {
    aliases = [],
    names = [],
    expansion,
  } = matter as {
    aliases?: string[];
    names?: { name: string }[];
    expansion?: string;
  };
  return [...new Set([...aliases, ...names.map(({ name }) => name), ...(expansion === undefined ? [] : [expansion])])];
}
