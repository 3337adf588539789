// What a result is a result of: its scenario with its settings, or what can be shown of one that this Headroom does not know.
import { type KeptMeasure, keptMeasure, measure, type Measure } from "../scenarios/contract/measure.ts";
import { experimentFrom } from "../scenarios/experiments.ts";
import { knownScenario } from "../scenarios/registry.ts";
import { byPoint, type MeasuredOn, sampleFigures } from "../scenarios/contract/rows.ts";
import type { Experiment } from "../scenarios/contract/experiment.ts";
import { unknownExperiment } from "../scenarios/contract/unknown.ts";
import type { Environment, Result } from "./format/result.ts";
import { shownMemory } from "./memory-reason.ts";

/** The machine of a result, as far as figures depend on it. */
export function measuredOn(environment: Environment): MeasuredOn {
  const { parallelCapacity, timerStepUs, engineMemory, processMemory, stolenShare, container } = environment;
  return {
    capacity: parallelCapacity,
    timerStepUs,
    engineMemory,
    processMemory: shownMemory(processMemory),
    ...(stolenShare === undefined ? {} : { stolenShare }),
    ...(container === undefined ? {} : { throttledShare: container.throttledShare }),
  };
}

/** What a result of this experiment declares: every measure that samples hold. Others are derived whenever they are shown. */
export function declaredMeasures({ measures }: Experiment): readonly KeptMeasure[] {
  return measures.filter(({ of }) => of === "sample").map(keptMeasure);
}

function furtherMeasure(kept: KeptMeasure, { scenarioMeasures }: Experiment): Measure {
  const known = scenarioMeasures.find(({ id }) => id === kept.id);
  return known ?? measure({ ...kept, help: "Declared by the result, not by its scenario.", interval: true });
}

/** The experiment with what the result declares beyond it as further columns, straight from the samples. */
function withDeclared(experiment: Experiment, declared: readonly KeptMeasure[]): Experiment {
  const own = new Set(experiment.measures.map(({ id }) => id));
  const further = declared.filter(({ id }) => !own.has(id)).map((kept) => furtherMeasure(kept, experiment));
  if (further.length === 0) return experiment;
  return {
    ...experiment,
    measures: [...experiment.measures, ...further],
    rowsOf(samples, on, live) {
      const bySeries = byPoint(samples, "row");
      return experiment.rowsOf(samples, on, live).map((row) => ({
        ...row,
        figures: { ...sampleFigures(further, bySeries.get(row.at) ?? []), ...row.figures },
      }));
    },
  };
}

/** The scenario and settings of a result. */
export function experimentOf({ scenario: { kind, version }, settings, measures }: Result): Experiment {
  const bound = knownScenario({ kind, version })?.configure(settings);
  return bound?.state === "read"
    ? withDeclared(experimentFrom(bound.value), measures)
    : unknownExperiment({ kind, version }, settings, measures);
}
