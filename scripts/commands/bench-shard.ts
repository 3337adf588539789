// One machine of a fleet: which of its rows it measures, told by flags and by the variables of a pod of an Indexed Job.
import { FLEET_MODES, fleetModeOf, MACHINES_MOST, pointsOfMachine } from "../../src/comparison/fleet/fleet-mode.ts";
import type { ShardPlace } from "../../src/comparison/fleet/shard-file.ts";
import { experimentFrom } from "../../src/scenarios/experiments.ts";
import { withSettings } from "../../src/scenarios/texts.ts";
import type { Configuration } from "../../src/scenarios/contract/scenario.ts";
import { BadInput } from "./command-files.ts";

/** Variables of a process. */
export type Variables = Readonly<Record<string, string | undefined>>;

/** The variable that Kubernetes gives each pod of an Indexed Job. */
const INDEX_VARIABLE = "JOB_COMPLETION_INDEX";

export const SHARD_FLAGS = {
  fleet: `one of: ${FLEET_MODES.join(", ")}; with split each row is measured by one machine, with replicate by all (default: none)`,
  machines: `how many the fleet has, 1 to ${MACHINES_MOST}`,
  shard: `which of them this one is, from 0 (default: ${INDEX_VARIABLE} of the environment)`,
  results: "the folder for the files of all machines; ten repeats then, unless told otherwise",
} as const;

export interface AskedShard extends ShardPlace {
  readonly folder: string;
  /** Every point of the run. */
  readonly points: readonly number[];
}

function wholeNumber(text: string, least: number, most: number): number | null {
  const value = /^\d{1,6}$/.test(text) ? Number(text) : -1;
  return value >= least && value <= most ? value : null;
}

/** Which machine it is; throws BadInput where neither flag nor variable tells it. */
function indexIn(flags: ReadonlyMap<string, string>, variables: Variables, machines: number): number {
  const flag = flags.get("shard");
  const text = flag ?? variables[INDEX_VARIABLE] ?? "";
  if (text === "") {
    throw new BadInput(
      `Which machine this is must be known: --shard 0 to ${machines - 1}, or ${INDEX_VARIABLE}, which each pod of an Indexed Job has.`,
    );
  }
  const index = wholeNumber(text, 0, machines - 1);
  if (index !== null) return index;
  const name = flag === undefined ? INDEX_VARIABLE : "--shard";
  throw new BadInput(
    `${name} ${text}: a fleet of ${machines} machines has 0 to ${machines - 1}. Give one of them, or another --machines.`,
  );
}

/**
 * Reads which machine of a fleet this is.
 * @returns null where no flag speaks of a fleet
 * @throws BadInput where they contradict each other, or the scenario cannot be measured in parts
 */
export function askedShard(
  flags: ReadonlyMap<string, string>,
  variables: Variables,
  configuration: Configuration,
): AskedShard | null {
  const given = Object.keys(SHARD_FLAGS).filter((name) => flags.has(name));
  if (given.length === 0) return null;
  for (const name of ["fleet", "machines", "results"]) {
    if (!flags.has(name)) throw new BadInput(`--${given[0] ?? ""} needs --${name} too: ${SHARD_FLAG_USE}`);
  }
  const mode = fleetModeOf(flags.get("fleet") ?? "");
  if (mode === null)
    throw new BadInput(`--fleet ${flags.get("fleet") ?? ""}: it must be one of: ${FLEET_MODES.join(", ")}.`);
  const machines = wholeNumber(flags.get("machines") ?? "", 1, MACHINES_MOST);
  if (machines === null) {
    throw new BadInput(
      `--machines ${flags.get("machines") ?? ""}: it must be a whole number from 1 to ${MACHINES_MOST}.`,
    );
  }
  const index = indexIn(flags, variables, machines);
  const { points, scenario } = experimentFrom(configuration);
  if (mode === "split" && scenario.axis.field === null) {
    throw new BadInput(
      `--fleet split: the scenario ${scenario.kind} has no setting that chooses its rows, so it is never measured in parts. Give --fleet replicate.`,
    );
  }
  if (mode === "split" && machines > points.length) {
    throw new BadInput(
      `--fleet split: ${machines} machines would share ${points.length} rows, and each needs one. Give fewer --machines, more rows, or --fleet replicate.`,
    );
  }
  return { mode, machines, index, folder: flags.get("results") ?? "", points };
}

const SHARD_FLAG_USE = "--fleet split|replicate --machines N --results DIR.";

/** What one machine measures of a run. */
export function configurationOfShard(configuration: Configuration, shard: AskedShard): Configuration {
  const { field } = configuration.scenario.axis;
  if (field === null || shard.mode === "replicate") return configuration;
  return withSettings(configuration, { [field]: pointsOfMachine(shard.mode, shard.points, shard) });
}
