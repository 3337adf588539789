// Takes opened files in: references go into the charts, a result is shown. It loads when somebody opens a file.
import type { UseNavigateResult } from "@tanstack/react-router";
import type { Result } from "../../../results/format/result.ts";
import {
  COMPARED_LEAST,
  COMPARED_MOST,
  compareAddress,
  joinSources,
  openedSource,
} from "../../../comparison/compare-address.ts";
import { addSeries, setOpeningProblems } from "../../../session/sources/reference-store.ts";
import { openText } from "../../../session/sources/references.ts";

const BYTES_MOST = 5_000_000;

type Taken =
  | { readonly state: "taken"; readonly notes: readonly string[] }
  | { readonly state: "result"; readonly result: Result }
  /** Of another tool, to be compared. */
  | { readonly state: "foreign"; readonly source: string }
  | { readonly state: "refused"; readonly message: string };

/** Reads a file that is nothing to draw as one to compare, by the readers that npm run regress has. */
async function takeForeign(file: File, message: string): Promise<Taken> {
  const { readSide } = await import("../../../comparison/read-side.ts");
  const read = readSide(file.name, await file.text());
  if (read.state === "refused") {
    const why = message.includes("of no kind") ? read.message : message;
    return { state: "refused", message: `${file.name}: ${why}` };
  }
  const { addOpened } = await import("../../../comparison/opened-files.ts");
  return { state: "foreign", source: openedSource(addOpened(read.side)) };
}

/** Leads to the comparison of such files; one alone waits on the Results page for what to compare it with. */
async function compareForeign(sources: readonly string[], navigate: UseNavigateResult<string>): Promise<void> {
  if (sources.length >= COMPARED_LEAST) {
    await navigate({ to: "/compare/$sources", ...compareAddress(sources.slice(0, COMPARED_MOST)) });
  } else {
    await navigate({ to: "/results", search: { compare: joinSources(sources) } });
  }
}

/** Takes a file in: references go into the charts, a result is handed back. */
async function takeFile(file: File): Promise<Taken> {
  if (file.size > BYTES_MOST) {
    return { state: "refused", message: `${file.name} is larger than 5 MB, more than any result takes.` };
  }
  try {
    const opened = await openText(file.name, await file.text());
    switch (opened.state) {
      case "refused":
        return await takeForeign(file, opened.message);
      case "references":
        addSeries(opened.series);
        return { state: "taken", notes: opened.notes.map((note) => `${file.name}: ${note}`) };
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
  const foreign: string[] = [];
  let first: { readonly name: string; readonly result: Result } | null = null;
  for (const file of files) {
    const taken = await takeFile(file);
    if (taken.state === "refused") problems.push(taken.message);
    if (taken.state === "taken") problems.push(...taken.notes);
    if (taken.state === "foreign") foreign.push(taken.source);
    if (taken.state !== "result") continue;
    if (first === null) first = { name: file.name, result: taken.result };
    else problems.push(`${file.name} was not opened: one result is shown at a time, and ${first.name} came first.`);
  }
  setOpeningProblems([...new Set(problems)]);
  if (first === null) {
    if (foreign.length > 0 && isHere()) await compareForeign(foreign, navigate);
    return;
  }
  const refused = await openResult(first, navigate, isHere).catch(
    () => `${first?.name ?? "The file"} could not be opened: a part of Headroom could not be fetched. Try again.`,
  );
  if (refused !== null) setOpeningProblems([...new Set([...problems, refused])]);
}
