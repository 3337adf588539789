// Profile version 1: the facts of a profile as its files hold them, apart from spans. Frozen: it imports no live form and never changes.
import * as v from "valibot";

/** Most of everything, so that reading a stranger's file is bounded. */
const LIMITS = { workersMost: 400, phasesMost: 20, settingsMost: 40, instantsMost: 100 } as const;

const short = v.pipe(v.string(), v.maxLength(120));
const sentence = v.pipe(v.string(), v.maxLength(300));
const time = v.pipe(v.number(), v.minValue(-1e12), v.maxValue(1e12));
const amount = v.pipe(v.number(), v.minValue(0), v.maxValue(1e15));
const count = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1e15));

const phase = v.object({
  /** Its name, such as "infer-states"; a later version may have others. */
  phase: v.pipe(v.string(), v.regex(/^[a-z][a-z-]{0,39}$/, "A phase is named in small letters.")),
  /** Time of an op, all workers together, µs; what probes cost is taken off. */
  perOpUs: time,
  method: v.picklist(["stamps", "repetition", "both", "coarse"]),
  /** Executions of the shortest batch; 0 where nothing was repeated. */
  batch: count,
  /** What the looks at the clock for this phase cost an op while it is probed, µs. */
  probeUs: amount,
});

export const formatOneSchema = v.object({
  format: v.literal("headroom-profile"),
  version: v.literal(1),
  createdAt: v.pipe(v.string(), v.isoTimestamp()),
  settings: v.pipe(
    v.record(
      v.pipe(v.string(), v.regex(/^[A-Za-z]{1,40}$/)),
      v.union([short, v.pipe(v.number(), v.minValue(-1e15), v.maxValue(1e15))]),
    ),
    v.check((settings) => Object.keys(settings).length <= LIMITS.settingsMost, "There are too many settings."),
  ),
  environment: v.object({
    browser: short,
    platform: short,
    hardwareConcurrency: v.pipe(count, v.minValue(1), v.maxValue(4_096)),
    isolated: v.boolean(),
    timerStepUs: v.pipe(v.number(), v.gtValue(0), v.maxValue(1e6)),
    engineVersion: short,
    appVersion: short,
  }),
  /** One per worker: its agents, and its ops in blocks without probes. */
  workers: v.pipe(
    v.array(v.object({ agents: count, ops: count })),
    v.minLength(1),
    v.maxLength(LIMITS.workersMost, `At most ${LIMITS.workersMost} workers are read here.`),
  ),
  /** A worker's time for an op without probes, µs. */
  opUs: v.pipe(v.number(), v.gtValue(0), v.maxValue(1e12)),
  phases: v.pipe(v.array(phase), v.maxLength(LIMITS.phasesMost, `At most ${LIMITS.phasesMost} phases are read here.`)),
  /** What probes change in an op's time, as a share, with its 95% interval, or its range of fewer than six pairs. */
  probes: v.object({
    change: time,
    interval: v.nullable(v.object({ kind: v.picklist(["confidence", "range"]), low: time, high: time })),
    pairs: count,
  }),
  /** The window whose spans are in the file: how many, and one of how many rounds. */
  trace: v.object({ durationMs: amount, every: v.pipe(count, v.minValue(1)), spans: count }),
  instants: v.pipe(
    v.array(v.object({ atUs: time, worker: v.nullable(count), text: sentence })),
    v.maxLength(LIMITS.instantsMost, `At most ${LIMITS.instantsMost} instants are read here.`),
  ),
  /** Exact bytes of typed arrays by owner, all workers together. */
  bytes: v.object({ model: count, scratch: count, beliefs: count, published: count, cache: count, links: count }),
  /** What the browser attributes to the workers. */
  processMemory: v.variant("state", [
    v.object({ state: v.literal("measured"), workersBytes: count, totalBytes: count }),
    v.object({ state: v.literal("unavailable"), reason: sentence }),
  ]),
});

/** A profile, apart from its spans. */
export type ProfileRecord = v.InferOutput<typeof formatOneSchema>;
