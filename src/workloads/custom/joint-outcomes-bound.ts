// How many joint outcomes of all modalities the engine would keep, counted before it does: what grows fastest with the modalities.
import type { Tensor } from "../../inference/model-spec.ts";
import { grouped } from "./findings.ts";
import { MODEL_LIMITS } from "./limits.ts";

/** Σ over joint states of the product over modalities of their possible outcomes. */
function countJointOutcomes(A: readonly Tensor[]): number {
  const joint = (A[0]?.data.length ?? 0) / (A[0]?.shape[0] ?? 1);
  let total = 0;
  for (let s = 0; s < joint; s += 1) {
    let combinations = 1;
    for (const { data } of A) {
      let possible = 0;
      for (let at = s; at < data.length; at += joint) if ((data[at] ?? 0) > 0) possible += 1;
      combinations *= possible;
    }
    total += combinations;
  }
  return total;
}

/** @returns why there are too many, with the way out; null where there are not */
export function jointOutcomesProblem(A: readonly Tensor[]): string | null {
  const most = MODEL_LIMITS.jointOutcomesMost;
  const sizes = A.map(({ shape }) => shape[0] ?? 1);
  const possible = Math.max(
    countJointOutcomes(A),
    sizes.reduce((product, size) => product * size, 1),
  );
  if (possible <= most) return null;
  return `A gives ${grouped(possible)} joint outcomes of all modalities (${sizes.join(" × ")} in each state at most); at most ${grouped(most)} are run. Give fewer modalities or outcomes, or set use_states_info_gain to false.`;
}
