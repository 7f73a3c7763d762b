// User journeys from beginning to end. Each runs on any driver.
import { expect } from "@playwright/test";
import { READ_STORED, type Catalogue } from "./app";
import { waitForRemoval, waitForText, waitForValue, type Driver } from "./driver";
import { CONTROLS, MANDATORY } from "./control_counts";

const row = (control: string) => `.row[data-control=${control}]`;
const button = (text: string) => `xpath=//button[normalize-space()=${JSON.stringify(text)}]`;

/** A first visit, level 1, and the same state at the next visit. */
export async function firstLevel(driver: Driver, catalogue: Catalogue) {
  const first = catalogue.controls.filter((control) => control.level === 1);
  expect(first.length).toBe(8);
  await driver.open("/");
  await waitForText(driver, ".promises", "認証情報も要りません");
  await driver.click(".welcome .btn");
  await waitForText(driver, "#main h1", catalogue.controls.find((control) => control.id === "iam-root-mfa")!.title.ja);
  await driver.until(`document.activeElement === document.querySelector("#main h1")`);
  await driver.until(`!!document.querySelector("#check")`);
  await driver.click(".opts button:nth-child(4)"); // わからない
  await driver.click(".opts .to-check button");
  await driver.until(`document.activeElement?.closest("#check") !== null`);
  await driver.click(".opts button:nth-child(1)");
  await waitForText(driver, "#announcer", "実施済み");
  await driver.open("/checklist");
  for (const control of first) await driver.select(`${row(control.id)} select`, "done");
  await driver.until(`document.querySelectorAll(".row.done").length === 8`);
  await waitForText(driver, ".toast", "レベル 1「門を閉める」に届きました");
  await driver.open("/");
  await waitForText(driver, ".hero", "レベル 1");
  await waitForText(driver, ".hero", `必須 ${MANDATORY} 件中 8 件`);
  await driver.reload();
  await waitForText(driver, ".hero", "レベル 1");
  await waitForText(driver, ".next", "次の一歩");
}

/** Two accounts, each with its own answers. */
export async function twoProfiles(driver: Driver) {
  await driver.open("/checklist");
  await driver.select(`${row("iam-root-mfa")} select`, "done");
  await driver.open("/data");
  await driver.fill(".accounts input", "本番");
  await driver.click(".accounts + .btn");
  await waitForValue(driver, ".accounts input", "アカウント 2");
  await driver.open("/checklist");
  await waitForValue(driver, `${row("iam-root-mfa")} select`, "unanswered");
  await driver.select(`${row("iam-root-mfa")} select`, "not_done");
  await driver.select(".profile", await driver.ask<string>(`[...document.querySelectorAll(".profile option")].find((o) => o.text === "本番").value`));
  await waitForValue(driver, `${row("iam-root-mfa")} select`, "done");
  await driver.reload();
  await waitForValue(driver, `${row("iam-root-mfa")} select`, "done");
  await driver.open("/data");
  await waitForValue(driver, ".accounts input", "本番");
  await driver.click(".accounts li:first-child .acts button:nth-of-type(1)"); // 複製する
  await waitForValue(driver, ".accounts input", "本番のコピー");
  await driver.until(`document.activeElement === document.querySelector(".accounts input")`);
  await driver.click(".accounts li:first-child .acts button:nth-of-type(2)"); // 削除する
  await waitForValue(driver, ".accounts input", "本番");
  await driver.until(`document.querySelectorAll(".accounts li").length === 2`);
  await waitForText(driver, ".toast", "「本番のコピー」を削除しました");
  await driver.click(".toast .link");
  await driver.until(`document.querySelectorAll(".accounts li").length === 3`);
  await waitForValue(driver, ".accounts input", "本番のコピー");
}

