// The page as its users know it: one object that the tests talk to. Every test fails on a console message, a page
// error or a request to another origin.
import { test as base, expect, type Locator, type Page } from "@playwright/test";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

export const sample = (name: string) => fileURLToPath(new URL(`../evidence/${name}`, import.meta.url));
export const sampleText = (name: string) => readFileSync(sample(name), "utf8");
export const PROGRESS = "guard-navi.progress";
export const CONTROLS = [
  "cloudtrail-multi-region",
  "guardduty-enabled-all-regions",
  "config-recording",
  "securityhub-cspm-enabled",
  "iam-root-mfa",
];

export class App {
  constructor(readonly page: Page) {}

  async open(route = "/") {
    await this.page.goto(`./#${route}`);
    await expect(this.page.locator("#main h1")).toBeAttached();
  }

  row(control: string): Locator {
    return this.page.locator(`.row[data-control=${control}]`);
  }

  status(control: string): Locator {
    return this.row(control).locator("select");
  }

  get score(): Locator {
    return this.page.locator(".ring .score b").first();
  }

  get verdict(): Locator {
    return this.page.locator(".verdict");
  }

  async drop(...files: string[]) {
    await this.page.locator("input[type=file]").setInputFiles(files);
  }

  async paste(text: string) {
    await this.page.locator("#paste").fill(text);
    await this.page.locator(".pasting .btn").click();
  }

  stored(): Promise<any> {
    return this.page.evaluate((key) => JSON.parse(localStorage.getItem(key) ?? "null"), PROGRESS);
  }
}

export const test = base.extend<{ app: App; quiet: string[] }>({
  // What the console may say in a test that provokes it.
  quiet: [[], { option: true }],
  app: async ({ page, baseURL, quiet }, use) => {
    const heard: string[] = [];
    const origin = new URL(baseURL!).origin;
    page.on("console", (message) => heard.push(`console ${message.type()}: ${message.text()}`));
    page.on("pageerror", (error) => heard.push(`error: ${error.message}`));
    page.on("request", (request) => {
      const url = request.url();
      if (!url.startsWith(origin) && !url.startsWith("blob:") && !url.startsWith("data:")) heard.push(`request: ${url}`);
    });
    await use(new App(page));
    expect(heard.filter((line) => !quiet.some((allowed) => line.includes(allowed)))).toEqual([]);
  },
});

export { expect };
