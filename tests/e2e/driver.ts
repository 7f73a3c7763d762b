// One way to use the page, whatever browser shows it: the journeys know nothing else.
import { expect, type Page } from "@playwright/test";
import { launch, type Browser, type KeyInput, type Page as FirefoxPage } from "puppeteer-core";

export interface Driver {
  /** Opens a route as a first visit would, and waits for its heading. */
  open(route: string): Promise<void>;
  /** Goes to any address, and waits for nothing. */
  visit(url: string): Promise<void>;
  reload(): Promise<void>;
  click(selector: string): Promise<void>;
  fill(selector: string, text: string): Promise<void>;
  select(selector: string, value: string): Promise<void>;
  press(key: string): Promise<void>;
  type(text: string): Promise<void>;
  /** Runs a script in the page. */
  ask<T>(script: string): Promise<T>;
  /** Waits until a script in the page says `true`. */
  until(script: string): Promise<void>;
  /** From now on the page's clock stands here. */
  setClock(time: string): Promise<void>;
}

const one = (selector: string) => `document.querySelector(${JSON.stringify(selector)})`;

/** Waits for what a person would see. */
export const see = (driver: Driver, selector: string, text: string) =>
  driver.until(`!!${one(selector)}?.textContent.includes(${JSON.stringify(text)})`);
export const gone = (driver: Driver, selector: string) => driver.until(`!${one(selector)}`);
export const value = (driver: Driver, selector: string, wanted: string) =>
  driver.until(`${one(selector)}?.value === ${JSON.stringify(wanted)}`);

/** Asks again and again: the page's policy forbids `eval`, and with it the drivers' own way of waiting. */
const poll = (ask: () => Promise<unknown>, script: string) =>
  expect.poll(() => ask().catch(String), { timeout: 20_000, intervals: [50], message: script }).toBe(true);

export function playwright(page: Page): Driver {
  return {
    open: async (route) => {
      await page.goto(`./#${route}`);
      await expect(page.locator("#main h1")).toBeAttached();
    },
    visit: async (url) => void (await page.goto(url)),
    reload: async () => void (await page.reload()),
    click: (selector) => page.locator(selector).first().click(),
    fill: (selector, text) => page.locator(selector).first().fill(text),
    select: async (selector, choice) => void (await page.locator(selector).first().selectOption(choice)),
    press: (key) => page.keyboard.press(key),
    type: (text) => page.keyboard.type(text),
    ask: (script) => page.evaluate(script),
    until: (script) => poll(() => page.evaluate(script), script),
    setClock: (time) => page.clock.setFixedTime(time),
  };
}

export async function firefox(executablePath: string, base: string): Promise<{ driver: Driver; requests: string[]; browser: Browser }> {
  const browser = await launch({ browser: "firefox", executablePath, headless: true, extraPrefsFirefox: { "intl.accept_languages": "ja" } });
  const page: FirefoxPage = await browser.newPage();
  const requests: string[] = [];
  page.on("request", (request) => requests.push(request.url()));
  const until = (script: string) => poll(() => page.evaluate(script), script);
  const driver: Driver = {
    open: async (route) => {
      await page.goto(`${base}#${route}`);
      await until(`!!document.querySelector("#main h1")`);
    },
    visit: async (url) => void (await page.goto(url)),
    reload: async () => void (await page.reload()),
    click: async (selector) => void (await page.locator(selector).click()),
    fill: async (selector, text) => void (await page.locator(selector).fill(text)),
    select: async (selector, choice) => {
      await until(`!!${one(selector)}`);
      await page.select(selector, choice);
    },
    press: (key) => page.keyboard.press(key as KeyInput),
    type: (text) => page.keyboard.type(text),
    ask: (script) => page.evaluate(script) as never,
    until,
    setClock: () => Promise.reject(new Error("no journey in Firefox needs a clock")),
  };
  return { driver, requests, browser };
}
