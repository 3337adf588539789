// The arguments of `npm run bench`: every field of every scenario is a flag, and what is wrong is named with the way out.
import { availableParallelism } from "node:os";
import type { About } from "../../src/fields/field.ts";
import { nearestOf } from "../../src/fields/nearest.ts";
import type { Problem } from "../../src/fields/settings.ts";
import { DEFAULT_SCENARIO, SCENARIOS, scenarioOf, scenarios } from "../../src/scenarios/registry.ts";
import type { Configuration, Preset, Scenario } from "../../src/scenarios/contract/scenario.ts";
import { configurationFromTexts, SCENARIO_PARAMETER, textsOf, withSettings } from "../../src/scenarios/texts.ts";
import { experimentFrom } from "../../src/scenarios/experiments.ts";
import { estimateRange } from "../../src/measurement/run/estimate.ts";
import { MEMORY_WAIT_MOST_MS } from "../../src/measurement/run/process-memory.ts";
import type { Experiment } from "../../src/scenarios/contract/experiment.ts";
import { formatAboutRange } from "../../src/words/format.ts";
import { BadInput, DEFAULT_SITE, siteMistake, siteOf } from "./command-files.ts";
import { type FlagKinds, readFlags, unknownFlag } from "./flags.ts";
import { type GivenModels, withModelFile } from "./model-flag.ts";

export interface BenchArguments {
  /** What to measure, as an address has it. */
  readonly texts: Readonly<Record<string, string>>;
  readonly configuration: Configuration;
  /** Models that were given as files. */
  readonly models: GivenModels;
  readonly out: string | null;
  readonly markdown: string | null;
  readonly junit: string | null;
  readonly site: string;
}

export type ReadBenchArguments =
  | { readonly state: "read"; readonly asked: BenchArguments }
  | { readonly state: "help"; readonly text: string }
  | { readonly state: "refused"; readonly message: string };

const OUTPUTS = {
  preset: "how much is measured",
  out: "a file for the result, which the page and npm run regress read; ten repeats then, unless told otherwise (default: none)",
  markdown: "a file for the table as Markdown (default: none)",
  junit: "a file for one test case of each row as JUnit XML (default: none)",
  site: `where the printed link leads (default: ${DEFAULT_SITE})`,
} as const;

/** A result that is kept will be judged, and with fewer repeats few verdicts are possible. */
const REPEATS_TO_JUDGE = "10";

