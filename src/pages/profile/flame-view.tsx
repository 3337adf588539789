// The flame view: what each worker did over a short window, ops above their phases, moved and zoomed by buttons.
import { ChevronLeft, ChevronRight, ZoomIn, ZoomOut } from "lucide-react";
import { useMemo, useState } from "react";
import { type Profile, spanName, threadName } from "../../profile/files/exported.ts";
import { Button } from "../../ui/button.tsx";
import { formatCount } from "../../words/format.ts";
import { formatTime } from "../../words/time-text.ts";
import { drawnIn, endOf, firstWindow, type FlameWindow, moved, within, zoomed } from "./flame-window.ts";
import { phaseColours } from "./phase-look.ts";

/** Workers that are drawn; the files hold all. */
const WORKERS_MOST = 8;
/** Narrower spans are not seen on any screen. */
const LEAST_SHARE = 1 / 2_000;
/** A name needs this much of the width. */
const NAMED_SHARE = 0.07;

function nsText(ns: number): string {
  return formatTime(ns, "ns");
}

function Track({
  profile,
  worker,
  view,
}: {
  readonly profile: Profile;
  readonly worker: number;
  readonly view: FlameWindow;
}) {
  const { spans = [], agents = 0 } = profile.workers[worker] ?? {};
  const drawn = drawnIn(spans, view, LEAST_SHARE);
  return (
    <div>
      <div className="mb-1 text-xs text-muted">{threadName(worker, agents)}</div>
      <div aria-hidden className="relative h-12 overflow-hidden rounded border bg-panel">
        {drawn.map(({ span, left, width, row }) => (
          <div
            key={`${span.kind} ${span.startNs} ${row}`}
            title={`${spanName(span.kind)}, ${nsText(span.durationNs)}${span.agent === null ? "" : `, agent ${span.agent + 1}`}`}
            className={`absolute flex h-[22px] items-center overflow-hidden border-r border-panel text-xs whitespace-nowrap ${span.kind === "op" ? "bg-hover text-ink" : "text-on-accent"}`}
            style={{
              left: `${left * 100}%`,
              width: `${width * 100}%`,
              top: row === 0 ? 0 : 23,
              ...(span.kind === "op" ? {} : { background: phaseColours[span.kind] }),
            }}
          >
            {width > NAMED_SHARE ? <span className="px-1">{spanName(span.kind)}</span> : null}
          </div>
        ))}
      </div>
    </div>
  );
}

export function FlameView({ profile }: { readonly profile: Profile }) {
  const { workers, record } = profile;
  const endNs = useMemo(() => endOf(workers), [workers]);
  const [view, setView] = useState<FlameWindow>(() => firstWindow(workers));
  const to = (next: FlameWindow): void => setView(within(next, endNs));
  const { every, spans } = record.trace;
  const sampled = every === 1 ? "every round is noted" : `1 of ${formatCount(every)} rounds is noted, whole`;
  const place = `${nsText(view.fromNs)} to ${nsText(view.fromNs + view.widthNs)} of ${nsText(endNs)}`;
  return (
    <section aria-labelledby="flame-heading">
      <div className="flex flex-wrap items-end justify-between gap-3">
        <div>
          <h2 id="flame-heading">A short window, worker by worker</h2>
          <p className="text-xs text-muted" data-testid="sampling">
            {formatCount(spans)} spans; {sampled}. What is shorter than the clock's step of{" "}
            {formatTime(record.environment.timerStepUs, "µs")} shows as nothing or as one step.
          </p>
        </div>
        <div className="flex gap-1">
          <Button aria-label="Earlier" onClick={() => to(moved(view, -0.5, endNs))}>
            <ChevronLeft aria-hidden size={16} />
          </Button>
          <Button aria-label="Later" onClick={() => to(moved(view, 0.5, endNs))}>
            <ChevronRight aria-hidden size={16} />
          </Button>
          <Button aria-label="Zoom in" onClick={() => to(zoomed(view, 0.5, endNs))}>
            <ZoomIn aria-hidden size={16} />
          </Button>
          <Button aria-label="Zoom out" onClick={() => to(zoomed(view, 2, endNs))}>
            <ZoomOut aria-hidden size={16} />
          </Button>
        </div>
      </div>
      <div
        role="img"
        aria-label={`Timeline of ${formatCount(workers.length)} workers, ${place}. The table above has the times.`}
        className="mt-3 grid gap-3"
        data-testid="flame"
      >
        {workers.slice(0, WORKERS_MOST).map((_, worker) => (
          // Workers have no name but their number.
          <Track key={threadName(worker, 0)} profile={profile} worker={worker} view={view} />
        ))}
      </div>
      <p className="mt-2 text-xs text-muted" aria-live="polite">
        {place}
        {workers.length > WORKERS_MOST
          ? `; the first ${WORKERS_MOST} of ${workers.length} workers, the files hold all`
          : ""}
      </p>
    </section>
  );
}
