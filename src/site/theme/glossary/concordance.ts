/** Reads the mentions of a term from its page, and groups and sorts them. */

/** One mention, as its line shows it. */
export interface Line {
  readonly href: string;
  /** 2012年11月1日, or what the page has in its place. */
  readonly when: string;
  /** Nothing where the page states none. */
  readonly year: string;
  /** Words of the link: the speaker, or the heading. */
  readonly place: string;
  /** Nothing outside of speeches. */
  readonly speaker: string;
  readonly before: string;
  readonly term: string;
  readonly after: string;
}

export const ORDERS = ['document', 'year', 'speaker', 'before', 'after'] as const;
export type Order = (typeof ORDERS)[number];

interface Group {
  readonly name: string;
  readonly lines: readonly Line[];
}

/** Nearest to the term first. */
const reversed = (words: string): string => [...words].reverse().join('');

const GROUPINGS: Readonly<Record<Exclude<Order, 'document'>, (lines: readonly Line[]) => Group[]>> = {
  year: lines => grouped(lines, ({ year }) => year),
  speaker: lines => grouped(lines, ({ speaker }) => speaker),
  before: lines => [sorted(lines, ({ before }) => reversed(before))],
  after: lines => [sorted(lines, ({ after }) => after)],
};

/** Nothing by document: the page itself has that. */
export const groupsBy = (order: Order, lines: readonly Line[]): Group[] =>
  order === 'document' ? [] : GROUPINGS[order](lines);

/** By name; what has none comes last. */
function grouped(lines: readonly Line[], key: (line: Line) => string): Group[] {
  const { compare } = new Intl.Collator('ja');
  const names = [...new Set(lines.map(key))].sort((a, b) => Number(a === '') - Number(b === '') || compare(a, b));
  return names.map(name => ({ name, lines: lines.filter(line => key(line) === name) }));
}

function sorted(lines: readonly Line[], key: (line: Line) => string): Group {
  const { compare } = new Intl.Collator('ja');
  return { name: '', lines: [...lines].sort((a, b) => compare(key(a), key(b))) };
}

/** @param part of the page that has the lists: a heading for each document, then its mentions */
export function linesIn(part: Element | null | undefined): Line[] {
  const headings = Array.from(part?.querySelectorAll(':scope > h3[id^="in-"]') ?? []);
  return headings.flatMap(heading => {
    const when = heading.firstChild?.textContent?.trim() ?? '';
    const year = /\d{4}/.exec(when)?.[0] ?? '';
    const items = Array.from(heading.nextElementSibling?.children ?? []);
    return items.flatMap(item => lineOf(item, { when, year }));
  });
}

/** `<a>place</a>：before <strong>term</strong> after` */
function lineOf(item: Element, date: Pick<Line, 'when' | 'year'>): Line[] {
  const [link, term] = [item.querySelector('a'), item.querySelector('strong')];
  if (!link || !term) return [];
  const href = link.getAttribute('href') ?? '';
  const place = link.textContent ?? '';
  const [before = '', after = ''] = [textBetween(link, term).replace(/^(?:：|: )/, ''), textBetween(term, null)];
  return [
    { href, ...date, place, speaker: SPEECH.test(href) ? place : '', before, term: term.textContent ?? '', after },
  ];
}

/** `/minutes/2012-11-01-isc-31#u7` */
const SPEECH = /#u\d+$/;

function textBetween(start: Node, end: Node | null): string {
  const words: string[] = [];
  for (let node = start.nextSibling; node && node !== end; node = node.nextSibling) words.push(node.textContent ?? '');
  return words.join('');
}
