// Keyboard, zoom, large fonts, forced colours, and what is typed into fields.
import { ROUTES, expect, test, type App } from "./app";
import type { Page } from "@playwright/test";

const PHONE = { width: 390, height: 844 };
/** What 400 % makes of 1280×1024. */
const ZOOMED = { width: 320, height: 256 };

async function settled(app: App, route: string) {
  await app.open(route);
  await app.page.waitForLoadState("networkidle");
  // The list renders one section per frame.
  if (route.startsWith("/checklist")) await expect(app.page.locator(".row")).toHaveCount((await app.catalogue()).controls.length);
}

/** The focused element if something that floats covers it, or if it is outside the window; else an empty text. */
const coveredFocus = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const focused = document.activeElement!;
    const label = focused.matches(".sr") ? focused.closest("label") : null;
    const { left, top, width, height } = (label ?? focused).getBoundingClientRect();
    const floats = (element: Element) => ["fixed", "sticky"].includes(getComputedStyle(element).position);
    const isFree = (x: number, y: number) => {
      let hit = document.elementFromPoint(x, y);
      if (!hit) return false;
      for (; hit && !hit.contains(focused); hit = hit.parentElement) if (floats(hit)) return false;
      return true;
    };
    const inset = (length: number, part: number) => 2 + (length - 4) * part;
    const parts = label ? [0.5] : [0, 0.25, 0.5, 0.75, 1];
    const points = parts.map((part) => isFree(left + inset(width, 0.5), top + inset(height, part)));
    // What is high in a low window can only show a part of itself.
    const isVisible = height > Math.min(100, innerHeight / 4) ? points.some(Boolean) : points.every(Boolean);
    return isVisible ? "" : `${focused.outerHTML.slice(0, 100)} at ${Math.round(top)}, ${Math.round(height)} high`;
  });

/** Tabs from the skip link through the whole page; returns what was covered, and how many stops there were. */
async function tabThrough(page: Page) {
  const covered: string[] = [];
  await page.locator(".skip").focus();
  for (let stops = 1; stops < 600; stops++) {
    await page.keyboard.press("Tab");
    if (await page.evaluate(() => document.activeElement!.matches("body, .skip"))) return { covered, stops };
    let hidden = await coveredFocus(page);
    // A long way to scroll takes a frame, and more while parts of a long page are laid out.
    for (let frames = 0; hidden && frames < 10; frames++) hidden = await page.evaluate(() => new Promise(requestAnimationFrame)).then(() => coveredFocus(page));
    if (hidden) covered.push(hidden);
  }
  throw new Error("the page has no end");
}

/** Answers twice, so that the toast with its undo is shown. */
async function showToast(app: App) {
  await app.status("iam-root-mfa").selectOption("done");
  await app.status("iam-root-mfa").selectOption("not_done");
  await expect(app.page.locator(".toast")).toBeVisible();
}

for (const viewport of [PHONE, ZOOMED]) {
  const size = `${viewport.width}×${viewport.height}`;
  test.describe(size, () => {
    test.use({ viewport });
    test.setTimeout(300_000);

    test("nothing that has the focus is covered, on every page", async ({ app, page }) => {
      for (const route of ROUTES) {
        await settled(app, route);
        const { covered, stops } = await tabThrough(page);
        expect(covered, route).toEqual([]);
        expect(stops, route).toBeGreaterThan(10);
      }
    });

    test("nor by the toast", async ({ app, page }) => {
      await settled(app, "/checklist");
      await showToast(app);
      expect((await tabThrough(page)).covered).toEqual([]);
    });

    test("nor by the toast that an answer shows", async ({ app, page }) => {
      await settled(app, "/checklist");
      const field = app.status("iam-root-mfa");
      await app.row("iam-root-mfa").locator("h3 a").focus();
      await page.keyboard.press("Tab");
      await expect(field).toBeFocused();
      await page.keyboard.press("ArrowDown");
      await page.keyboard.press("Enter");
      // As low as it can stand without being covered.
      await field.evaluate((field) => {
        const bar = document.querySelector(".tab")!;
        const bottom = getComputedStyle(bar).position === "fixed" ? bar.getBoundingClientRect().top : innerHeight;
        scrollBy(0, field.getBoundingClientRect().bottom - bottom + 4);
      });
      expect(await coveredFocus(page)).toBe("");
      await page.keyboard.press("ArrowDown");
      await page.keyboard.press("Enter");
      await expect(page.locator(".toast")).toBeVisible();
      await expect(field).toBeFocused();
      await expect.poll(() => coveredFocus(page)).toBe("");
    });
  });
}

