// Hostile input by people, files and links. Each input is given to a browser with stored answers; afterwards these are
// unchanged, the page still works, and no part of the input has become markup, code or a stored secret.
import { App, PROGRESS, expect, sampleText, test } from "./app";
import type { Page } from "@playwright/test";
import { zipSync } from "fflate";

const AT = "2026-11-20T09:00:00Z";
const INITIAL = JSON.stringify({
  schema: "guard-navi.progress/1",
  profiles: [{ id: "a1", name: "本番", answers: { "iam-root-mfa": { status: "done", source: "self", changed_at: AT, note: "佐藤さんに確認" } } }],
});
const XSS = `"><img src=x onerror="globalThis.pwned=1"><script>globalThis.pwned=1</script><svg onload=globalThis.pwned=1>`;
const ODD = "\u0000\u202e\u2066\ufeff\ud800 𝕏👩‍👩‍👧‍👦 \u200b‏";
const SECRET = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY";
const KEY = `aws_secret_access_key = ${SECRET}`;

/** The initial progress file with one change. */
const progress = (change: (file: any) => void) => {
  const file = JSON.parse(INITIAL);
  change(file);
  return JSON.stringify(file);
};
const answers = (one: unknown) => progress((file) => (file.profiles[0].answers = one));
const answer = (more: object) => answers({ "iam-root-mfa": { status: "not_done", source: "self", changed_at: "2026-11-21T09:00:00Z", ...more } });

const choose = (app: App, body: string | Buffer, name = "copy.json") =>
  app.page.locator("#copies input[type=file]").setInputFiles({ name, mimeType: "application/json", buffer: Buffer.from(body) });

/** Imports a file as a backup. It is refused or previewed; nothing changes before the user confirms. */
const importBackup = (body: () => string | Buffer, message: string) => async (app: App) => {
  await app.open("/data");
  await choose(app, body());
  await expect(app.page.locator("#import-error, #import-preview").first()).toBeVisible();
  await expect(app.page.locator("#import-error, .import-status").first()).toContainText(message);
};

/** Enters a text into a field and checks the result. */
const field = (route: string, selector: string, text: string, check: (app: App) => Promise<unknown>) => async (app: App) => {
  await app.open(route);
  const input = app.page.locator(selector).first();
  await input.fill(text);
  await input.blur();
  await check(app);
};
const expectRefused = (selector: string) => (app: App) => expect(app.page.locator(selector).first()).toContainText("行目");
const expectSecretNotice = (app: App) => expect(app.page.locator(".secrets").first()).toBeVisible();

/** Evidence that is pasted or dropped. It is judged or refused, and changes no answer by itself. */
const pasted = (text: () => string, message: string) => async (app: App) => {
  await app.open("/evidence");
  await app.paste(text());
  await expect(app.page.locator("#main")).toContainText(message, { timeout: 20_000 });
};
const dropped = (name: string, body: () => Buffer, message: string) => async (app: App) => {
  await app.open("/evidence");
  await app.page.locator("input[type=file]").setInputFiles({ name, mimeType: "", buffer: body() });
  await expect(app.page.locator("#main")).toContainText(message, { timeout: 20_000 });
};
const participant = (name: string, body: string, message: string) => async (app: App) => {
  await app.open("/workshop");
  await app.page.locator("#workshop-results input[type=file]").setInputFiles({ name, mimeType: "application/json", buffer: Buffer.from(body) });
  await expect(app.page.locator("#main")).toContainText(message);
};
/** Opens a link that somebody else sent. */
const link = (route: string, message: string) => async (app: App) => {
  await app.open(route);
  await expect(app.page.locator("#main")).toContainText(message);
};
const invitation = (workshop: object) => `/workshop?s=${Buffer.from(JSON.stringify(workshop)).toString("base64url")}`;

/** Stores a text in place of the answers. The page sets it aside or offers it as a file, and starts without it. */
const storage = (text: string, message: string, key = PROGRESS) => async (app: App) => {
  await app.page.evaluate(([key, text]) => {
    sessionStorage.setItem("aside", JSON.stringify({ ...localStorage }));
    localStorage.setItem(key!, text!);
  }, [key, text]);
  await app.page.reload();
  await app.open("/checklist");
  await expect(app.page.locator(".notice")).toContainText(message);
  const values = await app.page.evaluate(() => Object.values({ ...localStorage }));
  expect(values).toContain(text);
  await app.page.evaluate(() => {
    for (const name of Object.keys(localStorage)) localStorage.removeItem(name);
    Object.assign(localStorage, JSON.parse(sessionStorage.getItem("aside")!));
  });
};

const sealed = (change: object) =>
  JSON.stringify({ schema: "guard-navi.sealed/1", kdf: { name: "PBKDF2", hash: "SHA-256", iterations: 600_000, salt: "AAAAAAAAAAAAAAAAAAAAAA==" }, iv: "AAAAAAAAAAAAAAAA", data: "AAAAAAAAAAAAAAAAAAAAAA==", ...change });
