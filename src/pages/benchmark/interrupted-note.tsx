// Says that a run was cut with its tab, or stopped, where what it had measured is, and offers to go on with it in place.
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useModelNames } from "../../session/sources/model-names.ts";
import { type Unfinished, unfinishedRun } from "../../session/sources/unfinished.ts";
import { lazyPart } from "../../ui/lazy-part.tsx";
import { formatCounted } from "../../words/format.ts";

const GoOnButton = lazyPart("Going on", () => import("./stored/go-on-button.tsx").then((module) => module.GoOnButton));

const what: Readonly<Record<Unfinished["ending"], string>> = {
  interrupted: "▲ A run was cut when its tab was closed or reloaded.",
  stopped: "■ The last run was stopped.",
};

export interface InterruptedNoteProps {
  /** The kind of scenario that is asked. */
  readonly scenario: string;
}

export function InterruptedNote({ scenario }: InterruptedNoteProps) {
  const { data } = useQuery({
    queryKey: ["unfinished run", scenario],
    queryFn: () => unfinishedRun(scenario),
    staleTime: 0,
  });
  const named = useModelNames();
  if (data === undefined || data === null) return null;
  const { id, name, ending, samples, result } = data;
  return (
    <div className={`grid gap-2 rounded border bg-panel p-3 ${ending === "interrupted" ? "border-warn" : ""}`}>
      <p role="status">
        {what[ending]} What it had measured, {formatCounted(samples, "trial")}, is kept:{" "}
        <Link to="/results/$id" params={{ id }}>
          {named(name)}
        </Link>
        .
      </p>
      <GoOnButton part={{ result }} fallback={<div className="min-h-9" />} />
    </div>
  );
}
