// The grid of a watched episode: belief as the shade of cells, a ring where the target is, and a shape for each kind of agent.
import type { Watch, WatchedFrame } from "../../../scenarios/contract/watch.ts";

/** Units of the drawing on a side. */
const SIZE = 250;
/** Agents of one cell stand in rows of so many: the first in the middle, the next in the corners. */
const ACROSS = 3;
const SLOTS = [4, 0, 8, 2, 6, 1, 3, 5, 7] as const;
/** A mark is so much smaller than its slot. */
const MARK_PER_SLOT = 0.085;

type Kinds = Watch["kinds"];

const shapes = {
  circle: "M-4,0a4,4 0 1,0 8,0a4,4 0 1,0 -8,0Z",
  triangle: "M0,-5L5,4L-5,4Z",
  square: "M-4,-4H4V4H-4Z",
} as const satisfies Record<Kinds[number]["shape"], string>;

const tones = {
  circle: "var(--color-series-2)",
  triangle: "var(--color-series-3)",
  square: "var(--color-ink)",
} as const satisfies Record<Kinds[number]["shape"], string>;

interface Placed {
  readonly key: string;
  readonly x: number;
  readonly y: number;
  readonly shape: Kinds[number]["shape"];
}

/** Those of one cell stand beside each other. */
function placed(side: number, { marks }: WatchedFrame, kinds: Kinds): readonly Placed[] {
  const inCell = new Map<number, number>();
  const size = SIZE / side;
  return marks.map(({ cell, kind }, index) => {
    const before = inCell.get(cell) ?? 0;
    inCell.set(cell, before + 1);
    const slot = SLOTS[before % SLOTS.length] ?? 0;
    return {
      key: String(index),
      x: (cell % side) * size + ((slot % ACROSS) + 0.5) * (size / ACROSS),
      y: Math.floor(cell / side) * size + (Math.floor(slot / ACROSS) + 0.5) * (size / ACROSS),
      shape: kinds.find((one) => one.kind === kind)?.shape ?? "circle",
    };
  });
}

export interface WatchGridProps {
  readonly side: number;
  readonly frame: WatchedFrame;
  readonly kinds: Kinds;
}

export function WatchGrid({ side, frame, kinds }: WatchGridProps) {
  const size = SIZE / side;
  const most = Math.max(...frame.heat, Number.MIN_VALUE);
  const ring = { x: ((frame.target % side) + 0.5) * size, y: (Math.floor(frame.target / side) + 0.5) * size };
  return (
    <svg
      role="img"
      aria-label={`The grid, ${side} by ${side} cells. ${frame.text}`}
      viewBox={`0 0 ${SIZE} ${SIZE}`}
      className="size-72 max-w-full rounded border border-line-strong"
    >
      {frame.heat.map((likely, cell) => (
        <rect
          // Cells never change places.
          // oxlint-disable-next-line react/no-array-index-key
          key={cell}
          x={(cell % side) * size}
          y={Math.floor(cell / side) * size}
          width={size}
          height={size}
          fill="var(--color-accent)"
          fillOpacity={0.6 * (likely / most)}
          stroke="var(--color-line)"
        />
      ))}
      <circle cx={ring.x} cy={ring.y} r={size / 2 - 2} fill="none" stroke="var(--color-bad)" strokeWidth={2} />
      {placed(side, frame, kinds).map(({ key, x, y, shape }) => (
        <path
          key={key}
          d={shapes[shape]}
          transform={`translate(${x} ${y}) scale(${(MARK_PER_SLOT * size) / ACROSS})`}
          fill={tones[shape]}
          stroke="var(--color-panel)"
          strokeWidth={1}
        />
      ))}
    </svg>
  );
}

export function WatchLegend({ kinds }: { readonly kinds: Kinds }) {
  return (
    <ul className="grid gap-1 text-xs text-muted">
      {kinds.map(({ kind, help, shape }) => (
        <li key={kind} className="flex items-start gap-2">
          <svg aria-hidden width={14} height={14} viewBox="-7 -7 14 14" className="shrink-0">
            <path d={shapes[shape]} fill={tones[shape]} />
          </svg>
          {help}
        </li>
      ))}
      <li className="flex items-start gap-2">
        <svg aria-hidden width={14} height={14} viewBox="-7 -7 14 14" className="shrink-0">
          <circle r={5} fill="none" stroke="var(--color-bad)" strokeWidth={2} />
        </svg>
        The target, which no agent knows.
      </li>
    </ul>
  );
}