const bomb = (name: string) => Buffer.from(zipSync({ [name]: new Uint8Array(70 << 20) }, { level: 9 }));

const INPUTS: Record<string, (app: App) => Promise<unknown>> = {
  // Backups.
  "a copy whose names are markup": importBackup(() => progress((file) => Object.assign(file.profiles[0], { id: "b2", name: XSS.slice(0, 99) })), "<img src=x"),
  "a copy whose answers are a list": importBackup(() => answers([]), "profiles[0].answers"),
  "a copy whose status is a number": importBackup(() => answer({ status: 5 }), "answers.iam-root-mfa.status"),
  "a copy whose note is an object": importBackup(() => answer({ note: { toString: "x" } }), "answers.iam-root-mfa.note"),
  "a copy with the keys of a prototype": importBackup(() => answers({}).replace('"answers":{}', '"__proto__":{"pwned":1},"constructor":{"prototype":{"pwned":1}},"answers":{"__proto__":{"status":"done","source":"self","changed_at":"2026-11-21T09:00:00Z"}}'), "__proto__"),
  "a copy with every field twice": importBackup(() => INITIAL.replace('"schema":"guard-navi.progress/1",', '"schema":"guard-navi.progress/1","profiles":[],"schema":"guard-navi.progress/1",'), "いまの回答と同じ"),
  "a copy from the year 99999": importBackup(() => answer({ changed_at: "99999-01-01T00:00:00Z" }), "answers.iam-root-mfa.changed_at"),
  "a copy with a number beyond all numbers": importBackup(() => INITIAL.replace('"id":"a1"', '"id":"a1","history":[{"date":"2026-11-20","score":1e999,"done":-1,"applicable":1e308,"statuses":{}}]'), "JSON"),
  "a copy nested without end": importBackup(() => `{"schema":"guard-navi.progress/1","x":${'{"x":'.repeat(200_000)}`, "入れ子"),
  "a copy cut in the middle of a character": importBackup(() => Buffer.from(INITIAL).subarray(0, INITIAL.indexOf("本番") + 1), "途切れて"),
  "a copy with odd characters everywhere": importBackup(() => progress((file) => Object.assign(file.profiles[0], { id: "b2", name: ODD.replace("\ud800", "") })), "加わ"),
  "a copy with half a character": importBackup(() => progress((file) => (file.profiles[0].name = ODD)), "JSON として読めません"),
  "a copy with a hundred thousand answers": importBackup(() => answers(Object.fromEntries(Array.from({ length: 100_000 }, (_, i) => [`c${i}`, 1]))), "profiles.answers"),
  "a copy with more accounts than anybody has": importBackup(() => progress((file) => (file.profiles = Array(5_000).fill(file.profiles[0]))), "profiles"),
  "a copy with a secret in every field": importBackup(() => progress((file) => ((file.profiles[0].name = KEY), (file.profiles[0].answers["iam-root-mfa"] = { status: "not_applicable", reason: KEY, owner: KEY, note: KEY, source: "self", changed_at: "2026-11-21T09:00:00Z" }))), "か所"),
  "a sealed copy with a billion rounds": importBackup(() => sealed({ kdf: { name: "PBKDF2", hash: "SHA-256", iterations: 1e9, salt: "AAAAAAAAAAAAAAAAAAAAAA==" } }), "kdf.iterations"),
  "a sealed copy of nothing sensible": importBackup(() => sealed({ iv: 7, data: [] }), "iv"),
  "a zip bomb as a copy": importBackup(() => bomb("a.json"), "証拠で確認"),
  // Evidence.
  "evidence that is markup": pasted(() => `{"Users":[{"UserName":${JSON.stringify(XSS)}}]}`, "判定"),
  "evidence of a million brackets": pasted(() => "[".repeat(1_000_000), "JSON"),
  "evidence with odd characters everywhere": pasted(() => `{"SummaryMap":{"AccountMFAEnabled":"${ODD}"}}`, "判定"),
  "a credential report of formulas": pasted(() => sampleText("synthetic/credential-report_real-format_bad.csv").replace("<root_account>", "=cmd|' /C calc'!A0"), "判定"),
  "evidence in a zip bomb": dropped("all.zip", () => bomb("iam.json"), "64 MiB"),
  "a zip that names files outside itself": dropped("up.zip", () => Buffer.from(zipSync({ "../../etc/passwd": Buffer.from("{}"), "/abs.json": Buffer.from("{}") })), "判定"),
  "a secret in evidence": async (app) => {
    await pasted(() => `{"SummaryMap":{"AccountMFAEnabled":1},"SecretAccessKey":"${SECRET}"}`, "合格")(app);
    await expectSecretNotice(app);
  },
  // Fields.
  "a secret in a note": field("/controls/iam-user-mfa", "#note", KEY, expectRefused("#note-refused")),
  "a secret in the name of whoever cares": field("/controls/iam-user-mfa", "#owner", KEY, expectRefused(".refused:not(:empty)")),
  "a secret in the name of an account": field("/data", ".accounts input", KEY, expectRefused(".refused:not(:empty)")),
  "a note of markup": async (app) => {
    await field("/controls/config-recording", "#note", XSS, async () => undefined)(app);
    await app.page.reload();
    await expect(app.page.locator("#note")).toHaveValue(XSS);
    await app.open("/report");
    await expect(app.page.locator(".document")).toBeVisible();
  },
  "a note of a million characters": field("/controls/config-recording", "#note", "あ".repeat(1_000_000), async (app) => {
    await expect(app.page.locator("#note-refused")).toContainText("あと 990000 文字");
  }),
  "a note with half a character": async (app) => {
    await app.open("/controls/config-recording");
    await app.page.locator("#note").evaluate((note: HTMLTextAreaElement, text) => {
      note.value = text;
      for (const name of ["input", "change", "blur"]) note.dispatchEvent(new Event(name, { bubbles: true }));
    }, `半分 \ud83d ${ODD}`);
    await expect.poll(async () => JSON.stringify(await app.stored())).toContain("半分");
  },
  // Links.
  "a search that is markup": link(`/checklist?q=${encodeURIComponent(XSS)}`, "当てはまる対策がありません"),
  "an address that cannot be decoded": link("/checklist?q=%E3%81&status=%00&severity=__proto__&free=NaN", "対策"),
  "a route into the prototype": link("/controls/__proto__", "見つかりません"),
  "an invitation of markup": link(invitation({ t: XSS.slice(0, 99), c: ["iam-root-mfa"] }), "<img src=x"),
  "an invitation with wrong types": link(invitation({ t: { a: 1 }, d: 7, c: "iam-root-mfa" }), "1〜100 文字"),
  // Participants' files.
  "a participant's file with markup for a code": participant("x.json", progress((file) => Object.assign(file.profiles[0], { code: XSS, workshop: { title: XSS, started_at: AT } })), "ワークショップの結果"),
  "a participant's file that is a list": participant("<b>list.json", "[[[[]]]]", "<b>list.json"),
  // Local storage, as another program or the user may change it.
  "stored answers that are a list": storage(answers([]), "元のデータを別に残して"),
  "stored answers with a status that is a number": storage(answer({ status: 5 }), "元のデータを別に残して"),
  "a stored account that is another one's": storage('{"schema":"guard-navi.stored/2","account":{"id":"b"}}', "元のデータを別に残して", `${PROGRESS}.a`),
  "a stored account under an id like a path": storage("{}", "元のデータを別に残して", `${PROGRESS}.__proto__/../<b>`),
  "a stored index of numbers": storage('{"schema":"guard-navi.stored/2","accounts":[1e999]}', "元のデータを別に残して", "guard-navi.accounts"),
  "stored prose": storage("lorem ipsum \u0000", "元のデータを別に残して"),
  "stored brackets without end": storage("[".repeat(100_000), "元のデータを別に残して"),
  "settings that are not settings": async (app) => {
    await app.page.evaluate(() => {
      localStorage.setItem("guard-navi.settings", '{"lang":{"__proto__":1},"theme":"<script>","shortcuts":[]}');
      localStorage.setItem("guard-navi.fills", "[7]");
      localStorage.setItem("guard-navi.copied", '{"at":"99999-99-99"}');
      localStorage.setItem("guard-navi.restarted", "the day after");
    });
    await app.page.reload();
    await app.open("/checklist");
    await expect(app.status("iam-root-mfa")).toHaveValue("done");
  },
};

