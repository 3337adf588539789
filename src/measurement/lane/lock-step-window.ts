// A window of lock-step rounds: all act and publish, all read what they were sent, then the next round opens.
import { batchOf, type FreeWindow, LATE_MS } from "./free-window.ts";
import { spinUntil } from "./lane-clock.ts";
import type { WindowReport } from "./lane-host.ts";
import type { RoundLink } from "./round-link.ts";

export interface LockStepWindow extends FreeWindow {
  readonly link: RoundLink;
  /** Milliseconds between openings of rounds; null when each opens as soon as the last has finished. */
  readonly periodMs: number | null;
}

/**
 * Rounds until lane 0 sees the window's end. Latency runs from a round's opening (intended opening when paced) to publish.
 * Time is split into fuse (reading messages), transport (writing and carrying rows) and wait (for other lanes).
 */
export async function runLockStep(run: LockStepWindow): Promise<WindowReport> {
  const { group, share, clock, link, latency, service, periodMs, startAtMs } = run;
  const { agents, messageLength, posteriors } = group;
  const endMs = startAtMs + run.durationMs;
  const batch = batchOf(group);
  const turns = Array.from({ length: Math.ceil(agents / batch) }, (_, turn) => {
    const from = turn * batch;
    const to = Math.min(agents, from + batch);
    return { from, to, rows: posteriors.subarray(from * messageLength, to * messageLength) };
  });
  let rounds = 0;
  let messagesRead = 0;
  let lateOps = 0;
  let lagMs = 0;
  let busyMs = 0;
  let fuseMs = 0;
  let transportMs = 0;
  let waitMs = 0;
  let opened = startAtMs;
  if (periodMs === null) spinUntil(clock, startAtMs);
  for (;;) {
    if (periodMs !== null) {
      opened = startAtMs + rounds * periodMs;
      const sleep = clock.sleepUntil(opened);
      if (sleep !== undefined) await sleep;
      spinUntil(clock, opened);
      lagMs = Math.max(lagMs, clock.now() - opened);
    }
    for (const { from, to, rows } of turns) {
      const began = periodMs === null ? 0 : clock.now();
      group.step(from, to);
      const acted = clock.now();
      link.messages.set(rows, (share.firstAgent + from) * messageLength);
      const published = clock.now();
      transportMs += published - acted;
      latency.record(published - opened, to - from);
      if (periodMs === null) continue;
      service.record(published - began, to - from);
      busyMs += published - began;
      if (began - opened >= LATE_MS) lateOps += to - from;
    }
    const published = clock.now();
    const exchange = link.exchange();
    if (exchange !== undefined) await exchange;
    const received = clock.now();
    const carriedMs = link.takeTransportMs();
    transportMs += carriedMs;
    waitMs += received - published - carriedMs;
    messagesRead += group.hear(link.messages);
    const read = clock.now();
    fuseMs += read - received;
    rounds += 1;
    const finish = link.finish(periodMs === null ? read >= endMs : isLastPaced(run, rounds, periodMs, read));
    if (finish !== undefined) await finish;
    opened = clock.now();
    waitMs += opened - read;
    if (link.isLast) break;
  }
  const elapsed = opened - startAtMs;
  const carriedBytes = link.takeCarriedBytes();
  return {
    completedOps: rounds * agents,
    elapsedMs: periodMs === null ? elapsed : Math.max(run.durationMs, elapsed),
    latencyCounts: latency.take(),
    serviceCounts: service.take(),
    lateOps,
    lagMs,
    busyMs,
    overLimits: latency.takeOver(),
    fuseMs,
    transportMs,
    waitMs,
    rounds,
    steppedBy: group.steppedBy,
    messagesRead,
    bytesRead: messagesRead * messageLength * Float64Array.BYTES_PER_ELEMENT,
    // A lane that holds all agents has nobody to carry anything to.
    bytesCarried: agents === run.totalAgents ? 0 : carriedBytes,
  };
}

/** Whether no further round is intended inside the window, or the window is overrun by a period. */
function isLastPaced(run: LockStepWindow, rounds: number, periodMs: number, nowMs: number): boolean {
  return rounds * periodMs >= run.durationMs || nowMs >= run.startAtMs + run.durationMs + periodMs;
}
