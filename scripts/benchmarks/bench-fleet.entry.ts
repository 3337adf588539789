// How long the merge of a large fleet takes, and how much memory: fifty files of 1 MB, through the command's own code.
import { mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { shardFileName, shardFileText } from "../../src/comparison/fleet/shard-file.ts";
import { realisticResult } from "../../src/results/fixtures/realistic-result.ts";
import type { Result } from "../../src/results/format/result.ts";
import { logBuckets } from "../../src/statistics/log-buckets.ts";
import { median } from "../../src/statistics/summary.ts";
import { seededRandom } from "../../src/workloads/chance.ts";

const MACHINES = 50;
const ROUNDS = 5;

/** Different times that each trial saw: with these a file has about 1 MB. */
const TIMES = 1_800;

/** A result of about 1 MB: thirty repeats, with how the times of single ops spread in every trial. */
function largeResult(index: number): Result {
  const random = seededRandom(index + 1);
  const result = realisticResult({ seed: 7, repeats: 30, noise: 0.02 });
  return {
    ...result,
    id: `bench-fleet-${index}`,
    samples: result.samples.map((sample) => {
      if (sample.state !== "valid") return sample;
      const times = Float64Array.from({ length: TIMES }, () => Math.ceil(Math.exp(14 * random())));
      const service = times.map((time) => Math.ceil(time / 3));
      return { ...sample, distributions: { latency: logBuckets([times]), service: logBuckets([service]) } };
    }),
  };
}

/** @param merge `npm run merge`; what it prints is held back */
export async function reportFleet(merge: (args: readonly string[]) => Promise<number>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "headroom-bench-fleet-"));
  try {
    const points = [1, 5, 10, 15, 20, 30, 50];
    for (let index = 0; index < MACHINES; index += 1) {
      const place = {
        mode: "replicate",
        machines: MACHINES,
        index,
        attempt: 1,
        pod: null,
        node: `node-${index}`,
      } as const;
      writeFileSync(
        join(folder, shardFileName(index)),
        shardFileText({ ...place, points, result: largeResult(index) }),
      );
    }
    const bytes = statSync(join(folder, shardFileName(0))).size;
    console.log(`${MACHINES} files of ${(bytes / 1e6).toFixed(2)} MB, merged ${ROUNDS} times:`);
    const seconds: number[] = [];
    const ownSeconds: number[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      const began = performance.now();
      const used = process.cpuUsage();
      const code = await merge([
        "--results",
        folder,
        "--machines",
        String(MACHINES),
        "--out",
        join(folder, "machines.ndjson"),
      ]);
      seconds.push((performance.now() - began) / 1_000);
      const { user, system } = process.cpuUsage(used);
      ownSeconds.push((user + system) / 1e6);
      if (code !== 0) throw new Error(`The merge ended with ${code}.`);
    }
    const most = Math.max(...seconds);
    const heap = process.resourceUsage().maxRSS / 1_024;
    console.log(`  median ${(median(seconds) ?? 0).toFixed(2)} s, longest ${most.toFixed(2)} s; wanted: under 5 s`);
    console.log(
      `  of that on a core: median ${(median(ownSeconds) ?? 0).toFixed(2)} s; the rest other programs had the machine`,
    );
    console.log(`  most memory of the process, its start and the files that it made included: ${heap.toFixed(0)} MB`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
