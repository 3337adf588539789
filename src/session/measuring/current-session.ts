// The one session that measures in this tab, for whoever has to stop it or to wait for its end.
import { create } from "zustand";

export interface CurrentSession {
  /** Who measures, as a sentence begins: "A run on the Benchmark page". */
  readonly who: string;
  /** Ends it at once; what it has finished is kept. */
  readonly stop: () => void;
}

const useCurrent = create<{ readonly session: CurrentSession | null }>(() => ({ session: null }));

/** @returns the session that was begun already, or null where this one is now the one */
export function beginSession(session: CurrentSession): CurrentSession | null {
  const { session: earlier } = useCurrent.getState();
  if (earlier === null) useCurrent.setState({ session });
  return earlier;
}

export function endSession(session: CurrentSession): void {
  if (useCurrent.getState().session === session) useCurrent.setState({ session: null });
}

export function currentSession(): CurrentSession | null {
  return useCurrent.getState().session;
}

/** Calls back when a session begins or ends. */
export function onMeasuringChanged(changed: () => void): void {
  useCurrent.subscribe(changed);
}

/** Ends whatever measures now, at once. What it has finished is kept. */
export function stopMeasuring(): void {
  currentSession()?.stop();
}

/** Whether this tab measures now. */
export function useIsMeasuring(): boolean {
  return useCurrent(({ session }) => session !== null);
}
