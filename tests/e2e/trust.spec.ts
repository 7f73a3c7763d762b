import { App, PROGRESS, ROUTES, expect, sampleText, test } from "./app";
import { fillStorage, freeStorage } from "./damage";
import { test as bare } from "@playwright/test";
import AxeBuilder from "@axe-core/playwright";
import { brotliCompressSync, constants } from "node:zlib";
import { closeSync, ftruncateSync, openSync } from "node:fs";

const brotli = (body: Buffer) => brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;

test("a strict CSP, and nothing inline", async ({ app, page }) => {
  const html = await (await page.request.get("./")).text();
  const csp = html.match(/http-equiv="Content-Security-Policy" content="([^"]*)"/)?.[1];
  expect(csp).toContain("default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'");
  expect(csp).not.toContain("unsafe-inline");
  expect(html).not.toMatch(/<style|\sstyle=|\son[a-z]+=|<script(?![^>]*\ssrc=)/);
  await app.open("/checklist");
  expect(await page.locator("[style]").count()).toBe(0);
});

test("a cold visit is at most 140 KB and 12 requests", async ({ app, page }) => {
  const bodies: Promise<[string, number]>[] = [];
  page.on("response", (response) => bodies.push(response.body().then((body) => [response.url(), brotli(body)])));
  await app.open();
  await page.waitForTimeout(1_000);
  const sizes = await Promise.all(bodies);
  const total = sizes.reduce((sum, [, size]) => sum + size, 0);
  test.info().annotations.push({ type: "bytes", description: JSON.stringify(sizes) });
  console.log(`cold visit: ${total} bytes in ${sizes.length} requests`);
  expect(sizes.length).toBeGreaterThan(3);
  expect(sizes.length).toBeLessThanOrEqual(12);
  expect(total).toBeLessThanOrEqual(140_000);
});

// Each page in both languages, themes and widths: every pair of values, in `cargo xtask soak` all eight combinations.
for (const locale of ["ja-JP", "en-US"]) {
  for (const [colorScheme, width] of [["light", 360], ["light", 1440], ["dark", 360], ["dark", 1440]] as const) {
    const isOfThePairs = (locale === "ja-JP") === (colorScheme === "light") ? width === 360 : width === 1440;
    if (!isOfThePairs && !process.env.FULL_MATRIX) continue;
    test.describe(`axe, ${locale}, ${colorScheme}, ${width} px`, () => {
      // Without transitions, so that axe sees the final colours.
      test.use({ locale, colorScheme, contextOptions: { reducedMotion: "reduce" }, viewport: { width, height: 800 } });
      test.setTimeout(180_000);
      const checkAxe = async (page: App["page"], label: string) => {
        const { violations } = await new AxeBuilder({ page }).analyze();
        expect(violations.map((violation) => `${label}: ${violation.id}: ${violation.nodes[0]?.html}`)).toEqual([]);
      };

      test("no violation on any page of the check", async ({ app, page }) => {
        await app.open("/");
        await checkAxe(page, "home, new");
        await app.open("/checklist");
        await app.status("config-recording").selectOption("unsure");
        await checkAxe(page, "checklist");
        await app.status("config-recording").selectOption("risk_accepted");
        await checkAxe(page, "dialogue");
        await page.fill("#ask-reason", "x");
        await page.locator("dialog .btn").first().click();
        await app.open("/controls/config-recording");
        await expect(page.locator("#fix")).toBeVisible();
        await checkAxe(page, "control, console");
        await page.locator("#fix .seg button").nth(1).click();
        await checkAxe(page, "control, CLI");
        await app.open("/evidence");
        await app.paste(`${sampleText("synthetic/credential-report_real-format_bad.csv")}aws_secret_access_key=AAAABBBBCCCCDDDD`);
        await expect(app.verdict).toBeVisible();
        await checkAxe(page, "evidence");
        await app.open("/report");
        await expect(page.locator(".document")).toBeVisible();
        await checkAxe(page, "report");
        await app.open("/handout");
        await page.locator("[data-choice=steps] input").check();
        await expect(page.locator(".hand .steps").first()).toBeVisible();
        await checkAxe(page, "handout");
        await app.open("/workshop");
        await page.locator(".form input[type=text]").fill("x");
        await expect(page.locator(".cmd code")).toBeVisible();
        await checkAxe(page, "workshop");
        await page.goto(await page.locator(".cmd code").innerText());
        await expect(page.locator("#main > div > .btn")).toBeVisible();
        await checkAxe(page, "workshop, invited");
        await app.open("/history");
        await expect(page.locator("table")).toBeVisible();
        await checkAxe(page, "history");
        await app.open("/data");
        await page.locator(".accounts + .btn").click();
        await checkAxe(page, "data");
        await page.locator(".btn.danger").click();
        await checkAxe(page, "erase?");
        await page.keyboard.press("Escape");
        await app.open("/checklist?q=mfa");
        await checkAxe(page, "checklist, filtered");
        await app.open("/changes");
        await expect(page.locator(".changes > li").first()).toBeVisible();
        await checkAxe(page, "what is new");
        await app.open("/nowhere");
        await checkAxe(page, "not found");
        await app.open("/");
        await checkAxe(page, "home");
      });

      test("no violation on any page to read", async ({ app, page }) => {
        for (const route of ["/learn", "/posture", "/incident", "/about", "/controls/guardduty-findings-triaged", "/controls/guardduty-suppression-narrow"]) {
          await app.open(route);
          await expect(page.locator(".sources a").first()).toBeAttached();
          await page.locator("summary").evaluateAll((all) => all.forEach((summary) => ((summary.parentElement as HTMLDetailsElement).open = true)));
          if (route === "/learn") await page.locator(".option input").first().check();
          await checkAxe(page, route);
        }
      });
    });
  }
}

