/** Writes what the site needs to be read without a connection: the service worker, and the list of all files to keep. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, relative, sep } from 'node:path';
import { escapeHtml } from './hardening.ts';
import { plainPage } from './plain-page.ts';
import type { Site } from './site.ts';

/** What the worker is told. */
export interface WorkerSettings {
  /** Whether it keeps anything; else it takes itself away. */
  readonly isOn: boolean;
  /** Another one for each content of the site. */
  readonly version: string;
  /** From the root of the site, what pages load as a reader wants it: `assets/chunks/part-menu.CCoh-Y3d.js` */
  readonly programs: readonly string[];
  /** HTML of the page that stands for one that was not kept. */
  readonly notKept: string;
}

/** `offline.json`: what is to be kept of the whole site. */
export interface WholeSite {
  /** As they are sent to a browser that takes no compressed files. */
  readonly bytes: number;
  /** From the root of the site: `glossary/nisc/`, `assets/app.js` */
  readonly paths: readonly string[];
}

/** What pages and search are made of; scans, ledgers, Markdown, feeds and books are there for other uses, `x.html/` leads on. */
const NEEDED = /(?<!\.html\/index)\.html$|^assets\/|^data\/|^search\/|^[^/]+\.(?:css|json|webmanifest|png|svg)$/;

/** Not the search: without its index it finds nothing. */
const PROGRAM = /^assets\/chunks\/.+\.js$/;

/** @param folder the site, complete but for these files */
export function offlineFiles(folder: string, site: Site): [path: string, content: string][] {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(({ parentPath, name }) => relative(folder, join(parentPath, name)).split(sep).join('/'))
    .filter(name => NEEDED.test(name))
    .sort();
  const hash = createHash('sha256');
  let bytes = 0;
  for (const name of names) {
    const content = readFileSync(join(folder, name));
    hash.update(`${name}\n`).update(content);
    bytes += content.length;
  }
  const whole: WholeSite = { bytes, paths: names.map(name => name.replace(/(^|\/)index\.html$/, '$1')) };
  const version = hash.digest('hex').slice(0, 12);
  const programs = names.filter(name => PROGRAM.test(name));
  return [
    ['service-worker.js', workerWith({ isOn: site.isKept, version, programs, notKept: notKept(site) })],
    ...(site.isKept ? [['offline.json', `${JSON.stringify(whole)}\n`] as [string, string]] : []),
  ];
}

/** A service worker of all browsers is no module. */
function workerWith(settings: WorkerSettings): string {
  const worker = createRequire(import.meta.url).resolve('@tsuzuri/site/service-worker');
  const code = readFileSync(worker, 'utf8').replace(/^(?:export \{\};|\/\/# sourceMappingURL=.*)$/gm, '');
  return `const SETTINGS = ${JSON.stringify(settings)};\n${code.trimEnd()}\n`;
}

const notKept = (site: Site): string =>
  plainPage(site, {
    title: site.label('site.notKept'),
    head: [`<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">`],
    main: [
      `<h1>${site.label('site.notKept')}</h1>`,
      `<p>${site.label('site.notKeptAdvice')}</p>`,
      `<p><a href="">${site.label('site.again')}</a></p>`,
      `<p><a href="${escapeHtml(site.place.base)}">${site.label('theme.toHome')}</a></p>`,
    ],
  });
