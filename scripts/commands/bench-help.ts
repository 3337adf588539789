// What `npm run bench` can be asked for, with what each flag takes and what stands without it.
import { availableParallelism } from "node:os";
import type { About } from "../../src/fields/field.ts";
import { DEFAULT_SCENARIO, SCENARIOS, scenarios } from "../../src/scenarios/registry.ts";
import type { Preset } from "../../src/scenarios/contract/scenario.ts";
import { withSettings } from "../../src/scenarios/texts.ts";
import { experimentFrom } from "../../src/scenarios/experiments.ts";
import { estimateRange } from "../../src/measurement/run/estimate.ts";
import { MEMORY_WAIT_MOST_MS } from "../../src/measurement/run/process-memory.ts";
import type { Experiment } from "../../src/scenarios/contract/experiment.ts";
import { formatAboutRange } from "../../src/words/format.ts";
import { SHARD_FLAGS } from "./bench-shard.ts";
import { DEFAULT_SITE } from "./command-files.ts";

export const OUTPUTS = {
  preset: "how much is measured",
  out: "a file for the result, which the page and npm run regress read; ten repeats then, unless told otherwise (default: none)",
  markdown: "a file for the table as Markdown (default: none)",
  junit: "a file for one test case of each row as JUnit XML (default: none)",
  site: `where the printed link leads (default: ${DEFAULT_SITE})`,
} as const;

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

One machine of a fleet, as npm run fleet starts it (docs/fleet.md):
${Object.entries(SHARD_FLAGS)
  .map(([name, about]) => flagLine(name, about))
  .join("\n")}
${flagLine("help", "this text")}

Example: npm run bench -- --scenario scaling --topology ring --agents 1,5,10 --repeats 10 --out current.json

Exits 0 when every row was measured, 2 for bad input, 3 when a row is missing, nothing was measured, or a container was kept from running.`;
}

/** What a field takes, without its name on the page, since a flag has a name of its own; with the unit of that name. */
export function takes({ label }: About, sentence: string): string {
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
