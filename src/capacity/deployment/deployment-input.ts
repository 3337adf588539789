// Owns what the exported files are made of: a plan, what it was asked, the names it gets, and the words that say whence it came.
import type { Plan, PlanRequest } from "../plan/plan.ts";

export const WORKLOADS = ["Deployment", "StatefulSet"] as const;
/** Whether processes are alike (Deployment) or each keeps its name over restarts (StatefulSet). */
type Workload = (typeof WORKLOADS)[number];

/** What the objects are called and where they go. Made by people: see deployment-names.ts for what is accepted. */
export interface DeploymentNames {
  readonly name: string;
  readonly namespace: string;
  /** The container image of one process, as a reference: registry, path, tag. */
  readonly image: string;
  /** Where KEDA asks for metrics, such as "http://prometheus-operated.monitoring.svc:9090". */
  readonly prometheusAddress: string;
}

/** A measured or published row of the curve. */
interface CurveRow {
  readonly agents: number;
  readonly opsPerSecond: number;
}

/** The curve that the plan stands on. Its texts come from opened files and links, so every file treats them as hostile. */
interface PlanCurve {
  readonly title: string;
  /** One of the words of provenance: "measured here", "measured elsewhere", "recorded", "published (derived)". */
  readonly provenance: string;
  /** Who measured it, where and when, or how it was derived. */
  readonly provenanceText: string;
  /** The law with its parameters and range, or that the rows themselves were read. */
  readonly reading: string;
  /** Rows as they were measured; ascending by agents. */
  readonly rows: readonly CurveRow[];
  /** One text for each row that was left out, with the reason. */
  readonly excludedRows: readonly string[];
}

/** What people read, with its numbers formatted: this layer knows no locale. */
interface PlanWords {
  /** The plan in one sentence. */
  readonly sentence: string;
  /** What was asked: demand, headroom, spare, latency. */
  readonly demand: string;
  readonly assumptions: readonly string[];
  /** Why this plan and no cheaper one. */
  readonly why: readonly string[];
  /** The next-cheapest plans, cheapest first. */
  readonly nextCheapest: readonly string[];
  /** How likely the plan meets its demand; null where the curve has too few trials to say. */
  readonly probability: string | null;
}

export interface DeploymentInput {
  readonly names: DeploymentNames;
  readonly workload: Workload;
  readonly plan: Plan;
  /** What the plan answers. */
  readonly request: PlanRequest;
  /** Share by which throughput may stay under the demand before an alert speaks, from 0 to below 1. */
  readonly toleranceShare: number;
  readonly curve: PlanCurve;
  readonly words: PlanWords;
  /** An ISO date; this layer has no clock. */
  readonly madeOn: string;
  readonly headroomVersion: string;
}
