// Whose evidence it is, what is accepted, and what is left alone; a fail keeps its reason.
import { expect, sample, test, type App } from "./app";
import type { Page } from "@playwright/test";

const caller = (account: string) => ({ UserId: "U", Account: account, Arn: `arn:aws:iam::${account}:user/a` });
const summary = { SummaryMap: { AccountMFAEnabled: 0, AccountPasswordPresent: 1, AccountAccessKeysPresent: 0 } };
const results = (account: string) =>
  [["sts get-caller-identity", caller(account)], ["iam get-account-summary", summary]].map(([command, output]) => ({
    command, args: [], region: null, exit: 0, output, error: "",
  }));

/** The collector's file of an account whose root user has no MFA. */
const bundle = (account: string) => ({
  name: `${account}.json`,
  mimeType: "application/json",
  buffer: Buffer.from(JSON.stringify({ schema: "guard-navi.evidence/1", collected_at: new Date().toISOString(), results: results(account) })),
});

const FIRST = bundle("111122223333");
const SECOND = bundle("444455556666");
const whose = (page: Page) => page.locator("#whose");
const answersOf = async (app: App, name: string) =>
  (await app.stored()).profiles.find((profile: any) => profile.name === name)?.answers ?? {};

async function twoProfiles(app: App, page: Page) {
  await app.open("/data?lang=en");
  await page.getByRole("textbox", { name: /^Name/ }).first().fill("production");
  await page.keyboard.press("Tab");
  await page.getByRole("button", { name: /Add an account/ }).click();
  await page.getByRole("textbox", { name: /^Name/ }).first().fill("playground");
  await page.keyboard.press("Tab");
}

test("verdicts are held when another account of the page is opened, and enter none of it", async ({ app, page }) => {
  await twoProfiles(app, page);
  await app.open("/evidence");
  await page.locator("input[type=file]").setInputFiles([FIRST]);
  await expect(page.locator("#verdicts")).toContainText("Verdicts on the AWS account ****3333. Accepting them changes the answers of “playground”.");
  await page.locator("select.profile").first().selectOption({ label: "production" });
  await expect(whose(page)).toContainText("It was handed over for “playground”. “production” is open now");
  await expect(page.locator(".verdict")).toHaveCount(0);
  await app.open("/controls/iam-root-mfa");
  await expect(page.locator("#verdict")).toContainText("It was handed over for “playground”");
  await expect(page.locator("#verdict .verdict")).toHaveCount(0);
  await app.open("/evidence");
  await whose(page).getByRole("button", { name: "Switch to “playground”" }).click();
  await app.verdictOf("iam-root-mfa").getByRole("button", { name: "Accept" }).click();
  expect((await answersOf(app, "playground"))["iam-root-mfa"].status).toBe("not_done");
  expect(await answersOf(app, "production")).toEqual({});
});

test("an account remembers the masked id of its evidence, and asks about another one", async ({ app, page }) => {
  await twoProfiles(app, page);
  await app.open("/evidence");
  await page.locator("input[type=file]").setInputFiles([FIRST]);
  await app.verdictOf("iam-root-mfa").getByRole("button", { name: "Accept" }).click();
  const accounts = async () => (await app.stored()).profiles.map((profile: any) => profile.account ?? null);
  expect(await accounts()).toContain("1111****3333");
  await page.getByRole("button", { name: "Undo" }).click();
  expect(await accounts()).toEqual([null, null]);
  await app.verdictOf("iam-root-mfa").getByRole("button", { name: "Accept" }).click();

  await page.getByRole("button", { name: "Forget what was handed over" }).click();
  await page.locator("input[type=file]").setInputFiles([SECOND]);
  await expect(whose(page)).toContainText("This is evidence of the AWS account ****6666. The verdicts in “playground” so far are of ****3333.");
  await expect(page.locator(".verdict")).toHaveCount(0);
  await whose(page).getByRole("button", { name: "Add “****6666” as a new account" }).click();
  await expect(app.verdictOf("iam-root-mfa")).toBeVisible();
  await app.verdictOf("iam-root-mfa").getByRole("button", { name: "Accept" }).click();
  expect((await answersOf(app, "****6666"))["iam-root-mfa"].status).toBe("not_done");

  // The evidence of an account that another one remembers goes there.
  await page.locator("select.profile").first().selectOption({ label: "production" });
  await page.getByRole("button", { name: "Forget what was handed over" }).click();
  await page.locator("input[type=file]").setInputFiles([FIRST]);
  await expect(whose(page)).toContainText("Those of ****3333 are in “playground”.");
  await whose(page).getByRole("button", { name: "It is evidence for “production”" }).click();
  await expect(app.verdictOf("iam-root-mfa")).toBeVisible();
  expect(JSON.stringify(await page.evaluate(() => ({ ...localStorage })))).not.toContain("444455556666");
});

