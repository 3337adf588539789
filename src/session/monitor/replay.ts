// Plays a recording back at a multiple of its speed, from any place of it.
import { readRecording, type Recording } from "../../monitor/recording/recording.ts";
import { timeOf, type Watched, watchedUntil } from "../../monitor/recording/watched.ts";
import { setMonitor, useMonitor } from "./monitor-store.ts";

export const SPEEDS = [1, 10, 100] as const;

function endOf({ entries }: Recording): number {
  return entries.reduce((end, entry) => Math.max(end, timeOf(entry) ?? 0), 0);
}

/** Opens a recording at its end, so that all of it is seen at once. */
function openReplay(recording: Recording): void {
  const endMs = endOf(recording);
  setMonitor({
    state: "replay",
    recording,
    other: null,
    watched: watchedUntil(recording.header, recording.entries, endMs),
    atMs: endMs,
    endMs,
    speed: 0,
  });
}

/** @returns why the text is no recording; null where it was opened */
export function openReplayText(text: string): string | null {
  const read = readRecording(text);
  if (read.state === "refused") return read.message;
  openReplay(read.recording);
  return null;
}

/** Lays another recording over the one that is shown. @returns why it could not be; null where it was */
export function layOver(text: string): string | null {
  const read = readRecording(text);
  if (read.state === "refused") return read.message;
  const { monitor } = useMonitor.getState();
  if (monitor.state !== "replay") return "Open the first recording before the second.";
  const { header, entries } = read.recording;
  setMonitor({ ...monitor, other: watchedUntil(header, entries, endOf(read.recording)) });
  return null;
}

/** @param atMs from the start of the soak */
export function seek(atMs: number): void {
  const { monitor } = useMonitor.getState();
  if (monitor.state !== "replay") return;
  const { recording } = monitor;
  const bounded = Math.min(Math.max(0, atMs), monitor.endMs);
  setMonitor({ ...monitor, atMs: bounded, watched: watchedUntil(recording.header, recording.entries, bounded) });
}

/** Goes on from where it stands. Entries that came meanwhile are taken one by one, as they were live. */
function step(elapsedMs: number): void {
  const { monitor } = useMonitor.getState();
  if (monitor.state !== "replay" || monitor.speed === 0) return;
  const atMs = Math.min(monitor.endMs, monitor.atMs + elapsedMs * monitor.speed);
  const watched: Watched = monitor.watched;
  for (const entry of monitor.recording.entries) {
    const time = timeOf(entry) ?? 0;
    if (time > monitor.atMs && time <= atMs) watched.take(entry);
  }
  setMonitor({ ...monitor, atMs, speed: atMs >= monitor.endMs ? 0 : monitor.speed });
}

const STEP_MS = 250;
let timer: ReturnType<typeof setInterval> | null = null;

/** Plays at a speed; 0 stands still. From the end it begins again. */
export function play(speed: number): void {
  const { monitor } = useMonitor.getState();
  if (monitor.state !== "replay") return;
  if (speed > 0 && monitor.atMs >= monitor.endMs) seek(0);
  const now = useMonitor.getState().monitor;
  if (now.state === "replay") setMonitor({ ...now, speed });
  if (timer !== null) clearInterval(timer);
  timer = speed === 0 ? null : setInterval(() => step(STEP_MS), STEP_MS);
}
