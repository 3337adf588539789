// Makes node_modules match the lockfile, with Node's own modules alone, so that a fresh clone can call it.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { differenceFrom } from "./installed-packages.mjs";
import { root } from "./root.mjs";
import { run } from "./run.mjs";

function readLock() {
  const text = readFileSync(join(root, "package-lock.json"), "utf8");
  try {
    return JSON.parse(text);
  } catch {
    throw new Error("package-lock.json is not valid JSON. To mend: git checkout package-lock.json, then npm install");
  }
}

/** @returns what npm recorded when it installed; nothing where it never did, or was interrupted */
function readInstalled() {
  const path = join(root, "node_modules", ".package-lock.json");
  if (!existsSync(path)) return {};
  try {
    return JSON.parse(readFileSync(path, "utf8"));
  } catch {
    return {};
  }
}

function thisPlatform() {
  const isGlibc = process.report.getReport().header.glibcVersionRuntime !== undefined;
  return { os: process.platform, cpu: process.arch, libc: isGlibc ? "glibc" : "musl" };
}

/** Runs `npm ci` unless npm's own record says that node_modules is what package-lock.json asks for; throws where that fails. */
export async function ensureDependencies() {
  const difference = differenceFrom(readLock(), readInstalled(), thisPlatform());
  if (difference === null) return;
  console.log(`Installing dependencies (npm ci), since ${difference} …`);
  const { code } = await run("npm", ["ci", "--no-audit", "--no-fund"]);
  if (code !== 0) throw new Error("npm ci failed. Its message is above; check the network and run this again.");
}
