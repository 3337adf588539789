// Opens files to compare them: results of Headroom, and what other tools wrote, by the readers that npm run regress has.
import { useNavigate } from "@tanstack/react-router";
import { GitCompareArrows } from "lucide-react";
import { Fragment, type ReactNode, useRef, useState } from "react";
import {
  COMPARED_LEAST,
  COMPARED_MOST,
  compareAddress,
  kindOf,
  openedSource,
} from "../../../comparison/compare-address.ts";
import { Button } from "../../../ui/button.tsx";
import { ColumnsField } from "../../../ui/columns-field.tsx";
import type { ColumnChoice } from "../../../results/references/csv-columns.ts";
import { addOpened, findOpened } from "../../../comparison/opened-files.ts";
import { CutName } from "../../../ui/cut-name.tsx";

export interface CompareFilesProps {
  /** What is ticked already; the files come behind it. */
  readonly sources: readonly string[];
  /** Whether it starts unfolded. */
  readonly isOpen: boolean;
  /** What else results are compared with. */
  readonly children: ReactNode;
}

type Opened =
  | { readonly state: "opened"; readonly source: string }
  | { readonly state: "refused"; readonly why: string };

async function openOne(file: File, columns: ColumnChoice | null): Promise<Opened> {
  const { readSide } = await import("../../../comparison/read-side.ts");
  const read = readSide(file.name, await file.text(), new Map(), columns);
  return read.state === "read"
    ? { state: "opened", source: openedSource(addOpened(read.side)) }
    : { state: "refused", why: `${file.name}: ${read.message}` };
}

function countMessage(count: number): string | null {
  if (count > COMPARED_MOST) return `At most ${COMPARED_MOST} are compared, and these are ${count}. Choose fewer.`;
  return count < COMPARED_LEAST
    ? "One file alone is compared with nothing: choose two or more, or tick a result."
    : null;
}

export function CompareFiles({ sources, isOpen, children }: CompareFilesProps) {
  const waiting = sources.flatMap((source) => {
    const named = kindOf(source);
    return named.kind === "opened" ? (findOpened(named.id)?.name ?? []) : [];
  });
  const picker = useRef<HTMLInputElement>(null);
  const [columns, setColumns] = useState("");
  const [problems, setProblems] = useState<readonly string[]>([]);
  const navigate = useNavigate();

  async function compare(files: readonly File[]): Promise<void> {
    const { readColumnChoice } = await import("../../../results/references/csv-columns.ts");
    const chosen = columns.trim() === "" ? null : readColumnChoice(columns);
    if (chosen?.state === "refused") {
      setProblems([chosen.message]);
      return;
    }
    const opened = await Promise.all(files.map((file) => openOne(file, chosen?.choice ?? null)));
    const all = [...new Set([...sources, ...opened.flatMap((one) => (one.state === "opened" ? [one.source] : []))])];
    const refused = opened.flatMap((one) => (one.state === "refused" ? [one.why] : []));
    const message = refused.length > 0 ? null : countMessage(all.length);
    setProblems(message === null ? refused : [message]);
    if (refused.length > 0 || message !== null) return;
    await navigate({ to: "/compare/$sources", ...compareAddress(all) });
  }

  function open(files: readonly File[]): void {
    if (files.length === 0) return;
    void compare(files).catch((error: unknown) =>
      setProblems([`The files cannot be read: ${error instanceof Error ? error.message : String(error)}`]),
    );
  }

  return (
    <details
      className="mt-3 text-sm print:hidden"
      // What is said of files has to be seen.
      open={isOpen || waiting.length > 0 || problems.length > 0}
    >
      <summary className="min-h-6">Compare files or references</summary>
      <div className="mt-2 flex flex-wrap items-center gap-x-3 gap-y-1">
        <Button className="min-h-8 text-xs" onClick={() => picker.current?.click()}>
          <GitCompareArrows aria-hidden size={14} /> Compare files …
        </Button>
        <p className="min-w-0 flex-1 basis-64 text-xs text-muted">
          Results of Headroom, pytest-benchmark, k6 or CSV; the first is what the others are compared with. Dropping
          them anywhere does the same.
        </p>
      </div>
      <input
        ref={picker}
        type="file"
        multiple
        aria-label="Compare files"
        accept=".json,.csv,.txt"
        className="hidden"
        onChange={({ target }) => {
          const files = [...(target.files ?? [])];
          // The same files can be chosen once more.
          target.value = "";
          open(files);
        }}
      />
      <ColumnsField value={columns} onChange={setColumns} />
      {waiting.length === 0 ? null : (
        <p role="status" className="mt-1 max-w-prose">
          Opened, to be compared:{" "}
          {waiting.map((name, at) => (
            <Fragment key={name}>
              {at === 0 ? "" : ", "}
              <CutName name={name} />
            </Fragment>
          ))}
          . Choose one more file, or tick a result.
        </p>
      )}
      {problems.map((problem) => (
        <p key={problem} role="alert" className="mt-1 max-w-prose text-bad">
          {problem}
        </p>
      ))}
      {children}
    </details>
  );
}
