// Large evidence on the evidence page, beside JSON.parse of the same text in the same page: time, memory, the longest
// task of the main thread, the pauses between two signs of progress, and how soon it stops.
import { credentialReport, findings } from "./inputs.mjs";

const FINDINGS = 20_000;
const ROUNDS = 3;
const PARSES = 5;

const middle = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];

// Runs in each worker before its own script, and lets the memory of its wasm be asked for.
const KEEP_MEMORY = `{
  const make = WebAssembly.instantiate;
  WebAssembly.instantiate = async (...all) => {
    const made = await make(...all);
    globalThis.__memory = (made.instance ?? made).exports.memory;
    return made;
  };
}`;

/** The evidence page at rest, with a text in its memory. */
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

/** Drops the text as a file: milliseconds until the verdicts stand, the longest task and the longest pause meanwhile. */
async function judged(page) {
  await page.evaluate(() => (globalThis.__file = new File([globalThis.__text], "evidence.json")));
  await page.waitForTimeout(1_000);
  const found = await page.evaluate(async () => {
    const judging = document.querySelector(".judging");
    const signs = [];
    const watch = new MutationObserver(() => signs.push(performance.now()));
    watch.observe(judging, { attributes: true, childList: true, characterData: true, subtree: true });
    const tasks = [];
    const tasksWatch = new PerformanceObserver((list) => tasks.push(...list.getEntries()));
    tasksWatch.observe({ type: "longtask" });
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(globalThis.__file);
    const start = performance.now();
    signs.push(start);
    dispatchEvent(new DragEvent("drop", { dataTransfer, cancelable: true }));
    while (!judging.textContent.includes("Judged:")) await new Promise((done) => setTimeout(done, 5));
    signs.push(performance.now());
    watch.disconnect();
    await new Promise((done) => setTimeout(done, 500));
    tasksWatch.disconnect();
    return {
      time: signs.at(-1) - start,
      pause: Math.max(...signs.slice(1).map((sign, index) => sign - signs[index])),
      longest: Math.max(0, ...tasks.filter((task) => task.startTime >= start).map((task) => task.duration)),
      verdicts: document.querySelectorAll(".verdict").length,
    };
  });
  if (!found.verdicts) throw new Error("nothing was judged");
  return found;
}

const forget = (page) => page.getByRole("button", { name: "Forget what was handed over" }).click();

/** The wasm memory of the worker that has just judged. */
const memory = (page) => page.workers().at(-1).evaluate(() => globalThis.__memory.buffer.byteLength);

/** Milliseconds from the press of "Cancel" until the page says so, and until the worker is gone. */
async function cancelled(page) {
  await page.evaluate(() => {
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(globalThis.__file);
    dispatchEvent(new DragEvent("drop", { dataTransfer, cancelable: true }));
  });
  await page.waitForFunction(() => document.querySelector(".judging progress").value > 0.3);
  const worker = page.workers().at(-1);
  let gone = 0;
  worker.on("close", () => (gone = performance.now()));
  const start = performance.now();
  const said = await page.evaluate(async () => {
    const start = performance.now();
    document.querySelector("#cancel-judging").click();
    while (!document.querySelector(".judging").textContent.includes("Cancelled")) await new Promise((done) => setTimeout(done, 1));
    return performance.now() - start;
  });
  while (!gone) await new Promise((done) => setTimeout(done, 1));
  return { said, gone: gone - start };
}

async function ofFindings(browser, app, limit) {
  const text = findings(FINDINGS);
  const size = Buffer.byteLength(text);
  const page = await pageWith(browser, app, text);
  const parses = [];
  const rounds = [];
  let most = 0;
  for (let round = 0; round < ROUNDS; round++) {
    for (let parse = 0; parse < PARSES; parse++) {
      parses.push(await page.evaluate(() => {
        const start = performance.now();
        JSON.parse(globalThis.__text);
        return performance.now() - start;
      }));
    }
    rounds.push(await judged(page));
    most = Math.max(most, await memory(page));
    await forget(page);
  }
  const [parse, time] = [middle(parses), middle(rounds.map(({ time }) => time))];
  console.log(`${FINDINGS} findings, ${(size / 1e6).toFixed(1)} MB: judged in ${time.toFixed(0)} ms, JSON.parse ${parse.toFixed(0)} ms; wasm memory ${(most / 1e6).toFixed(0)} MB`);
  limit("judging to JSON.parse of the same text", time / parse, 4, "x");
  limit("wasm memory to input", most / size, 5, "x");
  limit("longest task of the page meanwhile", Math.max(...rounds.map(({ longest }) => longest)), 100, " ms");
  limit("longest pause between two signs of progress, median", middle(rounds.map(({ pause }) => pause)), 250, " ms");
  const { said, gone } = await cancelled(page);
  limit("until the page says that it is cancelled", said, 250, " ms");
  // Chromium lets a busy worker go on for up to two seconds; nothing that it says is heard any more.
  limit("until the worker is gone", gone, 1_000, " ms");
  await page.context().close();
}

async function ofReports(browser, app, limit) {
  const times = {};
  for (const users of [500, 5_000]) {
    const page = await pageWith(browser, app, credentialReport(users));
    times[users] = [];
    for (let round = 0; round < ROUNDS; round++) {
      times[users].push((await judged(page)).time);
      await forget(page);
    }
    await page.context().close();
  }
  const [few, many] = [middle(times[500]), middle(times[5_000])];
  console.log(`a credential report of 500 users: ${few.toFixed(0)} ms; of 5,000: ${many.toFixed(0)} ms`);
  limit("5,000 users to 500", many / few, 15, "x");
}

/** All of it; `limit` prints a figure and notes where it is over its limit. */
export async function large(browser, app, limit) {
  await ofFindings(browser, app, limit);
  await ofReports(browser, app, limit);
}
