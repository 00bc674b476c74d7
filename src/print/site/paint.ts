/** Paints SVG as PNG: in one ink on white, so that a byte for each pixel is enough. */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { crc32, deflateSync } from 'node:zlib';
import { initWasm, Resvg } from '@resvg/resvg-wasm';

/** What is drawn in it may be translucent; every other colour becomes a share of it. */
export const INK = '#24508f';
const INK_PARTS = [0x24, 0x50, 0x8f];

/** By its red, how much ink a pixel has, in 255ths. */
const SHARES = Uint8Array.from({ length: 256 }, (_, red) => Math.min(255, (255 * (255 - red)) / (255 - 0x24) + 0.5));

let started: Promise<void> | undefined;

/** The renderer is WebAssembly: no program of the machine, no browser, no font but those that are given. */
async function start(): Promise<void> {
  await initWasm(await readFile(createRequire(import.meta.url).resolve('@resvg/resvg-wasm/index_bg.wasm')));
}

/** @param fonts for the words in it, the first one where none is named */
export async function paint(svg: string, fonts: readonly Uint8Array[] = []): Promise<Uint8Array> {
  started ??= start();
  await started;
  const picture = new Resvg(svg, { background: '#fff', font: { fontBuffers: [...fonts] } });
  const image = picture.render();
  const { width, height, pixels } = image;
  const rows = Buffer.alloc(height * (1 + width)); // before each row stands its filter: none
  for (let y = 0, from = 0, to = 0; y < height; y++) {
    to++;
    for (let x = 0; x < width; x++, from += 4) rows[to++] = SHARES[pixels[from] as number] as number;
  }
  image.free();
  picture.free();
  return png(width, height, rows);
}

/** White, ink, and what lies between. */
const PALETTE = Uint8Array.from({ length: 3 * 256 }, (_, at) => {
  const share = Math.floor(at / 3) / 255;
  return Math.round(255 - (255 - (INK_PARTS[at % 3] as number)) * share);
});

/** PNG (W3C, third edition): eight bits for each pixel, which name a colour of the palette. */
function png(width: number, height: number, rows: Uint8Array): Uint8Array {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 3, 0, 0, 0], 8);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('PLTE', PALETTE),
    chunk('IDAT', deflateSync(rows, { level: 4 })),
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
