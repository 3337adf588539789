// What a failure leaves is said with the figures of the plan.
import { expect, test } from "vitest";
import { requestFrom } from "../../../capacity/answer/plan-answer.ts";
import { defaultTexts, settingsOf } from "../../../capacity/asked/planner-settings.ts";
import { equalPlan } from "../../../capacity/plan/planner.ts";
import { lossText } from "./loss-text.ts";
import { unusedText } from "./unused-text.ts";

function planned(texts: Partial<typeof defaultTexts>) {
  const request = requestFrom(settingsOf({ ...defaultTexts, ...texts }));
  const outcome = equalPlan(request);
  if (outcome.state !== "planned") throw new Error("There should be a plan.");
  return { plan: outcome.plan, request };
}

function said(texts: Partial<typeof defaultTexts>): string {
  const { plan, request } = planned(texts);
  return lossText(plan, request);
}

test.each([
  ["a machine", {}, "One machine may fail: 630 op/s are left, and 500 are asked."],
  ["a zone", { spare: "zone" }, "One zone may fail: 630 op/s are left, and 500 are asked."],
  [
    "a process, and the machine that holds all",
    { spare: "1" },
    "One process may fail: 645 op/s are left, and 500 are asked. If the only machine fails, nothing is left.",
  ],
  [
    "two processes, and no machines",
    { spare: "2", machines: "none" },
    "Two processes may fail: 645 op/s are left, and 500 are asked.",
  ],
  ["nothing, on one machine", { spare: "0", headroom: "0" }, "If the only machine fails, nothing is left."],
  [
    "nothing, and no machines",
    { spare: "0", headroom: "0", machines: "none" },
    "If one process fails, 336 op/s are left, and 500 are asked.",
  ],
  [
    "agents",
    { demand: "agents", agents: "40", rate: "10" },
    "One machine may fail: 40 agents at their rate are left, and 40 are asked.",
  ],
  [
    "both",
    { demand: "both", agents: "100" },
    "One machine may fail: 674 op/s are left, and 500 are asked; 102 agents, and 100 are asked.",
  ],
])("%s", (_, texts, text) => expect(said(texts)).toBe(text));

test("what is nearly enough is told so exactly that one sees it", () => {
  const rows = { curve: "rows", rows: "1:249.8", machines: "none", headroom: "0", spare: "0" };
  expect(said({ ...rows, ops: "250" })).toBe("If one process fails, 249.8 op/s are left, and 250 are asked.");
});

test("unused shares are a sentence, and nobody is said to pay where there is no price", () => {
  const { plan, request } = planned({ spare: "0", headroom: "0" });
  // 3 processes of 16 agents: 5,724 of 13,822 MB, and 3 of 3.92 vCPU.
  expect(unusedText(plan, request)).toBe(
    "Of what this machine leaves to processes, 59% of the memory and 23% of the vCPU stay unused, though you pay for them.",
  );
  const own = planned({ machines: "mine~whole~16~4~110~", objective: "machines" });
  expect(unusedText(own.plan, own.request)).toMatch(/^Of what these machines leave .* stay unused\.$/);
  const none = planned({ machines: "none", spare: "0" });
  expect(unusedText(none.plan, none.request)).toBeNull();
});
