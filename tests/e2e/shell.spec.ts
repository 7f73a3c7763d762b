// The shell in index.html before the app has started: it equals the front page, and no layout shift follows.
import { PROGRESS, expect, test } from "./app";
import { test as bare, type Page } from "@playwright/test";
import AxeBuilder from "@axe-core/playwright";

/** Blocks the app's wasm until the returned function is called. */
async function blockApp(page: Page): Promise<() => void> {
  let release = () => {};
  const wait = new Promise<void>((done) => (release = done));
  await page.route(/(page|whole)-[^/]*\.wasm$/, async (route) => {
    await wait;
    await route.continue();
  });
  return release;
}

/** The markup, and the box of each element. */
const layoutOf = (page: Page, selector: string) =>
  page.locator(selector).evaluate((root) => ({
    html: root.innerHTML,
    // Elements in closed details have no box.
    boxes: [...root.querySelectorAll("*")].filter((element) => !element.closest("details:not([open]) > :not(summary)")).map((element) => {
      const { x, y, width, height } = element.getBoundingClientRect();
      return [element.tagName, ...[x, y + scrollY, width, height].map(Math.round)].join(" ");
    }),
  }));

const storeAnswer = (page: Page) =>
  page.addInitScript((key) => localStorage.setItem(key!, JSON.stringify({
    schema: "guard-navi.progress/1",
    profiles: [{ id: "a", name: "", answers: { "iam-root-mfa": { status: "done", source: "self", changed_at: "2026-11-20T04:10:00Z" } } }],
  })), PROGRESS);

for (const [locale, width] of [["ja-JP", 360], ["en-US", 360], ["ja-JP", 1440], ["en-US", 1440]] as const) {
  test.describe(`${locale}, ${width} px`, () => {
    test.use({ locale, viewport: { width, height: 800 } });
    const shell = `#boot > [lang=${locale.slice(0, 2)}]`;

    test("the shell is what the app draws, to the letter and in its place", async ({ app, page }) => {
      const release = await blockApp(page);
      await page.goto("./");
      await expect(page.locator(`${shell} .start-page h1`)).toBeVisible();
      const before = await Promise.all([".start-page", ".bar .nav", ".tab"].map((part) => layoutOf(page, `${shell} ${part}`)));
      const brand = await page.locator(`${shell} .brand`).boundingBox();
      release();
      await expect(app.page.locator("#main h1")).toBeVisible();
      const after = await Promise.all(["#main > div:last-child", ".bar .nav", ".tab"].map((part) => layoutOf(page, part)));
      expect(before).toEqual(after);
      const box = await page.locator(".brand").boundingBox();
      expect([box!.x, box!.y]).toEqual([brand!.x, brand!.y]);
      await expect(page.locator("#boot")).toHaveCount(0);
    });

    for (const [visitor, route, isNew] of [
      ["somebody new", "", true],
      ["somebody who has answered", "", false],
      ["the checklist", "#/checklist", true],
      ["a control", "#/controls/iam-root-mfa", true],
    ] as const) {
      test(`nothing jumps while the page starts: ${visitor}`, async ({ page, app }) => {
        if (!isNew) await storeAnswer(page);
        await page.addInitScript(() => {
          (globalThis as any).shifts = 0;
          new PerformanceObserver((list) => list.getEntries().forEach((entry) => ((globalThis as any).shifts += (entry as any).value))).observe({ type: "layout-shift", buffered: true });
        });
        const release = await blockApp(page);
        // Topics are never loaded: they do not belong to the start.
        await page.route("**/controls-*.json", () => {});
        await page.goto(`./${route}`);
        await page.waitForTimeout(300);
        release();
        await expect(app.page.locator("#main h1")).toBeAttached();
        await page.waitForTimeout(500);
        expect(await page.evaluate(() => (globalThis as any).shifts)).toBeLessThanOrEqual(0.02);
      });
    }
  });
}

