// The incident page as somebody uses it at 3 a.m., and what Home says while an incident runs.
import { PROGRESS, expect, test } from "./app";
import type { Locator, Page } from "@playwright/test";
import { readFileSync } from "node:fs";

const PHONE = { width: 390, height: 844 };
const DONE = "2026-11-24T03:12:40Z";

/** Storage with steps done and answers given. */
const store = (page: Page, runbook: Record<string, string>, answers: object = {}) => {
  const profile = { id: "hit", name: "", code: null, workshop: null, answers, quiz: {}, runbook, history: [] };
  const file = { schema: "guard-navi.progress/1", exported_at: DONE, app_version: "0.1.0", profiles: [profile] };
  return page.addInitScript(([key, text]) => {
    if (!sessionStorage.getItem("put")) localStorage.setItem(key!, text!);
    sessionStorage.setItem("put", "1");
  }, [PROGRESS, JSON.stringify(file)]);
};

/** The distance of an element from the top of the window. */
const top = (element: Locator) => element.evaluate((element) => element.getBoundingClientRect().top);

for (const size of [PHONE, { width: 1440, height: 900 }]) {
  test(`the overview leads to each step, and back, ${size.width} px`, async ({ app, page }) => {
    await page.setViewportSize(size);
    const { runbook } = await app.catalogue();
    await app.open("/incident?lang=en");
    const rows = page.locator(".jumps li");
    await expect(rows).toHaveCount(runbook.length);
    for (const index of [runbook.length - 1, 4]) {
      await rows.nth(index).getByRole("button").click();
      const heading = page.locator(".runstep h2").nth(index);
      await expect(heading).toBeFocused();
      await expect(heading).toContainText(runbook[index].title.en);
      await expect(heading).toBeInViewport();
      // Below the top bar, and not in the middle of the window.
      const at = await top(heading);
      expect(at).toBeGreaterThanOrEqual(56);
      if (index === 4) expect(at).toBeLessThan(150);
      // A jump is no navigation: a reload stays on this page.
      expect(new URL(page.url()).hash).toBe("#/incident");
      await page.locator(".runstep").nth(index).getByRole("button", { name: "Back to all steps" }).click();
      await expect(page.locator("#overview")).toBeFocused();
      await expect(page.locator("#overview")).toBeInViewport();
    }
  });
}

test("print and the log are one press from the top", async ({ app, page }) => {
  await page.setViewportSize(PHONE);
  await app.open("/incident?lang=en");
  await page.getByRole("button", { name: "Print, and save the log" }).click();
  await expect(page.locator("#log")).toBeFocused();
  await expect(page.getByRole("button", { name: "Save the log (JSON)" })).toBeInViewport();
});

test("a leaked key: one press from the first screen leads to the step that stops it", async ({ app, page }) => {
  await page.setViewportSize(PHONE);
  await app.open("/incident?lang=ja");
  const shortcut = page.getByRole("button", { name: "漏えいしたキーを今すぐ止める" });
  await expect(shortcut).toBeInViewport({ ratio: 1 });
  await shortcut.click();
  await expect(page.locator("[data-step=contain] h2")).toBeFocused();
  await expect(page.locator("[data-step=contain] h2")).toBeInViewport({ ratio: 1 });
});

test("a step is marked at its end as well, and the overview and the start of the step say so", async ({ app, page }) => {
  await app.open("/incident?lang=en");
  const step = page.locator("[data-step=secure-root]");
  const row = page.locator(".jumps li", { hasText: await step.locator("h2 span").last().innerText() });
  await expect(row.locator(".status-icon.done")).toHaveCount(0);
  const [first, last] = [step.locator("header .done-at"), step.locator("footer .done-at")];
  await last.click();
  const time = /Done \d{4}-\d\d-\d\d \d\d:\d\d UTC/;
  for (const button of [first, last]) {
    await expect(button).toHaveText(time);
    await expect(button).toHaveAttribute("aria-pressed", "true");
  }
  await expect(row).toHaveText(time);
  await expect(row.locator(".status-icon.done")).toHaveCount(1);
  await expect(page.locator(".progress")).toHaveText("1 of 11 steps done");
});

