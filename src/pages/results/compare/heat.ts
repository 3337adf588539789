// The ground of a cell by how strong its change is: the hue says better or worse, as its arrow and its word do, the shade how much.
import type { VerdictRow } from "../../../comparison/verdict-table.ts";

type Shades = Readonly<Record<VerdictRow["strength"], string>>;

/** Ink on each of them passes AA, in light and in dark. */
export const HEAT: Readonly<Record<"better" | "worse", Shades>> = {
  better: { 0: "", 1: "bg-good/10", 2: "bg-good/20", 3: "bg-good/35" },
  worse: { 0: "", 1: "bg-bad/10", 2: "bg-bad/20", 3: "bg-bad/35" },
};

/** The ground of a verdict's cell; none where there is no change, or nobody knows whether it is one. */
export function heatOf({ move, strength }: Pick<VerdictRow, "move" | "strength">): string {
  return move === null ? "" : HEAT[move.isBetter ? "better" : "worse"][strength];
}
