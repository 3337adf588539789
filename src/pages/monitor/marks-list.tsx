// What happened during a soak, newest first: each leads to its moment in the charts.
import type { Marks } from "../../monitor/marks.ts";
import type { MarkKind } from "../../monitor/slot.ts";
import { formatCounted } from "../../words/format.ts";
import { clockText } from "./figures.ts";

const words = {
  start: "▶ start",
  stop: "■ stop",
  pause: "❚❚ pause",
  resume: "▶ resume",
  load: "◆ load",
  crash: "✕ crash",
  restart: "↻ restart",
  hidden: "◌ hidden",
  visible: "● shown",
  alert: "▲ alert",
  note: "✎ note",
} as const satisfies Record<MarkKind, string>;

const SHOWN_MOST = 20;

export interface MarksListProps {
  readonly marks: Marks;
  readonly onShow: (atMs: number) => void;
}

export function MarksList({ marks: { kept, dropped }, onShow }: MarksListProps) {
  const shown = kept.slice(-SHOWN_MOST).toReversed();
  const more = kept.length - shown.length;
  return (
    <section aria-labelledby="marks">
      <h2 id="marks" className="mb-2">
        What happened
      </h2>
      <ul className="grid gap-1">
        {shown.map(({ atMs, kind, text }, at) => (
          <li key={`${atMs} ${kind} ${kept.length - at}`} className="flex flex-wrap gap-x-3">
            <button
              type="button"
              className="min-h-6 text-accent underline underline-offset-2"
              onClick={() => onShow(atMs)}
              aria-label={`Show ${clockText(atMs)} in the charts`}
            >
              {clockText(atMs)}
            </button>
            <span className={kind === "crash" || kind === "alert" ? "text-bad" : "text-muted"}>{words[kind]}</span>
            <span className="min-w-0 break-words">{text}</span>
          </li>
        ))}
      </ul>
      {more + dropped === 0 ? null : (
        <p className="mt-1 text-xs text-muted">{formatCounted(more + dropped, "earlier mark")} not shown.</p>
      )}
    </section>
  );
}
