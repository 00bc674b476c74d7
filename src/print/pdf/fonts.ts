/** Finds the fonts of the books, and which characters they can show. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { errorAt } from '@tsuzuri/core/messages';
import { say } from '@tsuzuri/core/wording';

/** Body, then headings and whatever the body font lacks; four weights more would only cost time. */
const FILES = ['NotoSerifJP_400Regular.ttf', 'NotoSansJP_400Regular.ttf', 'NotoSansJP_700Bold.ttf'];

/** Can the book show this text as it stands? */
export type Coverage = (text: string) => boolean;

/**
 * Where they stand.
 * @throws VFileMessage when one of them is not there.
 */
export const fontFiles = (): string[] => FILES.map(fontFile);

export const readFonts = (): Buffer[] => fontFiles().map(file => readFileSync(file));

/** @throws VFileMessage when it is not there. */
export function fontFile(name: string): string {
  try {
    return createRequire(import.meta.url).resolve(`#vendor/fonts/${name}`);
  } catch {
    throw errorAt(name, undefined, ...say('print.noFont'));
  }
}

/** What the shaper hides by itself (joiners, variation selectors: 葛󠄀) or draws as a gap; the rest needs a glyph. */
const NEEDS_NO_GLYPH = /^(?!\uFEFF|\u1680)[\p{Default_Ignorable_Code_Point}\p{Zs}\n]$/u;

/** A character counts as covered when any of the fonts has it, or has what it composes to: か+゛ is が. */
export function coverageOf(fonts: readonly Buffer[]): Coverage {
  const known = new Uint8Array(0x110000);
  for (const font of fonts) for (const [from, to] of characterRanges(font)) known.fill(1, from, to + 1);
  const covers = (text: string) =>
    [...text].every(character => known[character.codePointAt(0) ?? 0] || NEEDS_NO_GLYPH.test(character));
  return text => covers(text) || covers(text.normalize('NFC'));
}

/** How wide characters are, in em; nothing for one that the font does not have. */
export function widthsOf(font: Buffer): (character: string) => number | undefined {
  const em = font.readUInt16BE(tableOffset(font, 'head') + 18);
  const count = font.readUInt16BE(tableOffset(font, 'hhea') + 34); // later glyphs are as wide as the last of these
  const metrics = tableOffset(font, 'hmtx');
  const glyphs = new Uint16Array(0x110000);
  for (const [from, to, glyph] of characterRanges(font))
    for (let code = from; code <= to; code++) glyphs[code] = glyph + code - from;
  return character => {
    const glyph = glyphs[character.codePointAt(0) ?? 0];
    return glyph ? font.readUInt16BE(metrics + 4 * Math.min(glyph, count - 1)) / em : undefined;
  };
}

/** First, last code point and first glyph of each group of the table `cmap`, format 12 (OpenType 1.9, "Segmented coverage"). */
function characterRanges(font: Buffer): [from: number, to: number, glyph: number][] {
  const cmap = tableOffset(font, 'cmap');
  const subtables = Array.from(
    { length: font.readUInt16BE(cmap + 2) },
    (_, index) => cmap + font.readUInt32BE(cmap + 4 + 8 * index + 4),
  );
  const full = subtables.find(offset => font.readUInt16BE(offset) === 12);
  if (full === undefined) throw new Error('This font has no cmap of format 12');
  return Array.from({ length: font.readUInt32BE(full + 12) }, (_, index) => {
    const group = full + 16 + 12 * index;
    return [font.readUInt32BE(group), font.readUInt32BE(group + 4), font.readUInt32BE(group + 8)];
  });
}

/** The table directory begins at byte 12: tag, checksum, offset, length, four bytes each. */
function tableOffset(font: Buffer, tag: string): number {
  const count = font.readUInt16BE(4);
  for (let record = 12; record < 12 + 16 * count; record += 16)
    if (font.toString('latin1', record, record + 4) === tag) return font.readUInt32BE(record + 8);
  throw new Error(`This font has no table ${tag}`);
}
