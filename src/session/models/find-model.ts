// Finds the model that a setting refers to: an example that ships, one that the link itself carries, or one that was given to this browser.
import { exampleText } from "../../workloads/custom/examples.ts";
import { hashOf } from "../../workloads/custom/identity.ts";
import { unpackModel } from "../../workloads/custom/packing.ts";
import { writeModel } from "../../workloads/custom/write-model.ts";
import { readReference } from "../../workloads/model-reference.ts";
import { keptModel } from "./kept-models.ts";
import { readModelText } from "./model-text.ts";

export type FoundModel =
  | { readonly state: "found"; /** Canonical. */ readonly text: string }
  /** Its file has to be given. */
  | { readonly state: "missing"; readonly hash: string; readonly message: string }
  | { readonly state: "refused"; readonly problems: readonly string[] };

/** The words for a model that is nowhere to be found. */
function missingWords(hash: string): string {
  return `The model sha256:${hash.slice(0, 12)}… is not in this browser, and the link does not carry it. Ask whoever sent the link for the model's file, and open it here.`;
}

/** Checks text that came with a hash: the same model must have the same hash. */
function verified(text: string, hash: string): FoundModel {
  const read = readModelText(text);
  if (read.state === "refused") return read;
  const canonical = writeModel(read.model);
  if (hashOf(canonical) === hash) return { state: "found", text: canonical };
  return {
    state: "refused",
    problems: [
      "The model in this link is not the one that its hash names: the link was changed or cut. Ask for it again.",
    ],
  };
}

/** @param kept reads a model that was given here; by default from this browser. Never throws */
export async function findModel(
  reference: string,
  kept: (hash: string) => Promise<string | null> = keptModel,
): Promise<FoundModel> {
  const known = readReference(reference);
  if (known === null) return { state: "refused", problems: ["This names no model."] };
  if (known.kind === "example") return { state: "found", text: exampleText(known.name) };
  if (known.packed === null) {
    const text = await kept(known.hash);
    return text === null
      ? { state: "missing", hash: known.hash, message: missingWords(known.hash) }
      : verified(text, known.hash);
  }
  const unpacked = unpackModel(known.packed);
  if (unpacked !== null) return verified(unpacked, known.hash);
  return { state: "refused", problems: ["The model in this link is damaged or cut short. Ask for the link again."] };
}
