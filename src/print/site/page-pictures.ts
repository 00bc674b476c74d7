/** Draws for each document, entry, person and body the picture that other sites show beside a link to its page. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate as pause } from 'node:timers/promises';
import { type Project, readerLabels } from '@tsuzuri/book/project';
import { dateLabel, type Matter, meeting, text } from '@tsuzuri/core/front-matter';
import type { Labels } from '@tsuzuri/core/labels';
import { pictureFile } from '@tsuzuri/core/urls';
import { fontFile, widthsOf } from '../pdf/fonts.ts';
import { INK, paint } from './paint.ts';
import { PICTURE, SIGN } from './sign.ts';

/** A page, as `build/book.json` lists it. */
interface Listed {
  readonly path: string;
  readonly kind: string;
  readonly title: string;
  readonly matter: Matter;
}

/** What a picture says. */
interface Words {
  /** Of the page: 用語 */
  readonly kind: string;
  readonly title: string;
  /** In small type below the title: the date, what a term means. */
  readonly below: string;
}

const KINDS: Readonly<Partial<Record<string, (page: Listed, label: Labels) => Words>>> = {
  minutes: (page, label) => ({
    kind: label('theme.kind.minutes'),
    title: meeting(page.matter) ?? page.title,
    below: dateLabel(page, label),
  }),
  term: ({ title, matter }, label) => ({
    kind: label('theme.kind.term'),
    title,
    below: text(matter, 'description') ?? '',
  }),
  person: ({ title }, label) => ({ kind: label('theme.kind.person'), title, below: '' }),
  body: ({ title }, label) => ({ kind: label('theme.kind.body'), title, below: '' }),
};

/** Whether a page has a picture of its own; the others show that of the site. */
export const isPictured = ({ config }: Pick<Project, 'config'>, kind: string): boolean =>
  config.pictures !== false && kind in KINDS;

const FONTS = { regular: 'NotoSansJP_400Regular.ttf', bold: 'NotoSansJP_700Bold.ttf' };

/** @param build folder with `book.json` */
export async function pagePictures(project: Project, build: string): Promise<[path: string, png: Uint8Array][]> {
  const { pages } = JSON.parse(readFileSync(join(build, 'book.json'), 'utf8')) as { pages: readonly Listed[] };
  const label = readerLabels(project);
  const site = project.config.title ?? label('pages.untitled');
  const [regular, bold] = [FONTS.regular, FONTS.bold].map(name => readFileSync(fontFile(name))) as [Buffer, Buffer];
  const faces = { regular: widthsOf(regular), bold: widthsOf(bold) };
  const files: [path: string, png: Uint8Array][] = [];
  for (const page of pages) {
    const words = isPictured(project, page.kind) && KINDS[page.kind]?.(page, label);
    if (!words) continue;
    files.push([pictureFile(page.path), await paint(svgOf(words, site, faces), [regular, bold])]);
    await pause(); // VitePress, which builds the pages meanwhile, may have something to say
  }
  return files;
}

type Width = (character: string) => number | undefined;

/** Pixels: from the left, and how long a line may be. */
const LEFT = 104;
const ROOM = PICTURE.width - LEFT - 72;
/** The larger ones for titles that need few lines. */
const TITLES = [
  { size: 80, most: 2 },
  { size: 64, most: 3 },
  { size: 50, most: 4 },
];
const BELOW = { size: 34, most: 2 };
const LEADING = 1.4;