test("320 px: no sideways scroll", async ({ app, page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  for (const language of ["ja", "en"]) {
    for (const route of ["/", "/checklist", "/controls/cloudtrail-multi-region", "/controls/guardduty-findings-triaged", "/controls/guardduty-suppression-narrow", "/learn", "/posture", "/incident", "/about", "/evidence", "/report", "/handout", "/workshop", "/history", "/data", "/changes", "/nowhere"]) {
      await app.open(`${route}?lang=${language}`);
      await page.waitForLoadState("networkidle");
      const [inner, outer] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
      expect(inner, `${language} ${route}`).toBeLessThanOrEqual(outer!);
    }
  }
});

test("answers and main buttons are 44 px high, other targets at least 24", async ({ app, page }) => {
  await page.setViewportSize({ width: 360, height: 800 });
  for (const route of ["/", "/checklist", "/controls/iam-root-mfa", "/controls/guardduty-findings-triaged", "/learn", "/posture", "/incident", "/about", "/evidence", "/report", "/handout", "/workshop", "/history", "/data", "/changes"]) {
    await app.open(route);
    await page.waitForLoadState("networkidle");
    const small = await page.locator("a:not(svg a, p a, td a, li a[target], .skip), button, select, textarea, input:not(.sr, [type=radio])").evaluateAll((all) =>
      all
        .filter((element) => element.getClientRects().length > 0)
        .map((element) => ({ what: element.outerHTML.slice(0, 80), height: element.getBoundingClientRect().height, big: element.matches(".btn, .answers button, .status select") }))
        .filter(({ height, big }) => height < (big ? 44 : 24)),
    );
    expect(small, route).toEqual([]);
  }
});

test("a workshop link: opened, and hostile ones refused", async ({ app, page }) => {
  const link = (text: string) => `/workshop?s=${Buffer.from(text).toString("base64url")}`;
  await app.open(link(JSON.stringify({ t: "<img src=x onerror=alert(1)> 勉強会", d: "2026-12-05", c: ["iam-root-mfa", "gone"] })));
  await expect(page.locator("#main h1")).toHaveText("<img src=x onerror=alert(1)> 勉強会");
  await expect(page.locator("#main")).toContainText("2026年12月5日 · 対策 1 件");
  expect(await page.locator("#main img").count()).toBe(0);
  await page.getByRole("button", { name: "始める" }).click();
  await expect(page.locator("#main")).toContainText("次の一歩");
  expect((await app.stored()).profiles[0]).toMatchObject({ workshop: { title: "<img src=x onerror=alert(1)> 勉強会" } });
  for (const [route, message] of [
    ["/workshop?s=%%%", "途中で切れている"],
    [link("{\"t\":"), "途中で切れている"],
    [link("[]"), "1〜100 文字"],
    [link(JSON.stringify({ t: "x".repeat(200) })), "1〜100 文字"],
    [link(JSON.stringify({ t: "x", c: ["no-such-control"] })), "このバージョンにはありません"],
    [`/workshop?s=${"A".repeat(3_000)}`, "長すぎます"],
  ] as const) {
    await app.open(route);
    await expect(page.locator("#main [role=alert]"), route.slice(0, 60)).toContainText(message);
  }
});

test("words of the other language carry their language", async ({ app, page }) => {
  for (const [language, other] of [["ja", "en"], ["en", "ja"]] as const) {
    for (const route of ROUTES) {
      await app.open(`${route}?lang=${language}`);
      await page.waitForLoadState("networkidle");
      const unmarked = await page.evaluate((other) => {
        const found: string[] = [];
        const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
        for (let node = walker.nextNode(); node; node = walker.nextNode()) {
          const parent = node.parentElement!;
          const text = node.textContent!.trim();
          if (!text || parent.closest(`[lang=${other}], script, .broken`)) continue;
          // Service names, ids and commands are the same in both languages. A sentence has at least four English words.
          const isOther = other === "ja" ? /[\u3040-\u30ff\u4e00-\u9fff]/.test(text) : /^[A-Za-z][a-z]+( [a-z]{2,}){3,}/.test(text);
          if (isOther && !parent.closest("code, kbd, .cmd")) found.push(text.slice(0, 60));
        }
        return found;
      }, other);
      expect(unmarked, `${route} in ${language}`).toEqual([]);
    }
  }
});

test("forced colours and reduced motion are honoured", async ({ app, page }) => {
  await page.emulateMedia({ forcedColors: "active", reducedMotion: "reduce" });
  await app.open("/checklist");
  await app.status("iam-root-mfa").selectOption("done");
  await app.open("/");
  const [done, open] = await page.evaluate(() => [".ring .done", ".ring .open"].map((one) => getComputedStyle(document.querySelector(one)!).stroke));
  expect(done).not.toBe(open);
  expect(await page.evaluate(() => getComputedStyle(document.querySelector(".btn")!).transitionDuration)).toBe("0s");
});

test("the focus stays where an answer changes", async ({ app, page }) => {
  await app.open("/checklist");
  await app.status("iam-root-mfa").focus();
  for (const key of ["実", "未", "わ"]) {
    await page.keyboard.press("j"); // while the select has the focus, letter keys belong to it
    await expect(app.status("iam-root-mfa")).toBeFocused();
    await app.status("iam-root-mfa").selectOption({ index: key === "実" ? 1 : key === "未" ? 3 : 4 });
    await expect(app.status("iam-root-mfa")).toBeFocused();
  }
  await app.open("/controls/iam-root-mfa");
  const second = page.locator(".opts button").nth(1);
  await second.focus();
  await page.keyboard.press("Enter");
  await expect(second).toBeFocused();
  await expect(second).toHaveAttribute("aria-pressed", "true");
});

test("the whole app cannot be loaded: said, and tried again", async ({ app, page, quiet }) => {
  quiet.push("Failed to load resource", "net::ERR_FAILED", "Failed to fetch");
  await page.route("**/whole-*.wasm", (route) => route.abort());
  await app.open();
  await page.locator(".welcome .btn").click();
  await expect(page.locator("#main [role=alert]")).toContainText("読み込めませんでした");
  await page.unroute("**/whole-*.wasm");
  await page.getByRole("button", { name: "もう一度読み込む" }).click();
  await expect(page.locator(".opts")).toBeVisible();
});

test("what could not be stored goes over to the whole app", async ({ app, page }) => {
  await page.addInitScript(() => Object.defineProperty(window, "localStorage", { get: () => { throw new DOMException("no", "SecurityError"); } }));
  await app.open("/checklist");
  await app.status("iam-root-mfa").selectOption("done");
  await page.getByRole("button", { name: "English" }).click();
  await page.locator(".row[data-control=iam-root-mfa] h3 a").click();
  await expect(page.locator(".opts [aria-pressed=true]")).toContainText("Done");
});

const store = (page: App["page"], text: string) =>
  page.addInitScript(([key, text]) => {
    if (!sessionStorage.getItem("put")) localStorage.setItem(key!, text!);
    sessionStorage.setItem("put", "1");
  }, [PROGRESS, text]);

test("damaged answers are set aside, offered as a file, and survive", async ({ app, page }) => {
  const damaged = '{"schema":"guard-navi.progress/1","profiles":[{"id":"a","answers":{"iam-root-mfa":{"status":"do';
  await store(page, damaged);
  await app.open("/checklist");
  await expect(page.locator(".notice")).toContainText("元のデータを別に残して");
  await app.status("iam-root-mfa").selectOption("done");
  await page.reload();
  await expect(app.status("iam-root-mfa")).toHaveValue("done");
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "元のデータを書き出す" }).click();
  const chunks: Buffer[] = [];
  for await (const chunk of await (await download).createReadStream()) chunks.push(chunk as Buffer);
  expect(Buffer.concat(chunks).toString()).toBe(damaged);
  await page.getByRole("button", { name: "元のデータを削除する" }).click();
  await expect(page.locator(".notice")).toBeVisible(); // asks for confirmation
  await page.getByRole("button", { name: "本当に削除する" }).click();
  await expect(page.locator(".notice")).toHaveCount(0);
});

