// Makes node_modules match the lockfile, with Node's own modules alone, so that a fresh clone can call it.
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { run } from "./run.mjs";
import { root } from "./root.mjs";

const marker = join(root, "node_modules", ".headroom-lock");

/** Runs `npm ci` unless node_modules was installed from this very lockfile. */
export async function ensureDependencies() {
  const lock = createHash("sha256")
    .update(readFileSync(join(root, "package-lock.json")))
    .digest("hex");
  if (existsSync(marker) && readFileSync(marker, "utf8") === lock) return;
  console.log("Installing dependencies (npm ci) …");
  const { code } = await run("npm", ["ci", "--no-audit", "--no-fund"]);
  if (code !== 0) throw new Error("npm ci failed. Its message is above; check the network and run this again.");
  writeFileSync(marker, lock);
}
