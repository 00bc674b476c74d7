/** What PDF/A-3a and PDF/UA-1 ask of a file, as far as its objects tell; each rule gives what breaks it. */
import { readFileSync } from 'node:fs';
import { run } from './readers.ts';

/** An object as `qpdf --json` says it: `"12 0 R"` is a reference, `"u:文"` a text, `"/Link"` a name. */
type Value = unknown;
type Dictionary = Readonly<Record<string, Value>>;

export interface OpenedPdf {
  readonly bytes: Buffer;
  readonly trailer: Dictionary;
  readonly catalog: Dictionary;
  readonly info: Dictionary;
  /** XMP, as it stands in the file: a reader without PDF finds it there. */
  readonly xmp: string;
  /** All dictionaries, those of streams and those inside others too. */
  readonly dictionaries: readonly Dictionary[];
  readonly follow: (value: Value) => Value;
}

interface Json {
  readonly qpdf: readonly [unknown, Readonly<Record<string, { value?: Value; stream?: { dict: Dictionary } }>>];
}

export function openPdf(file: string): OpenedPdf {
  const [, objects] = (JSON.parse(run('qpdf', '--json', file)) as Json).qpdf;
  const contentOf = (name: string): Value => objects[name]?.value ?? objects[name]?.stream?.dict;
  const follow = (value: Value): Value =>
    typeof value === 'string' && /^\d+ \d+ R$/.test(value) ? contentOf(`obj:${value}`) : value;
  const trailer = contentOf('trailer') as Dictionary;
  const bytes = readFileSync(file);
  const xmp = bytes.toString('utf8', bytes.lastIndexOf('<?xpacket begin'), bytes.lastIndexOf('<?xpacket end'));
  const dictionaries = Object.keys(objects).flatMap(name => dictionariesIn(contentOf(name)));
  const [catalog, info] = ['/Root', '/Info'].map(key => follow(trailer[key]) as Dictionary) as [Dictionary, Dictionary];
  return { bytes, trailer, catalog, info, xmp, dictionaries, follow };
}

const isDictionary = (value: Value): value is Dictionary =>
  value !== null && typeof value === 'object' && !Array.isArray(value);
const listOf = (value: Value): readonly Value[] => (Array.isArray(value) ? value : value === undefined ? [] : [value]);

function dictionariesIn(value: Value): Dictionary[] {
  if (Array.isArray(value)) return value.flatMap(dictionariesIn);
  return isDictionary(value) ? [value, ...Object.values(value).flatMap(dictionariesIn)] : [];
}

const typed = ({ dictionaries }: OpenedPdf, type: string): readonly Dictionary[] =>
  dictionaries.filter(dictionary => dictionary['/Type'] === type);
const annotations = (pdf: OpenedPdf): readonly Dictionary[] => typed(pdf, '/Annot');
const pages = (pdf: OpenedPdf): readonly Dictionary[] => typed(pdf, '/Page');
/** Elements of the structure tree: those with a parent in it, and the topmost. */
const elements = ({ dictionaries }: OpenedPdf, ...types: string[]): readonly Dictionary[] =>
  dictionaries.filter(one => '/P' in one && '/S' in one && (types.length === 0 || types.includes(String(one['/S']))));
const childrenOf = ({ follow }: OpenedPdf, element: Dictionary): readonly Dictionary[] =>
  listOf(follow(element['/K'])).map(follow).filter(isDictionary);
const without = (dictionaries: readonly Dictionary[], ...keys: string[]): readonly Dictionary[] =>
  dictionaries.filter(dictionary => keys.some(key => !(key in dictionary)));
const unless = (holds: unknown, said: unknown): readonly unknown[] => (holds ? [] : [said]);
const keysUsed = ({ dictionaries }: OpenedPdf, ...keys: string[]): readonly Dictionary[] =>
  dictionaries.filter(dictionary => keys.some(key => key in dictionary));
const xmpValue = ({ xmp }: OpenedPdf, name: string): string | undefined =>
  new RegExp(`<${name}>(?:<rdf:\\w+>)*(?:<rdf:li[^>]*>)?([^<]*)`).exec(xmp)?.[1];
