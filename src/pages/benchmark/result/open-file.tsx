// Opens files by picker or by dropping them anywhere on the page.
import { FolderOpen } from "lucide-react";
import { memo, useEffect, useEffectEvent, useRef, useState } from "react";
import { useNavigate, type UseNavigateResult } from "@tanstack/react-router";
import { addSeries, setOpeningProblems, useReferenceStore } from "../../../session/sources/reference-store.ts";
import { Button } from "../../../ui/button.tsx";
import { useStillHere } from "../../../ui/use-still-here.ts";
import { openText } from "../../../session/sources/references.ts";
import type { Result } from "../../../results/format/result.ts";

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
  const { encodeLink, LINK_LIMITS } = await import("../../../results/link/result-link.ts");
  const payload = await encodeLink(result);
  if (payload.length <= LINK_LIMITS.charactersMost) {
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

/** Takes files in one after the other; the first result among them opens as a shared one, for a page shows one. */
function useTakeFiles(): (files: readonly File[]) => Promise<void> {
  const navigate = useNavigate();
  const stillHere = useStillHere();
  return async (files) => {
    if (files.length === 0) return;
    const isHere = stillHere();
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
  };
}

export const OpenFile = memo(function OpenFile() {
  const picker = useRef<HTMLInputElement>(null);
  const [isOver, setIsOver] = useState(false);
  const problems = useReferenceStore((state) => state.openingProblems);
  const takeFiles = useTakeFiles();
  const open = (files: FileList | null | undefined): void => void takeFiles([...(files ?? [])]);
  const openDropped = useEffectEvent(open);

  useEffect(() => {
    const onDragOver = (event: DragEvent): void => {
      event.preventDefault();
      setIsOver(true);
    };
    const onLeave = (event: DragEvent): void => {
      if (event.relatedTarget === null) setIsOver(false);
    };
    const onDrop = (event: DragEvent): void => {
      event.preventDefault();
      setIsOver(false);
      openDropped(event.dataTransfer?.files);
    };
    document.addEventListener("dragover", onDragOver);
    document.addEventListener("dragleave", onLeave);
    document.addEventListener("drop", onDrop);
    return () => {
      document.removeEventListener("dragover", onDragOver);
      document.removeEventListener("dragleave", onLeave);
      document.removeEventListener("drop", onDrop);
    };
  }, []);

  return (
    <div className="shrink-0 print:hidden">
      <Button className="min-h-8 text-xs" onClick={() => picker.current?.click()}>
        <FolderOpen aria-hidden size={14} /> Open file …
      </Button>
      <input
        ref={picker}
        type="file"
        multiple
        aria-label="Result, reference or CSV file"
        accept=".json,.csv,.txt,application/json,text/csv"
        className="hidden"
        onChange={(event) => {
          open(event.target.files);
          event.target.value = "";
        }}
      />
      {isOver ? (
        <div className="pointer-events-none fixed inset-2 z-50 grid place-items-center rounded border-2 border-dashed border-accent bg-canvas/90 text-lg">
          Drop results, references or CSVs
        </div>
      ) : null}
      {problems.length === 0 ? null : (
        <div role="alert" className="mt-2 max-w-80 text-sm">
          <ul className="grid gap-2 text-bad">
            {problems.map((problem) => (
              <li key={problem}>{problem}</li>
            ))}
          </ul>
          <Button tone="quiet" className="min-h-8 px-0 text-xs underline" onClick={() => setOpeningProblems([])}>
            Dismiss
          </Button>
        </div>
      )}
    </div>
  );
});
