// Draws whole recorded sessions, compares them as results are compared, and counts what the verdicts say.
import { BAND_ABOVE } from "../../src/regression/bands.ts";
import { measuredOf } from "../../src/comparison/cells/result-cells.ts";
import type { ValidSample } from "../../src/measurement/run/sample.ts";
import { compareResults, type MeasuredResult } from "../../src/regression/comparison.ts";
import { declaredMeasures } from "../../src/results/experiment.ts";
import { RESULT_FORMAT, RESULT_VERSION, type Result } from "../../src/results/format/result.ts";
import { experimentFrom } from "../../src/scenarios/experiments.ts";
import { scaling } from "../../src/scenarios/scaling/scaling.ts";
import { textsOf, withSettings } from "../../src/scenarios/texts.ts";
import { sampleStandardDeviation } from "simple-statistics";
import { byPoint, valuesOf } from "../../src/scenarios/contract/rows.ts";
import { median } from "../../src/statistics/summary.ts";
import { seededRandom } from "../../src/workloads/chance.ts";
import { sessionConfiguration } from "./regress-session.ts";

const COMPARISONS = 200;
const BASELINE_SESSIONS = 8;
/** 7 agent counts × 3 metrics. */
const JUDGED_21 = ["throughput", "p50", "p95"];
/** The same number of cells from throughput alone, which the clock of a browser always resolves. */
const SCALING_21 = ["throughput", "efficiency", "core-normalised"];
const FALSE_ALARMS_MOST = 0.05;
const SEEN_LEAST = 0.95;

const bands = Object.keys(BAND_ABOVE);
const warnings: readonly string[] = ["warning", "critical"];

/** A session as a result; everything but the samples is the same for all. */
function resultOf(samples: readonly ValidSample[], n: number): MeasuredResult {
  return measuredOf({
    format: RESULT_FORMAT,
    version: RESULT_VERSION,
    id: `session-${n}`,
    createdAt: "2026-01-01T00:00:00.000Z",
    scenario: { kind: scaling.kind, version: scaling.version },
    settings: sessionConfiguration.settings,
    measures: declaredMeasures(experimentFrom(sessionConfiguration)),
    environment: {
      browser: "Node",
      platform: "this machine",
      hardwareConcurrency: 1,
      parallelCapacity: { cores: 1, low: 1, high: 1 },
      isolated: false,
      timerStepUs: 1,
      engineVersion: "1",
      appVersion: "0",
      workers: 1,
      transport: null,
      engineMemory: { perAgentBytes: 1, sharedPerWorkerBytes: 1 },
      processMemory: { state: "unavailable", reason: "not measured" },
      mainThreadBusyShare: null,
      longTasks: null,
    },
    samples,
  });
}

function withMetrics(result: MeasuredResult, ids: readonly string[] | null): MeasuredResult {
  return ids === null ? result : { ...result, cells: result.cells.filter(({ metric }) => ids.includes(metric.id)) };
}

interface Count {
  comparisons: number;
  raised: number;
  cells: number;
  cellsRaised: number;
}

function count(
  pairs: readonly (readonly [readonly MeasuredResult[], MeasuredResult])[],
  raising: readonly string[],
): Count {
  const total: Count = { comparisons: 0, raised: 0, cells: 0, cellsRaised: 0 };
  for (const [baselines, current] of pairs) {
    const { cells } = compareResults(baselines, current);
    const raised = cells.filter(({ outcome }) => raising.includes(outcome.verdict)).length;
    total.comparisons += 1;
    total.raised += raised > 0 ? 1 : 0;
    total.cells += cells.length;
    total.cellsRaised += raised;
  }
  return total;
}

function line(what: string, { comparisons, raised, cells, cellsRaised }: Count, target: string): void {
  const share = ((100 * raised) / comparisons).toFixed(1);
  const ofCells = ((100 * cellsRaised) / cells).toFixed(1);
  console.log(
    `${what.padEnd(66)} ${String(raised).padStart(3)} of ${comparisons} comparisons (${share} %; ${target}), ${cellsRaised} of ${cells} cells (${ofCells} %)`,
  );
}

/**
 * How far two sessions of unchanged code lie apart in nineteen of twenty cases, as a share of throughput: 1.96 · √2 standard deviations of
 * a session's median, from how the medians of all sessions deviate; the middle of all agent counts.
 */
function apartBy(sessions: readonly (readonly ValidSample[])[]): number {
  const { points } = experimentFrom(sessionConfiguration);
  const apart = points.map((at) => {
    const medians = sessions.map((samples) => Math.log(median(throughputsAt(samples, at)) ?? 1));
    return Math.expm1(1.96 * Math.SQRT2 * sampleStandardDeviation(medians));
  });
  return median(apart) ?? 0;
}

function throughputsAt(samples: readonly ValidSample[], at: number): number[] {
  return valuesOf(byPoint(samples, "row").get(at) ?? [], "throughput");
}

/** A slow-down that is no larger than what unchanged sessions differ by cannot be told from them, whatever judges it. */
function machineText(unchanged: readonly (readonly ValidSample[])[], slowed: readonly (readonly ValidSample[])[]) {
  const lost = experimentFrom(sessionConfiguration).points.map((at) => {
    const [before, after] = [unchanged, slowed].map((sessions) =>
      median(sessions.flatMap((one) => throughputsAt(one, at))),
    );
    return 1 - (after ?? 0) / (before ?? 1);
  });
  const apart = apartBy(unchanged);
  const slower = median(lost) ?? 0;
  const said = `Sessions of unchanged code lay up to ${(100 * apart).toFixed(1)} % apart (95 %, throughput); the slowed ones lost ${(100 * slower).toFixed(1)} %.`;
  return apart < slower
    ? said
    : `${said}\nNo verdict could tell these apart: this machine is not at rest. Repeat where other programs leave it alone.`;
}

