// One attempt: an optimisation beside the same agents without it, as an A/B window on one worker or as two windows in turn.
import { type AbReport, opsPerSecondOf } from "../../measurement/lane/ab-window.ts";
import type { TrialSetup, WindowOrder } from "../../measurement/lane/lane-host.ts";
import { shareAgents } from "../../measurement/lane/placement.ts";
import type { Bench, Machine, Taken } from "../../measurement/run/bench.ts";
import type { Figures, Planned } from "../../measurement/run/sample.ts";
import { NO_OP_COMPLETED, throughputOf } from "../../measurement/run/window-figures.ts";
import { roundToDigits } from "../../statistics/significant.ts";
import type { Variation } from "../../workloads/variants/variant.ts";
import { saturatedOrder, seatedSetup, soloSetup } from "../agents/agent-setup.ts";
import { trialSeed } from "../agents/trial-seed.ts";
import type { OptimisationSettings } from "./fields.ts";
import { type Comparison, type Optimisation, optimisationAt } from "./optimisations-list.ts";
import { ROW } from "./series.ts";

const DIGITS = 4;
/** Long beside the clock's step, and short beside what else a machine does. */
const BLOCK_MS = 10;
export const WARM_MS = 100;
/** What the cache of the published document's row holds. */
const CACHE_ENTRIES = 4_096;

/** Both sides of what is measured in windows of its own. */
export interface Sides {
  readonly with: TrialSetup;
  readonly without: TrialSetup;
  readonly rhythm: WindowOrder["rhythm"];
}

export function oneLane(settings: OptimisationSettings): TrialSetup {
  const { agents } = settings;
  return { ...soloSetup(settings), totalAgents: agents, shares: shareAgents(agents, 1) };
}

/** @returns both setups; null of what is measured as an A/B window on one worker */
export function sidesOf({ kind }: Comparison, settings: OptimisationSettings, machine: Machine): Sides | null {
  const seated = (topology: "none" | "all-to-all"): TrialSetup => {
    const seating = { placement: "pool", workers: settings.workers, topology, transport: "shared-memory" } as const;
    return seatedSetup({ ...settings, ...seating }, settings.agents, machine);
  };
  switch (kind) {
    case "workers":
      return { with: seated("none"), without: oneLane(settings), rhythm: "free" };
    case "asynchronous": {
      const together = seated("all-to-all");
      return { with: { ...together, isAsynchronous: true }, without: together, rhythm: "lock-step" };
    }
    case "switched off":
    case "switched on":
    case "cache":
      return null;
  }
}

function variationOf(comparison: Comparison): Variation | null {
  switch (comparison.kind) {
    case "switched off":
    case "switched on":
      return { kind: "switch", which: comparison.by };
    case "cache":
      return { kind: "cache", policy: "selective", slots: CACHE_ENTRIES, scope: "worker", roundedTo: null };
    case "workers":
    case "asynchronous":
      return null;
  }
}

function bytesOf({ perAgentBytes, sharedPerWorkerBytes }: AbReport["aMemory"], agents: number): number {
  return agents * perAgentBytes + sharedPerWorkerBytes;
}

/** What the engine has is measured by B without it. */
function abFigures(report: AbReport, agents: number, { comparison, changesBeliefs }: Optimisation): Figures {
  const isOn = comparison.kind === "switched off";
  const { a, b } = opsPerSecondOf(report.pairs);
  const [aBytes, bBytes] = [bytesOf(report.aMemory, agents), bytesOf(report.bMemory, agents)];
  const [own, without] = isOn ? [a, b] : [b, a];
  const [ownBytes, withoutBytes] = isOn ? [aBytes, bBytes] : [bBytes, aBytes];
  const { check } = report.variation;
  return {
    ...speeds(own, without),
    saved: digits(1 - ownBytes / withoutBytes),
    ...(changesBeliefs
      ? {
          "changed-actions": digits(check.changedShare),
          divergence: digits(check.meanKl),
        }
      : {}),
  };
}

function digits(value: number): number {
  return roundToDigits(value, DIGITS);
}

function speeds(own: number, without: number): Figures {
  return { "speed-up": digits(own / without), with: digits(own), without: digits(without) };
}

async function takeAb(
  settings: OptimisationSettings,
  { at, repeat }: Planned,
  optimisation: Optimisation,
  variation: Variation,
  bench: Bench,
): Promise<Taken> {
  const prepared = await bench.prepare(oneLane(settings));
  if (prepared.state !== "done") return prepared;
  const warm = await bench.warmUp("free");
  if (warm.state !== "done") return warm;
  const seed = trialSeed(settings.seed, { series: ROW, at, repeat });
  const order = { variation, seed, warmMs: WARM_MS, durationMs: settings.windowMs, blockMs: BLOCK_MS };
  const answer = await bench.ab(order);
  if (answer.state !== "done") return answer;
  const [report] = answer.value;
  if (report === undefined) return { state: "failed", reason: "No lane answered." };
  const figures = abFigures(report, settings.agents, optimisation);
  return { state: "done", figures: { ...figures, "warmup-blocks": warm.value } };
}

/** Windows on setups of their own; who goes first alternates from repeat to repeat. */
async function takeInTurn(
  { windowMs }: OptimisationSettings,
  { repeat }: Planned,
  sides: Sides,
  bench: Bench,
): Promise<Taken> {
  const order = repeat % 2 === 0 ? (["with", "without"] as const) : (["without", "with"] as const);
  const rates = { with: 0, without: 0 };
  let blocks = 0;
  for (const side of order) {
    const prepared = await bench.prepare(sides[side]);
    if (prepared.state !== "done") return prepared;
    const warm = await bench.warmUp(sides.rhythm);
    if (warm.state !== "done") return warm;
    blocks += warm.value;
    const answer = await bench.window(saturatedOrder(sides.rhythm, windowMs));
    if (answer.state !== "done") return answer;
    rates[side] = throughputOf(answer.value);
  }
  if (!(rates.with > 0 && rates.without > 0)) return NO_OP_COMPLETED;
  return { state: "done", figures: { ...speeds(rates.with, rates.without), "warmup-blocks": blocks } };
}

export async function take(settings: OptimisationSettings, planned: Planned, bench: Bench): Promise<Taken> {
  const optimisation = optimisationAt(planned.at);
  if (optimisation === undefined) return { state: "failed", reason: `There is no optimisation ${planned.at}.` };
  const { comparison } = optimisation;
  if (comparison.kind === "asynchronous" && !bench.machine.canShareMemory) {
    return { state: "invalid", reason: "Rounds without waiting take shared memory, which this page does not have." };
  }
  const sides = sidesOf(comparison, settings, bench.machine);
  if (sides !== null) return takeInTurn(settings, planned, sides, bench);
  const variation = variationOf(comparison);
  if (variation === null)
    return { state: "failed", reason: `${optimisation.label} has nothing to be measured beside.` };
  return takeAb(settings, planned, optimisation, variation, bench);
}
