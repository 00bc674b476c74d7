/** Makes a copy of the site that opens from a folder or an unpacked zip, without any server. */
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { say } from '@tsuzuri/core/wording';
import type { Printer } from '../printer.ts';

export const offlinePrinter: Printer = {
  name: 'offline',
  get label() {
    return say('print.offline');
  },
  print: (_, { base, folder }) => {
    copyOffline(join(folder, 'site'), { folder: join(folder, 'offline'), base });
    return [];
  },
};

/** Programs of the site, which browsers refuse to load from files, and what is fetched ahead for them. */
const SCRIPTS = /<script\b(?![^>]*ld\+json)[^>]*>[\s\S]*?<\/script>|<link\b[^>]*\brel="modulepreload"[^>]*>/g;
/** The policy names the server by `'self'`, which no file is. */
const POLICY = /<meta http-equiv="Content-Security-Policy"[^>]*>/;
/** `href="/glossary/nisc#n1"`, `src="/assets/x.svg"`. */
const ADDRESS = /\b(href|src)="(\/(?!\/)[^"]*)"/g;
/** Nothing runs and nothing is asked of the network, even so. */
const SEALED = `<meta http-equiv="Content-Security-Policy" content="script-src 'none'; connect-src 'none'; object-src 'none'">`;

/** Parts that need the programs of the site: they would promise what does not come. */
const LIVELY = [
  'VPSwitch',
  'VPNavBarHamburger',
  'VPLocalNav',
  'proof-switch',
  'list-filter',
  'search-button',
  'search-box',
  'keep-offline',
];
const HIDDEN = `<style>${LIVELY.map(name => `.${name}`).join(',')}{display:none!important}.search-absent{display:block!important}</style>`;

/**
 * @param site folder of the built site
 * @param base path under which its addresses stand: `/`
 */
export function copyOffline(site: string, { folder, base }: { folder: string; base: string }): void {
  const draft = mkdtempSync(`${folder}-`);
  try {
    // No earlier address leads to a copy: `nisc.html/`, beside `nisc/`, is of no use in it.
    cpSync(site, draft, { recursive: true, filter: path => !/\.html$/.test(path) || statSync(path).isFile() });
    chmodSync(draft, 0o755 & ~process.umask()); // that of `mkdtemp` is closed to others
    for (const file of readdirSync(draft, { recursive: true, encoding: 'utf8' })) {
      if (/\.(?:m?js)$/.test(file)) rmSync(join(draft, file));
      if (file.endsWith('.html')) writeFileSync(join(draft, file), relative(join(draft, file), { draft, file, base }));
    }
    dropIndex(join(draft, 'search'));
    rmSync(join(draft, 'offline.json'), { force: true }); // all of it is here
    rmSync(folder, { recursive: true, force: true });
    renameSync(draft, folder);
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
}

/** What the search reads; its page stays, and says that it does not work here. */
function dropIndex(search: string): void {
  if (!existsSync(search)) return;
  for (const name of readdirSync(search))
    if (name !== 'index.html') rmSync(join(search, name), { recursive: true, force: true });
}

function relative(path: string, { draft, file, base }: { draft: string; file: string; base: string }): string {
  const up = '../'.repeat(file.split(/[\\/]/).length - 1) || './';
  const html = readFileSync(path, 'utf8').replace(SCRIPTS, '').replace(POLICY, SEALED);
  return html
    .replace(ADDRESS, (whole, name: string, address: string) =>
      address.startsWith(base) ? `${name}="${up}${fileOf(draft, address.slice(base.length))}"` : whole,
    )
    .replace('</head>', `${HIDDEN}</head>`);
}

/** `glossary/nisc#n1` → `glossary/nisc/index.html#n1` */
function fileOf(draft: string, address: string): string {
  const [, path = '', hash = ''] = /^([^#?]*)[^#]*(#.*)?$/.exec(address) ?? [];
  const isPage = existsSync(join(draft, decodeURIComponent(path), 'index.html'));
  return `${path}${isPage ? `${path === '' || path.endsWith('/') ? '' : '/'}index.html` : ''}${hash}`;
}