/** Search in any script, filters, and a URL that contains both. */
export async function searchAndFilter(driver: Driver) {
  const shown = `[...document.querySelectorAll(".row:not([hidden])")].map((row) => row.dataset.control).join()`;
  await driver.open("/");
  await driver.press("/");
  await driver.until(`document.activeElement?.id === "find"`);
  await driver.type("IAM.4");
  await driver.until(`${shown} === "iam-root-no-access-key"`);
  expect(await driver.ask("location.hash")).toBe("#/checklist?q=IAM%2E4");
  await driver.reload();
  await driver.until(`${shown} === "iam-root-no-access-key"`);
  await driver.fill("#find", "るーと ｍｆａ");
  await driver.until(`${shown}.split(",").includes("iam-root-mfa")`);
  await driver.fill("#find", "");
  await driver.until(`document.querySelectorAll(".row:not([hidden])").length === ${CONTROLS}`);
  await driver.select(`${row("iam-root-mfa")} select`, "unsure");
  await waitForText(driver, `${row("iam-root-mfa")} .inplace`, "確認する"); // "I don't know" opens the steps
  await driver.select(".filters select:nth-of-type(1)", "unsure");
  await driver.until(`${shown} === "iam-root-mfa"`);
  // A row that is answered stays visible, although the filter no longer matches.
  await driver.select(`${row("iam-root-mfa")} select`, "done");
  await driver.until(`${shown} === "iam-root-mfa"`);
  await driver.select(".filters select:nth-of-type(1)", "risk_accepted");
  await waitForText(driver, "#main", "当てはまる対策がありません");
  await driver.click(button("すべて表示する"));
  await driver.until(`document.querySelectorAll(".row:not([hidden])").length === ${CONTROLS}`);
  expect(await driver.ask("location.hash")).toBe("#/checklist");
  await driver.open("/checklist?severity=critical&free=1&unknown=x&status=nonsense");
  await driver.until(`document.querySelectorAll(".row").length === ${CONTROLS}`); // one section is rendered per frame
  expect(await driver.ask(`document.querySelectorAll(".row:not([hidden]) .sev.critical").length`)).toBe(
    await driver.ask(`document.querySelectorAll(".row:not([hidden])").length`),
  );
}

/** Placeholder values are entered once; those that may be stored are stored only on request. */
export async function fillAndCopy(driver: Driver) {
  await driver.open("/controls/cloudtrail-multi-region");
  await driver.click("#fix .seg button:nth-child(2)");
  const field = (label: string) => `xpath=//section[@id="fix"]//label[contains(., ${JSON.stringify(label)})]//input`;
  await driver.fill(field("リージョン"), "ap-northeast-1");
  await driver.fill(field("アカウント ID(12 桁)"), "123456789012");
  expect(await driver.ask(`localStorage.getItem("guard-navi.fills")`)).toBeNull();
  await driver.click("#fix .fields .tick input");
  await driver.click("#fix .cmd:nth-of-type(2) .line button");
  await waitForText(driver, "#fix .cmd:nth-of-type(2) .line button", "コピーしました");
  await driver.reload();
  await driver.until(`!!document.querySelector("#fix .fields")`);
  await driver.until(`[...document.querySelectorAll("#fix .fields input")].some((input) => input.value === "ap-northeast-1")`);
  await waitForText(driver, "#fix .fields", "末尾 9012");
  await waitForText(driver, "#fix", "--region ap-northeast-1");
  await waitForText(driver, "#fix", "<ACCOUNT_ID>");
  expect(await driver.ask("JSON.stringify({...localStorage})")).not.toContain("12345678");
  await driver.click("#fix .fields .tick input");
  expect(await driver.ask(`localStorage.getItem("guard-navi.fills")`)).toBeNull();
}

/** Every action that removes something can be undone or asks for confirmation. */
export async function undoEverything(driver: Driver) {
  const status = (control: string) => `document.querySelector('.row[data-control=${control}] select').value`;
  await driver.open("/checklist");
  await driver.select(`${row("iam-root-mfa")} select`, "done");
  await driver.select(`${row("iam-root-mfa")} select`, "not_done");
  await driver.click(".toast .link");
  await waitForValue(driver, `${row("iam-root-mfa")} select`, "done");
  await driver.ask(`document.querySelector('[data-control=iam-root-mfa] h3 a').focus()`);
  await driver.press("0");
  await waitForValue(driver, `${row("iam-root-mfa")} select`, "unanswered");
  await driver.press("u");
  await waitForValue(driver, `${row("iam-root-mfa")} select`, "done");

  // A whole section gets one reason; the control that is done stays done.
  const members = `[...document.querySelector('[data-control=iam-root-mfa]').closest("section").querySelectorAll("select")]`;
  await driver.ask(`document.querySelector('[data-control=iam-root-mfa]').closest("section").querySelector("header .link").click()`);
  await driver.fill("#ask-reason", "この区分は別の組織が担当");
  await driver.click("dialog .btn");
  await driver.until(`${members}.filter((select) => select.value === "not_applicable").length === ${members}.length - 1`);
  expect(await driver.ask(status("iam-root-mfa"))).toBe("done");
  await waitForText(driver, ".toast", "該当しない");
  await driver.click(".toast .link");
  await driver.until(`${members}.filter((select) => select.value === "unanswered").length === ${members}.length - 1`);

  // The incident log.
  await driver.open("/incident");
  await driver.until(`!!document.querySelector(".done-at")`);
  await driver.click(".done-at");
  await driver.until(`document.querySelector(".done-at").getAttribute("aria-pressed") === "true"`);

  // Erasing asks for confirmation and names what is erased.
  await driver.open("/data");
  await driver.click(".btn.danger");
  await waitForText(driver, "dialog", "アカウント 1 件、回答 1 件");
  await driver.press("Escape");
  await waitForRemoval(driver, "dialog");
  expect(await driver.ask(`localStorage.getItem("guard-navi.accounts") !== null`)).toBe(true);
  await driver.click(".btn.danger");
  await driver.click("dialog .btn.danger");
  await waitForRemoval(driver, "dialog");
  expect(await driver.ask("JSON.stringify({...localStorage})")).not.toContain("iam-root-mfa");
  await driver.open("/");
  await waitForText(driver, "#main", "はじめる");
}

