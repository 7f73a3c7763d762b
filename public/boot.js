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

if (typeof WebAssembly !== "object") {
  state("no-wasm");
} else {
  state("loading");
  const { js, wasm, wasmIntegrity } = script.dataset;
  const here = (name) => new URL(name, document.baseURI);
  // A file that is not the one that was built is refused.
  const module_or_path = fetch(here(wasm), wasmIntegrity ? { integrity: wasmIntegrity } : {});
  Promise.all([import(here(js)), module_or_path])
    .then(([{ default: init }, response]) => init({ module_or_path: response }))
    .catch((error) => {
      state("blocked");
      console.error(error);
    });
}