function svgOf(
  { kind, title, below }: Words,
  site: string,
  { regular, bold }: Record<keyof typeof FONTS, Width>,
): string {
  const fits = TITLES.find(({ size, most }) => linesOf(title, ROOM / size, bold).length <= most) ?? TITLES.at(-1);
  const { size, most } = fits as (typeof TITLES)[number];
  const titles = linesOf(title, ROOM / size, bold, most);
  const belows = linesOf(below, ROOM / BELOW.size, regular, BELOW.most);
  const start = 130 + size;
  const behind = start + (titles.length - 1) * size * LEADING + 72;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${PICTURE.width}" height="${PICTURE.height}" font-family="Noto Sans JP" fill="${INK}">`,
    `<rect width="40" height="${PICTURE.height}"/><path d="M30 0v630M30 126h10M30 252h10M30 378h10M30 504h10" stroke="#fff" stroke-width="3"/>`,
    line(kind, { y: 104, size: 34 }, regular),
    ...titles.map((words, index) => line(words, { y: start + index * size * LEADING, size, isBold: true }, bold)),
    ...belows.map((words, index) =>
      line(words, { y: behind + index * BELOW.size * LEADING, size: BELOW.size }, regular),
    ),
    `<g transform="translate(${LEFT - 6} 528) scale(1.75)">${SIGN}</g>`,
    line(linesOf(site, (ROOM - 72) / 34, regular, 1)[0] ?? '', { x: LEFT + 64, y: 568, size: 34 }, regular),
    '</svg>',
  ].join('');
}

/** Stands, as printers have it, for a character that the font lacks. */
const GETA = '〓';

function line(words: string, at: { x?: number; y: number; size: number; isBold?: boolean }, width: Width): string {
  const { x = LEFT, y, size, isBold = false } = at;
  const drawn = [...words].map(character => (width(character) === undefined ? GETA : character)).join('');
  const escaped = drawn.replace(/[&<>]/g, character => `&#${character.charCodeAt(0)};`);
  return `<text x="${x}" y="${y}" font-size="${size}"${isBold ? ' font-weight="700"' : ''}>${escaped}</text>`;
}

const WORDS = new Intl.Segmenter('ja', { granularity: 'word' });
/** What no line may begin with, short words in kana among it (取組|で), and what none may end with: 第|31|回 is one. */
const NO_START = /^(?:[\p{Pe}\p{Pf}、。，．・：；！？ー々ぁぃぅぇぉっゃゅょァィゥェォッャュョ]|\p{sc=Hiragana}{1,2}$)/u;
const NO_END = /(?:[\p{Ps}\p{Pi}]|第|\d)$/u;

/**
 * Lines of about the same length, no longer than there is room.
 * @param room in em
 * @param most of so many lines the last ends with `…`
 */
function linesOf(text: string, room: number, width: Width, most = Number.POSITIVE_INFINITY): string[] {
  const pieces: string[] = [];
  for (const { segment } of WORDS.segment(text.replace(/\s+/gu, ' ').trim())) {
    const before = pieces.at(-1);
    const isOne = before !== undefined && (NO_START.test(segment) || NO_END.test(before)) && before.length < 12;
    if (isOne) pieces[pieces.length - 1] = before + segment;
    else pieces.push(segment);
  }
  const lengthOf = (words: string): number => [...words].reduce((sum, character) => sum + (width(character) ?? 1), 0);
  const filled = fill(pieces, room, lengthOf);
  if (filled.length > most) {
    const last = [...(filled[most - 1] ?? '')];
    while (lengthOf(`${last.join('')}…`) > room) last.pop();
    return [...filled.slice(0, most - 1), `${last.join('')}…`];
  }
  let narrow = filled;
  for (let less = room - 1; less > room / 2; less--) {
    const lines = fill(pieces, less, lengthOf);
    if (lines.length > filled.length) break;
    narrow = lines;
  }
  return narrow;
}

/** One line after the other; a word that is longer than a line is cut. */
function fill(pieces: readonly string[], room: number, lengthOf: (words: string) => number): string[] {
  const lines = [''];
  for (const piece of pieces) {
    const units = lengthOf(piece) > room ? [...piece] : [piece];
    for (const unit of units) {
      const last = lines.at(-1) ?? '';
      if (lengthOf(last + unit.trimEnd()) <= room) lines[lines.length - 1] = last + unit;
      else lines.push(unit.trimStart());
    }
  }
  return lines.map(line => line.trim()).filter(Boolean);
}
