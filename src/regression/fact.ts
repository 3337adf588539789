// One fact about a measurement, and how much it weighs when two results are compared.

/**
 * What follows where a fact differs. `binding`: nothing is judged, unless somebody allows it. `asked`: configuration, which a person
 * chose, so that a difference is the question where one is asked, and binding elsewhere. `follows`: the same of what the configuration
 * brings with it, such as how many workers its agents filled. `noted`: judged, and the difference is said in every report.
 * `incidental`: neither compared nor shown.
 */
export type FactWeight = "binding" | "asked" | "follows" | "noted" | "incidental";

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

/** A setting that a person chose, and may ask about. */
export function asked(name: string, value: string): Fact {
  return { kind: "same", name, value, weight: "asked" };
}

/** What the settings bring with them. */
export function follows(name: string, value: string): Fact {
  return { kind: "same", name, value, weight: "follows" };
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

/** Whether a difference of this weight keeps two results apart, unless somebody allows it. */
export function keepsApart(weight: FactWeight): boolean {
  switch (weight) {
    case "binding":
    case "asked":
    case "follows":
      return true;
    case "noted":
    case "incidental":
      return false;
  }
}
