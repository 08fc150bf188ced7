// The page in which a benchmark runs: bundles its script, and serves the page on the loopback address.
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join } from 'node:path';
import { root } from '../setup.mjs';

/** Bundles the script of a benchmark as the global `bench`. `entry` is its path from the project's root. */
export async function bundle(entry, alias = {}) {
  // Imports Vite only here, because the benchmark has installed the packages by now.
  const { build } = await import('vite');
  const [{ output }] = [
    await build({
      configFile: false,
      root,
      logLevel: 'error',
      define: { 'process.env.NODE_ENV': '"production"' },
      resolve: { alias: { '@/': `${root}/`, ...alias } },
      build: {
        write: false,
        minify: false,
        target: 'chrome120',
        lib: { entry: join(root, entry), formats: ['iife'], name: 'bench' },
      },
    }),
  ].flat();
  return output.find(({ type }) => type === 'chunk').code;
}

const TYPES = { '.wasm': 'application/wasm', '.html': 'text/html; charset=utf-8' };

/**
 * Serves one empty page with the script, and the given files by their addresses. The page is cross-origin isolated, so
 * that its clock has a resolution of 5 instead of 100 microseconds.
 */
export async function serve(script, files = {}) {
  const bodyOf = (path) => {
    if (files[path]) return readFileSync(files[path]);
    if (path === '/bench.js') return script;
    return '<!doctype html><meta charset="utf-8"><title>bench</title><body><script src="/bench.js"></script>';
  };
  const server = createServer(({ url }, response) => {
    const { pathname } = new URL(url, 'http://127.0.0.1');
    const type = pathname === '/' ? '.html' : extname(pathname);
    response
      .writeHead(200, {
        'content-type': TYPES[type] ?? 'text/javascript; charset=utf-8',
        'cross-origin-opener-policy': 'same-origin',
        'cross-origin-embedder-policy': 'require-corp',
      })
      .end(bodyOf(pathname));
  });
  await new Promise((listening) => server.listen(0, '127.0.0.1', listening));
  return { url: `http://127.0.0.1:${server.address().port}/`, close: () => server.close() };
}
