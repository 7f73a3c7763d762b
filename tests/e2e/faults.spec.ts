// Faults outside the page. Each one occurs in a browser with stored answers; afterwards every answer is still stored,
// or the user has it in a file. More faults and their messages: trust.spec.ts, data.spec.ts.
import { App, PROGRESS, READ_STORED, expect, collectProblems, sampleText, test } from "./app";
import { CONTROLS } from "./control_counts";
import { blockStorage, fillStorage, freeStorage, restoreWorkers, overwriteMemory, overwriteWorkerMemory, random, watchMemory, write } from "./damage";
import type { BrowserContext, Page } from "@playwright/test";
import { readFileSync } from "node:fs";

const AT = "2026-11-20T09:00:00Z";
const NOTE = "佐藤さんに確認 🔐";
const INITIAL = {
  schema: "guard-navi.progress/1",
  profiles: [
    {
      id: "a1",
      name: "本番",
      answers: {
        "config-recording": { status: "in_progress", source: "self", changed_at: AT, note: NOTE },
        "iam-root-mfa": { status: "done", source: "self", changed_at: AT },
      },
    },
  ],
};

/** Stores the initial answers before the first page starts. */
const seedStorage = (page: Page) =>
  page.addInitScript((texts) => {
    if (!sessionStorage.getItem("held")) Object.assign(localStorage, texts);
    sessionStorage.setItem("held", "yes");
  }, TEXTS);

const INDEX = "guard-navi.accounts";
const TEXTS = {
  [INDEX]: JSON.stringify({ schema: "guard-navi.stored/2", accounts: ["a1"], deleted: [], restarted_at: null, unknown: {} }),
  [`${PROGRESS}.a1`]: JSON.stringify({ schema: "guard-navi.stored/2", restarted_at: null, account: { ...INITIAL.profiles[0], history: [] } }),
};

type Statuses = Record<string, string>;
const statusesOf = (text: string | null): Statuses => {
  const answers = text ? JSON.parse(text).profiles[0].answers : {};
  return Object.fromEntries(Object.entries<any>(answers).map(([control, answer]) => [control, answer.status]));
};
const storedText = async (page: Page) => {
  const stored = await page.evaluate(READ_STORED);
  return stored && JSON.stringify(stored);
};
const BEFORE: Statuses = { "config-recording": "in_progress", "iam-root-mfa": "done" };
const AFTER: Statuses = { ...BEFORE, "iam-user-mfa": "not_done" };
/** Waits until these answers are stored: changes by other tabs arrive with a delay. */
const expectStored = (page: Page, expected: Statuses) => expect.poll(async () => statusesOf(await storedText(page))).toEqual(expected);
const answer = (app: App) => app.status("iam-user-mfa").selectOption("not_done");
const expectNotice = (app: App, words: string) => expect(app.page.locator(".notice")).toContainText(words);
const press = (app: App, name: string) => app.page.getByRole("button", { name }).click();

/** Presses a button that saves a file, and returns the answers in it. */
async function savedAnswers(app: App, name: string, where = ".notice"): Promise<Statuses> {
  const download = app.page.waitForEvent("download");
  await app.page.locator(where).getByRole("button", { name }).click();
  const saved = readFileSync(await (await download).path(), "utf8");
  expect(saved).toContain(NOTE);
  return statusesOf(saved);
}

async function openTab(app: App, context: BrowserContext, route = "/checklist") {
  const other = new App(await context.newPage());
  await other.open(route);
  return other;
}

/** Console messages to allow when a request fails or the page crashes. */
const FAILED = ["Failed to load resource", "net::ERR_", "Failed to fetch", "Expected a JavaScript", "refused: "];
const CRASHED = ["error: ", "console error", "RuntimeError"];
const INTEGRITY = ["integrity"];

