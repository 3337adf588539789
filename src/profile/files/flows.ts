// Arrows from a worker that published to one that read it: one per noted round and pair of workers that hear each other.
import { type Route, routesOf } from "../../measurement/lane/routes.ts";
import { hearings } from "../../workloads/hearings.ts";
import { TOPOLOGIES } from "../../workloads/hearing.ts";
import { sharesOf } from "../asked.ts";
import type { Span, WorkerSpans } from "../spans.ts";
import type { Profile } from "./exported.ts";

/** More arrows than this hide what they point at. */
const FLOWS_MOST = 2_000;

export interface Flow {
  readonly from: { readonly worker: number; readonly atNs: number };
  readonly to: { readonly worker: number; readonly atNs: number };
}

interface RoundSpans {
  readonly published: Span | null;
  readonly read: Span | null;
}

/** Each noted round of a worker: the last that it published in it, and where it read. */
function roundsOf({ spans }: WorkerSpans): readonly RoundSpans[] {
  const rounds: RoundSpans[] = [];
  let published: Span | null = null;
  for (const span of spans) {
    if ((span.kind === "publish" || span.kind === "op") && span.durationNs > 0) published = span;
    if (span.kind !== "fuse") continue;
    rounds.push({ published, read: span.durationNs > 0 ? span : null });
    published = null;
  }
  return rounds;
}

function routesFor({ record, workers }: Profile): readonly (readonly Route[])[] {
  const topology = TOPOLOGIES.find((one) => one === record.settings["topology"]);
  if (topology === undefined) return [];
  const agents = record.workers.reduce((sum, worker) => sum + worker.agents, 0);
  return routesOf(hearings[topology], sharesOf(agents, workers.length)).byLane;
}

/** Arrows whose both ends lie inside a span, earliest rounds first. */
export function flowsOf(profile: Profile): readonly Flow[] {
  const rounds = profile.workers.map(roundsOf);
  const most = Math.max(0, ...rounds.map(({ length }) => length));
  const routes = most === 0 ? [] : routesFor(profile);
  const flows: Flow[] = [];
  for (let round = 0; round < most; round += 1) {
    for (const [to, own] of routes.entries()) {
      for (const { lane: from, receives } of own) {
        const published = rounds[from]?.[round]?.published ?? null;
        const read = rounds[to]?.[round]?.read ?? null;
        if (receives.length === 0 || published === null || read === null) continue;
        if (flows.length >= FLOWS_MOST) return flows;
        flows.push({
          from: { worker: from, atNs: published.startNs + published.durationNs - 1 },
          to: { worker: to, atNs: read.startNs },
        });
      }
    }
  }
  return flows;
}
