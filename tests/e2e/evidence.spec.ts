// Evidence in the browser: many files at once, one output under its command, findings, secrets, conflicts.
import { readdirSync } from "node:fs";
import { expect, sample, sampleText, test } from "./app";

const SECRET = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY";

test("twenty files at once: judged, filtered, accepted, undone", async ({ app, page }) => {
  const names = readdirSync(sample("good")).filter((name) => /^(iam_|cloudtrail_|s3|account_|guardduty_)/.test(name)).slice(0, 26);
  expect(names.length).toBeGreaterThan(20);
  await app.open("/evidence");
  await app.drop(...names.map((name) => sample(`good/${name}`)));
  await expect(page.locator(".judging")).toContainText("判定が終わりました");
  await expect(app.verdictOf("iam-password-policy")).toContainText("合格");
  await expect(app.verdictOf("no-quarantine-policy")).toContainText("合格");
  await expect(page.locator("#read summary")).toContainText("読み取ったもの");
  await page.locator("#not-covered summary").click();
  await expect(page.locator("#not-covered")).toContainText("予算アラート");

  const all = await page.locator(".verdict").count();
  const filter = page.locator("#verdicts .seg");
  await expect(filter.getByRole("button", { name: "すべて" })).toHaveText(`すべて ${all}`);
  await filter.getByRole("button", { name: /^合格/ }).click();
  const passes = await page.locator(".verdict").count();
  expect(passes).toBeGreaterThan(2);
  expect(passes).toBeLessThan(all);
  await filter.getByRole("button", { name: "すべて" }).click();

  await page.getByRole("button", { name: /^表示中の \d+ 件を反映する$/ }).click();
  const answers = (await app.stored()).profiles[0].answers;
  expect(answers["iam-password-policy"]).toMatchObject({ status: "done", source: { evidence: { format: "aws-cli", collected_at: null } } });
  await expect(app.verdictOf("iam-password-policy").getByRole("button", { name: "反映済み" })).toBeVisible();
  await page.getByRole("button", { name: "元に戻す" }).click();
  const undone = (await app.stored()).profiles[0].answers;
  expect(Object.values(undone).every((answer: any) => answer.status === "unanswered")).toBe(true);
});

test("the person's own word is never overruled in bulk, and later evidence is compared with earlier", async ({ app, page }) => {
  await app.open("/checklist?lang=en");
  await app.status("iam-root-mfa").selectOption("done");
  await app.open("/evidence");
  await app.drop(sample("synthetic/credential-report_real-format_bad.csv"));
  await expect(app.verdict).toContainText("This contradicts your own answer.");
  await page.getByRole("button", { name: /^Accept th/ }).click();
  const statuses = async () => {
    const answers = (await app.stored()).profiles[0].answers;
    return ["iam-root-mfa", "iam-root-no-access-key"].map((id) => answers[id].status);
  };
  expect(await statuses()).toEqual(["done", "not_done"]);
  await app.verdict.getByRole("button", { name: "Accept" }).click();
  expect(await statuses()).toEqual(["not_done", "not_done"]);
  await app.drop(sample("synthetic/credential-report_real-format_good.csv"));
  await expect(app.verdict).toContainText("Last time");
  await expect(app.verdict).toContainText("Becomes");
  await page.getByRole("button", { name: "Forget what was handed over" }).click();
  await expect(page.locator(".verdict")).toHaveCount(0);
  expect(await statuses()).toEqual(["not_done", "not_done"]);
});

test("one output pasted under its command is judged at once, and pasted again it is replaced", async ({ app, page }) => {
  await app.open("/controls/contact-security-alternate?lang=en");
  await page.locator("#check").getByRole("button", { name: "CLI" }).click();
  const first = page.locator("#check .cmd").first();
  const paste = async (text: string) => {
    await first.locator("summary").click();
    await first.locator("textarea").fill(text);
    await first.getByRole("button", { name: "Judge" }).click();
    await expect(first.locator("textarea")).toHaveValue("");
  };
  await paste("An error occurred (ResourceNotFoundException) when calling the GetAlternateContact operation: No contact");
  const verdict = app.verdictOf("contact-security-alternate");
  await expect(verdict).toContainText("No security contact is registered.");
  await first.locator("summary").click();
  await paste('{"AlternateContact": {"AlternateContactType": "SECURITY", "EmailAddress": "security@example.com"}}');
  await expect(verdict).toContainText("A security contact is registered");
  await verdict.getByRole("button", { name: "Accept" }).click();
  expect((await app.stored()).profiles[0].answers["contact-security-alternate"].status).toBe("done");
  expect(await page.evaluate(() => JSON.stringify({ ...localStorage }))).not.toContain("security@example.com");
});

