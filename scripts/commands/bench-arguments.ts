// The arguments of `npm run bench`: every field of every scenario is a flag, and what is wrong is named with the way out.
import { nearestOf } from "../../src/fields/nearest.ts";
import type { Problem } from "../../src/fields/settings.ts";
import { DEFAULT_SCENARIO, SCENARIOS, scenarioOf, scenarios } from "../../src/scenarios/registry.ts";
import type { Configuration, Preset, Scenario } from "../../src/scenarios/contract/scenario.ts";
import { configurationFromTexts, SCENARIO_PARAMETER, textsOf, withSettings } from "../../src/scenarios/texts.ts";
import { benchHelp, OUTPUTS, takes } from "./bench-help.ts";
import { type AskedShard, askedShard, configurationOfShard, SHARD_FLAGS, type Variables } from "./bench-shard.ts";
import { BadInput, DEFAULT_SITE, siteMistake, siteOf } from "./command-files.ts";
import { type FlagKinds, readFlags, unknownFlag } from "./flags.ts";
import { type GivenModels, withModelFile } from "./model-flag.ts";

export interface BenchArguments {
  /** What to measure, as an address has it. */
  readonly texts: Readonly<Record<string, string>>;
  readonly configuration: Configuration;
  /** What the whole fleet measures; the same where this is no part of one. */
  readonly whole: Configuration;
  /** Models that were given as files. */
  readonly models: GivenModels;
  readonly out: string | null;
  readonly markdown: string | null;
  readonly junit: string | null;
  readonly site: string;
  /** Which machine of a fleet this is; null where it is of none. */
  readonly shard: AskedShard | null;
}

export type ReadBenchArguments =
  | { readonly state: "read"; readonly asked: BenchArguments }
  | { readonly state: "help"; readonly text: string }
  | { readonly state: "refused"; readonly message: string };

/** A result that is kept will be judged, and with fewer repeats few verdicts are possible. */
const REPEATS_TO_JUDGE = "10";

function repeatsToJudge(scenario: Scenario, flags: ReadonlyMap<string, string>): Record<string, string> {
  const isOpen = (flags.has("out") || flags.has("results")) && !flags.has("preset") && !flags.has("repeats");
  return isOpen && Object.hasOwn(scenario.fields, "repeats") ? { repeats: REPEATS_TO_JUDGE } : {};
}

function refused(message: string): ReadBenchArguments {
  return { state: "refused", message };
}

/** A scenario, or a well-known question of one. */
interface Named {
  readonly scenario: Scenario;
  readonly variant: Preset | null;
}

function namedBy(text: string): Named | null {
  const scenario = scenarioOf(text);
  if (scenario !== null) return { scenario, variant: null };
  for (const kind of SCENARIOS) {
    const variant = scenarios[kind].questions.find(({ name }) => name === text);
    if (variant !== undefined) return { scenario: scenarios[kind], variant };
  }
  return null;
}

function allNames(): string[] {
  return [...new Set(SCENARIOS.flatMap((kind) => [kind, ...scenarios[kind].questions.map(({ name }) => name)]))];
}

function didYouMean(text: string, known: readonly string[], write: (name: string) => string): string {
  const nearest = nearestOf(text, known);
  return nearest === null ? "" : ` Did you mean ${write(nearest)}?`;
}

/** "--agents 0: it must be 1 to 32 different counts, …" */
function problemText({ parameter, text, message }: Problem, { fields }: Scenario): string {
  const field = Object.values(fields).find((one) => one.parameter === parameter);
  const rule = field === undefined ? message : takes(field, message);
  return `--${parameter} ${text}: ${rule === message ? message : `it must be ${rule}`}`;
}

/** Every flag of any scenario: which of them its own takes is known once its name is. */
export function allBenchFlags(): FlagKinds {
  const fields = SCENARIOS.flatMap((kind) => Object.values(scenarios[kind].fields).map(({ parameter }) => parameter));
  return Object.fromEntries(
    [SCENARIO_PARAMETER, ...Object.keys(OUTPUTS), ...Object.keys(SHARD_FLAGS), ...fields].map((name) => [
      name,
      "value",
    ]),
  );
}

/**
 * Reads the arguments, and the file of a model; the message of a refusal names the flag.
 * @param variables of the process: a pod of an Indexed Job has its index there
 */
export function readBenchArguments(args: readonly string[], variables: Variables = {}): ReadBenchArguments {
  try {
    return readArguments(args, variables);
  } catch (error) {
    if (error instanceof BadInput) return refused(error.message);
    throw error;
  }
}

function readArguments(args: readonly string[], variables: Variables): ReadBenchArguments {
  const read = readFlags(args, allBenchFlags(), { command: "npm run bench" });
  if (read.state === "refused") return read;
  if (read.state === "help") return { state: "help", text: benchHelp() };
  const flags = new Map(
    Object.keys(allBenchFlags()).flatMap((name) => {
      const value = read.flags.one(name);
      return value === null ? [] : [[name, value] as const];
    }),
  );
  const wanted = flags.get(SCENARIO_PARAMETER) ?? DEFAULT_SCENARIO;
  const named = namedBy(wanted);
  if (named === null) {
    const names = allNames();
    const meant = didYouMean(wanted, names, (name) => name);
    return refused(`--scenario ${wanted}: Scenario must be one of: ${names.join(", ")}.${meant}`);
  }
  const { scenario, variant } = named;
  const fields = Object.values(scenario.fields).map(({ parameter }) => parameter);
  const known = [SCENARIO_PARAMETER, ...Object.keys(OUTPUTS), ...Object.keys(SHARD_FLAGS), ...fields];
  for (const name of flags.keys()) {
    if (known.includes(name)) continue;
    return refused(unknownFlag(name, known, `the scenario ${scenario.kind}`));
  }
  const presetName = flags.get("preset");
  const preset = presetName === undefined ? null : scenario.presets.find(({ name }) => name === presetName);
  if (preset === undefined) {
    return refused(`--preset must be one of: ${scenario.presets.map(({ name }) => name).join(", ")}.`);
  }
  const site = siteOf(flags.get("site") ?? DEFAULT_SITE);
  if (site === null) return refused(siteMistake);

  const start = withSettings(withSettings(scenario.standard(), variant?.settings ?? {}), preset?.settings ?? {});
  const { flags: opened, models } = withModelFile(flags);
  const given = Object.fromEntries([...opened].filter(([name]) => fields.includes(name)));
  const { configuration, problems } = configurationFromTexts({
    ...textsOf(start),
    ...repeatsToJudge(scenario, flags),
    ...given,
  });
  if (problems.length > 0) return refused(problems.map((problem) => problemText(problem, scenario)).join("\n"));
  if (configuration.refusal !== null) return refused(configuration.refusal);
  const file = (name: string) => flags.get(name) ?? null;
  const shard = askedShard(flags, variables, configuration);
  const own = shard === null ? configuration : configurationOfShard(configuration, shard);
  return {
    state: "read",
    asked: {
      texts: textsOf(own),
      configuration: own,
      whole: configuration,
      models,
      out: file("out"),
      markdown: file("markdown"),
      junit: file("junit"),
      site,
      shard,
    },
  };
}