test("answers of a newer version are never overwritten", async ({ app, page }) => {
  const newer = '{"schema":"guard-navi.progress/2","profiles":{}}';
  await store(page, newer);
  await app.open("/checklist");
  await expect(page.locator(".notice")).toContainText("新しいバージョン");
  await app.status("iam-root-mfa").selectOption("done");
  await expect(app.status("iam-root-mfa")).toHaveValue("done");
  expect(await page.evaluate((key) => localStorage.getItem(key), PROGRESS)).toBe(newer);
});

test("blocked storage: the page works and says so", async ({ app, page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, "localStorage", { get: () => { throw new DOMException("no", "SecurityError"); } });
  });
  await app.open("/checklist");
  await expect(page.locator(".notice")).toContainText("保存が許可されていない");
  await app.status("iam-root-mfa").selectOption("done");
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "いまの回答を書き出す" }).click();
  expect((await download).suggestedFilename()).toMatch(/^guard-navi-\d{4}-\d\d-\d\d\.json$/);
});

test("full storage: nothing that was there is lost, and it says so", async ({ app, page }) => {
  await app.open("/checklist");
  await app.status("iam-root-mfa").selectOption("done");
  await fillStorage(page);
  await app.status("config-recording").selectOption("done");
  await app.open("/controls/iam-root-mfa");
  await page.locator("#note").fill("あ".repeat(2_000));
  await expect(page.locator(".notice")).toContainText("いっぱい");
  expect((await app.stored()).profiles[0].answers["iam-root-mfa"].status).toBe("done");
  await freeStorage(page);
  await page.locator("#note").press("End");
  await page.locator("#note").pressSequentially("い");
  await expect(page.locator(".notice")).toHaveCount(0);
});

