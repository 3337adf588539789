// All files of a plan in one archive.
import { strToU8, zipSync } from "fflate";
import type { DeploymentInput } from "../deployment/deployment-input.ts";
import { planFiles } from "./plan-files.ts";

/**
 * A ZIP archive of every file of the plan. The same input gives the same bytes.
 * @param mtime stands with each entry
 */
export function planZip(input: DeploymentInput, mtime: Date): Uint8Array<ArrayBuffer> {
  const entries = [...planFiles(input)].map(({ fileName, text }) => [fileName, strToU8(text)] as const);
  return zipSync(Object.fromEntries(entries), { mtime });
}