/** A fault of the server or the browser at the start, which is then repaired. */
type Start = { name: string; inject: (page: Page) => Promise<unknown>; message: string; quiet: string[] };
const asRoute = (pattern: string, answer: object) => (page: Page) => page.route(pattern, (route) => route.fulfill(answer));
const HTML = { status: 200, contentType: "text/html", body: "<!doctype html><p>Sign in to the network" };
const STARTS: Start[] = [
  { name: "the first script is missing", inject: asRoute("**/boot*.js", { status: 404 }), message: ".boot-no-script", quiet: FAILED },
  { name: "a page of the network instead of the first script", inject: asRoute("**/boot*.js", HTML), message: ".boot-no-script", quiet: [...FAILED, ...INTEGRITY] },
  { name: "the page's script is missing", inject: asRoute("**/page-*.js", { status: 404 }), message: ".boot-blocked", quiet: [...FAILED, ...INTEGRITY] },
  { name: "a page of the network instead of the page's script", inject: asRoute("**/page-*.js", HTML), message: ".boot-altered", quiet: [...FAILED, ...INTEGRITY] },
  { name: "the page's wasm is missing", inject: asRoute("**/page-*.wasm", { status: 404 }), message: ".boot-blocked", quiet: [...FAILED, ...INTEGRITY] },
  { name: "a page of the network instead of the wasm", inject: asRoute("**/page-*.wasm", HTML), message: ".boot-altered", quiet: [...FAILED, ...INTEGRITY] },
  { name: "the wasm is cut short", inject: asRoute("**/page-*.wasm", { status: 200, contentType: "application/wasm", body: "\0asm" }), message: ".boot-altered", quiet: [...FAILED, ...INTEGRITY] },
  {
    // A browser without modules skips the script, as it does with every unknown type.
    name: "a browser without modules",
    inject: (page) =>
      page.route("./", async (route) => {
        const response = await route.fetch();
        await route.fulfill({ response, body: (await response.text()).replace(/type="?module"?/, 'type="text/unknown"') });
      }),
    message: ".boot-no-script",
    quiet: [],
  },
  {
    name: "a browser whose WebAssembly is too old",
    inject: (page) =>
      page.addInitScript(() => {
        if (sessionStorage.getItem("mended")) return;
        const old = () => Promise.reject(new WebAssembly.CompileError("invalid opcode 0xfc"));
        Object.assign(WebAssembly, { instantiate: old, instantiateStreaming: old, compile: old, compileStreaming: old });
      }),
    message: ".boot-no-wasm",
    quiet: CRASHED,
  },
  {
    name: "a browser that lacks what the page's script uses",
    inject: (page) =>
      page.addInitScript(() => {
        if (!sessionStorage.getItem("mended")) Reflect.deleteProperty(globalThis, "FinalizationRegistry");
        if (!sessionStorage.getItem("mended")) Reflect.deleteProperty(globalThis, "TextDecoder");
      }),
    message: ".boot-no-wasm",
    quiet: CRASHED,
  },
];

for (const { name, inject, message, quiet } of STARTS) {
  test.describe(`fault at the start: ${name}`, () => {
    test.use({ quiet });
    test("said in both languages, and the answers are there when it is mended", async ({ app, page }) => {
      await seedStorage(page);
      await inject(page);
      await page.goto("./");
      const language = message === ".boot-no-script" ? ["ja", "en"] : ["ja"];
      for (const lang of language) await expect(page.locator(`section[lang=${lang}] ${message}`)).toBeVisible();
      expect(await page.evaluate(() => ({ ...localStorage }))).toMatchObject(TEXTS);
      await page.unrouteAll({ behavior: "wait" });
      await page.evaluate(() => sessionStorage.setItem("mended", "1"));
      await page.goto("./#/checklist");
      await page.reload();
      await expect(app.status("iam-root-mfa")).toHaveValue("done");
      await answer(app);
      await expectStored(page, AFTER);
    });
  });
}

