import { App, expect, test, type Words } from "./app";
import { CONTROLS } from "./control_counts";
import type { Download } from "@playwright/test";

const read = async (download: Download) => {
  const chunks: Buffer[] = [];
  for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
};

test("catalogue.json keeps its contract", async ({ app }) => {
  const catalogue = await app.catalogue();
  expect(catalogue.schema).toBe("guard-navi.catalogue/1");
  expect(catalogue.controls).toHaveLength(CONTROLS);
  expect(catalogue.must_fix).toHaveLength(36);
  expect(catalogue.runbook).toHaveLength(11);
  expect(catalogue.quiz.length).toBeGreaterThanOrEqual(8);
  // Every text exists in both languages, at any depth.
  const texts: Words[] = [];
  const walk = (value: any) => {
    if (value && typeof value === "object") {
      if ("ja" in value || "en" in value) texts.push(value);
      else Object.values(value).forEach(walk);
    }
  };
  walk(catalogue);
  expect(texts.length).toBeGreaterThan(1_500);
  for (const text of texts) {
    expect(Object.keys(text).sort()).toEqual(["en", "ja"]);
    expect(text.ja && text.en && text.ja !== text.en, JSON.stringify(text)).toBeTruthy();
  }
  for (const control of catalogue.controls) {
    for (const field of ["id", "section", "mandatory", "level", "order", "severity", "effort_minutes", "free", "needs", "attest", "title", "why", "check", "fix", "security_hub_ids", "cis_v3", "cis_v5", "config_rule", "prowler", "sources"]) {
      expect(control, `${control.id} ${field}`).toHaveProperty(field);
    }
    for (const command of (control as any).check.cli) expect(command.command).toMatch(/^(aws|git|gh) /);
  }
});

for (const locale of ["ja", "en"] as const) {
  test(`every control shows why, check and fix, ${locale}`, async ({ app, page }) => {
    const catalogue = await app.catalogue();
    for (const control of catalogue.controls as any[]) {
      await app.open(`/controls/${control.id}?lang=${locale}`);
      await expect(page.locator("h1")).toHaveText(control.title[locale]);
      await expect(page.locator("#check .steps li")).toHaveCount(control.check.console.length);
      await expect(page.locator("#fix .steps li")).toHaveCount(control.fix.console.length);
      await page.locator("#check").getByRole("button", { name: "CLI" }).click();
      await expect(page.locator("#check .cmd")).toHaveCount(control.check.cli.length);
      await expect(page.locator("#fix .cmd:not(.loop)")).toHaveCount(control.fix.cli.length);
      // The page shows the commands exactly as the catalogue lists them.
      const shown = await page.locator(".control article > div .cmd:not(.loop) code").allTextContents();
      const listed = [...control.check.cli, ...control.fix.cli].map((command: any) => command.command);
      expect(shown.slice(0, listed.length)).toEqual(listed);
      expect(await page.locator("article .cmd > p").allTextContents()).not.toContainEqual(expect.stringMatching(/[[\]]/));
      // Commands that are repeated over Regions are also shown in a loop.
      const loops = (await page.locator("#fix .loop code").allTextContents()).join("\n");
      const repeated = control.fix.cli.filter((command: any) => ["each_region", "other_regions"].includes(command.scope));
      expect(loops.includes("for region in "), control.id).toBe(repeated.length > 0);
      for (const command of repeated) expect(loops).toContain(command.command.split(" ").slice(0, 3).join(" "));
      // No field is filled in, and the examples are recognisable as examples.
      const fields = await page.locator(".fields input[type=text]").evaluateAll((inputs) => inputs.map((input: any) => [input.value, input.placeholder]));
      for (const [value, example] of fields) expect([value, example]).toEqual(["", expect.stringMatching(locale === "ja" ? /^例: ./ : /^e\.g\. ./)]);
      // Each placeholder in the commands has a field, whose label has no brackets.
      for (const token of new Set(shown.join(" ").match(/<[A-Z0-9_]+>/g) ?? [])) {
        const title = catalogue.placeholders.find((placeholder: any) => placeholder.token === token)?.title[locale];
        expect(await page.getByLabel(title, { exact: true }).count(), `${control.id} ${token}`).toBeGreaterThan(0);
      }
      await page.locator("#check").getByRole("button", { name: locale === "ja" ? "コンソール" : "Console" }).click();
      expect(await page.locator("article :is(.steps, .aside > p, .warn, .facts, .lead)").allTextContents()).not.toContainEqual(expect.stringMatching(/[[\]]/));
    }
  });
}

