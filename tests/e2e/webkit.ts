// Debian's WebKit, controlled by WebDriver on a virtual screen.
import { spawn, type ChildProcess } from "node:child_process";
import { createServer, type AddressInfo } from "node:net";
import { Builder, By, Capabilities, Key, type WebDriver } from "selenium-webdriver";
import { one, poll, type Driver } from "./driver";

/** Starts Xvfb on a free display, which it chooses itself. */
async function screen(): Promise<{ display: string; server: ChildProcess }> {
  const server = spawn("Xvfb", ["-displayfd", "3", "-screen", "0", "1280x900x24", "-nolisten", "tcp"], { stdio: ["ignore", "ignore", "ignore", "pipe"] });
  const number = await new Promise((resolve, reject) => {
    server.once("error", reject);
    server.stdio[3]!.once("data", (data) => resolve(String(data).trim()));
  });
  return { display: `:${number}`, server };
}

const freePort = () =>
  new Promise<number>((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });

/** Starts WebKitWebDriver on a free port. */
async function start(executable: string, display: string): Promise<{ url: string; server: ChildProcess }> {
  const port = await freePort();
  const server = spawn(executable, [`--port=${port}`], { env: { ...process.env, DISPLAY: display, LIBGL_ALWAYS_SOFTWARE: "1" }, stdio: "ignore" });
  const url = `http://127.0.0.1:${port}`;
  const status = () => fetch(`${url}/status`).then(({ ok }) => ok);
  await poll(status, "WebKitWebDriver answers");
  return { url, server };
}

export async function webkit(executable: string, browser: string, base: string): Promise<{ driver: Driver; close: () => Promise<void> }> {
  const { display, server: x } = await screen();
  const { url, server } = await start(executable, display);
  const end = () => [server, x].forEach((process) => process.kill());
  const capabilities = new Capabilities({ browserName: "MiniBrowser", "webkitgtk:browserOptions": { binary: browser, args: ["--automation"] } });
  try {
    const session = await new Builder().usingServer(url).withCapabilities(capabilities).build();
    const close = async () => {
      await session.quit().finally(end);
    };
    return { driver: driverOf(session, base), close };
  } catch (error) {
    end();
    throw error;
  }
}

function driverOf(session: WebDriver, base: string): Driver {
  const ask = <T>(script: string) => session.executeScript<T>(`return (${script})`);
  const until = (script: string) => poll(() => ask(script), script);
  const find = async (selector: string) => {
    await until(`!!${one(selector)}`);
    return session.findElement(selector.startsWith("xpath=") ? By.xpath(selector.slice(6)) : By.css(selector));
  };
  return {
    open: async (route) => {
      // WebKit's language is that of the system, which may lack Japanese.
      await session.get(`${base}#${route}?lang=ja`);
      await until(`!!document.querySelector("#main h1")`);
    },
    reload: () => session.navigate().refresh(),
    click: async (selector) => (await find(selector)).click(),
    fill: async (selector, text) => {
      const field = await find(selector);
      await field.clear();
      await field.sendKeys(text);
    },
    // The popup list is a window of the toolkit, which WebDriver cannot reach.
    select: async (selector, choice) => {
      const list = await find(selector);
      await session.executeScript("arguments[0].value = arguments[1]; arguments[0].dispatchEvent(new Event('change', { bubbles: true }))", list, choice);
    },
    press: (key) => session.actions().sendKeys(Key[key.toUpperCase() as "TAB"] as string ?? key).perform(),
    type: (text) => session.actions().sendKeys(text).perform(),
    ask,
    until,
    setClock: () => Promise.reject(new Error("the main journey needs no clock")),
  };
}
