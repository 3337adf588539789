// The sentence on top of a scaling run: what it found, in words with its numbers.
import {
  formatCounted,
  formatMeasured,
  formatPercent,
  formatPublishedPercent,
  formatTimes,
} from "../../words/format.ts";
import { type MeasuredOn, middleOf, type Row } from "../contract/rows.ts";
import type { ScalingSettings } from "./fields.ts";
import { holdsRate } from "./held-rate.ts";
import { isOneLane } from "./judged-by.ts";
import { PUBLISHED_LAST } from "./published.ts";
import { efficiencyId, soloAgents } from "./solo.ts";

/** Messages make nobody faster: a gain up to this may be rounding, and a larger one is noise that hides the cost. */
const GAIN_MOST = 0.05;

/** Between what a loss lies that noise may have made: its interval, or where there are too few repeats for one all of them, has 0 inside. Null where it has not. */
function hiddenBetween({ figures }: Row): readonly [least: number, most: number] | null {
  const loss = figures["loss"];
  if (loss?.state !== "known") return null;
  const { interval } = loss.estimate;
  const [least, most] =
    interval === null ? [Math.min(...loss.values), Math.max(...loss.values)] : [interval.low, interval.high];
  return least < 0 && most > 0 && most - least > GAIN_MOST ? [least, most] : null;
}

/** @param who "50 agents" @param whole what the loss is a share of: "their throughput" */
function lossText(row: Row, who: string, whole: string): string | null {
  const loss = middleOf(row, "loss");
  if (loss === null) return null;
  const hidden = hiddenBetween(row);
  if (hidden !== null) {
    const [least, most] = hidden.map((share) => formatPercent(share));
    return `What hearing each other costs ${who} cannot be told from noise: it was between ${least} and ${most} of ${whole}.`;
  }
  if (loss < -GAIN_MOST) {
    return `What hearing each other costs ${who} cannot be told: with messages they were ${formatPercent(-loss)} faster than without, which is noise.`;
  }
  if (loss <= 0) return `Hearing each other costs ${who} nothing measurable.`;
  return `Hearing each other costs ${who} ${formatPercent(loss)} of ${whole}.`;
}

/** Where the loss went; the rest is what the parts do not explain. */
function lossPartsText(row: Row): string {
  if (!((middleOf(row, "loss") ?? 0) > 0) || hiddenBetween(row) !== null) return "";
  const parts = ["fuse", "transport", "wait", "rest"].map((id) => `${id} ${formatPercent(middleOf(row, id) ?? 0)}`);
  return ` The loss is ${parts.join(", ")}.`;
}

/** The largest agent count that holds its rate (≥ 99 % of offered) with p95 latency ≤ 10 ms; 0 where none does. */
export function realTimeCapacity(rows: readonly Row[]): number {
  const holding = rows.filter((row) => holdsRate(row) === true);
  return Math.max(0, ...holding.map(({ at }) => at));
}

/** What of the offered rate is achieved where the published table ends, beside what it has there; empty where that was not measured. */
function besidePublished(rows: readonly Row[]): string {
  const { agents, efficiency } = PUBLISHED_LAST;
  const row = rows.find(({ at }) => at === agents);
  const achieved = row === undefined ? null : middleOf(row, "efficiency");
  if (achieved === null) return "";
  return ` ${formatCounted(agents, "agent")} achieve ${formatPercent(achieved)} of what they are offered; the published document has ${formatPublishedPercent(efficiency)}.`;
}

function pacedSentence({ opsPerSecondPerAgent: rate }: ScalingSettings, rows: readonly Row[]): string {
  const most = realTimeCapacity(rows);
  const tried = Math.max(...rows.map(({ at }) => at));
  const published = besidePublished(rows);
  if (most === 0) {
    return `No measured count of agents holds ${rate} op/s each with p95 latency of at most 10 ms.${published}`;
  }
  const [were, hold, each] = most === 1 ? ["was", "holds", ""] : ["were", "hold", " each"];
  const agents = formatCounted(most, "agent");
  const who = most === tried ? `${agents}, the most that ${were} tried,` : agents;
  return `${who} ${hold} ${rate} op/s${each} with p95 latency of at most 10 ms: ${formatMeasured(most * rate)} op/s in all.${published}`;
}

