// What is measured for a comparison: an experiment against itself, or the rows that a verdict flagged once more.
import { estimateSeconds } from "../measurement/run/estimate.ts";
import type { JudgedComparison } from "../regression/comparison.ts";
import type { Verdict } from "../regression/verdict.ts";
import { experimentOf } from "../results/experiment.ts";
import type { Result } from "../results/format/result.ts";
import { experimentFrom } from "../scenarios/experiments.ts";
import { scenarioOf } from "../scenarios/registry.ts";
import type { Experiment } from "../scenarios/contract/experiment.ts";
import type { Named } from "./compared.ts";

/** Fewer repeats give no verdict. */
const REPEATS_LEAST = 10;
/** The setting of a scenario that says how often each point is measured. */
const REPEATS = "repeats";
const NAME_MOST = 90;

const flags: ReadonlySet<Verdict["verdict"]> = new Set([
  "minor",
  "warning",
  "critical",
  "inconclusive",
  "within-noise",
]);

/** `calibration`: the same experiment against itself. `again`: what a verdict flagged, once more. */
export type PairPurpose = "calibration" | "again";

export interface PairToMeasure {
  readonly purpose: PairPurpose;
  readonly experiments: readonly [Experiment, Experiment];
  /** What the two results are called in the library. */
  readonly names: readonly [string, string];
}

export type PairPlan =
  | {
      readonly state: "possible";
      readonly asked: PairToMeasure;
      /** What is measured, such as "1, 5 agents"; where the scenario cannot choose rows, "all rows". */
      readonly rows: string;
    }
  /** The reason is for a reader; null where there is nothing to measure. */
  | { readonly state: "impossible"; readonly reason: string | null };

/** What of this page a result would have to share to be measured again here. */
export interface Here {
  readonly browser: string;
  readonly platform: string;
  readonly isolated: boolean;
  readonly engineVersion: string;
}

function impossible(reason: string | null): PairPlan {
  return { state: "impossible", reason };
}

/** What says how much of an experiment is measured, and nothing of what is measured. */
function amountFields({ scenario }: Experiment): ReadonlySet<string> {
  return new Set([REPEATS, ...(scenario.axis.field === null ? [] : [scenario.axis.field])]);
}

/** Whether two results are of one experiment by one engine, however much of it was measured. */
export function isSameExperiment(a: Result, b: Result): boolean {
  const [first, second] = [a, b].map((result) => {
    const amount = amountFields(experimentOf(result));
    const settings = Object.entries(result.settings).filter(([name]) => !amount.has(name));
    const byName = settings.sort(([one], [other]) => (one < other ? -1 : 1));
    return JSON.stringify([result.scenario, byName, result.environment.engineVersion]);
  });
  return first === second;
}

/**
 * The experiment with repeats enough for a verdict.
 * @param points the only ones that are measured, where the scenario can choose
 * @returns a text where it cannot be measured so, which says why
 */
function repeated(result: Result, points: readonly number[] | null): Experiment | string {
  const { kind, version } = result.scenario;
  const scenario = scenarioOf(kind);
  if (scenario === null || scenario.version !== version) {
    return `It cannot be measured here: this Headroom does not measure the scenario “${kind}” in version ${version}.`;
  }
  const { field } = scenario.axis;
  const repeats = result.settings[REPEATS];
  if (typeof repeats !== "number") {
    return `It cannot be measured here: the scenario “${kind}” has no setting “${REPEATS}”, and a verdict needs ${REPEATS_LEAST}.`;
  }
  const reading = scenario.configure({
    ...result.settings,
    [REPEATS]: Math.max(REPEATS_LEAST, repeats),
    ...(field === null || points === null ? {} : { [field]: points }),
  });
  return reading.state === "read" ? experimentFrom(reading.value) : reading.message;
}

/** "1, 5 agents", "6 rows", or "all rows" where the scenario has no field that chooses them. */
function rowsText({ scenario: { axis } }: Experiment, points: readonly number[]): string {
  if (axis.field === null) return "all rows";
  if (points.length > 4) return `${points.length} rows`;
  const [last] = points.slice(-1);
  return [...points.slice(0, -1).map((at) => axis.format(at)), ...(last === undefined ? [] : [axis.nameOf(last)])].join(
    ", ",
  );
}

/** The experiment of a result twice, with repeats enough for a verdict; not where it would not count for it. */
export function calibrationPlan({ name, result }: Named, here: Here): PairPlan {
  const { environment } = result;
  const isHere =
    environment.browser === here.browser &&
    environment.platform === here.platform &&
    environment.isolated === here.isolated &&
    environment.engineVersion === here.engineVersion;
  if (!isHere) {
    return impossible(
      "Calibrate is for results of this machine, browser and engine, and the judged one is of another.",
    );
  }
  const experiment = repeated(result, null);
  if (typeof experiment === "string") return impossible(experiment);
  const called = name.slice(0, NAME_MOST);
  return {
    state: "possible",
    rows: rowsText(experiment, experiment.points),
    asked: {
      purpose: "calibration",
      experiments: [experiment, experiment],
      names: [`Calibration 1 of ${called}`, `Calibration 2 of ${called}`],
    },
  };
}

/** Points of both results that have a band or are inconclusive in any metric, ascending. */
function flaggedPoints({ cells }: JudgedComparison, baseline: Experiment, current: Experiment): number[] {
  const { id } = baseline.scenario.axis;
  const flagged = new Set(
    cells.flatMap(({ row, outcome }) =>
      row.kind === "point" && row.axis === id && flags.has(outcome.verdict) ? [row.at] : [],
    ),
  );
  return baseline.points.filter((at) => current.points.includes(at) && flagged.has(at));
}

/** The flagged rows of both results, to be measured here in turn. Where a scenario cannot choose rows, all of them. */
export function againPlan(
  comparison: JudgedComparison,
  baseline: Named,
  current: Named,
  { engineVersion }: Pick<Here, "engineVersion">,
): PairPlan {
  const points = flaggedPoints(comparison, experimentOf(baseline.result), experimentOf(current.result));
  if (points.length === 0) return impossible(null);
  const engines = [baseline, current].map(({ result }) => result.environment.engineVersion);
  const other = engines.find((version) => version !== engineVersion);
  if (other !== undefined) {
    return impossible(
      `Flagged rows cannot be measured again here: engine ${other} measured them, and this page has engine ${engineVersion}.`,
    );
  }
  const [first, second] = [repeated(baseline.result, points), repeated(current.result, points)];
  if (typeof first === "string") return impossible(first);
  if (typeof second === "string") return impossible(second);
  return {
    state: "possible",
    rows: rowsText(first, points),
    asked: {
      purpose: "again",
      experiments: [first, second],
      names: [`Again: ${baseline.name.slice(0, NAME_MOST)}`, `Again: ${current.name.slice(0, NAME_MOST)}`],
    },
  };
}

/** About how long both take together, s. */
export function pairSeconds({ experiments }: PairToMeasure, hardwareConcurrency: number): number {
  return estimateSeconds(experiments, hardwareConcurrency);
}
