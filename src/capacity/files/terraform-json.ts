// The plan as a variable for Terraform.
import type { DeploymentInput } from "../deployment/deployment-input.ts";
import { headerLines } from "./header-lines.ts";
import { sizeName } from "../deployment/object-names.ts";
import { oneLine } from "./one-line.ts";
import { processResources } from "../deployment/process-resources.ts";

/** Raised when a key changes its meaning or is removed. A new key does not raise it. */
const PLAN_VERSION = 1;

const notes: readonly string[] = [
  'Declare it with: variable "headroom_plan" { type = any }',
  "Memory is in MiB and CPU in thousandths of a core: the units Mi and m of Kubernetes.",
];

function machinesOf({ plan: { machines } }: DeploymentInput) {
  if (machines === null) return null;
  return {
    type: oneLine(machines.machine.name),
    count: machines.count,
    memory_gib: machines.machine.memoryGiB,
    vcpu: machines.machine.vcpu,
    price_per_hour: machines.pricePerHour,
  };
}

/** Texts are written as they are: Terraform does not interpret `${` and `%{` in a .tfvars.json. */
function planValue(input: DeploymentInput) {
  const { names, plan, workloadResource, madeOn, headroomVersion } = input;
  return {
    // JSON has no comments.
    _about: headerLines("Plan for Terraform", notes, input).map((line) => oneLine(line)),
    headroom_plan_version: PLAN_VERSION,
    headroom_version: oneLine(headroomVersion),
    made_on: oneLine(madeOn),
    name: names.name,
    namespace: names.namespace,
    image: names.image,
    workload: workloadResource,
    processes: plan.processes,
    spare_processes: plan.lost,
    agents: plan.agents,
    ops_per_second: plan.opsPerSecond,
    surviving_ops_per_second: plan.survivingOpsPerSecond,
    groups: processResources(input).map((size) => ({
      name: sizeName(names.name, size.agents),
      replicas: size.processes,
      agents_per_process: size.agents,
      memory_request_mib: size.requestMi,
      memory_limit_mib: size.limitMi,
      cpu_request_millicores: size.millicores,
      ops_per_second_per_process: size.opsPerSecond,
    })),
    machines: machinesOf(input),
  };
}

/**
 * A file with a single variable: Terraform warns of every undeclared variable, so there is only one to declare.
 * @see https://developer.hashicorp.com/terraform/language/values/variables#variable-definitions-tfvars-files
 */
export function terraformJson(input: DeploymentInput): string {
  return `${JSON.stringify({ headroom_plan: planValue(input) }, null, 2)}\n`;
}
