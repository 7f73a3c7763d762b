// Makes documents off the main thread: a request and files in, progress and the answer's JSON out. Loaded when one is
// first wanted. It reads the files itself, one after the other, so that only one is in memory.
import init, { Session } from "./desk.js";

self.onmessage = async ({ data: { request, files } }) => {
  try {
    await init();
    const session = new Session(request);
    for (const [index, { name, blob }] of files.entries()) {
      session.add(name, new Uint8Array(await blob.arrayBuffer()));
      self.postMessage({ done: index + 1 });
    }
    self.postMessage({ json: session.finish() });
  } catch {
    self.postMessage({ failed: true });
  }
};
