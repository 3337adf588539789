// The answer of the planner can be said aloud, and is true.
import { expect, test } from "vitest";
import { requestFrom } from "../../../capacity/answer/plan-answer.ts";
import { earlierTexts, settingsOf } from "../../../capacity/asked/planner-settings.ts";
import { planningCurve } from "../../../capacity/asked/planning-curve.ts";
import { equalPlan } from "../../../capacity/plan/planner.ts";
import { planSentence, safetySentence } from "./answer-sentence.ts";

function planned(texts: Partial<typeof earlierTexts> = {}) {
  const settings = settingsOf({ ...earlierTexts, ...texts });
  const request = requestFrom(settings);
  const outcome = equalPlan(request);
  if (outcome.state !== "planned") throw new Error("There should be a plan.");
  return { plan: outcome.plan, request, curve: planningCurve(settings) };
}

const unrepeated = { state: "not known", reason: "no repeats" } as const;

test("the published example", () => {
  const { plan, request, curve } = planned();
  expect(planSentence(plan, request, curve)).toBe(
    "Run 3 processes of 16 agents on one e2-standard-4: 504 op/s on paper, 5.72 GB, about $98 a month.",
  );
  expect(safetySentence(plan, request, unrepeated, curve)).toBe(
    "Not safe yet: it is only 0.8% above the demand, it rests on published figures that nobody has repeated, and one failed machine stops everything.",
  );
});

test("agents at a rate, and no machine types", () => {
  const { plan, request, curve } = planned({ demand: "agents", agents: "40", rate: "4", machines: "none" });
  expect(planSentence(plan, request, curve)).toMatch(
    /^Run \d+ process(es)? of \d+ agents: \d+ agents at 4 op\/s each on paper, [\d.]+ [MG]B\.$/,
  );
});

test("a plan with headroom, repeats and redundancy is safe, and says of what it is sure", () => {
  const { plan, request, curve } = planned({ headroom: "25", spare: "1", machines: "none" });
  const sure = { state: "known", share: 0.998, samples: 500 } as const;
  expect(safetySentence(plan, request, sure, curve)).toBe("Safe: over 99% sure of 500 op/s, and one process may fail.");
  expect(safetySentence(plan, request, { ...sure, share: 0.78 }, curve)).toBe(
    "Not safe yet: it is 78% sure of 500 op/s.",
  );
});

test("each doubt about the figures is said in its own words", () => {
  const { plan, request, curve } = planned({ headroom: "25", spare: "1", machines: "none" });
  const said = (reason: "paced" | "unsteady") => safetySentence(plan, request, { state: "not known", reason }, curve);
  expect(said("paced")).toContain("shows what was held and not the most");
  expect(said("unsteady")).toContain("not steady while it was measured");
  expect(safetySentence(plan, request, { state: "not known", reason: "few repeats", repeats: 3 }, curve)).toBe(
    "Not safe yet: it rests on 3 repeats.",
  );
  expect(safetySentence(plan, request, null, curve)).toBe("Working out how safe that is …");
});

test("a plan at another speed than that of its curve says so", () => {
  const own = { curve: "rows", rows: "1:20000,4:75000", source: "measured-here", machines: "none" } as const;
  const { plan, request, curve } = planned({ ...own, scale: "0.0024", pymdp: "0.0024" });
  expect(planSentence(plan, request, curve)).toContain(
    "op/s on paper (at pymdp's speed, 0.0024 times what was measured), ",
  );
  const measured = planned({ ...own, pymdp: "0.0024" });
  expect(planSentence(measured.plan, measured.request, measured.curve)).not.toContain("(");
});
