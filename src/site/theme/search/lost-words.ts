/** Reads out of an address that leads nowhere what its reader may have looked for. */

/** Ends of file names, and the index of a folder. */
const ENDING = /(?:\/index)?\.(?:html?|md|txt|pdf)$/i;
const BREAK = /[\s\-_.+,]+/u;

/**
 * `/minutes/2012-11-01-isc-32.html` → `isc`; dates and numbers alone would find too much.
 * @param pathname as a browser has it, percent-encoded or not
 */
export function lostWords(pathname: string): string {
  const name = decode(pathname).replace(ENDING, '').split('/').filter(Boolean).at(-1) ?? '';
  const words = name.split(BREAK).filter(Boolean);
  const telling = words.filter(word => !/^\d+$/.test(word));
  return (telling.length > 0 ? telling : words).join(' ');
}

/** A stray `%` is no reason to look for nothing. */
function decode(pathname: string): string {
  try {
    return decodeURIComponent(pathname);
  } catch {
    return pathname.replaceAll('%', ' ');
  }
}