test("the largest thing that is painted is in the shell", async ({ page, app }) => {
  await page.addInitScript(() => {
    (globalThis as any).largest = [];
    new PerformanceObserver((list) => (globalThis as any).largest.push(...list.getEntries().map((entry) => entry.startTime))).observe({ type: "largest-contentful-paint", buffered: true });
  });
  const release = await blockApp(page);
  await page.goto("./");
  await page.waitForTimeout(500);
  const before = await page.evaluate(() => performance.now());
  release();
  await expect(app.page.locator("#main h1")).toBeVisible();
  await page.waitForTimeout(500);
  const largest = await page.evaluate(() => (globalThis as any).largest);
  expect(largest.length).toBeGreaterThan(0);
  expect(Math.max(...largest)).toBeLessThan(before);
});

test("who has answered, or goes elsewhere, does not see the page of somebody new", async ({ page, app }) => {
  await storeAnswer(page);
  const release = await blockApp(page);
  await page.goto("./");
  await expect(page.locator("#boot .boot-loading:visible")).toHaveText("読み込んでいます…");
  await expect(page.locator("#boot .start-page:visible")).toHaveCount(0);
  await page.goto("./#/controls/iam-root-mfa");
  await page.reload();
  await expect(page.locator("#boot .boot-loading:visible")).toHaveCount(1);
  await expect(page.locator("#boot .start-page:visible")).toHaveCount(0);
  await expect(page.locator("#boot .bar [aria-current]:visible")).toHaveText("チェックリスト");
  release();
  await expect(app.page.locator("#main h1")).toHaveText("ルートユーザーに MFA を設定する");
});

test("a link that is followed before the app is there leads there", async ({ page, app }) => {
  const release = await blockApp(page);
  await page.goto("./");
  await page.locator("#boot .track:visible").first().click();
  await expect(page.locator("#boot .boot-loading:visible")).toHaveCount(1);
  release();
  await expect(app.page.locator(".row:visible").first()).toBeVisible();
  expect(page.url()).toContain("#/checklist?section=");
});

bare("without JavaScript it stands in both languages, with no link that leads nowhere", async ({ browser, baseURL }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, baseURL });
  const page = await context.newPage();
  await page.goto("./");
  await expect(page.locator("section[lang=ja] .start-page h1")).toHaveText("AWS アカウントを、不正利用から守る");
  await expect(page.locator("section[lang=en] .start-page h1")).toHaveText("Protect your AWS account from misuse");
  for (const lang of ["ja", "en"]) await expect(page.locator(`section[lang=${lang}] :is(.start-page h1, .promises, .boot-no-script):visible`)).toHaveCount(3);
  await expect(page.locator("a:visible:not(.brand), button:visible, select:visible")).toHaveCount(0);
  await context.close();
});

for (const colorScheme of ["light", "dark"] as const) {
  bare.describe(`${colorScheme}`, () => {
    bare.use({ colorScheme, viewport: { width: 360, height: 800 } });
    bare("axe finds nothing in the shell, whatever its state", async ({ page }) => {
      const checkAxe = async (label: string) => {
        const { violations } = await new AxeBuilder({ page }).analyze();
        expect(violations.map((violation) => `${label}: ${violation.id}: ${violation.nodes[0]?.html}`)).toEqual([]);
      };
      await blockApp(page);
      await page.goto("./");
      await checkAxe("new");
      await page.goto("./#/learn");
      await expect(page.locator("#boot .boot-loading:visible")).toHaveCount(1);
      await checkAxe("elsewhere");
      await page.unrouteAll({ behavior: "ignoreErrors" });
      await page.route("**/page-*.js", (route) => route.abort());
      await page.goto("about:blank");
      await page.goto("./");
      await expect(page.locator("#boot .boot-blocked:visible")).toHaveCount(1);
      await checkAxe("blocked");
    });
  });
}
