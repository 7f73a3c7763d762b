// Starts the page. The shell in index.html is shown until the app has rendered, or when the app cannot start.
import { registerServiceWorker } from "./offline.js";

const script = document.querySelector("script[data-page-js]");
const root = document.documentElement;

const settings = () => {
  try {
    return JSON.parse(localStorage.getItem("guard-navi.settings")) ?? {};
  } catch {
    return {};
  }
};

// The URL and the integrity hash of a file. The build writes them into the data attributes of this script's tag.
const file = (part) => {
  const [name, integrity] = script.dataset[part].split(" ");
  return { url: new URL(name, document.baseURI).href, integrity };
};

// Trusted Types: no string becomes markup or code, and only our own script URLs are allowed. Workers start from blob
// URLs, whose content has been verified.
const scripts = ["pageJs", "wholeJs"].map((part) => file(part).url);
const worker = new URL("sw.js", document.baseURI).href;
globalThis.trustedTypes?.createPolicy("default", {
  createScriptURL: (url, _, sink) => {
    const isOurs = sink.startsWith("HTMLScript") ? scripts.includes(url.split("#")[0]) : url === worker || url.startsWith("blob:");
    return isOurs ? url : null;
  },
});

// Loads a module, which must match its integrity hash; import() then returns that same module.
let loads = 0;
const module = ({ url, integrity }) =>
  new Promise((resolve, reject) => {
    const tag = document.createElement("script");
    // Browsers do not retry a module URL that failed. There are two editions, so a third load must be a retry.
    const src = loads++ > 1 ? `${url}#${loads}` : url;
    const onload = () => resolve(import(src));
    Object.assign(tag, { type: "module", integrity, src, onload, onerror: () => reject(new Error(`refused: ${url}`)) });
    document.head.append(tag);
  });

// Adds a style sheet, which must match its integrity hash. A development build has all style sheets from the start.
const addStyle = (part) =>
  new Promise((resolve, reject) => {
    if (!script.dataset[part]) return resolve();
    const { url, integrity } = file(part);
    const link = document.createElement("link");
    const onerror = () => (link.remove(), reject(new Error(`refused: ${url}`)));
    Object.assign(link, { rel: "stylesheet", integrity, href: url, onload: resolve, onerror });
    document.head.append(link);
  });

// The page has two editions: the small first pages, and the whole app, which takes over from them.
const load = (edition, style) => {
  const { url, integrity } = file(`${edition}Wasm`);
  return Promise.all([module(file(`${edition}Js`)), fetch(url, { integrity }), style]);
};

const hasKey = (key) => {
  try {
    return localStorage.getItem(key) !== null;
  } catch {
    return false;
  }
};
const PROGRESS = "guard-navi.progress";
const INDEX = "guard-navi.accounts";

let loading;
const loadWhole = () => (loading ??= load("whole", addStyle("wholeCss")));
const hasWasm = typeof WebAssembly === "object";
// The whole app migrates what an earlier version stored.
const isFirst = /^(#\/?|#\/checklist\/?)?(\?.*)?$/.test(location.hash) && !hasKey(PROGRESS);
// The parts are fetched before the shell is complete. Only starting them would delay its paint.
const parts = hasWasm ? (isFirst ? load("page") : loadWhole()) : Promise.resolve();
// Handled below; until then a failure must not count as unhandled.
parts.catch(() => {});

// Sets language and theme before the first paint, so that the shell does not flash.
const { lang, theme } = settings();
const locale = location.hash.match(/[?&]lang=(ja|en)\b/)?.[1] ?? lang ?? navigator.language;
root.lang = /^ja\b/i.test(locale) ? "ja" : "en";
if (theme === "light" || theme === "dark") root.dataset.theme = theme;

// This script is async, so that it does not wait for the rest of the document.
if (document.readyState === "loading") await new Promise((done) => addEventListener("DOMContentLoaded", done, { once: true }));

// After a crash .broken in index.html is shown, and its button saves the answers: those that could not be stored,
// otherwise those in local storage.
let unsaved = "";
addEventListener("guard-navi-unsaved", ({ detail }) => (unsaved = detail));
// Builds a progress file from local storage, in its current and its first format. The current format stores only the
// changed statuses of each day of a history, a progress file all of them.
const stored = () => {
  const withStatuses = ({ account }) => {
    let known = {};
    for (const day of account.history) {
      known = { ...known, ...day.statuses };
      day.statuses = Object.fromEntries(Object.entries(known).filter(([, status]) => status));
    }
    return account;
  };
  const read = (key, use) => {
    try {
      return use(JSON.parse(localStorage.getItem(key)));
    } catch {
      return undefined;
    }
  };
  const { accounts, deleted } = { accounts: [], deleted: [], ...read(INDEX, (index) => index) };
  const keys = Object.keys(localStorage).filter((key) => key.startsWith(`${PROGRESS}.`));
  const profiles = keys.map((key) => read(key, withStatuses)).filter((profile) => profile && !deleted.includes(profile.id));
  profiles.sort((one, other) => accounts.indexOf(one.id) - accounts.indexOf(other.id));
  const isMissing = ({ id }) => profiles.every((profile) => profile.id !== id);
  profiles.push(...(read(PROGRESS, (first) => first.profiles.filter(isMissing)) ?? []));
  return profiles.length ? JSON.stringify({ schema: `${PROGRESS}/1`, profiles }) : "";
};
const answers = () => {
  try {
    return unsaved || stored() || (localStorage.getItem(PROGRESS) ?? "");
  } catch {
    return unsaved;
  }
};
const save = document.querySelectorAll(".broken button");
const onError = ({ error, reason = error }) => {
  // Only a wasm trap, or an error of the wasm-bindgen glue after one; not the errors of browser extensions.
  if (!(reason instanceof WebAssembly.RuntimeError || /closure invoked|null pointer passed/.test(reason?.message))) return;
  root.dataset.broken = "true";
  for (const button of save) button.hidden = !answers();
};
addEventListener("error", onError);
addEventListener("unhandledrejection", onError);
for (const button of save)
  button.onclick = () => {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([answers()], { type: "application/json" }));
    link.download = `guard-navi-${new Date().toISOString().slice(0, 10)}.json`;
    link.click();
  };

