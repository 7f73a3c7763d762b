// Makes documents off the main thread: a request in, a document's JSON out. Loaded when one is first wanted.
import init, { answer } from "./desk.js";

self.onmessage = async ({ data: { request } }) => {
  try {
    await init();
    self.postMessage({ json: answer(request) });
  } catch {
    self.postMessage({ failed: true });
  }
};
