/** Draws the sign of the site: icons, and the picture that other sites show beside a link to it. */
import { INK, paint } from './paint.ts';

/** Bound pages, seen from the front: the four holes of a Japanese stab binding. On a square of 32. */
export const SIGN = `<rect x="4" y="2" width="24" height="28" rx="3" fill="${INK}"/><path d="M23 2v28M23 6h5M23 13h5M23 19h5M23 26h5" stroke="#fff" stroke-width="1.6" fill="none"/>`;

export const ICON_SVG = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">${SIGN}</svg>`;

export const ICON_SIZES = [192, 512] as const;
/** As wide as what shows it wants it: https://ogp.me/ */
export const PICTURE = { width: 1200, height: 630 } as const;

export const iconPng = (size: number): Promise<Uint8Array> => paint(signOn({ width: size, height: size }, size / 32));
export const picturePng = (): Promise<Uint8Array> => paint(signOn(PICTURE, 12));

/** In the middle, on white. @param scale pixels for one of its 32 units */
function signOn({ width, height }: { width: number; height: number }, scale: number): string {
  const place = `translate(${width / 2 - 16 * scale} ${height / 2 - 16 * scale}) scale(${scale})`;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><g transform="${place}">${SIGN}</g></svg>`;
}
