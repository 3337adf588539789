// The prior of the next inference: the prediction that was made for the action taken, agent by agent.
import { AT_NEXT_PRIOR, IN_ACTION, IN_POSTERIOR, STATES } from "../fields";
import { address, field, lanes } from "./vectors";

/** Where the agent of one lane finds its prediction. A control that changes nothing has no prediction of its own: 0. */
// @ts-ignore: decorator
@inline
function predictionOf<F>(table: usize, posterior: usize, action: usize, lane: usize): usize {
  const kept = load<usize>(table + (<usize>load<i32>(action + (lane << 2)) << 2));
  return (kept ? kept : posterior) + lane * sizeof<F>();
}

/** Writes the next prior of every agent of a block from its action. */
export function take<F, N>(model: usize, block: usize): void {
  const vector: usize = 16 * sizeof<N>();
  const bytes = <usize>field(model, STATES) * vector;
  const table = address(model, AT_NEXT_PRIOR);
  const posterior = block + field(model, IN_POSTERIOR);
  const action = block + field(model, IN_ACTION);
  for (let v: usize = 0; v < sizeof<N>(); v++) {
    const first = v * lanes<F>();
    const p0 = predictionOf<F>(table, posterior, action, first);
    const p1 = predictionOf<F>(table, posterior, action, first + 1);
    const to = block + (v << 4);
    if (sizeof<F>() == 8) {
      for (let at: usize = 0; at < bytes; at += vector) {
        v128.store(to + at, v128.load_lane<F>(p1 + at, v128.load_zero<F>(p0 + at), 1));
      }
    } else {
      const p2 = predictionOf<F>(table, posterior, action, first + 2);
      const p3 = predictionOf<F>(table, posterior, action, first + 3);
      for (let at: usize = 0; at < bytes; at += vector) {
        const two = v128.load_lane<F>(p1 + at, v128.load_zero<F>(p0 + at), 1);
        v128.store(to + at, v128.load_lane<F>(p3 + at, v128.load_lane<F>(p2 + at, two, 2), 3));
      }
    }
  }
}
