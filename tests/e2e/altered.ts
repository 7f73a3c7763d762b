// A dishonest host: hands on what an honest one has, but for one byte of some files. The byte is chosen so that the file
// would work all the same: only its hash tells.
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

/** One letter of the text that stands last in a wasm; the line's end that closes a script. */
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

/** Serves what stands at `honest`, with every file altered whose name `which` matches. */
export async function dishonest(honest: string, which: RegExp): Promise<Host> {
  const { origin, pathname } = new URL(honest);
  const server = createServer(async ({ url }, answer) => {
    const response = await fetch(origin + url);
    const body = Buffer.from(await response.arrayBuffer());
    const name = url!.split(/[/?]/).at(-1)!;
    answer.writeHead(response.status, { "content-type": response.headers.get("content-type") ?? "" });
    answer.end(which.test(name) ? alter(name, body) : body);
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  const close = () => {
    server.closeAllConnections();
    server.close();
  };
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}${pathname}`, close };
}
