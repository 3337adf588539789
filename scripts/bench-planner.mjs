// `npm run bench:planner`: bundles the benchmark with Vite and runs it in this process.
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "vite";

const root = fileURLToPath(new URL("..", import.meta.url));
const outDir = `${root}.cache/bench-planner`;

await build({
  root,
  configFile: false,
  logLevel: "warn",
  publicDir: false,
  build: {
    ssr: `${root}scripts/benchmarks/bench-planner.entry.ts`,
    outDir,
    emptyOutDir: true,
    minify: false,
    target: "node20",
  },
});

const { runPlannerBenchmark } = await import(pathToFileURL(`${outDir}/bench-planner.entry.js`).href);
runPlannerBenchmark();
