// Which points a chart draws: all that were measured, and of thousands in references a part.
import type { ReferenceSeries } from "../../../results/references/reference.ts";

/** A chart is some 500 px wide: more points than this make it slow and show nothing new. */
const PLACES_EACH_SCALE = 300;

/** At most about twice that many of the places 0 … length − 1: even on a linear axis, and even on a logarithmic one. */
function thinnedPlaces(length: number): ReadonlySet<number> {
  const last = length - 1;
  const shares = Array.from({ length: PLACES_EACH_SCALE }, (_, n) => n / (PLACES_EACH_SCALE - 1));
  return new Set(shares.flatMap((share) => [Math.round(share * last), Math.round(length ** share) - 1]));
}

/** The agent counts that are drawn, ascending: all that were measured, and of thousands in references a part. */
export function drawnCounts(measured: ReadonlySet<number>, references: readonly ReferenceSeries[]): number[] {
  const all = new Set([...measured, ...references.flatMap((series) => series.rows.map((row) => row.agents))]);
  const ascending = [...all].sort((a, b) => a - b);
  if (ascending.length <= 2 * PLACES_EACH_SCALE) return ascending;
  const places = thinnedPlaces(ascending.length);
  const short = new Set(
    references.flatMap((series) =>
      series.rows.length > PLACES_EACH_SCALE ? [] : series.rows.map((row) => row.agents),
    ),
  );
  return ascending.filter((agents, place) => places.has(place) || measured.has(agents) || short.has(agents));
}
