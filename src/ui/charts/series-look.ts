// How a series looks: a colour and a shape, so that colour never tells alone.

export interface SeriesLook {
  readonly colour: string;
  /** SVG path of its mark, centred on 0, about 8 px wide. */
  readonly path: string;
}

const looks: readonly [SeriesLook, ...SeriesLook[]] = [
  { colour: "var(--color-series-1)", path: "M-4 0a4 4 0 1 0 8 0a4 4 0 1 0 -8 0" },
  { colour: "var(--color-series-2)", path: "M-3.5 -3.5h7v7h-7z" },
  { colour: "var(--color-series-3)", path: "M0 -4.5L4.5 3.5H-4.5z" },
  { colour: "var(--color-series-4)", path: "M0 -5L5 0L0 5L-5 0z" },
  { colour: "var(--color-series-5)", path: "M0 4.5L4.5 -3.5H-4.5z" },
  { colour: "var(--color-series-6)", path: "M-4 -4L4 4M-4 4L4 -4" },
];

/** @param index 0 is the measured series; references follow in the order they are shown */
export function seriesLook(index: number): SeriesLook {
  return looks[index % looks.length] ?? looks[0];
}
