// `--model` of npm run bench: the name of an example, the hash of a model, or the path of a model's file.
import { readModelText } from "../../src/session/models/model-text.ts";
import { hashOf, referenceTo } from "../../src/workloads/custom/identity.ts";
import { MODEL_LIMITS } from "../../src/workloads/custom/limits.ts";
import { writeModel } from "../../src/workloads/custom/write-model.ts";
import { readReference } from "../../src/workloads/model-reference.ts";
import { BadInput, readText } from "./command-files.ts";

/** Canonical texts of models by their hash, for the page that measures. */
export type GivenModels = Readonly<Record<string, string>>;

/**
 * Opens the file that --model names, and asks for the workload that runs it, unless another is asked for.
 * @throws BadInput where the file cannot be read, or is no model
 */
export function withModelFile(flags: ReadonlyMap<string, string>): {
  readonly flags: ReadonlyMap<string, string>;
  readonly models: GivenModels;
} {
  const given = flags.get("model");
  if (given === undefined) return { flags, models: {} };
  const asked = new Map([["workload", "custom"], ...flags]);
  // Anything with the beginning of a reference is told as one.
  if (readReference(given) !== null || /^(example|sha256):/.test(given)) return { flags: asked, models: {} };
  const read = readModelText(readText(given, MODEL_LIMITS.charactersMost));
  if (read.state === "refused") {
    throw new BadInput(
      `--model ${given} is no model that can be run:\n${read.problems.map((one) => `  ${one}`).join("\n")}`,
    );
  }
  const text = writeModel(read.model);
  return { flags: asked.set("model", referenceTo(text)), models: { [hashOf(text)]: text } };
}
