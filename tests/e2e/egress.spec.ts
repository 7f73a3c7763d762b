// No request leaves the origin: every journey in two browsers, observed by a proxy.
import { expect, test as base } from "@playwright/test";
import type { Catalogue } from "./app";
import { firefox, playwright, type Driver } from "./driver";
import * as journeys from "./journeys";
import { proxyFor, type Proxy } from "./proxy";

const test = base.extend<{ outside: Proxy; catalogue: Catalogue }>({
  outside: async ({ baseURL }, use) => {
    const proxy = await proxyFor(new URL(baseURL!).origin);
    await use(proxy);
    proxy.close();
  },
  catalogue: async ({ request }, use) => use(await (await request.get("./catalogue.json")).json()),
});

/** Runs every journey, each with empty storage. */
async function allJourneys(driver: Driver, catalogue: Catalogue) {
  const all = [
    () => journeys.firstLevel(driver, catalogue),
    () => journeys.twoProfiles(driver),
    () => journeys.searchAndFilter(driver),
    () => journeys.fillAndCopy(driver),
    () => journeys.undoEverything(driver),
    () => journeys.everyPage(driver),
    () => journeys.compareDays(driver),
  ];
  for (const journey of all) {
    await journey();
    await driver.ask("localStorage.clear()");
    await driver.reload();
  }
}

/** Requests that a page without our policy can send. The proxy has to notice each of them. */
const BREAK_OUT = `(() => {
  fetch("http://fetched.invalid/", { mode: "no-cors" }).catch(() => {});
  new Image().src = "http://image.invalid/";
  navigator.sendBeacon("http://beacon.invalid/", "x");
  new WebSocket("ws://socket.invalid/");
  return true;
})()`;
const expectNoticed = (proxy: Proxy) => expect.poll(() => ["fetched", "image", "beacon", "socket"].filter((one) => !proxy.foreign.some((url) => url.includes(`${one}.invalid`)))).toEqual([]);

// Chromium's own requests about forms do not come from the page.
test.use({ launchOptions: async ({ launchOptions }, use) => use({ ...launchOptions, args: [...launchOptions.args!, "--disable-features=AutofillServerCommunication"] }) });

test("egress in Chromium: over all journeys no request leaves the origin, and one that did would be noticed", async ({ browser, outside, catalogue, baseURL }) => {
  test.setTimeout(120_000);
  const context = await browser.newContext({ baseURL, locale: "ja-JP", timezoneId: "Asia/Tokyo", permissions: ["clipboard-write"], proxy: { server: `http://127.0.0.1:${outside.port}` } });
  const page = await context.newPage();
  await allJourneys(playwright(page), catalogue);
  expect(outside.own()).toBeGreaterThan(20);
  expect(outside.foreign).toEqual([]);
  await page.goto("about:blank");
  await page.evaluate(BREAK_OUT);
  await expectNoticed(outside);
  await context.close();
});

test("egress in Firefox: over all journeys no request leaves the origin, and one that did would be noticed", async ({ outside, catalogue, baseURL }) => {
  test.setTimeout(180_000);
  const executable = process.env.FIREFOX;
  test.skip(!executable, "there is no Firefox");
  const { driver, browser } = await firefox(executable!, baseURL!, outside.port);
  try {
    await allJourneys(driver, catalogue);
    expect(outside.own()).toBeGreaterThan(20);
    // Firefox requests its own settings, whatever page is open.
    expect(outside.foreign.filter((host) => host !== "firefox.settings.services.mozilla.com:443")).toEqual([]);
    const page = await browser.newPage();
    await page.evaluate(BREAK_OUT);
    await expectNoticed(outside);
  } finally {
    await browser.close();
  }
});
