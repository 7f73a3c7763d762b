// All that a browser says to the network, heard outside of it: a proxy that lets one origin through and writes down the
// rest. Nothing gets past it: no beacon, no prefetch, no socket, no worker.
import { createServer, request } from "node:http";
import type { AddressInfo } from "node:net";

export interface Proxy {
  port: number;
  /** How many requests went to the origin. */
  own: () => number;
  /** What else was asked for. */
  foreign: string[];
  close: () => void;
}

export async function proxyFor(origin: string): Promise<Proxy> {
  const foreign: string[] = [];
  let own = 0;
  const server = createServer((asked, answer) => {
    if (new URL(asked.url!).origin !== origin) {
      foreign.push(asked.url!);
      answer.writeHead(502).end();
      return;
    }
    own += 1;
    const onward = request(asked.url!, { method: asked.method, headers: asked.headers }, (reply) => {
      answer.writeHead(reply.statusCode!, reply.headers);
      reply.pipe(answer);
    });
    onward.on("error", () => answer.destroy());
    asked.pipe(onward);
  });
  // https, and sockets: the host is all that can be seen, and enough.
  server.on("connect", (asked, socket) => {
    foreign.push(asked.url!);
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
