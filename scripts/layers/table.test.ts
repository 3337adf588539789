// The table of layers is whole: every folder is a room, arrows point down, and what is written from it is up to date.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { root } from "../lib/root.mjs";
import { unknownNames, upwardArrows } from "./rules.mjs";
import { rooms } from "./table.mjs";
import { writtenFiles } from "./written.mjs";

/** More files than this, and a newcomer no longer sees what a folder holds. */
const FILES_MOST = 25;

const isCode = (name: string): boolean => /\.(ts|tsx|mjs)$/.test(name);
const isForTests = (folder: string): boolean => /\/(fixtures|oracle)(\/|$)/.test(folder);

/** AssemblyScript, with a compiler and types of its own; only its files import each other. */
const isAssembly = (folder: string): boolean => folder.endsWith("/assembly");

function foldersWithCode(): Map<string, string[]> {
  const folders = new Map<string, string[]>();
  for (const top of ["src", "scripts", "e2e"]) {
    for (const entry of readdirSync(join(root, top), { withFileTypes: true, recursive: true })) {
      if (!entry.isFile() || !isCode(entry.name)) continue;
      const folder = entry.parentPath.slice(root.length).replace(/^\//, "");
      folders.set(folder, [...(folders.get(folder) ?? []), entry.name]);
    }
  }
  return folders;
}

test("every folder that holds code is a room of the table, and every room holds code", () => {
  const folders = [...foldersWithCode().keys()].filter((folder) => !isForTests(folder) && !isAssembly(folder)).sort();
  expect(folders).toEqual(rooms.map(({ path }) => path).sort());
});

test(`no folder of the app holds more than ${FILES_MOST} sources`, () => {
  const large = [...foldersWithCode()]
    .map(([folder, names]) => ({ folder, sources: names.filter((name) => !/\.test\.tsx?$/.test(name)).length }))
    .filter(({ folder, sources }) => folder.startsWith("src/") && sources > FILES_MOST);
  expect(large).toEqual([]);
});

test("the table names rooms alone", () => {
  expect(unknownNames()).toEqual([]);
});

test("each room stands after all that it imports, so that no arrow runs back up", () => {
  expect(upwardArrows()).toEqual([]);
});

test("lint rules, pure types and the drawing are what the table says; npm run layers writes them", () => {
  for (const [file, text] of Object.entries(writtenFiles())) {
    const now = readFileSync(join(root, file), "utf8");
    if (file.endsWith(".json")) expect(JSON.parse(now), file).toEqual(JSON.parse(text));
    else expect(now, file).toBe(text);
  }
});
