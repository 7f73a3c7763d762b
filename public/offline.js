// Registers sw.js, which keeps the page in this browser for use without a network, and publishes the state:
// `data-offline` on the root element is "kept" when the page works offline, "newer" when a newer version is ready.
const notify = (state) => {
  document.documentElement.dataset.offline = state;
  dispatchEvent(new Event("guard-navi-offline"));
};

// Publishes when a newer version is installed and waiting.
const watch = (registration, container) => {
  const inspect = () => {
    if (registration.waiting && container.controller) notify("newer");
  };
  const track = () => registration.installing?.addEventListener("statechange", inspect);
  registration.addEventListener("updatefound", track);
  track();
  inspect();
};

export const registerServiceWorker = async (worker) => {
  const container = navigator.serviceWorker;
  let isOffline = !!container.controller;
  let isAccepted = false;
  if (isOffline) notify("kept");
  // On request the newer version takes over, and this page reloads. In other tabs only the state changes.
  container.addEventListener("controllerchange", () => {
    if (isAccepted) return location.reload();
    notify(isOffline ? "newer" : "kept");
    isOffline = true;
  });
  const registration = await container.register(worker, { updateViaCache: "none" });
  addEventListener("guard-navi-newer", () => {
    isAccepted = true;
    if (registration.waiting) registration.waiting.postMessage("take over");
    // Another tab has activated it already.
    else location.reload();
  });
  watch(registration, container);
};
