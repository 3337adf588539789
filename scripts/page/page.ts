// The one page without a view that commands measure in: an experiment, or pairs for the error rates of verdicts.
import type { Result } from "../../src/results/format/result.ts";
import type { MeasuringAnswer, MeasuringEvent } from "./events.ts";
import { measure } from "./measure.ts";
import { measureTriple } from "./measure-triple.ts";

declare global {
  interface Window {
    /** @param models canonical texts by their hash */
    measure: (
      texts: Readonly<Record<string, string>>,
      models: Readonly<Record<string, string>>,
    ) => Promise<MeasuringAnswer>;
    /** @returns the results, in order: unchanged, unchanged, slowed by the share */
    measureTriple: (texts: Readonly<Record<string, string>>, slowShare: number) => Promise<readonly Result[]>;
    /** What the command listens with. */
    tellHeadroom: (event: MeasuringEvent) => void;
  }
}

globalThis.window.measure = (texts, models) => measure(texts, models, (event) => globalThis.window.tellHeadroom(event));
globalThis.window.measureTriple = measureTriple;
