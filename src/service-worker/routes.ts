// Which way each request goes through the service worker: kept parts, pages, what is read afresh, and what is none of its business.

/**
 * `pass`: the browser answers as if there were no service worker. `part`: its name carries a hash, so a kept one is as good as a new
 * one. `page`: the app itself. `fresh`: from the network where there is one.
 */
export type Route =
  | { readonly way: "pass" }
  /** @property path within the scope */
  | { readonly way: "part" | "page" | "fresh"; readonly path: string };

/** What of a request decides its way. */
export interface Asked {
  readonly method: string;
  readonly url: string;
  readonly mode: string;
  readonly cache: string;
}

const PASS = { way: "pass" } as const;

/** The app under its own address: what `index.html` is kept as, since some hosts lead from that name to this one. */
export const APP_PATH = "./";

/** Whether the file's name changes with its content. */
export function isHashed(path: string): boolean {
  return path.startsWith("assets/");
}

/** @param scope the folder that the service worker serves, as an address that ends in a slash */
export function routeOf({ method, url, mode, cache }: Asked, scope: string): Route {
  if (method !== "GET" || (cache === "only-if-cached" && mode !== "same-origin")) return PASS;
  const { origin, pathname } = new URL(url);
  const whole = origin + pathname;
  if (!whole.startsWith(scope)) return PASS;
  const path = whole.slice(scope.length);
  if (path === "" || path === "index.html") return { way: mode === "navigate" ? "page" : "fresh", path: APP_PATH };
  return { way: isHashed(path) ? "part" : "fresh", path };
}
