// Random actions in two tabs of one browser at once.
import { App, PROGRESS, ROUTES, expect, collectProblems, sample, test } from "./app";
import { random, watchMemory } from "./damage";
import { burst, steps, tour } from "./monkey";
import type { CDPSession, Page } from "@playwright/test";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const ACTIONS = Number(process.env.MONKEY ?? 1_000);
const BURST = 5;
const COPY = readFileSync(fileURLToPath(new URL("../stored_fixtures/v1.json", import.meta.url)));

/** Actions from outside the page. One tab is never reloaded (`isReloaded`), because that would hide a memory leak. */
const OUTSIDE: [string, (app: App, isReloaded: boolean) => Promise<unknown>][] = [
  ["reload", async ({ page }, isReloaded) => isReloaded && page.reload()],
  ["back", ({ page }) => page.evaluate(() => (globalThis as any).navigation.currentEntry.index > 1 && history.back())],
  ["forward", ({ page }) => page.evaluate(() => history.forward())],
  ["print", ({ page }) => page.emulateMedia({ media: "print" }).then(() => page.emulateMedia({ media: "screen" }))],
  ["narrow", ({ page }) => page.setViewportSize({ width: 360, height: 700 })],
  ["wide", ({ page }) => page.setViewportSize({ width: 1280, height: 800 })],
  ["copy", (app) => chooseFile(app, "/data", "#copies input[type=file]", { name: "copy.json", mimeType: "application/json", buffer: COPY })],
  ["evidence", (app) => chooseFile(app, "/evidence", "#drop input[type=file]", sample("synthetic/credential-report_real-format_bad.csv"))],
];

async function chooseFile({ page }: App, route: string, field: string, file: Parameters<ReturnType<Page["locator"]>["setInputFiles"]>[0]) {
  await page.evaluate((route) => {
    document.querySelector<HTMLDialogElement>("dialog[open]")?.close();
    location.hash = `#${route}`;
  }, route);
  await page.locator(field).setInputFiles(file, { timeout: 15_000 });
}

/** Bytes of the JavaScript heap (after garbage collection) and the wasm memory; the length of the stored answers. */
async function measureMemory({ page }: App, session: CDPSession) {
  await page.evaluate(tour, ROUTES);
  await page.waitForTimeout(300);
  await session.send("HeapProfiler.collectGarbage");
  await session.send("HeapProfiler.collectGarbage");
  const { usedSize } = await session.send("Runtime.getHeapUsage");
  const wasm = await page.evaluate(() => (globalThis as any).memories.at(-1).buffer.byteLength);
  const stored = await page.evaluate((key) => Object.entries(localStorage).reduce((sum, [name, text]) => sum + (name.startsWith(key) ? text.length : 0), 0), PROGRESS);
  return { bytes: usedSize + wasm, stored };
}

/** Disables print dialogues and downloads, which would block or flood the test. */
const withoutPrintAndDownloads = (page: Page) =>
  page.addInitScript(() => {
    window.print = () => undefined;
    const click = HTMLAnchorElement.prototype.click;
    HTMLAnchorElement.prototype.click = function () {
      if (!this.download) click.call(this);
    };
  });

const statuses = ({ page }: App) =>
  page.evaluate(() => JSON.stringify([...document.querySelectorAll<HTMLElement>(".row")].map((row) => [row.dataset.control, row.querySelector("select")!.value])));

/** Shows the checklist of this account, which is the first one in storage. */
async function showChecklist({ page }: App, id: string) {
  await page.evaluate(() => {
    document.querySelector<HTMLDialogElement>("dialog[open]")?.close();
    location.hash = "#/checklist";
  });
  await expect(page.locator(".row select").first()).toBeAttached();
  await page.evaluate((id) => {
    const choice = document.querySelector<HTMLSelectElement>("select.profile");
    if (!choice || choice.value === id) return;
    choice.value = id;
    choice.dispatchEvent(new Event("change", { bubbles: true }));
  }, id);
}

test("monkey: two tabs at once end equal, say nothing on the console, and hold no more than they did", async ({ app, page, context, baseURL }) => {
  test.setTimeout(120_000 + ACTIONS * 200);
  // The short run always has the same seed, a long one (MONKEY) a new seed each time.
  const seed = Number(process.env.SEED ?? (process.env.MONKEY ? Date.now() % 1e9 : 1));
  console.log(`${ACTIONS} actions, seed ${seed} (SEED=${seed} repeats them)`);
  const next = random(seed);
  const second = await context.newPage();
  const problems = collectProblems(second, baseURL!);
  const tabs = [app, new App(second)];
  const sessions: CDPSession[] = [];
  for (const tab of tabs) {
    await watchMemory(tab.page);
    await withoutPrintAndDownloads(tab.page);
    await tab.open();
    sessions.push(await context.newCDPSession(tab.page));
  }
  const measure = () => Promise.all(tabs.map((tab, index) => measureMemory(tab, sessions[index]!)));
  const log: string[] = [];
  let early: Awaited<ReturnType<typeof measure>> | undefined;
  const turn = async (tab: App, index: number) => {
    if (next() < 0.1) {
      const [name, act] = OUTSIDE[Math.floor(next() * OUTSIDE.length)]!;
      log.push(`tab ${index}: ${name}`);
      await act(tab, index === 1);
    }
    const done = await tab.page.evaluate(steps, burst(Array.from({ length: BURST }, next)));
    log.push(...done.map((action) => `tab ${index}: ${action}`));
  };
  try {
    for (let action = 0; action < ACTIONS; action += BURST * tabs.length) {
      if (!early && action >= ACTIONS / 4) early = await measure();
      await Promise.all(tabs.map(turn));
      if (problems.length) break;
    }
  } finally {
    await test.info().attach("actions.txt", { body: log.join("\n") });
  }
  const late = await measure();
  const summary = early!.map(({ bytes, stored }, index) => `${bytes} ${late[index]!.bytes} (${(late[index]!.bytes / bytes).toFixed(2)}; answers ${stored} ${late[index]!.stored})`);
  console.log(`held after a quarter and in the end: ${summary.join(", ")}`);

  const { controls } = await app.catalogue();
  // Waits for pending storage events between the tabs, and for rows that are rendered some frames later.
  await expect.poll(async () => {
    const first = (await app.stored())?.profiles[0].id;
    for (const tab of tabs) await showChecklist(tab, first);
    const [mine, other] = await Promise.all(tabs.map(statuses));
    return JSON.parse(mine!).length === controls.length && mine === other;
  }, { message: `seed ${seed}`, timeout: 30_000, intervals: [1_000] }).toBe(true);
  const stored = await Promise.all(tabs.map((tab) => tab.stored()));
  expect(stored[0]).toEqual(stored[1]);
  const shown = await statuses(app);
  const { answers } = (await app.stored()).profiles[0];
  for (const [control, status] of JSON.parse(shown)) expect(answers[control]?.status ?? "unanswered", control).toBe(status);
  await page.reload();
  await expect.poll(() => statuses(app)).toBe(shown);
  expect(problems).toEqual([]);
  late.forEach(({ bytes }, index) => expect(bytes, `tab ${index}, seed ${seed}`).toBeLessThanOrEqual(1.2 * early![index]!.bytes));
});
