// Keeps the page in this browser (sw.js does it), and tells the page how that stands: `data-offline` on its root is "kept"
// once the page works without a network, "newer" when a newer version is there.
const tell = (state) => {
  document.documentElement.dataset.offline = state;
  dispatchEvent(new Event("guard-navi-offline"));
};

// Tells of a version that has come and waits.
const watch = (registration, container) => {
  const look = () => {
    if (registration.waiting && container.controller) tell("newer");
  };
  const follow = () => registration.installing?.addEventListener("statechange", look);
  registration.addEventListener("updatefound", follow);
  follow();
  look();
};

export const keep = async (worker) => {
  const container = navigator.serviceWorker;
  let isKept = !!container.controller;
  let isWanted = false;
  if (isKept) tell("kept");
  // The person wants the newer version: it takes over, and this page is loaded anew. Other tabs are told, and stay.
  container.addEventListener("controllerchange", () => {
    if (isWanted) return location.reload();
    tell(isKept ? "newer" : "kept");
    isKept = true;
  });
  const registration = await container.register(worker, { updateViaCache: "none" });
  addEventListener("guard-navi-newer", () => {
    isWanted = true;
    if (registration.waiting) registration.waiting.postMessage("take over");
    // Another tab has made it take over already.
    else location.reload();
  });
  watch(registration, container);
};
