// Takes files that are dropped on any page, and says what came of files. It loads with the shell: a file that is dropped early must not be lost.
import { useLocation } from "@tanstack/react-router";
import { memo, useEffect, useEffectEvent, useState } from "react";
import { tell, useTold } from "../session/files/told.ts";
import { useTakeFiles } from "../session/files/use-take-files.ts";
import { Button } from "../ui/button.tsx";

export const DroppedFiles = memo(function DroppedFiles() {
  const [isOver, setIsOver] = useState(false);
  const { problems, notices: all, at } = useTold();
  const pathname = useLocation({ select: (location) => location.pathname });
  // With the next page it is old news that something was taken in.
  const notices = at === pathname ? all : [];
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
      // A part of the page that takes files of its own has said so.
      const isTaken = event.defaultPrevented;
      event.preventDefault();
      setIsOver(false);
      if (!isTaken) takeDropped(event.dataTransfer?.files);
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
        <div className="pointer-events-none fixed inset-2 z-50 grid place-items-center rounded border-2 p-4 text-center border-dashed border-accent bg-canvas/90 text-lg print:hidden">
          Drop any file: a result, a library, a CSV, or one of another tool
        </div>
      ) : null}
      <p aria-live="polite" className={`text-sm text-good print:hidden ${notices.length === 0 ? "" : "mt-3"}`}>
        {notices.join(" ")}
      </p>
      {problems.length === 0 ? null : (
        <div role="alert" className="mt-4 rounded border border-bad bg-panel p-3 text-sm print:hidden">
          <ul className="grid gap-2 text-bad">
            {problems.map((problem) => (
              <li key={problem}>{problem}</li>
            ))}
          </ul>
          <Button tone="quiet" className="min-h-8 px-0 text-xs underline" onClick={() => tell([])}>
            Dismiss
          </Button>
        </div>
      )}
    </>
  );
});
