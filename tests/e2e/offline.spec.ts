// The page without a network, and the update to a newer version. Each test has its own host.
import { App, ROUTES, expect, collectProblems, sampleText, test as base } from "./app";
import { Host } from "./static_host";
import { firefox, playwright } from "./driver";
import * as journeys from "./journeys";
import type { BrowserContext, Page } from "@playwright/test";

const test = base.extend<{ host: Host }>({
  host: async ({}, use, info) => {
    const host = await Host.start(info.outputPath("site"));
    await use(host);
    await host.stop().catch(() => undefined);
  },
  baseURL: async ({ host }, use) => use(host.url),
});
test.use({ serviceWorkers: "allow" });

const OFFER = { ja: "新しいバージョンがあります", en: "A new version is available" };

const offer = (page: Page) => page.locator("#main .remind").filter({ hasText: OFFER.ja });
const expectKept = (page: Page) => expect(page.locator("html[data-offline=kept]")).toBeAttached({ timeout: 30_000 });

/** Visits the page until the browser has kept it for offline use. */
async function visit(app: App) {
  await app.open();
  await expectKept(app.page);
}

/** Checks for a newer version, as the browser does by itself; returns true if one is waiting. */
const checkForUpdate = (page: Page) =>
  page.evaluate(async () => {
    const registration = (await navigator.serviceWorker.getRegistration())!;
    await registration.update();
    const installing = registration.installing;
    if (installing) {
      await new Promise<void>((done) =>
        installing.addEventListener("statechange", () => ["installed", "redundant"].includes(installing.state) && done()),
      );
    }
    return !!registration.waiting;
  });

const about = (page: Page) => page.locator("#main .prose h2").first();

async function openTab(context: BrowserContext, host: Host) {
  const page = await context.newPage();
  return { page, app: new App(page), problems: collectProblems(page, host.url) };
}

for (const [language, locale] of [["ja", "ja-JP"], ["en", "en-US"]] as const) {
  test.describe(`after one visit, ${language}`, () => {
    test.use({ locale });

    test("every page opens with the server gone", async ({ app, page, host }) => {
      await visit(app);
      await host.stop();
      await page.reload();
      await expect(page.locator("#main h1")).toBeVisible();
      expect(await page.evaluate(() => document.documentElement.lang)).toBe(language);
      for (const route of ROUTES) {
        await app.open(route);
        await page.reload();
        await expect(page.locator("#main h1"), route).toBeVisible();
        await expect(page.locator("#main .quiet, #main .warn").filter({ hasText: /読み込んで|読み込めません|Loading|could not be loaded/ }), route).toHaveCount(0);
      }
    });

    test("evidence is judged, a report and a handout with codes are made, with the server gone", async ({ app, page, host }) => {
      await visit(app);
      await host.stop();
      await app.open("/evidence");
      await app.paste(sampleText("synthetic/credential-report_real-format_good.csv"));
      await app.verdict.getByRole("button").click();
      expect((await app.stored()).profiles[0].answers["iam-root-mfa"].status).toBe("done");
      await app.open("/report");
      await expect(page.locator(".document")).toContainText(language === "ja" ? "実施済み" : "Done");
      await app.open("/handout");
      const address = page.locator(".form").getByLabel(language === "ja" ? "QR コードに入れるアドレス" : "Address for the QR codes", { exact: true });
      await address.fill("https://example.org/guard-navi/");
      await address.blur();
      await expect(page.locator(".hand .qr")).toHaveCount(8);
    });
  });
}

test("a repeat visit asks the host for nothing but whether there is a newer version", async ({ app, page, host }) => {
  await visit(app);
  host.asked.length = 0;
  await page.reload();
  await app.open("/controls/iam-root-mfa");
  await expect(page.locator("#fix")).toBeVisible();
  await expectKept(page);
  expect(new Set(host.asked)).toEqual(new Set(["sw.js"]));
});

test("the page stands before anything is kept", async ({ app, page, host }) => {
  await app.open();
  await page.waitForTimeout(1_000);
  expect(host.asked).not.toContain("sw.js");
  expect(host.asked.length).toBeLessThanOrEqual(12);
  await expectKept(page);
  expect(host.asked).toContain("sw.js");
});

