// Owns scenarios as text for an address: "belief:30-40:component+cache:35-40:5;processes:1".
import { refused, type Refused } from "./setting-text.ts";
import type { Change, Scenario, ShareRange } from "./what-if.ts";

export const SCENARIOS_MOST = 4;

function percent(text: string | undefined): number | null {
  return text !== undefined && /^\d{1,3}(\.\d{1,3})?$/.test(text) && Number(text) <= 100 ? Number(text) / 100 : null;
}

function rangeFrom(text: string | undefined): ShareRange | null {
  const [first, second, ...rest] = (text ?? "").split("-");
  const low = percent(first);
  const high = second === undefined ? low : percent(second);
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
      const speedup = /^\d{1,3}(\.\d{1,3})?$/.test(second ?? "") ? Number(second) : 0;
      return range === null || speedup < 1 ? null : { kind, hitRate: range, speedup };
    }
    case "processes": {
      const agentsMost = /^\d{1,3}$/.test(first ?? "") ? Number(first) : 0;
      return agentsMost < 1 ? null : { kind, agentsMost };
    }
    default:
      return null;
  }
}

/** Reads scenarios from text of unknown origin; "" is none. */
export function scenariosFromText(
  text: string,
): { readonly state: "read"; readonly value: readonly Scenario[] } | Refused {
  if (text.trim() === "") return { state: "read", value: [] };
  const scenarios: Scenario[] = [];
  for (const part of text.split(";", SCENARIOS_MOST + 1)) {
    const changes = part.split("+", 10).map(changeFrom);
    const known = changes.filter((change) => change !== null);
    const kinds = new Set(known.map(({ kind }) => kind));
    if (known.length !== changes.length || kinds.size !== known.length) {
      return refused(`The scenario "${part.slice(0, 60)}" is not understood. An example: belief:30-40:component.`);
    }
    scenarios.push(known);
  }
  return scenarios.length > SCENARIOS_MOST
    ? refused(`At most ${SCENARIOS_MOST} scenarios stand side by side.`)
    : { state: "read", value: scenarios };
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
  }
}

export function scenariosToText(scenarios: readonly Scenario[]): string {
  return scenarios.map((changes) => changes.map(changeText).join("+")).join(";");
}
