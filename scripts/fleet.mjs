// `npm run fleet`: writes what a Kubernetes cluster needs to measure on many machines.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { bundle } from "./lib/bundle.mjs";
import { root } from "./lib/root.mjs";

const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
const { runFleet } = await import(await bundle("commands/fleet"));
process.exitCode = runFleet(process.argv.slice(2), { headroomVersion: version, now: new Date().toISOString() });
