// Altered files do not run, and nothing that gets into the page becomes code.
import { expect, test as bare } from "@playwright/test";
import AxeBuilder from "@axe-core/playwright";
import { createHash } from "node:crypto";
import { startAlteringHost } from "./altering_host";
import { test, type App } from "./app";
import { firefox, playwright, type Driver } from "./driver";

const sha384 = (body: Buffer) => createHash("sha384").update(body).digest("hex");

/** Waits until a message of the shell is visible. */
const expectMessage = (driver: Driver, part: string) => driver.until(`document.querySelector("section[lang=ja] .boot-${part}")?.checkVisibility() === true`);
const rendered = `!!document.querySelector("#main h1")`;

/** Files that the page needs to start: the pattern of the name, the route, the message of the shell. */
const STARTING: [RegExp, string, string][] = [
  [/^boot-.*\.js$/, "", "no-script"],
  [/^page-.*\.js$/, "", "altered"],
  [/^page-.*\.wasm$/, "", "altered"],
  [/^whole-.*\.js$/, "#/learn", "altered"],
  [/^whole-.*\.wasm$/, "#/learn", "altered"],
];

for (const [pattern, route, message] of STARTING) {
  bare(`one altered byte of ${pattern.source} stops the start with a plain message`, async ({ page, baseURL }) => {
    const host = await startAlteringHost(baseURL!, pattern);
    await page.goto(host.url + route);
    await expectMessage(playwright(page), message);
    expect(await page.evaluate(rendered)).toBe(false);
    host.close();
  });
}

bare("an honest host in between: it starts, and so do the workers", async ({ page, baseURL }) => {
  const host = await startAlteringHost(baseURL!, /^$/);
  await page.goto(`${host.url}#/report`);
  await expect(page.locator(".document")).toBeVisible();
  host.close();
});

bare("altered bytes of the whole app do not get past the first pages", async ({ page, baseURL }) => {
  const host = await startAlteringHost(baseURL!, /^whole-.*\.js$/);
  await page.goto(host.url);
  await page.locator("#main .welcome .btn").click();
  await expect(page.locator("#main [role=alert]")).toContainText("読み込めませんでした");
  host.close();
});

for (const kind of ["js", "wasm"]) {
  bare(`one altered byte of the judge's ${kind}: it does not judge, and says so`, async ({ page, baseURL }) => {
    const host = await startAlteringHost(baseURL!, new RegExp(`^judge-.*\\.${kind}$`));
    await page.goto(`${host.url}#/evidence`);
    await page.locator("#paste").fill("{}");
    await page.locator("#drop .pasting .btn").click();
    await expect(page.locator(".judging")).toContainText("読み込めませんでした");
    host.close();
  });

  bare(`one altered byte of the document worker's ${kind}: it makes no document, and says so`, async ({ page, baseURL }) => {
    const host = await startAlteringHost(baseURL!, new RegExp(`^documents-.*\\.${kind}$`));
    await page.goto(`${host.url}#/report`);
    await expect(page.locator("#main .warn[role=alert]")).toContainText("読み込めませんでした");
    host.close();
  });
}

bare("Firefox refuses altered bytes, too", async ({ baseURL }) => {
  bare.skip(!process.env.FIREFOX, "there is no Firefox");
  bare.setTimeout(180_000);
  const { driver, browser } = await firefox(process.env.FIREFOX!, baseURL!);
  try {
    for (const [pattern, route, message] of STARTING) {
      const host = await startAlteringHost(baseURL!, pattern);
      await driver.visit(host.url + route);
      await expectMessage(driver, message);
      host.close();
    }
    for (const kind of ["js", "wasm"]) {
      const host = await startAlteringHost(baseURL!, new RegExp(`^documents-.*\\.${kind}$`));
      await driver.visit(`${host.url}#/report`);
      await driver.until(`document.querySelector("#main .warn[role=alert]")?.textContent.includes("読み込めませんでした") === true`);
      host.close();
    }
    await driver.open("/report");
    await driver.until(`!!document.querySelector(".document")`);
  } finally {
    await browser.close();
  }
});

