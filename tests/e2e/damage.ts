// Damages a page from outside, as browsers, people and other software may. The product has no code for this.
import type { Page } from "@playwright/test";

/** Records every memory of the page's wasm in `globalThis.memories`, the newest last. */
export const watchMemory = (page: Page) =>
  page.addInitScript(() => {
    const memories: WebAssembly.Memory[] = ((globalThis as any).memories = []);
    for (const name of ["instantiate", "instantiateStreaming"] as const) {
      const real = WebAssembly[name] as (...all: any[]) => Promise<any>;
      (WebAssembly as any)[name] = async (...all: any[]) => {
        const result = await real.apply(WebAssembly, all);
        memories.push((result.instance ?? result).exports.memory);
        return result;
      };
    }
  });

/** Overwrites the memory of the page's wasm, so that it traps at the next call. */
export const overwriteMemory = (page: Page) =>
  page.evaluate(() => (globalThis as any).memories.forEach((memory: WebAssembly.Memory) => new Uint8Array(memory.buffer).fill(0xff)));

/**
 * The same in every worker that the page starts, right after its wasm is instantiated. Not with 0xff: a length of -1
 * crashes Chromium's headless shell.
 */
export const overwriteWorkerMemory = (page: Page) =>
  page.evaluate(() => {
    const patch = `for (const name of ["instantiate", "instantiateStreaming"]) {
      const real = WebAssembly[name];
      WebAssembly[name] = async (...all) => {
        const made = await real.apply(WebAssembly, all);
        new Uint8Array((made.instance ?? made).exports.memory.buffer).fill(0xfe);
        return made;
      };
    }`;
    const real = ((globalThis as any).realAddress = URL.createObjectURL);
    URL.createObjectURL = (blob: Blob) => real.call(URL, blob.type.includes("javascript") ? new Blob([patch, "\n", blob], { type: blob.type }) : blob);
  });

export const restoreWorkers = (page: Page) => page.evaluate(() => void (URL.createObjectURL = (globalThis as any).realAddress));

/** Makes local storage throw, as when the browser blocks it. */
export const blockStorage = (page: Page) =>
  page.evaluate(() =>
    Object.defineProperty(window, "localStorage", {
      get: () => {
        throw new DOMException("no", "SecurityError");
      },
    }),
  );

export const fillStorage = (page: Page) =>
  page.evaluate(() => {
    let size = 1 << 22;
    for (let i = 0; size > 0; i++) {
      try {
        localStorage.setItem(`fill${i}`, "x".repeat(size));
      } catch {
        size >>= 1;
      }
    }
  });

export const freeStorage = (page: Page) =>
  page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith("fill")).forEach((key) => localStorage.removeItem(key)));

/** Writes a text to local storage. */
export const write = (page: Page, text: string, key: string) => page.evaluate(([key, text]) => localStorage.setItem(key!, text!), [key, text]);

/** The same random numbers for the same seed (mulberry32). */
export function random(seed: number): () => number {
  return () => {
    seed = (seed + 0x6d2b79f5) | 0;
    let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}
