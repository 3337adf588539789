// The real command in a folder of its own, and the shipped index, which must be what the command writes.
import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, expect, test } from "vitest";
import { readCatalogueIndex } from "../../src/results/catalogue/catalogue-index.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const shipped = join(root, "public", "catalogue");
const house = mkdtempSync(join(tmpdir(), "headroom-catalogue-"));
let folders = 0;

function copyOfShipped(): string {
  folders += 1;
  const folder = join(house, String(folders));
  cpSync(shipped, folder, { recursive: true });
  return folder;
}

function run(...args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ["scripts/catalogue.mjs", ...args], {
    cwd: root,
    encoding: "utf8",
  });
  return { status, stdout, stderr };
}

const indexOf = (folder: string): string => readFileSync(join(folder, "index.json"), "utf8");

afterAll(() => {
  rmSync(house, { recursive: true, force: true });
});

test("the shipped index is what the command writes", () => {
  const folder = copyOfShipped();
  const { status, stdout, stderr } = run("--folder", folder);
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  const results = readdirSync(shipped).filter((name) => name.endsWith(".json") && name !== "index.json");
  expect(stdout).toContain(`: ${results.length} results in`);
  expect(indexOf(folder)).toBe(indexOf(shipped));
});

test("adding a file is: put it there, run the command", () => {
  const folder = copyOfShipped();
  const text = readFileSync(join(folder, "t-maze-independent-pool.json"), "utf8");
  writeFileSync(join(folder, "added.json"), text.replace(/"id": "[^"]+"/, '"id": "added"'));
  expect(run("--folder", folder, "--title", "Ours").status).toBe(0);
  const read = readCatalogueIndex(indexOf(folder));
  if (read.state === "refused") throw new Error(read.message);
  expect(read.index.title).toBe("Ours");
  expect(read.index.results.map(({ file }) => file)).toContain("added.json");
  expect(read.index.results.find(({ id }) => id === "added")?.name).toBe("t-maze, pool, none");
});

test("2: a bad file is named, and the index stays as it was", () => {
  const folder = copyOfShipped();
  const before = indexOf(folder);
  writeFileSync(join(folder, "bad.json"), '{"format":"headroom-result","version":9}');
  const { status, stderr } = run("--folder", folder);
  expect(status).toBe(2);
  expect(stderr).toContain("bad.json: This result was made by a newer Headroom");
  expect(indexOf(folder)).toBe(before);
  writeFileSync(join(folder, "index.json"), "[]");
  expect(run("--folder", folder).stderr).toContain("index.json: This is not a catalogue of Headroom");
  expect(run("--folder", join(house, "nowhere")).stderr).toContain("is not a folder that can be read");
  const mistyped = run("--fold", folder);
  expect(mistyped.status).toBe(2);
  expect(mistyped.stderr).toContain("--fold is no flag of npm run catalogue. Did you mean --folder?");
  expect(run("--help").stdout).toContain("(default: public/catalogue)");
});
