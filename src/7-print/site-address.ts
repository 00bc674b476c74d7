/** Finds where the site will stand: its path on the host, its whole address where somebody has told it. */
import { optional } from '../card.ts';
import { complaint } from '../complaint.ts';
import { settingsOf } from '../settings.ts';

export interface SiteAddress {
  /** `/` or `/minutes-of-2012/` */
  readonly base: string;
  /** `https://host/minutes-of-2012/`; absent: nobody knows, so nothing is printed that needs it. */
  readonly address?: string;
}

/**
 * The origin comes from TSUZURI_URL, else from `homepage` in package.json; the path from `--base`, else from
 * TSUZURI_BASE, else from that same URL, else it is `/`.
 * @throws VFileMessage when the URL is none that a site can have
 */
export function siteAddress(root: string, base = process.env.TSUZURI_BASE): SiteAddress {
  const url = toldUrl(root);
  const path = withSlashes(base ?? url?.pathname ?? '/');
  return { base: path, ...optional('address', url && new URL(path, url.origin).href) };
}

function toldUrl(root: string): URL | undefined {
  const { TSUZURI_URL } = process.env;
  if (TSUZURI_URL) return checked(TSUZURI_URL, { file: 'TSUZURI_URL', key: 'TSUZURI_URL' });
  const { file, homepage } = settingsOf(root);
  return homepage === undefined ? undefined : checked(String(homepage), { file, key: 'homepage' });
}

/** `https://github.com/owner/name#readme`, which npm writes by itself, is the address of no site: it has a #. */
function checked(given: string, { file, key }: { file: string; key: string }): URL {
  const url = URL.canParse(given) ? new URL(given) : undefined;
  if (url && /^https?:$/.test(url.protocol) && !/[?#]/.test(given)) return url;
  throw complaint(
    file,
    undefined,
    `${key}「${given}」はサイトの番地ではありません`,
    '「https://host/path/」のように http か https で始め、「?」や「#」を付けずに書いてください',
  );
}

const withSlashes = (path: string): string => `/${path}/`.replace(/\/{2,}/g, '/');
