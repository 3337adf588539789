// How the planner reads its settings from text: kinds of fields, which the address and the form share.
import * as v from "valibot";
import type { Reading } from "../../fields/field.ts";
import { numberOfText } from "../../fields/number-text.ts";

/** A decimal number within bounds. */
export function numberText(message: string, least: number, most: number) {
  return v.pipe(
    v.string(message),
    v.maxLength(40, message),
    v.transform((text) => numberOfText(text) ?? Number.NaN),
    v.finite(message),
    v.minValue(least, message),
    v.maxValue(most, message),
  );
}

/** A whole number within bounds. */
export function wholeText(message: string, least: number, most: number) {
  return v.pipe(numberText(message, least, most), v.integer(message));
}

/** Nothing, or a decimal number within bounds. */
export function optionalNumberText(message: string, least: number, most: number) {
  return v.union(
    [
      v.pipe(
        v.string(),
        v.trim(),
        v.literal(""),
        v.transform(() => null),
      ),
      numberText(message, least, most),
    ],
    message,
  );
}

/** Nothing, or a whole number within bounds. */
export function optionalWholeText(message: string, least: number, most: number) {
  return v.pipe(
    optionalNumberText(message, least, most),
    v.check((value) => value === null || Number.isInteger(value), message),
  );
}

/** A text with a reader of its own, such as a curve. */
export function readText<Value>(read: (text: string) => Reading<Value>, charactersMost: number) {
  return v.pipe(
    v.string(),
    v.maxLength(charactersMost, `This is longer than ${charactersMost.toLocaleString("en-US")} characters.`),
    v.rawTransform<string, Value>(({ dataset, addIssue, NEVER }) => {
      const reading = read(dataset.value);
      if (reading.state === "read") return reading.value;
      addIssue({ message: reading.message });
      return NEVER;
    }),
  );
}

export function refused(message: string): Reading<never> {
  return { state: "refused", message };
}
