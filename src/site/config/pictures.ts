/** Draws the sign of the site as SVG and as PNG: icons, and the picture that other sites show beside a link. */
import { crc32, deflateSync } from 'node:zlib';

/** Bound pages, seen from the front: the four holes of a Japanese stab binding. On a square of 32. */
const SIZE = 32;
const COVER = { x: 4, y: 2, width: 24, height: 28, radius: 3 };
const STROKES = [
  { x: 23, y: 2, width: 0, height: 28 },
  ...[6, 13, 19, 26].map(y => ({ x: 23, y, width: 5, height: 0 })),
];
const STROKE_WIDTH = 1.6;

export const THEME_COLOR = '#24508f';
const BLUE = [0x24, 0x50, 0x8f];
const WHITE = [0xff, 0xff, 0xff];

export const ICON_SVG = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${SIZE} ${SIZE}"><rect x="${COVER.x}" y="${COVER.y}" width="${COVER.width}" height="${COVER.height}" rx="${COVER.radius}" fill="${THEME_COLOR}"/><path d="${STROKES.map(({ x, y, width, height }) => `M${x} ${y}${width ? `h${width}` : `v${height}`}`).join('')}" stroke="#fff" stroke-width="${STROKE_WIDTH}" fill="none"/></svg>`;

export const ICON_SIZES = [192, 512] as const;
/** As wide as what shows it wants it: https://ogp.me/ */
export const PICTURE = { width: 1200, height: 630 } as const;

export const iconPng = (size: number): Uint8Array => drawPng({ width: size, height: size }, size / SIZE);
export const picturePng = (): Uint8Array => drawPng(PICTURE, 12);

/** Points of a pixel that are asked, in each direction. */
const SAMPLES = 4;

/** The sign in the middle, on white. @param scale pixels for one of its 32 units */
function drawPng({ width, height }: { width: number; height: number }, scale: number): Uint8Array {
  const rows = Buffer.alloc(height * (1 + width * 3)); // before each row stands its filter: none
  const toSign = (at: number, length: number): number => (at - length / 2) / scale + SIZE / 2;
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++)
      rows.set(colorAt(toSign(x, width), toSign(y, height), 1 / scale), y * (1 + width * 3) + 1 + x * 3);
  return png(width, height, rows);
}

/** Mean of the points of one pixel. */
function colorAt(x: number, y: number, size: number): number[] {
  let blue = 0;
  for (let point = 0; point < SAMPLES ** 2; point++) {
    const step = (index: number): number => ((index + 0.5) / SAMPLES) * size;
    if (isBlue(x + step(point % SAMPLES), y + step(Math.floor(point / SAMPLES)))) blue++;
  }
  const share = blue / SAMPLES ** 2;
  return BLUE.map((part, index) => Math.round(part * share + (WHITE[index] ?? 0) * (1 - share)));
}

function isBlue(x: number, y: number): boolean {
  const { radius } = COVER;
  const isIn = distance(COVER, x, y, radius) <= radius;
  return isIn && STROKES.every(stroke => beyond(stroke, x, y) > STROKE_WIDTH / 2);
}

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const outside = (at: number, from: number, length: number): number => Math.max(from - at, at - from - length, 0);
/** How far a point is from a box that is smaller by its rounding. */
const distance = (box: Box, x: number, y: number, inset: number): number =>
  Math.hypot(outside(x, box.x + inset, box.width - 2 * inset), outside(y, box.y + inset, box.height - 2 * inset));
/** The same for a stroke, whose ends are square. */
const beyond = ({ x: left, y: top, width, height }: Box, x: number, y: number): number =>
  (width ? outside(x, left, width) : outside(y, top, height)) > 0
    ? Number.POSITIVE_INFINITY
    : width
      ? Math.abs(y - top)
      : Math.abs(x - left);

/** PNG (W3C, third edition): eight bits each of red, green and blue. */
function png(width: number, height: number, rows: Uint8Array): Uint8Array {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const ends = Buffer.alloc(8);
  ends.writeUInt32BE(data.length, 0);
  ends.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([ends.subarray(0, 4), body, ends.subarray(4)]);
}
