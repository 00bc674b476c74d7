/** Makes the end of an offline book: the index of speakers, the list of corrections and doubts. */

import { heading, item, line, link, list, paragraph, table, text } from '@tsuzuri/book/pages/mdast-builders';
import { mended } from '@tsuzuri/book/pages/rule';
import type { Use } from '@tsuzuri/book/rule-usage';
import type { SpeechEntry } from '@tsuzuri/convert/5-to-mdast';
import type { Page } from '@tsuzuri/core/book';
import { groupBy, optional } from '@tsuzuri/core/collections';
import { compare, dateLabel, text as matterText } from '@tsuzuri/core/front-matter';
import type { Labels } from '@tsuzuri/core/labels';
import { showWhitespace } from '@tsuzuri/core/unicode';
import { placeAddress, urlOf } from '@tsuzuri/core/urls';
import type { Link, PhrasingContent, Root, RootContent } from 'mdast';
import { labelsOfVolume, type Places, partsOf, type Volume } from './volume.ts';

/** 発言者索引, 訂正と疑いの一覧; an empty part is left out. */
export function backMatter(volume: Volume): Page[] {
  const { minutes } = partsOf(volume);
  const label = labelsOfVolume(volume);
  return [speakersOf(minutes, label), correctionsOf(minutes, volume.uses, label)].flat();
}

function matterPage(path: string, title: string, children: readonly RootContent[]): Page[] {
  if (children.length === 0) return [];
  const tree: Root = { type: 'root', children: [heading(1, undefined, text(title)), ...children] };
  return [{ path, kind: 'text', title, source: '', matter: {}, tree, markdown: '' }];
}

const places = (children: Link[], unit = false): Places => ({ type: 'places', unit, children });

interface Spoken {
  /** `前田 雅英`; of a speaker whose full name is unknown, `前田委員長（総合セキュリティ対策会議）`. */
  readonly name: string;
  readonly place: Link;
}

const japanese = new Intl.Collator('ja');

/** Readings are not known: speakers stand in the order of the kanji, as Japanese dictionaries of names have them. */
function speakersOf(minutes: readonly Page[], label: Labels): Page[] {
  const speakers = [
    ...groupBy(
      minutes.flatMap(page => spokenIn(page, label)),
      ({ name }) => name,
    ),
  ].toSorted(([a], [b]) => japanese.compare(a, b) || compare(a, b));
  const items = speakers.map(([name, spoken]) =>
    item(line(text(`${name} `), places(spoken.map(({ place }) => place)))),
  );
  return matterPage('speakers', label('print.speakers'), items.length === 0 ? [] : [list(items)]);
}

function spokenIn(page: Page, label: Labels): Spoken[] {
  const body = matterText(page.matter, 'body');
  return ((page.matter.speeches ?? []) as readonly SpeechEntry[]).flatMap(({ id, name, label: printed }) => {
    const known = name ?? (printed && (body ? `${printed}（${body}）` : printed));
    if (known === undefined) return [];
    return [{ name: known, place: linkTo({ page, anchor: id }, `${dateLabel(page, label)} ${anchorName(id, label)}`) }];
  });
}

const linkTo = ({ page, anchor }: Pick<Use, 'page' | 'anchor'>, words: string): Link =>
  link(placeAddress({ page: page.path, ...optional('anchor', anchor) }), words) as Link;

const ANCHORS: Readonly<Record<string, 'print.speech' | 'print.section'>> = { u: 'print.speech', s: 'print.section' };
/** `u7` → 発言7, as the site calls it. */
function anchorName(id: string | undefined, label: Labels): string {
  if (id === undefined) return label('print.beginning');
  const [key, number] = [ANCHORS[id.charAt(0)], id.slice(1)];
  return key ? label(key, { number }) : number;
}

function correctionsOf(minutes: readonly Page[], uses: readonly Use[], label: Labels): Page[] {
  const sections = minutes.flatMap(page => {
    const here = uses.filter(use => use.page.path === page.path).toSorted((a, b) => a.at - b.at);
    return here.length === 0 ? [] : [heading(2, undefined, link(urlOf(page.path), page.title)), ...listed(here, label)];
  });
  return matterPage(
    'corrections',
    label('print.corrections'),
    sections.length === 0 ? [] : [paragraph(text(label('print.correctionsLead'))), ...sections],
  );
}

/** Corrections of spaces are only counted; the ledger has each of them. */
const isSpace = ({ del, ins, doubt }: Use): boolean => !doubt && (del + ins).trim() === '';

function listed(uses: readonly Use[], label: Labels): RootContent[] {
  const characters = uses.filter(use => !isSpace(use));
  const spaces = uses.length - characters.length;
  const rows = characters.map(use => [
    place(use, label),
    change(use, label),
    [text(use.doubt ? label('print.doubt', { why: use.why }) : use.why)],
  ]);
  const head = [label('print.place'), label('print.change'), label('print.reason')].map(word => [text(word)]);
  return [
    ...(rows.length > 0 ? [table([head, ...rows])] : [paragraph(text(label('theme.noCharacters')))]),
    ...(spaces > 0 ? [paragraph(text(label('print.spaces', { count: spaces })))] : []),
  ];
}

const place = ({ page, anchor }: Use, label: Labels): PhrasingContent[] => [
  text(anchorName(anchor, label) + label('gap')),
  places([linkTo({ page, ...optional('anchor', anchor) }, label('print.text'))], true),
];

/** What was deleted and inserted, or what a person should look at, with a few characters on either side. */
const change = (use: Use, label: Labels): PhrasingContent[] => [
  text(`…${use.before}`),
  ...(use.doubt ? asked(use, label) : mended(use)),
  text(`${use.behind}…`),
];

function asked({ del, ins }: Use, label: Labels): PhrasingContent[] {
  const words = showWhitespace(ins);
  if (del === '') return [strong(label('print.missing', { words }))];
  return [strong(showWhitespace(del)), text(ins === '' ? label('print.surplus') : label('print.perhaps', { words }))];
}

const strong = (words: string): PhrasingContent => ({ type: 'strong', children: [text(words)] });
