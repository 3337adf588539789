// Takes files that are dropped anywhere on the page, and says what is wrong with opened ones. It loads with the page: a file that is dropped early must not be lost.
import { memo, useEffect, useEffectEvent, useState } from "react";
import { setOpeningProblems, useReferenceStore } from "../../../session/sources/reference-store.ts";
import { Button } from "../../../ui/button.tsx";
import { useTakeFiles } from "./use-take-files.ts";

export const DroppedFiles = memo(function DroppedFiles() {
  const [isOver, setIsOver] = useState(false);
  const problems = useReferenceStore((state) => state.openingProblems);
  const takeDropped = useEffectEvent(useTakeFiles());

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
      takeDropped(event.dataTransfer?.files);
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
    <>
      {isOver ? (
        <div className="pointer-events-none fixed inset-2 z-50 grid place-items-center rounded border-2 border-dashed border-accent bg-canvas/90 text-lg print:hidden">
          Drop results, references or CSVs
        </div>
      ) : null}
      {problems.length === 0 ? null : (
        <div role="alert" className="mb-4 rounded border border-bad bg-panel p-3 text-sm print:hidden">
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
    </>
  );
});