test("a value is filled in everywhere, and an odd one is pointed out", async ({ app, page }) => {
  await app.open("/controls/s3-account-block-public?lang=en");
  await page.locator("#check").getByRole("button", { name: "CLI" }).click();
  const field = page.locator("#check").getByLabel("Account ID (12 digits)");
  await field.fill("1234");
  await expect(field).toHaveAttribute("aria-invalid", "true");
  await expect(page.locator("#check")).toContainText("12 digits are expected.");
  await field.fill("123456789012");
  await expect(field).not.toHaveAttribute("aria-invalid", "true");
  await expect(page.locator("#fix .cmd").first()).toContainText("--account-id 123456789012");
  await app.open("/controls/billing-budget-alert");
  await expect(page.locator("#check .cmd").first()).toContainText("--account-id 123456789012");
});

test("the quiz explains, counts, is kept, and can be taken again", async ({ app, page }) => {
  const { quiz } = await app.catalogue();
  await app.open("/learn?lang=ja");
  await expect(page.locator(".question")).toHaveCount(quiz.length);
  const first = page.locator(".question").first();
  await expect(first.locator(".why").first()).toBeHidden();
  const right = quiz[0].options.find((option: any) => option.right);
  const wrong = quiz[0].options.find((option: any) => !option.right);
  await first.getByText(wrong.text.ja, { exact: true }).click();
  await expect(first.locator(".why")).toHaveCount(quiz[0].options.length);
  await expect(first).toContainText(right.why.ja);
  await expect(page.locator(".quiz-result")).toHaveText(`${quiz.length} 問中 1 問に回答、0 問正解`);
  await first.getByText(right.text.ja, { exact: true }).click();
  await expect(page.locator(".quiz-result")).toContainText("1 問正解");
  for (const question of quiz.slice(1)) {
    const text = question.options.find((option: any) => option.right).text.ja;
    await page.locator(`[data-question=${question.question}]`).getByText(text, { exact: true }).click();
  }
  await page.reload();
  await expect(page.locator(".quiz-result")).toContainText(`${quiz.length} 問正解`);
  await expect(first.getByRole("radio", { name: right.text.ja })).toBeChecked();
  expect((await app.stored()).profiles[0].quiz[quiz[0].question]).toBe(right.id);
  await page.getByRole("button", { name: "もう一度やってみる" }).click();
  await expect(page.locator(".quiz-result")).toContainText("0 問に回答");
  await expect(first.getByRole("radio", { name: right.text.ja })).not.toBeChecked();
  await page.getByRole("button", { name: "元に戻す" }).click();
  await expect(page.locator(".quiz-result")).toContainText(`${quiz.length} 問正解`);
});

