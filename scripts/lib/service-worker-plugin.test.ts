// The list of what is kept holds every file that the app needs, what a run needs first and the app itself last.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { keptFiles } from "./service-worker-plugin.mjs";

let build = "";
beforeEach(() => {
  build = mkdtempSync(join(tmpdir(), "headroom-build-"));
});
afterEach(() => rmSync(build, { recursive: true }));

function write(files: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(build, path)), { recursive: true });
    writeFileSync(join(build, path), text);
  }
}

const app = {
  "index.html": "<title>",
  "assets/index-1.js": "",
  "assets/lane.worker-2.js": "",
  "catalogue/index.json": "{}",
  "docs/ci.md": "",
};

test("workers come first and the app last; what hosts and tools read is left out", () => {
  write({
    ...app,
    _headers: "",
    ".vite/manifest.json": "",
    "assets/index-1.js.gz": "",
    "service-worker.js": "",
    "screenshots/a.png": "",
  });
  expect(keptFiles(build).files).toEqual([
    "assets/lane.worker-2.js",
    "assets/index-1.js",
    "catalogue/index.json",
    "docs/ci.md",
    "./",
  ]);
});

test("the version changes with the content of any file that is kept, and with nothing else", () => {
  write(app);
  const { version } = keptFiles(build);
  write({ "service-worker.js": "anything", _headers: "anything" });
  expect(keptFiles(build).version).toBe(version);
  write({ "docs/ci.md": "changed" });
  expect(keptFiles(build).version).not.toBe(version);
});
