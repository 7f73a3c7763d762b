import { test } from "./app";
import { playwright } from "./driver";
import { webkit } from "./webkit";
import * as journeys from "./journeys";

test("journey: first visit to level 1, and back the next day", async ({ app, page }) => {
  await journeys.firstLevel(playwright(page), await app.catalogue());
});

test("journey: two accounts", async ({ app }) => journeys.twoProfiles(playwright(app.page)));
test("journey: search and filter", async ({ app }) => journeys.searchAndFilter(playwright(app.page)));
test("journey: fill a command and copy it", async ({ app }) => journeys.fillAndCopy(playwright(app.page)));
test("journey: every act that takes something away", async ({ app }) => journeys.undoEverything(playwright(app.page)));
test("journey: two days beside each other", async ({ app }) => journeys.compareDays(playwright(app.page)));

test("journey: every page, and the workers behind them", async ({ app }) => journeys.everyPage(playwright(app.page)));

// egress.spec.ts runs all of these journeys in Firefox.
test("journey in WebKit: first visit to level 1, and back the next day", async ({ app, baseURL }) => {
  const { WEBKIT_DRIVER, WEBKIT_BROWSER } = process.env;
  test.skip(!WEBKIT_DRIVER || !WEBKIT_BROWSER, "there is no WebKit");
  const { driver, close } = await webkit(WEBKIT_DRIVER!, WEBKIT_BROWSER!, baseURL!);
  try {
    await journeys.firstLevel(driver, await app.catalogue());
  } finally {
    await close();
  }
});
