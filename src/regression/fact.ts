// One fact about a measurement, and how much it weighs when two results are compared.

/**
 * What follows where a fact differs. `binding`: nothing is judged, unless somebody allows it. `noted`: judged, and the difference
 * is said in every report. `incidental`: neither compared nor shown.
 */
export type FactWeight = "binding" | "noted" | "incidental";

/** One fact about where and how a result was measured. */
export type Fact = {
  /** Binding where it is left out. */
  readonly weight?: FactWeight;
} & (
  | /** Must be equal. */ { readonly kind: "same"; readonly name: string; readonly value: string }
  /** Known within an interval: the intervals must overlap. */
  | {
      readonly kind: "interval";
      readonly name: string;
      readonly value: number;
      readonly low: number;
      readonly high: number;
    }
);

/** A fact that must be equal on both sides. */
export function same(name: string, value: string): Fact {
  return { kind: "same", name, value };
}

/** A fact that is noted where it differs. */
export function noted(name: string, value: string): Fact {
  return { kind: "same", name, value, weight: "noted" };
}

/** A fact that says nothing about the figures, such as the name of a host. */
export function incidental(name: string, value: string): Fact {
  return { kind: "same", name, value, weight: "incidental" };
}

export function weightOf({ weight }: Fact): FactWeight {
  return weight ?? "binding";
}
