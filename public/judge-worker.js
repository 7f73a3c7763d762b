// Runs the judge off the main thread; loaded when evidence is first used. Messages in: the wasm and files. Messages
// out: progress, then the judgement as JSON. Files are read one after the other and in pieces, so that only one is in
// memory. A few pieces are requested ahead, because each read has a latency of its own.
// While it judges, the worker sends progress but receives no messages; it is cancelled by terminating it.
import init, { Session } from "./judge.js";

const PIECE = 4 * 1024 * 1024;
const AHEAD = 3;
// Share of a file's progress that stands for reading its bytes (an estimate).
const LOADING = 0.1;
// Minimum milliseconds between two progress messages.
const PAUSE = 50;

// Decodes text that is not Unicode: Shift_JIS (Japanese Excel), otherwise windows-1252 (older Windows programs). The
// judge's wasm calls this, because decoding tables of its own would be larger than all of its rules.
self.legacyText = (bytes) => {
  try {
    return new TextDecoder("shift_jis", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
};

/** Returns a function that returns the next piece of the file at each call. The first reads start at once. */
const pieceReader = (blob) => {
  const pending = [];
  let at = 0;
  const readAhead = () => {
    if (at >= blob.size) return;
    const piece = blob.slice(at, at + PIECE).arrayBuffer();
    // A read error is thrown where the piece is awaited. This handler is for pieces that are never awaited.
    piece.catch(() => {});
    pending.push(piece);
    at += PIECE;
  };
  for (let piece = 0; piece < AHEAD; piece += 1) readAhead();
  return async () => {
    const piece = pending.shift();
    readAhead();
    return new Uint8Array(await piece);
  };
};

self.onmessage = async ({ data: { wasm, files, now } }) => {
  const size = files.reduce((sum, { blob }) => sum + blob.size, 0) || 1;
  let [done, bytesDone, maxShare, lastPost] = [0, 0, 0, 0];
  // Posts the number of finished files, the current step and the share of all bytes. The share never decreases.
  const postProgress = (step, share) => {
    maxShare = Math.max(maxShare, (bytesDone + share * (files[done]?.blob.size ?? 0)) / size);
    const time = performance.now();
    if (time - lastPost < PAUSE) return;
    lastPost = time;
    self.postMessage({ done, step, share: maxShare });
  };
  try {
    // The first file is read while the wasm compiles.
    let nextPiece = files[0] && pieceReader(files[0].blob);
    await init({ module_or_path: wasm });
    const session = new Session({ progress: (step, share) => postProgress(step, LOADING + (1 - LOADING) * share) });
    for (const [index, { name, blob, command, batch }] of files.entries()) {
      if (index > 0 && batch !== files[index - 1].batch) session.begin_batch();
      if (index > 0) nextPiece = pieceReader(blob);
      session.begin_file(blob.size);
      for (let at = 0; at < blob.size; at += PIECE) {
        session.push(await nextPiece());
        postProgress("load", LOADING * Math.min(1, (at + PIECE) / blob.size));
      }
      postProgress("secrets", LOADING);
      // Pasted text is not a file: its date is NaN, which means unknown.
      session.end_file(name, command, blob.lastModified / 1000);
      done += 1;
      bytesDone += blob.size;
    }
    lastPost = 0;
    postProgress("rules", 0);
    self.postMessage({ json: session.finish(now) });
  } catch {
    self.postMessage({ failed: true });
  }
};
