// The printed handout, read by a PDF reader, and its codes by a QR reader. FULL_MATRIX prints every combination.
import { App, expect, test, type Catalogue } from "./app";
import type { Locator, Page } from "@playwright/test";
import { CONTROLS } from "./control_counts";
import { SIZES, plain, printed } from "./pdf";
import jsQrModule from "jsqr";
import { PNG } from "pngjs";

// jsqr is a CommonJS module with its function in `default`.
const jsQR = ((jsQrModule as any).default ?? jsQrModule) as typeof jsQrModule;
const ADDRESS = "https://example.org/guard-navi/";
type Paper = keyof typeof SIZES;
type Languages = "ja" | "en" | "both";
type Combination = { languages: Languages; paper: Paper; steps: boolean; all: boolean };

const locales = (languages: Languages) => (languages === "both" ? (["ja", "en"] as const) : [languages]);

async function decoded(code: Locator): Promise<string | undefined> {
  await code.scrollIntoViewIfNeeded();
  const { data, width, height } = PNG.sync.read(await code.screenshot());
  return jsQR(new Uint8ClampedArray(data), width, height)?.data;
}

class HandoutPage {
  constructor(
    readonly app: App,
    readonly page: Page,
  ) {}

  get form(): Locator {
    return this.page.locator(".form");
  }

  get document(): Locator {
    return this.page.locator(".handout");
  }

  async open() {
    await this.app.open("/handout?lang=ja");
    await expect(this.page.locator(".hand").first()).toBeVisible();
  }

  async type(label: string, text: string) {
    await this.form.getByLabel(label, { exact: true }).fill(text);
    await this.form.getByLabel(label, { exact: true }).blur();
  }

  async choose({ languages, paper, steps, all }: Combination) {
    await this.form.getByLabel("言語").selectOption(languages);
    await this.form.locator("details").evaluate((fold: HTMLDetailsElement) => (fold.open = true));
    await this.form.getByLabel("用紙サイズ").selectOption(paper);
    await this.form.locator("[data-choice=steps] input").setChecked(steps);
    for (const box of await this.form.locator(".picks input").all()) if (all) await box.check();
    await expect(this.document).toHaveClass(new RegExp(`${languages === "both" ? "both " : "handout "}${paper}$`));
    await expect(this.page.locator(".hand")).toHaveCount(all ? CONTROLS : 8);
    await expect(this.page.locator(".hand .task")).toHaveCount(steps ? (all ? CONTROLS : 8) * 2 * locales(languages).length : 0);
    if (languages !== "both") await expect(this.document).toHaveAttribute("lang", languages);
  }
}

const every: Combination[] = (["ja", "en", "both"] as const).flatMap((languages) =>
  (["a4", "letter"] as const).flatMap((paper) =>
    [false, true].flatMap((steps) => [false, true].map((all) => ({ languages, paper, steps, all }))),
  ),
);
const few: Combination[] = [
  { languages: "ja", paper: "a4", steps: false, all: true },
  { languages: "both", paper: "letter", steps: true, all: false },
];
/** The maximum number of pages per control; the first page is for all of them. */
const pagesEach = ({ languages, steps }: Combination) => (steps ? (languages === "both" ? 2 : 1.2) : languages === "both" ? 0.55 : 0.4);

for (const combination of process.env.FULL_MATRIX ? every : few) {
  const { languages, paper, steps, all } = combination;
  test(`printed: ${languages}, ${paper}${steps ? ", with steps" : ""}${all ? ", all controls" : ""}`, async ({ app, page }) => {
    const handout = new HandoutPage(app, page);
    const { controls } = await app.catalogue();
    await handout.open();
    await handout.type("QR コードに入れるアドレス", ADDRESS);
    await handout.type("イベントの名前(任意)", "社内勉強会 & <b>Cloud Day</b>");
    await handout.choose(combination);
    await expect(page.locator(".hand .qr").first()).toBeVisible();
    const pages = await printed(page);

    expect(pages.length).toBeLessThanOrEqual(2 + (all ? CONTROLS : 8) * pagesEach(combination));
    for (const [index, { text, size }] of pages.entries()) {
      expect(size).toEqual(SIZES[paper]);
      expect(text).toContain(`${index + 1}/${pages.length}`);
      expect(text).not.toContain("\uFFFD");
      // No page contains only its number.
      expect(text.length, `page ${index + 1}`).toBeGreaterThan(40);
    }
    const text = pages.map((one) => one.text).join("");
    expect(pages[0]!.text).toContain(plain("社内勉強会 & <b>Cloud Day</b>"));
    for (const control of controls.filter((control) => all || control.level === 1)) {
      for (const locale of locales(languages)) expect(text, control.id).toContain(plain(control.title[locale]));
      expect(text).toContain(plain(`example.org/guard-navi/#/controls/${control.id}`));
    }
    // A heading is on the same page as its first control.
    for (const [heading, first] of headings(controls, all)) {
      const at = pages.findIndex((one) => one.text.includes(plain(heading)));
      expect(pages[at]?.text, heading).toContain(plain(languages === "en" ? first.en : first.ja));
    }
  });
}

function headings(controls: Catalogue["controls"], all: boolean) {
  const levels = all ? [1, 2, 3] : [1];
  return levels.map((level) => {
    const first = controls.filter((control) => control.level === level).sort((a, b) => a.order - b.order)[0]!;
    return [`${level}—`, first.title] as const;
  });
}

