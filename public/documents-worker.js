// Makes documents off the main thread; loaded when the first one is needed. Messages in: the wasm, a request, files.
// Messages out: progress, then the result as JSON. Files arrive in batches, because sending each one blocks the main
// thread for a moment. They are read here one after the other, so that only one is in memory.
import init, { Session } from "./documents.js";

const LIMIT = 64 * 1024 * 1024;
let session;
let done = 0;

self.onmessage = async ({ data: { wasm, request, files, isLast } }) => {
  try {
    // Only the first message contains the wasm.
    if (wasm) await init({ module_or_path: wasm });
    session ??= new Session(request);
    for (const { name, blob } of files) {
      // One byte beyond the limit makes the wasm refuse the file. A folder cannot be read and counts as empty.
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
