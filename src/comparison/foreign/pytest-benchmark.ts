// Reads the JSON of pytest-benchmark: seconds per round of each benchmark, as trials where the rounds are saved, with all its statistics.
import { isJsonObject } from "../../results/format/versions.ts";
import * as v from "valibot";
import type { CellFigures, ComparedCell, StatedSpread } from "../../regression/compared-cell.ts";
import type { Fact } from "../../regression/fact.ts";
import type { Metric } from "../../regression/metric.ts";
import { schemaMessage } from "../../results/format/schema-message.ts";
import { median } from "../../statistics/summary.ts";
import type { ReadMeasured } from "../cells/measured-input.ts";
import { EntryProblems } from "./entry-problems.ts";
import { knownFacts, lesserFacts, minorOf, nameText, notNegative, optionalText, shortList } from "./file-parts.ts";
import type { ForeignFile, ForeignReader } from "./reader.ts";

/** Most rounds of one benchmark that are read. */
const ROUNDS_MOST = 200_000;
/** More rounds than this are taken in so many blocks: neighbours are alike, and each alone would say too much. */
const TRIALS_MOST = 30;

const time: Metric = {
  id: "time-per-round",
  label: "time per round",
  unit: "s",
  better: "lower",
  repeatWith: "--benchmark-min-rounds",
};

function isRoundList(input: unknown): input is unknown[] {
  return Array.isArray(input) && input.length <= ROUNDS_MOST;
}

/** Null is how a reader sees NaN; a statistic that is not the mean is missing then. */
const statistic = v.optional(v.nullable(notNegative));
const option = v.optional(v.nullable(v.union([v.string(), v.number(), v.boolean()])));

const benchmarkSchema = v.object({
  name: nameText,
  fullname: v.optional(v.nullable(nameText)),
  options: v.optional(v.nullable(v.object({ disable_gc: option, timer: option }))),
  stats: v.object({
    mean: notNegative,
    stddev: statistic,
    min: statistic,
    q1: statistic,
    median: statistic,
    q3: statistic,
    max: statistic,
    rounds: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1e12))),
    data: v.optional(
      v.nullable(
        v.pipe(
          v.custom<unknown[]>(isRoundList, `must be a list of at most ${ROUNDS_MOST} rounds.`),
          v.array(notNegative),
        ),
      ),
    ),
  }),
});

type Benchmark = v.InferOutput<typeof benchmarkSchema>;

const fileSchema = v.object({
  machine_info: v.optional(
    v.nullable(
      v.object({
        node: optionalText,
        machine: optionalText,
        system: optionalText,
        release: optionalText,
        python_version: optionalText,
        python_implementation: optionalText,
        python_compiler: optionalText,
        cpu: v.optional(v.nullable(v.object({ brand_raw: optionalText, count: v.optional(v.nullable(v.number())) }))),
      }),
    ),
  ),
  datetime: optionalText,
  version: optionalText,
  benchmarks: shortList(v.unknown()),
});

type Machine = v.InferOutput<typeof fileSchema>["machine_info"];

/** Rounds as trials: each round up to thirty, beyond that the medians of thirty consecutive blocks. */
function trialsOf(rounds: readonly number[]): readonly number[] {
  if (rounds.length <= TRIALS_MOST) return rounds;
  return Array.from({ length: TRIALS_MOST }, (_, block) => {
    const from = Math.floor((block * rounds.length) / TRIALS_MOST);
    const to = Math.floor(((block + 1) * rounds.length) / TRIALS_MOST);
    return median(rounds.slice(from, to)) ?? 0;
  });
}

function spreadOf({ mean, stddev, min, q1, median: middle, q3, max, rounds }: Benchmark["stats"]): StatedSpread {
  const stated = { rounds, mean, deviation: stddev, min, q1, median: middle, q3, max };
  return Object.fromEntries(
    Object.entries(stated).flatMap(([name, value]) => (typeof value === "number" ? [[name, value]] : [])),
  );
}