test.describe("codes", () => {
  test.use({ deviceScaleFactor: 3 });

  test("each leads to its control, in its language", async ({ app, page }) => {
    const handout = new HandoutPage(app, page);
    await handout.open();
    await handout.type("QR コードに入れるアドレス", `${ADDRESS}#/handout`);
    await expect(page.locator(".hand .qr")).toHaveCount(8);
    expect(await decoded(page.locator(".head .qr"))).toBe(`${ADDRESS}#/checklist?lang=ja`);
    expect(await decoded(page.locator(".hand .qr").first())).toBe(`${ADDRESS}#/controls/iam-root-mfa?lang=ja`);
    await handout.form.getByLabel("言語").selectOption("both");
    await expect(page.locator(".hand .qr")).toHaveCount(16);
    const pair = page.locator(".hand").nth(1).locator(".qr");
    expect(await decoded(pair.nth(0))).toBe(`${ADDRESS}#/controls/iam-root-no-access-key?lang=ja`);
    expect(await decoded(pair.nth(1))).toBe(`${ADDRESS}#/controls/iam-root-no-access-key?lang=en`);
    // In dark mode the codes stay dark on white.
    await page.emulateMedia({ colorScheme: "dark" });
    expect(await decoded(pair.nth(1))).toBe(`${ADDRESS}#/controls/iam-root-no-access-key?lang=en`);
  });
});

test("an address that nobody else can open makes no codes, and says why", async ({ app, page, baseURL }) => {
  const handout = new HandoutPage(app, page);
  await handout.open();
  const field = handout.form.getByLabel("QR コードに入れるアドレス");
  await expect(field).toHaveValue(new RegExp(`^${baseURL}`));
  await expect(page.locator("#address-hint")).toContainText("QR コードを付けていません");
  await expect(field).not.toHaveAttribute("aria-invalid", "true");
  for (const [typed, message] of [
    ["javascript:alert(1)", "https:// で始まる"],
    ["https://exa mple.org/", "使えない文字"],
    [`https://example.org/${"a".repeat(150)}`, "150 文字まで"],
  ] as const) {
    await handout.type("QR コードに入れるアドレス", typed);
    await expect(field).toHaveAttribute("aria-invalid", "true");
    await expect(page.locator("#address-hint .refused")).toContainText(message);
    await expect(page.locator(".qr")).toHaveCount(0);
  }
  await handout.type("QR コードに入れるアドレス", ADDRESS);
  await expect(page.locator("#address-hint")).toBeEmpty();
  await expect(page.locator(".qr")).toHaveCount(9);
});

test("both languages stand side by side, each in its own; choices outlive the page's language", async ({ app, page }) => {
  const handout = new HandoutPage(app, page);
  await handout.open();
  await handout.type("表題(任意)", "守りの一日");
  await handout.form.getByLabel("選び方").selectOption("single");
  await handout.form.locator(".picks input:checked").first().uncheck();
  await expect(page.locator(".hand")).toHaveCount(7);
  await handout.form.getByLabel("言語").selectOption("both");
  await handout.form.locator("[data-choice=steps] input").check();
  await expect(page.locator(".handout.both .hand .steps").first()).toBeVisible();
  await expect(page.locator(".handout.both .hand")).toHaveCount(7);
  const columns = await page.locator(".handout :not(td) > .pair").evaluateAll((pairs) =>
    pairs.map((pair) => [...pair.children].map((child) => [child.getAttribute("lang"), child.getBoundingClientRect().left, child.textContent!.length] as const)),
  );
  expect(columns.length).toBeGreaterThan(20);
  for (const [left, right, ...more] of columns) {
    expect([left![0], right![0], more.length]).toEqual(["ja", "en", 0]);
    expect(left![1]).toBeLessThan(right![1]);
    expect(Math.min(left![2], right![2])).toBeGreaterThan(0);
  }
  const english = page.locator(".handout h4[lang=en], .handout [lang=en] h4");
  for (const title of await english.allTextContents()) expect(title).toMatch(/^[\x20-\x7e]+$/);
  await page.getByRole("button", { name: "English" }).first().click();
  await expect(page.locator("h1")).toHaveText("Handout");
  await expect(page.locator(".handout.both .hand")).toHaveCount(7);
  await expect(page.locator(".handout h2").first()).toHaveText("守りの一日");
  await page.setViewportSize({ width: 320, height: 640 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
});

test("the extra sheets: each on a page of its own, answers for the facilitator only", async ({ app, page }) => {
  const handout = new HandoutPage(app, page);
  const { quiz, runbook } = await app.catalogue();
  const why = quiz[0].options.find((option: any) => option.right).why.ja;
  await handout.open();
  for (const extra of ["runbook", "team", "quiz"]) await handout.form.locator(`[data-choice=${extra}] input`).check();
  await expect(page.locator(".extra")).toHaveCount(3);
  expect((await printed(page)).map((one) => one.text).join("")).not.toContain(plain(why));
  await handout.form.locator("[data-choice=facilitator] input").check();
  await expect(page.locator(".extra")).toHaveCount(4);
  const pages = await printed(page);
  // A sheet's title is the first thing on its page.
  for (const title of ["緊急時の対応手順", "対応チームシート", "クイズ", "進行役の資料"]) {
    expect(pages.filter((one) => one.text.startsWith(title) || one.text.replace(/^\d+\/\d+/, "").startsWith(title)), title).toHaveLength(1);
  }
  const text = pages.map((one) => one.text).join("");
  for (const step of runbook) expect(text).toContain(plain(step.title.ja));
  for (const question of quiz) expect(text).toContain(plain(question.text.ja));
  expect(text).toContain(plain(why));
  const slots = await page.locator(".timetable tbody tr td:nth-child(2)").allInnerTexts();
  expect(slots.map((slot) => Number.parseInt(slot, 10)).reduce((sum, minutes) => sum + minutes)).toBe(40);
  expect(pages.length).toBeLessThanOrEqual(20);
});
