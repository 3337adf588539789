// Starts the measurement of two configurations in turn for a comparison. What measures loads when it is needed.
import type { PairToMeasure } from "../../comparison/pair-plan.ts";
import { notFetchedWords } from "./not-fetched-words.ts";
import { type MeasuredPair, setPairRun } from "./pair-store.ts";

const here = () => import("./measuring-here.ts");

/** @returns the two results; null where one is missing or it was stopped, which the store tells. Never throws. */
export async function startPair(asked: PairToMeasure): Promise<MeasuredPair | null> {
  const loaded = await here().catch((error: unknown) => notFetchedWords(error));
  if (typeof loaded !== "string") return loaded.measurePairHere(asked);
  setPairRun({ state: "broken", message: loaded });
  return null;
}

/** Keeps once more what was measured and could not be kept. @returns as `startPair` does, once it is kept */
export async function keepPairAgain(): Promise<MeasuredPair | null> {
  return (await here()).keepPairHere();
}
