// The published alert rules: those of the shipped reference, with the two lists told apart and no rule twice.
import { expect, test } from "vitest";
import { publishedText } from "../results/fixtures/files.ts";
import { publishedFileRules, publishedProseRules, publishedRules } from "./published-rules.ts";

const reference: unknown = JSON.parse(publishedText);

test("both lists are those of the shipped reference", () => {
  expect(reference).toMatchObject({
    alerts: publishedFileRules.map(({ metric, threshold, severity }) => ({ metric, threshold, severity })),
    alertsInProse: publishedProseRules.map(({ metric, firesWhen, threshold, severity }) => ({
      severity,
      metric,
      op: firesWhen === "above" ? ">" : "<",
      threshold,
    })),
  });
});

test("the names of the alert file are its titles in CamelCase", () => {
  expect(reference).toMatchObject({
    alerts: publishedFileRules.map(({ name }) => ({ name: name.replaceAll(/(?<=[a-z])(?=[A-Z])/g, " ") })),
  });
});

test("a rule of both lists is there once, and every rule says where it is from", () => {
  expect(publishedRules.map(({ name, publishedIn }) => [name, publishedIn])).toEqual([
    ["HighAgentInferenceTime", "alert file"],
    ["LowCoordinationEfficiency", "alert file"],
    ["HighMemoryUsage", "both"],
    ["CriticalAgentInferenceTime", "prose"],
    ["ReducedCoordinationEfficiency", "prose"],
  ]);
});

test("the two thresholds of inference time each name the other", () => {
  const [warning, critical] = publishedRules.filter(({ metric }) => metric === "agent_inference_time_ms");
  expect(warning).toMatchObject({ threshold: 100, severity: "warning" });
  expect(critical).toMatchObject({ threshold: 50, severity: "critical" });
  expect(warning?.contradiction).toContain("50 ms");
  expect(critical?.contradiction).toContain("100 ms");
});
