// One interface to the page for all browsers. The journeys use nothing else.
import { expect, type Page } from "@playwright/test";
import { launch, type Browser, type KeyInput, type Page as FirefoxPage } from "puppeteer-core";

export interface Driver {
  /** Opens a route as a first visit would, and waits for its heading. */
  open(route: string): Promise<void>;
  /** Opens any URL, without waiting for the app. */
  visit(url: string): Promise<void>;
  reload(): Promise<void>;
  click(selector: string): Promise<void>;
  fill(selector: string, text: string): Promise<void>;
  select(selector: string, value: string): Promise<void>;
  press(key: string): Promise<void>;
  type(text: string): Promise<void>;
  /** Runs a script in the page and returns its value. */
  ask<T>(script: string): Promise<T>;
  /** Waits until a script in the page returns `true`. */
  until(script: string): Promise<void>;
  /** Stops the page's clock at this time. */
  setClock(time: string): Promise<void>;
}

export const one = (selector: string) => `document.querySelector(${JSON.stringify(selector)})`;

/** Waits until an element contains a text. */
export const waitForText = (driver: Driver, selector: string, text: string) =>
  driver.until(`!!${one(selector)}?.textContent.includes(${JSON.stringify(text)})`);
export const waitForRemoval = (driver: Driver, selector: string) => driver.until(`!${one(selector)}`);
export const waitForValue = (driver: Driver, selector: string, expected: string) =>
  driver.until(`${one(selector)}?.value === ${JSON.stringify(expected)}`);

/** Polls a script: the page's policy forbids `eval`, which the drivers' own functions for waiting use. */
export const poll = (evaluate: () => Promise<unknown>, script: string) =>
  expect.poll(() => evaluate().catch(String), { timeout: 20_000, intervals: [50], message: script }).toBe(true);

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

/** A manual proxy configuration, so that requests to this machine go through the proxy, too. */
const throughProxy = (port: number) => ({
  "network.proxy.type": 1,
  "network.proxy.http": "127.0.0.1",
  "network.proxy.http_port": port,
  "network.proxy.ssl": "127.0.0.1",
  "network.proxy.ssl_port": port,
  "network.proxy.no_proxies_on": "",
  "network.proxy.allow_hijacking_localhost": true,
});

/** Runs in the page and stops its clock. */
const stopClock = (time: string) => {
  const now = Date.parse(time);
  const Real = Date;
  globalThis.Date = class extends Real {
    constructor(...all: []) {
      if (all.length) super(...all);
      else super(now);
    }
    static override now() {
      return now;
    }
  } as DateConstructor;
};

export async function firefox(executablePath: string, base: string, proxyPort?: number): Promise<{ driver: Driver; browser: Browser }> {
  const extraPrefsFirefox = { "intl.accept_languages": "ja", ...(proxyPort && throughProxy(proxyPort)) };
  const browser = await launch({ browser: "firefox", executablePath, headless: true, extraPrefsFirefox });
  const page: FirefoxPage = await browser.newPage();
  await page.setViewport({ width: 1280, height: 900 });
  const until = (script: string) => poll(() => page.evaluate(script), script);
  const locate = (selector: string) => page.locator(selector.replace(/^xpath=/, "xpath/"));
  const driver: Driver = {
    open: async (route) => {
      await page.goto(`${base}#${route}`);
      await until(`!!document.querySelector("#main h1")`);
    },
    visit: async (url) => void (await page.goto(url)),
    reload: async () => void (await page.reload()),
    click: async (selector) => void (await locate(selector).click()),
    fill: async (selector, text) => {
      if (text) return void (await locate(selector).fill(text));
      // Filling in an empty text types nothing and dispatches no event.
      await locate(selector).click({ count: 3 });
      await page.keyboard.press("Backspace");
    },
    select: async (selector, choice) => {
      await until(`!!${one(selector)}`);
      await page.select(selector, choice);
    },
    press: (key) => page.keyboard.press(key as KeyInput),
    type: (text) => page.keyboard.type(text),
    ask: (script) => page.evaluate(script) as never,
    until,
    setClock: async (time) => {
      await page.evaluateOnNewDocument(stopClock, time);
      await page.evaluate(stopClock, time);
    },
  };
  return { driver, browser };
}