/**
 * Prints false alarms and slow-downs seen.
 * @returns 0 where both targets of the 21 cells hold, else 1
 */
export function reportRates(unchanged: readonly ValidSample[][], slowed: readonly ValidSample[][]): 0 | 1 {
  const random = seededRandom(1);
  const same = unchanged.map(resultOf);
  const slower = slowed.map(resultOf);
  const pick = (from: readonly MeasuredResult[]): MeasuredResult => {
    const drawn = from[Math.floor(random() * from.length)];
    if (drawn === undefined) throw new Error("There are no sessions.");
    return drawn;
  };
  /** Another session than the one given: a session beside itself would say nothing. */
  const other = (than: readonly MeasuredResult[]): MeasuredResult => {
    for (;;) {
      const drawn = pick(same);
      if (!than.includes(drawn)) return drawn;
    }
  };
  const several = (): MeasuredResult[] => {
    const drawn: MeasuredResult[] = [];
    while (drawn.length < BASELINE_SESSIONS) drawn.push(other(drawn));
    return drawn;
  };
  const draws = Array.from({ length: COMPARISONS }, () => {
    const baseline = pick(same);
    const sessions = several();
    return { baseline, again: other([baseline]), slow: pick(slower), sessions, next: other(sessions) };
  });
  const rates = (ids: readonly string[] | null) => {
    const only = (result: MeasuredResult): MeasuredResult => withMetrics(result, ids);
    return {
      alarms: count(
        draws.map(({ baseline, again }) => [[only(baseline)], only(again)]),
        bands,
      ),
      seen: count(
        draws.map(({ baseline, slow }) => [[only(baseline)], only(slow)]),
        warnings,
      ),
      sessionAlarms: count(
        draws.map(({ sessions, next }) => [sessions.map(only), only(next)]),
        bands,
      ),
      sessionSeen: count(
        draws.map(({ sessions, slow }) => [sessions.map(only), only(slow)]),
        warnings,
      ),
    };
  };
  const main = rates(JUDGED_21);
  const all = rates(null);
  console.log("21 cells: 7 agent counts × throughput, p50, p95; 10 repeats");
  line("A/A, one session against another: any band", main.alarms, "at most 5 %");
  line("15 % slow-down, one against one: warning or worse", main.seen, "at least 95 %");
  line(`A/A, one against ${BASELINE_SESSIONS} sessions: any band`, main.sessionAlarms, "at most 5 %");
  line(
    `15 % slow-down, one against ${BASELINE_SESSIONS} sessions: warning or worse`,
    main.sessionSeen,
    "for comparison",
  );
  console.log("\nEvery metric that a result has");
  line("A/A, one session against another: any band", all.alarms, "at most 5 %");
  line("15 % slow-down, one against one: warning or worse", all.seen, "at least 95 %");
  console.log(`\n${machineText(unchanged, slowed)}`);
  const holds = main.alarms.raised <= FALSE_ALARMS_MOST * COMPARISONS && main.seen.raised >= SEEN_LEAST * COMPARISONS;
  console.log(holds ? "\nBoth targets hold." : "\nA target does not hold.");
  return holds ? 0 : 1;
}

/** The thorough preset on seven agent counts, agents on their own: what the engine does is all that is measured. */
export const pairsTexts: Readonly<Record<string, string>> = textsOf(
  withSettings(scaling.standard(), {
    topology: "none",
    ...scaling.presets.find(({ name }) => name === "thorough")?.settings,
  }),
);

/** One real measurement in a browser, its arms interleaved: as it is, as it is again, and slowed. */
export type Triple = readonly [unchanged: Result, again: Result, slowed: Result];

/**
 * Prints what the verdicts say of real pairs, by every metric that a result has, and how much slower the slowed arm was.
 * @returns 0 where at most 5 % of unchanged pairs raise a band and every slowed one a warning, else 1
 */
export function reportPairs(triples: readonly Triple[]): 0 | 1 {
  const measured = triples.map((triple) => triple.map(measuredOf));
  const pairs = (other: 1 | 2, ids: readonly string[] | null) =>
    measured.flatMap((arms) => {
      const [baseline, current] = [arms[0], arms[other]];
      if (baseline === undefined || current === undefined) return [];
      return [[[withMetrics(baseline, ids)], withMetrics(current, ids)] as const];
    });
  for (const [what, ids] of [
    ["7 agent counts × throughput, efficiency, core-normalised", SCALING_21],
    ["Every metric that a result has", null],
  ] as const) {
    console.log(what);
    line("real A/A pair, interleaved: any band", count(pairs(1, ids), bands), "at most 5 %");
    line("15 % slow-down in every op, interleaved: warning or worse", count(pairs(2, ids), warnings), "all");
  }
  const ratios = measured.flatMap(([, again, slow]) => {
    if (again === undefined || slow === undefined) return [];
    const { cells } = compareResults([again], slow);
    return cells.flatMap(({ metric, outcome }) =>
      metric.id === "throughput" ? (outcome.figures.hodgesLehmann ?? outcome.figures.change ?? []) : [],
    );
  });
  console.log(
    `The slowed arm lost ${(100 * (median(ratios) ?? 0)).toFixed(1)} % of its throughput (median of all rows).`,
  );
  const alarms = count(pairs(1, null), bands);
  const seen = count(pairs(2, null), warnings);
  const holds = alarms.raised <= FALSE_ALARMS_MOST * alarms.comparisons && seen.raised === seen.comparisons;
  console.log(holds ? "\nBoth targets hold for the real pairs.\n" : "\nA target does not hold for the real pairs.\n");
  return holds ? 0 : 1;
}