function repeatsToJudge(scenario: Scenario, flags: ReadonlyMap<string, string>): Record<string, string> {
  const isOpen = flags.has("out") && !flags.has("preset") && !flags.has("repeats");
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

function flagLine(name: string, about: string): string {
  return `  ${`--${name}`.padEnd(14)} ${about}`;
}

/** How long the browser may be waited for once all is measured, s: it is asked what agents take where some are kept alive. */
function memoryMostSeconds(experiment: Experiment, cores: number): number {
  const setup = experiment.fullestSetup({ cores, poolWorkers: cores, canShareMemory: true });
  return setup === null ? 0 : MEMORY_WAIT_MOST_MS / 1_000;
}

/** About how long a preset takes on this machine, from the typical to the longest. */
function timeOf(kind: (typeof SCENARIOS)[number], { settings }: Preset): string {
  const cores = availableParallelism();
  const experiment = experimentFrom(withSettings(scenarios[kind].standard(), settings));
  const [typical, most] = estimateRange([experiment], cores);
  return formatAboutRange(typical, most + memoryMostSeconds(experiment, cores));
}

/** The preset that stands where none is named. */
function usualPreset(kind: (typeof SCENARIOS)[number]): string {
  const { presets, defaults } = scenarios[kind];
  const usual = presets.find(({ settings }) =>
    Object.entries(settings).every(([name, value]) => JSON.stringify(defaults[name]) === JSON.stringify(value)),
  );
  return usual?.name ?? "none, but the defaults of each flag";
}

/** What can be asked for, with what each flag takes and what stands without it. */
export function benchHelp(): string {
  const fieldsOf = (kind: (typeof SCENARIOS)[number]) => {
    const { fields, defaults, question, presets, questions } = scenarios[kind];
    return [
      `--scenario ${kind}${kind === DEFAULT_SCENARIO ? " (default)" : ""}: ${question}`,
      ...questions
        .filter(({ name }) => name !== kind)
        .map(({ name, label }) => `  also as --scenario ${name}: ${label}`),
      flagLine(
        "preset",
        `one of: ${presets.map((preset) => `${preset.name} (${timeOf(kind, preset)})`).join(", ")} (default: ${usualPreset(kind)})`,
      ),
      ...Object.entries(fields).map(([name, field]) => {
        const value = defaults[name];
        const text = value === undefined ? "" : field.toText(value).replaceAll(", ", ",");
        const rule = takes(field, field.rule).replace(/\.$/, "");
        return flagLine(field.parameter, `${purposeOf(field)}; ${rule} (default: ${text})`);
      }),
    ].join("\n");
  };
  return `Usage: npm run bench -- [--scenario NAME] [options]

Measures in a real browser, as the page does, and prints the table while it fills. How long that takes stands at each preset:
about, on this machine, the longer time where the browser is slow to say what memory the agents take, which it is asked at the end.
More rows, repeats and longer windows take longer in proportion.

${SCENARIOS.map(fieldsOf).join("\n\n")}

Files and link:
${flagLine("model", "the path of a model's file instead of a name, with the workload custom unless another is asked for")}
${(["out", "markdown", "junit", "site"] as const).map((name) => flagLine(name, OUTPUTS[name])).join("\n")}
${flagLine("help", "this text")}

Example: npm run bench -- --scenario scaling --topology ring --agents 1,5,10 --repeats 10 --out current.json

Exits 0 when every row was measured, 2 for bad input, 3 when a row is missing or nothing was measured.`;
}

/** What a field takes, without its name on the page, since a flag has a name of its own; with the unit of that name. */
function takes({ label }: About, sentence: string): string {
  const must = `${label} must be `;
  if (!sentence.startsWith(must)) return sentence;
  const rule = sentence.slice(must.length);
  const [, unit] = /, (\S+)$/.exec(label) ?? [];
  return unit === undefined || rule.includes(` ${unit}`) ? rule : rule.replace(/\.(?= Write |$)/, ` ${unit}.`);
}

/** "how long one trial measures": the first sentence of what a field is for. */
function purposeOf({ label, help }: About): string {
  const [first = label] = (help ?? label).split(/(?<=[.;])\s/);
  return `${first.charAt(0).toLowerCase()}${first.slice(1).replace(/[.;]$/, "")}`;
}

/** "--agents 0: it must be 1 to 32 different counts, …" */
function problemText({ parameter, text, message }: Problem, { fields }: Scenario): string {
  const field = Object.values(fields).find((one) => one.parameter === parameter);
  const rule = field === undefined ? message : takes(field, message);
  return `--${parameter} ${text}: ${rule === message ? message : `it must be ${rule}`}`;
}

/** Every flag of any scenario: which of them its own takes is known once its name is. */
function allFlags(): FlagKinds {
  const fields = SCENARIOS.flatMap((kind) => Object.values(scenarios[kind].fields).map(({ parameter }) => parameter));
  return Object.fromEntries([SCENARIO_PARAMETER, ...Object.keys(OUTPUTS), ...fields].map((name) => [name, "value"]));
}

/** Reads the arguments, and the file of a model; the message of a refusal names the flag. */
export function readBenchArguments(args: readonly string[]): ReadBenchArguments {
  try {
    return readArguments(args);
  } catch (error) {
    if (error instanceof BadInput) return refused(error.message);
    throw error;
  }
}

function readArguments(args: readonly string[]): ReadBenchArguments {
  const read = readFlags(args, allFlags(), { command: "npm run bench" });
  if (read.state === "refused") return read;
  if (read.state === "help") return { state: "help", text: benchHelp() };
  const flags = new Map(
    Object.keys(allFlags()).flatMap((name) => {
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
  const known = [SCENARIO_PARAMETER, ...Object.keys(OUTPUTS), ...fields];
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
  const own = Object.fromEntries([...opened].filter(([name]) => fields.includes(name)));
  const { configuration, problems } = configurationFromTexts({
    ...textsOf(start),
    ...repeatsToJudge(scenario, flags),
    ...own,
  });
  if (problems.length > 0) return refused(problems.map((problem) => problemText(problem, scenario)).join("\n"));
  if (configuration.refusal !== null) return refused(configuration.refusal);
  const file = (name: string) => flags.get(name) ?? null;
  return {
    state: "read",
    asked: {
      texts: textsOf(configuration),
      configuration,
      models,
      out: file("out"),
      markdown: file("markdown"),
      junit: file("junit"),
      site,
    },
  };
}