const storageText = (page: Page) => page.evaluate(() => JSON.stringify({ ...localStorage }) + JSON.stringify({ ...sessionStorage }));

for (const [name, enter] of Object.entries(INPUTS)) {
  test(`hostile: ${name}: survived, and the answers are what they were`, async ({ app, page }) => {
    await page.addInitScript(([key, text]) => {
      if (!sessionStorage.getItem("held")) localStorage.setItem(key!, text!);
      sessionStorage.setItem("held", "yes");
    }, [PROGRESS, INITIAL]);
    page.on("dialog", (dialog) => void dialog.dismiss().then(() => expect("a dialogue").toBe("never opened")));
    await app.open("/checklist");
    await enter(app);
    const { profiles } = await app.stored();
    expect(profiles).toHaveLength(1);
    expect(profiles[0]).toMatchObject(JSON.parse(INITIAL).profiles[0]);
    expect(await storageText(page)).not.toContain(SECRET.slice(0, 12));
    expect(await page.evaluate(() => [(globalThis as any).pwned, ({} as any).pwned])).toEqual([undefined, undefined]);
    // The page still works.
    await app.open("/checklist");
    await app.status("iam-user-mfa").selectOption("unsure");
    await expect.poll(async () => (await app.stored()).profiles[0].answers["iam-user-mfa"]?.status).toBe("unsure");
  });
}
