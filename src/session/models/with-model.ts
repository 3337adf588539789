// Puts the model itself into what lanes are asked to prepare, since settings only refer to it.
import type { LaneAnswer } from "../../measurement/lane/lane-host.ts";
import type { Settings } from "../../fields/settings.ts";
import type { WorkloadConfig } from "../../workloads/workload.ts";
import { DEFAULT_MODEL } from "../../workloads/model-reference.ts";
import { findModel } from "./find-model.ts";

/** The model that was found last: a run asks for the same at each agent count, and checking a large one takes half a second. */
let last: { readonly reference: string; readonly text: string } | null = null;

async function textOrReason(reference: string): Promise<{ readonly text: string } | { readonly reason: string }> {
  if (last?.reference === reference) return last;
  const found = await findModel(reference);
  switch (found.state) {
    case "found":
      last = { reference, text: found.text };
      return last;
    case "missing":
      return { reason: found.message };
    case "refused":
      return { reason: found.problems.join(" ") };
  }
}

/** For lanes on this page. Never rejects. */
export async function withModel(workload: WorkloadConfig): Promise<LaneAnswer<WorkloadConfig>> {
  if (workload.kind !== "custom") return { state: "done", value: workload };
  const found = await textOrReason(workload.model ?? DEFAULT_MODEL);
  return "text" in found
    ? { state: "done", value: { ...workload, modelText: found.text } }
    : { state: "failed", reason: found.reason };
}

/** Why settings cannot run on this page for want of their model; null where they can. */
export async function modelRefusal({ workload, model }: Settings): Promise<string | null> {
  if (workload !== "custom") return null;
  const found = await textOrReason(typeof model === "string" ? model : DEFAULT_MODEL);
  return "text" in found ? null : found.reason;
}