test("in a low window, the bars stand at both ends of the page", async ({ app, page }) => {
  const position = (bar: string) => page.locator(bar).evaluate((bar) => getComputedStyle(bar).position);
  for (const height of [640, 390, 256]) {
    await page.setViewportSize({ width: 320, height });
    await app.open("/about");
    expect([await position(".bar"), await position(".tab")]).toEqual(height > 400 ? ["sticky", "fixed"] : ["static", "static"]);
  }
  await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
  await expect(page.locator(".tab a").first()).toBeInViewport();
  await expect(page.locator(".bar .brand")).not.toBeInViewport();
  await page.evaluate(() => scrollTo(0, 0));
  await expect(page.locator(".bar .brand")).toBeInViewport();
  await expect(page.locator(".tab a").first()).not.toBeInViewport();
});

test("keys in a closed status field show, and Enter or leaving records", async ({ app, page }) => {
  await settled(app, "/checklist");
  const field = app.status("iam-root-mfa");
  const recorded = async () => (await app.stored())?.profiles[0].answers["iam-root-mfa"]?.status;
  await field.focus();
  for (const shown of ["done", "in_progress", "not_done", "unsure"]) {
    await page.keyboard.press("ArrowDown");
    await expect(field).toHaveValue(shown);
    await expect(page.locator("#announcer")).toHaveText("Enter で決定します。");
  }
  expect(await recorded()).toBeUndefined();
  await expect(page.locator(".inplace")).toHaveCount(0);
  await page.keyboard.press("Enter");
  await expect.poll(recorded).toBe("unsure");
  await expect(app.row("iam-root-mfa").locator(".inplace")).toBeVisible();
  await expect(field).toBeFocused();

  // A status that needs a reason: the dialogue opens with Enter only.
  await page.keyboard.press("End");
  await expect(field).toHaveValue("risk_accepted");
  await expect(page.locator("dialog")).toHaveCount(0);
  await page.keyboard.press("Enter");
  await expect(page.locator("#ask-reason")).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(field).toHaveValue("unsure");
  await field.focus();
  await page.keyboard.press("PageDown");
  await expect(field).toHaveValue("risk_accepted");
  await page.keyboard.press("Tab");
  await expect(field).toHaveValue("unsure");
  await expect(page.locator("dialog")).toHaveCount(0);

  await field.focus();
  await page.keyboard.press("Home");
  await expect(field).toHaveValue("unanswered");
  await page.keyboard.press("Escape");
  await expect(field).toHaveValue("unsure");
  await page.keyboard.press("ArrowUp");
  await expect(field).toHaveValue("not_done");
  expect(await recorded()).toBe("unsure");
  await page.keyboard.press("Tab");
  await expect.poll(recorded).toBe("not_done");

  // A choice without a key, as from the opened list.
  await field.selectOption("in_progress");
  await expect.poll(recorded).toBe("in_progress");
});

test("keys in the closed account field show, and only Enter switches", async ({ app, page }) => {
  const profiles = [["a", "開発"], ["b", "本番"], ["c", "検証"]].map(([id, name]) => ({ id, name, answers: {} }));
  await page.addInitScript((profiles) => localStorage.setItem("guard-navi.progress", JSON.stringify({ schema: "guard-navi.progress/1", profiles })), profiles);
  await settled(app, "/data");
  const field = page.locator(".bar .profile");
  const current = async () => (await app.stored())?.profiles[0].id;
  const options = await field.locator("option").evaluateAll((all) => all.map((option) => (option as HTMLOptionElement).value));
  await field.focus();
  await expect(field).toHaveValue(options[0]!);
  const before = await current();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  await expect(field).toHaveValue(options[2]!);
  await expect(page.locator("#announcer")).toHaveText("Enter で決定します。");
  expect(await current()).toBe(before);
  await page.keyboard.press("Tab");
  await expect(field).toHaveValue(options[0]!);
  expect(await current()).toBe(before);
  await field.focus();
  await page.keyboard.press("End");
  await page.keyboard.press("Enter");
  await expect.poll(current).toBe(options[2]);
  await expect(field).toBeFocused();
  await expect(field).toHaveValue(options[2]!);
});

test("letters in a closed status field", async ({ app, page }) => {
  await settled(app, "/checklist?lang=en");
  const field = app.status("iam-root-mfa");
  const recorded = async () => (await app.stored())?.profiles[0].answers["iam-root-mfa"]?.status;
  await field.focus();
  await page.keyboard.press("d");
  await expect(field).toHaveValue("done");
  await expect(page.locator("#announcer")).toHaveText("Press Enter to choose.");
  expect(await recorded()).toBeUndefined();
  await page.keyboard.press("Enter");
  await expect.poll(recorded).toBe("done");
  await page.waitForTimeout(1_100); // the browser has forgotten the letters
  await page.keyboard.type("not a");
  await expect(field).toHaveValue("not_applicable");
  expect(await recorded()).toBe("done");
  await page.keyboard.press("Escape");
  await expect(field).toHaveValue("done");
});

