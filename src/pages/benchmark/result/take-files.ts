// Takes opened files in: references go into the charts, a result is shown. It loads when somebody opens a file.
import type { UseNavigateResult } from "@tanstack/react-router";
import type { Result } from "../../../results/format/result.ts";
import { addSeries, setOpeningProblems } from "../../../session/sources/reference-store.ts";
import { openText } from "../../../session/sources/references.ts";

const BYTES_MOST = 5_000_000;

type Taken =
  | { readonly state: "taken" }
  | { readonly state: "result"; readonly result: Result }
  | { readonly state: "refused"; readonly message: string };

/** Takes a file in: references go into the charts, a result is handed back. */
async function takeFile(file: File): Promise<Taken> {
  if (file.size > BYTES_MOST) {
    return { state: "refused", message: `${file.name} is larger than 5 MB, more than any result takes.` };
  }
  try {
    const opened = await openText(file.name, await file.text());
    switch (opened.state) {
      case "refused":
        return { state: "refused", message: `${file.name}: ${opened.message}` };
      case "references":
        addSeries(opened.series);
        return { state: "taken" };
      case "result":
        return opened;
    }
  } catch {
    return {
      state: "refused",
      message: `${file.name} could not be read. Check that it still exists and try again.`,
    };
  }
}

/** Shows a result as a shared one. @returns why it cannot be shown, or null */
async function openResult(
  { name, result }: { readonly name: string; readonly result: Result },
  navigate: UseNavigateResult<string>,
  isHere: () => boolean,
): Promise<string | null> {
  const { linkPayload } = await import("../../../results/link/result-link.ts");
  const payload = await linkPayload(result);
  if (payload !== null) {
    if (isHere()) await navigate({ to: "/r/$payload", params: { payload } });
    return null;
  }
  // Too many trials for an address: it is shown from the library.
  const { keepCopy } = await import("../../../session/sources/keep-copy.ts");
  const { ENTRY_LIMITS } = await import("../../../results/library/entry.ts");
  const kept = await keepCopy(result, name.slice(0, ENTRY_LIMITS.nameMost), []);
  if (kept.state === "refused") return `${name} is too large to be shown unkept. ${kept.message}`;
  if (isHere()) await navigate({ to: "/results/$id", params: { id: result.id } });
  return null;
}

/**
 * Takes files in one after the other; the first result among them opens as a shared one, since a page shows one.
 * @param isHere whether the page that the files were given to is still shown
 */
export async function takeFiles(
  files: readonly File[],
  navigate: UseNavigateResult<string>,
  isHere: () => boolean,
): Promise<void> {
  const problems: string[] = [];
  let first: { readonly name: string; readonly result: Result } | null = null;
  for (const file of files) {
    const taken = await takeFile(file);
    if (taken.state === "refused") problems.push(taken.message);
    if (taken.state !== "result") continue;
    if (first === null) first = { name: file.name, result: taken.result };
    else problems.push(`${file.name} was not opened: one result is shown at a time, and ${first.name} came first.`);
  }
  setOpeningProblems([...new Set(problems)]);
  if (first === null) return;
  const refused = await openResult(first, navigate, isHere).catch(
    () => `${first?.name ?? "The file"} could not be opened: a part of Headroom could not be fetched. Try again.`,
  );
  if (refused !== null) setOpeningProblems([...new Set([...problems, refused])]);
}
