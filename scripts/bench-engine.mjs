// `npm run bench:engine`: bundles the benchmark with Vite and runs it in this process.
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "vite";

const root = fileURLToPath(new URL("..", import.meta.url));
const outDir = `${root}.cache/bench`;

await build({
  root,
  configFile: false,
  logLevel: "warn",
  publicDir: false,
  build: {
    ssr: `${root}scripts/benchmarks/bench-engine.entry.ts`,
    outDir,
    emptyOutDir: true,
    minify: false,
    target: "node20",
  },
});

const { runBenchmark } = await import(pathToFileURL(`${outDir}/bench-engine.entry.js`).href);
runBenchmark(process.argv.slice(2));
