// Isolates the page on hosts that send no headers: the service worker adds them, and the page is loaded once more, once.
(() => {
  const RELOADED = "headroom-isolating";

  // False on the second try too where something else hinders it, such as a frame around the page: then it stays as it is.
  function mayReload() {
    try {
      if (sessionStorage.getItem(RELOADED) !== null) return false;
      sessionStorage.setItem(RELOADED, "");
      return true;
    } catch {
      // Storage is blocked. A page that was reloaded already says so itself.
      return performance.getEntriesByType("navigation")[0]?.type !== "reload";
    }
  }

  function reload() {
    // What somebody has begun is worth more than shared memory: the next visit is isolated.
    if (navigator.userActivation?.hasBeenActive !== true && mayReload()) location.reload();
  }

  async function isolate() {
    const { serviceWorker } = navigator;
    // A page that came through the service worker and is not isolated will not be the next time either.
    if (serviceWorker === undefined || serviceWorker.controller !== null) return;
    serviceWorker.addEventListener("controllerchange", reload, { once: true });
    const registration = await serviceWorker.register("./service-worker.js", { updateViaCache: "none" });
    // It is there already, and this page came past it: by a reload that asked for everything anew.
    if (registration?.active) reload();
  }

  if (globalThis.crossOriginIsolated === true) {
    try {
      sessionStorage.removeItem(RELOADED);
    } catch {
      // Storage is blocked, and so nothing was remembered.
    }
  } else if (globalThis.isSecureContext) {
    // Where service workers are refused the page works without isolation, and says what is missing.
    isolate().catch(() => undefined);
  }
})();
