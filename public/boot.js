// Starts the page. Until it stands, the shell in index.html shows; if it cannot start, the shell says so.
const script = document.querySelector("script[data-js]");
const root = document.documentElement;

const settings = () => {
  try {
    return JSON.parse(localStorage.getItem("guard-navi.settings")) ?? {};
  } catch {
    return {};
  }
};

// Language and theme before the first paint of the shell, so that nothing flashes.
const { lang, theme } = settings();
const wanted = location.hash.match(/[?&]lang=(ja|en)\b/)?.[1] ?? lang ?? navigator.language;
root.lang = /^ja\b/i.test(wanted) ? "ja" : "en";
if (theme === "light" || theme === "dark") root.dataset.theme = theme;

const boot = document.getElementById("boot");
const state = (name) => boot.setAttribute("data-state", name);

const isNew = () => {
  try {
    return localStorage.getItem("guard-navi.progress") === null;
  } catch {
    return true;
  }
};
// The shell is the front page of somebody new. Others see its bars only, with the place that they are going to.
const place = () => {
  const at = location.hash.split("?")[0] || "#/";
  boot.toggleAttribute("data-away", at !== "#/" || !isNew());
  // A control's page belongs to the checklist.
  const main = at.replace(/^#\/controls\/.*/, "#/checklist");
  for (const link of boot.querySelectorAll("nav a")) {
    if (link.getAttribute("href") === main) link.setAttribute("aria-current", "page");
    else link.removeAttribute("aria-current");
  }
};
place();
addEventListener("hashchange", place);

// The page comes in two editions: the first pages, small, and the whole app, which takes over from them.
const { js, wasm, wasmIntegrity, wholeJs, wholeWasm, wholeWasmIntegrity } = script.dataset;
const here = (name) => new URL(name, document.baseURI);
const parts = (js, wasm, integrity) =>
  // A file that is not the one that was built is refused.
  Promise.all([import(here(js)), fetch(here(wasm), integrity ? { integrity } : {})]);
const first = () =>
  parts(js, wasm, wasmIntegrity).then(([{ default: init }, response]) => init({ module_or_path: response }));

let loading;
const whole = () => (loading ??= parts(wholeJs, wholeWasm, wholeWasmIntegrity));
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

// The shell is painted first: what is loaded for the app would only hold it up.
const painted = () =>
  document.hidden ? Promise.resolve() : new Promise((done) => requestAnimationFrame(() => setTimeout(done)));

if (typeof WebAssembly !== "object") {
  state("no-wasm");
} else {
  state("loading");
  const isFirst = /^(#\/?|#\/checklist\/?)?(\?.*)?$/.test(location.hash);
  painted()
    .then(() => (isFirst ? first() : takeOver()))
    // What most people open next is fetched once the first pages stand.
    .then(() => isFirst && setTimeout(() => whole().catch(failed), 4000))
    .catch((error) => {
      state("blocked");
      console.error(error);
    });
}
