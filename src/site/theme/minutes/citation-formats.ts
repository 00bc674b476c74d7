/** Writes what is cited as programs and Wikipedia read it: RIS, BibTeX, CSL-JSON, {{Cite web}}. */

/** A place in minutes, or all of them, as a source; what nobody knows is absent. */
export interface Source {
  /** `2012-11-01-isc-31-u7`, `2024:kouzu-1-u4`, `2024:kouzu-1`: no other place of the site has it. */
  readonly id: string;
  readonly title: string;
  /** The body that met: `情報セキュリティ政策会議`. */
  readonly author?: string | undefined;
  /** Who issued the document. */
  readonly publisher?: string | undefined;
  /** `議事要旨` */
  readonly genre?: string | undefined;
  /** `2012-11-01` */
  readonly date?: string | undefined;
  /** What is known in place of a date: `2015年度`. */
  readonly when?: string | undefined;
  readonly site: string;
  /** Who speaks, where in the document: `野原本部員、発言6`; empty for all of it. */
  readonly place: string;
  /** First and last page of the original on which it stands. */
  readonly pages?: readonly [first: number, last: number] | undefined;
  readonly url: string;
  /** That a newer edition has replaced it: `旧版` */
  readonly edition?: string | undefined;
  /** What the document was made of: `原本：『会議録』（見本町議会、2026年4月1日取得） https://…` */
  readonly original?: string | undefined;
  /** Day on which the page was read: `2026-11-27`. */
  readonly accessed: string;
  /** `ja` */
  readonly language: string;
}

interface Format {
  readonly name: string;
  readonly write: (source: Source) => string;
}

/** A format more is an entry more: the menu shows them in this order. */
export const FORMATS: readonly Format[] = [
  { name: 'RIS', write: ris },
  { name: 'BibTeX', write: bibtex },
  { name: 'CSL-JSON', write: cslJson },
  { name: 'Wikipedia', write: wikipedia },
];

const noteOf = ({ place, edition, original }: Partial<Source>): string =>
  [place, edition, original].filter(Boolean).join('; ');

/** `3`, `3-4` */
const range = ({ pages }: Source, dash: string): string | undefined => pages && [...new Set(pages)].join(dash);

type Fields = readonly (readonly [name: string, value: string | undefined])[];

const known = (fields: Fields): [string, string][] =>
  fields.flatMap(([name, value]) => (value ? [[name, value.replace(/\s+/g, ' ').trim()]] : []));

/** @see https://en.wikipedia.org/wiki/RIS_(file_format) : lines end with CR LF, dates have slashes */
function ris(source: Source): string {
  const fields: Fields = [
    ['TY', 'RPRT'],
    ['ID', source.id],
    ['AU', source.author],
    ['TI', source.title],
    ['M3', source.genre],
    ['PB', source.publisher],
    ['PY', source.date?.slice(0, 4)],
    ['DA', source.date?.replaceAll('-', '/') ?? (source.when && `///${source.when}`)],
    ['SP', source.pages && String(source.pages[0])],
    ['EP', source.pages && String(source.pages[1])],
    ['DB', source.site],
    ['N1', noteOf(source)],
    ['UR', source.url],
    ['Y2', source.accessed.replaceAll('-', '/')],
    ['LA', source.language],
  ];
  const lines = known(fields).map(([tag, value]) => `${tag}  - ${value}`);
  return [...lines, 'ER  - ', ''].join('\r\n');
}

/** Braces and a backslash have their commands: BibTeX counts braces, with a backslash before them or not. */
const IN_TEX: Readonly<Record<string, string>> = {
  '{': '\\textbraceleft{}',
  '}': '\\textbraceright{}',
  '\\': '\\textbackslash{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
};
const inTex = (text: string): string => text.replace(/[{}\\~^#$%&_]/g, found => IN_TEX[found] ?? `\\${found}`);

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** Double braces keep the names of bodies whole and NISC in capitals. */
function bibtex(source: Source): string {
  const [year, month, day] = source.date?.split('-') ?? [];
  const note = noteOf(source);
  const fields: Fields = [
    ['author', source.author && `{{${inTex(source.author)}}}`],
    ['title', `{{${inTex(source.title)}}}`],
    ['institution', `{${inTex(source.publisher ?? source.author ?? source.site)}}`],
    ['type', source.genre && `{${inTex(source.genre)}}`],
    ['year', year ?? (source.when && `{${inTex(source.when)}}`)],
    ['month', month && MONTHS[Number(month) - 1]],
    ['day', day && String(Number(day))],
    ['pages', source.pages && `{${range(source, '--')}}`],
    ['note', note && `{${inTex(note)}}`],
    ['url', `{${inAddress(source.url)}}`],
    ['urldate', `{${source.accessed}}`],
  ];
  const lines = known(fields).map(([name, value]) => `  ${name} = ${value}`);
  return `@techreport{${source.id.replace(/[^\p{L}\p{N}:._-]+/gu, '-')},\n${lines.join(',\n')}\n}\n`;
}

/** @see https://github.com/citation-style-language/schema/blob/master/schemas/input/csl-data.json */
function cslJson(source: Source): string {
  const { id, title, author, publisher, genre, date, when, site, url, accessed, language } = source;
  const parts = (day: string) => ({ 'date-parts': [day.split('-').map(Number)] });
  const item = {
    id,
    type: 'report',
    title,
    author: author && [{ literal: author }],
    publisher,
    genre,
    issued: date ? parts(date) : when && { literal: when },
    'container-title': site,
    page: range(source, '-'),
    note: noteOf(source),
    URL: url,
    accessed: parts(accessed),
    language,
  };
  return `${JSON.stringify([item], (_, value) => value || undefined, 2)}\n`;
}

/** What would end a value, open a template, a link or a tag, or sign with a name. */
const inWiki = (text: string): string => text.replace(/[|={}[\]<>~'&]/g, found => `&#${found.charCodeAt(0)};`);

/**
 * Of page, pages and at it takes one only; it has no parameter for an original. What has none is said behind it.
 * @see https://ja.wikipedia.org/wiki/Template:Cite_web
 */
function wikipedia(source: Source): string {
  const [first, last] = source.pages ?? [];
  const fields: Fields = [
    ['author', source.author && inWiki(source.author)],
    ['url', inAddress(source.url)],
    ['title', inWiki(source.title)],
    [first === last ? 'page' : 'pages', range(source, '-')],
    ['at', source.pages ? undefined : inWiki(source.place)],
    ['website', inWiki(source.site)],
    ['publisher', source.publisher && inWiki(source.publisher)],
    ['date', source.date],
    ['accessdate', source.accessed],
    ['language', source.language],
  ];
  const values = known(fields).map(([name, value]) => `|${name}=${value}`);
  const behind = noteOf(source.pages ? source : { ...source, place: '' });
  return `{{Cite web ${values.join(' ')}}} ${inWiki(behind.replace(/\s+/g, ' '))}`.trim();
}

/** An address may hold such characters behind its `#`. */
const inAddress = (url: string): string => url.replace(/[|{}[\]<>\\^~'"\s]/g, encodeURIComponent);
