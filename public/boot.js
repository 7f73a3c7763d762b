// Starts the page. Until it stands, the shell in index.html shows; if it cannot start, the shell says so.
import { keep } from "./offline.js";

const script = document.querySelector("script[data-page-js]");
const root = document.documentElement;

const settings = () => {
  try {
    return JSON.parse(localStorage.getItem("guard-navi.settings")) ?? {};
  } catch {
    return {};
  }
};

// When the page has died it says so (.broken in index.html), and the person still gets the answers: what it could not
// store, or what is stored.
let unsaved = "";
addEventListener("guard-navi-unsaved", ({ detail }) => (unsaved = detail));
const PROGRESS = "guard-navi.progress";
const INDEX = "guard-navi.accounts";
// A progress file of what is stored, whatever form it is in: of each day of a history only what changed is.
const stored = () => {
  const whole = ({ account }) => {
    let all = {};
    for (const day of account.history) {
      all = { ...all, ...day.statuses };
      day.statuses = Object.fromEntries(Object.entries(all).filter(([, status]) => status));
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
  const profiles = keys.map((key) => read(key, whole)).filter((profile) => profile && !deleted.includes(profile.id));
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
const broke = ({ error, reason = error }) => {
  // A trap, or glue that a trap left unusable. What extensions throw is none of ours.
  if (!(reason instanceof WebAssembly.RuntimeError || /closure invoked|null pointer passed/.test(reason?.message))) return;
  root.dataset.broken = "true";
  for (const button of save) button.hidden = !answers();
};
addEventListener("error", broke);
addEventListener("unhandledrejection", broke);
for (const button of save)
  button.onclick = () => {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([answers()], { type: "application/json" }));
    link.download = `guard-navi-${new Date().toISOString().slice(0, 10)}.json`;
    link.click();
  };

// Language and theme before the first paint of the shell, so that nothing flashes.
const { lang, theme } = settings();
const wanted = location.hash.match(/[?&]lang=(ja|en)\b/)?.[1] ?? lang ?? navigator.language;
root.lang = /^ja\b/i.test(wanted) ? "ja" : "en";
if (theme === "light" || theme === "dark") root.dataset.theme = theme;

const boot = document.getElementById("boot");
const state = (name) => boot.setAttribute("data-state", name);

const stands = (key) => {
  try {
    return localStorage.getItem(key) !== null;
  } catch {
    return false;
  }
};
// The shell is the front page of somebody new. Others see its bars only, with the place that they are going to.
const place = () => {
  const at = location.hash.split("?")[0] || "#/";
  boot.toggleAttribute("data-away", at !== "#/" || stands(INDEX) || stands(PROGRESS));
  // A control's page belongs to the checklist.
  const main = at.replace(/^#\/controls\/.*/, "#/checklist");
  for (const link of boot.querySelectorAll("nav a")) {
    if (link.getAttribute("href") === main) link.setAttribute("aria-current", "page");
    else link.removeAttribute("aria-current");
  }
};
place();
addEventListener("hashchange", place);

// A file of this copy, as the build wrote it into the tag of this script: its address, and the hash that it must have.
const file = (part) => {
  const [name, integrity] = script.dataset[part].split(" ");
  return { url: new URL(name, document.baseURI).href, integrity };
};

// Where the browser has Trusted Types, no string becomes markup or code, whoever it comes from, and code has an address
// of ours; a worker runs what was checked first, which lies in a blob.
const scripts = ["pageJs", "wholeJs"].map((part) => file(part).url);
const worker = new URL("sw.js", document.baseURI).href;
globalThis.trustedTypes?.createPolicy("default", {
  createScriptURL: (url, _, sink) => {
    const isOurs = sink.startsWith("HTMLScript") ? scripts.includes(url.split("#")[0]) : url === worker || url.startsWith("blob:");
    return isOurs ? url : null;
  },
});

// A module that is not the one that was built is refused. Once it is there, import() takes the same.
let loads = 0;
const module = ({ url, integrity }) =>
  new Promise((resolve, reject) => {
    const tag = document.createElement("script");
    // Under an address that failed, browsers do not try again.
    const src = loads++ > 1 ? `${url}#${loads}` : url;
    const onload = () => resolve(import(src));
    Object.assign(tag, { type: "module", integrity, src, onload, onerror: () => reject(new Error(`refused: ${url}`)) });
    document.head.append(tag);
  });

// The page comes in two editions: the first pages, small, and the whole app, which takes over from them.
const parts = (edition) => {
  const { url, integrity } = file(`${edition}Wasm`);
  return Promise.all([module(file(`${edition}Js`)), fetch(url, { integrity })]);
};
const first = () => parts("page").then(([{ default: init }, response]) => init({ module_or_path: response }));

let loading;
const whole = () => (loading ??= parts("whole"));
const takeOver = async () => {
  const [{ default: init, start }, response] = await whole();
  await init({ module_or_path: response });
  // The first pages, if they are there, put into it what they hand over, and fall silent.
  const handed = {};
  dispatchEvent(new CustomEvent("guard-navi-retire", { detail: handed }));
  start(handed);
};
const failed = (error) => {
  loading = undefined;
  console.error(error);
};

let taking;
addEventListener("guard-navi-whole", () => {
  taking ??= takeOver().catch((error) => {
    taking = undefined;
    failed(error);
    dispatchEvent(new Event("guard-navi-whole-failed"));
  });
});

// The shell is painted first: what is loaded for the app would only hold it up. A page that nobody sees is not painted.
const painted = () =>
  new Promise((done) => {
    if (document.hidden) return done();
    setTimeout(done, 1000);
    const look = (list) => list.getEntriesByName("first-contentful-paint").length && done();
    new PerformanceObserver(look).observe({ type: "paint", buffered: true });
  });

// Whether a file comes, but not the one that was built. Asked of the server itself, lest the cache is what is damaged.
const isAltered = async (part) => {
  const { url, integrity } = file(part);
  const comes = (options) => fetch(url, { cache: "reload", ...options }).then(({ ok }) => ok, () => false);
  return !(await comes({ integrity })) && (await comes());
};

if (typeof WebAssembly !== "object") {
  state("no-wasm");
} else {
  state("loading");
  // What an earlier version stored is moved over by the whole app.
  const isFirst = /^(#\/?|#\/checklist\/?)?(\?.*)?$/.test(location.hash) && !stands(PROGRESS);
  painted()
    .then(() => (isFirst ? first() : takeOver()))
    .then(() => {
      // Where the browser may not keep the page (without https, in some private windows), nothing is missing.
      setTimeout(() => keep(worker).catch(() => {}), 2000);
      // What most people open next is fetched once the first pages stand.
      if (isFirst) setTimeout(() => whole().catch(failed), 4000);
    })
    .catch(async (error) => {
      console.error(error);
      if ([WebAssembly.CompileError, WebAssembly.LinkError, ReferenceError].some((kind) => error instanceof kind)) return state("no-wasm");
      const edition = isFirst ? "page" : "whole";
      const isOther = (await isAltered(`${edition}Js`)) || (await isAltered(`${edition}Wasm`));
      state(isOther ? "altered" : "blocked");
    });
}