test("what is accepted is what is shown, and the button says how many", async ({ app, page }) => {
  await app.open("/evidence?lang=en");
  await app.drop(sample("synthetic/credential-report_real-format_bad.csv"), sample("synthetic/asff_bad.json"));
  await expect(page.locator(".verdict").first()).toContainText("Fail");
  const outcomes = await page.locator(".verdict > :first-child").allTextContents();
  expect([...outcomes].sort((a, b) => ["Fail", "Cannot tell", "Pass"].indexOf(a) - ["Fail", "Cannot tell", "Pass"].indexOf(b))).toEqual(outcomes);
  await page.locator("#verdicts .seg").getByRole("button", { name: /^Fail/ }).click();
  const shown = await page.locator(".verdict").count();
  await page.getByRole("button", { name: `Accept these ${shown}` }).click();
  const answers = Object.values((await app.stored()).profiles[0].answers) as any[];
  expect(answers.map(({ status }) => status)).toEqual(Array(shown).fill("not_done"));
  await expect(page.locator(".toast")).toContainText(`${shown} verdicts accepted`);
});

test("a fail leaves work in progress alone and adds its reason, which the report tells", async ({ app, page }) => {
  await app.open("/checklist?lang=en");
  await app.status("iam-root-mfa").selectOption("in_progress");
  await app.open("/evidence");
  await page.locator("input[type=file]").setInputFiles([FIRST]);
  await expect(app.verdictOf("iam-root-mfa").locator("dd").nth(1)).toHaveText("In progress");
  await app.verdictOf("iam-root-mfa").getByRole("button", { name: "Accept" }).click();
  const answer = (await app.stored()).profiles[0].answers["iam-root-mfa"];
  expect(answer).toMatchObject({ status: "in_progress", source: { evidence: { summary: { en: expect.stringContaining("no MFA") } } } });
  await page.reload();
  await app.open("/controls/iam-root-mfa");
  await expect(page.locator(".rail")).toContainText("the root user has no MFA");
  await app.open("/checklist");
  await expect(app.row("iam-root-mfa")).toContainText("the root user has no MFA");
  await app.open("/report");
  await page.locator("select.choice").nth(0).selectOption("full");
  await expect(page.locator(".document")).toContainText("the root user has no MFA");
});

test("after a drop the first verdict is on the screen and has the focus; dragging says where to drop", async ({ app, page }) => {
  for (const size of [{ width: 390, height: 844 }, { width: 1440, height: 900 }]) {
    await page.setViewportSize(size);
    await app.open("/evidence?lang=en");
    await page.evaluate(() => {
      const data = new DataTransfer();
      data.items.add(new File(["{}"], "a.json"));
      window.dispatchEvent(new DragEvent("dragover", { dataTransfer: data, cancelable: true }));
    });
    await expect(page.locator(".drop-hint")).toBeVisible();
    await page.evaluate(() => window.dispatchEvent(new DragEvent("dragleave", {})));
    await expect(page.locator(".drop-hint")).toBeHidden();
    await app.drop(sample("synthetic/credential-report_real-format_bad.csv"));
    await expect(page.locator(".verdict").first()).toBeInViewport({ ratio: 0.3 });
    await expect(page.locator("#verdicts h2")).toBeFocused();
    await page.getByRole("button", { name: "Forget what was handed over" }).click();
    await page.getByRole("button", { name: "I have files or output already" }).click();
    await expect(page.locator("#drop h2")).toBeInViewport();
  }
});

