/** Loads a part of a page, or leaves what the host has sent: without a network a program may be missing. */
export const orNever =
  <T>(load: () => Promise<T>): (() => Promise<T>) =>
  () =>
    load().catch(() => new Promise<T>(() => {}));