test.describe("what gets into the page does not become code", () => {
  // One test tries to register a service worker.
  test.use({ serviceWorkers: "allow", quiet: ["Trusted", "Content Security Policy", "Refused"] });
  /**
   * Runs a script as the page's own. Returns the name of the error that it throws, otherwise `globalThis.ran`. It runs
   * in a timer, because code that Playwright evaluates directly may call `eval`.
   */
  const attempt = (app: App, script: string) =>
    app.page.evaluate(`new Promise((tell) => setTimeout(async () => {
      globalThis.ran = "nothing ran";
      try { ${script} } catch (error) { return tell(error.name); }
      setTimeout(() => tell(globalThis.ran), 300);
    }))`);
  const RUN = "globalThis.ran = 'it ran'";

  test("no string becomes markup, code or the address of code", async ({ app }) => {
    await app.open();
    for (const script of [
      `document.body.innerHTML = "<img src=x onerror=\\"${RUN}\\">"`,
      `document.body.insertAdjacentHTML("beforeend", "<b>plain</b>")`,
      `document.write("<b>plain</b>")`,
      `document.createRange().createContextualFragment("<b>plain</b>")`,
      `new DOMParser().parseFromString("<b>plain</b>", "text/html")`,
      `document.body.setAttribute("onclick", "${RUN}")`,
      `document.createElement("script").text = "${RUN}"`,
      `document.createElement("script").src = "https://example.org/x.js"`,
      `document.createElement("script").src = "catalogue.json"`,
      `document.createElement("iframe").srcdoc = "<b>plain</b>"`,
      `new Worker("https://example.org/x.js")`,
      `new Worker("catalogue.json")`,
      `await navigator.serviceWorker.register("catalogue.json")`,
      `setTimeout("${RUN}")`,
      `globalThis.trustedTypes.createPolicy("another", {})`,
      `globalThis.trustedTypes.createPolicy("default", {})`,
    ]) {
      expect(await attempt(app, script), script).toBe("TypeError");
    }
    for (const script of [`eval("${RUN}")`, `new Function("${RUN}")()`]) {
      expect(await attempt(app, script), script).toBe("EvalError");
    }
  });

  test("what goes around the types is stopped by the policy", async ({ app }) => {
    await app.open();
    for (const script of [
      `const tag = document.createElement("script"); tag.append("${RUN}"); document.head.append(tag);`,
      `const link = document.createElement("a"); link.href = "javascript:${RUN}"; document.body.append(link); link.click();`,
      `const frame = document.createElement("iframe"); frame.src = "data:text/html,<script>parent.ran=1</script>"; document.body.append(frame);`,
      `const style = document.createElement("style"); style.append("body { background: url(https://example.org/) }"); document.head.append(style);`,
    ]) {
      expect(await attempt(app, script), script).toBe("nothing ran");
    }
    expect(await attempt(app, `await import("data:text/javascript,${RUN}")`)).toBe("TypeError");
    expect(await attempt(app, `await fetch("https://example.org/")`)).toBe("TypeError");
  });
});

test("a worker is under the page's policy", async ({ app, page, quiet }) => {
  quiet.push("Content Security Policy", "Refused");
  await app.open("/report");
  await expect(page.locator(".document")).toBeVisible();
  const started = page.workers();
  expect(started.length).toBeGreaterThan(0);
  const result = await started[0]!.evaluate(() => fetch("https://example.org/").then(() => "it asked", (error) => error.name));
  expect(result).toBe("TypeError");
});

test("the copy verifies itself, and tells what differs", async ({ app, page }) => {
  await app.open("/about");
  const verify = page.getByRole("button", { name: "検証する" });
  await verify.click();
  await expect(page.locator(".verified")).toContainText("すべて一覧と一致しました");
  // The same list, checked by another program.
  const list = await (await page.request.get("./SHA384SUMS")).body();
  await expect(page.locator(".verified")).toContainText(sha384(list));
  const lines = list.toString().trim().split("\n").map((line) => line.split("  ") as [string, string]);
  expect(lines.map(([, name]) => name)).toEqual(expect.arrayContaining(["index.html", "catalogue.json", "sbom.cdx.json"]));
  for (const [hash, name] of lines) expect(sha384(await (await page.request.get(`./${name}`)).body()), name).toBe(hash);

  await page.locator(".verified summary").click();
  expect(await page.locator(".verified li").count()).toBe(lines.length);
  const { violations } = await new AxeBuilder({ page }).include(".verified").analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);
  await page.setViewportSize({ width: 320, height: 640 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);

  await page.route("**/catalogue.json", (route) => route.fulfill({ body: "{}" }));
  await verify.click();
  await expect(page.locator(".verified .warn")).toContainText("一致しないファイルがあります: catalogue.json。");
  await page.unroute("**/catalogue.json");
  await page.route("**/SHA384SUMS", (route) => route.fulfill({ body: "" }));
  await verify.click();
  await expect(page.locator(".verified .warn")).toContainText("検証していません");
});

test("without a secure context nothing is verified, and the reason is told", async ({ app, page }) => {
  await page.addInitScript(() => Object.defineProperty(window, "isSecureContext", { value: false }));
  await app.open("/about?lang=en");
  await page.getByRole("button", { name: "Verify" }).click();
  await expect(page.locator(".verified .warn")).toContainText("nothing was verified");
});

test("the bill of materials names what is in the wasm, and no moment", async ({ page, baseURL }) => {
  const bill = await (await page.request.get(`${baseURL}sbom.cdx.json`)).json();
  expect(bill).toMatchObject({ bomFormat: "CycloneDX", specVersion: "1.5", metadata: { component: { name: "guard-navi" } } });
  expect(bill.serialNumber ?? bill.metadata.timestamp).toBeUndefined();
  const names = bill.components.map((component: { name: string }) => component.name);
  expect(names).toEqual(expect.arrayContaining(["leptos", "serde_json", "wasm-bindgen", "ics", "qrcodegen", "rust-std"]));
  // Dependencies only for builds and tests are not in it.
  for (const name of ["xtask", "proptest", "axum", "clap", "leptos_macro"]) expect(names).not.toContain(name);
});
