// Accounts and data: backups exported and imported, other files, two tabs, the reminder, persistent storage.
import { App, PROGRESS, expect, sample, sampleText, test } from "./app";
import { webcrypto } from "node:crypto";
import { closeSync, ftruncateSync, openSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Page } from "@playwright/test";
import { zipSync } from "fflate";

const V1 = readFileSync(fileURLToPath(new URL("../stored_fixtures/v1.json", import.meta.url)), "utf8");
const PASSWORD = "秘密のパスワード 1";

const json = (name: string, body: string | Buffer) => ({ name, mimeType: "application/json", buffer: Buffer.from(body) });
const choose = (page: Page, file: ReturnType<typeof json> | string) => page.locator("#copies input[type=file]").setInputFiles(file);
const merge = (page: Page) => page.locator(".import-status .buttons .btn").first();
const preview = (page: Page) => page.locator(".import-status .import-preview");

/** Writes answers to local storage before the page starts for the first time. */
const store = (page: Page, text = V1) =>
  page.addInitScript(([key, text]) => {
    if (!sessionStorage.getItem("put")) localStorage.setItem(key!, text!);
    sessionStorage.setItem("put", "1");
  }, [PROGRESS, text]);

/** The answered profiles of a progress file, without the time and the version of the export. */
const answeredProfiles = (file: any) => file.profiles.filter((profile: any) => Object.keys(profile.answers).length > 0);

async function save(page: Page) {
  const download = page.waitForEvent("download");
  await page.locator(".export-form .btn").first().click();
  const file = await download;
  return { name: file.suggestedFilename(), text: readFileSync((await file.path())!, "utf8") };
}

async function eraseAll(page: Page) {
  await page.locator(".btn.danger.ghost").click();
  await page.locator("dialog .btn.danger").click();
}

/** Decrypts a sealed file independently of the product, by its format and the password. */
async function unseal(text: string, password: string): Promise<any> {
  const { schema, kdf, iv, data } = JSON.parse(text);
  expect([schema, kdf.name, kdf.hash]).toEqual(["guard-navi.sealed/1", "PBKDF2", "SHA-256"]);
  expect(kdf.iterations).toBeGreaterThanOrEqual(600_000);
  const bytes = (base64: string) => Buffer.from(base64, "base64");
  const raw = await webcrypto.subtle.importKey("raw", Buffer.from(password.normalize("NFKC")), "PBKDF2", false, ["deriveKey"]);
  const parameters = { name: "PBKDF2", hash: kdf.hash, iterations: kdf.iterations, salt: bytes(kdf.salt) };
  const key = await webcrypto.subtle.deriveKey(parameters, raw, { name: "AES-GCM", length: 256 }, false, ["decrypt"]);
  return JSON.parse(Buffer.from(await webcrypto.subtle.decrypt({ name: "AES-GCM", iv: bytes(iv) }, key, bytes(data))).toString());
}

