// Serves pages on the loopback address only.
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { basename, join, resolve } from 'node:path';

/**
 * Serves the HTML files of a folder. Bytes go out as they are: a page's own head says its encoding. `pages`
 * are more of them by name, or the same ones as edited later; it may be changed while the server runs.
 */
export async function servePages(folder, /** @type {Map<string, string>} */ pages = new Map()) {
  const server = createServer(async (request, response) => {
    const name = basename(decodeURIComponent(new URL(request.url, 'http://localhost').pathname));
    try {
      const bytes = pages.get(name) ?? (await readFile(join(resolve(folder), name)));
      response
        .writeHead(200, { 'content-type': name.endsWith('.pdf') ? 'application/pdf' : 'text/html' })
        .end(bytes);
    } catch {
      response.writeHead(404, { 'content-type': 'text/plain' }).end('Not found');
    }
  });
  await new Promise((listening) => server.listen(0, '127.0.0.1', listening));
  return {
    origin: `http://127.0.0.1:${server.address().port}`,
    close: () => {
      server.closeAllConnections();
      return new Promise((closed) => server.close(closed));
    },
  };
}