test("a newer version is offered, put off, and taken", async ({ app, page, host }) => {
  await visit(app);
  await app.open("/checklist");
  await app.status("iam-root-mfa").selectOption("done");
  host.publish("新しい版の説明");
  expect(await checkForUpdate(page)).toBe(true);
  await expect(offer(page)).toBeVisible();
  // The offer is announced politely, can be used by keyboard, and is not printed.
  await expect(offer(page).locator("xpath=..")).toHaveAttribute("role", "status");
  await page.emulateMedia({ media: "print" });
  await expect(offer(page)).toBeHidden();
  await page.emulateMedia({ media: null });
  await offer(page).getByRole("button", { name: "あとで" }).press("Enter");
  await expect(offer(page)).toHaveCount(0);
  await expect(page.locator("#main h1")).toBeFocused();
  // The update is not forced: the old version stays.
  await app.open("/about");
  await expect(about(page)).toHaveText("このツールでできること");
  await expect(offer(page)).toHaveCount(0);
  // The next visit shows the old version, and offers the new one again.
  await page.reload();
  await expect(offer(page)).toBeVisible({ timeout: 15_000 });
  await expect(about(page)).toHaveText("このツールでできること");
  await page.getByRole("button", { name: "English" }).click();
  await expect(page.locator("#main .remind").filter({ hasText: OFFER.en })).toBeVisible();
  await page.getByRole("button", { name: "日本語" }).click();
  let loads = 0;
  page.on("load", () => (loads += 1));
  await offer(page).getByRole("button", { name: "再読み込みする" }).press("Enter");
  await expect(about(page)).toHaveText("新しい版の説明");
  await expectKept(page);
  expect(loads).toBe(1);
  await expect(offer(page)).toHaveCount(0);
  expect((await app.stored()).profiles[0].answers["iam-root-mfa"].status).toBe("done");
  // No tab shows the old version any more: its files are deleted.
  expect((await page.evaluate(() => caches.keys())).length).toBe(1);
  await host.stop();
  await page.reload();
  await expect(about(page)).toHaveText("新しい版の説明");
});

test("where answers stand on the page alone, no reload is offered", async ({ app, page, host }) => {
  await visit(app);
  host.publish("新しい版の説明");
  await page.evaluate(() => {
    const { setItem } = Storage.prototype;
    Storage.prototype.setItem = () => { throw new DOMException("full", "QuotaExceededError"); };
    Object.assign(globalThis, { makeRoom: () => (Storage.prototype.setItem = setItem) });
  });
  await page.goto("./#/checklist");
  await app.status("iam-root-mfa").selectOption("done");
  await expect(page.locator(".notice")).toBeVisible();
  expect(await checkForUpdate(page)).toBe(true);
  await expect(page.locator("html[data-offline=newer]")).toBeAttached();
  await expect(offer(page)).toHaveCount(0);
  await page.evaluate(() => (globalThis as any).makeRoom());
  await app.status("iam-user-mfa").selectOption("done");
  await expect(offer(page)).toBeVisible();
});

test("two tabs: the other one stays on its version, whole, until it is loaded anew", async ({ app, page, host, context }) => {
  await visit(app);
  const other = await openTab(context, host);
  await visit(other.app);
  host.publish("新しい版の説明");
  expect(await checkForUpdate(page)).toBe(true);
  await expect(offer(other.page)).toBeVisible();
  await offer(page).getByRole("button", { name: "再読み込みする" }).click();
  await expectKept(page);
  await app.open("/about");
  await expect(about(page)).toHaveText("新しい版の説明");

  // The other tab still shows the old version, and loads further files from it.
  await other.page.evaluate(() => (location.hash = "#/about"));
  await expect(about(other.page)).toHaveText("このツールでできること");
  await other.page.evaluate(() => (location.hash = "#/evidence"));
  await other.app.paste(sampleText("synthetic/credential-report_real-format_good.csv"));
  await expect(other.app.verdict).toBeVisible();
  await offer(other.page).getByRole("button", { name: "再読み込みする" }).click();
  await expect(offer(other.page)).toHaveCount(0);
  await other.app.open("/about");
  await expect(about(other.page)).toHaveText("新しい版の説明");
  expect(other.problems).toEqual([]);
});

for (const [state, damage] of [
  ["altered", (host: Host) => host.alter("icon.svg", (text) => text.replace("#00666b", "#66006b"))],
  ["missing", (host: Host) => host.remove("icon.svg")],
] as const) {
  test(`a host that is half updated, a file ${state}: the old version goes on, and nothing is offered`, async ({ app, page, host }) => {
    await visit(app);
    host.publish("新しい版の説明");
    damage(host);
    expect(await checkForUpdate(page)).toBe(false);
    expect(host.asked.filter((name) => name === "sw.js").length).toBeGreaterThan(1);
    await page.reload();
    await expectKept(page);
    await app.open("/about");
    await expect(about(page)).toHaveText("このツールでできること");
    await expect(offer(page)).toHaveCount(0);
    expect((await page.evaluate(() => caches.keys())).length).toBe(1);
  });
}

