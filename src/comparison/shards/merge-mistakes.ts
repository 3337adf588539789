// Why results are no parts of one run: each mistake with the files, the setting and the way out.
import { SAMPLES_MOST } from "../../results/format/result.ts";
import { type OpenedShard, sharedSeries } from "./shard.ts";

function repeatedId(shards: readonly OpenedShard[]): string | null {
  const seen = new Map<string, string>();
  for (const { name, result } of shards) {
    const earlier = seen.get(result.id);
    if (earlier !== undefined) {
      return `${earlier} and ${name} are the same result: their field "id" is "${result.id}". Give each part of the run once.`;
    }
    seen.set(result.id, name);
  }
  return null;
}

function scenarioText({ result: { scenario } }: OpenedShard): string {
  return `${scenario.kind}, version ${scenario.version}`;
}

function otherScenario([first, ...rest]: readonly OpenedShard[]): string | null {
  if (first === undefined) return null;
  const other = rest.find((shard) => scenarioText(shard) !== scenarioText(first));
  return other === undefined
    ? null
    : `The scenario is ${scenarioText(first)} in ${first.name} and ${scenarioText(other)} in ${other.name}. Give parts of one run.`;
}

/** A scenario that always measures all of its points has no parts. */
function undivided([first]: readonly OpenedShard[]): string | null {
  if (first === undefined || first.experiment.scenario.axis.field !== null) return null;
  return `${first.name}: the scenario "${first.result.scenario.kind}" has no setting that chooses its rows, so it is never measured in parts.`;
}

function differingSetting([first, ...rest]: readonly OpenedShard[]): string | null {
  if (first === undefined) return null;
  const { field } = first.experiment.scenario.axis;
  for (const { name, result } of rest) {
    for (const setting of new Set([...Object.keys(first.result.settings), ...Object.keys(result.settings)])) {
      const [was, is] = [first.result, result].map(({ settings }) => JSON.stringify(settings[setting]) ?? "missing");
      if (setting === field || was === is) continue;
      return `The setting "${setting}" is ${was ?? ""} in ${first.name} and ${is ?? ""} in ${name}. Give results of one configuration, which differ in "${field ?? ""}" alone.`;
    }
  }
  return null;
}

function repeatedPoint(shards: readonly OpenedShard[]): string | null {
  const seen = new Map<number, string>();
  for (const { name, experiment } of shards) {
    const { axis } = experiment.scenario;
    for (const at of experiment.points) {
      const earlier = seen.get(at);
      if (earlier !== undefined) {
        return `${axis.nameOf(at)}: this row is in the setting "${axis.field ?? ""}" of both ${earlier} and ${name}. Give each row once: leave one of the files out, or measure other rows in it.`;
      }
      seen.set(at, name);
    }
  }
  return null;
}

/** A row that its own settings do not list could stand in another shard too. */
function unlistedPoint(shards: readonly OpenedShard[]): string | null {
  const shared = sharedSeries(shards);
  for (const { name, experiment, result } of shards) {
    const listed = new Set(experiment.points);
    const n = result.samples.findIndex(({ series, at }) => !shared.has(series) && !listed.has(at));
    const sample = result.samples[n];
    if (sample !== undefined) {
      const { axis } = experiment.scenario;
      return `${name}: samples[${n}] is of ${axis.nameOf(sample.at)}, which the setting "${axis.field ?? ""}" does not list. Use the file as it was saved.`;
    }
  }
  return null;
}

/** All points of the run, as the setting that chooses them. */
export function mergedPoints(shards: readonly OpenedShard[]): readonly number[] {
  return shards.flatMap(({ experiment }) => experiment.points).sort((a, b) => a - b);
}

function excess(shards: readonly OpenedShard[]): string | null {
  const scenario = shards[0]?.experiment.scenario;
  const field = scenario === undefined ? undefined : scenario.fields[scenario.axis.field ?? ""];
  const points = mergedPoints(shards);
  const count = points.length;
  if (field !== undefined && !field.accepts(points)) {
    return `Together these results have ${count} rows. ${field.rule} Merge fewer of them.`;
  }
  const samples = shards.reduce((sum, { result }) => sum + result.samples.length, 0);
  if (samples > SAMPLES_MOST) {
    return `Together these results have ${samples.toLocaleString("en-US")} trials, and a result holds at most ${SAMPLES_MOST.toLocaleString("en-US")}. Merge fewer of them, or measure fewer repeats.`;
  }
  return null;
}

/** @returns the first mistake, or null */
export function mergeMistake(shards: readonly OpenedShard[]): string | null {
  return (
    repeatedId(shards) ??
    otherScenario(shards) ??
    undivided(shards) ??
    differingSetting(shards) ??
    repeatedPoint(shards) ??
    unlistedPoint(shards) ??
    excess(shards)
  );
}
