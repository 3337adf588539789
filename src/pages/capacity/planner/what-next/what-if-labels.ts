// What-ifs in words: what each change does, what was claimed for it, and what was measured.
import type { Change, ChangeKind, WhatIf, ShareRange } from "../../../../capacity/asked/what-if.ts";
import { formatCounted } from "../../../../words/format.ts";
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
      return `at most ${formatCounted(change.agentsMost, "agent")} per process`;
  }
}

export function whatIfText(whatIf: WhatIf): string {
  return whatIf.map(changeText).join(", ");
}

export const changeNames: Readonly<Record<ChangeKind, string>> = {
  belief: "Belief state compression",
  pooling: "Matrix pooling",
  cache: "Better cache",
  processes: "Processes instead of threads",
};

/** What was published for each change, and what Headroom has measured of it. */
export const changeClaims: Readonly<Record<ChangeKind, string>> = {
  belief:
    "Claimed: 30–40% less memory. The claim does not say whether that is of the 12 MB of belief states or of the whole agent, so both can be planned. Not measured by Headroom.",
  pooling: "Published without a figure, so set the share yourself. Not measured by Headroom.",
  cache:
    "Claimed: a hit rate h of 35–40% and a speed-up s of 5, up from 22.1% and 3.2. The mean time of an op is 1 − h + h/s times that without a cache. Not measured by Headroom.",
  processes:
    "Published without a figure. The plan pays the base memory of every process. Measured by Headroom's benchmark: workers that share no interpreter lock kept 95% of two cores at 50 agents (npm run bench:scaling); pymdp's threads, measured elsewhere, stay on one core.",
};
