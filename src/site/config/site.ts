/** Says what the site as a whole is, where it stands. */

import { urlOf } from '@tsuzuri/core/urls';
import type { SiteAddress } from '@tsuzuri/print/site';
import type { Contents } from './navigation.ts';

export const SITE = {
  title: '綴り',
  description: '国の会議の記録を、校正の記録と用語の説明を付けて読めるようにした資料集です。',
};

/** All that the files for machines are made from. */
export interface Site {
  readonly contents: Contents;
  readonly place: SiteAddress;
  /** When each source was last committed, in milliseconds. */
  readonly dates: ReadonlyMap<string, number>;
}

/** `https://host/below/glossary/nisc`; nothing where nobody knows the address of the site. */
export function addressOf(path: string, { place }: Site): string | undefined {
  return place.address && new URL(`.${urlOf(path)}`, place.address).href;
}
