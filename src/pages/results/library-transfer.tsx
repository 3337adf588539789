// Takes the library along as one file, and takes libraries and results in; files of other kinds lead to where they belong.
import { Download, Upload } from "lucide-react";
import { useRef, useState } from "react";
import type { LibraryEntry } from "../../results/library/entry.ts";
import { useTakeFiles } from "../../session/files/use-take-files.ts";
import { Button } from "../../ui/button.tsx";
import { download, SavedNote, savedText } from "../../ui/download.tsx";
import { formatCount, formatCounted } from "../../words/format.ts";
import type { LibraryInUse } from "./use-library.ts";

export interface LibraryTransferProps {
  readonly entries: readonly LibraryEntry[];
  /** Those that the filters leave, which are what is taken along. */
  readonly shown: readonly LibraryEntry[];
  readonly library: LibraryInUse;
}

export function LibraryTransfer({ entries, shown, library }: LibraryTransferProps) {
  const picker = useRef<HTMLInputElement>(null);
  const take = useTakeFiles("library");
  const [saved, setSaved] = useState<string | null>(null);

  /** What goes wrong is told with the list. */
  async function save(): Promise<void> {
    const made = await library.act(async (open) => {
      const { libraryFile, libraryFileName } = await import("./library-files.ts");
      return { name: libraryFileName(), file: await libraryFile(open, shown) };
    });
    if (made === null) return;
    download(made.name, made.file);
    setSaved(savedText(formatCounted(shown.length, "result"), made.name));
  }

  return (
    <div className="flex flex-wrap gap-2 print:hidden">
      <Button className="min-h-8 text-xs" disabled={shown.length === 0} onClick={() => void save()}>
        <Download aria-hidden size={14} /> Export {shown.length === entries.length ? "all" : formatCount(shown.length)}
      </Button>
      <Button className="min-h-8 text-xs" onClick={() => picker.current?.click()}>
        <Upload aria-hidden size={14} /> Import …
      </Button>
      <input
        ref={picker}
        type="file"
        multiple
        aria-label="Library, result or any other file"
        accept=".ndjson,.json,.csv,.txt"
        className="hidden"
        onChange={({ target }) => {
          take(target.files);
          target.value = "";
        }}
      />
      <SavedNote text={saved} />
    </div>
  );
}
