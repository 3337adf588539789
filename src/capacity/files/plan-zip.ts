// All files of a plan in one archive.
import { strToU8, zipSync } from "fflate";
import type { DeploymentInput } from "../deployment/deployment-input.ts";
import type { PlanFileKind } from "./plan-file-kinds.ts";
import { planFiles } from "./plan-files.ts";

/**
 * The folder of each kind: what `kubernetes/` holds is applied as it is, and what needs more than Kubernetes, or takes the place
 * of another file, has a folder of its own.
 */
const folders: Readonly<Record<PlanFileKind, string>> = {
  workload: "kubernetes/",
  tuning: "kubernetes/",
  "disruption-budget": "kubernetes/",
  autoscaler: "kubernetes/",
  "scaled-object": "keda-instead-of-autoscaler/",
  "prometheus-rule": "prometheus-operator/",
  "alert-rules": "prometheus/",
  compose: "compose/",
  terraform: "terraform/",
  csv: "",
  report: "",
};

/**
 * A ZIP archive of every file of the plan. The same input gives the same bytes.
 * @param mtime stands with each entry
 */
export function planZip(input: DeploymentInput, mtime: Date): Uint8Array<ArrayBuffer> {
  const entries = [...planFiles(input)].map(
    ({ kind, fileName, text }) => [folders[kind] + fileName, strToU8(text)] as const,
  );
  return zipSync(Object.fromEntries(entries), { mtime });
}
