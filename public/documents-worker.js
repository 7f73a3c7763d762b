// Makes documents off the main thread: its wasm, a request and files in, progress and the answer's JSON out. Loaded when
// one is first wanted. Files come some at a time, since the page is held up for each that it sends. They are read here, one
// after the other, so that only one is in memory.
import init, { Session } from "./documents.js";

const LIMIT = 64 * 1024 * 1024;
let session;
let done = 0;

self.onmessage = async ({ data: { wasm, request, files, isLast } }) => {
  try {
    // It comes with the first message only.
    if (wasm) await init({ module_or_path: wasm });
    session ??= new Session(request);
    for (const { name, blob } of files) {
      // One byte past what the worker takes is enough for it to refuse the file; a folder cannot be read at all.
      const bytes = await blob.slice(0, LIMIT + 1).arrayBuffer().catch(() => new ArrayBuffer(0));
      session.add(name, new Uint8Array(bytes));
      done += 1;
      self.postMessage({ done });
    }
    self.postMessage(isLast ? { json: session.finish() } : { more: true });
  } catch {
    self.postMessage({ failed: true });
  }
};
