// What is kept of the app, in the caches of a real browser: whole or not at all, version by version.
import { afterEach, expect, test } from "vitest";
import { KeptFiles } from "./kept-files.ts";
import { READ_AT } from "./messages.ts";

const scope = `${globalThis.location.origin}/kept-files-test/`;
const files = ["assets/lane-1.js", "assets/index-1.js", "reference/a.json", "./"];

let asked: string[] = [];
let isBusy = false;
const gone = new Set<string>();

/** A host that answers with the name of what it is asked for. */
function answer(request: Request): Promise<Response> {
  const path = request.url.slice(scope.length);
  asked.push(path);
  if (gone.has(path)) return Promise.reject(new TypeError("no network"));
  const type = path === "" ? "text/html" : "text/plain";
  return Promise.resolve(new Response(`content of ${path}`, { headers: { "content-type": type } }));
}

function keptFiles(version: string, list: readonly string[] = files): KeptFiles {
  return new KeptFiles(
    { version, files: list },
    {
      scope,
      caches: globalThis.caches,
      fetch: answer,
      now: () => new Date("2026-11-27T22:00:00Z"),
      isBusy: () => Promise.resolve(isBusy),
    },
  );
}

const textOf = async (kept: KeptFiles, path: string) => (await kept.find(path))?.text();

afterEach(async () => {
  asked = [];
  isBusy = false;
  gone.clear();
  for (const name of await globalThis.caches.keys()) await globalThis.caches.delete(name);
});

test("every file is kept once, the app last, with the headers that isolate and the time it was read", async () => {
  const kept = keptFiles("1");
  expect(await kept.keepAll()).toBe("complete");
  expect(asked.toSorted()).toEqual(["", ...files.slice(0, 3)].toSorted());
  expect(asked.at(-1)).toBe("");
  expect(await kept.keepAll()).toBe("complete");
  expect(asked).toHaveLength(4);
  const found = await kept.find("assets/lane-1.js");
  expect(found?.headers.get("Cross-Origin-Embedder-Policy")).toBe("require-corp");
  expect(found?.headers.get(READ_AT)).toBe("2026-11-27T22:00:00.000Z");
  expect(await textOf(kept, "./")).toBe("content of ");
});

test("the app is not there before its parts, and what was missing is fetched later", async () => {
  gone.add("reference/a.json");
  const kept = keptFiles("1");
  expect(await kept.keepAll()).toBe("failed");
  expect(await textOf(kept, "./")).toBe(undefined);
  gone.clear();
  asked = [];
  expect(await kept.keepAll()).toBe("complete");
  expect(asked.toSorted()).toEqual(["", "reference/a.json"]);
});

test("nothing is fetched while somebody measures", async () => {
  isBusy = true;
  const kept = keptFiles("1");
  expect(await kept.keepAll()).toBe("cut");
  expect(asked).toEqual([]);
  isBusy = false;
  expect(await kept.keepAll()).toBe("complete");
});

test("a front page in place of a part is no part", async () => {
  const kept = new KeptFiles(
    { version: "1", files: ["assets/index-1.js"] },
    {
      scope,
      caches: globalThis.caches,
      fetch: () => Promise.resolve(new Response("<title>", { headers: { "content-type": "text/html" } })),
      now: () => new Date(0),
      isBusy: () => Promise.resolve(false),
    },
  );
  expect(await kept.keepAll()).toBe("failed");
  expect(await kept.find("assets/index-1.js")).toBe(undefined);
});

test("a new version takes over what did not change, and the version before stays readable", async () => {
  await keptFiles("1").keepAll();
  asked = [];
  const second = keptFiles("2", ["assets/lane-1.js", "assets/index-2.js", "reference/a.json", "./"]);
  expect(await second.keepAll()).toBe("complete");
  expect(asked.toSorted()).toEqual(["", "assets/index-2.js", "reference/a.json"]);
  await second.dropOld();
  expect(await textOf(second, "assets/index-1.js")).toBe("content of assets/index-1.js");
  const third = keptFiles("3");
  await third.keepAll();
  await third.dropOld();
  expect(await globalThis.caches.keys()).toEqual([2, 3].map((version) => `headroom ${scope} ${version}`));
});

test("files of the catalogue are kept as they were read last, also those of no build, and other addresses are not", async () => {
  const kept = keptFiles("1");
  await kept.keepAll();
  await kept.replace("catalogue/mine.json", new Response("first"));
  await kept.replace("catalogue/mine.json", new Response("second"));
  await kept.replace("catalogue/mine.json", new Response("trouble", { status: 500 }));
  await kept.replace("elsewhere.json", new Response("x"));
  const next = keptFiles("2");
  await next.keepAll();
  await kept.dropOld();
  expect(await textOf(next, "catalogue/mine.json")).toBe("second");
  expect(await textOf(next, "elsewhere.json")).toBe(undefined);
});

test("a page of another version is known by its main script", () => {
  const kept = keptFiles("1");
  expect(kept.has(`${scope}assets/index-1.js`)).toBe(true);
  expect(kept.has(`${scope}assets/index-2.js`)).toBe(false);
  expect(kept.has("https://other.example/assets/index-1.js")).toBe(false);
});
