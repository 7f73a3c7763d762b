// Runs the judge off the main thread: its wasm and files in, progress and the judgement's JSON out. Loaded when
// evidence is first used. It reads the files itself, one after the other and piece by piece, so that only one is in
// memory; a few pieces are asked for ahead, since each takes its time however small it is.
// While the judge is at work it hears no message, but it can send some: whoever waits sees how far it is, and ends
// it by ending the worker.
import init, { Session } from "./judge.js";

const PIECE = 4 * 1024 * 1024;
const AHEAD = 3;
// Of what is to be done with a file, about this much is reading its bytes.
const LOADING = 0.1;
// Milliseconds between two messages.
const PAUSE = 50;

// What is no Unicode: what Japanese Excel saves, else what older programs on Windows save. The judge asks for it; its
// own tables would be larger than all of its rules.
self.legacyText = (bytes) => {
  try {
    return new TextDecoder("shift_jis", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
};

/** What gives the next piece of a file each time that it is called; the first ones are on their way already. */
const piecesOf = (blob) => {
  const asked = [];
  let at = 0;
  const ask = () => {
    if (at >= blob.size) return;
    const piece = blob.slice(at, at + PIECE).arrayBuffer();
    // Whoever takes the piece hears that it could not be read; nobody may come so far.
    piece.catch(() => {});
    asked.push(piece);
    at += PIECE;
  };
  for (let piece = 0; piece < AHEAD; piece += 1) ask();
  return async () => {
    const piece = asked.shift();
    ask();
    return new Uint8Array(await piece);
  };
};

self.onmessage = async ({ data: { wasm, files, now } }) => {
  const size = files.reduce((sum, { blob }) => sum + blob.size, 0) || 1;
  let [done, before, reached, told] = [0, 0, 0, 0];
  // Tells how many files are done, what is being done, and the share of all bytes; never back, and not all the time.
  const tell = (step, share) => {
    reached = Math.max(reached, (before + share * (files[done]?.blob.size ?? 0)) / size);
    const time = performance.now();
    if (time - told < PAUSE) return;
    told = time;
    self.postMessage({ done, step, share: reached });
  };
  try {
    // The first file comes in while the wasm is made ready.
    let next = files[0] && piecesOf(files[0].blob);
    await init({ module_or_path: wasm });
    const session = new Session({ progress: (step, share) => tell(step, LOADING + (1 - LOADING) * share) });
    for (const [index, { name, blob, command, batch }] of files.entries()) {
      if (index > 0 && batch !== files[index - 1].batch) session.begin_batch();
      if (index > 0) next = piecesOf(blob);
      session.begin_file(blob.size);
      for (let at = 0; at < blob.size; at += PIECE) {
        session.push(await next());
        tell("load", LOADING * Math.min(1, (at + PIECE) / blob.size));
      }
      tell("secrets", LOADING);
      // What was pasted is no file, and has no date.
      session.end_file(name, command, blob.lastModified / 1000);
      done += 1;
      before += blob.size;
    }
    told = 0;
    tell("rules", 0);
    self.postMessage({ json: session.finish(now) });
  } catch {
    self.postMessage({ failed: true });
  }
};
