// What is new since the answers: the line on Home, its page, the history, and the lists on About.
import { PROGRESS, expect, test, type Catalogue } from "./app";
import { CONTROLS } from "./control_counts";
import type { Page } from "@playwright/test";

const NEW = ["people-short-lived", "workloads-patched", "regions-restricted", "trusted-advisor-red", "network-leftovers"];
const AT = "2026-11-20T03:00:00Z";

/** Storage of the first edition: everything done that was mandatory then, and two days with a score of 100. */
function answeredThen(catalogue: Catalogue) {
  const then = catalogue.controls.filter((control) => control.mandatory && control.id !== "billing-budget-alert");
  const answers = Object.fromEntries(then.map(({ id }) => [id, { status: "done", source: "self", changed_at: AT }]));
  const statuses = Object.fromEntries(then.map(({ id }) => [id, "done"]));
  const day = (date: string) => ({ date, score: 100, done: then.length, applicable: then.length, statuses });
  const profile = { id: "old", name: "本番", answers, history: [day("2026-11-20"), day("2026-11-24")], quiz: {}, runbook: {}, code: null, workshop: null };
  return { schema: "guard-navi.progress/1", exported_at: AT, app_version: "0.1.0", profiles: [profile] };
}

const store = (page: Page, file: object) =>
  page.addInitScript(([key, text]) => {
    if (!sessionStorage.getItem("put")) localStorage.setItem(key!, text!);
    sessionStorage.setItem("put", "1");
  }, [PROGRESS, JSON.stringify(file)]);

for (const [lang, told, seen, history] of [
  ["ja", /対策が 5 件加わりました.*1 件が必須になり.*スコアが 100 から 96 になりました.*レベルは 3 から 1/, "確認済みにする", "今の対策の一覧で計算すると、2026年11月20日のスコアは 96"],
  ["en", /5 controls.*1 more became mandatory.*score from 100 to 96.*level went from 3 to 1/, "Seen", "the score of that day is 96"],
] as const) {
  test(`answers of the first edition: Home says what is new and why the score moved, until it was seen, ${lang}`, async ({ app, page }) => {
    await store(page, answeredThen(await app.catalogue()));
    await app.open(`/?lang=${lang}`);
    const line = page.locator(".whats-new");
    await expect(line).toHaveText(told);
    const before = (await app.stored()).profiles[0].answers;
    await line.getByRole("link").click();
    await expect(page.locator("h1")).toBeFocused();
    await expect(page.locator(".changes > li")).not.toHaveCount(0);
    for (const id of NEW) await expect(page.locator(`#main a[href="#/controls/${id}"]`)).toHaveCount(1);
    await expect(page.locator('.changes a[href="#/controls/billing-budget-alert"]')).toHaveCount(2);
    // Nothing opened again by itself, and the day keeps its score.
    expect((await app.stored()).profiles[0].answers).toEqual(before);
    await app.open("/history");
    await expect(page.locator("#main")).toContainText(history);
    await expect(page.locator("#main tbody tr").first().locator("td").nth(1)).toHaveText("100");
    await app.open("/changes");
    await page.getByRole("button", { name: seen }).click();
    await expect(page.getByRole("button", { name: seen })).toHaveCount(0);
    await app.open("/");
    await expect(page.locator(".track").first()).toBeVisible();
    await expect(line).toHaveCount(0);
    await page.reload();
    await expect(page.locator(".track").first()).toBeVisible();
    await expect(line).toHaveCount(0);
    expect((await app.stored()).profiles[0].catalogue_seen).toBe(2);
  });
}

test("who begins today is told nothing, and one control answered later is in no score that was kept", async ({ app, page }) => {
  await app.open("/checklist");
  await app.status("iam-root-mfa").selectOption("done");
  await app.open("/");
  await expect(page.locator(".track").first()).toBeVisible();
  await expect(page.locator(".whats-new")).toHaveCount(0);
  await app.open("/changes");
  await expect(page.getByRole("button", { name: "確認済みにする" })).toHaveCount(0);
  await expect(page.locator(".changes > li").first()).toBeVisible();
});

test("a second tab has seen it, too", async ({ app, page, context }) => {
  await store(page, answeredThen(await app.catalogue()));
  await app.open("/");
  await expect(page.locator(".whats-new")).toBeVisible();
  const other = await context.newPage();
  await other.goto("./#/changes");
  await other.getByRole("button", { name: "確認済みにする" }).click();
  await expect(page.locator(".whats-new")).toHaveCount(0);
});

test("About shows AWS's 17 measures and the talk, and control pages name the measure", async ({ app, page }) => {
  for (const [lang, first] of [["ja", "ACCT.01 アカウントの連絡先"], ["en", "ACCT.01 Set account-level contacts"]] as const) {
    await app.open(`/about?lang=${lang}`);
    const rows = page.locator("#baseline tbody tr");
    await expect(rows).toHaveCount(17);
    await expect(rows.first()).toContainText(first);
    for (const row of await rows.all()) expect(await row.locator("a").count()).toBeGreaterThan(0);
    await expect(page.locator("#talk tbody tr")).toHaveCount(18);
  }
  await page.locator("#baseline").getByRole("link", { name: "Deny the Regions that nobody uses" }).click();
  await expect(page.locator(".refs")).toContainText("AWS Startup Security Baseline");
  await expect(page.locator(".refs")).toContainText("ACCT.17");
  await app.open("/checklist?q=ACCT.17");
  await expect(page.locator(".row:visible")).toHaveCount(1);
  const { controls } = await app.catalogue();
  const ids = new Set(controls.flatMap((control: any) => control.aws_ssb));
  expect([controls.length, ids.size]).toEqual([CONTROLS, 17]);
});
