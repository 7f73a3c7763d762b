// Two tabs of one browser, and somebody who presses whatever is there, in both at once.
import { App, PROGRESS, ROUTES, expect, listen, sample, test } from "./app";
import { random, watchMemory } from "./damage";
import { burst, steps, tour } from "./monkey";
import type { CDPSession, Page } from "@playwright/test";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const ACTIONS = Number(process.env.MONKEY ?? 1_000);
const BURST = 5;
const COPY = readFileSync(fileURLToPath(new URL("../persist/v1.json", import.meta.url)));

/** What no key and no mouse inside of the page does. `isReloaded`: one tab never is, lest that hides a leak. */
const OUTSIDE: [string, (app: App, isReloaded: boolean) => Promise<unknown>][] = [
  ["reload", async ({ page }, isReloaded) => isReloaded && page.reload()],
  ["back", ({ page }) => page.evaluate(() => (globalThis as any).navigation.currentEntry.index > 1 && history.back())],
  ["forward", ({ page }) => page.evaluate(() => history.forward())],
  ["print", ({ page }) => page.emulateMedia({ media: "print" }).then(() => page.emulateMedia({ media: "screen" }))],
  ["narrow", ({ page }) => page.setViewportSize({ width: 360, height: 700 })],
  ["wide", ({ page }) => page.setViewportSize({ width: 1280, height: 800 })],
  ["copy", (app) => give(app, "/data", "#copies input[type=file]", { name: "copy.json", mimeType: "application/json", buffer: COPY })],
  ["evidence", (app) => give(app, "/evidence", "#drop input[type=file]", sample("synthetic/credential-report_real-format_bad.csv"))],
];

async function give({ page }: App, route: string, field: string, file: Parameters<ReturnType<Page["locator"]>["setInputFiles"]>[0]) {
  await page.evaluate((route) => {
    document.querySelector<HTMLDialogElement>("dialog[open]")?.close();
    location.hash = `#${route}`;
  }, route);
  await page.locator(field).setInputFiles(file, { timeout: 15_000 });
}

/** Bytes: of JavaScript's heap after a collection with the memory of the wasm in use, and of the answers as they are stored. */
async function held({ page }: App, session: CDPSession) {
  await page.evaluate(tour, ROUTES);
  await page.waitForTimeout(300);
  await session.send("HeapProfiler.collectGarbage");
  await session.send("HeapProfiler.collectGarbage");
  const { usedSize } = await session.send("Runtime.getHeapUsage");
  const wasm = await page.evaluate(() => (globalThis as any).memories.at(-1).buffer.byteLength);
  const stored = await page.evaluate((key) => Object.entries(localStorage).reduce((sum, [name, text]) => sum + (name.startsWith(key) ? text.length : 0), 0), PROGRESS);
  return { bytes: usedSize + wasm, stored };
}

/** Something that stands in the way of a test, not of a person: a print dialogue, a thousand files. */
const withoutPapers = (page: Page) =>
  page.addInitScript(() => {
    window.print = () => undefined;
    const click = HTMLAnchorElement.prototype.click;
    HTMLAnchorElement.prototype.click = function () {
      if (!this.download) click.call(this);
    };
  });

const statuses = ({ page }: App) =>
  page.evaluate(() => JSON.stringify([...document.querySelectorAll<HTMLElement>(".row")].map((row) => [row.dataset.control, row.querySelector("select")!.value])));

/** The checklist of the account that storage has in front. */
async function showFront({ page }: App, id: string) {
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
  // The same each time at its short size; another one each time at its long one.
  const seed = Number(process.env.SEED ?? (process.env.MONKEY ? Date.now() % 1e9 : 1));
  console.log(`${ACTIONS} actions, seed ${seed} (SEED=${seed} repeats them)`);
  const next = random(seed);
  const second = await context.newPage();
  const heard = listen(second, baseURL!);
  const tabs = [app, new App(second)];
  const sessions: CDPSession[] = [];
  for (const tab of tabs) {
    await watchMemory(tab.page);
    await withoutPapers(tab.page);
    await tab.open();
    sessions.push(await context.newCDPSession(tab.page));
  }
  const measure = () => Promise.all(tabs.map((tab, index) => held(tab, sessions[index]!)));
  const log: string[] = [];
  let early: Awaited<ReturnType<typeof measure>> | undefined;
  const turn = async (tab: App, index: number) => {
    if (next() < 0.1) {
      const [name, act] = OUTSIDE[Math.floor(next() * OUTSIDE.length)]!;
      log.push(`tab ${index}: ${name}`);
      await act(tab, index === 1);
    }
    const done = await tab.page.evaluate(steps, burst(Array.from({ length: BURST }, next)));
    log.push(...done.map((what) => `tab ${index}: ${what}`));
  };
  try {
    for (let action = 0; action < ACTIONS; action += BURST * tabs.length) {
      if (!early && action >= ACTIONS / 4) early = await measure();
      await Promise.all(tabs.map(turn));
      if (heard.length) break;
    }
  } finally {
    await test.info().attach("actions.txt", { body: log.join("\n") });
  }
  const late = await measure();
  const told = early!.map(({ bytes, stored }, index) => `${bytes} ${late[index]!.bytes} (${(late[index]!.bytes / bytes).toFixed(2)}; answers ${stored} ${late[index]!.stored})`);
  console.log(`held after a quarter and in the end: ${told.join(", ")}`);

  const { controls } = await app.catalogue();
  // Whatever the tabs were about to tell each other, and the rows that come some frames later.
  await expect.poll(async () => {
    const front = (await app.stored())?.profiles[0].id;
    for (const tab of tabs) await showFront(tab, front);
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
  expect(heard).toEqual([]);
  late.forEach(({ bytes }, index) => expect(bytes, `tab ${index}, seed ${seed}`).toBeLessThanOrEqual(1.2 * early![index]!.bytes));
});
