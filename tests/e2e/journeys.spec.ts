import { test, expect } from "./app";
import { firefox, playwright } from "./driver";
import * as journeys from "./journeys";

test("journey: first visit to level 1, and back the next day", async ({ app, page }) => {
  await journeys.firstLevel(playwright(page), await app.catalogue());
});

test("journey: two accounts", async ({ app }) => journeys.twoProfiles(playwright(app.page)));
test("journey: search and filter", async ({ app }) => journeys.searchAndFilter(playwright(app.page)));
test("journey: fill a command and copy it", async ({ app }) => journeys.fillAndCopy(playwright(app.page)));
test("journey: every act that takes something away", async ({ app }) => journeys.undoEverything(playwright(app.page)));
test("journey: two days beside each other", async ({ app }) => journeys.compareDays(playwright(app.page)));

test("journey in Firefox: first visit to level 1, and back the next day", async ({ app, baseURL }) => {
  const executable = process.env.FIREFOX;
  test.skip(!executable, "there is no Firefox");
  const { driver, requests, browser } = await firefox(executable!, baseURL!);
  try {
    await journeys.firstLevel(driver, await app.catalogue());
    const origin = new URL(baseURL!).origin;
    expect(requests.filter((url) => !url.startsWith(origin) && !url.startsWith("data:"))).toEqual([]);
    expect(requests.length).toBeGreaterThan(4);
  } finally {
    await browser.close();
  }
});
