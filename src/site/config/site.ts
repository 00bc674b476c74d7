/** Says what the site as a whole is, where it stands. */

import type { Project } from '@tsuzuri/book/project';
import { urlOf } from '@tsuzuri/core/urls';
import type { SiteAddress } from '@tsuzuri/print/site';
import type { Contents } from './navigation.ts';

/** What the site is called, and the sentence that says what it is; a project need not say either. */
export const nameOf = ({ config }: Project): Pick<Site, 'title' | 'description'> => ({
  title: config.title ?? '会議録集',
  description: config.description ?? '会議の記録を、校正の記録と用語の説明を付けて読めるようにした資料集です。',
});

/** All that the files for machines are made from. */
export interface Site {
  readonly title: string;
  readonly description: string;
  readonly contents: Contents;
  readonly place: SiteAddress;
  /** When each source was last committed, in milliseconds. */
  readonly dates: ReadonlyMap<string, number>;
}

/** `https://host/below/glossary/nisc`; nothing where nobody knows the address of the site. */
export function addressOf(path: string, { place }: Site): string | undefined {
  return place.address && new URL(`.${urlOf(path)}`, place.address).href;
}
