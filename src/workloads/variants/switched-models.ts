// The models of a workload whose agents think otherwise in one thing.
import { typedArrayBytes } from "../../inference/byte-length.ts";
import type { Model } from "../../inference/model.ts";
import type { ModelSpec } from "../../inference/model-spec.ts";
import { createWorkspace, type Workspace } from "../../inference/workspace.ts";
import { compiled, type Mind, type ModelSource, PlainMind, type SharedModel } from "../shared-model.ts";
import { CompressedMind, type Packed, singlePrecision, sixteenBit } from "./compressed-mind.ts";
import { PlanningMind } from "./planning-mind.ts";
import type { ResultCheck } from "./result-check.ts";
import { SkippingMind } from "./skipping-mind.ts";
import type { SwitchKind } from "./variation.ts";

/** What all agents of a worker share, and what each thinks with. */
function shared(model: Model, mindOf: (workspace: Workspace) => () => Mind, more: readonly object[] = []): SharedModel {
  const workspace = createWorkspace(model);
  const scratchBytes = typedArrayBytes([workspace, more]);
  return { model, workspace, bytes: typedArrayBytes(model) + scratchBytes, scratchBytes, mindOf: mindOf(workspace) };
}

function compressed(spec: ModelSpec, pack: (length: number) => Packed, check: ResultCheck): SharedModel {
  const model = compiled(spec);
  const scratch = new Float64Array(model.marginalLength);
  const mindOf = (workspace: Workspace) => () =>
    new CompressedMind(model, workspace, { scratch, packed: pack(model.marginalLength), check });
  return shared(model, mindOf, [scratch]);
}

function oneForAll(spec: ModelSpec, make: (model: Model, workspace: Workspace) => Mind): SharedModel {
  const model = compiled(spec);
  return shared(model, (workspace) => {
    const mind = make(model, workspace);
    return () => mind;
  });
}

const sources = {
  "own-model": (spec) =>
    shared(compiled(spec), (workspace) => () => {
      const own = compiled(spec);
      return new PlainMind(own, workspace, typedArrayBytes(own));
    }),
  "single-precision": (spec, check) => compressed(spec, singlePrecision, check),
  "sixteen-bit": (spec, check) => compressed(spec, sixteenBit, check),
  "expected-skipped": (spec, check) => {
    const model = compiled(spec);
    return shared(model, (workspace) => () => new SkippingMind(model, workspace, check));
  },
  deterministic: (spec) =>
    oneForAll({ ...spec, actionSelection: "deterministic" }, (model, workspace) => new PlainMind(model, workspace)),
  "prefixes-apart": (spec, check) =>
    oneForAll(
      spec,
      (model, workspace) => new PlanningMind(model, workspace, { sharesPrefixes: false, isSparse: true }, check),
    ),
  "dense-transitions": (spec, check) =>
    oneForAll(
      spec,
      (model, workspace) => new PlanningMind(model, workspace, { sharesPrefixes: true, isSparse: false }, check),
    ),
} satisfies Record<SwitchKind, (spec: ModelSpec, check: ResultCheck) => SharedModel>;

/** @param check compares with the engine while it is on */
export function switchedModels(which: SwitchKind, check: ResultCheck): ModelSource {
  return (spec) => sources[which](spec, check);
}
