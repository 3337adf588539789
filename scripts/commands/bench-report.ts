// What `npm run bench` leaves behind: files, the sentence, a link, and which rows are missing.
import { isValid } from "../../src/measurement/run/sample.ts";
import { answerOf } from "../../src/results/answer.ts";
import { deriveResult } from "../../src/results/derive.ts";
import { experimentOf, measuredOn } from "../../src/results/experiment.ts";
import { toMarkdown, toMarkdownText } from "../../src/results/export-table.ts";
import type { Result } from "../../src/results/format/result.ts";
import { withoutModel } from "../../src/workloads/model-reference.ts";
import { linkPayload } from "../../src/results/link/result-link.ts";
import { provenanceOf } from "../../src/results/provenance.ts";
import { toResultJson } from "../../src/results/result-json.ts";
import { resultTable } from "../../src/results/result-table.ts";
import type { BenchArguments } from "./bench-arguments.ts";
import { writeText } from "./command-files.ts";
import { junitOf } from "../lib/junit.mjs";

export interface Reported {
  /** Names of the rows that have no figure. */
  readonly missing: readonly string[];
  /** What is printed under the table. */
  readonly lines: readonly string[];
}

function junitText(result: Result, missing: ReadonlySet<number>): string {
  const { points, scenario } = experimentOf(result);
  const windowMs = Number(result.settings["windowMs"] ?? 0);
  const cases = points.map((at) => {
    const own = result.samples.filter((sample) => sample.series === "row" && sample.at === at && isValid(sample));
    const name = scenario.axis.nameOf(at);
    return {
      name,
      seconds: (own.length * windowMs) / 1_000,
      figures: own.map((sample) => (isValid(sample) ? `${sample.figures["throughput"] ?? "–"} op/s` : "")).join(", "),
      problem: missing.has(at) ? `No attempt at ${name} counts.` : null,
    };
  });
  return junitOf("Headroom benchmark", cases);
}

async function linkLine(result: Result, { site, configuration: { settings } }: BenchArguments): Promise<string> {
  const payload = await linkPayload(result);
  if (payload === null) return "It has too many trials for a link; --out writes a file.";
  // A result has the hash of its model alone; the model itself stands beside it, where it is short enough.
  const { workload, model } = settings;
  const isCarried = workload === "custom" && typeof model === "string" && withoutModel(model) !== model;
  return `${site}#/r/${payload}${isCarried ? `?model=${model}` : ""}`;
}

/** Writes the files that were asked for. @throws BadInput where one cannot be written */
export async function report(result: Result, asked: BenchArguments): Promise<Reported> {
  const experiment = experimentOf(result);
  const derived = deriveResult(result);
  const measured = new Set(derived.rows.map(({ at }) => at));
  const missing = experiment.points.filter((at) => !measured.has(at));
  writeText(asked.out, toResultJson(result));
  writeText(asked.markdown, `${toMarkdownText(provenanceOf(result))}\n\n${toMarkdown(resultTable(result))}`);
  writeText(asked.junit, junitText(result, new Set(missing)));
  const { sentence } = answerOf(experiment, derived, result.samples, measuredOn(result.environment), "here");
  return {
    missing: missing.map((at) => experiment.scenario.axis.nameOf(at)),
    lines: [...(sentence === null ? [] : [sentence]), await linkLine(result, asked)],
  };
}
