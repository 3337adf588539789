// The one page without a view that commands measure in: an experiment, pairs for the error rates of verdicts, or a profile.
import type { Result } from "../../src/results/format/result.ts";
import type { MeasuringAnswer, MeasuringEvent, ProfileAnswer } from "./events.ts";
import { measure } from "./measure.ts";
import { measureProfile } from "./measure-profile.ts";
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
    /**
     * @param models canonical texts by their hash
     * @param withMemory whether the browser is asked what the workers take
     */
    measureProfile: (
      texts: Readonly<Record<string, string>>,
      models: Readonly<Record<string, string>>,
      withMemory: boolean,
    ) => Promise<ProfileAnswer>;
    /** What the command listens with. */
    tellHeadroom: (event: MeasuringEvent) => void;
  }
}

globalThis.window.measure = (texts, models) => measure(texts, models, (event) => globalThis.window.tellHeadroom(event));
globalThis.window.measureTriple = measureTriple;
globalThis.window.measureProfile = (texts, models, withMemory) =>
  measureProfile(texts, models, withMemory, (text) => globalThis.window.tellHeadroom({ type: "progress", text }));
