// The environment as result versions 1 and 2 hold it. Frozen with their first release: from then on a change of the live form goes into a new version, not here.
import * as v from "valibot";

const shortText = v.pipe(v.string(), v.maxLength(120));
const cores = v.pipe(v.number(), v.gtValue(0), v.maxValue(4_096));
const bytes = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1e15));
const share = v.pipe(v.number(), v.minValue(0), v.maxValue(1));
const count = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1e9));

const processMemory = v.variant("state", [
  v.object({
    state: v.literal("measured"),
    agents: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(2_000)),
    workers: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(400)),
    totalBytes: bytes,
    workersBytes: bytes,
  }),
  v.object({ state: v.literal("unavailable"), reason: v.pipe(v.string(), v.maxLength(300)) }),
]);

export const keptEnvironmentSchema = v.object({
  browser: shortText,
  platform: shortText,
  hardwareConcurrency: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(4_096)),
  parallelCapacity: v.object({ cores, low: cores, high: cores }),
  isolated: v.boolean(),
  timerStepUs: v.pipe(v.number(), v.gtValue(0), v.maxValue(1e6)),
  engineVersion: shortText,
  appVersion: shortText,
  workers: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(400)),
  transport: v.nullable(v.picklist(["shared-memory", "message"])),
  engineMemory: v.object({ perAgentBytes: bytes, sharedPerWorkerBytes: bytes }),
  processMemory,
  mainThreadBusyShare: v.nullable(share),
  longTasks: v.nullable(count),
  inWindows: v.exactOptional(v.object({ busyShare: v.nullable(share), longTasks: v.nullable(count) })),
  stolenShare: v.exactOptional(share),
  container: v.exactOptional(
    v.object({
      node: v.nullable(v.pipe(v.string(), v.maxLength(253))),
      quotaCores: v.nullable(cores),
      throttledShare: share,
      throttledPeriods: count,
    }),
  ),
});
