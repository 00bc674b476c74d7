/** Lets the service worker keep what a reader visits, and what they ask for. */
/// <reference types="vite/client" />
import { type Router, withBase } from 'vitepress';
import { onArrival } from '../shell/arrivals.ts';

/** A browser may stop a worker that is at one message for minutes. */
const AT_ONCE = 50;

/** Keeps each page at which a reader arrives. A browser that keeps nothing shows the site all the same. */
export async function keepVisited({ route }: Router): Promise<void> {
  if (import.meta.env.SSR || import.meta.env.DEV) return;
  try {
    await navigator.serviceWorker.register(withBase('/service-worker.js'), { updateViaCache: 'none' });
    await tell({});
    navigator.serviceWorker.addEventListener('controllerchange', () => void tell({})); // of another edition
    await tell({ keep: [location.pathname, ...loaded()] });
    let loadedAt = location.pathname;
    onArrival(async () => {
      const path = location.pathname;
      // Without a connection, the part of a page that the router wants may be missing where the page itself was kept;
      // once it was loaded as a whole, nothing more is to be had.
      const isMissing = route.data.isNotFound && path !== loadedAt;
      if (isMissing && (!navigator.onLine || (await caches.match(path).catch(() => undefined)))) {
        loadedAt = path;
        location.reload();
      } else if (!route.data.isNotFound) void tell({ keep: [path] });
    });
  } catch {
    // no such thing here, or it is forbidden: who asks for it is told
  }
}

/** What has come before the worker was there to see it. */
const loaded = (): string[] =>
  performance
    .getEntriesByType('resource')
    .map(({ name }) => name)
    .filter(name => name.startsWith(location.origin + withBase('/')) && !name.endsWith('/service-worker.js'));

async function tell(wish: object, ports: MessagePort[] = []): Promise<void> {
  const { active } = await navigator.serviceWorker.ready;
  active?.postMessage(wish, ports);
}

/**
 * Keeps files of the site.
 * @param report is told how many were asked for, from time to time
 * @returns how many could not be kept; nothing where the browser keeps nothing
 */
export async function keep(paths: readonly string[], report: (done: number) => void): Promise<number | undefined> {
  const registration = await navigator.serviceWorker?.getRegistration(withBase('/')).catch(() => undefined);
  if (!registration) return undefined;
  let failed = 0;
  for (let done = 0; done < paths.length; done += AT_ONCE) {
    report(done);
    failed += await keepSome(paths.slice(done, done + AT_ONCE));
  }
  return failed;
}

function keepSome(paths: readonly string[]): Promise<number> {
  const { port1, port2 } = new MessageChannel();
  return new Promise((resolve, reject) => {
    port1.onmessage = ({ data }: MessageEvent<number>) => resolve(data);
    tell({ keep: paths }, [port2]).catch(reject);
  });
}
