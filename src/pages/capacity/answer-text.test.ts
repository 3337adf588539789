// The calculator's answers in words: for budgets that are enough, too small, and too small for any agent.
import { expect, test } from "vitest";
import { defaultSettings } from "../../capacity/memory/calculator-settings.ts";
import { budgetText, enteredBudgetText, mostSentence, needSentence } from "./answer-text.ts";

test("what agents need and what stays free", () => {
  expect(needSentence(defaultSettings)).toBe("25 agents need 2,475 MB; of your 4 GiB (4,295 MB), 1,820 MB stay free");
  expect(needSentence({ ...defaultSettings, agents: 1, budget: 1 })).toBe(
    "1 agent needs 963 MB; of your 1 GiB (1,074 MB), 110.7 MB stay free",
  );
  expect(needSentence({ ...defaultSettings, agents: 80 })).toBe(
    "80 agents need 5,940 MB, 1,645 MB more than your 4 GiB (4,295 MB)",
  );
});

test("what a budget holds", () => {
  expect(mostSentence(defaultSettings)).toBe(
    "4 GiB (4,295 MB) hold at most 53 agents. They need 4,239 MB; one more would make it 4,302 MB.",
  );
  expect(mostSentence({ ...defaultSettings, budget: 900, unit: "MB" })).toBe(
    "900 MB hold no agent: one needs 963 MB, 63 MB more. A larger budget helps, or a base of at most 465 MB, or a buffer of at most 40%.",
  );
  expect(mostSentence({ ...defaultSettings, budget: 10, unit: "MB" })).toContain("Only a larger budget helps.");
});

test("where one more agent cannot be seen in the figures, it is not told", () => {
  const tiny = { ...defaultSettings, baseMB: 20, perAgentMB: 0.0026, cachePercent: 0 };
  expect(mostSentence(tiny)).toMatch(/^4 GiB \(4,295 MB\) hold at most [\d,]+ agents\. They need 4,295 MB\.$/);
});

test("a budget is written in the unit of all other figures", () => {
  expect(budgetText(defaultSettings)).toBe("4,295 MB");
  expect(enteredBudgetText(defaultSettings)).toBe("4 GiB (4,295 MB)");
  expect(enteredBudgetText({ ...defaultSettings, budget: 900, unit: "MB" })).toBe("900 MB");
});
