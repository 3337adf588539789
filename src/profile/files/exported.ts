// What is written into files: a record with its spans, and what spans are called there.
import type { SpanKind } from "../../measurement/lane/profile-phases.ts";
import type { ProfileRecord } from "../format-1.ts";
import { phaseWords } from "../phase-words.ts";
import type { WorkerSpans } from "../spans.ts";

/** A profile whole. */
export interface Profile {
  readonly record: ProfileRecord;
  /** One per worker of the record. */
  readonly workers: readonly WorkerSpans[];
}

/** What a kind of span is called: viewers merge spans of one name. */
export function spanName(kind: SpanKind): string {
  return kind === "op" ? "op" : phaseWords[kind].label;
}

/** The name of a worker's thread. @param agents that it holds */
export function threadName(worker: number, agents: number): string {
  return `Worker ${worker + 1}, ${agents === 1 ? "1 agent" : `${agents} agents`}`;
}

/** "Headroom profile, agent inference, explorer, 10 agents". */
export function profileTitle({ settings, workers }: ProfileRecord): string {
  const agents = workers.reduce((sum, worker) => sum + worker.agents, 0);
  const what = [settings["component"], settings["operation"]].filter((part) => part !== undefined).join(" ");
  return `Headroom profile, ${what}, ${settings["workload"] ?? "agents"}, ${agents === 1 ? "1 agent" : `${agents} agents`}`;
}

/** "headroom-profile-agent-2026-11-27T10-00-00": files of one profile differ in their ends alone. */
export function profileFileName({ settings, createdAt }: ProfileRecord): string {
  const component = String(settings["component"] ?? "run").replaceAll(/[^a-z-]/g, "");
  return `headroom-profile-${component}-${createdAt.slice(0, 19).replaceAll(":", "-")}`;
}

/** Whole nanoseconds as microseconds with up to three decimals, without the noise of binary fractions. */
export function microseconds(ns: number): string {
  const whole = Math.floor(ns / 1_000);
  const rest = ns - whole * 1_000;
  return rest === 0 ? String(whole) : `${whole}.${String(rest).padStart(3, "0").replace(/0+$/, "")}`;
}
