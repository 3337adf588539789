// Registers the service worker once the page is idle, and has it keep the app for when there is no network.
import { isNewerTold, type KeepAsked } from "../../service-worker/messages.ts";

/** A tab that stays open asks this often whether there is a new version, when it comes into sight. */
const ASKED_EVERY_MS = 30 * 60_000;
/** Browsers without idle callbacks: the first paint is over by then. */
const IDLE_MS = 2_000;

export interface Measuring {
  readonly isOn: () => boolean;
  /** Calls back when a measurement begins or ends. */
  readonly subscribe: (changed: () => void) => void;
}

/** Done when the page has loaded and has nothing to do. */
async function untilIdle(): Promise<void> {
  if (document.readyState !== "complete") {
    await new Promise((resolve) => {
      globalThis.addEventListener("load", resolve, { once: true });
    });
  }
  await new Promise<void>((resolve) => {
    if (typeof globalThis.requestIdleCallback === "function") {
      globalThis.requestIdleCallback(() => resolve(), { timeout: 10_000 });
    } else setTimeout(resolve, IDLE_MS);
  });
}

/** The address of the page's main script, whose name changes with the version. */
function mainScript(): string {
  return document.querySelector<HTMLScriptElement>('script[type="module"][src]')?.src ?? "";
}

async function registered(container: ServiceWorkerContainer): Promise<ServiceWorkerRegistration | null> {
  try {
    const registration: unknown = await container.register("./service-worker.js", { updateViaCache: "none" });
    // Tools that block service workers answer with nothing.
    return registration instanceof ServiceWorkerRegistration ? registration : null;
  } catch {
    // Refused by settings, by policy or by a private window: all else works.
    return null;
  }
}

/** `navigator.serviceWorker` itself is missing or throws where service workers are off. */
function containerHere(): ServiceWorkerContainer | null {
  try {
    return "serviceWorker" in navigator ? navigator.serviceWorker : null;
  } catch {
    return null;
  }
}

/**
 * Nothing is fetched while this tab measures. Never throws.
 * @param onNewer told when another version is ready
 */
export async function keepOffline(measuring: Measuring, onNewer: () => void): Promise<void> {
  const container = containerHere();
  if (container === null) return;
  await untilIdle();
  const registration = await registered(container);
  if (registration === null) return;

  const keep = (): void => {
    if (measuring.isOn()) return;
    const asked = { kind: "keep", main: mainScript() } satisfies KeepAsked;
    registration.active?.postMessage(asked);
  };
  container.addEventListener("message", ({ data }: MessageEvent<unknown>) => {
    if (isNewerTold(data)) onNewer();
  });
  // Another version's service worker has taken over, or the first one.
  container.addEventListener("controllerchange", keep);
  measuring.subscribe(keep);

  let askedAtMs = performance.now();
  document.addEventListener("visibilitychange", () => {
    const isDue = performance.now() - askedAtMs > ASKED_EVERY_MS;
    if (document.visibilityState !== "visible" || !isDue || measuring.isOn()) return;
    askedAtMs = performance.now();
    // Without a network it is asked again later.
    registration.update().catch(() => undefined);
  });
  await container.ready;
  keep();
}
