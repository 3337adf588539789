// What a visitor downloads first, read from the build's manifest so that no chunk is forgotten.
import { existsSync, readFileSync } from "node:fs";

const manifestPath = "dist/.vite/manifest.json";
const manifest = existsSync(manifestPath) ? JSON.parse(readFileSync(manifestPath, "utf8")) : {};

function withImports(key, seen = new Set()) {
  const chunk = manifest[key];
  if (chunk === undefined)
    throw new Error(`The build has no chunk ${key}. Run "npm run build" and check .size-limit.mjs.`);
  if (seen.has(chunk.file)) return seen;
  seen.add(chunk.file);
  for (const imported of chunk.imports ?? []) withImports(imported, seen);
  return seen;
}

function files(...keys) {
  const all = new Set();
  for (const key of keys) for (const file of withImports(key)) all.add(`dist/${file}`);
  return [...all];
}

const usable = ["index.html", "src/pages/benchmark/benchmark-page.tsx"];

export default [
  { name: "until the Benchmark page is usable", path: files(...usable), limit: "140 kB", gzip: true },
  {
    name: "with charts",
    path: files(...usable, "src/pages/benchmark/charts/result-charts.tsx"),
    limit: "345 kB",
    gzip: true,
  },
];