test("on a phone, the tab order of a row is its order on the screen", async ({ app, page }) => {
  await page.setViewportSize(PHONE);
  await settled(app, "/checklist");
  await app.status("iam-root-mfa").selectOption("unsure");
  await expect(app.row("iam-root-mfa").locator(".inplace a")).toBeVisible();
  const row = app.row("iam-root-mfa");
  await row.locator("h3 a").focus();
  const tops: number[] = [];
  while (await row.evaluate((row) => row.contains(document.activeElement))) {
    tops.push(await page.evaluate(() => document.activeElement!.getBoundingClientRect().top + scrollY));
    await page.keyboard.press("Tab");
  }
  expect(tops.length).toBeGreaterThanOrEqual(4);
  expect(tops).toEqual([...tops].sort((one, other) => one - other));
});

test("a default font of 24 px: no page scrolls sideways, and the bars fold", async ({ playwright, launchOptions, baseURL }) => {
  test.setTimeout(180_000);
  // Playwright passes the other settings itself; the last switch of a name wins.
  const mouse = "primaryHoverType=2,availableHoverTypes=2,primaryPointerType=4,availablePointerTypes=4";
  const args = [...(launchOptions.args ?? []), `--blink-settings=defaultFontSize=24,${mouse}`];
  const browser = await playwright.chromium.launch({ ...launchOptions, args });
  try {
    const page = await browser.newPage({ baseURL: baseURL!, viewport: { width: 1280, height: 800 }, serviceWorkers: "block" });
    for (const language of ["ja", "en"]) {
      for (const route of [...ROUTES, "/controls/guardduty-findings-triaged", "/controls/guardduty-suppression-narrow"]) {
        await page.goto(`./#${route}?lang=${language}`);
        await expect(page.locator("#main h1")).toBeAttached();
        await page.waitForLoadState("networkidle");
        expect(await page.evaluate(() => getComputedStyle(document.documentElement).fontSize)).toBe("24px");
        const wide = await page.evaluate(() => {
          if (document.documentElement.scrollWidth <= innerWidth) return [];
          const past = [...document.querySelectorAll("body *")].filter((one) => one.getBoundingClientRect().right > innerWidth);
          return past.map((one) => one.outerHTML.slice(0, 80)).slice(0, 5);
        });
        expect(wide, `${language} ${route}`).toEqual([]);
        await expect(page.locator(".tab")).toBeVisible();
      }
    }
  } finally {
    await browser.close();
  }
});

test("forced colours: open segments of the ring are not as filled as done ones", async ({ app, page }) => {
  await page.emulateMedia({ forcedColors: "active" });
  await settled(app, "/checklist");
  await app.status("iam-root-mfa").selectOption("done");
  await app.open("/");
  const widths = (segments: string) =>
    page.locator(segments).evaluateAll((all) => all.map((one) => Number.parseFloat(getComputedStyle(one).strokeWidth)));
  const [done, open] = [await widths(".ring .done"), await widths(".ring .open")];
  expect(done.length).toBeGreaterThan(0);
  expect(open.length).toBeGreaterThan(10);
  expect(Math.max(...open)).toBeLessThan(Math.min(...done) / 2);
});

test("full-width digits are numbers", async ({ app, page }) => {
  await app.open("/posture");
  const fields = page.locator("#calculator .counts input");
  for (const [index, typed] of ["８０", " １９　", "１"].entries()) await fields.nth(index).fill(typed);
  await expect(page.locator(".calculated")).toContainText("スコアは 80 % です。対象のコントロール 100 件");
  await fields.nth(1).fill("－１９");
  await expect(page.locator(".calculated")).toContainText("0 以上の整数");

  await app.open("/controls/s3-account-block-public");
  await page.locator("#check .seg button").nth(1).click();
  const account = page.locator("#check .fields input[inputmode=numeric]").first();
  await account.fill("１２３４－５６７８ー９０１２");
  await account.blur();
  await expect(account).toHaveValue("123456789012");
  await expect(page.locator("#check .cmd code").filter({ hasText: "123456789012" }).first()).toBeVisible();
});