test("a step is opened again only after a question that names its time, and that can be undone", async ({ app, page }) => {
  await store(page, { contain: DONE });
  await app.open("/incident?lang=en");
  const tick = page.locator("[data-step=contain] .done-at").first();
  const runbook = async () => (await app.stored()).profiles[0].runbook;
  const dialog = page.locator("dialog");
  await tick.click();
  await expect(dialog).toContainText("2026-11-24 03:12 UTC");
  await dialog.getByRole("button", { name: "Cancel" }).click();
  await expect(dialog).toHaveCount(0);
  await expect(tick).toBeFocused();
  await expect(tick).toHaveAttribute("aria-pressed", "true");
  expect(await runbook()).toEqual({ contain: DONE });

  await tick.click();
  await dialog.getByRole("button", { name: "Remove the time" }).click();
  await expect(tick).toHaveAttribute("aria-pressed", "false");
  expect(await runbook()).toEqual({});
  await page.locator(".toast").getByRole("button", { name: "Undo" }).click();
  await expect(tick).toContainText("Done 2026-11-24 03:12 UTC");
  expect(await runbook()).toEqual({ contain: DONE });
});

for (const lang of ["ja", "en"]) {
  test(`every address in the steps can be tapped, ${lang}`, async ({ app, page }) => {
    await app.open(`/incident?lang=${lang}`);
    await expect(page.locator(".runstep")).toHaveCount(11);
    for (const address of ["https://health.aws.amazon.com/health/home", "https://aws.amazon.com/contact-us/", "https://settings.aws.com"]) {
      const link = page.locator(`.runstep .steps a[href="${address}"]`).first();
      await expect(link).toHaveText(address);
      await expect(link).toHaveAttribute("rel", "noreferrer noopener");
      await expect(link).toHaveAttribute("target", "_blank");
    }
    const plain = await page.locator(".runstep .steps, .runstep .warn").evaluateAll((all) =>
      all.flatMap((element) => {
        const copy = element.cloneNode(true) as Element;
        for (const link of copy.querySelectorAll("a")) link.remove();
        return copy.textContent!.match(/https:\/\/\w|\w\.aws\.amazon\.com/g) ?? [];
      }),
    );
    expect(plain).toEqual([]);
  });
}

test("an address without https in the steps of a control is a link, too", async ({ app, page }) => {
  await app.open("/controls/regions-restricted?lang=en");
  await expect(page.locator('#main a[href="https://console.aws.amazon.com/ec2globalview/home"]').first()).toHaveText("console.aws.amazon.com/ec2globalview/home");
});

test("a note with a secret is saved without it, and says so", async ({ app, page }) => {
  const secret = "hunter2secret";
  await app.open("/incident?lang=en");
  const step = page.locator("[data-step=preserve]");
  const [note, remark] = [step.locator("textarea"), page.locator("#note-preserve-refused")];
  const stored = async () => (await app.stored()).profiles[0].runbook_notes;
  await note.pressSequentially(`03:10 the app used postgres://app:${secret}@db/x`);
  await expect(remark).toHaveText(/Line 1 held a password inside a URL\. It was cut out and the rest is saved.*Replace that credential/);
  expect(await stored()).toEqual({ preserve: "03:10 the app used postgres://app:[cut]@db/x" });
  await note.blur();
  await expect(note).toHaveValue("03:10 the app used postgres://app:[cut]@db/x");
  await expect(remark).toContainText("cut out");

  // What comes after is saved as well, and what was cut is not told of again.
  await note.focus();
  await note.press("ControlOrMeta+End");
  await note.pressSequentially(", stopped at 03:20");
  await expect(remark).toBeEmpty();
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "Save the log (JSON)" }).click();
  const log = readFileSync((await (await download).path())!, "utf8");
  expect(log).toContain("postgres://app:[cut]@db/x, stopped at 03:20");
  expect(log + JSON.stringify(await page.evaluate(() => ({ ...localStorage })))).not.toContain(secret);
  await page.reload();
  await expect(note).toHaveValue("03:10 the app used postgres://app:[cut]@db/x, stopped at 03:20");

  await note.fill("-----BEGIN PRIVATE KEY-----\nMIIE\n-----END PRIVATE KEY-----\naws_secret_access_key=wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY");
  await expect(remark).toHaveText(/^2 secrets were cut out, the first on line 1: a private key/);
});

