// Reads the JSON of pytest-benchmark: seconds per round of each benchmark, as trials where the rounds are saved.
import { isJsonObject } from "../../results/format/versions.ts";
import * as v from "valibot";
import type { CellFigures, ComparedCell } from "../../regression/compared-cell.ts";
import type { Metric } from "../../regression/metric.ts";
import { schemaMessage } from "../../results/format/schema-message.ts";
import { median } from "../../statistics/summary.ts";
import type { ReadMeasured } from "../cells/measured-input.ts";
import { figuresOf, knownFacts, nameText, notNegative, optionalText, positive, shortList } from "./file-parts.ts";
import type { ForeignReader } from "./reader.ts";

/** Most rounds of one benchmark that are read. */
const ROUNDS_MOST = 200_000;
/** More rounds than this are taken in so many blocks: neighbours are alike, and each alone would say too much. */
const TRIALS_MOST = 30;

const time: Metric = { id: "time-per-round", label: "time per round", unit: "s", better: "lower" };

function isRoundList(input: unknown): input is unknown[] {
  return Array.isArray(input) && input.length <= ROUNDS_MOST;
}

const benchmarkSchema = v.object({
  name: nameText,
  fullname: v.optional(v.nullable(nameText)),
  stats: v.object({
    mean: positive,
    stddev: v.optional(notNegative),
    rounds: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1e12))),
    data: v.optional(
      v.nullable(
        v.pipe(v.custom<unknown[]>(isRoundList, `must be a list of at most ${ROUNDS_MOST} rounds.`), v.array(positive)),
      ),
    ),
  }),
});

const fileSchema = v.object({
  machine_info: v.optional(
    v.object({
      node: optionalText,
      machine: optionalText,
      system: optionalText,
      python_version: optionalText,
      cpu: v.optional(v.nullable(v.object({ brand_raw: optionalText, count: v.optional(v.number()) }))),
    }),
  ),
  datetime: optionalText,
  benchmarks: shortList(benchmarkSchema),
});

/** Rounds as trials: each round up to thirty, beyond that the medians of thirty consecutive blocks. */
function trialsOf(rounds: readonly number[]): readonly number[] {
  if (rounds.length <= TRIALS_MOST) return rounds;
  return Array.from({ length: TRIALS_MOST }, (_, block) => {
    const from = Math.floor((block * rounds.length) / TRIALS_MOST);
    const to = Math.floor(((block + 1) * rounds.length) / TRIALS_MOST);
    return median(rounds.slice(from, to)) ?? 0;
  });
}

function figures({ data, mean, stddev, rounds }: v.InferOutput<typeof benchmarkSchema>["stats"]): CellFigures {
  if (data !== undefined && data !== null && data.length > 0) {
    return { kind: "trials", values: trialsOf(data), yardstickDeviation: 0 };
  }
  return figuresOf(mean, stddev, rounds);
}

/** Reads every benchmark of the file; its name is the row. */
function readPytestBenchmark(json: unknown): ReadMeasured {
  const parsed = v.safeParse(fileSchema, json, { abortEarly: true });
  if (!parsed.success) {
    return {
      state: "refused",
      message: `This looks like pytest-benchmark JSON, but ${schemaMessage(parsed.issues[0])} Write it with --benchmark-json; --benchmark-save-data keeps the rounds.`,
    };
  }
  const { benchmarks, machine_info: machine, datetime } = parsed.output;
  const cells = benchmarks.map(({ name, fullname, stats }): ComparedCell => ({
    row: { kind: "named", name: fullname ?? name },
    metric: time,
    figures: figures(stats),
  }));
  const cpus = machine?.cpu?.count;
  const fingerprint = knownFacts({
    "measured by": "pytest-benchmark",
    node: machine?.node,
    machine: machine?.machine,
    system: machine?.system,
    Python: machine?.python_version,
    processor: machine?.cpu?.brand_raw,
    CPUs: cpus === undefined ? undefined : String(cpus),
  });
  return {
    state: "read",
    measured: { fingerprint, cells },
    id: null,
    measuredAt: typeof datetime === "string" ? { field: "datetime", text: datetime } : null,
    notes: [],
  };
}

export const pytestBenchmark: ForeignReader = {
  kind: "pytest-benchmark",
  title: "pytest-benchmark JSON",
  recognises: ({ json }) => isJsonObject(json) && Array.isArray(json["benchmarks"]),
  read: ({ json }) => readPytestBenchmark(json),
};
