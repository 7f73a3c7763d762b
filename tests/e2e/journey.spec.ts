import { App, FIRST_ROWS, PROGRESS, expectedScore, expect, sample, sampleText, test } from "./app";
import { MANDATORY } from "./control_counts";
import { SIZES, plain, printed } from "./pdf";

test("six controls by keyboard only, and everything is there again", async ({ app, page, context }) => {
  const score = expectedScore(await app.catalogue(), ["iam-root-mfa"]);
  await app.open();
  await page.keyboard.press("Tab"); // skip link
  await page.keyboard.press("Enter");
  await expect(page.locator("#main h1")).toBeFocused();
  await page.keyboard.press("Tab");
  await expect(page.locator(".welcome .btn")).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/#\/controls\/iam-root-mfa$/);
  await expect(page.locator(".opts")).toBeVisible();
  await expect(page.locator("#main h1")).toBeFocused();
  await page.keyboard.press("1");
  await expect(page.locator(".opts [aria-pressed=true]")).toContainText("実施済み");
  await expect(page.locator("#announcer")).toContainText(`スコアは ${score} `);
  await page.keyboard.press("n");
  await page.keyboard.type("1 のメモ");
  await expect(page.locator(".opts [aria-pressed=true]")).toContainText("実施済み");

  await app.open("/checklist");
  await page.keyboard.press("j");
  await expect(app.row(FIRST_ROWS[0]!).locator("h3 a")).toBeFocused();
  await page.keyboard.press("2");
  await page.keyboard.press("j");
  await page.keyboard.press("4");
  await page.keyboard.press("j");
  await page.keyboard.press("6");
  await expect(page.locator("#ask-reason")).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(app.status(FIRST_ROWS[2]!)).toHaveValue("unanswered");
  await expect(app.row(FIRST_ROWS[2]!).locator("h3 a")).toBeFocused();
  await page.keyboard.press("6");
  await page.keyboard.type("検証環境のため");
  await page.keyboard.press("Tab");
  for (const _ of "ymd*") await page.keyboard.press("Tab"); // the parts of the date, and its picker
  await expect(page.locator("dialog .btn").first()).toBeFocused();
  await page.keyboard.press("Enter");
  await page.keyboard.press("j");
  await page.keyboard.press("3");

  const expected = ["in_progress", "unsure", "risk_accepted", "not_done", "unanswered"];
  const check = async (app: App) => {
    for (const [index, status] of expected.entries()) await expect(app.status(FIRST_ROWS[index]!)).toHaveValue(status);
    await expect(app.status("iam-root-mfa")).toHaveValue("done");
  };
  await check(app);
  await page.reload();
  await check(app);
  await page.getByRole("button", { name: "English" }).click();
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
  await expect(page).toHaveTitle(/Checklist/);
  await check(app);

  const second = new App(await context.newPage());
  await second.open("/checklist");
  await expect(second.page.locator("#main h1")).toHaveText("Checklist");
  await check(second);
  await second.status(FIRST_ROWS[3]!).selectOption("done");
  await expect(app.status(FIRST_ROWS[3]!)).toHaveValue("done");
  await app.status(FIRST_ROWS[0]!).selectOption("done");
  await expect(second.status(FIRST_ROWS[0]!)).toHaveValue("done");
  expect((await app.stored()).profiles).toHaveLength(1);
});

test("keys that come before the rows are drawn lead to those rows and to no other", async ({ app, page }) => {
  await app.open();
  const rowCount = await page.evaluate(
    () =>
      new Promise<number>((done) => {
        const press = (key: string) => dispatchEvent(new KeyboardEvent("keydown", { key }));
        // At the first row; the others are rendered some frames later.
        new MutationObserver((_, observer) => {
          if (!document.querySelector(".row")) return;
          observer.disconnect();
          done(document.querySelectorAll(".row").length);
          for (const key of "jjjj3j2") press(key);
        }).observe(document, { childList: true, subtree: true });
        location.hash = "#/checklist";
      }),
  );
  expect(rowCount, "rows at the first key").toBeLessThan(4);
  await expect(app.row(FIRST_ROWS[4]!).locator("h3 a")).toBeFocused();
  await expect(app.status(FIRST_ROWS[3]!)).toHaveValue("not_done");
  await expect(app.status(FIRST_ROWS[4]!)).toHaveValue("in_progress");
  const answers = Object.keys((await app.stored()).profiles[0]!.answers);
  expect(answers.sort()).toEqual([FIRST_ROWS[3], FIRST_ROWS[4]].sort());
});

