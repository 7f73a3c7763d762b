// Runs the judge off the main thread: its wasm and files in, progress and the judgement's JSON out. Loaded when
// evidence is first used. It reads the files itself, one after the other, so that only one is in memory.
import init, { Session } from "./judge.js";

self.onmessage = async ({ data: { wasm, files, now } }) => {
  try {
    await init({ module_or_path: wasm });
    const session = new Session();
    for (const [index, { name, blob, command, batch }] of files.entries()) {
      if (index > 0 && batch !== files[index - 1].batch) session.begin_batch();
      session.add(name, new Uint8Array(await blob.arrayBuffer()), command);
      self.postMessage({ done: index + 1 });
    }
    self.postMessage({ json: session.finish(now) });
  } catch {
    self.postMessage({ failed: true });
  }
};
