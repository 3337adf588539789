// Which alerts fire now, above all figures; nothing where none does.
import { memo } from "react";
import type { Watched } from "../../monitor/recording/watched.ts";
import { formatCounted } from "../../words/format.ts";

export interface FiringLineProps {
  readonly watched: Watched;
  /** Rises with what is watched: the line is drawn again with it alone. */
  readonly revision: number;
}

export const FiringLine = memo(function FiringLine({ watched: { alerts } }: FiringLineProps) {
  const firing = alerts.status.filter(({ state }) => state === "firing");
  return (
    <p role="status" data-testid="firing" className="rounded border border-bad bg-panel px-3 py-2 empty:hidden">
      {firing.length === 0 ? null : (
        <>
          <span className="text-bad">▲ {formatCounted(firing.length, "alert")} firing:</span>{" "}
          {firing.map(({ rule }) => rule.name).join(", ")}
        </>
      )}
    </p>
  );
});
