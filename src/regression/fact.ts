// One fact about a measurement that must agree before two results may be compared.

/** One fact about where and how a result was measured. */
export type Fact =
  /** Must be equal. */
  | { readonly kind: "same"; readonly name: string; readonly value: string }
  /** Known within an interval: the intervals must overlap. */
  | {
      readonly kind: "interval";
      readonly name: string;
      readonly value: number;
      readonly low: number;
      readonly high: number;
    };

/** A fact that must be equal on both sides. */
export function same(name: string, value: string): Fact {
  return { kind: "same", name, value };
}
