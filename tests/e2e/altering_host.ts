// A startAlteringHost host: it forwards the files of an honest one, but alters one byte of some of them. The altered files
// would still work; only their hashes differ.
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

/** Changes the case of one letter in the last text of a wasm, or replaces the final line break of a script. */
function alter(name: string, body: Buffer): Buffer {
  const altered = Buffer.from(body);
  if (name.endsWith(".wasm")) {
    const text = body.toString("latin1");
    const words = [...text.matchAll(/[a-z]{8}/g)];
    altered[words.at(-1)!.index]! ^= 0x20;
  } else {
    altered[altered.length - 1] = " ".charCodeAt(0);
  }
  return altered;
}

export type Host = { url: string; close: () => void };

/** Serves the site at `honest`, and alters the files whose names match `pattern`. */
export async function startAlteringHost(honest: string, pattern: RegExp): Promise<Host> {
  const { origin, pathname } = new URL(honest);
  const server = createServer(async ({ url }, response) => {
    const upstream = await fetch(origin + url);
    const body = Buffer.from(await upstream.arrayBuffer());
    const name = url!.split(/[/?]/).at(-1)!;
    response.writeHead(upstream.status, { "content-type": upstream.headers.get("content-type") ?? "" });
    response.end(pattern.test(name) ? alter(name, body) : body);
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  const close = () => {
    server.closeAllConnections();
    server.close();
  };
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}${pathname}`, close };
}
