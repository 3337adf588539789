// Where a result leads that measured something a plan can take: the calculator with its constants, or the planner with its speed-ups.
import { textsToParameters } from "../capacity/asked/plan-address.ts";
import { defaultTexts } from "../capacity/asked/planner-settings.ts";
import { WHAT_IFS_MOST, whatIfsToText } from "../capacity/asked/what-if-text.ts";
import { parametersFor } from "../capacity/memory/calculator-settings.ts";
import { deriveResult } from "./derive.ts";
import { experimentOf, measuredOn } from "./experiment.ts";
import type { Result } from "./format/result.ts";

export interface PlanAddress {
  readonly to: "/capacity" | "/capacity/plan";
  readonly search: Record<string, string>;
}

/** @returns null where the result could not tell what a plan takes */
export function planWith(result: Result): PlanAddress | null {
  const { rows, quality } = deriveResult(result);
  const seen = { rows, samples: result.samples, on: measuredOn(result.environment), quality };
  const input = experimentOf(result).planInputOf?.(seen) ?? null;
  if (input === null) return null;
  switch (input.kind) {
    case "memory":
      return { to: "/capacity", search: parametersFor(input.constants, result.createdAt) };
    case "speed-ups": {
      const whatIfs = input.times.slice(0, WHAT_IFS_MOST).map((times) => [{ kind: "speed", times } as const]);
      return {
        to: "/capacity/plan",
        search: { ...textsToParameters({ ...defaultTexts, whatIfs: whatIfsToText(whatIfs) }) },
      };
    }
  }
}
