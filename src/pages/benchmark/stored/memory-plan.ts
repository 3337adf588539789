// Where a result leads that measured what agents take of memory: the calculator with its constants.
import { parametersFor } from "../../../capacity/memory/calculator-settings.ts";
import { deriveResult } from "../../../results/derive.ts";
import { experimentOf, measuredOn } from "../../../results/experiment.ts";
import type { Result } from "../../../results/format/result.ts";

/** @returns parameters of the calculator's address; null where the result has nothing for it */
export function memoryPlan(result: Result): Record<string, string> | null {
  const { rows, quality } = deriveResult(result);
  const seen = { rows, samples: result.samples, on: measuredOn(result.environment), quality };
  const constants = experimentOf(result).capacityOf?.(seen) ?? null;
  return constants === null ? null : parametersFor(constants, result.createdAt);
}
