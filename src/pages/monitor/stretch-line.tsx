// The percentiles of the stretch that the charts are zoomed to: of all its ops, apart from those of an interval and of the whole run.
import { percentileShares, type PercentileId } from "../../monitor/metrics.ts";
import type { Watched } from "../../monitor/recording/watched.ts";
import { formatCount, formatSeconds } from "../../words/format.ts";
import { clockText, figureText } from "./figures.ts";
import type { TimeRange } from "./chart-options.ts";

export interface StretchLineProps {
  readonly watched: Watched;
  readonly zoom: TimeRange;
  readonly percentiles: readonly PercentileId[];
}

export function StretchLine({ watched, zoom, percentiles }: StretchLineProps) {
  const stretch = watched.history.stretch(zoom.fromMs, zoom.toMs);
  const said = percentiles.flatMap((id) => {
    const us = stretch?.percentile(percentileShares[id]) ?? null;
    return us === null ? [] : [{ id, text: figureText(id, us) }];
  });
  return (
    <p data-testid="stretch" role="status" className="text-sm">
      {stretch === null || said.length === 0 ? (
        <span className="text-muted">No op was measured in what is shown.</span>
      ) : (
        <>
          {said.map(({ id, text }) => (
            <span key={id} className="mr-3 whitespace-nowrap">
              <span className="text-muted">{id}</span> <span className="font-semibold">{text}</span>{" "}
            </span>
          ))}
          <span className="text-muted">
            latency of {stretch.ops === 1 ? "the one op" : `all ${formatCount(stretch.ops)} ops`} from{" "}
            {clockText(stretch.fromMs)} to {clockText(stretch.toMs)}, to whole intervals of{" "}
            {formatSeconds(stretch.intervalMs / 1_000)}
          </span>
        </>
      )}
    </p>
  );
}
