// Machines beside each other: links that several people sent, pasted at once, as a table from which results are compared.
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { COMPARED_MOST, type CompareAddress, compareAddress } from "../../../comparison/compare-address.ts";
import { writeNames } from "../../../comparison/source-names.ts";
import { Button } from "../../../ui/button.tsx";
import { usePageTitle } from "../../../ui/use-page-title.ts";
import { formatCount, formatCounted } from "../../../words/format.ts";
import { CompareBar, primaryLink, toggled } from "../list/compare-bar.tsx";
import { SpreadTable } from "./spread-table.tsx";
import { MachineTable } from "./machine-table.tsx";
import type { Machine } from "./read-machines.ts";
import { pasteText, tickMachines, usePasted } from "./pasted-text.ts";

async function read(text: string) {
  const { readMachines } = await import("./read-machines.ts");
  return readMachines(text);
}

/** The comparison of what is ticked, with the names that were typed: a link has none of its own. */
function addressOf(ticked: readonly string[], machines: readonly Machine[]): CompareAddress {
  const labels = new Map(machines.map(({ payload, label }) => [payload, label]));
  const names = writeNames(ticked.map((payload) => labels.get(payload) ?? ""));
  return compareAddress(ticked, names === "" ? {} : { names });
}

export function MachinesPage() {
  const { text, ticked } = usePasted();
  const [draft, setDraft] = useState(text);
  const query = useQuery({
    queryKey: ["machines", text],
    queryFn: () => read(text),
    enabled: text.trim() !== "",
    retry: false,
  });
  const { data, isError, refetch } = query;
  usePageTitle("Machines");
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-4 pt-6">
      <div className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1">
        <h1>What do these machines hold?</h1>
        <Link to="/results" className="print:hidden">
          Results: measured here
        </Link>
      </div>
      <form
        className="grid gap-2 print:hidden"
        onSubmit={(event) => {
          event.preventDefault();
          pasteText(draft);
        }}
      >
        <label>
          <span className="mb-1 block text-sm">Links to results, as Copy link makes them</span>
          <textarea
            className="block h-28 w-full rounded border border-line-strong bg-panel px-2 py-1 text-ink"
            spellCheck={false}
            placeholder={"Anna’s laptop: https://…/#/r/3.…\nhttps://…/#/r/3.…"}
            value={draft}
            onChange={(event) => setDraft(event.target.value)}
          />
        </label>
        <p className="text-xs text-muted">
          One on each line, or with spaces between them. What stands before a link names its machine. Nothing is
          uploaded: the links hold the results.
        </p>
        <div>
          <Button type="submit" tone="primary" disabled={draft.trim() === ""}>
            Read the links
          </Button>
        </div>
      </form>
      {isError ? (
        <p role="alert" className="flex flex-wrap items-center gap-3 text-bad">
          The links could not be read: a part of Headroom could not be fetched.
          <Button className="min-h-8 text-xs" onClick={() => void refetch()}>
            Try again
          </Button>
        </p>
      ) : null}
      {data === undefined ? null : (
        <>
          {data.problems.length === 0 ? null : (
            <div role="alert" className="text-sm text-bad">
              <ul className="grid gap-1">
                {data.problems.map((problem) => (
                  <li key={problem} className="break-words">
                    {problem}
                  </li>
                ))}
              </ul>
            </div>
          )}
          <p role="status">
            {data.machines.length === 0
              ? "No link to a result is in this text."
              : `${formatCounted(data.machines.length, "result")} read.`}
          </p>
          {data.machines.length === 0 ? null : (
            <>
              {data.ranking === null ? null : (
                <p
                  className="max-w-4xl text-lg font-semibold text-balance break-words sm:text-xl"
                  data-testid="machine-ranking"
                >
                  {data.ranking}
                </p>
              )}
              {data.machines.length === 1 ? null : (
                <CompareBar count={ticked.length} onClear={() => tickMachines([])}>
                  <Link to="/compare/$sources" {...addressOf(ticked, data.machines)} className={primaryLink}>
                    Compare {formatCount(ticked.length)} results
                  </Link>
                </CompareBar>
              )}
              <MachineTable
                machines={data.machines}
                ticked={ticked}
                canTick={ticked.length < COMPARED_MOST}
                onTick={(payload) => tickMachines(toggled(ticked, payload))}
              />
              {data.spread === null ? null : <SpreadTable {...data.spread} />}
            </>
          )}
        </>
      )}
    </div>
  );
}
