// A proxy that forwards requests to one origin and records all others. It sees all traffic of a browser, including
// beacons, prefetches, sockets and workers.
import { createServer, request } from "node:http";
import type { AddressInfo } from "node:net";

export interface Proxy {
  port: number;
  /** The number of requests to the origin. */
  own: () => number;
  /** The URLs of all other requests. */
  foreign: string[];
  close: () => void;
}

export async function proxyFor(origin: string): Promise<Proxy> {
  const foreign: string[] = [];
  let own = 0;
  const server = createServer((incoming, outgoing) => {
    if (new URL(incoming.url!).origin !== origin) {
      foreign.push(incoming.url!);
      outgoing.writeHead(502).end();
      return;
    }
    own += 1;
    const forwarded = request(incoming.url!, { method: incoming.method, headers: incoming.headers }, (reply) => {
      outgoing.writeHead(reply.statusCode!, reply.headers);
      reply.pipe(outgoing);
    });
    forwarded.on("error", () => outgoing.destroy());
    incoming.pipe(forwarded);
  });
  // HTTPS and sockets: only the host is visible, which is enough.
  server.on("connect", (incoming, socket) => {
    foreign.push(incoming.url!);
    socket.end("HTTP/1.1 502 Bad Gateway\r\n\r\n");
    socket.on("error", () => socket.destroy());
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const close = () => {
    server.closeAllConnections();
    server.close();
  };
  return { port: (server.address() as AddressInfo).port, own: () => own, foreign, close };
}
