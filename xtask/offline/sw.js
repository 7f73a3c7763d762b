// Caches one version of the page and serves it with or without a network. The build replaces the two lines below with the
// finished files; with these values, in a development build, nothing is cached or served.
const VERSION = "";
const FILES = {};

const { scope } = registration;
// Caches are shared by all pages of an origin: a copy of the page in another folder needs a name of its own.
const PREFIX = `guard-navi ${scope} `;
const CACHE = PREFIX + VERSION;
// The id of the window that requested this version.
let requester;

// Caches all files of this version or none, each checked by its hash: where a host is half updated or alters files, the cached
// version stays.
const cacheFile = async (cache, name, integrity) => {
  const response = await fetch(name, { integrity, cache: "no-cache" });
  if (!response.ok) throw new Error(`${name}: ${response.status}`);
  // Browsers refuse to navigate to a redirected response, and some hosts redirect index.html to the folder.
  await cache.put(name, response.redirected ? new Response(response.body, response) : response);
};
const cacheAll = async () => {
  const cache = await caches.open(CACHE);
  try {
    await Promise.all(Object.entries(FILES).map(([name, integrity]) => cacheFile(cache, name, integrity)));
  } catch (error) {
    await caches.delete(CACHE);
    throw error;
  }
};

// A window that shows the earlier version needs its files until it is reloaded; the requester reloads at once.
const activate = async () => {
  const windows = await clients.matchAll({ type: "window", includeUncontrolled: true });
  if (windows.every(({ id, url }) => id === requester || !url.startsWith(scope))) {
    const older = (await caches.keys()).filter((name) => name.startsWith(PREFIX) && name !== CACHE);
    await Promise.all(older.map((name) => caches.delete(name)));
  }
  await clients.claim();
};

// Names contain a hash of the content: a file that this version lacks is of the earlier version, and is read from its cache.
const respond = async (request, name) => {
  const cacheName = name in FILES ? CACHE : undefined;
  return (await caches.match(name, { cacheName, ignoreVary: true })) ?? fetch(request);
};

addEventListener("install", (event) => event.waitUntil(cacheAll()));
addEventListener("activate", (event) => event.waitUntil(activate()));
addEventListener("message", ({ data, source }) => {
  if (data !== "take over") return;
  requester = source.id;
  skipWaiting();
});
addEventListener("fetch", (event) => {
  const { method, mode, cache, url } = event.request;
  if (method !== "GET" || !url.startsWith(scope)) return;
  const name = url.slice(scope.length).split(/[?#]/)[0] || "index.html";
  // Other addresses, and requests that bypass caches, go to the host.
  if (mode === "navigate" ? name !== "index.html" : ["no-store", "reload"].includes(cache)) return;
  event.respondWith(respond(event.request, name));
});