test("what only a person knows is asked beside the verdict", async ({ app, page }) => {
  await app.open("/evidence?lang=en");
  const contact = { FullName: "A", PhoneNumber: "1", AddressLine1: "x", City: "c", PostalCode: "1", CountryCode: "JP" };
  await app.paste(JSON.stringify({ ContactInformation: contact }));
  const verdict = app.verdictOf("contact-info-current");
  await expect(verdict).toContainText("Do at least two people read the root mailbox?");
  await verdict.getByRole("button", { name: "Yes" }).click();
  expect((await app.stored()).profiles[0].answers["contact-info-current"].status).toBe("done");
  await page.getByRole("button", { name: "Undo" }).click();
  await verdict.getByRole("button", { name: "No" }).click();
  expect((await app.stored()).profiles[0].answers["contact-info-current"]).toMatchObject({ status: "not_done", source: "self" });
});

test("verdicts fit a phone", async ({ app, page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await app.open("/evidence?lang=en");
  await app.drop(sample("synthetic/credential-report_real-format_bad.csv"), sample("synthetic/asff_bad.json"));
  await expect(app.verdict).toContainText("Fail");
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
});

test("findings fill the calculator and the must-fix list", async ({ app, page }) => {
  await app.open("/evidence?lang=en");
  await app.drop(sample("synthetic/asff_bad.json"));
  await expect(app.verdictOf("securityhub-critical-zero")).toContainText("IAM.6 failed");
  await page.getByRole("link", { name: /score calculator/ }).click();
  await expect(page.locator("#calculator input").first()).not.toHaveValue("");
  await expect(page.locator(".calculated")).toContainText("The score is");
  await expect(page.locator("tr[data-id='IAM.6'] td").last()).toContainText("Failed");
  await expect(page.locator("tr[data-id='DMS.1'] td").last()).toContainText("none");
});

test("a file with a secret key: named, cut, and no byte of any raw evidence is kept", async ({ app, page }) => {
  await app.open("/evidence?lang=en");
  const raw = `${sampleText("synthetic/credential-report_real-format_bad.csv")}aws_secret_access_key = ${SECRET}\n`;
  await page.locator("input[type=file]").setInputFiles({ name: "report.csv", mimeType: "text/csv", buffer: Buffer.from(raw) });
  await expect(page.locator(".secrets").first()).toContainText("rotate");
  await expect(app.verdict).toContainText("Fail");
  await page.getByRole("button", { name: /^Accept th/ }).click();
  await app.open("/controls/iam-root-mfa");
  await page.locator("#check").getByRole("button", { name: "CLI" }).click();

  const stored = await page.evaluate(async () => {
    const texts = [JSON.stringify(localStorage), JSON.stringify(sessionStorage), document.cookie, document.documentElement.outerHTML];
    const databases = await indexedDB.databases();
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      for (const request of await cache.keys()) texts.push(await (await cache.match(request))!.text());
    }
    return { all: texts.join("\n"), databases: databases.length };
  });
  expect(stored.databases).toBe(0);
  for (const piece of [SECRET.slice(0, 20), "arn:aws:iam::123456789012", "user_creation_time", "2026-11-20T"]) {
    expect(stored.all).not.toContain(piece);
  }
});

test("a transcript in a zip, and an archive that is broken", async ({ app, page }) => {
  await app.open("/evidence?lang=en");
  await page.locator("input[type=file]").setInputFiles({ name: "broken.zip", mimeType: "application/zip", buffer: Buffer.from("PK\u0003\u0004broken") });
  await expect(page.locator(".warn").first()).toContainText("cannot be unpacked");
  await app.paste("~ $ aws iam get-account-summary\n" + JSON.stringify({ SummaryMap: { AccountMFAEnabled: 1 } }) + "\n~ $ ");
  await expect(app.verdict).toContainText("MFA of the root user is on");
  await expect(page.locator(".warn")).toHaveCount(0);
});

