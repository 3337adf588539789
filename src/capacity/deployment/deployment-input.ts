// What exported files are made from: a plan, what was asked, the names of its objects, and words about its origin.
import type { Plan, PlanRequest } from "../plan/plan.ts";

export const WORKLOAD_RESOURCES = ["Deployment", "StatefulSet"] as const;
/**
 * What runs the processes, in the words of Kubernetes: as interchangeable pods (Deployment), or each with a name that it
 * keeps over restarts (StatefulSet).
 * @see https://kubernetes.io/docs/concepts/workloads/
 */
type WorkloadResource = (typeof WORKLOAD_RESOURCES)[number];

/** What the objects are called and where they go. People type these; deployment-names.ts says what is accepted. */
export interface DeploymentNames {
  readonly name: string;
  readonly namespace: string;
  /** The container image of one process, as a reference: registry, path, tag. */
  readonly image: string;
  /** Where KEDA reads metrics, such as "http://prometheus-operated.monitoring.svc:9090". */
  readonly prometheusAddress: string;
}

/** The curve that the plan is made from. Its texts come from opened files and links, so every writer treats them as hostile. */
interface DescribedCurve {
  readonly title: string;
  /** One of the words of provenance: "measured here", "measured elsewhere", "recorded", "published (derived)". */
  readonly provenance: string;
  /** Who measured it, where and when, or how it was derived. */
  readonly provenanceText: string;
  /** How X(n) was found: the law with its parameters and range, or the rows themselves. */
  readonly reading: string;
  /** Rows as measured or published, ascending by agents. */
  readonly rows: readonly { readonly agents: number; readonly opsPerSecond: number }[];
  /** One text for each row that was left out, with the reason. */
  readonly excludedRows: readonly string[];
}

/** Texts for people, with their numbers already formatted: this layer knows no locale. */
interface PlanWords {
  /** The plan in one sentence. */
  readonly sentence: string;
  /** What it runs on; null where no machines are planned. */
  readonly machines: string | null;
  /** What was asked: demand, headroom, spare, latency. */
  readonly demand: string;
  readonly assumptions: readonly string[];
  /** Why this plan and no cheaper one. */
  readonly why: readonly string[];
  /** The next-cheapest plans, cheapest first. */
  readonly nextCheapest: readonly string[];
  /** How likely the plan meets its demand; null where the curve has too few trials to tell. */
  readonly probability: string | null;
}

export interface DeploymentInput {
  readonly names: DeploymentNames;
  readonly workloadResource: WorkloadResource;
  readonly plan: Plan;
  /** The question that the plan answers. */
  readonly request: PlanRequest;
  /** How far throughput may be under the demand before an alert fires, as a share from 0 to below 1. */
  readonly toleranceShare: number;
  readonly curve: DescribedCurve;
  readonly words: PlanWords;
  /** An ISO date. */
  readonly madeOn: string;
  readonly headroomVersion: string;
}