test("a real credential report: fail, pass, accept, undo", async ({ app, page }) => {
  await app.open("/evidence");
  await app.drop(sample("synthetic/credential-report_real-format_bad.csv"));
  await expect(app.verdict).toContainText("不合格");
  await expect(app.verdict).toContainText("ルートユーザー(1234****9012)の MFA が有効になっていません");
  await app.drop(sample("synthetic/credential-report_real-format_good.csv"));
  await expect(app.verdict).toContainText("合格");
  await expect(app.verdict).toContainText("IAM ユーザー 1 人分を読みました");
  expect(await app.stored()).toBeNull(); // nothing is stored before the user accepts the verdict

  await app.verdict.getByRole("button", { name: "反映する" }).click();
  await expect(app.verdict).toContainText("実施済み");
  await expect(app.verdict.getByRole("button")).toHaveText("反映済み");
  const answer = (await app.stored()).profiles[0].answers["iam-root-mfa"];
  expect(answer).toMatchObject({ status: "done", source: { evidence: { format: "credential-report" } } });
  await page.getByRole("button", { name: "元に戻す" }).click();
  await expect(app.verdict).toContainText("未回答");
  expect((await app.stored()).profiles[0].answers["iam-root-mfa"].status).toBe("unanswered");

  await app.paste(JSON.stringify({ SummaryMap: { AccountMFAEnabled: 0, AccountPasswordPresent: 1 } }));
  await expect(app.verdict).toContainText("AccountMFAEnabled: 0");
  await expect(page.locator("#paste")).toHaveValue("");
});

