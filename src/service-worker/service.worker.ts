// The service worker: isolates the page on hosts without headers, and keeps the app so that it works without a network.
import { MEASUREMENT_LOCK } from "../session/page/measurement-lock.ts";
import { isolated } from "./isolation.ts";
import { type Kept, KeptFiles } from "./kept-files.ts";
import { isKeepAsked, type NewerTold } from "./messages.ts";
import { freshFirst } from "./fresh-first.ts";
import { routeOf } from "./routes.ts";

declare const self: ServiceWorkerGlobalScope;
/** The build puts both in. */
declare const __BUILD_VERSION__: string;
declare const __BUILD_FILES__: readonly string[];

/** A page is not waited for longer than this where it is kept: half a network is worse than none. */
const PAGE_WAITS_MS = 4_000;

async function isMeasured(): Promise<boolean> {
  const { held = [] } = await navigator.locks.query();
  return held.some(({ name }) => name === MEASUREMENT_LOCK);
}

const { scope } = self.registration;
const files = new KeptFiles(
  { version: __BUILD_VERSION__, files: __BUILD_FILES__ },
  { scope, caches, fetch: (request) => fetch(request), now: () => new Date(), isBusy: isMeasured },
);

let keeping: Promise<Kept> | null = null;

/** Pages ask again and again; one answer serves all that ask meanwhile. */
function keepAll(): Promise<Kept> {
  keeping ??= files.keepAll().finally(() => {
    keeping = null;
  });
  return keeping;
}

/** The first one is there at once, to isolate the page. A later one only with all its files, and not while somebody measures. */
async function install(): Promise<void> {
  if (self.registration.active !== null && (await keepAll()) !== "complete") {
    throw new Error("The new version is not complete yet. It is tried again later.");
  }
  await self.skipWaiting();
}

async function activate(): Promise<void> {
  await self.clients.claim();
  await files.dropOld();
}

/** Kept parts do not change, so they are never asked for again. */
async function part(request: Request, path: string): Promise<Response> {
  return isolated((await files.find(path)) ?? (await fetch(request)));
}

self.addEventListener("install", (event) => event.waitUntil(install()));
self.addEventListener("activate", (event) => event.waitUntil(activate()));

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const route = routeOf(request, scope);
  switch (route.way) {
    case "pass":
      return;
    case "part":
      event.respondWith(part(request, route.path));
      return;
    case "page":
    case "fresh": {
      const isPage = route.way === "page";
      const network = fetch(request);
      // The kept page changes with its version alone: its parts have to be kept first.
      if (!isPage)
        event.waitUntil(network.then((answer) => files.replace(route.path, answer.clone())).catch(() => undefined));
      const waitMs = isPage ? PAGE_WAITS_MS : null;
      event.respondWith(freshFirst(network, () => files.find(route.path), waitMs).then(isolated));
    }
  }
});

self.addEventListener("message", (event) => {
  if (!isKeepAsked(event.data)) return;
  if (!files.has(event.data.main)) event.source?.postMessage({ kind: "newer" } satisfies NewerTold);
  event.waitUntil(keepAll());
});