test("a first visit to a host with an altered file keeps nothing, and works as before", async ({ app, page, host }) => {
  host.alter(host.find("incident-en-"), (text) => text.replace("AWS", "AVVS"));
  await app.open("/checklist");
  await expect.poll(() => page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length + (await caches.keys()).length), { timeout: 15_000 }).toBe(0);
  await expect.poll(() => host.asked).toContain("sw.js");
  await page.waitForTimeout(1_000);
  expect(await page.evaluate(async () => (await caches.keys()).length)).toBe(0);
  await expect(page.locator("html[data-offline]")).toHaveCount(0);
  await app.status("iam-root-mfa").selectOption("done");
  await app.open("/about");
  await expect(page.locator("#main")).toContainText("まだこのブラウザーに保存されていません");
});

test("a copy is verified as the host has it, not as it is kept", async ({ app, page, host }) => {
  await visit(app);
  const verify = async () => {
    await app.open("/about");
    await page.getByRole("button", { name: "検証する" }).click();
    return page.locator(".verified");
  };
  await expect(await verify()).toContainText("すべて一覧と一致しました", { timeout: 20_000 });
  host.alter(host.find("incident-en-"), (text) => text.replace("AWS", "AVVS"));
  await page.reload();
  await expect(await verify()).toContainText("一致しないファイルがあります: incident-en-", { timeout: 20_000 });
});

test("About says that the page is kept once it is", async ({ app, page }) => {
  await app.open("/about");
  await expect(page.locator("#main")).toContainText("まだこのブラウザーに保存されていません");
  await expectKept(page);
  await expect(page.locator("#main")).toContainText("このブラウザーにすべて保存済みです");
});

test("it can be installed", async ({ app, page, host, context }) => {
  await visit(app);
  const cdp = await context.newCDPSession(page);
  const { errors, url, data } = await cdp.send("Page.getAppManifest");
  expect(errors).toEqual([]);
  expect(url).toBe(`${host.url}manifest.webmanifest`);
  // Playwright's windows are private windows, which do not allow installation.
  const { installabilityErrors } = await cdp.send("Page.getInstallabilityErrors");
  expect(installabilityErrors.map(({ errorId }) => errorId).filter((error) => error !== "in-incognito")).toEqual([]);
  const manifest = JSON.parse(data!);
  expect(manifest).toMatchObject({ start_url: "./", scope: "./", display: "standalone", lang: "ja" });
  for (const { src, sizes } of manifest.icons) {
    const [width, height] = await page.evaluate(async (src) => {
      const image = Object.assign(new Image(), { src });
      await image.decode();
      return [image.naturalWidth, image.naturalHeight];
    }, src);
    if (sizes !== "any") expect(`${width}x${height}`, src).toBe(sizes);
  }
  // The colours of the manifest are the background colour of the page.
  const background = await page.evaluate(() => {
    const context2d = document.createElement("canvas").getContext("2d")!;
    context2d.fillStyle = getComputedStyle(document.body).backgroundColor;
    context2d.fillRect(0, 0, 1, 1);
    return `#${[...context2d.getImageData(0, 0, 1, 1).data].slice(0, 3).map((part) => part.toString(16).padStart(2, "0")).join("")}`;
  });
  expect([manifest.background_color, manifest.theme_color]).toEqual([background, background]);
});

test.describe("journeys with the network cut after the page has loaded", () => {
  const offline = (name: string, journey: keyof typeof journeys) =>
    test(name, async ({ app, page, host }) => {
      const catalogue = await app.catalogue();
      await visit(app);
      await host.stop();
      await journeys[journey](playwright(page), catalogue);
    });
  for (const journey of Object.keys(journeys) as (keyof typeof journeys)[]) offline(journey, journey);
});

test("Firefox: after one visit, with the server gone, a journey from beginning to end", async ({ host, request }) => {
  const executable = process.env.FIREFOX;
  test.skip(!executable, "there is no Firefox");
  const catalogue = await (await request.get(`${host.url}catalogue.json`)).json();
  const { driver, browser } = await firefox(executable!, host.url);
  try {
    await driver.open("/");
    await driver.until(`document.documentElement.dataset.offline === "kept"`);
    await host.stop();
    await journeys.firstLevel(driver, catalogue);
  } finally {
    await browser.close();
  }
});