test("a file dropped anywhere is judged and never replaces the page", async ({ app, page }) => {
  await app.open();
  const transfer = await page.evaluateHandle((text) => {
    const transfer = new DataTransfer();
    transfer.items.add(new File([text], "report.csv"));
    return transfer;
  }, sampleText("synthetic/credential-report_real-format_good.csv"));
  await page.dispatchEvent("body", "drop", { dataTransfer: transfer });
  await expect(page).toHaveURL(/#\/evidence$/);
  await expect(app.verdict).toContainText("report.csv");
});

test("a secret is cut out, named, and leaves no trace", async ({ app, page }) => {
  const secret = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY";
  await app.open("/evidence");
  await app.paste(`{"SummaryMap": {"AccountMFAEnabled": 1,\n"SecretAccessKey": "${secret}"}}`);
  await expect(app.verdict).toContainText("合格");
  await expect(page.locator(".secrets")).toContainText("2 行目");
  await app.verdict.getByRole("button").click();

  await app.open("/controls/iam-root-mfa");
  const note = page.locator("#note");
  await note.fill("佐藤さんに確認");
  await note.blur();
  await note.focus();
  await note.pressSequentially(`\naws_secret_access_key = ${secret}`, { delay: 1 });
  await expect(page.locator("#note-refused")).toContainText("2 行目");
  await note.blur();
  await expect(note).toHaveValue(new RegExp(secret)); // stays, so that the user can correct it
  const stored = await page.evaluate(async () => {
    const databases = (await indexedDB.databases()).length;
    return { text: JSON.stringify({ ...localStorage }) + JSON.stringify({ ...sessionStorage }), databases, caches: await caches.keys() };
  });
  expect(stored.text).not.toContain("wJalr");
  expect(stored.text).not.toContain("SummaryMap");
  expect(stored.text).toContain("佐藤さんに確認");
  expect([stored.databases, stored.caches]).toEqual([0, []]);
});

test("ids are masked in what is kept", async ({ app, page }) => {
  await app.open("/controls/config-recording");
  await page.locator("#note").fill("123456789012 / AKIAIOSFODNN7EXAMPLE");
  await page.locator("#note").blur();
  await expect(page.locator("#note")).toHaveValue("1234****9012 / AKIA****MPLE");
  expect(JSON.stringify(await app.stored())).not.toContain("123456789012");
});

test("commands are filled once and copied as shown", async ({ app, page }) => {
  await app.open("/controls/cloudtrail-multi-region");
  await page.locator("#fix").getByRole("button", { name: "CLI" }).click();
  await expect(page.locator("#check .cmd").first()).toContainText("aws cloudtrail describe-trails");
  await page.locator("#fix").getByRole("textbox", { name: "リージョン" }).fill("ap-northeast-1");
  await page.locator("#fix").getByRole("textbox", { name: "アカウント ID" }).fill("123456789012");
  await page.locator("#fix").getByLabel("証跡の S3 バケット").fill("logs; rm -rf ~");
  await page.locator("#fix .cmd button").nth(1).click();
  await expect(page.locator("#fix .cmd button").nth(1)).toHaveText("コピーしました");
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toContain("--bucket 'logs; rm -rf ~' --policy '{\"Version\"");
  expect(copied).toContain("arn:aws:cloudtrail:ap-northeast-1:123456789012:trail/management-events");
  await page.reload();
  await expect(page.locator("#fix .cmd").first()).toBeVisible(); // the choice of CLI is stored, the placeholder values are not
  expect(await page.evaluate(() => JSON.stringify({ ...localStorage }))).not.toContain("123456789012");
});

test("the report prints on A4 with score and rows, in both languages", async ({ app, page }) => {
  const catalogue = await app.catalogue();
  const score = expectedScore(catalogue, ["iam-root-mfa"], ["config-recording"]);
  await app.open("/checklist");
  await app.status("iam-root-mfa").selectOption("done");
  await app.status("config-recording").selectOption("not_applicable");
  await page.fill("#ask-reason", "Security Hub が記録しているため");
  await page.locator("dialog .btn").first().click();
  const titles = {
    日本語: ["進捗レポート", "該当しない", "実施済みの重み 4 ÷ 対象となる必須の対策の重み", ...catalogue.controls.map((control) => control.title.ja)],
    English: ["Progress report", "Not applicable", `The score is ${score} of 100`, ...catalogue.controls.map((control) => control.title.en)],
  };
  for (const [language, expected] of Object.entries(titles)) {
    await page.getByRole("button", { name: language }).click();
    await app.open("/report");
    await expect(app.score).toHaveText(String(score));
    const pages = await printed(page);
    expect(pages.length).toBeLessThanOrEqual(4);
    for (const { size } of pages) expect(size).toEqual(SIZES.a4);
    const text = pages.map((page) => page.text).join("");
    for (const words of expected) expect(text).toContain(plain(words));
    expect(text).not.toContain(language === "English" ? "Checklist" : "チェックリスト"); // no navigation
  }
});

test("language: from the browser, from a link, remembered", async ({ app, page, browser, baseURL }) => {
  const english = await browser.newContext({ locale: "en-GB", baseURL });
  const other = new App(await english.newPage());
  await other.open();
  await expect(other.page.locator("html")).toHaveAttribute("lang", "en");
  await english.close();

  await page.goto("./#/controls/iam-root-mfa?lang=en");
  await expect(page.locator("#main h1")).toHaveText("Turn on MFA for the root user");
  await expect(page).toHaveURL(/#\/controls\/iam-root-mfa$/);
  await expect(page.locator("#fix")).toContainText("Assign MFA device");
  await page.getByRole("button", { name: "日本語" }).click();
  await expect(page.getByRole("button", { name: "日本語" })).toBeFocused();
  await expect(page.locator("#fix")).toContainText("MFA デバイスの割り当て");
  await page.reload();
  await expect(page.locator("html")).toHaveAttribute("lang", "ja");
});

test("theme, shortcuts switch, not found, and a way home", async ({ app, page }) => {
  await app.open();
  await page.getByLabel("画面の明るさ").first().selectOption("dark");
  await page.reload();
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  expect(await page.evaluate(() => getComputedStyle(document.body).colorScheme)).toBe("dark");

  await expect(page.locator(".welcome")).toBeVisible();
  await page.keyboard.press("?");
  await page.getByLabel("キーボードショートカットを使う").uncheck();
  await page.getByRole("button", { name: "閉じる" }).click();
  await app.open("/controls/iam-root-mfa");
  await page.keyboard.press("1");
  await expect(page.locator(".opts [aria-pressed=true]")).toHaveCount(0);

  await app.open("/controls/no-such-control");
  await expect(page.locator("h1")).toHaveText("ページが見つかりません");
  await app.open("/nowhere");
  await page.getByRole("link", { name: "ホームへ戻る" }).click();
  await expect(page.locator(".welcome")).toBeVisible();
});

test("the last change can be undone, and next step follows", async ({ app, page }) => {
  await app.open("/checklist");
  await app.status("iam-root-mfa").selectOption("done");
  await app.status("iam-root-mfa").selectOption("not_done");
  await page.getByRole("button", { name: "元に戻す" }).click();
  await expect(app.status("iam-root-mfa")).toHaveValue("done");
  await expect(page.locator("#announcer")).toHaveText("元に戻しました。");
  await app.open();
  const catalogue = await app.catalogue();
  const path = catalogue.controls.filter((control) => control.mandatory).sort((a, b) => a.order - b.order);
  expect(path).toHaveLength(MANDATORY);
  await expect(page.locator(".next h2")).toHaveText(path[1]!.title.ja);
  for (const control of path) {
    await app.open(`/controls/${control.id}`);
    await page.keyboard.press("1");
  }
  await app.open();
  await expect(app.score).toHaveText("100");
  // Recommended controls follow only when no mandatory one is left; they do not change the score.
  const more = catalogue.controls.filter((control) => !control.mandatory).sort((a, b) => a.order - b.order);
  await expect(page.locator(".next h2")).toHaveText(more[0]!.title.ja);
  await app.open("/checklist");
  for (const control of more) await app.status(control.id).selectOption("done");
  await app.open();
  await expect(app.score).toHaveText("100");
  await expect(page.locator("h1")).toHaveText("すべての対策について、対応または判断が済みました");
});

test("undo and answers leave notes alone, also a note that was refused", async ({ app, page }) => {
  await app.open("/controls/iam-root-mfa");
  await page.keyboard.press("1");
  await page.keyboard.press("3");
  await page.locator("#note").fill("佐藤さんに確認");
  await page.locator("#note").blur();
  await page.getByRole("button", { name: "元に戻す" }).click();
  await expect(page.locator(".opts [aria-pressed=true]")).toContainText("実施済み");
  await expect(page.locator("#note")).toHaveValue("佐藤さんに確認");

  const refused = "postgres://app:hunter2secret@db/x";
  await page.locator("#note").fill(refused);
  await page.locator(".opts button").nth(1).click();
  await expect(page.locator(".opts [aria-pressed=true]")).toContainText("対応中");
  await expect(page.locator("#note")).toHaveValue(refused);
  await expect(page.locator("#note-refused")).toContainText("1 行目");
  expect(JSON.stringify(await app.stored())).not.toContain("hunter2");
  expect(JSON.stringify(await app.stored())).toContain("佐藤さんに確認");
});

test("a tab that heard nothing does not put its old answer over a newer one", async ({ app, page }) => {
  await app.open("/checklist");
  await app.status("iam-root-mfa").selectOption("done");
  // As if another tab had written while this one was suspended: no storage event arrives.
  await page.evaluate((prefix) => {
    const key = Object.keys(localStorage).find((key) => key.startsWith(`${prefix}.`))!;
    const stored = JSON.parse(localStorage.getItem(key)!);
    const answer = stored.account.answers["iam-root-mfa"];
    answer.note = "別のタブのメモ";
    answer.changed_at = new Date(Date.now() + 1_000).toISOString();
    stored.account.quiz = { first: "notification" };
    localStorage.setItem(key, JSON.stringify(stored));
  }, PROGRESS);
  await app.status("iam-root-mfa").selectOption("in_progress");
  const profile = (await app.stored()).profiles[0];
  expect(profile.answers["iam-root-mfa"]).toMatchObject({ status: "in_progress", note: "別のタブのメモ" });
  expect(profile.quiz).toEqual({ first: "notification" });
});

test("a note that two tabs write is not lost: both texts are kept, and the second tab is told", async ({ app, page, context }) => {
  await app.open("/controls/iam-root-mfa");
  const other = new App(await context.newPage());
  await other.open("/controls/iam-root-mfa");
  const [mine, theirs] = [page.locator("#note"), other.page.locator("#note")];
  await mine.focus();
  await theirs.fill("金庫にある");
  await expect.poll(async () => (await app.stored()).profiles[0].answers["iam-root-mfa"]?.note).toBe("金庫にある");
  await mine.pressSequentially("佐藤さんが持つ");
  await expect(page.locator("#note-refused")).toContainText("両方の内容を残しました");
  await expect(mine).toHaveValue(/^佐藤さんが持つ\n\n――― 別のタブで入力した内容 ―――\n金庫にある$/);
  // The text that one tab makes of both replaces the text in the other tab.
  await mine.fill("佐藤さんが金庫に持つ");
  await mine.blur();
  await theirs.blur();
  await expect(theirs).toHaveValue("佐藤さんが金庫に持つ");
  // A single-line field holds only one text: the message quotes the other one.
  const [owner, others] = [page.locator("#owner"), other.page.locator("#owner")];
  await owner.focus();
  await others.fill("鈴木");
  await expect.poll(async () => (await app.stored()).profiles[0].answers["iam-root-mfa"]?.owner).toBe("鈴木");
  await owner.pressSequentially("佐藤");
  await expect(page.locator("#owner-refused")).toContainText("別のタブで「鈴木」に書き換えられていました");
});
