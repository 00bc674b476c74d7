/** Says in the vocabulary of schema.org what a page is about and where it stands: JSON-LD for its head. */
import { text } from '@tsuzuri/core/front-matter';
import type { Original } from '@tsuzuri/core/minutes';
import { bodyPath, FOLDERS, indexPath, minutesPath, personPath } from '@tsuzuri/core/urls';
import { describe } from './description.ts';
import { addressOf, type Entry, linkTo, pageAt, type Site } from './site.ts';

/** A thing of schema.org; what is not known of it is undefined, which JSON leaves out. */
type Thing = { readonly '@type': string } & Readonly<Record<string, unknown>>;
type Maker = (page: Entry, site: Site) => Thing | undefined;

const ABOUT: Readonly<Partial<Record<Entry['kind'], Maker>>> = {
  minutes: meetingOrDocument,
  term: termOf,
  person: (page, site) => person(page.title, site),
  body: (page, site) => organisation(page.title, site),
  text: (page, site) => (page.path === 'index' ? website(site) : undefined),
};

/** @returns JSON for as many scripts, which no word of a page can end */
export function linkedData(page: Entry, site: Site): string[] {
  const things = [ABOUT[page.kind]?.(page, site), breadcrumbs(page, site)].filter(thing => thing !== undefined);
  return things.map(thing => JSON.stringify({ '@context': 'https://schema.org', ...thing }).replace(/</g, '\\u003c'));
}

/** JSON-LD has IRIs: a name stays a name. */
const iriOf = (path: string, site: Site): string => decodeURI(linkTo(path, site));

/** Of the Dublin Core: schema.org has no such property of works. */
const REPLACES = 'http://purl.org/dc/terms/replaces';
const REPLACED_BY = 'http://purl.org/dc/terms/isReplacedBy';

/** What makes a document worth telling of that is no meeting. */
const SAID = ['hasPart', 'isBasedOn', REPLACES, REPLACED_BY];

/** Only where the scan names a body and a day it is a meeting: slides are none. */
function meetingOrDocument(page: Entry, site: Site): Thing | undefined {
  const [body, parent, date, start, end, venue] = ['body', 'parent', 'date', 'start', 'end', 'venue'].map(key =>
    text(page.matter, key),
  );
  const document = documentOf(page, site);
  if (body === undefined || date === undefined) return SAID.some(key => document[key]) ? document : undefined;
  return {
    '@type': 'Event',
    name: page.title,
    description: describe(page, site),
    startDate: moment(date, start),
    endDate: end && moment(date, end),
    location: venue, // in the words of the scan: 「Web 会議形式での開催」 is no Place
    organizer: { ...organisation(body, site), parentOrganization: parent && organisation(parent, site) },
    recordedIn: document,
    url: addressOf(page.path, site),
  };
}

/** `2012-11-01T17:30:00+09:00`; the day alone where the hour is not known. */
function moment(date: string, time: string | undefined): string {
  return time && /^\d\d:\d\d$/.test(time) ? `${date}T${time}:00+09:00` : date;
}

interface Speech {
  readonly id: string;
  readonly label?: string;
  readonly name?: string;
}

/** Of a longer meeting the first ones: what they say stands in the page. */
const MOST_SPEECHES = 200;

/** The minutes, with the speeches in them; `hasPart` says of each that it `isPartOf` them. */
function documentOf(page: Entry, site: Site): Thing {
  const {
    speeches = [],
    date,
    original,
    replaces,
    replacedBy,
  } = page.matter as {
    speeches?: readonly Speech[];
    date?: unknown;
    original?: Original;
    replaces?: string;
    replacedBy?: string;
  };
  const url = iriOf(page.path, site);
  const parts = speeches.slice(0, MOST_SPEECHES).map(
    ({ id, label, name }): Thing => ({
      '@type': 'Quotation',
      '@id': `${url}#${id}`,
      position: Number(id.slice(1)), // 発言6 of the page
      dateCreated: date,
      creator: name && person(name, site),
      creditText: label,
    }),
  );
  return {
    '@type': 'CreativeWork',
    '@id': url,
    name: page.title,
    hasPart: parts.length > 0 ? parts : undefined,
    isBasedOn: original && originalOf(original, site),
    [REPLACES]: editionOf(replaces, site),
    [REPLACED_BY]: editionOf(replacedBy, site),
  };
}

function editionOf(name: string | undefined, site: Site): { '@id': string } | undefined {
  const url = name === undefined ? undefined : pageUrl(minutesPath(name), site);
  return url === undefined ? undefined : { '@id': url };
}

/** The document that the scan was made of. */
const originalOf = ({ url, title, publisher, pages }: Original, site: Site): Thing => ({
  '@type': 'CreativeWork',
  name: title,
  url,
  // A range says which pages the scan holds, not how many there are.
  numberOfPages: pages && !pages.includes('-') ? Number(pages) : undefined,
  pagination: pages?.includes('-') ? pages : undefined,
  publisher: publisher && organisation(publisher, site),
});

/** Names are as the scan writes them; who has a page is led to. */
const person = (name: string, site: Site): Thing => ({ '@type': 'Person', name, url: pageUrl(personPath(name), site) });
const organisation = (name: string, site: Site): Thing => ({
  '@type': 'Organization',
  name,
  url: pageUrl(bodyPath(name), site),
});

function pageUrl(path: string | undefined, site: Site): string | undefined {
  return path !== undefined && pageAt(path, site.contents) ? iriOf(path, site) : undefined;
}

function termOf(page: Entry, site: Site): Thing {
  return {
    '@type': 'DefinedTerm',
    name: page.title,
    alternateName: otherNames(page.matter).filter(name => name !== page.title),
    description: describe(page, site),
    inDefinedTermSet: {
      '@type': 'DefinedTermSet',
      name: site.label('pages.glossary'),
      url: addressOf(indexPath('terms'), site),
    },
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

/** Programs can only ask a search that has a page, at an address that is known. */
function website(site: Site): Thing {
  const search = pageAt('search', site.contents) ? addressOf('search', site) : undefined;
  return {
    '@type': 'WebSite',
    name: site.title,
    description: site.description,
    inLanguage: site.label.language,
    url: addressOf('index', site),
    potentialAction: search && {
      '@type': 'SearchAction',
      target: { '@type': 'EntryPoint', urlTemplate: `${search}?q={query}` },
      'query-input': 'required name=query',
    },
  };
}

/** From the home page over the list of its kind to the page. */
function breadcrumbs({ path, title }: Entry, site: Site): Thing | undefined {
  if (path === 'index') return undefined;
  const list = Object.values(FOLDERS).find(folder => path.startsWith(folder));
  const way = ['index', ...(list && path !== `${list}index` ? [`${list}index`] : [])];
  const above = way.flatMap(step => pageAt(step, site.contents) ?? []);
  const steps = [...above.map(page => [page.path === 'index' ? site.title : page.title, page.path]), [title, path]];
  return {
    '@type': 'BreadcrumbList',
    itemListElement: steps.map(([name = '', step = ''], index) => ({
      '@type': 'ListItem',
      position: index + 1,
      name,
      item: iriOf(step, site),
    })),
  };
}