test("the score of Security Hub, with its traps", async ({ app, page }) => {
  await app.open("/posture?lang=en");
  const fields = page.locator("#calculator input");
  const result = page.locator(".calculated");
  const fill = async (...counts: string[]) => {
    for (const [index, count] of counts.entries()) await fields.nth(index).fill(count);
  };
  await fill("168", "22");
  await expect(result).toHaveText("The score is 88 %. 22 of 190 controls to go.");
  await fill("199", "1", "0");
  await expect(result).toContainText("100 %");
  await expect(result).toContainText("a control is failed or unknown");
  await fill("0", "0", "0");
  await expect(result).toContainText("no score");
  for (const odd of ["-1", "1.5", "1e3", "九", "99999999999", "<b>"]) {
    await fill(odd);
    await expect(result, odd).toContainText("whole numbers");
  }
  await expect(page.locator(".must-fix tbody tr")).toHaveCount(36);
  await page.locator("[data-id='IAM.4'] td").last().getByRole("link").click();
  await expect(page).toHaveURL(/#\/controls\/iam-root-no-access-key$/);
});

test("the runbook notes times, keeps what was seen, and hands out a log", async ({ app, page, context }) => {
  const { runbook } = await app.catalogue();
  await app.open("/incident?lang=en");
  await expect(page.locator(".runstep")).toHaveCount(11);
  const contain = page.locator("[data-step=contain]");
  await contain.getByRole("button", { name: /Mark as done/ }).first().click();
  await expect(contain.locator(".done-at").first()).toHaveText(/^Done \d{4}-\d\d-\d\d \d\d:\d\d UTC/);
  await contain.locator("textarea").fill("key of alice in 123456789012 stopped\n# at once");
  await contain.locator("textarea").blur();
  await expect(contain.locator("textarea")).toHaveValue("key of alice in 1234****9012 stopped\n# at once");
  await page.reload();
  await expect(contain.locator("textarea")).toHaveValue(/stopped/);
  await expect(page.locator(".progress")).toHaveText("1 of 11 steps done");

  const saved = async (name: string) => {
    const download = page.waitForEvent("download");
    await page.getByRole("button", { name }).click();
    return download;
  };
  const markdown = await saved("Save the log (Markdown)");
  expect(markdown.suggestedFilename()).toMatch(/^incident-log-\d{4}-\d\d-\d\d\.md$/);
  const text = await read(markdown);
  expect(text).toMatch(/## 3\. .*\n\n\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ\n\n> key of alice in 1234\\\*\\\*\\\*\\\*9012 stopped\n> \\# at once\n/);
  const log = JSON.parse(await read(await saved("Save the log (JSON)")));
  expect(log.schema).toBe("guard-navi.incident-log/1");
  expect(log.steps.map((step: any) => step.step)).toEqual(runbook.map((step) => step.step));
  expect(log.steps.filter((step: any) => step.done_at)).toHaveLength(1);

  // A step that is reopened in one tab is reopened in the other.
  const second = new App(await context.newPage());
  await second.open("/incident");
  await second.page.locator("[data-step=contain] .done-at").first().click();
  await second.page.locator("dialog .btn.danger").click();
  await expect(contain.getByRole("button", { name: /Mark as done/ }).first()).toBeVisible();
  await page.locator("[data-step=calm] .done-at").first().click();
  await expect(second.page.locator(".progress")).toHaveText("1 of 11 steps done");
  await expect(contain.getByRole("button", { name: /Mark as done/ }).first()).toBeVisible();

  await page.getByRole("button", { name: "Clear the log" }).click();
  await page.locator("dialog .btn.danger").click();
  await expect(page.locator(".progress")).toHaveText("0 of 11 steps done");
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.locator(".progress")).toHaveText("1 of 11 steps done");
});

test("the response team is written down and kept, without secrets", async ({ app, page }) => {
  await app.open("/controls/guardduty-findings-triaged?lang=en");
  const first = page.locator("#team input").first();
  await first.fill("Sato, +81-3-0000-0000");
  await page.locator("#team input").nth(1).fill("-----BEGIN PRIVATE KEY-----");
  await expect(page.locator("#team .refused").nth(1)).toContainText("was not saved");
  await page.reload();
  await expect(first).toHaveValue("Sato, +81-3-0000-0000");
  await expect(page.locator("#team input").nth(1)).toHaveValue("");
  await app.open("/controls/guardduty-suppression-narrow");
  await expect(page.locator("#too-many .advice > li").first()).toBeVisible();
});

test("home has a door for whoever was hit, and everything is linked", async ({ app, page }) => {
  await app.open("/?lang=ja");
  await page.getByRole("link", { name: "不正利用されたかもしれない" }).click();
  await expect(page.locator("h1")).toHaveText("緊急時の対応");
  await page.getByRole("link", { name: "このツールについて" }).click();
  await expect(page.locator("#main")).toContainText("DevelopersIO 2023");
  await expect(page.locator("#main")).toContainText("再構成");
  await page.getByRole("navigation").first().getByRole("link", { name: "しくみを知る" }).click();
  await expect(page.locator(".diagram")).toHaveCount(4);
});

test.describe("a file that is not what was built", () => {
  test.use({ quiet: ["integrity", "Failed to"] });

  test("is refused, said so, and comes when asked again", async ({ app, page }) => {
    await page.route("**/incident-*.json", (route) => route.fulfill({ body: "{}" }));
    await app.open("/incident?lang=en");
    await expect(page.locator("#main [role=alert]").first()).toContainText("could not be loaded");
    await page.unroute("**/incident-*.json");
    await page.getByRole("button", { name: "Try again" }).click();
    await expect(page.locator(".runstep")).toHaveCount(11);
  });
});