/** A fault while the page is open. Each one checks that `AFTER` is stored, or that the user has it in a file. */
type Fault = { name: string; quiet?: string[]; inject: (app: App, context: BrowserContext) => Promise<unknown> };
const FAULTS: Fault[] = [
  {
    name: "storage is blocked",
    inject: async (app) => {
      await blockStorage(app.page);
      await answer(app);
      await expectNotice(app, "保存が許可されていない");
      expect(await savedAnswers(app, "いまの回答を書き出す")).toEqual(AFTER);
    },
  },
  {
    name: "storage is full, and has room again",
    inject: async (app) => {
      await fillStorage(app.page);
      await app.open("/controls/iam-user-mfa");
      await app.page.keyboard.press("3");
      await app.page.locator("#note").fill("あ".repeat(2_000));
      await expectNotice(app, "いっぱい");
      expect(await savedAnswers(app, "いまの回答を書き出す")).toEqual(AFTER);
      expect(statusesOf(await storedText(app.page))).toMatchObject(BEFORE);
      await freeStorage(app.page);
      await app.page.locator("#note").pressSequentially("い");
      await app.page.locator("#note").blur();
      await expectStored(app.page, AFTER);
    },
  },
  {
    name: "what is stored is damaged",
    inject: async (app) => {
      await write(app.page, '{"schema":"guard-navi.stored/2","account":{"id":"a1"', `${PROGRESS}.a1`);
      await answer(app);
      await expectNotice(app, "元のデータを別に残して");
      await expectStored(app.page, AFTER);
    },
  },
  {
    name: "the index is damaged",
    inject: async (app) => {
      await write(app.page, "[".repeat(1_000), INDEX);
      await answer(app);
      await expectNotice(app, "元のデータを別に残して");
      await expectStored(app.page, AFTER);
    },
  },
  {
    name: "a newer version writes",
    inject: async (app) => {
      const newer = '{"schema":"guard-navi.stored/3"}';
      await write(app.page, newer, INDEX);
      await answer(app);
      await expectNotice(app, "新しいバージョン");
      expect(await savedAnswers(app, "いまの回答を書き出す")).toEqual(AFTER);
      expect(await app.page.evaluate((key) => localStorage.getItem(key), INDEX)).toBe(newer);
      const download = app.page.waitForEvent("download");
      await press(app, "元のデータを書き出す");
      const texts = JSON.parse(readFileSync(await (await download).path(), "utf8"));
      expect(Object.keys(texts)).toEqual([`${PROGRESS}.a1`, INDEX]);
      expect(texts[INDEX]).toBe(newer);
    },
  },
  {
    name: "a tab of the first edition writes",
    inject: async (app) => {
      // That tab finds its key removed, and writes the answers that it still has in memory, with a new one.
      const answered = structuredClone(INITIAL);
      Object.assign(answered.profiles[0]!.answers, { "iam-user-mfa": { status: "not_done", source: "self", changed_at: AT } });
      await write(app.page, JSON.stringify(answered), PROGRESS);
      await app.page.reload();
      await expectStored(app.page, AFTER);
      expect(await app.page.evaluate((key) => localStorage.getItem(key), PROGRESS)).toBeNull();
    },
  },
  {
    name: "the site's data is cleared, and stored again on request",
    inject: async (app, context) => {
      const other = await openTab(app, context);
      await other.page.evaluate(() => localStorage.clear());
      await expectNotice(app, "この画面にはまだ残っています");
      expect(await storedText(app.page)).toBeNull();
      expect(await savedAnswers(app, "いまの回答を書き出す")).toEqual(BEFORE);
      await press(app, "もう一度保存する");
      await expect(app.page.locator(".notice")).toHaveCount(0);
      await expectStored(app.page, BEFORE);
      await answer(app);
      await expectStored(app.page, AFTER);
    },
  },
  {
    name: "the site's data is cleared, and this tab hears nothing of it",
    inject: async (app) => {
      await app.page.evaluate(() => localStorage.clear());
      await answer(app);
      await expectStored(app.page, AFTER);
      await expect(app.page.locator(".notice")).toHaveCount(0);
    },
  },
  {
    name: "the site's data is cleared, and another tab begins with it",
    inject: async (app, context) => {
      const clearing = await context.newPage();
      await clearing.goto("./icon.svg");
      await clearing.evaluate(() => localStorage.clear());
      const other = await openTab(app, context);
      await expectNotice(app, "この画面にはまだ残っています");
      await answer(other);
      const profiles = async () => (JSON.parse((await storedText(app.page)) ?? "{}").profiles ?? []) as any[];
      const all = async () => Object.assign({}, ...(await profiles()).map((one) => statusesOf(JSON.stringify({ profiles: [one] }))));
      await expect.poll(all).toEqual(AFTER);
      await expect(app.page.locator(".notice")).toHaveCount(0);
    },
  },
  {
    name: "private mode: nothing is kept for long, and the page says so",
    inject: async (app) => {
      // Every context of these tests is a private window, in which the browser refuses persistent storage.
      await app.open("/data");
      await press(app, "消さないように頼む");
      await expect(app.page.locator(".persistence")).toContainText("認められませんでした");
      await app.open("/checklist");
      await answer(app);
      await app.page.reload();
      await expect(app.status("iam-root-mfa")).toHaveValue("done");
      await expectStored(app.page, AFTER);
    },
  },
  {
    name: "the clock is turned back: the newer answer counts, in every tab",
    inject: async (app, context) => {
      const other = await openTab(app, context);
      await context.clock.setFixedTime("2031-01-01T00:00:00Z");
      await app.status("iam-user-mfa").selectOption("done");
      await expect(other.status("iam-user-mfa")).toHaveValue("done");
      await context.clock.setFixedTime("2025-01-01T00:00:00Z");
      await other.status("iam-user-mfa").selectOption("unsure");
      await expect(app.status("iam-user-mfa")).toHaveValue("unsure");
      await answer(app);
      await expect(other.status("iam-user-mfa")).toHaveValue("not_done");
      await other.page.reload();
      await expect(other.status("iam-user-mfa")).toHaveValue("not_done");
      await expectStored(app.page, AFTER);
    },
  },
  {
    name: "the clock is at the end of time: the newer answer still counts",
    inject: async (app, context) => {
      await app.page.clock.setFixedTime("9999-12-31T23:59:59Z");
      await app.status("iam-user-mfa").selectOption("unsure");
      await app.page.reload();
      const other = await openTab(app, context);
      for (const status of ["done", "unsure", "in_progress"]) await app.status("iam-user-mfa").selectOption(status);
      await expect(other.status("iam-user-mfa")).toHaveValue("in_progress");
      await answer(other);
      await expect(app.status("iam-user-mfa")).toHaveValue("not_done");
      await expectStored(app.page, AFTER);
    },
  },
  {
    name: "the page's wasm traps: said, and the answers can be taken along",
    quiet: CRASHED,
    inject: async (app) => {
      await answer(app);
      await overwriteMemory(app.page);
      await app.status("iam-root-mfa").selectOption("not_done");
      await expect(app.page.locator(".broken")).toContainText("ページが止まりました");
      expect(await savedAnswers(app, "回答をファイルに書き出す", ".broken")).toEqual(AFTER);
      await expectStored(app.page, AFTER);
    },
  },
  {
    name: "the page's wasm traps while the first edition is half moved over: the file holds both forms",
    quiet: CRASHED,
    inject: async (app) => {
      await answer(app);
      const rest = { schema: `${PROGRESS}/1`, profiles: [{ id: "b2", answers: { "iam-root-mfa": INITIAL.profiles[0]!.answers["iam-root-mfa"] } }] };
      await app.page.evaluate(
        ([index, progress, rest]) => {
          localStorage.setItem(index!, "{");
          localStorage.setItem(progress!, rest!);
        },
        [INDEX, PROGRESS, JSON.stringify(rest)],
      );
      await overwriteMemory(app.page);
      await app.status("iam-root-mfa").selectOption("not_done");
      const download = app.page.waitForEvent("download");
      await app.page.locator(".broken").getByRole("button", { name: "回答をファイルに書き出す" }).click();
      const saved = JSON.parse(readFileSync(await (await download).path(), "utf8"));
      expect(saved.profiles.map((profile: any) => profile.id)).toEqual(["a1", "b2"]);
      expect(statusesOf(JSON.stringify(saved))).toEqual(AFTER);
      await app.page.evaluate((index) => localStorage.removeItem(index), INDEX);
    },
  },
  {
    name: "the whole app traps, in English, with answers that could not be stored",
    quiet: CRASHED,
    inject: async (app) => {
      await app.open("/controls/iam-user-mfa?lang=en");
      await expect(app.page.locator(".opts")).toBeVisible();
      await blockStorage(app.page);
      await app.page.keyboard.press("3");
      await expect(app.page.locator(".opts [aria-pressed=true]")).toContainText("Not done");
      await overwriteMemory(app.page);
      await app.page.keyboard.press("1");
      await expect(app.page.locator(".broken")).toContainText("the page has stopped");
      expect(await savedAnswers(app, "Save the answers to a file", ".broken")).toEqual(AFTER);
    },
  },
  {
    name: "the judge's wasm traps",
    inject: async (app) => {
      await app.open("/evidence");
      await overwriteWorkerMemory(app.page);
      await app.paste(sampleText("synthetic/credential-report_real-format_good.csv"));
      await expect(app.page.locator(".judging")).toContainText("読み込めませんでした");
      await restoreWorkers(app.page);
      await app.paste(sampleText("synthetic/credential-report_real-format_good.csv"));
      await expect(app.verdict).toContainText("合格");
      await app.open("/checklist");
      await answer(app);
      await expectStored(app.page, AFTER);
    },
  },
  {
    name: "the document worker's wasm traps",
    inject: async (app) => {
      await overwriteWorkerMemory(app.page);
      await app.open("/report");
      await expect(app.page.locator("#main .warn[role=alert]")).toContainText("読み込めませんでした");
      await restoreWorkers(app.page);
      await app.open("/checklist");
      await answer(app);
      await app.open("/report");
      await expect(app.page.locator(".document")).toContainText("本番");
      await expectStored(app.page, AFTER);
    },
  },
  {
    name: "the network goes while the first pages are open",
    quiet: FAILED,
    inject: async (app, context) => {
      await context.setOffline(true);
      await answer(app);
      await app.page.locator(".row[data-control=iam-root-mfa] h3 a").click();
      await context.setOffline(false);
      await expectStored(app.page, AFTER);
    },
  },
  {
    name: "the tab crashes right after an answer",
    inject: async (app, context) => {
      await answer(app);
      await expect(app.page.locator("#announcer")).not.toBeEmpty();
      const crashed = app.page.waitForEvent("crash");
      await Promise.all([crashed, app.page.goto("chrome://crash").catch(() => undefined)]);
      const other = await openTab(app, context);
      await expect(other.status("config-recording")).toHaveValue("in_progress");
      await expectStored(other.page, AFTER);
    },
  },
];