test("kept, erased, opened again: the same, with a password and without", async ({ app, page }) => {
  await store(page);
  await app.open("/data");
  const before = await app.stored();
  const plain = await save(page);
  expect(plain.name).toMatch(/^guard-navi-\d{4}-\d\d-\d\d\.json$/);
  await page.getByLabel("パスワードで保護する").check();
  const [first, again] = [page.locator("#export-password"), page.locator("#export-password-again")];
  for (const [one, other, message] of [["", "", "入力してください"], [PASSWORD, "x", "一致しません"]] as const) {
    await first.fill(one);
    await again.fill(other);
    await page.locator(".export-form .btn").first().click();
    await expect(page.locator(".export-form [role=status]").first()).toContainText(message);
  }
  await page.getByLabel("パスワードを表示する").check();
  await expect(first).toHaveAttribute("type", "text");
  await again.fill(PASSWORD);
  const sealed = await save(page);
  expect(sealed.name).toMatch(/\.sealed\.json$/);
  expect(sealed.text).not.toContain("iam-root-mfa");
  expect(answeredProfiles(await unseal(sealed.text, PASSWORD))).toEqual(answeredProfiles(before));
  expect(await first.inputValue()).toBe("");
  expect(JSON.stringify(await page.evaluate(() => ({ ...localStorage })))).not.toContain(PASSWORD);

  await eraseAll(page);
  expect(await page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith("guard-navi.")))).toEqual(["guard-navi.restarted"]); // the time of the erasure
  await choose(page, json(plain.name, plain.text));
  await expect(preview(page)).toContainText("回答 5 件と、1 日分の履歴が加わります");
  expect(await app.stored()).toBeNull();
  await merge(page).click();
  await expect(page.locator(".toast")).toContainText("統合しました");
  expect(answeredProfiles(await app.stored())[0].answers).toEqual(answeredProfiles(before)[0].answers);

  await eraseAll(page);
  await choose(page, json(sealed.name, sealed.text));
  await expect(page.locator("#import-password")).toBeFocused();
  await page.keyboard.type("wrong");
  await page.keyboard.press("Enter");
  await expect(page.locator("#import-status")).toContainText("パスワードが違うか");
  expect(await app.stored()).toBeNull();
  await page.locator("#import-password").fill(PASSWORD);
  await page.keyboard.press("Enter");
  await expect(page.locator("#import-preview")).toBeFocused();
  await merge(page).click();
  await expect(page.locator("#main h1")).toBeFocused();
  const { history, ...restored } = answeredProfiles(await app.stored())[0];
  const { history: oldHistory, ...original } = answeredProfiles(before)[0];
  expect(restored).toEqual(original);
  expect(history).toEqual(expect.arrayContaining(oldHistory));
});

test("what is left out is not in the file", async ({ app, page }) => {
  await store(page);
  await app.open("/data");
  for (const label of ["すべてのアカウント", "メモと理由", "担当", "アカウント名と対応チーム"]) await page.getByLabel(label, { exact: true }).uncheck();
  const { text } = await save(page);
  for (const omitted of ["あとで見る", "検証環境のため", "佐藤", "本番アカウント", "77aa01"]) expect(text).not.toContain(omitted);
  expect(JSON.parse(text).profiles[0].answers["config-recording"].status).toBe("risk_accepted");
  // An export with redaction does not count as a backup.
  await expect(page.locator("#copies")).toContainText("まだ控えを取っていません");
});

test("files that cannot be opened change nothing and say why", async ({ app, page }) => {
  await store(page);
  await app.open("/data");
  const before = await app.stored();
  const error = page.locator("#import-error");
  const deep = `{"schema": "guard-navi.progress/1", "x": ${"[".repeat(1_000)}`;
  const sealed = (iterations: number) => JSON.stringify({ schema: "guard-navi.sealed/1", kdf: { name: "PBKDF2", hash: "SHA-256", iterations, salt: "AAAAAAAAAAAAAAAAAAAAAA==" }, iv: "AAAAAAAAAAAAAAAA", data: "AAAAAAAAAAAAAAAAAAAAAA==" });
  for (const [name, body, message] of [
    ["cut.json", V1.slice(0, 900), "途切れています"],
    ["newer.json", V1.replace("progress/1", "progress/2"), "新しいバージョン"],
    ["foreign.json", '{"name": "x"}', "このページの控えではありません"],
    ["damaged.json", V1.replace("2027-01-31", "2027-02-31"), "profiles[0].answers.config-recording.review_by"],
    ["empty.json", "", "空です"],
    ["deep.json", deep, "入れ子が深すぎます"],
    ["edited.json", V1.replace('"care"', "care"), "5 行目"],
    ["list.csv", "id,status,owner\na,b,c", "表のファイル"],
    ["big.json", JSON.stringify({ ...JSON.parse(V1), more: "あ".repeat(5_100_000) }), "約 5 MB"],
    ["rounds.json", sealed(1e9), "kdf.iterations"],
    ["picture.png", Buffer.from([0x89, 0x50, 0xff, 0]), "テキストのファイルではない"],
  ] as const) {
    await choose(page, json(name, body));
    await expect(error, name).toContainText(name === "list.csv" ? "表のようです" : message);
    await expect(error).toBeFocused();
  }
  for (const file of [json("creds.csv", sampleText("synthetic/credential-report_real-format_bad.csv")), sample("bad/iam_get-account-summary.json"), json("all.zip", Buffer.from(zipSync({ "a.json": Buffer.from("{}") })))]) {
    await choose(page, file);
    await expect(page.getByRole("link", { name: "「証拠で確認」のページへ" })).toHaveAttribute("href", "#/evidence");
  }
  const huge = test.info().outputPath("huge.json");
  const handle = openSync(huge, "w");
  ftruncateSync(handle, 70 * 1024 * 1024);
  closeSync(handle);
  await choose(page, huge);
  await expect(error).toContainText("64 MiB を超えている");
  // A backup that is dropped anywhere on this page is imported here, and secrets in it are cut.
  const secret = V1.replace("あとで見る", "aws_secret_access_key = wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY in 123456789012");
  await page.evaluate((text) => {
    const data = new DataTransfer();
    data.items.add(new File([text], "copy.json"));
    document.body.dispatchEvent(new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true }));
  }, secret.replace('"2026-11-23T11:00:04Z"', '"2026-11-24T11:00:04Z"'));
  await expect(page.locator(".import-status .secrets")).toContainText("1 か所");
  expect(await app.stored()).toEqual(before);
  await merge(page).click();
  await expect.poll(async () => JSON.stringify(await app.stored())).toContain("[cut] in 1234****9012");
});

