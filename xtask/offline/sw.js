// Keeps one version of the page in this browser and answers from it, with or without a network. The build writes both
// lines below from the finished files; as they stand here, in a development build, nothing is kept and nothing answered.
const VERSION = "";
const FILES = {};

const { scope } = registration;
// Caches belong to all pages of a host: another copy of the page, in another folder, has its own.
const OURS = `guard-navi ${scope} `;
const CACHE = OURS + VERSION;
// The window that asked for this version.
let asker;

// All files of this version or none, each of them the one that was built: a host that is half updated, or alters what it
// gives out, leaves the version that is here alone.
const keepFile = async (cache, name, integrity) => {
  const response = await fetch(name, { integrity, cache: "no-cache" });
  if (!response.ok) throw new Error(`${name}: ${response.status}`);
  // Browsers refuse to open what came by way of another address; some hosts lead from index.html to the folder.
  await cache.put(name, response.redirected ? new Response(response.body, response) : response);
};
const keep = async () => {
  const cache = await caches.open(CACHE);
  try {
    await Promise.all(Object.entries(FILES).map(([name, integrity]) => keepFile(cache, name, integrity)));
  } catch (error) {
    await caches.delete(CACHE);
    throw error;
  }
};

// A window that shows the version before needs that one's files until it is loaded anew. The one that asked is about to be.
const takeOver = async () => {
  const windows = await clients.matchAll({ type: "window", includeUncontrolled: true });
  if (windows.every(({ id, url }) => id === asker || !url.startsWith(scope))) {
    const older = (await caches.keys()).filter((name) => name.startsWith(OURS) && name !== CACHE);
    await Promise.all(older.map((name) => caches.delete(name)));
  }
  await clients.claim();
};

// Names tell the content, so what this version does not have is of the version before, and is looked for there.
const answer = async (request, name) => {
  const cacheName = name in FILES ? CACHE : undefined;
  return (await caches.match(name, { cacheName, ignoreVary: true })) ?? fetch(request);
};

addEventListener("install", (event) => event.waitUntil(keep()));
addEventListener("activate", (event) => event.waitUntil(takeOver()));
addEventListener("message", ({ data, source }) => {
  if (data !== "take over") return;
  asker = source.id;
  skipWaiting();
});
addEventListener("fetch", (event) => {
  const { method, mode, cache, url } = event.request;
  if (method !== "GET" || !url.startsWith(scope)) return;
  const name = url.slice(scope.length).split(/[?#]/)[0] || "index.html";
  // Whatever else is opened by its address is the host's, and so is what the page wants to have as the host has it now.
  if (mode === "navigate" ? name !== "index.html" : ["no-store", "reload"].includes(cache)) return;
  event.respondWith(answer(event.request, name));
});
