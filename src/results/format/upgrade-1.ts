// Turns a result of version 1 into one of version 2. Frozen: it writes what version 2 is, whatever the live scenario has become.
import type { VersionOne } from "./version-1.ts";
import type { VersionTwo } from "./version-2.ts";

type Trial = VersionOne["trials"][number];
type ValidTrial = Extract<Trial, { readonly state: "valid" }>;
type Sample = VersionTwo["samples"][number];

/** What version 1 could measure, in its order. */
const measures: readonly VersionTwo["measures"][number][] = [
  { id: "throughput", label: "throughput", unit: "op/s", better: "higher" },
  { id: "p50", label: "p50 latency", unit: "µs", better: "lower" },
  { id: "p95", label: "p95 latency", unit: "µs", better: "lower" },
  { id: "p99", label: "p99 latency", unit: "µs", better: "lower" },
  { id: "service-p50", label: "service p50", unit: "µs", better: null },
  { id: "service-p95", label: "service p95", unit: "µs", better: null },
  { id: "service-p99", label: "service p99", unit: "µs", better: null },
  { id: "late-ops", label: "late ops a trial", unit: "count", better: null },
  { id: "fuse", label: "fuse", unit: "share", better: null },
  { id: "transport", label: "transport", unit: "share", better: null },
  { id: "wait", label: "wait", unit: "share", better: null },
  { id: "warmup-blocks", label: "warm-up blocks", unit: "count", better: null },
];

/** What was null because the window could not have it is left out; p99 was withheld, and stays null. */
function figuresOf({ opsPerSecond, latency, service, lateOps, loss, warmupBlocks }: ValidTrial) {
  return {
    throughput: opsPerSecond,
    p50: latency.p50Us,
    p95: latency.p95Us,
    p99: latency.p99Us,
    ...(service === null
      ? {}
      : { "service-p50": service.p50Us, "service-p95": service.p95Us, "service-p99": service.p99Us }),
    ...(lateOps === null ? {} : { "late-ops": lateOps }),
    ...loss,
    "warmup-blocks": warmupBlocks,
  };
}

function sampleOf(trial: Trial): Sample {
  const { kind, agents, repeat, attempt } = trial;
  const place = { series: kind, at: agents, repeat, attempt };
  return trial.state === "valid"
    ? { ...place, state: trial.state, figures: figuresOf(trial) }
    : { ...place, state: trial.state, reason: trial.reason };
}

/** The same result in version 2. It declares the measures that its trials have. */
export function upgradeVersionOne({ configuration, trials, ...rest }: VersionOne): VersionTwo {
  const samples = trials.map(sampleOf);
  const measured = new Set(samples.flatMap((sample) => (sample.state === "valid" ? Object.keys(sample.figures) : [])));
  return {
    ...rest,
    version: 2,
    scenario: { kind: "scaling", version: 1 },
    settings: configuration,
    measures: measures.filter(({ id }) => measured.has(id)),
    samples,
  };
}
