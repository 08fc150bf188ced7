// Serves pages, on the loopback address only.
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { basename, join, resolve } from 'node:path';

/**
 * The content type of a file. Names UTF-8 for a page in UTF-8 that does not name its encoding, because browsers would
 * guess another one.
 */
function typeOf(name, /** @type {Uint8Array | string} */ bytes) {
  if (name.endsWith('.pdf')) return 'application/pdf';
  if (typeof bytes === 'string') return 'text/html; charset=utf-8';
  if (/charset/i.test(new TextDecoder('latin1').decode(bytes.subarray(0, 2048)))) return 'text/html';
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return 'text/html; charset=utf-8';
  } catch {
    return 'text/html';
  }
}

/** Reads NAME.html of a folder. Where that is missing, reads NAME/source.html, the form of the pages in test/pages. */
const readPage = (folder, name) =>
  readFile(join(folder, name)).catch(() =>
    readFile(join(folder, name.replace(/\.html$/, ''), 'source.html')),
  );

/**
 * Serves the HTML files of a folder. Does not change their bytes, so that the browser takes the encoding from the page
 * itself. `pages` has further pages, or edited versions, by name; it may change while the server runs.
 */
export async function servePages(folder, /** @type {Map<string, string>} */ pages = new Map()) {
  const server = createServer(async (request, response) => {
    const name = basename(decodeURIComponent(new URL(request.url, 'http://localhost').pathname));
    try {
      const bytes = pages.get(name) ?? (await readPage(resolve(folder), name));
      response.writeHead(200, { 'content-type': typeOf(name, bytes) }).end(bytes);
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