test("on paper a step has a box and a line for the time, or its time", async ({ app, page }) => {
  await store(page, { contain: DONE });
  await app.open("/incident?lang=en");
  await expect(page.locator(".runstep")).toHaveCount(11);
  await expect(page.locator(".on-paper").first()).toBeHidden();
  await page.emulateMedia({ media: "print" });
  await expect(page.locator(".done-at, .jumps").filter({ visible: true })).toHaveCount(0);
  const [open, done] = ["calm", "contain"].map((step) => page.locator(`[data-step=${step}] header .on-paper`));
  await expect(open!).toBeVisible();
  await expect(open!).toHaveText("□ Done at (UTC):");
  expect((await open!.locator(".write-here").boundingBox())!.width).toBeGreaterThan(100);
  await expect(done!).toHaveText("■ Done 2026-11-24 03:12 UTC (12:12 local)");
  await expect(page.locator('.runstep .steps a[href="https://settings.aws.com"]').first()).toBeVisible();
});

test("Home says that an incident runs, from the first step done to the last", async ({ app, page }) => {
  const { runbook } = await app.catalogue();
  const steps = runbook.map(({ step }) => step as string);
  await store(page, Object.fromEntries(steps.slice(0, -1).map((step) => [step, DONE])));
  await app.open("/?lang=en");
  const line = page.locator(".alarm-note");
  await expect(line).toContainText("Incident: 10 of 11 steps done");
  await line.getByRole("link").click();
  await page.locator(`[data-step=${steps.at(-1)}] footer .done-at`).click();
  await app.open("/");
  await expect(page.locator(".doors")).toBeVisible();
  await expect(line).toHaveCount(0);
});