const boot = document.getElementById("boot");
const show = (name) => boot.setAttribute("data-state", name);

// The front page in the shell is for new visitors. Others see only its bars, with the current page marked.
const showRoute = () => {
  const at = location.hash.split("?")[0] || "#/";
  boot.toggleAttribute("data-away", at !== "#/" || hasKey(INDEX) || hasKey(PROGRESS));
  // In the navigation, a control's page belongs to the checklist.
  const main = at.replace(/^#\/controls\/.*/, "#/checklist");
  for (const link of boot.querySelectorAll("nav a")) {
    if (link.getAttribute("href") === main) link.setAttribute("aria-current", "page");
    else link.removeAttribute("aria-current");
  }
};
showRoute();
addEventListener("hashchange", showRoute);

const takeOver = async () => {
  const [{ default: init, start }, response] = await loadWhole();
  await init({ module_or_path: response });
  // The first pages, if they are running, fill this object and stop.
  const data = {};
  dispatchEvent(new CustomEvent("guard-navi-retire", { detail: data }));
  start(data);
};
const failed = (error) => {
  loading = undefined;
  console.error(error);
};

let pending;
addEventListener("guard-navi-whole", () => {
  pending ??= takeOver().catch((error) => {
    pending = undefined;
    failed(error);
    dispatchEvent(new Event("guard-navi-whole-failed"));
  });
});

// Waits at most one second for the first paint, which loading the app would delay. Hidden pages are not painted.
const painted = () =>
  new Promise((done) => {
    if (document.hidden) return done();
    setTimeout(done, 1000);
    const callback = (list) => list.getEntriesByName("first-contentful-paint").length && done();
    new PerformanceObserver(callback).observe({ type: "paint", buffered: true });
  });

// Whether the server sends the file with other content than was built. Bypasses the cache, which may be damaged itself.
const isAltered = async (part) => {
  const { url, integrity } = file(part);
  const isLoaded = (options) => fetch(url, { cache: "reload", ...options }).then(({ ok }) => ok, () => false);
  return !(await isLoaded({ integrity })) && (await isLoaded());
};

if (!hasWasm) {
  show("no-wasm");
} else {
  show("loading");
  Promise.all([parts, painted()])
    .then(([[{ default: init }, response]]) => (isFirst ? init({ module_or_path: response }) : takeOver()))
    .then(() => {
      // Offline use is optional: without https and in some private windows the browser refuses it.
      setTimeout(() => registerServiceWorker(worker).catch(() => {}), 2000);
      // Prefetches the whole app, which most visitors need next.
      if (isFirst) setTimeout(() => loadWhole().catch(failed), 4000);
    })
    .catch(async (error) => {
      console.error(error);
      if ([WebAssembly.CompileError, WebAssembly.LinkError, ReferenceError].some((kind) => error instanceof kind)) return show("no-wasm");
      const edition = isFirst ? "page" : "whole";
      const parts = [`${edition}Js`, `${edition}Wasm`, ...(isFirst || !script.dataset.wholeCss ? [] : ["wholeCss"])];
      const others = await Promise.all(parts.map(isAltered));
      show(others.includes(true) ? "altered" : "blocked");
    });
}
