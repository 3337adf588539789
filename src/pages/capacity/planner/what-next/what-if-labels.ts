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
    case "speed": {
      const { low, high } = change.times;
      return `${low === high ? formatEntered(low) : `${formatEntered(low)} to ${formatEntered(high)}`} times as fast`;
    }
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
  speed: "A measured speed-up",
};

/** What was published for each change, and what Headroom has measured of it. */
export const changeClaims: Readonly<Record<ChangeKind, string>> = {
  belief:
    "Claimed: 30–40% less memory. The claim does not say whether that is of the 12 MB of belief states or of the whole agent, so both can be planned. Measured by Headroom: beliefs kept in 32 or 16 bits save 400 or 600 of an agent's 2,408 bytes, 17 or 25%.",
  pooling:
    "Published without a figure, so set the share yourself. Measured by Headroom: ten agents that share one model take 83% less than ten with a copy each.",
  cache:
    "Claimed: a hit rate h of 35–40% and a speed-up s of 5, up from 22.1% and 3.2. The mean time of an op is 1 − h + h/s times that without a cache. Measured by Headroom: 1.2 times as fast for explorers, 4.1 times in a T-maze (npm run bench -- --scenario cache).",
  processes:
    "Published without a figure. The plan pays the base memory of every process. Measured by Headroom's benchmark: workers that share no interpreter lock kept 95% of two cores at 50 agents (npm run bench:scaling); pymdp's threads, measured elsewhere, stay on one core.",
  speed:
    "Any interval of a speed-up, such as a row of “Which optimisations pay?” has. To start with that of workers in place of one, 95%.",
};
