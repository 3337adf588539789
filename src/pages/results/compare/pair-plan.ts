// Owns what is measured for a comparison: the configuration against itself, or the rows that a verdict flagged once more.
import type { PairAsked } from "../../../session/measuring/pair-store.ts";
import { ENGINE_VERSION } from "../../../inference/version.ts";
import type { Configuration } from "../../../measurement/run/configuration.ts";
import { estimateSeconds } from "../../../measurement/run/estimate.ts";
import type { Comparison } from "../../../regression/comparison.ts";
import type { Verdict } from "../../../regression/verdict.ts";
import { rowName } from "../../../words/row-name.ts";
import type { Named } from "../../../comparison/compared.ts";

/** Fewer repeats give no verdict. */
const REPEATS_LEAST = 10;

const flags: ReadonlySet<Verdict["verdict"]> = new Set(["minor", "warning", "critical", "inconclusive"]);

export type PairPlan =
  | { readonly state: "possible"; readonly asked: PairAsked; readonly agents: readonly number[] }
  /** The reason is for a reader; null where there is nothing to measure. */
  | { readonly state: "impossible"; readonly reason: string | null };

/** What of this page a result would have to share to be calibrated here. */
export interface Here {
  readonly browser: string;
  readonly platform: string;
  readonly isolated: boolean;
}

/** The configuration of a result twice, with repeats enough for a verdict; not where it would not count for it. */
export function calibrationPlan({ name, result }: Named, here: Here): PairPlan {
  const { configuration, environment } = result;
  const elsewhere =
    environment.browser !== here.browser ||
    environment.platform !== here.platform ||
    environment.isolated !== here.isolated ||
    environment.engineVersion !== ENGINE_VERSION;
  if (elsewhere) {
    const reason = "Calibrate is for results of this machine, browser and engine, and the judged one is of another.";
    return { state: "impossible", reason };
  }
  const repeated = { ...configuration, repeats: Math.max(REPEATS_LEAST, configuration.repeats) };
  const called = name.slice(0, 90);
  const asked: PairAsked = {
    purpose: "calibration",
    configurations: [repeated, repeated],
    names: [`Calibration 1 of ${called}`, `Calibration 2 of ${called}`],
  };
  return { state: "possible", asked, agents: configuration.agents };
}

/** Agent counts of both results that have a band or are inconclusive in any metric, ascending. */
function flaggedAgents(comparison: Comparison, baseline: Configuration, current: Configuration): number[] {
  const flagged = new Set(comparison.cells.flatMap(({ row, outcome }) => (flags.has(outcome.verdict) ? [row] : [])));
  return baseline.agents
    .filter((agents) => current.agents.includes(agents) && flagged.has(rowName(agents)))
    .sort((a, b) => a - b);
}

/** The flagged rows of both results, to be measured here in turn. */
export function againPlan(comparison: Comparison, baseline: Named, current: Named): PairPlan {
  const agents = flaggedAgents(comparison, baseline.result.configuration, current.result.configuration);
  if (agents.length === 0) return { state: "impossible", reason: null };
  const engines = [baseline, current].map(({ result }) => result.environment.engineVersion);
  const other = engines.find((version) => version !== ENGINE_VERSION);
  if (other !== undefined) {
    const reason = `Flagged rows cannot be measured again here: engine ${other} measured them, and this page has engine ${ENGINE_VERSION}.`;
    return { state: "impossible", reason };
  }
  const again = ({ result }: Named): Configuration => ({
    ...result.configuration,
    agents,
    repeats: Math.max(REPEATS_LEAST, result.configuration.repeats),
  });
  return {
    state: "possible",
    agents,
    asked: {
      purpose: "again",
      configurations: [again(baseline), again(current)],
      names: [`Again: ${baseline.name.slice(0, 100)}`, `Again: ${current.name.slice(0, 100)}`],
    },
  };
}

/** About how long both take together, s. */
export function pairSeconds({ configurations }: PairAsked, hardwareConcurrency: number): number {
  return estimateSeconds(configurations, hardwareConcurrency);
}
