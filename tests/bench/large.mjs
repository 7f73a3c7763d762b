// Large evidence on the evidence page, compared with JSON.parse of the same text in the same page: time, memory, the
// longest task of the main thread, the longest pause between two progress updates, and the time to cancel.
import { credentialReport, findings } from "./inputs.mjs";

const FINDINGS = 20_000;
const ROUNDS = 3;
const PARSES = 5;

const middle = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];

// Runs in each worker before its own script, and exposes the memory of its wasm as `__memory`.
const KEEP_MEMORY = `{
  const make = WebAssembly.instantiate;
  WebAssembly.instantiate = async (...all) => {
    const made = await make(...all);
    globalThis.__memory = (made.instance ?? made).exports.memory;
    return made;
  };
}`;

/** Opens the evidence page with a text in its memory, and waits until the page is idle. */
async function pageWith(browser, app, text) {
  const context = await browser.newContext({ locale: "en-GB" });
  const page = await context.newPage();
  await page.addInitScript((code) => {
    const address = URL.createObjectURL;
    URL.createObjectURL = (blob) => address(blob.type.includes("javascript") ? new Blob([code, blob], { type: blob.type }) : blob);
  }, KEEP_MEMORY);
  await page.goto(`${app}?lang=en#/evidence`);
  await page.waitForSelector("#drop .drop input", { state: "attached" });
  await page.waitForTimeout(1_500);
  await page.evaluate((text) => (globalThis.__text = text), text);
  await page.waitForTimeout(1_000);
  return page;
}

/** Drops the text as a file: milliseconds until the verdicts are shown, the longest task and the longest pause. */
async function judge(page) {
  await page.evaluate(() => (globalThis.__file = new File([globalThis.__text], "evidence.json")));
  await page.waitForTimeout(1_000);
  const result = await page.evaluate(async () => {
    const judging = document.querySelector(".judging");
    const updates = [];
    const observer = new MutationObserver(() => updates.push(performance.now()));
    observer.observe(judging, { attributes: true, childList: true, characterData: true, subtree: true });
    const tasks = [];
    const taskObserver = new PerformanceObserver((list) => tasks.push(...list.getEntries()));
    taskObserver.observe({ type: "longtask" });
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(globalThis.__file);
    const start = performance.now();
    updates.push(start);
    dispatchEvent(new DragEvent("drop", { dataTransfer, cancelable: true }));
    while (!judging.textContent.includes("Judged:")) await new Promise((done) => setTimeout(done, 5));
    updates.push(performance.now());
    observer.disconnect();
    await new Promise((done) => setTimeout(done, 500));
    taskObserver.disconnect();
    return {
      time: updates.at(-1) - start,
      pause: Math.max(...updates.slice(1).map((update, index) => update - updates[index])),
      longest: Math.max(0, ...tasks.filter((task) => task.startTime >= start).map((task) => task.duration)),
      verdicts: document.querySelectorAll(".verdict").length,
    };
  });
  if (!result.verdicts) throw new Error("nothing was judged");
  return result;
}

const forget = (page) => page.getByRole("button", { name: "Forget what was handed over" }).click();

/** The wasm memory of the worker that has just judged. */
const memory = (page) => page.workers().at(-1).evaluate(() => globalThis.__memory.buffer.byteLength);

/** Milliseconds from pressing "Cancel" until the page confirms it, and until the worker has ended. */
async function cancel(page) {
  await page.evaluate(() => {
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(globalThis.__file);
    dispatchEvent(new DragEvent("drop", { dataTransfer, cancelable: true }));
  });
  await page.waitForFunction(() => document.querySelector(".judging progress").value > 0.3);
  const worker = page.workers().at(-1);
  let ended = 0;
  worker.on("close", () => (ended = performance.now()));
  const start = performance.now();
  const confirmed = await page.evaluate(async () => {
    const start = performance.now();
    document.querySelector("#cancel-judging").click();
    while (!document.querySelector(".judging").textContent.includes("Cancelled")) await new Promise((done) => setTimeout(done, 1));
    return performance.now() - start;
  });
  while (!ended) await new Promise((done) => setTimeout(done, 1));
  return { confirmed, ended: ended - start };
}

async function measureFindings(browser, app, limit) {
  const text = findings(FINDINGS);
  const size = Buffer.byteLength(text);
  const page = await pageWith(browser, app, text);
  const parses = [];
  const rounds = [];
  let peak = 0;
  for (let round = 0; round < ROUNDS; round++) {
    for (let parse = 0; parse < PARSES; parse++) {
      parses.push(await page.evaluate(() => {
        const start = performance.now();
        JSON.parse(globalThis.__text);
        return performance.now() - start;
      }));
    }
    rounds.push(await judge(page));
    peak = Math.max(peak, await memory(page));
    await forget(page);
  }
  const [parse, time] = [middle(parses), middle(rounds.map(({ time }) => time))];
  console.log(`${FINDINGS} findings, ${(size / 1e6).toFixed(1)} MB: judged in ${time.toFixed(0)} ms, JSON.parse ${parse.toFixed(0)} ms; wasm memory ${(peak / 1e6).toFixed(0)} MB`);
  limit("judging to JSON.parse of the same text", time / parse, 4, "x");
  limit("wasm memory to input", peak / size, 5, "x");
  limit("longest task of the page meanwhile", Math.max(...rounds.map(({ longest }) => longest)), 100, " ms");
  limit("longest pause between two signs of progress, median", middle(rounds.map(({ pause }) => pause)), 250, " ms");
  const { confirmed, ended } = await cancel(page);
  limit("until the page says that it is cancelled", confirmed, 250, " ms");
  // Chromium lets a terminated worker that is busy run for up to two seconds; its messages are discarded.
  limit("until the worker is gone", ended, 1_000, " ms");
  await page.context().close();
}

async function measureReports(browser, app, limit) {
  const times = {};
  for (const users of [500, 5_000]) {
    const page = await pageWith(browser, app, credentialReport(users));
    times[users] = [];
    for (let round = 0; round < ROUNDS; round++) {
      times[users].push((await judge(page)).time);
      await forget(page);
    }
    await page.context().close();
  }
  const [few, many] = [middle(times[500]), middle(times[5_000])];
  console.log(`a credential report of 500 users: ${few.toFixed(0)} ms; of 5,000: ${many.toFixed(0)} ms`);
  limit("5,000 users to 500", many / few, 15, "x");
}

/** Runs all measurements. `limit` prints a value and records it if it exceeds its limit. */
export async function large(browser, app, limit) {
  await measureFindings(browser, app, limit);
  await measureReports(browser, app, limit);
}