/** Compares two days. */
export async function compareDays(driver: Driver) {
  await driver.setClock("2026-11-01T03:00:00Z");
  await driver.open("/checklist");
  await driver.select(`${row("iam-root-mfa")} select`, "done");
  await driver.select(`${row("iam-user-mfa")} select`, "not_done");
  await driver.setClock("2026-11-20T03:00:00Z");
  await driver.reload();
  await driver.open("/checklist");
  await driver.select(`${row("iam-root-mfa")} select`, "not_done");
  await driver.select(`${row("iam-user-mfa")} select`, "done");
  await driver.open("/controls/iam-root-mfa");
  await driver.fill("#owner", "佐藤");
  await driver.fill("#due", "2026-11-25");
  await driver.press("Tab");
  await driver.open("/");
  await driver.until(`!!document.querySelector(".trend polyline")`);
  await driver.setClock("2026-12-01T03:00:00Z");
  await driver.reload();
  await waitForText(driver, ".past", "もう一度確認するもの 1 件");
  await driver.open("/history");
  await waitForText(driver, "#main", "実施済みになったもの (1)");
  await waitForText(driver, "#main", "実施済みでなくなったもの (1)");
  await waitForText(driver, "#main", "期限は 2026年11月25日 でした");
  await driver.select(".fields label:nth-child(1) select", "2026-11-20");
  await waitForText(driver, "#main", "実施済みになったもの (0)");
  const stored = await driver.ask<string>(`JSON.stringify(${READ_STORED})`);
  const profile = JSON.parse(stored).profiles[0];
  expect(profile.history.map((day: { date: string }) => day.date)).toEqual(["2026-11-01", "2026-11-20"]);
  expect(profile.answers["iam-root-mfa"]).toMatchObject({ owner: "佐藤", due: "2026-11-25" });
  // After 90 days the answer has to be checked again, and one press confirms it.
  await driver.setClock("2027-03-01T03:00:00Z");
  await driver.open("/controls/iam-user-mfa");
  await driver.reload();
  await waitForText(driver, ".rail", "90 日以上前の回答です");
  await driver.click(".rail .btn");
  await driver.until(`!document.querySelector(".rail").textContent.includes("90 日以上前")`);
}

/** Every page once; evidence is judged, and documents are made. */
export async function everyPage(driver: Driver) {
  await driver.open("/evidence");
  await driver.fill("#paste", JSON.stringify({ SummaryMap: { AccountMFAEnabled: 1, AccountPasswordPresent: 1 } }));
  await driver.click("#drop .pasting .btn");
  await waitForText(driver, ".verdict[data-control=iam-root-mfa]", "合格");
  await driver.open("/report");
  await waitForText(driver, ".document", "進捗レポート");
  await driver.open("/handout");
  await driver.until(`!!document.querySelector(".hand")`);
  await driver.open("/workshop");
  await driver.fill(".form input[type=text]", "勉強会");
  await waitForText(driver, ".cmd code", "#/workshop?lang=ja&s=");
  for (const route of ["/learn", "/posture", "/incident", "/about", "/history", "/data", "/controls/guardduty-findings-triaged", "/nowhere"]) {
    await driver.open(route);
    await driver.until(`document.querySelectorAll("#main h1").length === 1 && ![...document.querySelectorAll("#main [role=alert]")].some((told) => told.textContent)`);
  }
}
