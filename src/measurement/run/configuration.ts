// Owns the configuration of a run: one schema for the URL, the form and the result file.
import * as v from "valibot";
import { TOPOLOGIES } from "../../workloads/hearing.ts";
import { WORKLOADS } from "../../workloads/workload.ts";
import { PLACEMENTS } from "../lane/placement.ts";
import { TRANSPORTS } from "../lane/transport.ts";

export const PACINGS = ["saturated", "paced"] as const;

/** Limits of a configuration. Counts are agents, trials or workers; windows are milliseconds. */
export const LIMITS = {
  agentsMost: 2_000,
  agentCountsMost: 32,
  workersMost: 400,
  repeatsMost: 30,
  windowMsLeast: 100,
  windowMsMost: 10_000,
  rateLeast: 0.1,
  rateMost: 1_000,
  seedMost: 2_147_483_647,
} as const;

function wholeNumber(label: string, least: number, most: number) {
  const message = `${label} must be a whole number from ${least} to ${most}.`;
  return v.pipe(v.number(message), v.integer(message), v.minValue(least, message), v.maxValue(most, message));
}

function oneOf<const Options extends readonly string[]>(label: string, options: Options) {
  return v.picklist(options, `${label} must be one of: ${options.join(", ")}.`);
}

const agentCountsMessage = `Agents must be 1 to ${LIMITS.agentCountsMost} different counts, each from 1 to ${LIMITS.agentsMost}, such as 1, 5, 10.`;

function isAgentCounts(input: unknown): input is number[] {
  if (!Array.isArray(input) || input.length < 1 || input.length > LIMITS.agentCountsMost) return false;
  const counts: readonly unknown[] = input;
  const whole = counts.every((n) => typeof n === "number" && Number.isInteger(n) && n >= 1 && n <= LIMITS.agentsMost);
  return whole && new Set(counts).size === counts.length;
}

/** One entry per field, so that a reader can check and replace each field alone. */
export const configurationFields = {
  workload: oneOf("Workload", WORKLOADS),
  gridSize: v.picklist([5, 10], "Grid must be 5 or 10 cells wide."),
  policyLength: v.picklist([1, 2, 3], "Policy length must be 1, 2 or 3 steps."),
  placement: oneOf("Placement", PLACEMENTS),
  topology: oneOf("Topology", TOPOLOGIES),
  transport: oneOf("Transport", TRANSPORTS),
  pacing: oneOf("Pacing", PACINGS),
  opsPerSecondPerAgent: v.pipe(
    v.number(`Rate must be a number from ${LIMITS.rateLeast} to ${LIMITS.rateMost} op/s per agent.`),
    v.minValue(LIMITS.rateLeast, `Rate must be at least ${LIMITS.rateLeast} op/s per agent.`),
    v.maxValue(LIMITS.rateMost, `Rate must be at most ${LIMITS.rateMost} op/s per agent.`),
  ),
  agents: v.custom<number[]>(isAgentCounts, agentCountsMessage),
  repeats: wholeNumber("Repeats", 1, LIMITS.repeatsMost),
  windowMs: wholeNumber("Window in milliseconds", LIMITS.windowMsLeast, LIMITS.windowMsMost),
  seed: wholeNumber("Seed", 0, LIMITS.seedMost),
  workers: v.union(
    [v.literal("auto"), wholeNumber("Workers", 1, LIMITS.workersMost)],
    `Workers must be "auto" or a whole number from 1 to ${LIMITS.workersMost}.`,
  ),
} as const;

export const configurationSchema = v.object(configurationFields);

/** How one run measures: the workload, where its agents sit, who hears whom, and how long each trial lasts. */
export type Configuration = v.InferOutput<typeof configurationSchema>;

/** What Run measures when nobody chose otherwise: the quick preset. */
export const defaultConfiguration: Configuration = {
  workload: "explorer",
  gridSize: 10,
  policyLength: 2,
  placement: "pool",
  topology: "all-to-all",
  transport: "shared-memory",
  pacing: "saturated",
  opsPerSecondPerAgent: 20,
  agents: [1, 5, 10, 15, 20, 30, 50],
  repeats: 3,
  windowMs: 400,
  seed: 7,
  workers: "auto",
};
