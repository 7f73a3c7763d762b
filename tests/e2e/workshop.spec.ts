import { App, expect, collectProblems, test } from "./app";
import type { Browser, Download, Page } from "@playwright/test";
import { parse } from "csv-parse/sync";
import { strToU8, zipSync } from "fflate";
import { Buffer } from "node:buffer";

const read = async (download: Download) => {
  const chunks: Buffer[] = [];
  for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
};

type Upload = { name: string; mimeType: string; buffer: Buffer };
const upload = (name: string, text: string | Buffer): Upload => ({ name, mimeType: "application/json", buffer: Buffer.from(text) });

/** The file of a participant who answered two controls of level 1 and the first question of the quiz. */
function participant(number: number, change: Record<string, unknown> = {}): string {
  const at = "2026-12-05T04:10:00Z";
  const answer = (status: string) => ({ status, source: "self", changed_at: at });
  const profile = {
    id: `p${number}`,
    name: "",
    code: `K7MP-${1000 + number}`,
    workshop: { title: "勉強会", started_at: "2026-12-05T04:00:00Z", date: "2026-12-05", controls: ["iam-root-mfa", "iam-user-mfa"] },
    answers: { "iam-root-mfa": answer(number % 2 ? "done" : "not_done"), "iam-user-mfa": answer("unsure"), "no-such-control": answer("done") },
    quiz: { first: number % 4 ? "notification" : "waf" },
    runbook: {},
    history: [],
    ...change,
  };
  return JSON.stringify({ schema: "guard-navi.progress/1", exported_at: "2026-12-05T05:00:00Z", app_version: "0.1.0", profiles: [profile] });
}

const collect = (page: Page, files: Upload[]) => page.locator("#workshop-results input[type=file]").setInputFiles(files);
const figure = (page: Page, index: number) => page.locator(".figures b").nth(index);
const heat = (page: Page, control: string) => page.locator(`.heat li:has(a[href="#/controls/${control}"])`);

/** The rows of a CSV under the names of its columns. */
function table(csv: string): Record<string, string>[] {
  expect(csv.startsWith("\ufeff")).toBe(true);
  return parse(csv, { columns: true, bom: true });
}

async function person(browser: Browser, baseURL: string) {
  // An English browser, to show that the link sets the language to Japanese.
  const context = await browser.newContext({ baseURL, locale: "en-US", timezoneId: "Asia/Tokyo" });
  const page = await context.newPage();
  return { page, app: new App(page), problems: collectProblems(page, baseURL), context };
}

