// What a block left behind, as figures: where more went than came, nothing was left.
import { COUNTERS, type Counts } from "../../measurement/run/lifecycles.ts";
import type { Figures } from "../../measurement/run/sample.ts";
import { counterId } from "./measures.ts";

export function leftCounts(counts: Counts): Figures {
  return Object.fromEntries(COUNTERS.map((counter) => [counterId(counter), Math.max(0, counts[counter])]));
}
