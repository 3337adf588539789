// Takes the library along as one file, and takes such a file in.
import { Download, Upload } from "lucide-react";
import { useState } from "react";
import type { LibraryEntry } from "../../results/library/entry.ts";
import { Button } from "../../ui/button.tsx";
import { download } from "../../ui/download.ts";
import { FilePicker } from "../../ui/file-picker.tsx";
import { formatCount } from "../../words/format.ts";
import type { LibraryInUse } from "./use-library.ts";

export interface LibraryTransferProps {
  readonly entries: readonly LibraryEntry[];
  /** Those that the filters leave, which are what is taken along. */
  readonly shown: readonly LibraryEntry[];
  readonly library: LibraryInUse;
}

export function LibraryTransfer({ entries, shown, library }: LibraryTransferProps) {
  const [notice, setNotice] = useState<string | null>(null);

  /** What goes wrong is told with the list. */
  async function save(): Promise<void> {
    const made = await library.act(async (open) => {
      const { libraryFile, libraryFileName } = await import("./library-files.ts");
      return { name: libraryFileName(), file: await libraryFile(open, shown) };
    });
    if (made !== null) download(made.name, made.file);
  }

  async function take(file: File): Promise<string | null> {
    const known = new Set(entries.map(({ id }) => id));
    const report = await library.act(async (open) => {
      const { importLibrary } = await import("./library-files.ts");
      return importLibrary(open, file, known);
    });
    if (report === null) return "Nothing was taken in.";
    const parts = [
      `${formatCount(report.taken)} ${report.taken === 1 ? "result" : "results"} taken in`,
      ...(report.known === 0 ? [] : [`${formatCount(report.known)} were here already and stay as they are`]),
    ];
    setNotice(`${parts.join("; ")}.`);
    return report.problems.length === 0 ? null : report.problems.join(" ");
  }

  return (
    <div className="print:hidden">
      <div className="flex flex-wrap gap-2">
        <Button className="min-h-8 text-xs" disabled={shown.length === 0} onClick={() => void save()}>
          <Download aria-hidden size={14} /> Export{" "}
          {shown.length === entries.length ? "all" : formatCount(shown.length)}
        </Button>
        <FilePicker
          label="Library file"
          accept=".ndjson,.json,.txt"
          bytesMost={500_000_000}
          tooLarge="no library takes more than 500 MB"
          onFile={take}
        >
          <Upload aria-hidden size={14} /> Import …
        </FilePicker>
      </div>
      <p role="status" className="mt-1 text-sm text-good">
        {notice}
      </p>
    </div>
  );
}
