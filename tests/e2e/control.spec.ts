// A control at hand: its answer on a phone and on a desk, the way to the check steps, the way back to the place in a
// list, commands whose values are missing, and the account's name on a phone.
import { PROGRESS, expect, test, type App } from "./app";
import type { Page } from "@playwright/test";

const PHONE = { width: 390, height: 844 };
const DESK = { width: 1440, height: 900 };

/** Whether the whole of an element can be seen, not counting what the bars at the top and the bottom cover. */
const isInSight = (page: Page, selector: string) =>
  page.locator(selector).evaluate((element) => {
    const { top, bottom } = element.getBoundingClientRect();
    const bar = document.querySelector(".tab")!.getBoundingClientRect();
    return top >= 0 && bottom <= (bar.height > 0 ? bar.top : innerHeight);
  });

const topOf = async (app: App, control: string) => (await app.row(control).boundingBox())!.y;

const isChanged = (page: Page, from: string) => expect.poll(() => page.evaluate(() => location.hash)).not.toBe(from);

/** Stores an account with this name. */
const storeName = (page: Page, name: string) =>
  page.addInitScript(([key, name]) => {
    localStorage.setItem(key!, JSON.stringify({ schema: "guard-navi.progress/1", profiles: [{ id: "a", name, answers: {} }] }));
  }, [PROGRESS, name]);

