/** Says where words of minutes come from: in a sentence, as a source for programs. */
import { day, originalInWords, withEdition } from '@tsuzuri/core/front-matter';
import type { Original } from '@tsuzuri/core/minutes';
import { nameOfMinutes } from '@tsuzuri/core/urls';
import type { OriginalPages } from '@tsuzuri/print/data/corrections';
import { label } from '../label.ts';
import type { Source } from './citation-formats.ts';
import { isDocument } from './part-name.ts';
import { addressOf, blocksIn, placesOf } from './position.ts';
import { sayingsIn } from './sayings.ts';

/** What the head of minutes says, as far as a citation needs it. */
export interface Cited {
  /** `minutes/2024/kouzu-1` */
  readonly path: string;
  /** Of the page, where the site knows it: a preview is never cited. */
  readonly address?: string | undefined;
  readonly title: string;
  readonly body?: string;
  readonly document?: string;
  readonly issuer?: string;
  readonly date?: string;
  readonly era?: string;
  readonly fiscal?: number;
  readonly original?: Original;
  /** Name of the newer edition. */
  readonly replacedBy?: string;
  readonly originalPages?: OriginalPages;
  /** Title of the site. */
  readonly site: string;
}

/** What is cited: a part of minutes, all of them by their title, or what a reader has selected there. */
export interface Place {
  readonly part: Element;
  readonly range?: Range;
}

/** `野原本部員「…」（サイバーセキュリティ戦略本部 第31回会合 議事概要、2021年9月27日、発言6、原本3ページ、https://…#u6）`; what was said keeps its own 「」. Of several speakers each is quoted: `野原本部員「…」／村井本部員「…」（…）`. A document as a whole is named, not quoted. */
export function quotation(place: Place, cited: Cited): string {
  const { part, range } = place;
  const { title, body } = cited;
  // As the document calls itself: sessions are counted again each year, and some are regular ones, of a house, or drafts.
  const meeting = !body || title.includes(body) ? title : `${body} ${title}`;
  const source = [
    withEdition(meeting, { matter: { ...cited } }, label),
    dateOf(cited),
    placesOf(part, range),
    pagesInWords(place, cited),
    citedAddress(part, cited),
  ];
  const sourceInWords = source.filter(Boolean).join(label('comma'));
  if (isWhole(place)) return sourceInWords;
  const quoted = sayingsIn(part, range).map(({ speaker, words }) => {
    const said = label('quoted', { words });
    return speaker ? label('theme.saidBy', { speaker, words: said }) : said;
  });
  return quoted.join(label('theme.nextSaying')) + label('bracketed', { words: sourceInWords });
}

/** Whether it is a document as a whole. */
export const isWhole = ({ part, range }: Place): boolean => isDocument(part) && !range;

/** `原本3-4ページ`; nothing where nobody knows. */
export function pagesInWords(place: Place, cited: Cited): string | undefined {
  const pages = pagesOf(place, cited);
  return pages && label('theme.onPages', { pages: [...new Set(pages)].join('-') });
}

/** First and last page of the original on which words stand. */
function pagesOf(place: Place, { originalPages }: Cited): readonly [first: number, last: number] | undefined {
  const { part, range } = place;
  if (!originalPages || isWhole(place)) return undefined;
  const all = [...(part.closest('.vp-doc')?.querySelectorAll('[data-b]') ?? [])];
  const pages = blocksIn(part, range).flatMap(block => pagesOfBlock(all.indexOf(block), originalPages));
  return pages.length > 0 ? [Math.min(...pages), Math.max(...pages)] : undefined;
}

function pagesOfBlock(number: number, pages: OriginalPages): number[] {
  const [block, first, last] = pages.findLast(([block]) => block <= number) ?? [];
  return last === undefined ? [] : block === number ? [Number(first), last] : [last];
}

/** @param today `2026-11-27` */
export function sourceOf(place: Place, cited: Cited, today: string): Source {
  const { part } = place;
  const { path, title, body, issuer, document, date, site, original } = cited;
  return {
    id: [nameOfMinutes(path).replaceAll('/', ':'), ...(isDocument(part) ? [] : [part.id])].join('-'),
    title,
    author: body ?? issuer,
    publisher: issuer,
    genre: document,
    date,
    when: dateOf(cited),
    site,
    place: isWhole(place) ? '' : [speakersOf(place), placesOf(part, place.range)].filter(Boolean).join(label('comma')),
    pages: pagesOf(place, cited),
    edition: withEdition('', { matter: { ...cited } }, label),
    original: original && sentenceOf(original),
    url: citedAddress(part, cited),
    accessed: today,
    language: 'ja',
  };
}

/** Where the site stands, also of a preview; where nobody knows that, where the reader is. */
export function citedAddress(part: Element, { address }: Cited): string {
  const here = new URL(addressOf(part));
  return address === undefined ? here.href : new URL(here.hash, address).href;
}

/** `﨑山議員／渡邉町長` */
function speakersOf({ part, range }: Place): string {
  const speakers = sayingsIn(part, range).map(({ speaker }) => speaker);
  return [...new Set(speakers.filter(Boolean))].join(label('theme.nextSaying'));
}

function sentenceOf(original: Original): string {
  const { name, more } = originalInWords(original, label);
  return [label('theme.original') + label('colon') + name + more, original.url].filter(Boolean).join(' ');
}

function dateOf({ date, era, fiscal }: Cited): string | undefined {
  return (date && day(date, label)) || era || (fiscal ? label('fiscalYear', { year: fiscal }) : undefined);
}
