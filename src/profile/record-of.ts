// What lanes reported as the record of a profile: each phase by the method that the clock allows, and what probes cost.
import type { OwnedBytes, ProfileReport, SegmentReport } from "../measurement/lane/profile-order.ts";
import { PROFILE_PHASES } from "../measurement/lane/profile-phases.ts";
import { STEPS_LEAST } from "../measurement/lane/repetition.ts";
import { estimate, median } from "../statistics/summary.ts";
import type { ProfileRecord } from "./format-1.ts";

/** A look at the clock that costs more than this share of a phase changes how fast the code behind it runs: taking its cost off is not enough. */
const LOOK_SHARE_MOST = 0.02;

/** Of an op this share is left at least when looks are taken off. */
const LEAST_LEFT = 0.01;

type Phase = ProfileRecord["phases"][number];

/** A segment of all lanes at its place among the others. */
interface Joined {
  readonly phase: SegmentReport["phase"];
  readonly perOpUs: number;
  readonly method: Exclude<Phase["method"], "both">;
  readonly batch: number;
  readonly probeUs: number;
}

function sum<Of>(of: readonly Of[], value: (one: Of) => number): number {
  return of.reduce((total, one) => total + value(one), 0);
}

function plainOpsOf({ pairs }: ProfileReport): number {
  return sum(pairs, ({ plainOps }) => plainOps);
}

/** Between two looks, ms: the median of blocks, since in some of them something else had the core. */
function eachMs({ blockMs }: SegmentReport): number {
  return median(blockMs) ?? 0;
}

/** An op without probes, ms: the median of blocks, less their few looks at the clock. */
function opMs({ pairs, plainLooks, stampMs }: ProfileReport): number {
  const middle = median(pairs.map(({ plainMs, plainOps }) => plainMs / plainOps)) ?? 0;
  // A round of nothing but looks takes no time that the clock can tell.
  return Math.max(middle * LEAST_LEFT, middle - plainLooks * stampMs);
}

/** One segment over all lanes, each weighted by the ops that it did without probes. */
function joined(reports: readonly ProfileReport[], at: number): Joined | null {
  const lanes = reports.flatMap((report) => {
    const segment = report.segments[at];
    return segment === undefined ? [] : [{ report, segment }];
  });
  const [first] = lanes;
  if (first === undefined) return null;
  const stamps = sum(lanes, ({ segment }) => segment.stamps);
  const meanMs = sum(lanes, ({ segment }) => eachMs(segment) * segment.stamps) / Math.max(1, stamps);
  const stepMs = Math.max(...reports.map(({ timerStepUs }) => timerStepUs)) / 1_000;
  const lookMs = Math.max(...reports.map(({ stampMs }) => stampMs));
  const isLong = meanMs >= STEPS_LEAST * stepMs;
  const isDisturbed = lookMs > LOOK_SHARE_MOST * meanMs;
  const isRepeated = lanes.every(({ segment }) => segment.repeatedMs !== null);
  const method = isRepeated && (!isLong || isDisturbed) ? "repetition" : isLong ? "stamps" : "coarse";
  const ops = sum(reports, plainOpsOf);
  const perOp = (of: (report: ProfileReport, segment: SegmentReport, perOp: number) => number): number =>
    sum(lanes, ({ report, segment }) => {
      const probedOps = sum(report.pairs, (pair) => pair.probedOps);
      return of(report, segment, segment.stamps / Math.max(1, probedOps)) * plainOpsOf(report);
    }) / Math.max(1, ops);
  const probeMs = perOp(({ stampMs }, _, times) => stampMs * times);
  const stampedMs = perOp(({ stampMs }, segment, times) => {
    return Math.max(0, eachMs(segment) - stampMs) * times;
  });
  const repeatedMs = perOp((_, segment, times) => (segment.repeatedMs ?? 0) * times);
  return {
    phase: first.segment.phase,
    perOpUs: 1_000 * (method === "repetition" ? repeatedMs : stampedMs),
    method,
    batch: method === "repetition" ? Math.min(...lanes.map(({ segment }) => segment.batch)) : 0,
    probeUs: 1_000 * probeMs,
  };
}

function phaseOf(phase: Joined["phase"], segments: readonly Joined[]): Phase[] {
  const own = segments.filter((segment) => segment.phase === phase);
  const [first] = own;
  if (first === undefined) return [];
  const methods = new Set(own.map(({ method }) => method));
  const batches = own.map(({ batch }) => batch).filter((batch) => batch > 0);
  return [
    {
      phase,
      perOpUs: sum(own, ({ perOpUs }) => perOpUs),
      method: methods.size === 1 ? first.method : "both",
      batch: batches.length === 0 ? 0 : Math.min(...batches),
      probeUs: sum(own, ({ probeUs }) => probeUs),
    },
  ];
}

/** What probes change, from pairs of neighbouring blocks. */
function probesOf(reports: readonly ProfileReport[]): ProfileRecord["probes"] {
  const pairs = reports.flatMap((report) => report.pairs);
  const plain = pairs.map(({ plainMs, plainOps }) => plainMs / plainOps);
  // Each pair by itself: what slows both of its blocks falls out.
  const changes = pairs.map(({ probedMs, probedOps }, at) => probedMs / probedOps / (plain[at] ?? 1));
  const known = estimate(changes);
  if (known === null) return { change: 0, interval: null, pairs: pairs.length };
  const { median: middle, interval } = known;
  const shifted = interval === null ? null : { kind: interval.kind, low: interval.low - 1, high: interval.high - 1 };
  return { change: middle - 1, interval: shifted, pairs: pairs.length };
}

function bytesOf(reports: readonly ProfileReport[]): OwnedBytes {
  const of = (owner: keyof OwnedBytes): number => sum(reports, ({ bytes }) => bytes[owner]);
  return {
    model: of("model"),
    scratch: of("scratch"),
    beliefs: of("beliefs"),
    published: of("published"),
    cache: of("cache"),
    links: of("links"),
  };
}

/** The part of a record that lanes report. @param reports one per lane, at least one */
export function measuredOf(
  reports: readonly ProfileReport[],
): Pick<ProfileRecord, "workers" | "opUs" | "phases" | "probes" | "bytes"> {
  const ops = sum(reports, plainOpsOf);
  const wholeMs = sum(reports, (report) => opMs(report) * plainOpsOf(report));
  const segments = (reports[0]?.segments ?? []).flatMap((_, at) => joined(reports, at) ?? []);
  return {
    workers: reports.map((report) => ({ agents: report.agents, ops: plainOpsOf(report) })),
    opUs: (1_000 * wholeMs) / Math.max(1, ops),
    phases: PROFILE_PHASES.flatMap((phase) => phaseOf(phase, segments)),
    probes: probesOf(reports),
    bytes: bytesOf(reports),
  };
}