test.describe("on a phone", () => {
  test.use({ viewport: PHONE });

  for (const [lang, done] of [["ja", "実施済み"], ["en", "Done"]] as const) {
    test(`an opened control is answered without scrolling (${lang})`, async ({ app, page }) => {
      for (const control of ["iam-root-mfa", "cloudtrail-multi-region", "guardduty-suppression-narrow"]) {
        await app.open(`/controls/${control}?lang=${lang}`);
        await expect(page.locator("#check")).toBeVisible();
        const bars = page.locator(".answer-bar");
        await expect(bars).toHaveCount(2);
        await expect(page.locator(".rail .opts")).toBeHidden();
        await expect(page.locator(".answers:visible")).toHaveCount(2);
        const boxes = await bars.first().locator(".answers button").evaluateAll((all) =>
          all.map((button) => {
            const { x, top, bottom, width, height } = button.getBoundingClientRect();
            return { column: Math.round(x), top, bottom, width, height };
          }),
        );
        expect(boxes).toHaveLength(6);
        expect(new Set(boxes.map(({ column }) => column)).size).toBe(2);
        for (const { top, bottom, width, height } of boxes) {
          expect(height).toBeGreaterThanOrEqual(44);
          expect(width).toBeGreaterThan(150);
          expect(top).toBeGreaterThanOrEqual(0);
          expect(bottom).toBeLessThanOrEqual(PHONE.height - 60);
        }
        // Both bars show the same answer, whichever is used.
        await bars.first().getByRole("button", { name: done, exact: true }).click();
        for (const bar of await bars.all()) await expect(bar.locator("[aria-pressed=true]")).toContainText(done);
        await bars.last().locator(".answers button").nth(2).click();
        for (const bar of await bars.all()) await expect(bar.locator(".answers button").nth(2)).toHaveAttribute("aria-pressed", "true");
        expect((await app.stored()).profiles[0].answers[control].status).toBe("not_done");
      }
    });
  }

  test("the second bar stands after what done looks like, and no id is used twice", async ({ app, page }) => {
    await app.open("/controls/iam-root-mfa");
    await expect(page.locator("#check")).toBeVisible();
    await expect(page.locator("#details > .answer-bar")).toHaveCount(1);
    expect(await page.locator("#details > .answer-bar").evaluate((bar) => bar.previousElementSibling!.textContent)).toContain("こうなれば完了");
    const ids = await page.locator("[id]").evaluateAll((all) => all.map(({ id }) => id));
    expect(ids.length).toBe(new Set(ids).size);
    expect(await page.evaluate(() => document.querySelector(".rail")!.getBoundingClientRect().top > document.querySelector("article")!.getBoundingClientRect().bottom)).toBe(true);
  });

  test("“I don't know” stays where the thumb is, and shows the way", async ({ app, page }) => {
    await app.open("/controls/iam-root-mfa");
    await expect(page.locator("#check")).toBeVisible();
    const last = page.locator(".answer-bar").last();
    await last.scrollIntoViewIfNeeded();
    const unsure = last.locator(".answers button").nth(3);
    const place = async () => (await unsure.boundingBox())!.y;
    await unsure.hover();
    const before = await place();
    await unsure.click();
    await expect(unsure).toHaveAttribute("aria-pressed", "true");
    await expect(unsure).toBeFocused();
    expect(Math.abs((await place()) - before)).toBeLessThan(10);
    await expect(last).toContainText("「わからない」にしました");
    await last.getByRole("button", { name: "確認の手順へ" }).click();
    await expect.poll(() => page.evaluate(() => document.activeElement!.closest("#check") !== null)).toBe(true);
    await expect.poll(() => isInSight(page, "#check h2")).toBe(true);
    await page.keyboard.press("1");
    await expect(page.getByRole("button", { name: "確認の手順へ" })).toHaveCount(0);
  });

  test("clearing the answer leaves the focus at the place", async ({ app, page }) => {
    await app.open("/controls/iam-root-mfa");
    await page.keyboard.press("1");
    await page.getByRole("button", { name: "回答を消す" }).click();
    await expect(page.locator(".rail h2")).toBeFocused();
    await expect(page.locator(".answer-bar [aria-pressed=true]")).toHaveCount(0);
  });

  test("an only account without a name takes no room at the top", async ({ app, page }) => {
    await app.open("/checklist");
    await expect(page.locator(".menu-button")).toBeVisible();
    await expect(page.locator(".account-name")).toBeHidden();
  });

  test("the account's name is on the screen", async ({ app, page }) => {
    await storeName(page, "本番環境の基幹システムのアカウント");
    await app.open("/checklist");
    for (const width of [390, 320]) {
      await page.setViewportSize({ width, height: 844 });
      await expect(page.locator(".account-name")).toBeVisible();
      await expect(page.locator(".account-name")).toHaveText("本番環境の基幹システムのアカウント");
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
      expect((await page.locator(".account-name").boundingBox())!.height).toBeLessThan(50);
    }
    await page.locator(".account-name").click();
    await expect(page).toHaveURL(/#\/data$/);
  });
});

test("on a desk the answer stays in the column, and is not there twice", async ({ app, page }) => {
  await page.setViewportSize(DESK);
  await app.open("/controls/iam-root-mfa");
  await expect(page.locator("#check")).toBeVisible();
  await expect(page.locator(".answers:visible")).toHaveCount(1);
  await page.locator("#details").locator(".aside").first().scrollIntoViewIfNeeded();
  expect(await isInSight(page, ".rail .opts")).toBe(true);
});

test("neighbours have names, and reference material is folded", async ({ app, page }) => {
  const { controls } = await app.catalogue();
  await app.open(`/controls/${controls[1]!.id}`);
  const links = page.locator(".neighbours a");
  await expect(links).toHaveCount(2);
  await expect(links.first()).toContainText(controls[0]!.title.ja);
  await expect(links.last()).toContainText(controls[2]!.title.ja);
  await app.open(`/controls/${controls[0]!.id}`);
  await expect(links).toHaveCount(1);
  await app.open("/controls/iam-root-mfa");
  await expect(page.locator(".sources a").first()).toBeHidden();
  await page.locator("details.aside > summary").click();
  await expect(page.locator(".sources a").first()).toBeVisible();
  await expect(page.locator(".refs")).toBeVisible();
});

for (const viewport of [PHONE, DESK]) {
  test.describe(`${viewport.width} px`, () => {
    test.use({ viewport });

    test("in the list the guide opens below, and closes with another answer", async ({ app, page }) => {
      await app.open("/checklist");
      const control = "iam-root-mfa";
      const select = app.status(control);
      await select.scrollIntoViewIfNeeded();
      // Both places in one reading: the page may scroll between two.
      const placeInRow = () => select.evaluate((select) => select.getBoundingClientRect().top - select.closest(".row")!.getBoundingClientRect().top);
      const before = await placeInRow();
      await select.selectOption("unsure");
      const guide = app.row(control).locator(".inplace");
      await expect(guide).toContainText("確認する");
      expect(Math.abs((await placeInRow()) - before)).toBeLessThan(40);
      const below = await guide.evaluate((guide) => guide.getBoundingClientRect().top - guide.closest(".row")!.querySelector("select")!.getBoundingClientRect().bottom);
      expect(below).toBeGreaterThanOrEqual(-1);
      await expect(app.row(control)).not.toContainText("自己申告");
      await select.selectOption("done");
      await expect(guide).toHaveCount(0);
      await expect(app.row(control)).toContainText("自己申告");
    });

    test("Back and Forward return to the place; a link begins at the top", async ({ app, page }) => {
      await app.open("/checklist");
      const rows = page.locator(".row:visible");
      const { controls } = await app.catalogue();
      await expect(rows).toHaveCount(controls.length);
      const control = controls[20]!.id;
      const link = app.row(control).locator("h3 a");
      await app.row(control).evaluate((row) => row.scrollIntoView({ block: "center" }));
      await page.waitForTimeout(300);
      const before = await topOf(app, control);
      expect(await page.evaluate(() => scrollY)).toBeGreaterThan(600);
      await link.click();
      await expect(page.locator("#main h1")).toBeFocused();
      await expect(page.locator("#check")).toBeVisible();
      expect(await page.evaluate(() => scrollY)).toBe(0);
      const y = await page.evaluate(() => (scrollTo(0, 400), scrollY));
      expect(y).toBeGreaterThan(200);
      await page.goBack();
      await expect(rows).toHaveCount(controls.length);
      await expect.poll(async () => Math.abs((await topOf(app, control)) - before)).toBeLessThan(10);
      await expect(link).toBeFocused();
      await page.goForward();
      await expect(page.locator("#check")).toBeVisible();
      await expect.poll(() => page.evaluate((y) => Math.abs(scrollY - y), y)).toBeLessThan(10);
      // A reload stays at the place as well.
      await page.reload();
      await expect(page.locator("#check")).toBeVisible();
      await expect.poll(() => page.evaluate((y) => Math.abs(scrollY - y), y)).toBeLessThan(10);
      // The same page by a new link begins at the top.
      await page.evaluate(() => (location.hash = "#/checklist"));
      await expect(page.locator("#main h1")).toBeFocused();
      await expect.poll(() => page.evaluate(() => scrollY)).toBe(0);
    });

    test("who scrolls on after Back is not pulled back", async ({ app, page }) => {
      await app.open("/incident");
      await expect(page.locator(".runstep").last()).toBeAttached();
      await page.evaluate(() => scrollTo(0, 3000));
      await page.evaluate(() => (location.hash = "#/learn"));
      await isChanged(page, "#/incident");
      await expect(page.locator("#main h1")).toBeFocused();
      await page.goBack();
      await expect.poll(() => page.evaluate(() => Math.abs(scrollY - 3000))).toBeLessThan(10);
      await page.mouse.move(200, 400);
      await page.mouse.wheel(0, -1500);
      await page.waitForTimeout(1000);
      expect(await page.evaluate(() => scrollY)).toBeLessThan(2000);
    });
  });
}

test("a filter and the place in its list are there again", async ({ app, page }) => {
  await page.setViewportSize(DESK);
  await app.open("/checklist?mandatory=1");
  await expect(page.locator(".row:visible").first()).toBeVisible();
  await page.locator("#find").fill("IAM");
  await expect(page).toHaveURL(/q=IAM/);
  await page.waitForTimeout(300);
  await page.evaluate(() => scrollTo(0, 400));
  await page.waitForTimeout(300);
  expect(await page.evaluate(() => scrollY)).toBeGreaterThan(100);
  const control = (await page.locator(".row:visible").last().getAttribute("data-control"))!;
  const before = await topOf(app, control);
  await page.evaluate((control) => (location.hash = `#/controls/${control}`), control);
  await expect(page.locator("#check")).toBeVisible();
  await page.goBack();
  await expect(page.locator("#find")).toHaveValue("IAM");
  await expect(page.locator(".row:visible").last()).toHaveAttribute("data-control", control);
  await expect.poll(async () => Math.abs((await topOf(app, control)) - before)).toBeLessThan(10);
});

test.describe("commands", () => {
  test.use({ permissions: ["clipboard-read", "clipboard-write"] });

  for (const [lang, two, one, none] of [
    ["ja", "コピーしました。まだ入っていない値が 2 つあります", "コピーしました。まだ入っていない値が 1 つあります", "コピーしました"],
    ["en", "Copied. 2 values are still missing", "Copied. 1 value is still missing", "Copied"],
  ] as const) {
    test(`copying says how many values are missing (${lang})`, async ({ app, page }) => {
      await app.open(`/controls/cloudtrail-multi-region?lang=${lang}`);
      await page.locator("#fix .seg button").nth(1).click();
      const commands = page.locator("#fix .cmd:not(.loop)");
      const texts = await commands.locator("code").allTextContents();
      const tokens = texts.map((text) => [...new Set(text.match(/<[A-Z0-9_]+>/g) ?? [])]);
      const index = tokens.findIndex(({ length }) => length === 2);
      expect(index).toBeGreaterThanOrEqual(0);
      const copy = commands.nth(index).locator(".line button");
      await copy.click();
      await expect(copy).toHaveText(two);
      await expect(page.locator("#announcer")).toHaveText(two);
      expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(texts[index]);
      const { placeholders } = await app.catalogue();
      const field = (token: string) => page.locator("#fix").getByLabel(placeholders.find((one: any) => one.token === token).title[lang], { exact: true });
      await field(tokens[index]![0]!).fill("one");
      await expect(copy).not.toHaveText(two);
      await copy.click();
      await expect(copy).toHaveText(one);
      await field(tokens[index]![1]!).fill("two");
      await copy.click();
      await expect(copy).toHaveText(none);
      expect(await page.evaluate(() => navigator.clipboard.readText())).not.toMatch(/<[A-Z0-9_]+>/);
    });
  }

  test("an example looks like none of the values, and the time now is entered by a button", async ({ app, page }) => {
    await app.open("/incident");
    await expect(page.locator(".runstep")).toHaveCount(11);
    await page.locator("[data-step] details > summary").evaluateAll((all) => all.forEach((summary) => ((summary.parentElement as HTMLDetailsElement).open = true)));
    const time = page.locator("label", { hasText: "現在の時刻(UTC)" }).locator("input").first();
    await expect(time).toHaveAttribute("placeholder", /^例: /);
    const [style, colour, valueColour] = await time.evaluate((input) => {
      const example = getComputedStyle(input, "::placeholder");
      return [example.fontStyle, example.color, getComputedStyle(input).color];
    });
    expect(style).toBe("italic");
    expect(colour).not.toBe(valueColour);
    await page.getByRole("button", { name: "今から 1 分後の時刻を入れる" }).first().click();
    const entered = await time.inputValue();
    expect(entered).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
    expect(Math.abs(Date.parse(entered) - Date.now() - 60_000)).toBeLessThan(30_000);
    await expect(page.locator(".cmd code").filter({ hasText: "aws:TokenIssueTime" }).first()).toContainText(entered);
    await time.fill("3 時");
    await expect(time).toHaveAttribute("aria-invalid", "true");
  });
});