for (const { name, quiet = [], inject } of FAULTS) {
  test.describe(`fault: ${name}`, () => {
    test.use({ quiet });
    test("nothing is lost", async ({ app, page, context }) => {
      await watchMemory(page);
      await seedStorage(page);
      await app.open("/checklist");
      await expect(app.status("iam-root-mfa")).toHaveValue("done");
      await inject(app, context);
    });
  });
}

const OPEN = ["unanswered", "done", "in_progress", "not_done", "unsure"];

/** The statuses that the checklist shows. */
const shownStatuses = (app: App): Promise<Statuses> =>
  app.page.evaluate(() => Object.fromEntries([...document.querySelectorAll<HTMLElement>(".row")].map((row) => [row.dataset.control!, row.querySelector("select")!.value])));

/** Answers controls at random, as fast as the page can, and returns the last answer to each. */
const answerAtRandom = (app: App, numbers: number[]): Promise<Statuses> =>
  app.page.evaluate(
    async ([numbers, statuses]) => {
      const rows = [...document.querySelectorAll<HTMLElement>(".row")];
      const last: Record<string, string> = {};
      for (const number of numbers) {
        const row = rows[Math.floor(number * rows.length)]!;
        const select = row.querySelector("select")!;
        const status = statuses[Math.floor(number * 7919) % statuses.length]!;
        if (select.value !== status) {
          select.value = status;
          select.dispatchEvent(new Event("change", { bubbles: true }));
          last[row.dataset.control!] = status;
        }
        // Most answers follow at once, some after a pause for the other tabs.
        if (number * 101 % 1 < 0.2) await new Promise((done) => setTimeout(done, number * 20));
      }
      return last;
    },
    [numbers, OPEN] as const,
  );

