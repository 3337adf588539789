// Shows a result that came as a file: as a shared one, or from the library where it is too large for an address.
import type { Result } from "../../results/format/result.ts";
import type { Place } from "./take-files.ts";

/** @param name the file's @returns why it cannot be shown; nothing where it is */
export async function showResult(
  name: string,
  result: Result,
  { navigate, isHere }: Place,
): Promise<readonly string[]> {
  const { linkPayload } = await import("../../results/link/result-link.ts");
  const payload = await linkPayload(result);
  if (payload !== null) {
    if (isHere()) await navigate({ to: "/r/$payload", params: { payload } });
    return [];
  }
  const { keepCopy } = await import("../sources/keep-copy.ts");
  const { ENTRY_LIMITS } = await import("../../results/library/entry.ts");
  const kept = await keepCopy(result, name.slice(0, ENTRY_LIMITS.nameMost), []);
  if (kept.state === "refused") return [`${name} is too large to be shown unkept. ${kept.message}`];
  if (isHere()) await navigate({ to: "/results/$id", params: { id: result.id } });
  return [];
}
