// Draws between windows: seldom, and never while something is measured.

/** The page draws at most so often during a run. */
const PERIOD_MS = 500;

export interface DrawingPage {
  /** Milliseconds, any origin. */
  readonly nowMs: () => number;
  /** Resolves once what changed is drawn. */
  readonly untilDrawn: () => Promise<void>;
}

/** @returns a function that draws and waits until it is drawn, unless it has done so within the last half second; never throws */
export function drawingSeldom(page: DrawingPage, draw: () => void): () => Promise<void> {
  let drawnAtMs = Number.NEGATIVE_INFINITY;
  return async () => {
    const nowMs = page.nowMs();
    if (nowMs - drawnAtMs < PERIOD_MS) return;
    drawnAtMs = nowMs;
    try {
      draw();
      await page.untilDrawn();
    } catch {
      // What cannot be drawn is measured all the same.
    }
  };
}
