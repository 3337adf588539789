// Each request goes one way, and what is not of this app goes past the service worker.
import { expect, test } from "vitest";
import { routeOf } from "./routes.ts";

const scope = "https://host.example/some/where/";
const asked = { method: "GET", mode: "cors", cache: "default" } as const;
const wayTo = (url: string, other: Partial<typeof asked> | { readonly mode: "navigate" } = {}) =>
  routeOf({ ...asked, url, ...other }, scope);

test("a page is the app, whatever stands behind its address", () => {
  for (const end of ["", "index.html", "?catalogue=x", "?title=a#/capacity"]) {
    expect(wayTo(scope + end, { mode: "navigate" })).toEqual({ way: "page", path: "./" });
  }
});

test("parts with a hash are kept, with the parameters that workers and retries add", () => {
  expect(wayTo(`${scope}assets/lane.worker-1a2b.js?lane=7`)).toEqual({
    way: "part",
    path: "assets/lane.worker-1a2b.js",
  });
});

test("all else of the app is read afresh, also where a person opens it as a page", () => {
  expect(wayTo(`${scope}catalogue/index.json`)).toEqual({ way: "fresh", path: "catalogue/index.json" });
  expect(wayTo(`${scope}docs/ci.md`, { mode: "navigate" })).toEqual({ way: "fresh", path: "docs/ci.md" });
  expect(wayTo(scope)).toEqual({ way: "fresh", path: "./" });
});

test("other origins, other folders and other methods go past it", () => {
  for (const url of [
    "https://other.example/some/where/assets/x.js",
    "https://host.example/assets/x.js",
    "https://host.example/some/whereelse/",
    "https://host.example:8443/some/where/",
  ]) {
    expect(wayTo(url)).toEqual({ way: "pass" });
  }
  expect(routeOf({ ...asked, url: scope, method: "POST" }, scope)).toEqual({ way: "pass" });
  expect(routeOf({ ...asked, url: scope, mode: "no-cors", cache: "only-if-cached" }, scope)).toEqual({ way: "pass" });
});