/** The figures of a benchmark, and how many of its rounds the clock read as 0: those say nothing of how long they took. */
function figuresOf(stats: Benchmark["stats"]): { readonly figures: CellFigures; readonly zeros: number } {
  const { data, mean, stddev, rounds } = stats;
  const spread = spreadOf(stats);
  const saved = data ?? [];
  const above = saved.filter((value) => value > 0);
  const zeros = saved.length - above.length;
  if (above.length > 0) {
    return { figures: { kind: "trials", values: trialsOf(above), yardstickDeviation: 0, spread }, zeros };
  }
  if (saved.length === 0 && typeof stddev === "number" && rounds !== undefined && rounds >= 2 && mean > 0) {
    return { figures: { kind: "summary", mean, deviation: stddev, count: rounds, spread }, zeros };
  }
  return { figures: { kind: "single", value: mean }, zeros };
}

function environmentOf(machine: Machine, version: string | null | undefined, benchmarks: readonly Benchmark[]): Fact[] {
  const cpus = machine?.cpu?.count;
  const optionText = (name: "disable_gc" | "timer"): string | undefined => {
    const values = [...new Set(benchmarks.flatMap(({ options }) => options?.[name] ?? []).map(String))];
    return values.length === 0 ? undefined : values.sort().join(", ");
  };
  return [
    ...knownFacts({
      "measured by": "pytest-benchmark",
      machine: machine?.machine,
      system: machine?.system,
      Python: minorOf(machine?.python_version),
      "Python implementation": machine?.python_implementation,
      processor: machine?.cpu?.brand_raw,
      CPUs: cpus === undefined || cpus === null ? undefined : String(cpus),
    }),
    ...lesserFacts("noted", {
      "Python release": machine?.python_version,
      "system release": machine?.release,
      "Python compiler": machine?.python_compiler,
      "pytest-benchmark": version,
      disable_gc: optionText("disable_gc"),
      timer: optionText("timer"),
    }),
    ...lesserFacts("incidental", { node: machine?.node }),
  ];
}

/** Reads every benchmark of the file that can be read; its name is the row. The others are listed with their reasons. */
function readPytestBenchmark({ json, notNumbers }: ForeignFile): ReadMeasured {
  const outline = v.safeParse(fileSchema, json, { abortEarly: true });
  if (!outline.success) {
    return {
      state: "refused",
      message: `This looks like pytest-benchmark JSON, but ${schemaMessage(outline.issues[0])} Write it with --benchmark-json; --benchmark-save-data keeps the rounds.`,
    };
  }
  const { benchmarks: entries, machine_info: machine, datetime, version } = outline.output;
  const problems = new EntryProblems(notNumbers);
  const good: Benchmark[] = [];
  const cells: ComparedCell[] = [];
  const seen = new Set<string>();
  for (const [at, entry] of entries.entries()) {
    const read = v.safeParse(benchmarkSchema, entry, { abortEarly: true });
    const title = isJsonObject(entry) && typeof entry["name"] === "string" ? entry["name"] : "";
    if (!read.success) {
      problems.leftOut(["benchmarks", at], title, schemaMessage(read.issues[0]));
      continue;
    }
    const { fullname, stats } = read.output;
    const name = fullname ?? read.output.name;
    if (seen.has(name)) {
      problems.leftOut(["benchmarks", at], name, "a benchmark of this name is in this file twice. The first is read.");
      continue;
    }
    seen.add(name);
    good.push(read.output);
    const { figures, zeros } = figuresOf(stats);
    if (zeros > 0) problems.zeros(name, zeros, stats.data?.length ?? 0);
    else if (stats.mean === 0) problems.zeros(name, 1, 1);
    cells.push({ row: { kind: "named", name }, metric: time, figures });
  }
  const notes = problems.notes();
  if (cells.length === 0) {
    const why = notes.length === 0 ? "it holds no benchmark." : notes.join(" ");
    const message = `This looks like pytest-benchmark JSON, but none of its benchmarks can be read: ${why} Write it with --benchmark-json; --benchmark-save-data keeps the rounds.`;
    return { state: "refused", message };
  }
  return {
    state: "read",
    measured: { fingerprint: environmentOf(machine, version, good), cells },
    id: null,
    measuredAt: typeof datetime === "string" ? { field: "datetime", text: datetime } : null,
    notes,
  };
}

export const pytestBenchmark: ForeignReader = {
  kind: "pytest-benchmark",
  title: "pytest-benchmark JSON",
  outline: 'an object with a list "benchmarks"',
  recognises: ({ json }) => isJsonObject(json) && Array.isArray(json["benchmarks"]),
  read: readPytestBenchmark,
};
