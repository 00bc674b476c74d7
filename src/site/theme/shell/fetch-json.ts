/** Fetches the data files that stand beside the pages of the site. */
import { withBase } from 'vitepress';

/** @returns nothing where there is no answer: no network, no such file, a page opened without a server */
export async function fetchJson<T>(path: string): Promise<T | undefined> {
  try {
    const response = await fetch(withBase(path));
    return response.ok ? ((await response.json()) as T) : undefined;
  } catch {
    return undefined;
  }
}
