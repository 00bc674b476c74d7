/** Says how large a file is. */

/** `4.3 MB`, `980 KB`; in thousands, as the download list of a browser counts. */
export const sizeOf = (bytes: number): string =>
  bytes < 1e6 ? `${Math.ceil(bytes / 1e3)} KB` : `${(bytes / 1e6).toFixed(1)} MB`;