const later = V1.replace('"in_progress", "source": "self", "changed_at": "2026-11-23T11:00:01Z"', '"done", "source": "self", "changed_at": "2026-11-25T11:00:01Z"')
  .replace('"done", "source": { "evidence"', '"not_done", "source": { "evidence"')
  .replace('"changed_at": "2026-11-23T11:00:00Z"', '"changed_at": "2026-11-20T11:00:00Z"')
  .replace('"77aa01", "name": ""', '"99bb02", "name": "新しい検証"');

test("merging and replacing: seen before, and taken back; other tabs follow", async ({ app, page, context }) => {
  await store(page, V1.replace('"77aa01", "name": ""', '"77aa01", "name": "手元の検証"'));
  await app.open("/data");
  const other = await context.newPage();
  await other.goto("./#/checklist");
  const status = (id: string) => other.locator(`.row[data-control=${id}] select`);
  await expect(status("cloudtrail-multi-region")).toHaveValue("in_progress");
  await page.bringToFront();

  await choose(page, json("later.json", later));
  const row = page.locator(".import-preview .changes tbody tr");
  await expect(row).toHaveCount(1);
  await expect(row).toContainText("対応中2026年11月23日実施済み2026年11月25日");
  await expect(preview(page)).toContainText("新しい検証 加わる");
  await expect(preview(page)).toContainText("手元の検証 そのまま");
  await merge(page).click();
  await expect(status("cloudtrail-multi-region")).toHaveValue("done");
  await expect(status("iam-root-mfa")).toHaveValue("done"); // this browser has the newer answer
  await status("securityhub-cspm-enabled").selectOption("done"); // meanwhile, in the other tab
  await expect.poll(async () => (await app.stored()).profiles[0].answers["securityhub-cspm-enabled"].status).toBe("done");
  await page.locator(".toast .link").first().click();
  await expect(status("cloudtrail-multi-region")).toHaveValue("in_progress");
  await expect(status("securityhub-cspm-enabled")).toHaveValue("done");
  await expect(page.locator(".accounts input").nth(1)).toHaveValue("手元の検証");
  expect((await app.stored()).profiles.length).toBe(2);

  await choose(page, json("later.json", later));
  await page.locator(".import-status .seg button").nth(1).click();
  await expect(preview(page)).toContainText("手元の検証 消える");
  await expect(page.locator(".import-preview .changes tbody tr").filter({ hasText: "未実施" })).toHaveCount(1);
  await merge(page).click();
  await expect(status("iam-root-mfa")).toHaveValue("not_done"); // older, but replacing takes it over
  await status("config-recording").selectOption("done");
  await expect.poll(async () => (await app.stored()).profiles.map((profile: any) => profile.name)).toEqual(["本番アカウント", "新しい検証"]);
  expect((await app.stored()).profiles[0].answers["iam-root-mfa"].status).toBe("not_done");
  await page.locator(".toast .link").first().click();
  await expect(status("iam-root-mfa")).toHaveValue("done");
  await expect(status("config-recording")).toHaveValue("done");
  await other.reload();
  await expect(status("iam-root-mfa")).toHaveValue("done");
  expect((await app.stored()).profiles.map((profile: any) => profile.name)).toEqual(["本番アカウント", "手元の検証"]);
});

