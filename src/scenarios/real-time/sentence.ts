// What a search found, in sentences that can be said aloud.
import type { QualityState } from "../../scaling/quality.ts";
import { workloads } from "../../workloads/definitions.ts";
import { formatCount, formatCounted, formatMeasured, formatMeasuredCount, formatPercent } from "../../words/format.ts";
import type { MeasuredOn } from "../contract/rows.ts";
import type { Seen } from "../contract/seen.ts";
import { RESOLUTION, stateOf } from "./course.ts";
import type { RealTimeSettings } from "./fields.ts";
import { CONFIRMATIONS } from "./asked.ts";
import type { Bracket } from "./found.ts";
import { CERTAINTY } from "./pass.ts";
import { trialsOf } from "./trials.ts";

/** Steps to which counts are rounded for people: never coarser than the search is sure. */
function stepFor(agents: number): number {
  const most = Math.max(1, agents * RESOLUTION);
  const power = 10 ** Math.floor(Math.log10(most));
  return ([5, 2, 1].find((digit) => digit * power <= most) ?? 1) * power;
}

/** A count that surely holds, rounded down as it is said. */
export function heldAs(agents: number): number {
  const step = stepFor(agents);
  return Math.floor(agents / step) * step;
}

/** Of a machine that others disturbed only a lower bound is known. */
function heldText(agents: number, quality: QualityState): string {
  const about = quality === "unsteady" ? "at least " : stepFor(agents) > 1 ? "about " : "";
  return `${about}${formatCount(heldAs(agents))}`;
}

/** Digits of a count that fails: it was tried itself, so it is known more closely than where the first of them lies. */
const LATE_DIGITS = 3;

/** A count that fails, rounded up where it has more digits than one says. */
function lateText(agents: number): string {
  const step = Math.max(1, 10 ** (Math.floor(Math.log10(agents)) + 1 - LATE_DIGITS));
  const said = Math.ceil(agents / step) * step;
  return `${said === agents ? "" : "about "}${formatCount(said)}`;
}

function demandText({ opsPerSecondPerAgent, limitMs }: RealTimeSettings): string {
  return `at ${formatMeasured(opsPerSecondPerAgent)} op/s each (95% of ops within ${formatMeasured(limitMs)} ms)`;
}

function timesText(ratio: number): string {
  return `${formatMeasured(Number(ratio.toPrecision(2)))} times`;
}

function needText({ neededAgents }: RealTimeSettings, found: Bracket, isSure = true): string {
  if (neededAgents === "any") return "";
  const holds = heldAs(found.holds);
  if (!isSure) {
    const need = ` You need ${formatCount(neededAgents)}:`;
    if (holds >= neededAgents) return `${need} what held is ${timesText(holds / neededAgents)} that.`;
    return found.fails !== null && neededAgents >= found.fails
      ? `${need} so many are late.`
      : `${need} that is not known.`;
  }
  return holds >= neededAgents
    ? ` You need ${formatCount(neededAgents)}: it holds ${timesText(holds / neededAgents)} that.`
    : ` You need ${formatCount(neededAgents)}: it holds ${formatPercent(holds / neededAgents)} of that.`;
}

function gapText({ gap }: Bracket): string {
  if (gap === null) return "";
  return ` The machine is not monotone: ${formatCount(gap.failed)} were late though ${formatCount(gap.held)} held, so only what holds with all counts below it is claimed.`;
}

function lateFrom({ fails }: Bracket): string {
  return fails === null ? " More were not tried." : ` At ${lateText(fails)} they begin to be late.`;
}

/** The bound of a trial is sure of a machine that stays as it is; of another, or one of which that is not known, it is not. */
function certaintyText(quality: QualityState): string {
  return quality === "steady" ? `, each with ${formatPercent(CERTAINTY)} certainty` : "";
}

function unsteadyText(quality: QualityState): string {
  switch (quality) {
    case "steady":
    case "unknown":
      return "";
    case "unsteady":
    case "useless":
      return " Other programs disturbed the machine: measure again.";
  }
}

function basisText(settings: RealTimeSettings, { capacity }: MeasuredOn, quality: QualityState): string {
  const { workload, placement, confirmMs } = settings;
  const seconds = formatMeasured(confirmMs / 1_000);
  const cores = formatMeasuredCount(capacity.cores, "core");
  return ` ${CONFIRMATIONS} of ${CONFIRMATIONS} trials of ${seconds} s held it${certaintyText(quality)}: ${workloads[workload].titleOf(settings)}, ${placement}, ${cores}.`;
}

function agentsText(count: string, agents: number): string {
  return `${count} ${agents === 1 ? "agent" : "agents"}`;
}

/** @returns null before the first trial */
export function realTimeSentence(
  settings: RealTimeSettings,
  { samples, on, quality, isElsewhere }: Omit<Seen, "rows">,
): string | null {
  const trials = trialsOf(samples, settings);
  if (trials.length === 0) return null;
  const state = stateOf(settings, samples, on.engineMemory);
  const demand = demandText(settings);
  const machine = isElsewhere === true ? "The machine" : "This machine";
  if (state.state === "asks") {
    const { holds, fails } = state.soFar;
    const failing = fails === null ? "" : `, and ${formatCounted(fails, "agent")} ${fails === 1 ? "does" : "do"} not`;
    return holds === 0
      ? `So far no tried count of agents holds ${demand}.`
      : `So far ${agentsText(formatCount(heldAs(holds)), holds)} ${holds === 1 ? "holds" : "hold"} ${demand}${failing}. It is not confirmed yet.`;
  }
  const { outcome } = state;
  switch (outcome.state) {
    case "none": {
      const failure = trials.findLast(({ failure }) => failure !== null)?.failure ?? "nothing was done";
      return quality === "unsteady" || quality === "useless"
        ? `${machine} was disturbed by other programs, so that how many agents it holds could not be measured. Let it rest, and measure again. Even one agent was late ${demand}: ${failure}.`
        : `${machine} does not hold even one agent ${demand}: ${failure}.`;
    }
    case "confirmed":
      return `${machine} holds ${agentsText(heldText(outcome.holds, quality), outcome.holds)} ${demand}.${lateFrom(outcome)}${needText(settings, outcome)}${gapText(outcome)}${basisText(settings, on, quality)}${unsteadyText(quality)}`;
    case "least":
      return `${machine} holds at least ${agentsText(formatCount(heldAs(outcome.holds)), outcome.holds)} ${demand}. So did the next count above, and the search ended after ${trials.length} trials.${needText(settings, outcome)}${gapText(outcome)}${basisText(settings, on, quality)}${unsteadyText(quality)}`;
    case "unconfirmed":
      return `${machine} may hold ${agentsText(heldText(outcome.holds, "unknown"), outcome.holds)} ${demand}. That is not confirmed: of ${trials.length} trials, some near it held and some did not.${lateFrom(outcome)}${needText(settings, outcome, false)}${gapText(outcome)} Let the machine rest, and measure again.`;
  }
}
