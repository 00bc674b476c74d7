/** Says where words of minutes come from: in a sentence, as a source for programs. */
import { day, originalInWords } from '@tsuzuri/core/front-matter';
import type { Original } from '@tsuzuri/core/minutes';
import { label } from '../label.ts';
import type { Source } from './citation-formats.ts';
import { addressOf, placeInWords, placeOf, speakerOf } from './position.ts';

/** What the head of minutes says, as far as a citation needs it. */
export interface Cited {
  readonly title: string;
  readonly body?: string;
  readonly document?: string;
  readonly issuer?: string;
  readonly date?: string;
  readonly era?: string;
  readonly fiscal?: number;
  readonly original?: Original;
  /** Title of the site. */
  readonly site: string;
}

/** `野原本部員「…」（サイバーセキュリティ戦略本部 第31回会合 議事概要、2021年9月27日、発言6、https://…#u6）`; what was said keeps its own 「」. */
export function quotation(part: Element, words: string, cited: Cited): string {
  const { title, body } = cited;
  // As the document calls itself: sessions are counted again each year, and some are regular ones, of a house, or drafts.
  const meeting = !body || title.includes(body) ? title : `${body} ${title}`;
  const source = [meeting, dateOf(cited) ?? '', ...placeOf(part), addressOf(part)].filter(Boolean);
  const speaker = speakerOf(part);
  const quoted = label('quoted', { words });
  return (
    (speaker ? label('theme.saidBy', { speaker, words: quoted }) : quoted) +
    label('bracketed', { words: source.join(label('comma')) })
  );
}

/** @param today `2026-11-27` */
export function sourceOf(part: Element, cited: Cited, today: string): Source {
  const { title, body, issuer, document, date, site, original } = cited;
  return {
    id: `${decodeURI(location.pathname).replace(/\/$/, '').split('/').at(-1)}-${part.id}`,
    title,
    author: body ?? issuer,
    publisher: issuer,
    genre: document,
    date,
    when: dateOf(cited),
    site,
    place: placeInWords(part),
    original: original && sentenceOf(original),
    url: addressOf(part),
    accessed: today,
    language: 'ja',
  };
}

function sentenceOf(original: Original): string {
  const { name, more } = originalInWords(original, label);
  return [label('theme.original') + label('colon') + name + more, original.url].filter(Boolean).join(' ');
}

function dateOf({ date, era, fiscal }: Cited): string | undefined {
  return (date && day(date, label)) || era || (fiscal ? label('fiscalYear', { year: fiscal }) : undefined);
}