test("what is to be undone, asked or typed is of its own account, also where another tab deletes that", async ({ app, page, context }) => {
  await store(page, V1.replace('"77aa01", "name": ""', '"77aa01", "name": "手元の検証"'));
  await app.open("/checklist");
  await app.status("iam-root-mfa").selectOption("not_done");
  await expect(page.locator(".toast")).toBeVisible();
  await app.status("config-recording").selectOption("risk_accepted");
  await expect(page.locator("dialog[open]")).toBeVisible();
  const second = async () => (await app.stored()).profiles.find((profile: any) => profile.name === "手元の検証").answers;
  const before = await second();

  const other = new App(await context.newPage());
  await other.open("/data");
  await other.page.locator(".accounts li:first-child .acts button:nth-of-type(2)").click(); // 削除する
  await expect(page.locator("dialog[open]")).toHaveCount(0);
  await expect(page.locator(".toast")).toHaveCount(0);
  await expect(app.status("iam-root-mfa")).toHaveValue(before["iam-root-mfa"]?.status ?? "unanswered");
  await page.bringToFront();
  await page.keyboard.press("u");
  await app.status("guardduty-enabled-all-regions").selectOption("unsure");
  await expect.poll(async () => (await second())["guardduty-enabled-all-regions"]?.status).toBe("unsure");
  expect({ ...(await second()), "guardduty-enabled-all-regions": undefined }).toEqual({ ...before, "guardduty-enabled-all-regions": undefined });
});

test("what is erased in one tab does not come back from another", async ({ app, page, context }) => {
  await store(page);
  await app.open("/data");
  const other = new App(await context.newPage());
  await other.open("/checklist");
  await expect(other.status("iam-root-mfa")).toHaveValue("done");
  await page.bringToFront();
  await eraseAll(page);
  await expect(other.status("iam-root-mfa")).toHaveValue("unanswered");
  await other.status("config-recording").selectOption("done");
  const answersIn = async (tab: App) => Object.keys((await tab.stored())?.profiles[0]?.answers ?? {});
  const answers = () => answersIn(app);
  // Storage changes reach the process of another tab with a delay.
  const expectSeen = (expected: string[]) => expect.poll(() => answersIn(other)).toEqual(expected);
  await expect.poll(answers).toEqual(["config-recording"]);
  // Changes still reach the other tab, in both directions.
  await app.open("/checklist");
  await expect(app.status("config-recording")).toHaveValue("done");
  await app.status("guardduty-enabled-all-regions").selectOption("unsure");
  await expect(other.status("guardduty-enabled-all-regions")).toHaveValue("unsure");
  await other.status("iam-root-mfa").selectOption("not_done");
  await expect.poll(answers).toEqual(["config-recording", "guardduty-enabled-all-regions", "iam-root-mfa"]);
  // A suspended tab gets no storage events, and finds new answers when it resumes.
  await other.page.evaluate(() => addEventListener("storage", (event) => event.stopImmediatePropagation(), true));
  await app.open("/data");
  await eraseAll(page);
  await page.reload();
  await app.open("/checklist");
  await app.status("config-recording").selectOption("done");
  await expectSeen(["config-recording"]);
  await other.status("guardduty-enabled-all-regions").selectOption("done");
  await expect.poll(answers).toEqual(["config-recording", "guardduty-enabled-all-regions"]);
  await app.open("/data");
  await eraseAll(page);
  await expectSeen([]);
  await other.status("iam-root-mfa").selectOption("done");
  await expect.poll(answers).toEqual(["iam-root-mfa"]);
});