test("bad input gets a clear message, and what was there stays", async ({ app, page }) => {
  await app.open("/evidence");
  await app.paste(sampleText("synthetic/credential-report_real-format_good.csv"));
  await app.verdict.getByRole("button").click();
  const good = sampleText("synthetic/credential-report_real-format_good.csv");
  for (const [text, words] of [
    ["lorem ipsum", "--output json"],
    ["<html>", "Web ページ"],
    ["{\"a\":", "途中で終わっています"],
    ["[".repeat(100_000), "JSON"],
    [good.slice(0, -40), "途中で切れています"],
  ] as const) {
    await app.paste(text);
    await expect(page.locator(".problems .warn, .warn").first()).toContainText(words);
  }
  await app.paste("  ");
  await expect(page.locator(".judging")).toContainText("判定するものがありません");

  await page.locator("input[type=file]").setInputFiles({ name: "empty.csv", mimeType: "text/csv", buffer: Buffer.alloc(0) });
  await expect(page.locator(".warn").first()).toContainText("中身が空です");
  await page.locator("input[type=file]").setInputFiles({ name: "binary", mimeType: "", buffer: Buffer.from([0, 1, 2, 255]) });
  await expect(page.locator(".warn").first()).toContainText("テキストではない");
  const huge = test.info().outputPath("huge.csv");
  const file = openSync(huge, "w");
  ftruncateSync(file, 65 * 1024 * 1024);
  closeSync(file);
  await app.drop(huge);
  await expect(page.locator(".judging")).toContainText("64 MiB");
  expect((await app.stored()).profiles[0].answers["iam-root-mfa"].status).toBe("done");
});

