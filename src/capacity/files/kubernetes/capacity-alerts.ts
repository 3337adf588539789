// The alerts of a plan: too little throughput, memory near its limit, missing processes.
import { type Matcher, type Selector, selectorText } from "../../../alerts/grammar/condition.ts";
import type { AlertRule, PromqlRule } from "../../../alerts/rule.ts";
import type { DeploymentInput } from "../../deployment/deployment-input.ts";
import { CONTAINER, podPattern, sizeName } from "../../deployment/object-names.ts";
import { OPS_METRIC } from "./ops-metric.ts";
import { demandedOpsPerSecond, type ProcessResources, processResources } from "../../deployment/process-resources.ts";

const BYTES_PER_MIB = 2 ** 20;
const MINUTE_MS = 60_000;

type Rule = AlertRule | PromqlRule;

interface Said {
  readonly name: string;
  readonly forMinutes: number;
  readonly labels: Readonly<Record<string, string>>;
  readonly summary: string;
  readonly description: string;
}

/** What both kinds of rules have. */
function rulePart({ name, forMinutes, labels, summary, description }: Said) {
  return {
    name,
    forMs: forMinutes * MINUTE_MS,
    keepFiringForMs: 0,
    labels: new Map(Object.entries(labels)),
    annotations: new Map(Object.entries({ summary, description })),
  };
}

/** Three decimals, more than a throughput is known to, and no exponent: people read it in the rule. */
function threshold(opsPerSecond: number): string {
  return String(Number(opsPerSecond.toFixed(3)));
}

function podsOf({ names }: DeploymentInput, sizes: readonly ProcessResources[]): readonly Matcher[] {
  const pattern = podPattern(
    names.name,
    sizes.map(({ agents }) => agents),
  );
  return [
    { label: "namespace", operator: "=", value: names.namespace },
    { label: "pod", operator: "=~", value: pattern },
  ];
}

function throughputAlerts(input: DeploymentInput): readonly Rule[] {
  const { name } = input.names;
  const demanded = demandedOpsPerSecond(input);
  const selector: Selector = { metric: OPS_METRIC, matchers: podsOf(input, processResources(input)) };
  const least = threshold(demanded * (1 - input.toleranceShare));
  return [
    {
      ...rulePart({
        name: "ThroughputBelowDemand",
        forMinutes: 10,
        labels: { severity: "critical" },
        summary: `${name} completes fewer ops than were asked for`,
        description: `{{ printf "%.1f" $value }} op/s over 5 minutes; the plan is for ${threshold(demanded)}. Silence this while less is asked of it on purpose.`,
      }),
      promql: `sum(rate(${selectorText(selector)}[5m])) < ${least}`,
    },
    {
      ...rulePart({
        name: "ThroughputUnknown",
        forMinutes: 15,
        labels: { severity: "info" },
        summary: `The throughput of ${name} is unknown`,
        description: `Its pods report no ${OPS_METRIC}, so the alert on throughput cannot fire. The program has to count its ops, and Prometheus has to scrape it.`,
      }),
      condition: { kind: "absent", selector },
      onNoData: "resolve",
    },
  ];
}

/** None without a buffer: the limit is then what was planned, and no use of memory warns of it. */
function memoryAlert(input: DeploymentInput, size: ProcessResources): readonly Rule[] {
  const { requestMi, limitMi, agents } = size;
  if (limitMi <= requestMi) return [];
  const atMi = Math.floor((requestMi + limitMi) / 2);
  const selector: Selector = {
    metric: "container_memory_working_set_bytes",
    matchers: [...podsOf(input, [size]), { label: "container", operator: "=", value: CONTAINER }],
  };
  return [
    {
      ...rulePart({
        name: "MemoryNearLimit",
        forMinutes: 5,
        labels: { severity: "warning", agents_per_process: String(agents) },
        summary: "{{ $labels.pod }} has used half of its memory buffer",
        description: `It uses {{ humanize1024 $value }}B. ${agents === 1 ? "1 agent was" : `${agents} agents were`} planned to need ${requestMi} MiB, and the process is killed above ${limitMi} MiB.`,
      }),
      condition: { kind: "comparison", selector, comparator: ">", threshold: atMi * BYTES_PER_MIB },
      // A pod that ends takes its series with it: there is nothing to keep.
      onNoData: "resolve",
    },
  ];
}

/** The available processes of all sizes: kube-state-metrics counts the replicas of each Deployment or StatefulSet. */
function availableReplicas({ names, workloadResource }: DeploymentInput, sizes: readonly ProcessResources[]): string {
  const pattern = sizes.map(({ agents }) => sizeName(names.name, agents)).join("|");
  const kind = workloadResource === "Deployment" ? "deployment" : "statefulset";
  const selector = selectorText({
    metric: `kube_${kind}_status_replicas_available`,
    matchers: [
      { label: "namespace", operator: "=", value: names.namespace },
      { label: kind, operator: "=~", value: pattern },
    ],
  });
  return `sum(${selector})`;
}

function replicaAlerts(input: DeploymentInput): readonly Rule[] {
  const { plan, names } = input;
  const available = availableReplicas(input, processResources(input));
  const needed = plan.processes - plan.lost;
  const tooFew: Rule = {
    ...rulePart({
      name: "TooFewProcesses",
      forMinutes: 5,
      labels: { severity: "critical" },
      summary: `${names.name} has fewer processes than its demand needs`,
      description: `{{ $value }} available of ${plan.processes} planned; the demand needs ${needed}.`,
    }),
    promql: `${available} < ${needed}`,
  };
  if (plan.lost === 0) return [tooFew];
  return [
    tooFew,
    {
      ...rulePart({
        name: "SpareProcessesInUse",
        forMinutes: 15,
        labels: { severity: "warning" },
        summary: `${names.name} runs on its spare processes`,
        description: `{{ $value }} available of ${plan.processes} planned, ${plan.lost} of them spare. The demand is still met, but may not be after another loss.`,
      }),
      promql: `${available} < ${plan.processes}`,
    },
  ];
}

/**
 * The plan's own alerts, the most urgent kind first. Their thresholds are figures of the plan. Sums and rates are PromQL, which only
 * Prometheus evaluates; the others are rules as the Monitor reads them.
 */
export function capacityAlerts(input: DeploymentInput): readonly Rule[] {
  return [
    ...throughputAlerts(input),
    ...replicaAlerts(input),
    ...processResources(input).flatMap((size) => memoryAlert(input, size)),
  ];
}
