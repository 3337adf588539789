// The one page without a view that commands measure in: an experiment, pairs for the error rates of verdicts, a profile, or a roofline.
import type { Result } from "../../src/results/format/result.ts";
import type { MeasuringAnswer, MeasuringEvent, ProfileAnswer, RooflineAnswer } from "./events.ts";
import { measure } from "./measure.ts";
import { measureProfile } from "./measure-profile.ts";
import { measureRoofline } from "./measure-roofline.ts";
import { measureTriple } from "./measure-triple.ts";
import { runBatches } from "./run-batches.ts";

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
    measureRoofline: (texts: Readonly<Record<string, string>>) => Promise<RooflineAnswer>;
    /** @throws when one of the runs failed */
    runBatches: (runs: number) => Promise<void>;
    /** What the command listens with. */
    tellHeadroom: (event: MeasuringEvent) => void;
  }
}

globalThis.window.measure = (texts, models) => measure(texts, models, (event) => globalThis.window.tellHeadroom(event));
globalThis.window.measureTriple = measureTriple;
globalThis.window.runBatches = runBatches;
globalThis.window.measureRoofline = measureRoofline;
globalThis.window.measureProfile = (texts, models, withMemory) =>
  measureProfile(texts, models, withMemory, (text) => globalThis.window.tellHeadroom({ type: "progress", text }));
