// The page as its users know it: one object that the tests talk to. Every test fails on a console message, a page
// error or a request to another origin.
import { test as base, expect, type Locator, type Page } from "@playwright/test";
import { readFileSync, statSync } from "node:fs";
import { basename } from "node:path";
import { fileURLToPath } from "node:url";

export const sample = (name: string) => fileURLToPath(new URL(`../evidence/samples/${name}`, import.meta.url));

/** A text whose dates are so much later that the newest one is of today: evidence of last week decides nothing. */
const ofToday = (text: string): string => {
  const date = /\b20\d\d-\d\d-\d\dT\d\d:\d\d:\d\d/g;
  const times = [...text.matchAll(date)].map(([date]) => Date.parse(date + "Z"));
  const newest = times.reduce((one, other) => Math.max(one, other), 0);
  const days = Math.max(0, Math.floor((Date.now() - newest) / 86_400_000)) * 86_400_000;
  return text.replace(date, (date) => new Date(Date.parse(date + "Z") + days).toISOString().slice(0, 19));
};
export const sampleText = (name: string) => ofToday(readFileSync(sample(name), "utf8"));
/** The key under which the first edition stored everything; what tests put there is moved over when the page starts. */
export const PROGRESS = "guard-navi.progress";
/** Says, in the page, what is stored as a progress file; null where nothing is. */
export const STORED = `(() => {
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
/** A page of each kind. */
export const ROUTES = ["/", "/checklist", "/controls/iam-root-mfa", "/learn", "/posture", "/incident", "/about", "/evidence", "/report", "/handout", "/workshop", "/history", "/data", "/nowhere"];
/** The first rows of the checklist, in its order. */
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

/** The score as the product defines it, worked out anew from the published catalogue. */
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

  /** The verdict on the control that most tests look at. */
  get verdict(): Locator {
    return this.verdictOf("iam-root-mfa");
  }

  verdictOf(control: string): Locator {
    return this.page.locator(`.verdict[data-control=${control}]`);
  }

  /** Drops files, as new ones: how old the samples of this checkout are does not matter. */
  async drop(...files: string[]) {
    const input = this.page.locator("input[type=file]");
    // Playwright takes large files from the disk alone.
    if (files.some((path) => statSync(path).size > 40_000_000)) return input.setInputFiles(files);
    const read = (path: string) => ({ name: basename(path), mimeType: "text/plain", buffer: Buffer.from(ofToday(readFileSync(path, "utf8"))) });
    await input.setInputFiles(files.map(read));
  }

  async paste(text: string) {
    await this.page.locator("#paste").fill(text);
    await this.page.locator("#drop .pasting .btn").click();
  }

  stored(): Promise<any> {
    return this.page.evaluate(STORED);
  }
}

/** Collects what no page may do: speak on the console, fail, ask another origin. */
export function listen(page: Page, baseURL: string): string[] {
  const heard: string[] = [];
  const origin = new URL(baseURL).origin;
  const isOurDoing = (text: string) => text === "Service Worker registration blocked by Playwright";
  page.on("console", (message) => isOurDoing(message.text()) || heard.push(`console ${message.type()}: ${message.text()}`));
  page.on("pageerror", (error) => heard.push(`error: ${error.message}`));
  page.on("request", (request) => {
    const url = request.url();
    if (!url.startsWith(origin) && !url.startsWith("blob:") && !url.startsWith("data:")) heard.push(`request: ${url}`);
  });
  return heard;
}

export const test = base.extend<{ app: App; quiet: string[] }>({
  // What the console may say in a test that provokes it.
  quiet: [[], { option: true }],
  app: async ({ page, baseURL, quiet }, use) => {
    const heard = listen(page, baseURL!);
    await use(new App(page));
    expect(heard.filter((line) => !quiet.some((allowed) => line.includes(allowed)))).toEqual([]);
  },
});

export { expect };
