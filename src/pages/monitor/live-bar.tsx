// What one can do to a soak while it lasts: freeze the view, pause the load, change it, leave a note, stop.
import { Pause, Play, Snowflake, Square } from "lucide-react";
import { type ReactNode, useState } from "react";
import type { SoakControl } from "../../session/monitor/soak.ts";
import { Button } from "../../ui/button.tsx";
import { formatCounted } from "../../words/format.ts";

export interface LiveBarProps {
  readonly control: SoakControl;
  readonly isPaused: boolean;
  readonly isFrozen: boolean;
  /** Intervals that were measured since the view was frozen. */
  readonly behind: number;
  readonly onFreeze: (isFrozen: boolean) => void;
  /** The button that saves what was recorded so far. */
  readonly saving: ReactNode;
}

const NOTE_MOST = 200;

export function LiveBar({ control, isPaused, isFrozen, behind, onFreeze, saving }: LiveBarProps) {
  const [note, setNote] = useState("");
  return (
    <div className="flex flex-wrap items-center gap-2">
      <Button onClick={control.stop}>
        <Square aria-hidden size={16} /> Stop
      </Button>
      <Button onClick={isPaused ? control.resume : control.pause} aria-pressed={isPaused}>
        {isPaused ? <Play aria-hidden size={16} /> : <Pause aria-hidden size={16} />}
        {isPaused ? "Resume the load" : "Pause the load"}
      </Button>
      <Button onClick={() => onFreeze(!isFrozen)} aria-pressed={isFrozen}>
        <Snowflake aria-hidden size={16} />
        {isFrozen ? "Follow again" : "Freeze the view"}
      </Button>
      {saving}
      {isFrozen ? (
        <span role="status" className="text-xs text-muted">
          Measuring goes on: {formatCounted(behind, "interval")} behind.
        </span>
      ) : null}
      <form
        className="flex min-w-0 gap-2"
        onSubmit={(event) => {
          event.preventDefault();
          if (note.trim() !== "") control.mark("note", note.trim().slice(0, NOTE_MOST));
          setNote("");
        }}
      >
        <input
          aria-label="Note for this moment"
          placeholder="Note for this moment"
          maxLength={NOTE_MOST}
          value={note}
          onChange={(event) => setNote(event.target.value)}
          className="min-h-9 w-52 min-w-0 rounded border border-line-strong bg-panel px-2"
        />
        <Button type="submit">Add note</Button>
      </form>
    </div>
  );
}