/** Encodes a text in Shift_JIS, as Japanese Excel does, with the inverted table of the decoder. */
const inShiftJis = (text: string): Buffer => {
  const decoder = new TextDecoder("shift_jis");
  const codes = new Map<string, number[]>();
  for (let first = 0x81; first < 0xfd; first++)
    for (let second = 0x40; second < 0xfd; second++) {
      const letter = decoder.decode(Uint8Array.of(first, second));
      if (letter.length === 1 && !codes.has(letter)) codes.set(letter, [first, second]);
    }
  return Buffer.from([...text].flatMap((letter) => (letter < "\u0080" ? [letter.charCodeAt(0)] : codes.get(letter)!)));
};

test("a CSV that Japanese Excel saved, and bytes that are no text", async ({ app, page }) => {
  const csv = inShiftJis(sampleText("synthetic/securityhub_controls_download_ja.csv").replace(/^\uFEFF/, ""));
  expect(new TextDecoder("utf-8").decode(csv)).not.toContain("失敗");
  await app.open("/evidence?lang=en");
  const file = (name: string, buffer: Buffer) => page.locator("input[type=file]").setInputFiles({ name, mimeType: "text/csv", buffer });
  await file("controls.csv", csv);
  await expect(page.locator(".judging")).toContainText("Judged:");
  await expect(page.locator("#read")).toContainText("Security Hub CSV");
  await file("broken.csv", Buffer.concat([csv, Buffer.from([0x81, 0xff])]));
  await expect(page.getByText("Not a text file.")).toBeVisible();
});

test("two accounts in one hand-over: the page asks which one is meant, and each is judged by its own", async ({ app, page }) => {
  const caller = (account: string) => ({ UserId: "U", Account: account, Arn: `arn:aws:iam::${account}:user/a` });
  const results = (account: string, mfa: number) => [
    { command: "sts get-caller-identity", args: [], region: null, exit: 0, output: caller(account), error: "" },
    { command: "iam get-account-summary", args: [], region: null, exit: 0, output: { SummaryMap: { AccountMFAEnabled: mfa, AccountPasswordPresent: 1 } }, error: "" },
  ];
  const bundle = (account: string, mfa: number) => ({
    name: `${account.slice(8)}.json`,
    mimeType: "application/json",
    buffer: Buffer.from(JSON.stringify({ schema: "guard-navi.evidence/1", collected_at: new Date().toISOString(), results: results(account, mfa) })),
  });
  await app.open("/evidence?lang=en");
  await page.locator("input[type=file]").setInputFiles([bundle("111122223333", 1), bundle("444455556666", 0)]);
  const question = page.locator("#which-account");
  await expect(question).toContainText("Which account do you mean?");
  await expect(page.locator(".verdict")).toHaveCount(0);
  await question.getByRole("button", { name: "****3333" }).click();
  await expect(app.verdictOf("iam-root-mfa")).toContainText("MFA of the root user is on");
  await question.getByRole("button", { name: "****6666" }).click();
  await expect(app.verdictOf("iam-root-mfa")).toContainText("the root user has no MFA");
  await app.verdictOf("iam-root-mfa").getByRole("button", { name: "Accept" }).click();
  expect((await app.stored()).profiles[0].answers["iam-root-mfa"].status).toBe("not_done");
  const stored = JSON.stringify(await page.evaluate(() => ({ ...localStorage })));
  expect(stored).not.toContain("444455556666");
});

test("a file of months ago decides nothing, and says its date", async ({ app, page }) => {
  await app.open("/evidence?lang=en");
  await page.evaluate(() => {
    const transfer = new DataTransfer();
    const text = JSON.stringify({ SummaryMap: { AccountMFAEnabled: 1 } });
    const lastModified = Date.now() - 60 * 86_400_000;
    transfer.items.add(new File([text], "iam_get-account-summary.json", { lastModified }));
    const input = document.querySelector<HTMLInputElement>("input[type=file]")!;
    input.files = transfer.files;
    input.dispatchEvent(new Event("change", { bubbles: true }));
  });
  await expect(app.verdict).toContainText("60 days ago");
  await expect(app.verdict).toContainText("Cannot tell");
});
