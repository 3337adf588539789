// Parallel capacity by an independent kernel, plain arithmetic in first-level cache without messages: how fast a core is, and how long something else had it.
import { type LaneClock, spinUntil, timerStepUs } from "./lane-clock.ts";

const SIZE = 32;

/**
 * A kernel with an instruction mix like inference: a 32×32 matrix times a vector, normalised, with one logarithm.
 * @returns a function that does one iteration and returns a number to keep the work alive
 */
export function createCalibrationKernel(): () => number {
  const matrix = Float64Array.from({ length: SIZE * SIZE }, (_, i) => 1 + ((i * 7919) % 101) / 101);
  const vector = new Float64Array(SIZE).fill(1 / SIZE);
  const product = new Float64Array(SIZE);
  return () => {
    let sum = 0;
    for (let row = 0; row < SIZE; row += 1) {
      let dot = 0;
      for (let column = 0; column < SIZE; column += 1)
        dot += (matrix[row * SIZE + column] ?? 0) * (vector[column] ?? 0);
      product[row] = dot;
      sum += dot;
    }
    for (let row = 0; row < SIZE; row += 1) vector[row] = (product[row] ?? 0) / sum;
    return Math.log(sum);
  };
}

/** A calibrating lane looks at the clock some 20 µs after it last did. A longer gap means that something else had its core. */
const STOLEN_GAP_MS = 0.5;

/** Runs of the kernel between two looks at the clock. */
const BETWEEN_LOOKS = 16;

export interface CalibrationWindow {
  /** On the clock of the lane. */
  readonly startAtMs: number;
  readonly durationMs: number;
}

/**
 * @param kernel one iteration; what it returns is summed, so that it cannot be left out
 * @throws where the kernel returned something else than finite numbers
 */
export function runCalibration(clock: LaneClock, kernel: () => number, { startAtMs, durationMs }: CalibrationWindow) {
  const step = timerStepUs(clock);
  const endMs = startAtMs + durationMs;
  let iterations = 0;
  let kept = 0;
  let stolenMs = 0;
  spinUntil(clock, startAtMs);
  let seenMs = startAtMs;
  for (let nowMs = clock.now(); nowMs < endMs; nowMs = clock.now()) {
    if (nowMs - seenMs > STOLEN_GAP_MS) stolenMs += nowMs - seenMs;
    seenMs = nowMs;
    for (let i = 0; i < BETWEEN_LOOKS; i += 1) kept += kernel();
    iterations += BETWEEN_LOOKS;
  }
  if (endMs - seenMs > STOLEN_GAP_MS) stolenMs += endMs - seenMs;
  if (!Number.isFinite(kept)) throw new Error("The calibration kernel lost its numbers.");
  return { iterations, timerStepUs: step, stolenMs };
}
