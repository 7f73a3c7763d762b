// The page as an object for the tests. Every test fails on a console message, a page error or a request to another
// origin.
import { test as base, expect, type Download, type Locator, type Page } from "@playwright/test";
import { readFileSync, statSync } from "node:fs";
import { basename } from "node:path";
import { fileURLToPath } from "node:url";
import { violations } from "./schemas";

export const sample = (name: string) => fileURLToPath(new URL(`../evidence/samples/${name}`, import.meta.url));

/** Shifts the dates in a text so that the newest one is today: evidence older than a week decides nothing. */
const shiftToToday = (text: string): string => {
  const date = /\b20\d\d-\d\d-\d\dT\d\d:\d\d:\d\d/g;
  const times = [...text.matchAll(date)].map(([date]) => Date.parse(date + "Z"));
  const newest = times.reduce((one, other) => Math.max(one, other), 0);
  const days = Math.max(0, Math.floor((Date.now() - newest) / 86_400_000)) * 86_400_000;
  return text.replace(date, (date) => new Date(Date.parse(date + "Z") + days).toISOString().slice(0, 19));
};
export const sampleText = (name: string) => shiftToToday(readFileSync(sample(name), "utf8"));
/** The storage key of the first format, which held everything. The page migrates its value at the start. */
export const PROGRESS = "guard-navi.progress";
/** A script that returns what is stored as a progress file; null if nothing is stored. */
export const READ_STORED = `(() => {
  const read = (key) => JSON.parse(localStorage.getItem(key));
  const whole = ({ account }) => {
    let all = {};
    for (const day of account.history) {
      all = { ...all, ...day.statuses };
      day.statuses = Object.fromEntries(Object.entries(all).filter(([, status]) => status));
    }
    return account;
  };
  const index = read("guard-navi.accounts");
  if (!index) return read("${PROGRESS}");
  const accounts = index.accounts.map((id) => read("${PROGRESS}." + id)).filter(Boolean);
  return { schema: "guard-navi.progress/1", profiles: accounts.map(whole), deleted_profiles: index.deleted };
})()`;
/** One route for each kind of page. */
export const ROUTES = ["/", "/checklist", "/controls/iam-root-mfa", "/learn", "/posture", "/incident", "/about", "/evidence", "/report", "/handout", "/workshop", "/history", "/data", "/changes", "/nowhere"];
/** The first rows of the checklist, in order. */
export const FIRST_ROWS = [
  "contact-info-current",
  "contact-security-alternate",
  "notify-two-destinations",
  "health-abuse-alert",
  "root-signin-alert",
];

export type Words = { ja: string; en: string };
export type Control = { id: string; mandatory: boolean; order: number; severity: string; level: number | null; title: Words; needs: string[] };
export type Catalogue = { schema: string; controls: Control[]; must_fix: any[]; runbook: any[]; quiz: any[]; [more: string]: any };

const WEIGHT: Record<string, number> = { critical: 4, high: 3, medium: 2, low: 1 };

/** The score by the product's definition, computed independently from the published catalogue. */
export function expectedScore(catalogue: Catalogue, done: string[], notApplicable: string[] = []): number {
  const counted = catalogue.controls.filter((control) => control.mandatory && !notApplicable.includes(control.id));
  const weigh = (controls: Control[]) => controls.reduce((sum, control) => sum + WEIGHT[control.severity]!, 0);
  return Math.floor((100 * weigh(counted.filter((control) => done.includes(control.id)))) / weigh(counted));
}

export class App {
  constructor(readonly page: Page) {}

  async open(route = "/") {
    await this.page.goto(`./#${route}`);
    await expect(this.page.locator("#main h1")).toBeAttached();
  }

  async catalogue(): Promise<Catalogue> {
    return (await this.page.request.get("./catalogue.json")).json();
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

  /** The verdict on the control that most tests use. */
  get verdict(): Locator {
    return this.verdictOf("iam-root-mfa");
  }

  verdictOf(control: string): Locator {
    return this.page.locator(`.verdict[data-control=${control}]`);
  }

  /** Drops files as new ones, so that the age of the samples does not matter. */
  async drop(...files: string[]) {
    const input = this.page.locator("input[type=file]");
    // Playwright accepts large files only from the disk.
    if (files.some((path) => statSync(path).size > 40_000_000)) return input.setInputFiles(files);
    const read = (path: string) => ({ name: basename(path), mimeType: "text/plain", buffer: Buffer.from(shiftToToday(readFileSync(path, "utf8"))) });
    await input.setInputFiles(files.map(read));
  }

  async paste(text: string) {
    await this.page.locator("#paste").fill(text);
    await this.page.locator("#drop .pasting .btn").click();
  }

  stored(): Promise<any> {
    return this.page.evaluate(READ_STORED);
  }
}

/** Collects what no page may cause: console messages, errors, requests to other origins. */
export function collectProblems(page: Page, baseURL: string): string[] {
  const problems: string[] = [];
  const origin = new URL(baseURL).origin;
  const isExpected = (text: string) => text === "Service Worker registration blocked by Playwright";
  page.on("console", (message) => isExpected(message.text()) || problems.push(`console ${message.type()}: ${message.text()}`));
  page.on("pageerror", (error) => problems.push(`error: ${error.message}`));
  page.on("request", (request) => {
    const url = request.url();
    if (!url.startsWith(origin) && !url.startsWith("blob:") && !url.startsWith("data:")) problems.push(`request: ${url}`);
  });
  return problems;
}

export const test = base.extend<{ app: App; quiet: string[] }>({
  // Console messages to allow in a test that provokes them.
  quiet: [[], { option: true }],
  app: async ({ page, baseURL, quiet }, use) => {
    const problems = collectProblems(page, baseURL!);
    const downloads: Download[] = [];
    const collect = (page: Page) => page.on("download", (download) => downloads.push(download));
    collect(page);
    page.context().on("page", collect);
    await use(new App(page));
    for (const download of downloads) problems.push(...(await violations(download)));
    expect(problems.filter((line) => !quiet.some((allowed) => line.includes(allowed)))).toEqual([]);
  },
});

export { expect };
