/** Writes what the site needs to be read without a connection: the service worker, and the list of all files to keep. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, sep } from 'node:path';
import { escapeHtml } from './hardening.ts';
import type { Site } from './site.ts';

/** What the worker is told. */
export interface WorkerSettings {
  /** Whether it keeps anything; else it takes itself away. */
  readonly isOn: boolean;
  /** Another one for each content of the site. */
  readonly version: string;
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

/** What pages and search are made of; scans, ledgers, Markdown, feeds and books are there for other uses. */
const NEEDED = /\.html$|^assets\/|^data\/|^search\/|^[^/]+\.(?:css|json|webmanifest|png|svg)$/;

/** The worker as it is compiled. */
const WORKER = createRequire(import.meta.url).resolve('@tsuzuri/site/service-worker');

/** @param folder the site, complete but for these files */
export function offlineFiles(folder: string, site: Site): [path: string, content: string][] {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map(name => name.split(sep).join('/'))
    .filter(name => NEEDED.test(name) && statSync(join(folder, name)).isFile())
    .sort();
  const sizes = names.map(name => statSync(join(folder, name)).size);
  const whole: WholeSite = {
    bytes: sizes.reduce((sum, size) => sum + size, 0),
    paths: names.map(name => name.replace(/(^|\/)index\.html$/, '$1')),
  };
  const settings: WorkerSettings = { isOn: site.isKept, version: hashOf(folder, names), notKept: notKept(site) };
  return [
    ['service-worker.js', workerWith(settings)],
    ...(site.isKept ? [['offline.json', `${JSON.stringify(whole)}\n`] as [string, string]] : []),
  ];
}

function hashOf(folder: string, names: readonly string[]): string {
  const hash = createHash('sha256');
  for (const name of names) hash.update(`${name}\n`).update(readFileSync(join(folder, name)));
  return hash.digest('hex').slice(0, 12);
}

/** A service worker of all browsers is no module. */
function workerWith(settings: WorkerSettings): string {
  const code = readFileSync(WORKER, 'utf8').replace(/^(?:export \{\};|\/\/# sourceMappingURL=.*)$/gm, '');
  return `const SETTINGS = ${JSON.stringify(settings)};\n${code.trimEnd()}\n`;
}

function notKept({ label, title, place }: Site): string {
  return `<!DOCTYPE html>
<html lang="${label.language}">
  <head>
    <meta charset="utf-8">
    <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
    <meta name="viewport" content="width=device-width,initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <title>${label('site.notKept')} | ${escapeHtml(title)}</title>
    <style>body { font: 1.125rem/1.8 sans-serif; margin: 2rem auto; max-width: 40em; padding: 0 1rem }</style>
  </head>
  <body>
    <main>
      <h1>${label('site.notKept')}</h1>
      <p>${label('site.notKeptAdvice')}</p>
      <p><a href="">${label('site.again')}</a></p>
      <p><a href="${escapeHtml(place.base)}">${label('site.toHome')}</a></p>
    </main>
  </body>
</html>
`;
}
