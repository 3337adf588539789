// Why a selector's series are not known here, though Prometheus would have them.
import type { Selector } from "../grammar/condition.ts";
import type { ReadRules } from "../rule-file/read-rules.ts";
import type { UnitTest } from "./unit-test-file.ts";

interface Context {
  readonly test: UnitTest;
  readonly rules: readonly ReadRules[];
}

/** Series of recording rules are not made, and alerts of refused rules are not either. Null where a selector needs none. */
export function whyUnknown({ metric, matchers }: Selector, { test, rules }: Context): string | null {
  if (test.unread.has(metric)) return `${metric} has native histograms, and those are not read here.`;
  if (rules.some(({ recorded }) => recorded.has(metric))) {
    return `${metric} is made by a recording rule, and those are not read here.`;
  }
  if (metric === "ALERTS_FOR_STATE") return "ALERTS_FOR_STATE is not made here.";
  if (metric !== "ALERTS") return null;
  const refused = new Set(rules.flatMap(({ refusedAlerts }) => [...refusedAlerts]));
  const asked = matchers.find(({ label, operator }) => label === "alertname" && operator === "=")?.value;
  const isKnown = asked === undefined ? refused.size === 0 : !refused.has(asked);
  return isKnown ? null : "ALERTS would hold alerts of rules that were refused.";
}