/** Whether a row used more cores than were measured: its whole interval lies above 100 %. */
function isAboveCores(row: Row, { capacity }: MeasuredOn): boolean {
  const figure = row.figures["core-normalised"];
  return row.at > capacity.cores && figure?.state === "known" && (figure.estimate.interval?.low ?? 0) > 1;
}

/** Nothing can use more than all cores, so it is C that was wrong. */
function aboveCoresText(rows: readonly Row[], on: MeasuredOn): string {
  if (!rows.some((row) => isAboveCores(row, on))) return "";
  return ` More than 100% means that C, ${formatMeasured(on.capacity.cores)} cores, was measured too low.`;
}

/** An interval of C that is wider says nothing of the machine. */
const CAPACITY_SPAN_MOST = 1.5;

/** ", 1.9 times what one does"; empty where one agent is the row, or nobody knows what one does. */
function growthText(settings: ScalingSettings, row: Row): string {
  const share = middleOf(row, efficiencyId(settings));
  const alone = soloAgents(settings);
  const who = alone === 1 ? "one" : `one worker with ${alone} agents`;
  return share === null || row.at === alone ? "" : `, ${formatTimes((share * row.at) / alone)} what ${who} does`;
}

/** Where nobody knows how many cores there were, a share of them is no figure: what they reach is told beside one agent. */
function withoutCores(settings: ScalingSettings, reach: string, row: Row): string {
  return `${reach}${growthText(settings, row)}. How many cores they had cannot be told.`;
}

/** So much more than one agent is noise, or what a cache gives. */
const MORE_LEAST = 1.1;

/** All agents on one worker: what they get of one agent's throughput, and what the cores could give without the lock. */
function oneLaneSentence(row: Row, throughput: number, { capacity }: MeasuredOn): string | null {
  const share = middleOf(row, "efficiency");
  if (share === null || row.at === 1) return null;
  const times = share * row.at;
  const conclusion = times < MORE_LEAST ? ": more agents bring nothing" : "";
  const loss = lossText(row, "them", "that");
  const could = Math.min(row.at, capacity.cores);
  const without =
    could < MORE_LEAST
      ? ""
      : ` Without the lock ${formatMeasured(capacity.cores)} cores could give up to ${formatTimes(could)}.`;
  return `Behind one interpreter lock ${formatCounted(row.at, "agent")} reach ${formatMeasured(throughput)} op/s, ${formatTimes(times)} the throughput of one${conclusion}.${loss === null ? "" : ` ${loss}`}${lossPartsText(row)}${without}`;
}

/** @returns the sentence, or null where no row has a figure yet */
export function scalingSentence(settings: ScalingSettings, rows: readonly Row[], on: MeasuredOn): string | null {
  const last = rows.at(-1);
  const throughput = last === undefined ? null : middleOf(last, "throughput");
  if (last === undefined || throughput === null) return null;
  if (settings.pacing === "paced") return pacedSentence(settings, rows);
  const oneLane = isOneLane(settings) ? oneLaneSentence(last, throughput, on) : null;
  if (oneLane !== null) return oneLane;
  const agents = formatCounted(last.at, "agent");
  const reach = `${agents} ${last.at === 1 ? "reaches" : "reach"} ${formatMeasured(throughput)} op/s`;
  // One alone hears nobody.
  const loss = last.at === 1 ? null : lossText(last, "them", "their throughput");
  const cost = loss === null ? "" : ` ${loss}${lossPartsText(last)}`;
  const share = middleOf(last, "core-normalised");
  if (share === null) return `${reach}.${cost}`;
  const { low, high } = on.capacity;
  if (high > CAPACITY_SPAN_MOST * low) return `${withoutCores(settings, reach, last)}${cost}`;
  const used = Math.min(last.at, on.capacity.cores);
  const coresText = used === 1 ? "one core" : `${formatMeasured(used)} cores`;
  return `${reach}${growthText(settings, last)}: ${formatPercent(share)} of what ${coresText} can give.${aboveCoresText(rows, on)}${cost}`;
}