/** `u:D:20261122000000Z` → `2026-11-22T00:00:00Z` */
const isoDate = (said: Value): string =>
  String(said).replace(/^u:D:(....)(..)(..)(..)(..)(..)Z.*/, '$1-$2-$3T$4:$5:$6Z');
const unescapeXml = (text = ''): string =>
  text.replace(
    /&(lt|gt|quot|apos|amp);/g,
    (_, name: string) => ({ lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' })[name] ?? '',
  );

const STANDARD = new Set(
  'Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private P H H1 H2 H3 H4 H5 H6 L LI Lbl LBody Table TR TH TD THead TBody TFoot Span Quote Note Reference BibEntry Code Link Annot Ruby RB RT RP Warichu WT WP Figure Formula Form'
    .split(' ')
    .map(name => `/${name}`),
);
const EXTENSION =
  /<pdfaSchema:namespaceURI>http:\/\/www\.aiim\.org\/pdfua\/ns\/id\/<.*?<pdfaProperty:name>part<.*?<pdfaProperty:valueType>Integer</s;

/** ISO 19005-3 (A) and ISO 14289-1 (UA), by clause. */
export const RULES: readonly (readonly [rule: string, faults: (pdf: OpenedPdf) => readonly unknown[]])[] = [
  [
    'A 6.1.2: a head of PDF 1.7, then four bytes above 127',
    ({ bytes }) => unless(/^%PDF-1\.7\n%[\x80-\xff]{4}/.test(bytes.toString('latin1', 0, 20)), bytes.subarray(0, 20)),
  ],
  [
    'A 6.1.3: an ID, no encryption, nothing behind the end',
    ({ trailer, bytes }) => [
      ...unless(listOf(trailer['/ID']).length === 2 && !('/Encrypt' in trailer), trailer),
      ...unless(/%%EOF\s?$/.test(bytes.toString('latin1', bytes.length - 7)), 'no end'),
    ],
  ],
  [
    'A 6.1.7: no stream in another file, no LZW, no filter of cryptography',
    pdf =>
      pdf.dictionaries.filter(
        one => '/FFilter' in one || listOf(one['/Filter']).some(name => name === '/LZWDecode' || name === '/Crypt'),
      ),
  ],
  ['A 6.1.12: no XFA, no requirements', pdf => keysUsed(pdf, '/XFA', '/Requirements', '/AcroForm')],
  [
    'A 6.2.3: one output intent with a profile',
    ({ catalog, follow }) =>
      unless(
        listOf(follow(catalog['/OutputIntents']))
          .map(follow)
          .some(
            one => isDictionary(one) && one['/S'] === '/GTS_PDFA1' && isDictionary(follow(one['/DestOutputProfile'])),
          ),
        catalog['/OutputIntents'],
      ),
  ],
  [
    'A 6.2.4.3: no resource in colours of printing inks',
    pdf => unless(!JSON.stringify(pdf.dictionaries).includes('/DeviceCMYK'), '/DeviceCMYK'),
  ],
  [
    'A 6.2.9: no PostScript, no alternate pictures',
    pdf => [
      ...keysUsed(pdf, '/Alternates', '/OPI', '/Ref'),
      ...pdf.dictionaries.filter(one => one['/Subtype'] === '/PS'),
    ],
  ],
  [
    'A 6.2.10: nothing transparent',
    pdf =>
      pdf.dictionaries.filter(
        one =>
          isDictionary(one['/SMask']) || [one['/ca'], one['/CA']].some(value => typeof value === 'number' && value < 1),
      ),
  ],
  [
    'A 6.2.11.4: every font is in the file',
    pdf =>
      typed(pdf, '/FontDescriptor').filter(one => !['/FontFile', '/FontFile2', '/FontFile3'].some(key => key in one)),
  ],
  [
    'A 6.2.11.3: fonts by glyph number say how',
    pdf =>
      without(
        pdf.dictionaries.filter(one => one['/Subtype'] === '/CIDFontType2'),
        '/CIDToGIDMap',
      ),
  ],
  [
    'A 6.2.11.7: every font says its letters',
    pdf =>
      without(
        pdf.dictionaries.filter(one => one['/Subtype'] === '/Type0'),
        '/ToUnicode',
      ),
  ],
  [
    'A 6.3: only links, and those are printed',
    pdf => annotations(pdf).filter(one => one['/Subtype'] !== '/Link' || one['/F'] !== 4),
  ],
  [
    'A 6.5: no action but to open an address',
    pdf => [
      ...keysUsed(pdf, '/AA', '/OpenAction'),
      ...pdf.dictionaries.filter(
        one => isDictionary(one['/A']) && (one['/A'] as Dictionary)['/S'] !== '/URI' && one['/Subtype'] === '/Link',
      ),
    ],
  ],
  [
    'A 6.6.2: metadata without a filter',
    ({ catalog, follow }) => [follow(catalog['/Metadata'])].filter(one => !isDictionary(one) || '/Filter' in one),
  ],
  ['A 6.6.2.3: the claim of PDF/UA is described', ({ xmp }) => unless(EXTENSION.test(xmp), xmp)],
  [
    'A 6.6.3: Info and XMP agree',
    pdf =>
      [
        [pdf.info['/Title'], `u:${unescapeXml(xmpValue(pdf, 'dc:title'))}`],
        [isoDate(pdf.info['/CreationDate'] ?? xmpValue(pdf, 'xmp:CreateDate')), xmpValue(pdf, 'xmp:CreateDate')],
        [pdf.info['/Creator'], `u:${xmpValue(pdf, 'xmp:CreatorTool')}`],
      ].filter(([left, right]) => left !== right),
  ],
  [
    'A 6.6.4: says PDF/A-3a',
    pdf => unless(xmpValue(pdf, 'pdfaid:part') === '3' && xmpValue(pdf, 'pdfaid:conformance') === 'A', pdf.xmp),
  ],
  [
    'A 6.7.2: marked as tagged',
    ({ catalog, follow }) =>
      unless(
        (follow(catalog['/MarkInfo']) as Dictionary)['/Marked'] === true &&
          isDictionary(follow(catalog['/StructTreeRoot'])),
        catalog,
      ),
  ],
  [
    'A 6.7.3: types of elements that are known, or mapped to such',
    pdf => elements(pdf).filter(one => !STANDARD.has(String(roleOf(pdf, one)))),
  ],
  [
    'A 6.7.4: the language is Japanese',
    ({ catalog }) => unless(/^u:ja\b/.test(String(catalog['/Lang'])), catalog['/Lang']),
  ],
  [
    'A 6.8: each attachment says type, date and relation, and is named',
    pdf => typed(pdf, '/Filespec').filter(one => !isAttached(pdf, one)),
  ],
  ['UA 5: says PDF/UA-1', pdf => unless(xmpValue(pdf, 'pdfuaid:part') === '1', pdf.xmp)],
  [
    'UA 7.1: shows a title, not the name of the file',
    pdf =>
      unless(
        (pdf.follow(pdf.catalog['/ViewerPreferences']) as Dictionary)?.['/DisplayDocTitle'] === true &&
          xmpValue(pdf, 'dc:title'),
        pdf.catalog,
      ),
  ],
  [
    'UA 7.1: no doubt about the tags',
    ({ catalog, follow }) => unless((follow(catalog['/MarkInfo']) as Dictionary)['/Suspects'] !== true, 'Suspects'),
  ],
  ['UA 7.1: every page is part of the structure', pdf => without(pages(pdf), '/StructParents')],
  ['UA 7.1: every tie to the structure leads there', pdf => danglingTies(pdf)],
  ['UA 7.3: every picture is described', pdf => without(elements(pdf, '/Figure', '/Formula'), '/Alt')],
  ['UA 7.4: headings without a gap', pdf => gapsOf(pdf)],
  [
    'UA 7.5: cells of a head say of what',
    pdf => elements(pdf, '/TH').filter(one => !JSON.stringify(pdf.follow(one['/A']) ?? '').includes('/Scope')),
  ],
  [
    'UA 7.5, ISO 32000-1 14.8.5.4.3: a table on one page says where',
    pdf =>
      elements(pdf, '/Table').filter(
        one => onOnePage(pdf, one) && !JSON.stringify(pdf.follow(one['/A']) ?? '').includes('/BBox'),
      ),
  ],
  [
    'UA 7.6: lists have items, items a body',
    pdf => [
      ...elements(pdf, '/L').filter(one =>
        childrenOf(pdf, one).some(child => !['/LI', '/L', '/Caption'].includes(String(child['/S']))),
      ),
      ...elements(pdf, '/LI').filter(one => !childrenOf(pdf, one).some(child => child['/S'] === '/LBody')),
    ],
  ],
  ['UA 7.9: every note has a name', pdf => without(elements(pdf, '/Note'), '/ID')],
  [
    'UA 7.18.1: every link is described, in words',
    pdf => annotations(pdf).filter(one => !/^(?:u:(?=.*\S)|b:)/.test(String(one['/Contents']))),
  ],
  [
    'UA 7.18.3: pages with links are read in their order',
    pdf => pages(pdf).filter(one => '/Annots' in one && one['/Tabs'] !== '/S'),
  ],
  [
    'UA 7.18.5: every link stands in an element Link',
    pdf => unless(linked(pdf) === annotations(pdf).length, `${linked(pdf)} of ${annotations(pdf).length}`),
  ],
];

function roleOf({ catalog, follow }: OpenedPdf, { '/S': name }: Dictionary): Value {
  const roles = follow((follow(catalog['/StructTreeRoot']) as Dictionary)['/RoleMap']) as Dictionary | undefined;
  return roles?.[String(name)] ?? name;
}

/** `/F`, `/UF`, the relation; the stream has a type and a date; catalog and tree of names lead to it. */
function isAttached({ catalog, follow }: OpenedPdf, file: Dictionary): boolean {
  const stream = follow((file['/EF'] as Dictionary | undefined)?.['/F']) as Dictionary | undefined;
  const dated = isDictionary(stream?.['/Params']) && '/ModDate' in (stream['/Params'] as Dictionary);
  const associated = listOf(follow(catalog['/AF'])).some(one => follow(one) === file);
  return (
    associated &&
    dated &&
    '/Subtype' in (stream ?? {}) &&
    without([file], '/F', '/UF', '/AFRelationship', '/Desc').length === 0
  );
}

function parentKeys({ catalog, follow }: OpenedPdf): Set<Value> {
  const root = follow((follow(catalog['/StructTreeRoot']) as Dictionary)['/ParentTree']) as Dictionary;
  const numbers = (node: Dictionary): readonly Value[] => [
    ...listOf(follow(node['/Nums'])).filter((_, index) => index % 2 === 0),
    ...listOf(follow(node['/Kids'])).flatMap(kid => numbers(follow(kid) as Dictionary)),
  ];
  return new Set(numbers(root));
}

function danglingTies(pdf: OpenedPdf): readonly Dictionary[] {
  const keys = parentKeys(pdf);
  const tied = [
    ...pages(pdf).map(page => page['/StructParents']),
    ...annotations(pdf).map(one => one['/StructParent']),
  ];
  return tied.filter(key => !keys.has(key)).map(key => ({ key }));
}

/** Headings in the order of the document, where one is more than a level below the one before. */
function gapsOf(pdf: OpenedPdf): readonly string[] {
  const levels: number[] = [];
  const walk = (element: Dictionary): void => {
    const level = /^\/H(\d)$/.exec(String(roleOf(pdf, element)))?.[1];
    if (level) levels.push(Number(level));
    for (const child of childrenOf(pdf, element)) walk(child);
  };
  walk(pdf.follow(pdf.catalog['/StructTreeRoot']) as Dictionary);
  return levels.flatMap((level, index) => (level > (levels[index - 1] ?? 0) + 1 ? [`H${level} at ${index}`] : []));
}

function onOnePage(pdf: OpenedPdf, element: Dictionary): boolean {
  const found = new Set<Value>();
  const walk = (one: Dictionary): void => {
    if ('/Pg' in one) found.add(one['/Pg']);
    for (const child of childrenOf(pdf, one)) walk(child);
  };
  walk(element);
  return found.size === 1;
}

const linked = (pdf: OpenedPdf): number =>
  elements(pdf, '/Link')
    .flatMap(one => childrenOf(pdf, one))
    .filter(child => child['/Type'] === '/OBJR').length;
