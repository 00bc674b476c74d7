/** Serves a folder as a plain static host does, with no setting of its own. */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { gzipSync } from 'node:zlib';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.pdf': 'application/pdf',
};

export interface Host {
  /** `http://127.0.0.1:41234` */
  readonly origin: string;
  readonly close: () => void;
}

/** @param base path under which the folder stands: `/` or `/below/` */
export async function serve(folder: string, base = '/'): Promise<Host> {
  const server = createServer((request, response) => {
    const { pathname, search } = new URL(request.url ?? '/', 'http://host');
    const path = decodeURIComponent(pathname);
    const file = join(folder, path.startsWith(base) ? path.slice(base.length) : '\0');
    const isFolder = existsSync(file) && statSync(file).isDirectory();
    if (isFolder && !path.endsWith('/')) {
      response.writeHead(301, { location: `${pathname}/${search}` }).end();
      return;
    }
    const found = isFolder ? join(file, 'index.html') : file;
    const ok = existsSync(found);
    const sent = ok ? found : join(folder, '404.html');
    const type = TYPES[extname(sent)] ?? 'application/octet-stream';
    const squeezed = /^(?:text|application\/json)/.test(type) && { 'content-encoding': 'gzip' };
    // As GitHub Pages has it.
    response.writeHead(ok ? 200 : 404, { 'content-type': type, 'cache-control': 'max-age=600', ...squeezed });
    response.end(squeezed ? gzipSync(readFileSync(sent)) : readFileSync(sent));
  });
  await new Promise<void>(done => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
