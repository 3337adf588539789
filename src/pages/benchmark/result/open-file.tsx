// Opens files by picker or by dropping them anywhere on the page. It loads with the page: a file that is dropped early must not be lost.
import { FolderOpen } from "lucide-react";
import { memo, useEffect, useEffectEvent, useRef, useState } from "react";
import { useNavigate } from "@tanstack/react-router";
import { setOpeningProblems, useReferenceStore } from "../../../session/sources/reference-store.ts";
import { Button } from "../../../ui/button.tsx";
import { useStillHere } from "../../../ui/use-still-here.ts";

/** @returns a function that takes files in; the code for that loads with the first of them */
function useTakeFiles(): (files: readonly File[]) => Promise<void> {
  const navigate = useNavigate();
  const stillHere = useStillHere();
  return async (files) => {
    if (files.length === 0) return;
    const isHere = stillHere();
    const loaded = await import("./take-files.ts").catch(() => null);
    if (loaded === null) setOpeningProblems(["The code that opens files could not be fetched. Try again."]);
    else await loaded.takeFiles(files, navigate, isHere);
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
