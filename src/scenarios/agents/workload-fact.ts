// What of the workload must agree before figures are compared.
import { asked, type Fact, same } from "../../regression/fact.ts";
import { workloads } from "../../workloads/definitions.ts";
import type { WorkloadKind, WorkloadSettings } from "../../workloads/workload.ts";

/**
 * Built-in workloads are a choice, so that a difference may be the question. Somebody's own model is what is measured: ops of
 * another model are other ops.
 */
export function workloadFact({ workload, ...settings }: WorkloadSettings & { readonly workload: WorkloadKind }): Fact {
  const title = workloads[workload].titleOf(settings);
  return workload === "custom" ? same("workload", title) : asked("workload", title);
}
