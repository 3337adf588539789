// Whether what a run left is of another question than the one that is asked: a stopped run does not follow there.
import { headingOf } from "../../scenarios/contract/presets.ts";
import type { Configuration } from "../../scenarios/contract/scenario.ts";
import { scenarioOf } from "../../scenarios/registry.ts";
import type { RunState } from "../../session/runs/benchmark-store.ts";

function isOfOtherQuestion(
  { scenario: { kind }, settings }: Extract<RunState, { readonly state: "finished" }>["result"],
  asked: Configuration,
): boolean {
  if (kind !== asked.scenario.kind) return true;
  const measured = scenarioOf(kind)?.configure(settings);
  return measured?.state === "read" && headingOf(measured.value) !== headingOf(asked);
}

/** @returns the run as the page of this question shows it: a stopped one of another question is not there */
export function runOfQuestion(run: RunState, asked: Configuration): RunState {
  return run.state === "finished" && run.stopped && isOfOtherQuestion(run.result, asked) ? { state: "idle" } : run;
}