for (const count of [2, 5]) {
  test(`fault: ${count} tabs answer at random and at once: all end equal, and no answer is lost`, async ({ app, page, context, baseURL }) => {
    const seed = Number(process.env.SEED ?? Date.now() % 1e9);
    console.log(`seed ${seed} (SEED=${seed} repeats it)`);
    await seedStorage(page);
    await app.open("/checklist");
    const tabs = [app];
    const problems: string[][] = [];
    while (tabs.length < count) {
      const tab = new App(await context.newPage());
      problems.push(collectProblems(tab.page, baseURL!));
      await tab.open("/checklist");
      await expect(tab.page.locator(".row")).toHaveCount(CONTROLS);
      tabs.push(tab);
    }
    const next = random(seed);
    const last = await Promise.all(tabs.map((tab) => answerAtRandom(tab, Array.from({ length: 40 }, next))));
    const views = async () => Promise.all(tabs.map(shownStatuses));
    await expect.poll(async () => new Set((await views()).map((view) => JSON.stringify(view))).size, { message: `seed ${seed}` }).toBe(1);
    const [view] = await views();
    const stored = statusesOf(await storedText(page));
    for (const control of new Set([...last.flatMap(Object.keys), ...Object.keys(BEFORE)])) {
      const possible = [BEFORE[control], ...last.map((one) => one[control])];
      expect(possible, `${control}, seed ${seed}`).toContain(view![control]);
      expect(stored[control] ?? "unanswered", `${control}, seed ${seed}`).toBe(view![control]);
    }
    expect(problems.flat()).toEqual([]);
    // No tab goes on writing in response to the writes of others.
    const settled = await storedText(page);
    await page.waitForTimeout(300);
    expect(await storedText(page)).toBe(settled);
  });
}

