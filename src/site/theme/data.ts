/** Asks the site for data that stands beside its pages. */
import { withBase } from 'vitepress';

/** @returns nothing where there is no answer: no network, no such file, a page opened without a server */
export async function askSite<T>(address: string): Promise<T | undefined> {
  try {
    const answer = await fetch(withBase(address));
    return answer.ok ? ((await answer.json()) as T) : undefined;
  } catch {
    return undefined;
  }
}
