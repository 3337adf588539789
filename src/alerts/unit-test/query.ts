// The result of one expression at one time: for the expression tests of unit-test files.
import { absentLabels, Selection } from "../evaluation/select.ts";
import type { SampleStore } from "../evaluation/sample-store.ts";
import { compares } from "../grammar/condition.ts";
import type { Expression } from "../grammar/parse-condition.ts";
import { labelsOf, NO_LABELS } from "../grammar/labels.ts";
import type { GotSample } from "./judge-case.ts";

export function query(expression: Expression, store: SampleStore, atMs: number): readonly GotSample[] {
  if (expression.kind === "number") return [{ labels: NO_LABELS, value: expression.value }];
  const { selector } = expression;
  const found = new Selection(selector, store).series
    .filter((id) => store.has(id, atMs))
    .map((id) => ({ labels: store.labels(id) ?? NO_LABELS, value: store.value(id) }));
  switch (expression.kind) {
    case "series":
      return found;
    case "comparison":
      return found.filter(({ value }) => compares(value, expression.comparator, expression.threshold));
    case "absent":
      return found.length > 0 ? [] : [{ labels: labelsOf(absentLabels(selector)), value: 1 }];
  }
}
