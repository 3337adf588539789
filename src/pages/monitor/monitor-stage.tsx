// What the Monitor page shows beside the load: nothing yet, a soak that lasts or has ended, or a replay.
import { useDeferredValue, useState } from "react";
import { shownTime } from "../../monitor/tile.ts";
import type { Load } from "../../scenarios/soak/load.ts";
import { type MonitorState, useMonitor } from "../../session/monitor/monitor-store.ts";
import { soakControl, soakRecording } from "../../session/monitor/soak-session.ts";
import { Button } from "../../ui/button.tsx";
import { download } from "../../ui/download.tsx";
import { LiveBar } from "./live-bar.tsx";
import { ReplayBar } from "./replay-bar.tsx";
import { useSince } from "./use-now.ts";
import { WatchedView } from "./watched-view.tsx";

async function saveRecording(id: string): Promise<void> {
  const text = await soakRecording();
  if (text !== null) download(`headroom-soak-${id}.ndjson`, new Blob([text], { type: "application/x-ndjson" }));
}

function SaveRecording({ id }: { readonly id: string }) {
  return <Button onClick={() => void saveRecording(id)}>Save recording</Button>;
}

type Live = Extract<MonitorState, { readonly state: "live" }>;

interface Frozen {
  readonly revision: number;
  readonly slots: number;
  readonly nowMs: number;
}

function LiveStage({
  monitor,
  load,
  revision,
}: {
  readonly monitor: Live;
  readonly load: Load;
  readonly revision: number;
}) {
  const { watched, startedMs, isPaused, kept } = monitor;
  const [frozen, setFrozen] = useState<Frozen | null>(null);
  const nowMs = shownTime(watched.history, useSince(startedMs));
  // A click is answered before what it changes is drawn.
  const shownRevision = useDeferredValue(frozen?.revision ?? revision);
  const shownMs = useDeferredValue(frozen?.nowMs ?? nowMs);
  const control = soakControl();
  const isChanged = JSON.stringify(load) !== JSON.stringify(monitor.load);
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] content-start gap-4">
      {control === null ? null : (
        <LiveBar
          saving={<SaveRecording id={watched.header.id} />}
          control={control}
          isPaused={isPaused}
          isFrozen={frozen !== null}
          behind={frozen === null ? 0 : watched.slots - frozen.slots}
          onFreeze={(isFrozen) => setFrozen(isFrozen ? { revision, slots: watched.slots, nowMs } : null)}
        />
      )}
      <div className="flex flex-wrap items-center gap-2 empty:hidden">
        {isChanged && control !== null ? (
          <Button tone="primary" onClick={() => control.change(load)}>
            Apply the changed load
          </Button>
        ) : null}
      </div>
      {isPaused ? (
        <p role="status" className="text-warn">
          ❚❚ The load is paused: nothing is measured, and the charts have a gap.
        </p>
      ) : null}
      {kept.state === "kept" ? null : (
        <p role="alert" className="rounded border border-warn bg-panel p-3">
          ▲ {kept.reason}
        </p>
      )}
      <WatchedView watched={watched} other={null} revision={shownRevision} nowMs={shownMs} />
    </div>
  );
}

export function MonitorStage({ load }: { readonly load: Load }) {
  const { monitor, revision } = useMonitor();
  switch (monitor.state) {
    case "idle":
      return (
        <p className="grid min-h-60 place-items-center rounded border border-dashed text-center text-muted">
          Each interval adds to tiles and charts here.
        </p>
      );
    case "beginning":
      return (
        <p role="status" className="grid min-h-60 place-items-center text-muted">
          Calibrating: how many cores really work at once, and how fast one agent is alone …
        </p>
      );
    case "live":
      return <LiveStage monitor={monitor} load={load} revision={revision} />;
    case "ended": {
      const { watched, note, kept } = monitor;
      const endMs =
        watched.history.last === null ? 0 : watched.history.last.slot.atMs + watched.history.last.slot.durationMs;
      return (
        <div className="grid grid-cols-[minmax(0,1fr)] content-start gap-4">
          <p role="status">
            {note} {kept.state === "kept" ? "Its recording is kept in this browser." : kept.reason}
          </p>
          <div className="flex gap-2">
            <SaveRecording id={watched.header.id} />
          </div>
          <WatchedView watched={watched} other={null} revision={revision} nowMs={endMs} />
        </div>
      );
    }
    case "replay": {
      const { recording, watched, other, atMs, endMs, speed } = monitor;
      return (
        <div className="grid grid-cols-[minmax(0,1fr)] content-start gap-4">
          <ReplayBar atMs={atMs} endMs={endMs} speed={speed} />
          {recording.remarks.map((remark) => (
            <p key={remark} role="note">
              ▲ {remark}
            </p>
          ))}
          {other === null ? null : <p className="text-muted">Laid over, in thin lines: {other.header.title}.</p>}
          <WatchedView watched={watched} other={other} revision={revision} nowMs={atMs} />
        </div>
      );
    }
  }
}
