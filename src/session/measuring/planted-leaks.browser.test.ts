// D4: leaks that are planted in lifecycles on real workers. Each is found, and named by what and where it is.
import { expect, test } from "vitest";
import { ArmRunner } from "../../measurement/run/arm.ts";
import type { Sample } from "../../measurement/run/sample.ts";
import { WebLaneHost } from "../../measurement/workers/web-lane-host.ts";
import { experimentFrom } from "../../scenarios/experiments.ts";
import { memoryLifecycle } from "../../scenarios/memory-lifecycle/memory-lifecycle.ts";
import { lifecycleDefaults } from "../../scenarios/memory-lifecycle/fields.ts";
import { pageMemory } from "../ledger/page-memory.ts";

const cores = 2;
const capacity = { cores, low: cores, high: cores };

const idleScript = URL.createObjectURL(new Blob(["0"], { type: "text/javascript" }));

/** One worker for each lifecycle, which starts at once, and something that is left behind whenever it does. */
class LeakingLanes extends WebLaneHost {
  readonly #plant: () => void;
  #worker: Worker | null = null;

  constructor(plant: () => void) {
    super();
    this.#plant = plant;
  }

  override async prepare(): ReturnType<WebLaneHost["prepare"]> {
    this.#worker = new Worker(idleScript);
    this.#plant();
    return { state: "done", value: { perAgentBytes: 0, sharedPerWorkerBytes: 0, publishedBytes: 0, scratchBytes: 0 } };
  }

  override async window(): ReturnType<WebLaneHost["window"]> {
    return { state: "done", value: [] };
  }

  override reset(): void {
    this.#worker?.terminate();
    super.reset();
  }
}

/** @param repeats two blocks of a size show what is counted; five and more what is not */
async function sentenceWith(lanes: WebLaneHost, lifecycles: number, repeats: number): Promise<string> {
  const reading = memoryLifecycle.configure({ ...lifecycleDefaults, lifecycles, repeats, agents: 2, windowMs: 10 });
  if (reading.state === "refused") throw new Error(reading.message);
  const experiment = experimentFrom(reading.value);
  const runner = new ArmRunner(
    { measurable: experiment, host: lanes },
    { capacity, timerStepUs: 5, measured: [], poolWorkers: cores },
    {
      canShareMemory: true,
      nowMs: () => performance.now(),
      watch: () => () => null,
      isStopped: () => false,
      memory: pageMemory,
    },
    () => undefined,
  );
  const samples: Sample[] = [];
  for (const planned of experiment.plan) {
    const sample = await runner.attempt(planned, 0);
    if (sample?.state !== "valid") throw new Error(sample?.reason ?? "stopped");
    samples.push(sample);
  }
  lanes.reset();
  const on = { capacity, timerStepUs: 5, engineMemory: null, processMemory: null };
  const rows = experiment.rowsOf(samples, on, false);
  return experiment.sentenceOf({ rows, samples, on, quality: "steady" }) ?? "";
}

/** What a lifecycle may leave behind at most, as published: a leak of this is found, whatever else the page does. */
const LEAKED_BYTES = 1_000_000;
/** About what a promise takes in a map, with what waits for it. */
const PROMISE_BYTES = 125;

const kept: unknown[] = [];
const channel = new MessageChannel();
const promises = new Map<number, Promise<unknown>>();
const memory = new WebAssembly.Memory({ initial: 1, maximum: 10_000 });

test.each([
  {
    leak: "a worker that is never ended",
    plant: () => void kept.push(new Worker(idleScript)),
    named: "workers not ended",
  },
  {
    leak: "a listener on a port that lives on",
    plant: () => channel.port1.addEventListener("message", () => kept.length),
    named: "listeners not removed",
  },
  { leak: "a port that is not closed", plant: () => void new MessageChannel(), named: "ports left open" },
  { leak: "a WebAssembly memory that grows", plant: () => void memory.grow(1), named: "WebAssembly memory held" },
  {
    leak: "a SharedArrayBuffer that is kept",
    plant: () => void kept.push(new SharedArrayBuffer(65_536)),
    named: "shared buffers held",
  },
  {
    leak: "an object URL that is not revoked",
    plant: () => void URL.createObjectURL(new Blob(["a"])),
    named: "object URLs not revoked",
  },
  { leak: "performance entries", plant: () => void performance.mark("planted"), named: "performance entries" },
  {
    leak: "nodes in the document",
    plant: () => document.body.append(document.createElement("i")),
    named: "document nodes",
  },
])("D4: $leak fails at once, by its name", async ({ plant, named }) => {
  const sentence = await sentenceWith(new LeakingLanes(plant), 1, 2);
  expect(sentence).toContain("Memory leaks.");
  expect(sentence).toContain(named);
});

test.each([
  {
    leak: "an array that is retained",
    plant: () => void kept.push(new Float64Array(LEAKED_BYTES / Float64Array.BYTES_PER_ELEMENT).fill(0.5)),
  },
  {
    leak: "a map of promises that grows",
    plant: () => {
      for (let n = 0; n < LEAKED_BYTES / PROMISE_BYTES; n += 1) {
        const { promise } = Promise.withResolvers<unknown>();
        promises.set(
          promises.size,
          promise.then(() => promises.size),
        );
      }
    },
  },
])("D4: $leak is found in the page, by its bytes", async ({ plant }) => {
  expect(await sentenceWith(new LeakingLanes(plant), 2, 8)).toMatch(
    /^Memory leaks: each lifecycle leaves about [\d.,]+ [kM]B behind in the page/,
  );
});

test("D4: lanes that leave nothing behind are clean, whatever else the page does", async () => {
  expect(await sentenceWith(new LeakingLanes(() => undefined), 2, 5)).toMatch(
    /^No leak is seen\. Each lifecycle may leave .* behind at most/,
  );
});

test("D5: lanes as they are give back all that is counted", async () => {
  expect(await sentenceWith(new WebLaneHost(), 1, 1)).toContain("five readings of each kind of block are needed");
});
