// The published guidelines for environments, and where published figures contradict each other at an agent count.
import {
  publishedAgent,
  publishedAlertEfficiency,
  publishedEfficiencies,
  publishedGuidelines,
  publishedRealTime,
  type PublishedEfficiency,
} from "./published.ts";

type DeploymentEnvironment = (typeof publishedGuidelines)[number]["environment"];

/** The environments whose published range includes this many agents: two at a shared end, none beyond the last range. */
export function environmentsFor(agents: number): readonly DeploymentEnvironment[] {
  return publishedGuidelines
    .filter(({ from, to }) => agents >= from && agents <= to)
    .map(({ environment }) => environment);
}

/** The most agents per process of any guideline. For more agents the advice is several processes. */
export const guidelineAgentsMost: number = Math.max(...publishedGuidelines.map(({ to }) => to));

/** What the published table says at an agent count. Nothing is interpolated: between rows both neighbours are given. */
export type PublishedAt =
  | { readonly state: "row"; readonly row: PublishedEfficiency }
  | { readonly state: "between"; readonly lower: PublishedEfficiency; readonly upper: PublishedEfficiency }
  | { readonly state: "beyond"; readonly last: PublishedEfficiency };

/** @param agents whole, from 1 */
export function publishedAt(agents: number): PublishedAt {
  const upper = publishedEfficiencies.find((row) => row.agents >= agents);
  const lower = publishedEfficiencies.findLast((row) => row.agents <= agents);
  if (upper !== undefined && upper.agents === agents) return { state: "row", row: upper };
  if (upper !== undefined && lower !== undefined) return { state: "between", lower, upper };
  const last = lower ?? upper;
  return { state: "beyond", last: last ?? { agents: 1, efficiency: 1 } };
}

/** Whether the published efficiency fires the published critical alert. Between rows this is known only where both agree. */
export type AlertAt = "alert" | "no alert" | "changes between the rows" | "unknown beyond the table";

function firesAlert({ efficiency }: PublishedEfficiency): boolean {
  return efficiency < publishedAlertEfficiency;
}

export function alertAt(agents: number): AlertAt {
  const at = publishedAt(agents);
  switch (at.state) {
    case "row":
      return firesAlert(at.row) ? "alert" : "no alert";
    case "between":
      if (firesAlert(at.lower) !== firesAlert(at.upper)) return "changes between the rows";
      return firesAlert(at.lower) ? "alert" : "no alert";
    case "beyond":
      return "unknown beyond the table";
  }
}

/** Two published statements that cannot both be true. */
export interface Contradiction {
  readonly id: "guideline-alert" | "cache-twice" | "real-time";
  /** One sentence with both figures. */
  readonly text: string;
}

function percent(share: number): string {
  return `${Number((share * 100).toFixed(1))}%`;
}

function rowText({ agents, efficiency }: PublishedEfficiency): string {
  return `${percent(efficiency)} at ${agents} agents`;
}

function guidelineAgainstAlert(agents: number): string | null {
  const environments = environmentsFor(agents);
  const alert = alertAt(agents);
  if (environments.length === 0 || alert === "no alert" || alert === "unknown beyond the table") return null;
  const advice = `The guideline puts ${agents} agents in ${environments.join(" and ")}`;
  const threshold = `the published alert is critical below ${percent(publishedAlertEfficiency)}`;
  const at = publishedAt(agents);
  if (at.state === "row") return `${advice}, but the published efficiency is ${rowText(at.row)}, and ${threshold}.`;
  if (at.state === "beyond") return null;
  const neighbours = `${rowText(at.lower)} and ${rowText(at.upper)}`;
  return alert === "alert"
    ? `${advice}, but the nearest published efficiencies are ${neighbours}, and ${threshold}.`
    : `${advice}, but somewhere between the published rows (${neighbours}) the efficiency falls under the alert: ${threshold}.`;
}

/** Contradictions in the published guidance that matter at this agent count. The one about the cache always does. */
export function contradictionsAt(agents: number): readonly Contradiction[] {
  const found: Contradiction[] = [];
  const guideline = guidelineAgainstAlert(agents);
  if (guideline !== null) found.push({ id: "guideline-alert", text: guideline });
  const { agentsFrom, agentsTo, responseMs } = publishedRealTime;
  if (agents >= agentsFrom && agents <= agentsTo) {
    found.push({
      id: "real-time",
      text: `Real time was published as under ${responseMs} ms at ${agentsFrom}–${agentsTo} agents, but one inference alone was published as ${publishedAgent.meanMs} ms on average.`,
    });
  }
  found.push({
    id: "cache-twice",
    text: `The published ${publishedAgent.memoryMB} MB per agent already holds a cache of ${publishedAgent.cacheMB} MB, so adding a share for the cache may count it twice.`,
  });
  return found;
}

/**
 * Spreads agents over as few processes as the guidelines allow, as evenly as possible: 60 → 20, 20, 20.
 * @returns agents of each process, the largest first
 */
export function spreadOverProcesses(agents: number): readonly number[] {
  const processes = Math.ceil(agents / guidelineAgentsMost);
  const least = Math.floor(agents / processes);
  const withOneMore = agents - least * processes;
  return Array.from({ length: processes }, (_, n) => (n < withOneMore ? least + 1 : least));
}