test("a reminder after twenty answers or seven days, and never at first", async ({ app, page }) => {
  await page.clock.install({ time: new Date("2026-11-26T09:00:00Z") });
  await app.open("/");
  const reminder = page.locator(".remind");
  await expect(reminder).toHaveCount(0);
  const record = (count: number) =>
    page.evaluate(([key, count]) => {
      const answers = Object.fromEntries(Array.from({ length: count as number }, (_, i) => [`c${String(i).padStart(2, "0")}`, { status: "done", source: "self", changed_at: "2026-11-26T08:00:00Z" }]));
      localStorage.setItem(key as string, JSON.stringify({ schema: "guard-navi.progress/1", profiles: [{ id: "a", answers }] }));
    }, [PROGRESS, count]);
  await record(19);
  await page.reload();
  await expect(page.locator("#main h1")).toBeAttached();
  await expect(reminder).toHaveCount(0);
  await record(20);
  await page.reload();
  await expect(reminder).toContainText("控えを取っておきませんか");
  await reminder.getByRole("button", { name: "あとで" }).click();
  await expect(reminder).toHaveCount(0);
  await expect(page.locator("#main h1")).toBeFocused();
  await page.reload();
  await expect(page.locator("#main h1")).toBeAttached();
  await expect(reminder).toHaveCount(0);
  // Answers given in the second of the postponement do not count as new.
  await page.clock.setSystemTime(new Date("2026-11-26T09:10:00Z"));
  await app.open("/checklist");
  await app.status("iam-root-mfa").selectOption("done");
  await page.clock.setSystemTime(new Date("2026-12-02T09:00:00Z"));
  await app.open("/");
  await page.reload();
  await expect(page.locator("#main h1")).toBeAttached();
  await expect(reminder).toHaveCount(0);
  await page.clock.setSystemTime(new Date("2026-12-03T10:00:00Z"));
  await page.reload();
  const download = page.waitForEvent("download");
  await reminder.getByRole("button", { name: "控えを取る" }).click();
  await download;
  await expect(reminder).toHaveCount(0);
  expect(await page.evaluate(() => JSON.parse(localStorage.getItem("guard-navi.copied")!).at)).toContain("2026-12-03");
});

for (const [answer, message] of [
  ["true", "消しません"],
  ["false", "認められませんでした"],
  ["gone", "機能がありません"],
] as const) {
  test(`asking the browser to keep the answers: ${answer}`, async ({ app, page }) => {
    await page.addInitScript((answer) => {
      const manager = { persisted: async () => false, persist: async () => answer === "true" };
      Object.defineProperty(navigator, "storage", { value: answer === "gone" ? undefined : manager });
    }, answer);
    await app.open("/data");
    const persistence = page.locator(".persistence");
    if (answer !== "gone") {
      await expect(persistence).toContainText("消すことがあります");
      await persistence.getByRole("button").click();
    }
    await expect(persistence).toContainText(message);
    await expect(persistence.getByRole("button")).toHaveCount(answer === "false" ? 1 : 0);
  });
}

test("without a secure context a password is not offered, and the reason is", async ({ app, page }) => {
  await page.addInitScript(() => Object.defineProperty(window, "isSecureContext", { value: false }));
  await app.open("/data");
  await expect(page.getByLabel("パスワードで保護する")).toBeDisabled();
  await expect(page.locator("#no-crypto")).toContainText("https");
  expect(JSON.parse((await save(page)).text).schema).toBe("guard-navi.progress/1");
});

test("by keyboard alone: kept and opened", async ({ app, page }) => {
  await store(page);
  await app.open("/data?lang=en");
  const press = async (key: string, goal: string) => {
    const isThere = () => page.evaluate((goal) => document.activeElement?.matches(goal), goal);
    for (let tries = 0; tries < 60 && !(await isThere()); tries++) await page.keyboard.press("Tab");
    expect(await isThere(), goal).toBe(true);
    await page.keyboard.press(key);
  };
  const download = page.waitForEvent("download");
  await press("Enter", ".export-form .btn");
  const path = (await (await download).path())!;
  const chooser = page.waitForEvent("filechooser");
  await press("Enter", "#copies input[type=file]");
  await (await chooser).setFiles({ name: "copy.json", mimeType: "application/json", buffer: Buffer.from(readFileSync(path, "utf8").replace('"in_progress"', '"done"').replace("2026-11-23T11:00:01Z", "2026-11-24T11:00:01Z")) });
  await expect(page.locator("#import-preview")).toBeFocused();
  await press("Enter", ".import-status .buttons .btn");
  await expect(page.locator(".toast")).toContainText("merged");
  expect((await app.stored()).profiles[0].answers["cloudtrail-multi-region"].status).toBe("done");
});
