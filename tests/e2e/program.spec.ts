// The native program beside the page: what it serves is the page, and it judges as the page does.
import { spawn, spawnSync, type ChildProcess } from "node:child_process";
import { mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, sample, sampleText, test as base } from "./app";
import { playwright } from "./driver";
import * as journeys from "./journeys";

// `cargo xtask test` names the program that it built.
const PROGRAM = process.env.GUARD_NAVI;
const DIST = fileURLToPath(new URL("../../dist", import.meta.url));

/** Starts `guard-navi serve` on a free port, and returns its address. */
function serve(): Promise<{ process: ChildProcess; url: string }> {
  const process = spawn(PROGRAM!, ["serve", "--site", DIST, "--port", "0"], { stdio: ["ignore", "pipe", "ignore"] });
  return new Promise((done, fail) => {
    process.on("error", fail);
    process.on("exit", (code) => fail(new Error(`it ended with ${code}`)));
    process.stdout!.on("data", (text) => {
      const url = /http:\S+/.exec(String(text));
      if (url) done({ process, url: url[0] });
    });
  });
}

const test = base.extend({
  baseURL: async ({}, use) => {
    test.skip(!PROGRAM, "GUARD_NAVI names no program");
    const { process, url } = await serve();
    await use(url);
    process.kill();
  },
});

test("program: it serves the page for a first visit to level 1", async ({ app }) => {
  await journeys.firstLevel(playwright(app.page), await app.catalogue());
});

test("program: it serves every page, and the workers behind them", async ({ app }) => {
  const response = await app.page.request.get("./");
  expect(response.headers()["content-security-policy"]).toContain("frame-ancestors 'none'");
  expect(response.headers()["content-encoding"]).toBe("br");
  await journeys.everyPage(playwright(app.page));
});

test.describe("program: offline", () => {
  test.use({ serviceWorkers: "allow" });
  test("program: the page that it serves is kept for offline use", async ({ app }) => {
    await app.open();
    await expect(app.page.locator("html[data-offline=kept]")).toBeAttached({ timeout: 30_000 });
  });
});

for (const account of ["good", "bad"]) {
  test(`program: its verdicts on a whole account are those of the page: ${account}`, async ({ app }, info) => {
    // The same names, texts and ages for both.
    const names = readdirSync(sample(account)).filter((name) => !name.endsWith(".tsv"));
    const texts = names.map((name) => sampleText(`${account}/${name}`));
    await app.open("/evidence");
    const files = names.map((name, index) => ({ name, mimeType: "text/plain", buffer: Buffer.from(texts[index]!) }));
    await app.page.locator("input[type=file]").setInputFiles(files);
    await expect(app.verdict).toBeVisible();

    const folder = info.outputPath("files");
    mkdirSync(folder, { recursive: true });
    for (const [index, name] of names.entries()) writeFileSync(`${folder}/${name}`, texts[index]!);
    const judged = spawnSync(PROGRAM!, ["judge", "--format", "json", "--lang", "ja", ...names], { cwd: folder, encoding: "utf8" });
    expect(judged.status, judged.stderr).toBe(0);
    const { verdicts } = JSON.parse(judged.stdout) as { verdicts: { control: string; outcome: string; reasons: string[] }[] };
    expect(verdicts.length).toBeGreaterThan(30);
    for (const { control, outcome, reasons } of verdicts) {
      const shown = app.verdictOf(control);
      await expect(shown, control).toContainText({ pass: "合格", fail: "不合格", unknown: "判定できません" }[outcome]!);
      await expect(shown, control).toContainText(reasons[0]!);
    }
    expect(await app.page.locator(".verdict[data-control]").count()).toBe(verdicts.length);
  });
}
