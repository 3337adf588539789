// What a curve draws besides its lines, each as one path: a hundred marks as elements of their own would make drawing a long task.
import { usePlotArea, useXAxisScale, useYAxisScale } from "recharts";
import type { ChartData } from "./chart-data.ts";
import { crossesPath, dotsPath, linePath, type Pixel } from "./plot-paths.ts";

/** @returns where dots lie in the drawing; empty until its axes are known */
function usePixels(dots: ChartData["trials"]): readonly Pixel[] {
  const plot = usePlotArea();
  const x = useXAxisScale();
  const y = useYAxisScale();
  if (plot === undefined || x === undefined || y === undefined) return [];
  return dots.flatMap(({ at, value }) => {
    const [px, py] = [x(at), y(value)];
    return px === undefined || py === undefined ? [] : [{ x: px, y: py }];
  });
}

/** The trials behind the points. */
export function TrialMarks({ trials }: Pick<ChartData, "trials">) {
  const path = dotsPath(usePixels(trials));
  return path === "" ? null : (
    <path data-testid="trials" d={path} fill="var(--color-series-1)" fillOpacity={0.45} stroke="none" />
  );
}

/** What a name over a line takes, px. */
const NAME_ROOM = 16;

/** What the machine allows, dotted. Its name stands on its end, where measured lines seldom are. */
export function LimitLine({ limit, isNamed }: Pick<ChartData, "limit"> & { readonly isNamed: boolean }) {
  const pixels = usePixels(limit);
  const plot = usePlotArea();
  const path = linePath(pixels);
  const end = pixels.at(-1);
  return path === "" ? null : (
    <>
      <path
        data-testid="limit"
        d={path}
        fill="none"
        stroke="var(--color-ink)"
        strokeWidth={1}
        strokeDasharray="1 4"
        strokeLinecap="round"
      />
      {isNamed && end !== undefined ? (
        // Under its line where there is no room above it.
        <text
          x={end.x - 4}
          y={end.y - (plot?.y ?? 0) < NAME_ROOM ? end.y + NAME_ROOM : end.y - 6}
          textAnchor="end"
          fontSize={13}
          fill="var(--color-ink)"
        >
          all cores busy
        </text>
      ) : null}
    </>
  );
}

/** What failed, crossed out. */
export function FailedMarks({ failed }: { readonly failed: ChartData["trials"] }) {
  const path = crossesPath(usePixels(failed));
  return path === "" ? null : <path d={path} fill="none" stroke="var(--color-bad)" strokeWidth={2} />;
}
