// Large evidence in the browser: visible and announced progress, the verdicts, and what stays after cancelling.
// `cargo xtask bench large` measures the speed.
import { writeFileSync } from "node:fs";
import { findings } from "../bench/inputs.mjs";
import { expect, sample, test } from "./app";

function file(count: number): string {
  const path = test.info().outputPath(`findings-${count}.json`);
  writeFileSync(path, findings(count));
  return path;
}

/** Control and outcome of every verdict that is shown. */
const OUTCOMES = (rows: Element[]) => rows.map((row) => `${row.getAttribute("data-control")} ${row.querySelector(".status-icon")?.textContent}`);

test("a large file: progress is seen and now and then heard, and the verdicts are those of a small one", async ({ app, page }) => {
  await app.open("/evidence?lang=en");
  await app.drop(file(300));
  const verdict = app.verdictOf("rds-not-public");
  await expect(verdict).toContainText("results of Security Hub were read");
  const small = await page.locator(".verdict").evaluateAll(OUTCOMES);
  expect(small.length).toBeGreaterThan(3);
  await page.getByRole("button", { name: "Forget what was handed over" }).click();

  await page.evaluate(() => {
    const [shares, words, announcements] = [[], [], []] as [number[], string[], string[]];
    Object.assign(globalThis, { seen: { shares, words, announcements } });
    const [bar, shown, status] = ["progress", ".num", "[role=status]"].map((part) => document.querySelector(`.judging ${part}`)!);
    const record = () => bar!.getClientRects().length && shares.push((bar as HTMLProgressElement).value);
    new MutationObserver(record).observe(bar!, { attributeFilter: ["value"] });
    new MutationObserver(() => words.push(shown!.textContent!)).observe(shown!, { childList: true });
    new MutationObserver(() => announcements.push(status!.textContent!)).observe(status!, { childList: true });
  });
  const path = file(20_000);
  await app.drop(path);
  await expect(page.locator(".judging progress")).toBeVisible();
  await expect(verdict).toContainText("results of Security Hub were read", { timeout: 60_000 });
  const current = JSON.parse(findings(20_000)).Findings.filter((finding: any) => finding.RecordState === "ACTIVE").length;
  await expect(verdict).toContainText(`${current} results of Security Hub were read`);
  expect(await page.locator(".verdict").evaluateAll(OUTCOMES)).toEqual(small);

  const { shares, words, announcements } = await page.evaluate(() => (globalThis as any).seen);
  expect(shares.length).toBeGreaterThan(5);
  expect(shares.toSorted((a: number, b: number) => a - b)).toEqual(shares);
  expect(words.some((line: string) => /^findings-20000\.json: looking for secrets \(\d+%\)$/.test(line))).toBe(true);
  expect(words.some((line: string) => /^findings-20000\.json: reading \(\d+%\)$/.test(line))).toBe(true);
  expect(announcements.length).toBeLessThan(8);
  expect(announcements[0]).toBe("Judging.");
  expect(announcements.at(-1)).toMatch(/^Judged: /);
  await expect(page.locator(".judging progress")).toBeHidden();
});

test("cancelling by keyboard: said, the focus stays in the page, and what was judged before stays", async ({ app, page }) => {
  await app.open("/evidence?lang=en");
  await app.drop(sample("synthetic/credential-report_real-format_bad.csv"));
  await expect(app.verdict).toContainText("Fail");
  await app.drop(file(20_000));
  const cancel = page.getByRole("button", { name: "Cancel" });
  await cancel.press("Enter");
  await expect(page.locator(".judging [role=status]")).toContainText("Cancelled");
  await expect(cancel).toBeHidden();
  await expect(page.locator("#drop .drop input")).toBeFocused();
  await expect(app.verdict).toContainText("Fail");
  await expect.poll(() => page.workers().length).toBe(0);

  // The next file is judged together with the earlier one, without the cancelled one.
  await app.drop(sample("synthetic/asff_bad.json"));
  await expect(app.verdictOf("securityhub-critical-zero")).toBeVisible();
  await expect(app.verdict).toContainText("Fail");
  await expect(page.locator("#read summary")).toHaveText("Read: 2 items");
});
