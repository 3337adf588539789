// What a workload's participants share (the compiled model and one scratch memory), and what each has for itself.
import type { Belief } from "../inference/belief.ts";
import { typedArrayBytes } from "../inference/byte-length.ts";
import { buildModel } from "../inference/model.ts";
import type { Model } from "../inference/model.ts";
import type { ModelSpec } from "../inference/model-spec.ts";
import { createWorkspace } from "../inference/workspace.ts";
import type { Workspace } from "../inference/workspace.ts";

/** A model, its scratch, and the bytes of both. */
export interface SharedModel {
  readonly model: Model;
  readonly workspace: Workspace;
  readonly bytes: number;
}

/** Compiles a workload's own description; throws if it is unsound, which is an error of the workload's author. */
export function shareModel(spec: ModelSpec): SharedModel {
  const build = buildModel(spec);
  if (build.state === "invalid") throw new Error(`workload model: ${build.problems.join("; ")}`);
  const workspace = createWorkspace(build.model);
  return { model: build.model, workspace, bytes: typedArrayBytes([build.model, workspace]) };
}

/** Bytes of what one agent has for itself. Its posterior may be a row of an array of many, of which only the row counts. */
export function ownBytes({ posterior, ...rest }: Belief, others: readonly ArrayBufferView[]): number {
  return posterior.byteLength + typedArrayBytes([rest, others]);
}
