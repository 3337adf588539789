// The model beside the link of a result, which itself has the hash alone: put there where it is short enough, and kept where it arrives.
import type { Settings } from "../../fields/settings.ts";
import { packModel } from "../../workloads/custom/packing.ts";
import { ownReference, PACKED_CHARACTERS_MOST, readReference } from "../../workloads/model-reference.ts";
import { findModel } from "./find-model.ts";
import { keepModel, keptModel } from "./kept-models.ts";

/** @returns "?model=…" to stand behind the link of a result with these settings; "" where it needs no model, or one that is too long or not here */
export async function modelSuffix({ workload, model }: Settings): Promise<string> {
  const reference = workload === "custom" && typeof model === "string" ? readReference(model) : null;
  if (reference?.kind !== "own") return "";
  const text = await keptModel(reference.hash);
  const packed = text === null ? null : packModel(text);
  return packed === null || packed.length > PACKED_CHARACTERS_MOST
    ? ""
    : `?model=${ownReference(reference.hash, packed)}`;
}

/** Keeps the model that came beside a link, so that the same can be measured here. One that is not what its hash names is left. Never throws. */
export async function keepCarried(reference: string): Promise<void> {
  const known = readReference(reference);
  if (known?.kind !== "own" || known.packed === null) return;
  const found = await findModel(reference);
  if (found.state === "found") await keepModel(known.hash, found.text, Date.now());
}