test("a pasted output is judged under its own box, as wide as the command, and the page tells of nothing else", async ({ app, page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await app.open("/evidence?lang=en");
  await app.drop(sample("synthetic/asff_bad.json"), sample("synthetic/credential-report_real-format_bad.csv"));
  await expect(page.locator(".verdict").first()).toBeVisible();
  await app.open("/controls/contact-security-alternate");
  await expect(page.locator("#verdict")).not.toContainText("remark");
  await page.locator("#check").getByRole("button", { name: "CLI" }).click();
  const command = page.locator("#check .cmd").first();
  await command.locator("summary").click();
  const [box, block] = [await command.locator("textarea").boundingBox(), await command.boundingBox()];
  expect(box!.width).toBeGreaterThan(block!.width * 0.85);
  await command.locator("textarea").fill('{"AlternateContact": {"AlternateContactType": "SECURITY", "EmailAddress": "security@example.com"}}');
  await command.getByRole("button", { name: "Judge" }).click();
  const verdict = command.locator(".verdict");
  await expect(verdict).toContainText("A security contact is registered");
  await expect(verdict.locator("h3")).toHaveCount(0);
  await expect(page.locator(".verdict")).toHaveCount(1);
  await page.locator("#check").getByRole("button", { name: "Console" }).click();
  await expect(page.locator("#verdict .verdict")).toHaveCount(1);
});

test("a leaked key comes before everything, with the way to the incident page", async ({ app, page }) => {
  await app.open("/evidence?lang=en");
  const entities = { PolicyGroups: [], PolicyUsers: [{ UserName: "leaked", UserId: "AIDAEXAMPLE" }], PolicyRoles: [] };
  const line = "~ $ aws iam list-entities-for-policy --policy-arn arn:aws:iam::aws:policy/AWSCompromisedKeyQuarantineV3";
  await app.paste(`${line}\n${JSON.stringify(entities)}\n~ $ `);
  await expect(app.verdictOf("no-quarantine-policy")).toContainText("Fail");
  await page.locator("#verdicts > .alarm-note").getByRole("link").click();
  await expect(page.locator("h1")).toHaveText("Something happened");
});

/** A bundle of one account whose root user has no MFA, collected some days ago. */
const collected = (daysAgo: number, mfa: number) => ({
  name: `of-${daysAgo}-days-ago.json`,
  mimeType: "application/json",
  buffer: Buffer.from(JSON.stringify({
    schema: "guard-navi.evidence/1",
    collected_at: new Date(Date.now() - daysAgo * 86_400_000).toISOString(),
    results: [{ command: "iam get-account-summary", args: [], region: null, exit: 0, error: "", output: { SummaryMap: { ...summary.SummaryMap, AccountMFAEnabled: mfa } } }],
  })),
});

test("older evidence does not overturn newer in the bulk, and the answer bears the date of its evidence", async ({ app, page }) => {
  await app.open("/evidence?lang=en");
  await page.locator("input[type=file]").setInputFiles([collected(1, 1)]);
  await app.verdict.getByRole("button", { name: "Accept" }).click();
  await page.getByRole("button", { name: "Forget what was handed over" }).click();
  await expect(page.locator("#drop h2")).toBeFocused();
  await page.locator("input[type=file]").setInputFiles([collected(3, 0)]);
  await expect(app.verdict).toContainText(/Newer evidence \(.*\) says: Done\./);
  await expect(page.locator("#verdicts .seg")).toContainText("Would change an answer 2");
  await page.getByRole("button", { name: "Accept this one" }).click();
  expect((await app.stored()).profiles[0].answers["iam-root-mfa"].status).toBe("done");
  await app.verdict.getByRole("button", { name: "Accept" }).click();
  expect((await app.stored()).profiles[0].answers["iam-root-mfa"].status).toBe("not_done");
  await expect(page.locator("#verdicts .seg")).toContainText("Would change an answer 0");
  const day = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", year: "numeric" }).format(Date.now() - 3 * 86_400_000);
  await app.open("/checklist?q=iam-root-mfa");
  await expect(app.row("iam-root-mfa").locator(".badge")).toContainText(day.replace("Sept", "Sep"));
});

test("when nothing of a kind is left, the page says so, and the bulk button goes", async ({ app, page }) => {
  await app.open("/evidence?lang=en");
  await page.locator("input[type=file]").setInputFiles([bundle("111122223333")]);
  const changes = page.locator("#verdicts .seg button", { hasText: "Would change" });
  const count = Number((await changes.textContent())!.match(/\d+$/)![0]);
  expect(count).toBeGreaterThan(1);
  await page.locator(".bulk .btn").click();
  await expect(changes).toHaveText("Would change an answer 0");
  await changes.click();
  await expect(page.locator("#verdicts")).toContainText("No verdict of this kind is left.");
  await expect(page.locator(".bulk .btn")).toHaveCount(0);
});

for (const viewport of [{ width: 390, height: 844 }, { width: 1440, height: 900 }]) {
  test(`the verdict on what was pasted is on the screen, ${viewport.width} px`, async ({ app, page }) => {
    await page.setViewportSize(viewport);
    await app.open("/controls/iam-root-mfa?lang=en");
    await page.locator("#check .seg button", { hasText: "CLI" }).click();
    const pasting = page.locator("#check .pasting").first();
    await pasting.locator("summary").click();
    await pasting.locator("textarea").fill(JSON.stringify(summary));
    await pasting.getByRole("button", { name: "Judge" }).click();
    await expect(page.locator(".pasted-result h2")).toBeFocused();
    await expect(page.locator(".pasted-result .outcome")).toBeInViewport({ ratio: 1 });
  });
}

test("what was noticed while reading is one press from the verdicts, and an old toast goes", async ({ app, page }) => {
  await app.open("/evidence?lang=en");
  await page.locator("input[type=file]").setInputFiles([bundle("111122223333")]);
  await page.locator(".bulk .btn").click();
  await expect(page.locator(".toast")).toBeVisible();
  await page.locator("input[type=file]").setInputFiles([{ name: "broken.json", mimeType: "application/json", buffer: Buffer.from("{\"SummaryMap\": {") }]);
  const link = page.locator("#verdicts").getByRole("button", { name: /remarks? on what was read/ });
  await expect(link).toBeInViewport();
  await expect(page.locator(".toast")).toHaveCount(0);
  await link.click();
  await expect(page.locator("#noticed h2")).toBeFocused();
  await expect(page.locator("#noticed")).toContainText("broken.json");
});

test("the report tells of must-fix findings only once their verdict is the answer", async ({ app, page }) => {
  await app.open("/evidence?lang=en");
  await app.drop(sample("synthetic/asff_bad.json"));
  await expect(app.verdictOf("securityhub-critical-zero")).toBeVisible();
  await app.open("/report");
  await expect(page.locator(".document.report")).toBeVisible();
  await expect(page.locator(".document.report")).not.toContainText("must-fix controls that failed");
  await app.open("/evidence");
  await app.verdictOf("securityhub-critical-zero").getByRole("button", { name: "Accept" }).click();
  await app.open("/report");
  await expect(page.locator(".document.report")).toContainText("must-fix controls that failed");
});

test("on a phone, each cell of the report bears its column's heading", async ({ app, page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await app.open("/report?lang=ja");
  const cell = page.locator(".controls td[data-label]").first();
  await expect(cell).toBeVisible();
  const labels = await page.locator(".controls").first().locator("thead th").allTextContents();
  expect(labels.slice(1)).toContain(await cell.getAttribute("data-label"));
  expect(await cell.evaluate((cell) => getComputedStyle(cell, "::before").content)).toContain(labels[1]!);
});