test("a workshop, played by a facilitator and two participants", async ({ app, page, browser, baseURL }) => {
  test.setTimeout(90_000);
  await app.open("/workshop");
  await page.getByLabel("ワークショップの名前").fill("はじめての AWS 防御 <i>2026</i>");
  await page.getByLabel("日付").fill("2026-12-05");
  await expect(page.locator("#link")).toContainText("対策 8 件");
  const link = await page.locator(".cmd code").innerText();
  expect(link).toContain("#/workshop?lang=ja&s=");

  const files: Upload[] = [];
  const codes: string[] = [];
  for (const [status, option] of [["done", "notification"], ["not_done", "waf"]] as const) {
    const attendee = await person(browser, baseURL!);
    await attendee.page.goto(link);
    await expect(attendee.page.locator("#main h1")).toHaveText("はじめての AWS 防御 <i>2026</i>");
    await expect(attendee.page.locator("#main")).toContainText("2026年12月5日 · 対策 8 件");
    await attendee.page.getByRole("button", { name: "始める" }).click();
    await expect(attendee.page.locator("#main h1")).toBeFocused();
    await expect(attendee.page.locator(".row")).toHaveCount(8);
    const code = await attendee.page.locator(".own-code").innerText();
    expect(code).toMatch(/^[3479ACDEFHJKMNPQRTUVWXY]{4}-[3479ACDEFHJKMNPQRTUVWXY]{4}$/);

    await attendee.app.status("iam-root-mfa").selectOption(status);
    await expect(attendee.page.locator(".standing-of")).toContainText(`8 件中 1 件に回答、${status === "done" ? 1 : 0} 件が実施済み`);
    await attendee.app.open("/controls/iam-root-mfa");
    await attendee.page.locator("#note").fill("佐藤のメモ");
    await attendee.page.locator("#note").blur();
    await attendee.app.open("/learn");
    await attendee.page.locator(`[data-question=first] input[value=${option}]`).check();

    // The same link again continues the same participation.
    await attendee.page.goto(link);
    await attendee.page.getByRole("button", { name: "続ける" }).click();
    await expect(attendee.page.locator(".own-code")).toHaveText(code);
    const download = attendee.page.waitForEvent("download");
    await attendee.page.getByRole("button", { name: "進行役に渡すファイルを保存する" }).click();
    const file = await download;
    expect(file.suggestedFilename()).toBe(`guard-navi-${code}.json`);
    await expect(attendee.page.locator("#hand-in")).toContainText(`guard-navi-${code}.json を保存しました`);
    const text = await read(file);
    const { profiles } = JSON.parse(text);
    expect(profiles).toHaveLength(1);
    expect(profiles[0]).toMatchObject({ code, name: "", history: [], runbook: {}, quiz: { first: option } });
    expect(profiles[0].answers["iam-root-mfa"]).toEqual({ status, source: "self", changed_at: expect.any(String), checked_at: expect.any(String) });
    expect(text).not.toContain("佐藤");
    expect((await attendee.app.stored()).profiles.filter((profile: any) => profile.workshop)).toHaveLength(1);
    files.push(upload(file.suggestedFilename(), text));
    codes.push(code);
    expect(attendee.problems).toEqual([]);
    await attendee.context.close();
  }
  expect(codes[0]).not.toBe(codes[1]);

  await collect(page, files);
  await expect(page.locator(".document.workshop-results h2")).toHaveText("はじめての AWS 防御 <i>2026</i>");
  await expect(figure(page, 0)).toHaveText("2");
  await expect(figure(page, 2)).toHaveText("0.5");
  await expect(figure(page, 3)).toHaveText("50 %");
  await expect(page.locator(".document.workshop-results")).toContainText("参加者が 5 人未満です");
  await expect(heat(page, "iam-root-mfa")).toContainText("50 %");
  await expect(heat(page, "iam-root-mfa")).toContainText("実施済み 1 · 未実施 1");
  await expect(page.locator(".heat li")).toHaveCount(8);
  await expect(page.locator(".missed li")).toHaveCount(5);
  await expect(page.locator(".quiz tbody tr").first()).toContainText("50 % (1 / 2)");

  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "CSV を保存する" }).click();
  const rows = table(await read(await download));
  expect(rows).toContainEqual({ 区分: "概要", ID: "2026-12-05", 項目: "はじめての AWS 防御 <i>2026</i>", 内訳: "参加者", 値: "2", 分母: "2" });
  expect(rows.find((row) => row.ID === "iam-root-mfa" && row.内訳 === "実施済み")).toMatchObject({ 値: "1", 分母: "2" });

  // English shows the same results without reading the files again; leaving the page discards them.
  await page.getByRole("button", { name: "English" }).first().click();
  await expect(heat(page, "iam-root-mfa")).toContainText("Done 1 · Not done 1");
  await expect(page.getByLabel("Name of the workshop")).toHaveValue("はじめての AWS 防御 <i>2026</i>");
  await app.open("/about");
  await app.open("/workshop");
  await expect(page.locator("#workshop-results")).toBeVisible();
  await expect(page.locator(".document.workshop-results")).toHaveCount(0);
  expect(await page.evaluate(() => JSON.stringify(localStorage))).not.toContain(codes[0]!);
});

