// `npm run bench:scaling`: what placements and messages cost on this machine, measured by the app in a real browser.
import { withApp } from "./lib/drive.mjs";
import { run } from "./lib/run.mjs";

const base = { agents: "1,10,50", repeats: "5" };
const cases = [
  ["pool, none", { topology: "none" }],
  ["pool, all-to-all", {}],
  ["pool, all-to-all, messages", { transport: "message" }],
  ["single-lane, none", { placement: "single-lane", topology: "none" }],
  ["worker-per-agent, none", { placement: "worker-per-agent", topology: "none" }],
];

const percent = (share) => (share === undefined || share === "" ? "–" : `${(Number(share) * 100).toFixed(1)}%`);
const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];

function lossOf(result) {
  const valid = result.trials.filter((trial) => trial.state === "valid" && trial.agents === 50);
  const rows = valid.filter((trial) => trial.kind === "row" && trial.loss !== null);
  const controls = valid.filter((trial) => trial.kind === "control");
  if (rows.length === 0 || controls.length === 0) return "";
  const total = 1 - median(rows.map((t) => t.opsPerSecond)) / median(controls.map((t) => t.opsPerSecond));
  const part = (name) => percent(median(rows.map((trial) => trial.loss[name])));
  return `loss ${percent(total)}: fuse ${part("fuse")}, transport ${part("transport")}, wait ${part("wait")}`;
}

const built = await run("vite", ["build", "--logLevel", "warn"]);
if (built.code !== 0) process.exit(1);
console.log("explorer 10×10, length 2, saturated; core-normalised efficiency and X(N)/X(1), medians of 5 trials\n");
await withApp(async (runInApp) => {
  for (const [name, parameters] of cases) {
    const { result, row } = await runInApp({ ...base, ...parameters });
    const { parallelCapacity: capacity, mainThreadBusyShare, longTasks } = result.environment;
    const solo = median(
      result.trials.filter((t) => t.kind === "solo" && t.state === "valid").map((t) => t.opsPerSecond),
    );
    const figures = [1, 10, 50].map((agents) => {
      const ratio = Number(row(agents)["throughput (op/s)"]) / solo;
      return `N=${agents}: ${percent(row(agents)["core-normalised efficiency (share)"])} (×${ratio.toFixed(2)})`;
    });
    console.log(`${name.padEnd(28)} ${figures.join("  ")}`);
    console.log(
      `${"".padEnd(28)} C ${capacity.cores} (${capacity.low}–${capacity.high}), X(1) ${solo} op/s, main thread busy ${percent(mainThreadBusyShare)}, ${longTasks} long tasks${lossOf(result) === "" ? "" : `; ${lossOf(result)}`}`,
    );
  }
});
