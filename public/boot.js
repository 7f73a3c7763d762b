// Starts the page. If that cannot work, the shell in index.html says so in both languages.
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

const state = (name) => document.getElementById("boot")?.setAttribute("data-state", name);

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

if (typeof WebAssembly !== "object") {
  state("no-wasm");
} else {
  state("loading");
  const isFirst = /^(#\/?|#\/checklist\/?)?(\?.*)?$/.test(location.hash);
  (isFirst ? first() : takeOver())
    // What most people open next is fetched once the first pages stand.
    .then(() => isFirst && setTimeout(() => whole().catch(failed), 4000))
    .catch((error) => {
      state("blocked");
      console.error(error);
    });
}
