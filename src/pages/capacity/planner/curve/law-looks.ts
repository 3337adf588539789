// How the three laws are named and drawn, everywhere on the page.
import type { LawKind } from "../../../../laws/laws.ts";

interface LawLook {
  readonly label: string;
  readonly colour: string;
  /** Null for a solid line: dashes tell the laws apart without colour. */
  readonly dash: string | null;
}

export const lawLooks: Readonly<Record<LawKind, LawLook>> = {
  usl: { label: "USL", colour: "var(--color-series-2)", dash: null },
  amdahl: { label: "Amdahl", colour: "var(--color-series-3)", dash: "7 4" },
  linear: { label: "linear", colour: "var(--color-series-4)", dash: "2 4" },
};
