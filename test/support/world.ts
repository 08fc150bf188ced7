import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/**
 * A proxy that replaces the whole network. It serves pages by their address without the scheme (`news.example/1.html`),
 * records every request, and connects to no real server.
 */
export class World {
  readonly pages = new Map<string, string>();
  /** Every requested address, and `connect HOST` for every connection that was asked for. */
  readonly requests: string[] = [];
  private readonly server: Server = createServer((request, response) => {
    const url = new URL(request.url!, `http://${request.headers.host}`);
    this.requests.push(url.href);
    const page = this.pages.get(url.host + url.pathname);
    if (page === undefined) response.writeHead(404).end();
    else response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(page);
  });

  async open(): Promise<number> {
    this.server.on('connect', (request, socket) => {
      this.requests.push(`connect ${request.url}`);
      socket.end('HTTP/1.1 403 Forbidden\r\n\r\n');
    });
    await new Promise<void>((listening) => this.server.listen(0, '127.0.0.1', listening));
    return this.port;
  }

  get port(): number {
    return (this.server.address() as AddressInfo).port;
  }

  close(): Promise<unknown> {
    this.server.closeAllConnections();
    return new Promise((closed) => this.server.close(closed));
  }
}
