// Watches one episode of a scenario: a small grid with who stands where, played, stepped, or begun again. Nothing is measured meanwhile.
import { Pause, Play, RotateCcw, StepForward } from "lucide-react";
import { useEffect, useState } from "react";
import type { Watch, Watched, WatchedFrame } from "../../../scenarios/contract/watch.ts";
import { useIsMeasuring } from "../../../session/measuring/current-session.ts";
import { Button } from "../../../ui/button.tsx";
import { ChoiceField } from "../../../ui/field.tsx";
import { WatchGrid, WatchLegend } from "./watch-grid.tsx";

/** Rounds a second. */
const SPEEDS = ["1", "3", "8"] as const;

/** Of larger teams one sees less. */
const SEEN_BEST = 6;

export interface WatchPanelProps {
  readonly watch: Watch;
}

/** Folded until somebody wants to see it, so that nothing of it loads before. */
export function WatchPanel({ watch }: WatchPanelProps) {
  const [isOpen, setIsOpen] = useState(false);
  const isMeasuring = useIsMeasuring();
  return (
    <details
      className="rounded border bg-panel p-4 print:hidden"
      open={isOpen}
      onToggle={(event) => setIsOpen(event.currentTarget.open)}
    >
      <summary className="font-semibold">{watch.title}</summary>
      <p className="mt-2 max-w-3xl text-sm text-muted">{watch.help}</p>
      {!isOpen ? null : isMeasuring ? (
        <p className="mt-3 text-sm">It waits until the measurement in this tab has ended.</p>
      ) : (
        <Player watch={watch} />
      )}
    </details>
  );
}

function Player({ watch }: WatchPanelProps) {
  const [choice, setChoice] = useState(watch.choices[0]?.name ?? "");
  const [at, setAt] = useState(watch.points.findLast((point) => point <= SEEN_BEST) ?? watch.points[0] ?? 1);
  const [seed, setSeed] = useState(1);
  const points = watch.points.map((point) => ({ value: String(point), label: String(point) }));
  return (
    <>
      <div className="mt-3 grid max-w-sm grid-cols-2 gap-3">
        <ChoiceField
          label="Team"
          value={choice}
          options={watch.choices.map(({ name, label }) => ({ value: name, label }))}
          onChange={setChoice}
        />
        <ChoiceField label="Agents" value={String(at)} options={points} onChange={(text) => setAt(Number(text))} />
      </div>
      <EpisodePlayer
        key={`${choice} ${at} ${seed}`}
        watch={watch}
        start={() => watch.start(choice, at, seed)}
        onNew={() => setSeed(seed + 1)}
      />
    </>
  );
}

interface EpisodePlayerProps extends WatchPanelProps {
  readonly start: () => Promise<Watched>;
  readonly onNew: () => void;
}

/** One episode from its start; another one is another component. */
function EpisodePlayer({ watch, start, onNew }: EpisodePlayerProps) {
  const [watched, setWatched] = useState<Watched | "loading" | "not-fetched">("loading");
  const [frame, setFrame] = useState<WatchedFrame | null>(null);
  const [isPlaying, setIsPlaying] = useState(false);
  const [speed, setSpeed] = useState<(typeof SPEEDS)[number]>(SPEEDS[1]);
  const [begin] = useState(() => start);

  useEffect(() => {
    let isCurrent = true;
    begin().then(
      (begun) => {
        if (!isCurrent) return;
        setWatched(begun);
        setFrame(begun.next());
      },
      () => {
        if (isCurrent) setWatched("not-fetched");
      },
    );
    return () => {
      isCurrent = false;
    };
  }, [begin]);

  const isOver = frame?.isOver ?? false;
  const isRunning = isPlaying && !isOver;
  useEffect(() => {
    if (!isRunning || typeof watched === "string") return undefined;
    const timer = setInterval(() => setFrame(watched.next()), 1_000 / Number(speed));
    return () => clearInterval(timer);
  }, [isRunning, watched, speed]);

  if (watched === "not-fetched") {
    return (
      <p role="alert" className="mt-3 text-sm text-warn">
        What plays it could not be fetched. Check the network, fold this, and open it again.
      </p>
    );
  }
  const canStep = watched !== "loading" && !isOver;
  return (
    <div className="mt-3 grid gap-4 sm:grid-cols-[auto_minmax(0,1fr)]">
      {watched === "loading" || frame === null ? (
        <div className="size-72 max-w-full" />
      ) : (
        <WatchGrid side={watched.side} frame={frame} kinds={watch.kinds} />
      )}
      <div className="grid content-start gap-3">
        <div className="flex flex-wrap items-end gap-2">
          <Button tone="primary" className="min-w-24" disabled={!canStep} onClick={() => setIsPlaying(!isPlaying)}>
            {isRunning ? <Pause aria-hidden size={14} /> : <Play aria-hidden size={14} />}
            {isRunning ? "Pause" : "Play"}
          </Button>
          <Button
            disabled={!canStep || isRunning}
            onClick={() => (watched === "loading" ? undefined : setFrame(watched.next()))}
          >
            <StepForward aria-hidden size={14} /> Step
          </Button>
          <Button onClick={onNew}>
            <RotateCcw aria-hidden size={14} /> New target
          </Button>
          <div className="w-36">
            <ChoiceField
              label="Speed"
              value={speed}
              options={SPEEDS.map((value) => ({ value, label: `${value} a second` }))}
              onChange={setSpeed}
            />
          </div>
        </div>
        <p role="status" aria-live={isRunning ? "off" : "polite"} className="text-sm" data-testid="watched">
          {frame?.text ?? "Loading …"}
        </p>
        <WatchLegend kinds={watch.kinds} />
      </div>
    </div>
  );
}
