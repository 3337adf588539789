// The engine benchmark: rates of recorded models, against the dense oracle in the same run and pymdp elsewhere.
import { seededRandom } from "../../src/workloads/chance.ts";
import { readMessages } from "../../src/workloads/occupancy.ts";
import { createDenseRunner, createEngineRunner } from "./bench-engine-runners.ts";
import { benchModels, explorerModels } from "./bench-engine-models.ts";

const WINDOWS = 7;
const WINDOW_MS = 150;
const WARM_UP_MS = 400;

/** Calls `op` for about `milliseconds`; nanoseconds per call. */
function timeWindow(op: () => void, milliseconds: number, batch: number): number {
  const start = performance.now();
  let calls = 0;
  let elapsed = 0;
  while (elapsed < milliseconds) {
    for (let i = 0; i < batch; i += 1) op();
    calls += batch;
    elapsed = performance.now() - start;
  }
  return (elapsed * 1e6) / calls;
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? (sorted[middle] ?? 0) : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
}

function ratio(value: number): string {
  return `${value >= 100 ? value.toFixed(0) : value.toFixed(1)}×`;
}

function row(cells: readonly string[]): string {
  const widths = [30, 9, 11, 20, 12, 26];
  return cells.map((cell, i) => (i === 0 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0))).join(" ");
}

function benchModelsTable(only: readonly string[], withOracle: boolean): void {
  const heading = ["model", "policies", "µs/op", "op/s per core", "vs oracle", "vs pymdp, another machine"];
  console.log(row(heading));
  for (const { name, spec, pymdpMs } of benchModels()) {
    if (only.length > 0 && !only.some((word) => name.includes(word))) continue;
    const engine = createEngineRunner(spec, 1);
    const dense = createDenseRunner(spec, 1);
    timeWindow(engine.step, WARM_UP_MS, 10);
    const engineTimes: number[] = [];
    const denseTimes: number[] = [];
    for (let w = 0; w < WINDOWS; w += 1) {
      engineTimes.push(timeWindow(engine.step, WINDOW_MS, 10));
      if (withOracle) denseTimes.push(timeWindow(dense.step, WINDOW_MS / 3, 1));
    }
    const nanoseconds = median(engineTimes);
    const spread = (Math.max(...engineTimes) - Math.min(...engineTimes)) / nanoseconds / 2;
    console.log(
      row([
        name,
        String(engine.policies),
        (nanoseconds / 1000).toFixed(2),
        `${Math.round(1e9 / nanoseconds).toLocaleString("en")} ±${(100 * spread).toFixed(0)}%`,
        withOracle ? ratio(median(denseTimes) / nanoseconds) : "-",
        ratio((pymdpMs * 1e6) / nanoseconds),
      ]),
    );
  }
}

/** The engine beside itself without merging, window by window in turn. */
function benchMerging(only: readonly string[]): void {
  console.log("\nequal prefixes of policies planned once, µs/op");
  console.log(row(["model", "prefixes", "distinct", "each prefix (before)", "merged", "before / merged"]));
  for (const { name, spec } of [...benchModels(), ...explorerModels()]) {
    if (only.length > 0 && !only.some((word) => name.includes(word))) continue;
    const merged = createEngineRunner(spec, 1);
    if (merged.nodes === null) continue;
    const before = createEngineRunner(spec, 1, false);
    for (const { step } of [merged, before]) timeWindow(step, WARM_UP_MS, 10);
    const mergedTimes: number[] = [];
    const beforeTimes: number[] = [];
    for (let w = 0; w < WINDOWS; w += 1) {
      mergedTimes.push(timeWindow(merged.step, WINDOW_MS, 10));
      beforeTimes.push(timeWindow(before.step, WINDOW_MS, 10));
    }
    const [old, now] = [median(beforeTimes), median(mergedTimes)];
    const cells = [String(merged.prefixes), String(merged.nodes), (old / 1000).toFixed(2), (now / 1000).toFixed(2)];
    console.log(row([name, ...cells, `${(old / now).toFixed(2)}×`]));
  }
}

function benchMessages(): void {
  console.log("\nreading all-to-all messages, ns per add");
  for (const [agents, length] of [
    [10, 100],
    [50, 25],
    [50, 100],
    [200, 100],
  ] as const) {
    const messages = Float64Array.from({ length: agents * length }, seededRandom(agents));
    const receivers = Array.from({ length: agents }, () => new Float64Array(length));
    const adds = agents * (agents - 1) * length;
    const read = (): void => {
      readMessages(messages, length, agents, 0, receivers);
    };
    timeWindow(read, WARM_UP_MS / 2, 10);
    const times = Array.from({ length: WINDOWS }, () => timeWindow(read, WINDOW_MS / 3, 10));
    console.log(`${`${agents} agents × ${length} numbers`.padEnd(30)} ${(median(times) / adds).toFixed(3)}`);
  }
}

/**
 * Prints the tables. Arguments: words that select models by name, `--no-oracle` to skip the slow comparison,
 * `--no-messages` to skip message reading.
 */
export function runBenchmark(args: readonly string[]): void {
  benchModelsTable(
    args.filter((arg) => !arg.startsWith("--")),
    !args.includes("--no-oracle"),
  );
  benchMerging(args.filter((arg) => !arg.startsWith("--")));
  if (!args.includes("--no-messages")) benchMessages();
}
