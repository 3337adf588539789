// What stepped the agents of a trial, kept as a figure, and in words: they may be asked to step together, and a kernel may not take them.
import type { WindowReport } from "../../measurement/lane/lane-host.ts";
import type { Figures, Sample } from "../../measurement/run/sample.ts";
import type { SteppedBy } from "../../workloads/group.ts";
import { measure } from "../contract/measure.ts";
import { valuesOf } from "../contract/rows.ts";
import { isValid } from "../../measurement/run/sample.ts";

const STEPPED_BY = "stepped-by";

/** Kept results hold them: once given, a number stays. */
const CODES = {
  engine: 0,
  "f64 plain": 1,
  "f64 relaxed": 2,
  "f32 plain": 3,
  "f32 relaxed": 4,
} as const satisfies Record<SteppedBy, number>;

const texts: Readonly<Record<SteppedBy, string>> = {
  engine:
    "The engine, one agent after another: the SIMD kernel takes models with one hidden factor that do not learn, and worlds that it knows.",
  "f64 plain": "A SIMD kernel in 64 bits: the same actions as the engine's.",
  "f64 relaxed":
    "A SIMD kernel in 64 bits with relaxed operations: the same actions as the engine's; the last bits of beliefs depend on the processor.",
  "f32 plain": "A SIMD kernel in 32 bits: beliefs have seven digits, and a rare action differs from the engine's.",
  "f32 relaxed":
    "A SIMD kernel in 32 bits with relaxed operations: beliefs have seven digits, and a rare action differs from the engine's.",
};

export const steppedByMeasure = measure({
  id: STEPPED_BY,
  label: "what stepped the agents",
  unit: "count",
  place: "file",
  help: "0: the engine; 1 and 2: the kernel in 64 bits, plain and relaxed; 3 and 4: in 32 bits.",
});

export function steppedByFigure(reports: readonly WindowReport[]): Figures {
  const [first] = reports;
  return first === undefined ? {} : { [STEPPED_BY]: CODES[first.steppedBy] };
}

/** @returns nothing where that was not kept */
export function steppedByNote(samples: readonly Sample[]): { readonly term: string; readonly text: string }[] {
  const code = valuesOf(samples.filter(isValid), STEPPED_BY).at(-1);
  return Object.entries(CODES).flatMap(([kind, one]) => {
    const text = one === code ? Object.entries(texts).find(([name]) => name === kind)?.[1] : undefined;
    return text === undefined ? [] : [{ term: "Stepped by", text }];
  });
}
