/**
 * Keeps pages for reading without a connection. Online the network is always asked first, so that no page is ever stale;
 * what has a hash in its name never changes and is asked for once. `config/offline.ts` writes this file to the site.
 */
import type { WorkerSettings } from '../../config/offline.ts';

/** Written before this file. */
declare const SETTINGS: WorkerSettings;

/** What is used of a service worker; the types of TypeScript have it only without those of a page. */
interface Worker {
  readonly registration: { readonly scope: string; readonly unregister: () => Promise<boolean> };
  readonly clients: { readonly claim: () => Promise<void> };
  readonly skipWaiting: () => Promise<void>;
  readonly addEventListener: <E extends keyof Events>(name: E, listener: (event: Events[E]) => void) => void;
}
interface Events {
  readonly install: WorkerEvent;
  readonly activate: WorkerEvent;
  readonly fetch: WorkerEvent & {
    readonly request: Request;
    readonly respondWith: (answer: Promise<Response>) => void;
  };
  readonly message: WorkerEvent & { readonly data: Wish; readonly ports: readonly MessagePort[] };
}
interface WorkerEvent {
  readonly waitUntil: (work: Promise<unknown>) => void;
}

/** Paths on the host that a page wishes to have kept; nothing: all that was kept of an earlier edition of the site. */
interface Wish {
  readonly keep?: readonly string[];
}

const worker = self as unknown as Worker;
const FAMILY = `tsuzuri ${worker.registration.scope} `;
const CACHE = FAMILY + SETTINGS.version;
const isEarlier = (name: string): boolean => name.startsWith(FAMILY) && name !== CACHE;

/** `/assets/app.BL4KHyUo.js`, `/search/83e87df17d21/…` */
const UNCHANGING = /\/(?:assets\/.+\.[\w-]{8}\.|search\/[\da-f]{12}\/)/;
/** What stands in a page and is needed to show it. */
const PARTS = /(?:href|src)="([^"]+\.(?:js|css))"/g;
/** Books are files of their own, and large. */
const LEFT_OUT = /\.(?:pdf|epub)$/;
/** So many files are asked for at once. */
const AT_ONCE = 6;

worker.addEventListener('install', event => event.waitUntil(worker.skipWaiting()));
worker.addEventListener('activate', event => event.waitUntil(SETTINGS.isOn ? worker.clients.claim() : retire()));

worker.addEventListener('fetch', event => {
  const { request } = event;
  const isOurs = request.method === 'GET' && request.url.startsWith(worker.registration.scope);
  if (SETTINGS.isOn && isOurs && !LEFT_OUT.test(new URL(request.url).pathname)) event.respondWith(answer(request));
});

worker.addEventListener('message', event => {
  const [port] = event.ports;
  const { keep } = event.data;
  // Who asks for a page wants its tools, too; a page that was only visited shall cost no more than itself.
  const all = keep && [...keep, ...(port ? SETTINGS.programs : [])];
  event.waitUntil(all ? keepAll(all).then(failed => port?.postMessage(failed)) : renew());
});

/** Switched off by the configuration: nothing is left behind. */
async function retire(): Promise<void> {
  for (const name of await caches.keys()) if (name.startsWith(FAMILY)) await caches.delete(name);
  await worker.registration.unregister();
}

async function answer(request: Request): Promise<Response> {
  const isUnchanging = UNCHANGING.test(request.url);
  const known = isUnchanging ? await find(request) : undefined;
  if (known) return known;
  try {
    // Hosts let browsers keep a page for minutes: GitHub Pages for ten.
    const response = await fetch(request, isUnchanging ? {} : { cache: 'no-cache' });
    if (response.ok) await put(request.url, response.clone());
    return response;
  } catch {
    return (await find(request)) ?? (request.mode === 'navigate' ? notKept() : Response.error());
  }
}

/** In the current edition, else in one from which not everything was fetched anew. */
async function find(request: Request): Promise<Response | undefined> {
  const options = { ignoreSearch: true, ignoreVary: true };
  const cache = await caches.open(CACHE).catch(() => undefined);
  return (await cache?.match(request, options)) ?? caches.match(request, options).catch(() => undefined);
}

/** @returns whether there was room for it */
async function put(address: string, response: Response): Promise<boolean> {
  try {
    const cache = await caches.open(CACHE);
    await cache.put(address.replace(/[?#].*$/, ''), response);
    return true;
  } catch {
    return false;
  }
}

function notKept(): Response {
  return new Response(SETTINGS.notKept, { status: 503, headers: { 'content-type': 'text/html; charset=utf-8' } });
}

/**
 * Fetches files, and what the pages among them need.
 * @returns how many could not be kept
 */
async function keepAll(paths: readonly string[]): Promise<number> {
  const known = new Set<string>();
  let failed = 0;
  let next = paths.map(path => new URL(path, worker.registration.scope).href);
  while (next.length > 0) {
    const addresses = [...new Set(next)].filter(address => !known.has(address));
    for (const address of addresses) known.add(address);
    const waiting = addresses.values(); // shared: each takes the next
    next = [];
    const work = async (): Promise<void> => {
      for (const address of waiting) {
        const parts = await keepOne(address);
        if (parts) next.push(...parts);
        else failed++;
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, work));
  }
  return failed;
}

/** @returns addresses of what the file needs; nothing where it could not be kept */
async function keepOne(address: string): Promise<string[] | undefined> {
  if (UNCHANGING.test(address) && (await find(new Request(address)))) return [];
  const response = await fetch(address, { cache: 'no-cache' }).catch(() => undefined);
  if (!response?.ok) return undefined;
  const html = address.endsWith('/') ? await response.clone().text() : '';
  const parts = [...html.matchAll(PARTS)].map(([, part = '']) => new URL(part, address).href);
  return (await put(address, response)) ? parts : undefined;
}

/** What was kept of earlier editions is fetched anew, then they go. */
async function renew(): Promise<void> {
  for (const name of (await caches.keys()).filter(isEarlier)) {
    const kept = await (await caches.open(name)).keys();
    const changing = kept.map(({ url }) => url).filter(url => !UNCHANGING.test(url));
    await keepAll(changing);
    await caches.delete(name);
  }
}