test("a hundred files, ten of them broken, all named and skipped", async ({ app, page }) => {
  await app.open("/workshop");
  const good = Array.from({ length: 90 }, (_, index) => upload(`${index}.json`, participant(index)));
  const text = participant(999);
  const broken: [Upload, string][] = [
    [upload("empty.json", ""), "中身が空か"],
    [upload("cut.json", text.slice(0, -40)), "JSON として読めません"],
    [upload("prose.json", "lorem ipsum"), "JSON として読めません"],
    [upload("binary.json", Buffer.from([0xff, 0xfe, 0, 1])), "テキストではありません"],
    [upload("foreign.json", "{\"a\":1}"), "進捗ファイルではありません"],
    [upload("evidence.json", "{\"schema\":\"guard-navi.evidence/1\"}"), "進捗ファイルではありません"],
    [upload("sealed.json", "{\"schema\":\"guard-navi.sealed/1\"}"), "パスワード付き"],
    [upload("newer.json", text.replace("progress/1", "progress/2")), "新しいバージョン"],
    [upload("=damaged.json", text.replace("unsure", "perhaps")), "answers.iam-user-mfa.status"],
    [upload("<img src=x onerror=alert(1)>.zip", Buffer.from("PK\x03\x04 broken")), "展開できません"],
  ];
  await collect(page, [...good.slice(0, 45), ...broken.map(([file]) => file), ...good.slice(45)]);
  await expect(figure(page, 0)).toHaveText("90");
  await expect(page.locator(".document.workshop-results")).toContainText("集計しなかったファイルが 10 件あります");
  for (const [file, why] of broken) {
    await expect(page.locator(".counted li", { hasText: file.name })).toContainText(why);
  }
  expect(await page.locator("#main img").count()).toBe(0);
  await expect(heat(page, "iam-root-mfa")).toContainText("実施済み 45 · 未実施 45");
  // 23 of 90 chose the wrong one.
  await expect(page.locator(".quiz tbody tr").first()).toContainText("74 % (67 / 90)");
  await expect(page.locator(".quiz tbody tr").first()).toContainText("(23)");

  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "CSV を保存する" }).click();
  const rows = table(await read(await download));
  expect(rows.filter((row) => row.区分 === "集計しなかったファイル" && row.内訳 !== "")).toHaveLength(10);
  expect(rows.flatMap(Object.values).filter((cell) => /^[=+\-@\t\r]/.test(cell))).toEqual([]);
  expect(rows.map((row) => row.項目)).toContain("'=damaged.json");
});

test("a zip, the same code twice, another workshop, and a way to forget", async ({ app, page }) => {
  await app.open("/workshop?lang=en");
  const pack = Object.fromEntries(Array.from({ length: 12 }, (_, index) => [`room/${index}.json`, strToU8(participant(index))]));
  const zip = Buffer.from(zipSync({ ...pack, "__MACOSX/._0.json": strToU8("x") }));
  const later = participant(1).replace("T05:00:00Z", "T06:00:00Z").replace("\"done\"", "\"in_progress\"");
  const stranger = participant(50, { workshop: { title: "<script>alert(1)</script>", started_at: "2026-12-05T04:00:00Z" } });
  await collect(page, [{ name: "room.zip", mimeType: "application/zip", buffer: zip }, upload("again.json", later)]);
  await expect(figure(page, 0)).toHaveText("12");
  await expect(page.locator(".counted")).toContainText("Only again.json, saved later, was counted");
  await expect(heat(page, "iam-root-mfa")).toContainText("Done 5 · In progress 1 · Not done 6");
  await collect(page, [upload("stranger.json", stranger)]);
  await expect(figure(page, 0)).toHaveText("13");
  await expect(page.locator(".document.workshop-results")).toContainText("Files from another workshop, or from none: 1.");
  await page.getByRole("button", { name: "Forget what was collected" }).click();
  await expect(page.locator(".document.workshop-results")).toHaveCount(0);
  await expect(page.locator("#workshop-results input[type=file]")).toBeFocused();
  // A file that is dropped anywhere on this page is a participant's file, not evidence.
  await page.evaluate((text) => {
    const transfer = new DataTransfer();
    transfer.items.add(new File([text], "dropped.json"));
    window.dispatchEvent(new DragEvent("drop", { dataTransfer: transfer, cancelable: true }));
  }, stranger);
  await expect(page.locator(".document.workshop-results h2")).toHaveText("<script>alert(1)</script>");
});

test("a facilitator who takes part finds both pages, and a choice of nothing makes no link", async ({ app, page }) => {
  const code = Buffer.from(JSON.stringify({ t: "勉強会", c: ["iam-root-mfa"] })).toString("base64url");
  await app.open(`/workshop?s=${code}`);
  await page.getByRole("button", { name: "始める" }).click();
  await expect(page.locator(".row")).toHaveCount(1);
  await page.getByRole("link", { name: "進行役の画面" }).click();
  await page.getByLabel("ワークショップの名前").fill("x");
  await expect(page.locator(".cmd code")).toContainText("lang=ja&s=");
  await page.getByRole("group", { name: "参加者の画面の言語" }).getByRole("button", { name: "English" }).click();
  await expect(page.locator(".cmd code")).toContainText("lang=en&s=");
  await page.locator(".picker .tick input").first().uncheck();
  await expect(page.locator("#link")).toContainText("扱う対策を選んでください");
  await page.locator(".picker select").selectOption("single");
  await page.getByLabel("ルートユーザーに MFA を設定する").check();
  await expect(page.locator("#link")).toContainText("対策 1 件");
});
