// The rule that says that another one has no data. Prometheus has no such verdict, so it is a rule of its own, here and in exports.
import type { AlertRule } from "./rule.ts";

/** The annotation by which an exported rule keeps its verdict on missing data. */
export const NO_DATA_ANNOTATION = "headroom_no_data";

/** The annotation of an absent(…) rule that names the rule it was made for. */
const NO_DATA_OF_ANNOTATION = "headroom_no_data_of";

/** absent(…) for a rule's series, with its `for` and labels. Null for a rule that asks for absence itself. */
export function absenceRule(rule: AlertRule): AlertRule | null {
  const { name, condition, forMs, labels } = rule;
  if (condition.kind === "absent") return null;
  return {
    name: `${name} (no data)`,
    condition: { kind: "absent", selector: condition.selector },
    forMs,
    keepFiringForMs: 0,
    labels,
    annotations: new Map([
      ["summary", `No data for ${name.replaceAll("{", "(")}`],
      [NO_DATA_OF_ANNOTATION, name.replaceAll("{", "(")],
    ]),
    onNoData: "resolve",
  };
}

/** A rule, and the alert of its own on missing data where its verdict is `alert`. */
export function withAbsence(rule: AlertRule): readonly AlertRule[] {
  const absence = rule.onNoData === "alert" ? absenceRule(rule) : null;
  return absence === null ? [rule] : [rule, absence];
}
