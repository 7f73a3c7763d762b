// Makes documents off the main thread: a request and files in, progress and the answer's JSON out. Loaded when one is
// first wanted. It reads the files itself, one after the other, so that only one is in memory.
import init, { Session } from "./desk.js";

const LIMIT = 64 * 1024 * 1024;

self.onmessage = async ({ data: { request, files } }) => {
  try {
    await init();
    const session = new Session(request);
    for (const [index, { name, blob }] of files.entries()) {
      // One byte past what the desk takes is enough for it to refuse the file; a folder cannot be read at all.
      const bytes = await blob.slice(0, LIMIT + 1).arrayBuffer().catch(() => new ArrayBuffer(0));
      session.add(name, new Uint8Array(bytes));
      self.postMessage({ done: index + 1 });
    }
    self.postMessage({ json: session.finish() });
  } catch {
    self.postMessage({ failed: true });
  }
};
