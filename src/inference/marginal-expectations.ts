// The expected log likelihood of each factor's states under the marginals of the other factors.
import type { Model } from "./model.ts";
import type { Workspace } from "./workspace.ts";

/**
 * Writes E_{q without f}[ln L] per state of each factor into `target` (concatenated): only for the first factor when
 * `from` is 0, for all other factors when it is 1. The weights are products of the other marginals, never quotients,
 * so a marginal that underflows to 0 does no harm.
 */
export function marginalExpectations(
  model: Model,
  workspace: Workspace,
  marginals: Float64Array,
  from: 0 | 1,
  target: Float64Array,
): void {
  const { transitions } = model;
  const first = transitions[0];
  const second = transitions[1];
  if (first === undefined || second === undefined) return;
  const { logLikelihood } = workspace;
  if (transitions.length > 2) {
    const last = from === 0 ? 1 : transitions.length;
    for (let f = from; f < last; f += 1) contract(model, workspace, marginals, f, target);
  } else if (from === 0) rowExpectations(logLikelihood, marginals, first.states, second.states, target);
  else columnExpectations(logLikelihood, marginals, first.states, second.states, target);
}

/** Two factors: the message of the first, one row of ln L at a time. */
function rowExpectations(
  logs: Float64Array,
  marginals: Float64Array,
  rows: number,
  columns: number,
  target: Float64Array,
): void {
  let at = 0;
  for (let i = 0; i < rows; i += 1) {
    let sum = 0;
    for (let j = 0; j < columns; j += 1) sum += (marginals[rows + j] ?? 0) * (logs[at + j] ?? 0);
    target[i] = sum;
    at += columns;
  }
}

/** Two factors: the message of the second, accumulated over the rows of ln L. */
function columnExpectations(
  logs: Float64Array,
  marginals: Float64Array,
  rows: number,
  columns: number,
  target: Float64Array,
): void {
  for (let j = 0; j < columns; j += 1) target[rows + j] = 0;
  let at = 0;
  for (let i = 0; i < rows; i += 1) {
    const weight = marginals[i] ?? 0;
    for (let j = 0; j < columns; j += 1) target[rows + j] = (target[rows + j] ?? 0) + weight * (logs[at + j] ?? 0);
    at += columns;
  }
}

/** Any number of factors: sums out all factors except `kept`, from the last to the first, in the joint scratch array. */
function contract(
  model: Model,
  workspace: Workspace,
  marginals: Float64Array,
  kept: number,
  target: Float64Array,
): void {
  const { transitions } = model;
  const { jointWeight: joint, logLikelihood } = workspace;
  joint.set(logLikelihood);
  let length = joint.length;
  let inner = 1;
  for (let f = transitions.length - 1; f >= 0; f -= 1) {
    const factor = transitions[f];
    if (factor === undefined) continue;
    const { states, offset } = factor;
    if (f === kept) {
      inner = states;
      continue;
    }
    const outer = length / (states * inner);
    for (let o = 0; o < outer; o += 1) {
      for (let i = 0; i < inner; i += 1) {
        let sum = 0;
        for (let s = 0; s < states; s += 1) {
          sum += (marginals[offset + s] ?? 0) * (joint[(o * states + s) * inner + i] ?? 0);
        }
        joint[o * inner + i] = sum;
      }
    }
    length = outer * inner;
  }
  const factor = transitions[kept];
  if (factor === undefined) return;
  for (let s = 0; s < factor.states; s += 1) target[factor.offset + s] = joint[s] ?? 0;
}