test("fault: two tabs of an empty browser answer in the same moment: both answers are kept", async ({ app, context }) => {
  await app.open("/checklist");
  const other = await openTab(app, context);
  await Promise.all([answerAtRandom(app, [0.01]), answerAtRandom(other, [0.99])]);
  const answered = async () => ((await app.stored())?.profiles ?? []).flatMap((profile: any) => Object.keys(profile.answers)).length;
  await expect.poll(answered).toBe(2);
  await other.page.waitForTimeout(300);
  expect(await answered()).toBe(2);
});

test("a failed save is told where the person is", async ({ app, page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await app.open("/incident?lang=ja");
  await page.evaluate(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException("full", "QuotaExceededError");
    };
  });
  await page.locator(".runstep .done-at").last().click();
  const toast = page.locator(".toast", { hasText: "保存できませんでした。" });
  await expect(toast).toBeInViewport();
  await toast.getByRole("button", { name: "理由とできること" }).click();
  await expect(page.locator(".notice")).toBeInViewport();
  await expect(toast).toHaveCount(0);
});

test("undoing the deletion of another account does not switch to it", async ({ app, page }) => {
  const profiles = [["a", "prod"], ["b", "old"]].map(([id, name]) => ({ id, name, answers: {} }));
  await page.addInitScript((profiles) => {
    if (!localStorage.getItem("guard-navi.accounts")) localStorage.setItem("guard-navi.progress", JSON.stringify({ schema: "guard-navi.progress/1", profiles }));
  }, profiles);
  await app.open("/data?lang=en");
  const current = async () => (await app.stored()).profiles[0].name;
  const shown = await current();
  const other = shown === "prod" ? "old" : "prod";
  const entry = page.locator(".accounts li").filter({ has: page.locator(`input[value="${other}"]`) });
  const entries = page.locator(".accounts li");
  const index = (await entries.locator("input[type=text]").evaluateAll((all) => all.map((field) => (field as HTMLInputElement).value))).indexOf(other);
  await ((await entry.count()) ? entry : entries.nth(index)).getByRole("button", { name: /Delete/ }).click();
  await expect(entries).toHaveCount(1);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(entries).toHaveCount(2);
  expect(await current()).toBe(shown);
});