test.describe("parts that do not load", () => {
  test.use({ quiet: ["Failed to load resource", "net::ERR_FAILED"] });

  test("the judge: said, and nothing is lost", async ({ app, page }) => {
    await page.route("**/judge-*.wasm", (route) => route.abort());
    await app.open("/evidence");
    await app.paste("{}");
    await expect(page.locator(".judging")).toContainText("読み込めませんでした");
  });

  test("the document worker: said, and nothing is lost", async ({ app, page }) => {
    await page.route("**/documents-*.wasm", (route) => route.abort());
    await app.open("/report");
    await expect(page.locator("#main .warn[role=alert]")).toContainText("読み込めませんでした");
  });

  test("the control's details: said, answerable, and tried again", async ({ app, page }) => {
    await page.route("**/controls-*.json", (route) => route.abort());
    await app.open("/controls/iam-root-mfa");
    await expect(page.locator("#details")).toContainText("読み込めませんでした");
    await page.keyboard.press("1");
    await expect(page.locator(".opts [aria-pressed=true]")).toContainText("実施済み");
    await page.unroute("**/controls-*.json");
    await page.getByRole("button", { name: "もう一度読み込む" }).click();
    await expect(page.locator("#fix")).toContainText("MFA デバイスの割り当て");
  });
});

test("nothing jumps while the page starts, however slow the first script is", async ({ app, page }) => {
  await page.addInitScript(() => {
    (globalThis as any).shifts = 0;
    new PerformanceObserver((list) => list.getEntries().forEach((entry) => ((globalThis as any).shifts += (entry as any).value))).observe({ type: "layout-shift", buffered: true });
  });
  await page.route("**/boot-*.js", async (route) => {
    await new Promise((done) => setTimeout(done, 500));
    await route.continue();
  });
  await app.open();
  await page.waitForTimeout(500);
  expect(await page.evaluate(() => (globalThis as any).shifts)).toBeLessThanOrEqual(0.02);
});

bare("without the first script both languages say what is needed", async ({ page }) => {
  await page.route("**/boot-*.js", (route) => route.abort());
  await page.goto("./");
  await expect(page.locator("section[lang=ja] .boot-no-script")).toBeVisible();
  await expect(page.locator("section[lang=en] .boot-no-script")).toBeVisible();
});

test("the top bar and the footer fit at every width", async ({ app, page }) => {
  for (const language of ["ja", "en"]) {
    await app.open(`/?lang=${language}`);
    for (let width = 320; width <= 1440; width += 40) {
      await page.setViewportSize({ width, height: 700 });
      const tools = await page.locator(".bar .tools").boundingBox();
      expect(tools!.x + tools!.width, `${language} ${width}`).toBeLessThanOrEqual(width);
      const foot = await page.locator(".foot").boundingBox();
      expect(foot!.x, `${language} ${width}`).toBeGreaterThanOrEqual(16);
      expect(foot!.x + foot!.width, `${language} ${width}`).toBeLessThanOrEqual(width - 16);
    }
  }
});

bare("without WebAssembly it says so", async ({ page }) => {
  await page.addInitScript(() => Reflect.deleteProperty(window, "WebAssembly"));
  await page.goto("./");
  await expect(page.locator("section[lang=ja] .boot-no-wasm")).toBeVisible();
  await expect(page.locator("section[lang=en] .boot-no-wasm")).toBeHidden();
});

for (const kind of ["js", "wasm"]) {
  bare(`a blocked ${kind} file stops the start with a plain message`, async ({ page }) => {
    await page.route(`**/page-*.${kind}`, (route) => route.abort());
    await page.goto("./");
    await expect(page.locator("section[lang=ja] .boot-blocked")).toBeVisible();
  });
}
