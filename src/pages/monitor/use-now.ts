// The time since the start of what is watched, as tiles need it to tell how old they are.
import { useEffect, useState } from "react";

const EVERY_MS = 1_000;

/** @param startedMs on the page's clock; null where time stands still */
export function useSince(startedMs: number | null): number {
  const [nowMs, setNowMs] = useState(() => performance.now());
  useEffect(() => {
    if (startedMs === null) return;
    const timer = setInterval(() => setNowMs(performance.now()), EVERY_MS);
    return () => clearInterval(timer);
  }, [startedMs]);
  return startedMs === null ? 0 : Math.max(0, nowMs - startedMs);
}
