/** Says where something stands. */
import { placeAddress } from '../../addresses.ts';
import type { Mention } from '../../book.ts';
import type { Difference } from './books.ts';
import { code } from './markdown.ts';

/** An address of the site, a link to it where the site is known to stand somewhere. */
export function linkTo(place: Pick<Mention, 'page' | 'anchor'>, { site }: Pick<Difference, 'site'>): string {
  const address = placeAddress(place);
  return site === undefined ? code(address) : `[${code(address)}](${new URL(address.slice(1), site).href})`;
}

/** `情報セキュリティ政策会議第31回会合（2012-11-01-isc-31）` */
export const documentName = (page: string, { titleOf }: Pick<Difference, 'titleOf'>): string =>
  `${titleOf(page)}（${page.replace('minutes/', '')}）`;

/** `増えた言及 3か所、消えた言及 1か所`; what there is none of is not told. */
export const counted = (counts: readonly (readonly [label: string, length: number])[]): string =>
  counts.flatMap(([label, length]) => (length > 0 ? [`${label} ${length}か所`] : [])).join('、');
