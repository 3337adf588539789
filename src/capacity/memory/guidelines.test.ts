// Guidelines: the published ranges, and contradictions only where published figures really disagree.
import { expect, test } from "vitest";
import { publishedText } from "../../results/fixtures/files.ts";
import {
  alertAt,
  contradictionsAt,
  environmentsFor,
  guidelineAgentsMost,
  publishedAt,
  spreadOverProcesses,
} from "./guidelines.ts";
import {
  publishedAgent,
  publishedAlertEfficiency,
  publishedConstants,
  publishedEfficiencies,
  publishedGuidelines,
  publishedRealTime,
} from "./published.ts";

function idsAt(agents: number): string[] {
  return contradictionsAt(agents).map(({ id }) => id);
}

function textAt(agents: number, id: string): string | undefined {
  return contradictionsAt(agents).find((contradiction) => contradiction.id === id)?.text;
}

test("the figures here are those of the shipped reference", () => {
  const reference: unknown = JSON.parse(publishedText);
  const [development, testing, production] = publishedGuidelines.map(({ from, to }) => [from, to]);
  expect(reference).toMatchObject({
    capacity: publishedConstants,
    scaling: publishedEfficiencies,
    agentGuidelines: { development, testing, production },
    realTime: publishedRealTime,
    singleAgent: { measured: { meanMs: publishedAgent.meanMs, memoryMB: publishedAgent.memoryMB } },
    memoryBreakdownMB: { matrixCache: publishedAgent.cacheMB },
  });
  expect(publishedText).toContain(
    `"metric": "coordination_efficiency_percent", "threshold": ${publishedAlertEfficiency * 100}, "severity": "critical"`,
  );
});

test("a shared end is in both environments, and beyond 25 there is none", () => {
  expect(environmentsFor(1)).toEqual(["development"]);
  expect(environmentsFor(5)).toEqual(["development", "testing"]);
  expect(environmentsFor(15)).toEqual(["testing", "production"]);
  expect(environmentsFor(25)).toEqual(["production"]);
  expect(environmentsFor(26)).toEqual([]);
  expect(guidelineAgentsMost).toBe(25);
});

test("nothing is interpolated", () => {
  expect(publishedAt(20)).toEqual({ state: "row", row: { agents: 20, efficiency: 0.45 } });
  expect(publishedAt(17)).toMatchObject({ state: "between", lower: { agents: 15 }, upper: { agents: 20 } });
  expect(publishedAt(51)).toMatchObject({ state: "beyond", last: { agents: 50 } });
});

test("the alert is known at rows and between rows that agree", () => {
  expect(alertAt(15)).toBe("no alert");
  expect(alertAt(16)).toBe("changes between the rows");
  expect(alertAt(20)).toBe("alert");
  expect(alertAt(25)).toBe("alert");
  expect(alertAt(51)).toBe("unknown beyond the table");
});

test("20 agents are production, yet fire the critical alert", () => {
  expect(textAt(20, "guideline-alert")).toBe(
    "The guideline puts 20 agents in production, but the published efficiency is 45% at 20 agents, and the published alert is critical below 50%.",
  );
  expect(textAt(25, "guideline-alert")).toContain("45% at 20 agents and 35% at 30 agents");
  expect(textAt(17, "guideline-alert")).toContain("somewhere between the published rows");
});

test("the other contradictions are listed where they matter", () => {
  expect(idsAt(1)).toEqual(["cache-twice"]);
  expect(idsAt(15)).toEqual(["real-time", "cache-twice"]);
  expect(idsAt(20)).toEqual(["guideline-alert", "real-time", "cache-twice"]);
  expect(idsAt(40)).toEqual(["cache-twice"]);
});

test("more than 25 agents are spread evenly over several processes", () => {
  expect(spreadOverProcesses(25)).toEqual([25]);
  expect(spreadOverProcesses(60)).toEqual([20, 20, 20]);
  expect(spreadOverProcesses(80)).toEqual([20, 20, 20, 20]);
  expect(spreadOverProcesses(53)).toEqual([18, 18, 17]);
});
