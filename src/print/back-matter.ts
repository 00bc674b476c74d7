/** Makes what stands at the end of an offline book: who spoke where, what was corrected. */

import { heading, item, line, link, list, paragraph, table, text } from '@tsuzuri/book/pages/mdast-builders';
import { mended } from '@tsuzuri/book/pages/rule';
import type { Use } from '@tsuzuri/book/rule-usage';
import type { SpeechEntry } from '@tsuzuri/convert/5-to-mdast';
import type { Page } from '@tsuzuri/core/book';
import { groupBy, optional } from '@tsuzuri/core/collections';
import { compare, dateLabel, text as matterText } from '@tsuzuri/core/front-matter';
import { showWhitespace } from '@tsuzuri/core/unicode';
import { placeAddress } from '@tsuzuri/core/urls';
import type { Link, PhrasingContent, Root, RootContent } from 'mdast';
import { type Places, partsOf, type Volume } from './volume.ts';

/** 発言者索引, 訂正と疑いの一覧; a part of which there is nothing to say is left out. */
export function backMatter(volume: Volume): Page[] {
  const { minutes } = partsOf(volume);
  return [speakersOf(minutes), correctionsOf(minutes, volume.uses)].flat();
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
function speakersOf(minutes: readonly Page[]): Page[] {
  const speakers = [...groupBy(minutes.flatMap(spokenIn), ({ name }) => name)].toSorted(
    ([a], [b]) => japanese.compare(a, b) || compare(a, b),
  );
  const items = speakers.map(([name, spoken]) =>
    item(line(text(`${name} `), places(spoken.map(({ place }) => place)))),
  );
  return matterPage('speakers', '発言者索引', items.length === 0 ? [] : [list(items)]);
}

function spokenIn(page: Page): Spoken[] {
  const body = matterText(page.matter, 'body');
  return ((page.matter.speeches ?? []) as readonly SpeechEntry[]).flatMap(({ id, name, label }) => {
    const known = name ?? (label && (body ? `${label}（${body}）` : label));
    if (known === undefined) return [];
    return [{ name: known, place: linkTo({ page, anchor: id }, `${dateLabel(page)} ${anchorName(id)}`) }];
  });
}

const linkTo = ({ page, anchor }: Pick<Use, 'page' | 'anchor'>, words: string): Link =>
  link(placeAddress({ page: page.path, ...optional('anchor', anchor) }), words) as Link;

const ANCHORS: Readonly<Record<string, string>> = { u: '発言', s: '見出し' };
/** `u7` → 発言7, as the site calls it. */
const anchorName = (id: string | undefined): string =>
  id === undefined ? '冒頭' : `${ANCHORS[id.charAt(0)] ?? ''}${id.slice(1)}`;

const CORRECTIONS_LEAD =
  '原文（OCR テキスト）から変えた文字と、変えずに疑いとして残した文字です。箇所は、それを含む発言や節の始まりを示します。';

function correctionsOf(minutes: readonly Page[], uses: readonly Use[]): Page[] {
  const sections = minutes.flatMap(page => {
    const here = uses.filter(use => use.page.path === page.path).toSorted((a, b) => a.at - b.at);
    return here.length === 0 ? [] : [heading(2, undefined, link(`/${page.path}`, page.title)), ...listed(here)];
  });
  return matterPage(
    'corrections',
    '訂正と疑いの一覧',
    sections.length === 0 ? [] : [paragraph(text(CORRECTIONS_LEAD)), ...sections],
  );
}

/** Nothing that is read aloud: those are counted only, the ledger has each of them. */
const isSpace = ({ del, ins, doubt }: Use): boolean => !doubt && (del + ins).trim() === '';

function listed(uses: readonly Use[]): RootContent[] {
  const letters = uses.filter(use => !isSpace(use));
  const spaces = uses.length - letters.length;
  const rows = letters.map(use => [place(use), change(use), [text(use.doubt ? `疑い：${use.why}` : use.why)]]);
  const head = ['箇所', '原文と訂正', '理由'].map(word => [text(word)]);
  return [
    ...(rows.length > 0 ? [table([head, ...rows])] : [paragraph(text('文字の訂正も疑いもありません。'))]),
    ...(spaces > 0 ? [paragraph(text(`ほかに、空白と改行を${spaces}か所で整えました。`))] : []),
  ];
}

const place = ({ page, anchor }: Use): PhrasingContent[] => [
  text(`${anchorName(anchor)}　`),
  places([linkTo({ page, ...optional('anchor', anchor) }, '本文')], true),
];

/** A few letters on either side of what was struck out and put in, or of what a person should look at. */
const change = (use: Use): PhrasingContent[] => [
  text(`…${use.before}`),
  ...(use.doubt ? asked(use) : mended(use)),
  text(`${use.behind}…`),
];

function asked({ del, ins }: Use): PhrasingContent[] {
  if (del === '') return [strong(`（「${showWhitespace(ins)}」が落ちたか）`)];
  return [strong(showWhitespace(del)), text(ins === '' ? '（余分か）' : `（「${showWhitespace(ins)}」か）`)];
}

const strong = (words: string): PhrasingContent => ({ type: 'strong', children: [text(words)] });
