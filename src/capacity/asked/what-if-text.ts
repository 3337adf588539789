// What-ifs as text for an address: "belief:30-40:component+cache:35-40:5;processes:1" is two of them.
import type { Reading } from "../../fields/field.ts";
import { numberOfText } from "../../fields/number-text.ts";
import { refused } from "./setting-text.ts";
import type { Change, ShareRange, WhatIf } from "./what-if.ts";

export const WHAT_IFS_MOST = 4;

const LIMITS = { timesLeast: 0.01, timesMost: 1_000, speedupLeast: 1, speedupMost: 1_000, agentsMost: 999 } as const;

/** A number within bounds; null for anything else. */
function within(text: string | undefined, least: number, most: number): number | null {
  const value = numberOfText(text ?? "");
  return value === null || value < least || value > most ? null : value;
}

/** A percentage as a share. */
function shareFrom(text: string | undefined): number | null {
  const percent = within(text, 0, 100);
  return percent === null ? null : percent / 100;
}

function rangeFrom(text: string | undefined): ShareRange | null {
  const [first, second, ...rest] = (text ?? "").split("-");
  const low = shareFrom(first);
  const high = second === undefined ? low : shareFrom(second);
  return low === null || high === null || high < low || rest.length > 0 ? null : { low, high };
}

/** Ratios as they are. */
function timesFrom(text: string | undefined): ShareRange | null {
  const [first, second, ...rest] = (text ?? "").split("-");
  const low = within(first, LIMITS.timesLeast, LIMITS.timesMost);
  const high = second === undefined ? low : within(second, LIMITS.timesLeast, LIMITS.timesMost);
  return low === null || high === null || high < low || rest.length > 0 ? null : { low, high };
}

function changeFrom(text: string): Change | null {
  const [kind = "", first, second] = text.split(":");
  const range = rangeFrom(first);
  switch (kind) {
    case "belief":
      return range === null || (second !== "component" && second !== "whole")
        ? null
        : { kind, saved: range, of: second };
    case "pooling":
      return range === null ? null : { kind, saved: range };
    case "cache": {
      const speedup = within(second, LIMITS.speedupLeast, LIMITS.speedupMost);
      return range === null || speedup === null ? null : { kind, hitRate: range, speedup };
    }
    case "speed": {
      const times = timesFrom(first);
      return times === null ? null : { kind, times };
    }
    case "processes": {
      const agentsMost = within(first, 1, LIMITS.agentsMost);
      return agentsMost === null || !Number.isInteger(agentsMost) ? null : { kind, agentsMost };
    }
    default:
      return null;
  }
}

/** Reads what-ifs from text of unknown origin; "" is none. */
export function whatIfsFromText(text: string): Reading<readonly WhatIf[]> {
  if (text.trim() === "") return { state: "read", value: [] };
  const whatIfs: WhatIf[] = [];
  for (const part of text.split(";", WHAT_IFS_MOST + 1)) {
    const changes = part.split("+", 10).map(changeFrom);
    const known = changes.filter((change) => change !== null);
    const kinds = new Set(known.map(({ kind }) => kind));
    if (known.length !== changes.length || kinds.size !== known.length) {
      return refused(`The what-if "${part.slice(0, 60)}" is not understood. An example: belief:30-40:component.`);
    }
    whatIfs.push(known);
  }
  return whatIfs.length > WHAT_IFS_MOST
    ? refused(`A plan has at most ${WHAT_IFS_MOST} what-ifs.`)
    : { state: "read", value: whatIfs };
}

function percentText(share: number): string {
  return String(Number((share * 100).toFixed(3)));
}

function rangeText({ low, high }: ShareRange): string {
  return `${percentText(low)}-${percentText(high)}`;
}

function changeText(change: Change): string {
  switch (change.kind) {
    case "belief":
      return `belief:${rangeText(change.saved)}:${change.of}`;
    case "pooling":
      return `pooling:${rangeText(change.saved)}`;
    case "cache":
      return `cache:${rangeText(change.hitRate)}:${change.speedup}`;
    case "processes":
      return `processes:${change.agentsMost}`;
    case "speed":
      return `speed:${change.times.low}-${change.times.high}`;
  }
}

export function whatIfsToText(whatIfs: readonly WhatIf[]): string {
  return whatIfs.map((changes) => changes.map(changeText).join("+")).join(";");
}
