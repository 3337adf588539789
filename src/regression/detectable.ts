// The smallest change that a test sees.
import { studentQuantile } from "../statistics/quantiles.ts";

const POWER = 0.8;

/** The factor of the standard error that a test at `level` sees with a power of 80 %. @param df degrees of freedom */
export function detectableErrors(level: number, df: number): number {
  return studentQuantile(1 - level / 2, df) + studentQuantile(POWER, df);
}
