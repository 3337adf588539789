// Opens a file by picker or by dropping it anywhere on the page.
import { FolderOpen } from "lucide-react";
import { memo, useEffect, useEffectEvent, useRef, useState } from "react";
import { useNavigate } from "@tanstack/react-router";
import { addSeries } from "../../app/benchmark-store.ts";
import { Button } from "../../ui/button.tsx";
import { openText } from "../../app/references.ts";

const BYTES_MOST = 5_000_000;

/** Takes a file in: references go into the charts, a result opens as a shared one. Returns what went wrong, or null. */
function useTakeFile(): (file: File) => Promise<string | null> {
  const navigate = useNavigate();
  return async (file) => {
    if (file.size > BYTES_MOST) return `${file.name} is larger than 5 MB, more than any result takes.`;
    const opened = await openText(file.name, await file.text());
    switch (opened.state) {
      case "refused":
        return `${file.name}: ${opened.message}`;
      case "references":
        addSeries(opened.series);
        return null;
      case "result": {
        const { encodeLink } = await import("../../results/link.ts");
        await navigate({ to: "/r/$payload", params: { payload: await encodeLink(opened.result) } });
        return null;
      }
    }
  };
}

export const OpenFile = memo(function OpenFile() {
  const picker = useRef<HTMLInputElement>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [isOver, setIsOver] = useState(false);
  const takeFile = useTakeFile();
  async function open(file: File | undefined): Promise<void> {
    if (file === undefined) return;
    try {
      setProblem(await takeFile(file));
    } catch {
      setProblem(`${file.name} could not be read. Check that it still exists and try again.`);
    }
  }

  const openDropped = useEffectEvent((file: File | undefined) => {
    void open(file);
  });

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
      openDropped(event.dataTransfer?.files[0]);
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
        aria-label="Result, reference or CSV file"
        accept=".json,.csv,.txt,application/json,text/csv"
        className="hidden"
        onChange={(event) => {
          void open(event.target.files?.[0]);
          event.target.value = "";
        }}
      />
      {isOver ? (
        <div className="pointer-events-none fixed inset-2 z-50 grid place-items-center rounded border-2 border-dashed border-accent bg-canvas/90 text-lg">
          Drop a result, a reference or a CSV
        </div>
      ) : null}
      {problem === null ? null : (
        <p role="alert" className="mt-2 max-w-80 text-sm text-bad">
          {problem}
        </p>
      )}
    </div>
  );
});