const evidence = { format: "evidence-bundle", collected_at: DONE, summary: { ja: "user leaked", en: "user leaked" } };
for (const [source, words] of [
  [{ evidence }, "AWS がユーザーに隔離ポリシーを付けています"],
  ["self", "隔離ポリシーの確認が「未実施」です"],
] as const) {
  test(`Home starts with an alarm while the check for a quarantine policy fails: ${words}`, async ({ app, page }) => {
    await page.setViewportSize(PHONE);
    await store(page, {}, { "no-quarantine-policy": { status: "not_done", source, changed_at: DONE } });
    await app.open("/?lang=ja");
    const alarm = page.locator(".alarm-note");
    await expect(alarm).toContainText(words);
    await expect(alarm).toBeInViewport({ ratio: 1 });
    await alarm.getByRole("link", { name: "今すぐ対応する" }).click();
    await expect(page).toHaveURL(/#\/incident$/);
    await expect(page.locator("h1")).toHaveText("緊急時の対応");
  });
}

test("Home is not alarmed when no user carries a quarantine policy", async ({ app, page }) => {
  await store(page, {}, { "no-quarantine-policy": { status: "done", source: { evidence }, changed_at: DONE } });
  await app.open("/");
  await expect(page.locator(".doors")).toBeVisible();
  await expect(page.locator(".alarm-note")).toHaveCount(0);
});

test("Home is quiet where nothing happened", async ({ app, page }) => {
  await app.open("/");
  await expect(page.locator(".doors")).toBeVisible();
  await expect(page.locator(".alarm-note")).toHaveCount(0);
});

test("a long note prints whole, with the account and the date", async ({ app, page }) => {
  await app.open("/incident?lang=en");
  const lines = Array.from({ length: 14 }, (_, index) => `line ${index + 1} of the note`);
  await page.locator(".runstep textarea").first().fill(lines.join("\n"));
  await page.keyboard.press("Tab");
  await page.emulateMedia({ media: "print" });
  const printed = page.locator(".runstep .written").first();
  await expect(printed).toBeVisible();
  await expect(printed).toHaveText(lines.join("\n"));
  expect(await printed.evaluate((box) => box.scrollHeight - box.clientHeight)).toBeLessThanOrEqual(1);
  await expect(page.locator(".runstep textarea").first()).toBeHidden();
  await expect(page.getByText(/Printed on: /)).toBeVisible();
});

test("a secret that is written after its key id was masked is cut out", async ({ app, page }) => {
  await app.open("/incident?lang=en");
  const note = page.locator(".runstep textarea").first();
  await note.fill("AKIA2E0A8F3B244C9986 batch-user");
  await page.keyboard.press("Tab");
  await expect(note).toHaveValue("AKIA****9986 batch-user");
  await note.focus();
  await page.keyboard.press("End");
  await page.keyboard.type("\nwJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY");
  await expect(page.locator(".refused").filter({ hasText: "Line 2 held" })).toBeVisible();
  expect(JSON.stringify(await page.evaluate(() => ({ ...localStorage })))).not.toContain("wJalr");
});

test("a secret key in a field for values is refused, and gets into no command", async ({ app, page }) => {
  await app.open("/incident?lang=en");
  const step = page.locator('[data-step="contain"]');
  await step.locator("details.commands > summary").click();
  const field = step.getByLabel(/Access key ID/).first();
  await field.fill("wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY");
  await expect(field).toHaveValue("");
  await expect(step).toContainText("This looks like a secret");
  await expect(step).not.toContainText("wJalr");
});

test("clearing the log asks and says what would be lost; Enter cancels", async ({ app, page }) => {
  await store(page, { "stay-calm": DONE, contain: DONE });
  await app.open("/incident?lang=ja");
  const clear = page.getByRole("button", { name: "記録を消す" });
  await clear.click();
  await expect(page.locator("dialog")).toContainText("済んだ時刻 2 件と、メモ 0 件が消えます");
  await page.keyboard.press("Enter");
  await expect(page.locator("dialog")).toHaveCount(0);
  expect(Object.keys((await app.stored()).profiles[0].runbook)).toHaveLength(2);
  await clear.click();
  await page.locator("dialog .btn.danger").click();
  await expect.poll(async () => Object.keys((await app.stored()).profiles[0].runbook)).toHaveLength(0);
  await page.locator(".toast").getByRole("button").first().click();
  await expect.poll(async () => Object.keys((await app.stored()).profiles[0].runbook)).toHaveLength(2);
});

test.describe("in Tokyo", () => {
  test.use({ timezoneId: "Asia/Tokyo" });

  test("a step shows UTC and the local time, and the overview leads on to the first open step", async ({ app, page }) => {
    const { runbook } = await app.catalogue();
    await store(page, { [runbook[0].step]: "2026-12-01T18:03:00Z" });
    await app.open("/incident?lang=ja");
    await expect(page.locator(".jumps li").first()).toContainText("2026-12-01 18:03 UTC(現地 2026-12-02 03:03)");
    await page.getByRole("button", { name: `続きから: ${runbook[1].title.ja}` }).click();
    await expect(page.locator(".runstep h2").nth(1)).toBeFocused();
  });

  test("when all is done, the page says what to do with the log", async ({ app, page }) => {
    const { runbook } = await app.catalogue();
    await store(page, Object.fromEntries(runbook.map((step: { step: string }) => [step.step, DONE])));
    await app.open("/incident?lang=ja");
    await expect(page.locator(".jumps")).toContainText("すべての手順が済みました");
    await expect(page.locator(".btn.leaked")).toHaveCount(0);
  });
});

test("“not done” by hand for the quarantine policy leads to the incident page", async ({ app, page }) => {
  await app.open("/controls/no-quarantine-policy?lang=en");
  await expect(page.locator(".alarm-note")).toHaveCount(0);
  await page.locator(".opts button", { hasText: "Not done" }).click();
  await expect(page.locator(".alarm-note a")).toHaveAttribute("href", "#/incident");
});
