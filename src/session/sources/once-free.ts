// Waits until no tab measures: the lock of a tab that was closed or crashed is given back a moment later.

const LOOK_EVERY_MS = 250;
/** A lock that is held for longer is that of a tab that measures: its draft is not left behind. */
const WAIT_MOST_MS = 10_000;

/**
 * @param isMeasured whether some tab measures now
 * @param take takes in what closed tabs left unfinished
 * @returns what was taken in; nothing where a tab goes on measuring
 */
export async function onceFree<Taken>(
  isMeasured: () => Promise<boolean>,
  take: () => Promise<readonly Taken[]>,
  wait: (durationMs: number) => Promise<void>,
): Promise<readonly Taken[]> {
  for (let waitedMs = 0; waitedMs < WAIT_MOST_MS; waitedMs += LOOK_EVERY_MS) {
    await wait(LOOK_EVERY_MS);
    if (!(await isMeasured())) return take();
  }
  return [];
}
