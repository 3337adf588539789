// Plays a recording back: speeds, a slider for its time, and a second recording to lay over it.
import { FilePicker } from "../../ui/file-picker.tsx";
import { Button } from "../../ui/button.tsx";
import { layOver, play, seek, SPEEDS } from "../../session/monitor/replay.ts";
import { clockText } from "./figures.ts";

export interface ReplayBarProps {
  readonly atMs: number;
  readonly endMs: number;
  readonly speed: number;
}

/** More than any recording takes. */
export const RECORDING_BYTES_MOST = 200_000_000;

export function ReplayBar({ atMs, endMs, speed }: ReplayBarProps) {
  return (
    <div className="grid gap-2">
      <div className="flex flex-wrap items-center gap-2">
        <div role="group" aria-label="Replay" className="flex flex-wrap gap-1">
          {SPEEDS.map((one) => (
            <Button key={one} aria-pressed={speed === one} onClick={() => play(speed === one ? 0 : one)}>
              {speed === one ? "❚❚" : "▶"} {one}×
            </Button>
          ))}
        </div>
        <FilePicker
          label="Recording to lay over this one"
          accept=".ndjson,application/x-ndjson"
          bytesMost={RECORDING_BYTES_MOST}
          tooLarge="more than any recording takes"
          onFile={async (file) => layOver(await file.text())}
        >
          Lay another over it …
        </FilePicker>
      </div>
      <label className="flex items-center gap-3">
        <span className="text-xs text-muted">Time</span>
        <input
          type="range"
          className="min-w-0 flex-1"
          min={0}
          max={endMs}
          step={1_000}
          value={atMs}
          aria-valuetext={`${clockText(atMs)} of ${clockText(endMs)}`}
          onChange={(event) => seek(Number(event.target.value))}
        />
        <span className="text-xs whitespace-nowrap tabular-nums">
          {clockText(atMs)} of {clockText(endMs)}
        </span>
      </label>
    </div>
  );
}
