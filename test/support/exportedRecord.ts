import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Article } from '@/lib/article/schema.ts';
import type { ExportedArticle } from '@/lib/exchange/exportForm.ts';
import { TextReading } from '@/lib/tasks/schema.ts';
import type { recordOf } from '../../scripts/extract/record.ts';

type CommandLineRecord = ReturnType<typeof recordOf>;

/**
 * Every field of an article and of the reading of its text. The command line and the export must both have these
 * fields.
 */
const FIELDS = [
  'canonicalUrl',
  ...Object.keys(Article.shape),
  ...Object.keys(TextReading.shape),
] as (keyof CommandLineRecord)[];

/** Converts an exported article to the form of the record that the command line prints. */
function recordOfExport({ saved, texts }: ExportedArticle): Record<string, unknown> {
  const text = texts.find(({ sha256 }) => sha256 === saved.sha256)?.text;
  return { ...saved, ...saved.article, text };
}

/** The fields in which an export differs from the output of the command line, with both values. */
export function differences(exported: ExportedArticle, record: CommandLineRecord) {
  const got = recordOfExport(exported);
  const same = (one: unknown, other: unknown) =>
    JSON.stringify(inOrder(one)) === JSON.stringify(inOrder(other));
  return [...new Set([...FIELDS, ...Object.keys(record)])]
    .filter((name) => name !== 'url' && !same(got[name], record[name as keyof CommandLineRecord]))
    .map((name) => ({ name, exported: got[name], printed: record[name as keyof CommandLineRecord] }));
}

/** Sorts the keys of all objects in a value, because parsing by a schema changes their order. */
function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([key, inner]) => [key, inOrder(inner)]),
  );
}

/** The encoding that the head of a page declares, in lower case. */
function declaredCharset(bytes: Uint8Array): string | undefined {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 1024));
  return /<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w-]+)/i.exec(head)?.[1]?.toLowerCase();
}

/**
 * The content type for a stored page. Usually the page itself declares its encoding. The header must declare it where
 * the page does not, or where the page was stored as UTF-8 but still declares its old encoding.
 */
function typeOf(bytes: Uint8Array): string {
  if (declaredCharset(bytes) === 'utf-8') return 'text/html';
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return 'text/html; charset=utf-8';
  } catch {
    return 'text/html';
  }
}

/** Serves stored pages byte for byte, without running their scripts. */
export async function serveStored(pages: Map<string, Uint8Array>) {
  const server = createServer((request, response) => {
    const bytes = pages.get(decodeURIComponent(new URL(request.url!, 'http://localhost').pathname).slice(1));
    if (bytes)
      response
        .writeHead(200, { 'content-type': typeOf(bytes), 'content-security-policy': "script-src 'none'" })
        .end(bytes);
    else response.writeHead(404, { 'content-type': 'text/plain' }).end('Not found');
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => {
      server.closeAllConnections();
      return new Promise((closed) => server.close(closed));
    },
  };
}
