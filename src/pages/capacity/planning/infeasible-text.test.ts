// Why there is no plan, in sentences that can be said aloud and are true.
import { expect, test } from "vitest";
import { requestFrom } from "../../../capacity/answer/plan-answer.ts";
import { earlierTexts, settingsOf } from "../../../capacity/asked/planner-settings.ts";
import { equalPlan } from "../../../capacity/plan/planner.ts";
import { infeasibleSentence } from "./infeasible-text.ts";

function said(texts: Partial<typeof earlierTexts>): string {
  const request = requestFrom(settingsOf({ ...earlierTexts, ...texts }));
  const outcome = equalPlan(request);
  if (outcome.state === "planned") throw new Error("There should be no plan.");
  return infeasibleSentence(outcome.why, request);
}

test.each([
  [{ latency: "1" }, "No process answers within 1 ms: the fastest, of 1 agent, takes 50 ms. Allow more than that."],
  [
    { efficiency: "150" },
    "No process has an efficiency of 150%: the best, of 1 agent, has 100%. Ask for less than that.",
  ],
  [
    { demand: "agents", rate: "20", headroom: "10" },
    "No agent reaches 22 op/s with headroom: the fastest, with 1 agent in its process, does 20 op/s. Lower the rate or the headroom.",
  ],
  [
    { processes: "2", spare: "1", machines: "none" },
    "500 op/s is out of reach: 2 processes of 50 agents reach 284 op/s after one process has failed, the most of any size. Allow more processes, ask for less, or plan from a curve that reaches further.",
  ],
  [
    { curve: "rows", rows: "1:0.0001,5:0.0005", spare: "machine", machines: "gke" },
    "500 op/s is out of reach: 64 processes of 5 agents reach 0.032 op/s after one machine has failed, the most of any size. Allow more processes, ask for less, or plan from a curve that reaches further.",
  ],
  [
    { processes: "1", spare: "machine" },
    "At most 1 process is allowed, and none would be left after one machine has failed. Allow more processes.",
  ],
  [
    { spare: "zone", machines: "none" },
    "A plan can survive a machine or a zone only on machines, and there is no machine type. Add one, or choose processes under “Survives losing”.",
  ],
  [
    { processes: "2", machines: "small~whole~3~4~110~" },
    /A process of \d+ agents would be enough, but it needs [\d,]+ MB, and the roomiest machine leaves [\d,]+ MB\./,
  ],
])("%j", (texts, text) => {
  if (typeof text === "string") expect(said(texts)).toBe(text);
  else expect(said(texts)).toMatch(text);
});
