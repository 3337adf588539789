// Which worker counts a calibration tries, and how often: estimates need it before anything measures.

/** Windows that a calibration takes for each worker count. */
export const CALIBRATION_WINDOWS = 5;

/** Worker counts to try: all up to 8, then each about a third more than the last up to twice the reported cores, so that large machines calibrate fast. */
export function capacityLadder(hardwareConcurrency: number): number[] {
  const most = Math.max(2, 2 * hardwareConcurrency);
  const ladder = new Set<number>();
  for (let k = 1; k <= most; k = k < 8 ? k + 1 : Math.ceil(k * 1.35)) ladder.add(k);
  ladder.add(hardwareConcurrency).add(most);
  return [...ladder].sort((a, b) => a - b);
}
