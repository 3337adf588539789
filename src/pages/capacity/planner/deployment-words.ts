// Makes the input of the exported files: the plan, and what is known about it in words.
import type { DeploymentInput } from "../../../capacity/deployment/deployment-input.ts";
import type { PlanDetails } from "../../../capacity/answer/plan-answer.ts";
import type { Plan, PlanRequest } from "../../../capacity/plan/plan.ts";
import type { PlannerSettings } from "../../../capacity/asked/planner-settings.ts";
import { lawOf, type PlanningCurve } from "../../../capacity/asked/planning-curve.ts";
import type { Law } from "../../../laws/laws.ts";
import { numberText } from "../../../words/number-text.ts";
import { formatComputed, formatCounted, formatMeasured, formatPercent } from "../../../words/format.ts";
import { formatEntered } from "../../../words/format-memory.ts";
import { planSentence, safetySentence } from "../planning/answer-sentence.ts";
import { machinesText } from "../planning/machine-words.ts";
import { lossText } from "../planning/loss-text.ts";
import { askedText, demandText, boundText, formatSureness, objectiveTexts } from "../planning/plan-text.ts";
import { missText, nextText } from "./why-text.ts";

/** The word for the provenance of a curve, and what it is based on, for the headers of files. */
const provenances: Readonly<
  Record<PlanningCurve["provenance"], { readonly provenance: string; readonly provenanceText: string }>
> = {
  published: { provenance: "published (derived)", provenanceText: "every throughput is agents × 20 × efficiency" },
  "measured-here": { provenance: "measured", provenanceText: "in a browser by Headroom, as the plan's address says" },
  shared: { provenance: "measured elsewhere", provenanceText: "a shared result of Headroom" },
  "measured-elsewhere": { provenance: "measured elsewhere", provenanceText: "on another machine" },
  recorded: { provenance: "recorded", provenanceText: "by FreeAgentics' own benchmarks" },
  imported: { provenance: "imported", provenanceText: "how it was measured is not known" },
};

export interface PlanToExport {
  readonly plan: Plan;
  readonly request: PlanRequest;
  readonly settings: PlannerSettings;
  readonly curve: PlanningCurve;
  readonly details: PlanDetails | null;
}

function lawText({ kind, lambda, sigma, kappa }: Law): string {
  const parts = [`λ = ${formatMeasured(lambda)} op/s`];
  if (kind !== "linear") parts.push(`σ = ${formatMeasured(sigma)}`);
  if (kind === "usl") parts.push(`κ = ${formatMeasured(kappa)}`);
  return parts.join(", ");
}

const lawNames = { usl: "Universal Scalability Law", amdahl: "Amdahl's law", linear: "straight line" } as const;

function readingText(curve: PlanningCurve, settings: PlannerSettings): string {
  const law = lawOf(curve.included, settings.model);
  return law === null
    ? "the rows themselves, straight in between and never beyond the last"
    : `fitted ${lawNames[law.kind]}, ${lawText(law)}`;
}

function assumptions({ plan, request, settings }: PlanToExport): readonly string[] {
  const { constants, reading, vcpuPerProcess, headroomShare, spare, losing = "processes" } = request;
  return [
    `${formatEntered(constants.baseMB)} MB base and ${formatEntered(constants.perAgentMB)} MB per agent in every process`,
    `${formatPercent(constants.cacheShare)} cache ${reading === "compounding" ? "on base and agents" : "on agents only"}, then ${formatPercent(constants.bufferShare)} buffer`,
    `${formatEntered(vcpuPerProcess)} vCPU per process`,
    ...(settings.scale === 1
      ? []
      : [`throughput of the curve × ${numberText(settings.scale, { maximumSignificantDigits: 6 })}`]),
    `headroom ${formatPercent(headroomShare)}`,
    losing !== "processes"
      ? `any one ${losing} may fail, with up to ${formatCounted(plan.lost, "process", "processes")}`
      : spare === 0
        ? "no redundancy"
        : `N+${spare}: any ${spare === 1 ? "one process" : "two processes"} may fail`,
  ];
}

function whyTexts({ plan, request, details }: PlanToExport): readonly string[] {
  if (details === null) return [];
  const { binds, slacks } = details.binding;
  const slack = slacks.find(({ limit }) => binds.state === "limit" && binds.near === null && limit === binds.limit);
  const own = [boundText(binds) + (slack === undefined ? "" : `, with ${formatPercent(slack.slackShare)} slack`)];
  const miss = missText(details.alternatives, request);
  return [
    `${objectiveTexts[request.objective]}: ${formatCounted(plan.processes, "process", "processes")}`,
    ...own,
    ...(miss === null ? [] : [miss]),
  ];
}

function probabilityText({ details, request }: PlanToExport): string | null {
  return details?.sureness.state === "known"
    ? `${formatSureness(details.sureness.share)} of ${details.sureness.samples} curves resampled from the repeats meet ${demandText(request.demand)}`
    : null;
}

/**
 * @param today as an ISO date
 * @param version of Headroom
 */
export function deploymentInput(exported: PlanToExport, today: string, version: string): DeploymentInput {
  const { plan, request, settings, curve, details } = exported;
  const next = details === null ? null : nextText(details.alternatives, request);
  return {
    names: {
      name: settings.name,
      namespace: settings.namespace,
      image: settings.image,
      prometheusAddress: settings.prometheus,
    },
    workloadResource: settings.workloadResource,
    plan,
    request,
    toleranceShare: 0,
    curve: {
      title: curve.title,
      ...provenances[curve.provenance],
      reading: readingText(curve, settings),
      rows: curve.included.map(({ agents, opsPerSecond }) => ({ agents, opsPerSecond })),
      excludedRows: curve.rows
        .filter(({ agents }) => curve.excluded.includes(agents))
        .map(
          ({ agents, opsPerSecond }) => `${formatCounted(agents, "agent")} with ${formatComputed(opsPerSecond)} op/s`,
        ),
    },
    words: {
      sentence: [
        planSentence(plan, request, curve),
        safetySentence(plan, request, details?.sureness ?? null, curve),
        lossText(plan, request),
      ].join(" "),
      machines: plan.machines === null ? null : machinesText(plan),
      demand: askedText(request, settings.split),
      assumptions: assumptions(exported),
      why: whyTexts(exported),
      nextCheapest: next === null ? [] : [next],
      probability: probabilityText(exported),
    },
    madeOn: today,
    headroomVersion: version,
  };
}
