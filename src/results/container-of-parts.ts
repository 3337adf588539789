// One container that stands for those of all parts of a run: the worst of each, since no part is better than it.
import type { Container, Environment } from "./format/result.ts";

function sharedBy<Value>(values: readonly Value[]): Value | null {
  const [first] = values;
  return first !== undefined && values.every((value) => value === first) ? first : null;
}

/** @returns nothing where no part says how its container fared */
export function containerOfParts(parts: readonly Pick<Environment, "container">[]): { readonly container?: Container } {
  const all = parts.flatMap(({ container }) => container ?? []);
  if (all.length === 0) return {};
  const quotas = all.flatMap(({ quotaCores }) => quotaCores ?? []);
  return {
    container: {
      node: sharedBy(all.map(({ node }) => node)),
      quotaCores: quotas.length === 0 ? null : Math.min(...quotas),
      throttledShare: Math.max(...all.map(({ throttledShare }) => throttledShare)),
      throttledPeriods: all.reduce((sum, { throttledPeriods }) => sum + throttledPeriods, 0),
    },
  };
}