test("a text that is too long is told, and never cut", async ({ app, page }) => {
  const type = async (field: string, text: string) => {
    await page.locator(field).first().focus();
    await page.keyboard.press("ControlOrMeta+a");
    await page.keyboard.insertText(text); // like pasting, which a limit of the field would cut
  };
  await app.open("/controls/iam-root-mfa");
  await expect(page.locator("#note")).toBeVisible();
  await type("#note", "あ".repeat(10_003));
  await expect(page.locator("#note-refused")).toContainText("10000 文字まで)。あと 3 文字");
  await expect(page.locator("#note")).toHaveValue("あ".repeat(10_003));
  for (const _ of "123") await page.keyboard.press("Backspace");
  await expect(page.locator("#note-refused")).toHaveText("");
  await expect.poll(async () => (await app.stored()).profiles[0].answers["iam-root-mfa"].note.length).toBe(10_000);
  await type("#owner", "x".repeat(101));
  await expect(page.locator("#owner-refused")).toContainText("あと 1 文字");

  await page.keyboard.press("Tab");
  await page.locator(".opts button").nth(4).click();
  await expect(page.locator("#ask-reason")).toBeFocused();
  await page.keyboard.insertText("あ".repeat(10_001));
  await page.locator("dialog .btn").first().click();
  await expect(page.locator("#ask-refused")).toContainText("あと 1 文字");
  await page.keyboard.press("Escape");

  await app.open("/data?lang=en");
  await type(".accounts input", "x".repeat(102));
  await expect(page.locator(".accounts .refused").first()).toHaveText("Not saved: 2 characters too long (at most 100).");
});

test("commands and console labels are not translated", async ({ app, page }) => {
  await app.open("/controls/iam-root-mfa");
  await expect(page.locator("#fix .ui").first()).toHaveAttribute("translate", "no");
  await page.locator("#fix .seg button").nth(1).click();
  await expect(page.locator(".cmd pre").first()).toHaveAttribute("translate", "no");
});

test("`n` in the list goes to the note, and what is typed stays there", async ({ app, page }) => {
  await settled(app, "/checklist?lang=en");
  await page.keyboard.press("j");
  await page.keyboard.press("n");
  await expect(page.locator("#note")).toBeFocused();
  await page.keyboard.type("3 users left");
  await expect(page.locator("#note")).toHaveValue("3 users left");
  const stored = (await app.stored()).profiles[0].answers;
  expect(Object.values<any>(stored).map((answer) => answer.status)).toEqual(["unanswered"]);
});

for (const press of ["Undo", "Close"]) {
  test(`${press} in the toast keeps the place and gives the focus back`, async ({ app, page }) => {
    await page.setViewportSize(PHONE);
    await settled(app, "/checklist?lang=en");
    const { controls } = await app.catalogue();
    // Not the last one: the end of the page moves while the rows above it are laid out.
    const control = controls[25]!.id;
    await app.status(control).selectOption("done");
    await app.status(control).focus();
    await app.status(control).selectOption("not_done");
    await expect(page.locator(".toast")).toBeVisible();
    await page.waitForTimeout(200);
    const before = await page.evaluate(() => scrollY);
    expect(before).toBeGreaterThan(1_000);
    await page.locator(".toast").getByRole("button", { name: press }).click();
    await expect(page.locator(".toast")).toHaveCount(0);
    await page.waitForTimeout(200);
    expect(Math.abs((await page.evaluate(() => scrollY)) - before)).toBeLessThan(60);
    await expect(app.status(control)).toBeFocused();
  });
}

for (const lang of ["ja", "en"]) {
  test(`the bar fits every width, with two accounts and spaced text (${lang})`, async ({ app, page }) => {
    const profiles = [["a", "production account of the shop"], ["b", "開発"]].map(([id, name]) => ({ id, name, answers: {} }));
    await page.addInitScript((profiles) => localStorage.setItem("guard-navi.progress", JSON.stringify({ schema: "guard-navi.progress/1", profiles })), profiles);
    await app.open(`/about?lang=${lang}`);
    const overflow = () => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    for (const spaced of [false, true]) {
      // WCAG 1.4.12; the policy of the page forbids inline style, but not that of a test.
      if (spaced) await page.evaluate(() => { for (const part of document.querySelectorAll<HTMLElement>(".bar, .bar *")) Object.assign(part.style, { letterSpacing: "0.12em", wordSpacing: "0.16em" }); });
      for (const width of [1440, 1280, 1230, 1180, 1124, 1045, 1024, 1000, 900, 768, 390, 360, 320]) {
        await page.setViewportSize({ width, height: 800 });
        expect(await overflow(), `${width} px, ${spaced ? "spaced" : "as it is"}`).toBeLessThanOrEqual(0);
      }
    }
  });
}

test("a live region is not written again while nothing changes in it", async ({ app, page }) => {
  await app.open("/incident?lang=en");
  await page.evaluate(() => {
    (globalThis as any).writes = 0;
    new MutationObserver((changes) => ((globalThis as any).writes += changes.length)).observe(document.querySelector(".progress[role=status]")!, { childList: true, characterData: true, subtree: true });
  });
  await page.locator(".runstep textarea").first().pressSequentially("seventeen letters");
  expect(await page.evaluate(() => (globalThis as any).writes)).toBe(0);
});
