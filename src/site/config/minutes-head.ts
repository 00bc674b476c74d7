/** Writes the head of minutes: when and where it was, what the document is. It stands in the HTML alone; no program makes it again. */
import type { BookFile } from '@tsuzuri/core/book';
import { day, originalInWords } from '@tsuzuri/core/front-matter';
import type { Labels } from '@tsuzuri/core/labels';
import type { Original } from '@tsuzuri/core/minutes';
import { bodyPath, compareAddress, minutesPath, nameOfMinutes, pdfFile, scanFile, urlOf } from '@tsuzuri/core/urls';
import { sizeOf } from '../theme/home/size.ts';
import { escapeHtml } from './hardening.ts';
import { documentBooks, type Entry, newestEdition, pageAt, type Site } from './site.ts';
import { htmlOf } from './words.ts';

/** Front matter of minutes; what the scan does not say is absent. */
interface Matter {
  readonly body?: string;
  readonly parent?: string;
  readonly session?: number;
  readonly date?: string;
  readonly start?: string;
  readonly end?: string;
  readonly venue?: string;
  readonly document?: string;
  readonly draft?: boolean;
  readonly fiscal?: number;
  readonly issuer?: string;
  readonly scan?: { readonly file: string };
  readonly original?: Original;
  readonly replaces?: string;
  readonly edits?: number;
  readonly doubts?: number;
}

/** What it is called, and the HTML of what it is. */
type Row = readonly [name: string, html: string];

/**
 * Says below the title of minutes when and where it was; what the document is folds, so that the text begins on the
 * first screen of a phone.
 */
export function minutesHead(page: Entry, site: Site): string {
  const about = `<details v-pre><summary>${escapeHtml(site.label('theme.aboutDocument'))}</summary>${listOf(aboutRows(page, site))}</details>`;
  return `<div class="minutes-head">${editionNote(page, site)}<div class="meeting" v-pre>${listOf(meetingRows(page, site))}</div>${about}<CorrectionSwitch /></div>`;
}

/** Above all else, so that nobody quotes an earlier edition without knowing. */
function editionNote(page: Entry, site: Site): string {
  const newest = newestEdition(page, site.contents);
  if (!newest) return '';
  const newer = linkHtml(urlOf(newest.path), site.label('site.newerEdition'), site);
  return `<p class="edition-note" v-pre>${site.label('site.replaced', { newer })}${differences(page, newest, site)}</p>`;
}

/** Nothing where the site has no page that compares. */
const differences = (earlier: Entry, newer: Entry, site: Site): string =>
  pageAt('compare', site.contents)
    ? ` ${linkHtml(compareAddress({ a: earlier.path, b: newer.path }), site.label('site.differences'), site)}`
    : '';

function meetingRows(page: Entry, site: Site): Row[] {
  const { label } = site;
  const { date, fiscal, venue, original, scan } = page.matter as Matter;
  const time = timeOf(page.matter as Matter, label);
  const rows: Row[] = [];
  if (date) {
    const shown = `<time datetime="${escapeHtml(date)}">${escapeHtml(day(date, label))}</time>`;
    rows.push([label('theme.date'), [shown, escapeHtml(time)].filter(Boolean).join(' ')]);
  } else {
    if (fiscal) rows.push([label('theme.fiscal'), label('theme.fiscalNumber', { year: fiscal })]);
    if (time) rows.push([label('theme.time'), escapeHtml(time)]);
  }
  if (venue) rows.push([label('theme.venue'), htmlOf(venue, label)]);
  if (original) rows.push([label('theme.original'), originalHtml(original, label)]);
  else if (scan)
    rows.push([
      label('theme.original'),
      label('theme.originalUnknown') + scanLink(page, site, label('theme.scanAlone')),
    ]);
  return rows;
}

function timeOf({ start, end }: Matter, label: Labels): string {
  return start && end ? label('theme.span', { from: start, until: end }) : (start ?? end ?? '');
}

