// The text of every exported file. This loads YAML, so the page imports it only when a file is wanted.
import { alertRuleNotes, alertRuleObject, alertRules } from "./kubernetes/alert-rules.ts";
import { autoscalerNotes, autoscalers } from "./kubernetes/autoscaler.ts";
import { composeFile, composeNotes } from "./compose.ts";
import type { DeploymentInput } from "../deployment/deployment-input.ts";
import { nameProblems } from "../deployment/deployment-names.ts";
import { disruptionBudget, disruptionBudgetNotes } from "./kubernetes/disruption-budget.ts";
import { headerLines } from "./header-lines.ts";
import { workloadNotes, workloadObjects } from "./kubernetes/kubernetes-workload.ts";
import { PLAN_FILE_KINDS, type PlanFileAbout, planFileAbout, type PlanFileKind } from "./plan-file-kinds.ts";
import { planCsv } from "./plan-csv.ts";
import { planReport } from "./plan-report.ts";
import { publishedTuningNotes } from "../deployment/published-tuning.ts";
import { scaledObjectNotes, scaledObjects } from "./kubernetes/scaled-object.ts";
import { terraformJson } from "./terraform-json.ts";
import { tuningConfigMap } from "./kubernetes/tuning-config-map.ts";
import { yamlText } from "./yaml-text.ts";

export interface PlanFile extends PlanFileAbout {
  readonly text: string;
}

function textOf({ kind, label }: PlanFileAbout, input: DeploymentInput): string {
  const yaml = (notes: readonly string[], objects: readonly object[]) =>
    yamlText(headerLines(label, notes, input), objects);
  switch (kind) {
    case "workload":
      return yaml(workloadNotes(input), workloadObjects(input));
    case "tuning":
      return yaml(publishedTuningNotes, [tuningConfigMap(input)]);
    case "disruption-budget":
      return yaml(disruptionBudgetNotes(input), [disruptionBudget(input)]);
    case "autoscaler":
      return yaml(autoscalerNotes, autoscalers(input));
    case "scaled-object":
      return yaml(scaledObjectNotes, scaledObjects(input));
    case "prometheus-rule":
      return yaml(alertRuleNotes, [alertRuleObject(input)]);
    case "alert-rules":
      return yaml(alertRuleNotes, [alertRules(input)]);
    case "compose":
      return yaml(composeNotes(input), [composeFile(input)]);
    case "terraform":
      return terraformJson(input);
    case "csv":
      return planCsv(input);
    case "report":
      return planReport(input);
  }
}

/**
 * One file of a plan.
 * @throws RangeError for names that nameProblems does not accept; check them first
 */
export function planFile(kind: PlanFileKind, input: DeploymentInput): PlanFile {
  const [problem] = nameProblems(input.names);
  if (problem !== undefined) throw new RangeError(problem.message);
  const about = planFileAbout(kind, input.names.name);
  return { ...about, text: textOf(about, input) };
}

/** All files of a plan, each made only when it is asked for. */
export function* planFiles(input: DeploymentInput): Generator<PlanFile, void, undefined> {
  for (const kind of PLAN_FILE_KINDS) yield planFile(kind, input);
}
