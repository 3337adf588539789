// Says what a scenario changes, what was claimed for it, and what was measured.
import type { Change, ChangeKind, Scenario, ShareRange } from "../../../../capacity/asked/what-if.ts";
import { formatEntered } from "../../../../words/format-memory.ts";

function rangeText({ low, high }: ShareRange): string {
  const [from, to] = [formatEntered(low * 100), formatEntered(high * 100)];
  return from === to ? `${to}%` : `${from}–${to}%`;
}

function changeText(change: Change): string {
  switch (change.kind) {
    case "belief":
      return `beliefs compressed by ${rangeText(change.saved)} of ${change.of === "component" ? "their 12 MB" : "the whole 34.5 MB"}`;
    case "pooling":
      return `${rangeText(change.saved)} of the 8 MB matrix cache pooled`;
    case "cache":
      return `cache hits ${rangeText(change.hitRate)}, ${formatEntered(change.speedup)} times faster`;
    case "processes":
      return `at most ${formatEntered(change.agentsMost)} ${change.agentsMost === 1 ? "agent" : "agents"} per process`;
  }
}

export function scenarioText(scenario: Scenario): string {
  return scenario.map(changeText).join(", ");
}

export const changeNames: Readonly<Record<ChangeKind, string>> = {
  belief: "Belief state compression",
  pooling: "Matrix pooling",
  cache: "Better cache",
  processes: "Processes instead of threads",
};

/** What was published for each, and what Headroom knows by measuring. */
export const changeClaims: Readonly<Record<ChangeKind, string>> = {
  belief:
    "Claimed: 30–40% less memory. Of the 12 MB of belief states, or of the whole agent: the claim does not say, so both can be planned. Not measured by Headroom.",
  pooling: "Published without a figure; the share is yours to set. Not measured by Headroom.",
  cache:
    "Claimed: a hit rate of 35–40% and a speed-up of 5, from 22.1% and 3.2. Mean time of an op is 1 − h + h/s of the time without a cache. Not measured by Headroom.",
  processes:
    "Published without a figure. The plan pays the base memory of every process. Measured by Headroom's benchmark: workers that share no interpreter lock kept 95% of two cores at 50 agents (npm run bench:scaling); pymdp's threads, measured elsewhere, stay on one core.",
};