function originalHtml(original: Original, label: Labels): string {
  const { name, more } = originalInWords(original, label);
  const words = htmlOf(name, label);
  const named = original.url
    ? `<a href="${escapeHtml(original.url)}" target="_blank" rel="noreferrer">${words}</a>`
    : words;
  return named + htmlOf(more, label);
}

function aboutRows(page: Entry, site: Site): Row[] {
  const { label, contents } = site;
  const { parent, body, scan, session, document, draft, issuer, replaces, edits, doubts = 0 } = page.matter as Matter;
  const earlier = replaces === undefined ? undefined : pageAt(minutesPath(replaces), contents);
  const book = documentBooks(contents).find(({ path }) => path === pdfFile(nameOfMinutes(page.path)));
  const rows: Row[] = [];
  if (parent || body) {
    const names = [parent && htmlOf(parent, label), body && bodyHtml(body, site)];
    rows.push([label('theme.body'), names.filter(Boolean).join(' ')]);
  }
  if (scan) rows.push([label('theme.scan'), scanLink(page, site, `<code>${escapeHtml(scan.file)}</code>`)]);
  if (session) rows.push([label('theme.session'), label('theme.sessionNumber', { number: session })]);
  if (document) {
    const mark = draft ? `<span class="draft-mark">${label('theme.draft')}</span>` : '';
    rows.push([label('theme.document'), htmlOf(document, label) + mark]);
  }
  if (earlier) {
    const named = linkHtml(urlOf(earlier.path), htmlOf(earlier.title, label), site);
    rows.push([label('site.earlier'), named + differences(earlier, page, site)]);
  }
  if (issuer) rows.push([label('theme.issuer'), htmlOf(issuer, label)]);
  if (page.letters) rows.push([label('theme.length'), lengthOf(page.letters, label)]);
  if (book) rows.push([label('theme.forPrint'), bookHtml(book, site)]);
  if (edits !== undefined) {
    const corrected = edits > 0 ? label('theme.corrected', { edits }) : label('theme.uncorrected');
    const doubtful = linkHtml('/rules/#limits', label('theme.doubtsFound', { count: doubts }), site);
    rows.push([label('theme.proofreading'), `${corrected} ${doubtful}`]);
  }
  return rows;
}

/** Leads to the page of the body, where it has one. */
function bodyHtml(body: string, site: Site): string {
  const path = bodyPath(body);
  const words = htmlOf(body, site.label);
  return path !== undefined && pageAt(path, site.contents) ? linkHtml(urlOf(path), words, site) : words;
}

/** `PDF（980 KB、2026年11月22日版）` */
function bookHtml({ path, bytes, date }: BookFile, site: Site): string {
  const edition = site.label('theme.edition', { size: sizeOf(bytes), date: day(date, site.label) });
  return `<span class="book-link">${fileLink(`/${path}`, 'PDF', site)}<span class="edition">${edition}</span></span>`;
}

/** `minutes/2024/a` → `/scans/2024/a.txt`; what the scan itself is called may end otherwise. */
const scanLink = ({ path }: Entry, site: Site, html: string): string =>
  fileLink(encodeURI(`/${scanFile(nameOfMinutes(path))}`), html, site);

/** How fast Japanese prose is read, by common estimates. */
const CHARACTERS_A_MINUTE = 500;

const lengthOf = (characters: number, label: Labels): string =>
  label('site.lengthOf', {
    characters: (Math.ceil(characters / 100) * 100).toLocaleString(label.language),
    minutes: Math.ceil(characters / CHARACTERS_A_MINUTE),
  });

const listOf = (rows: readonly Row[]): string =>
  rows.length > 0
    ? `<dl>${rows.map(([name, html]) => `<div><dt>${name}</dt><dd>${html}</dd></div>`).join('')}</dl>`
    : '';

/** @param to address within the site */
const linkHtml = (to: string, html: string, { place }: Site): string =>
  `<a href="${escapeHtml(place.base + to.slice(1))}">${html}</a>`;

/** Of a file, which opens beside the page. */
const fileLink = (to: string, html: string, { place }: Site): string =>
  `<a href="${escapeHtml(place.base + to.slice(1))}" target="_blank">${html}</a>`;
