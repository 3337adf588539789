// The functions that write a number for people, exactly as Prometheus does.
import { generalFloat } from "../go/go-float.ts";

const LARGER = ["k", "M", "G", "T", "P", "E", "Z", "Y"];
const BINARY = ["ki", "Mi", "Gi", "Ti", "Pi", "Ei", "Zi", "Yi"];
const SMALLER = ["m", "u", "n", "p", "f", "a", "z", "y"];

/** Divides by the base until the value is below it, or there is no larger prefix. */
function reduced(value: number, base: number, prefixes: readonly string[]): string {
  let rest = value;
  let prefix = "";
  for (const next of prefixes) {
    if (Math.abs(rest) < base) break;
    prefix = next;
    rest /= base;
  }
  return `${generalFloat(rest, 4)}${prefix}`;
}

function raised(value: number): string {
  let rest = value;
  let prefix = "";
  for (const next of SMALLER) {
    if (Math.abs(rest) >= 1) break;
    prefix = next;
    rest *= 1000;
  }
  return `${generalFloat(rest, 4)}${prefix}`;
}

/** 1234567 is 1.235M, 0.12 is 120m. */
export function humanize(value: number): string {
  if (value === 0 || !Number.isFinite(value)) return generalFloat(value, 4);
  return Math.abs(value) >= 1 ? reduced(value, 1000, LARGER) : raised(value);
}

/** 1048576 is 1Mi. */
export function humanize1024(value: number): string {
  if (Math.abs(value) <= 1 || !Number.isFinite(value)) return generalFloat(value, 4);
  return reduced(value, 1024, BINARY);
}

/** A share as a percentage: 0.1234567 is 12.35%. */
export function humanizePercentage(value: number): string {
  return `${generalFloat(value * 100, 4)}%`;
}

/** Go's conversion to 64 bits gives the least number for what is too large. */
function wholeSeconds(seconds: number): bigint {
  return seconds >= 2 ** 63 ? -(2n ** 63n) : BigInt(Math.trunc(seconds));
}

/** Seconds: 93784 is 1d 2h 3m 4s, 0.12345 is 123.5ms. */
export function humanizeDuration(value: number): string {
  if (!Number.isFinite(value)) return generalFloat(value, 4);
  if (value === 0) return `${generalFloat(value, 4)}s`;
  if (Math.abs(value) < 1) return `${raised(value)}s`;
  const sign = value < 0 ? "-" : "";
  const whole = wholeSeconds(Math.abs(value));
  const [seconds, minutes, hours, days] = [whole % 60n, (whole / 60n) % 60n, (whole / 3600n) % 24n, whole / 86_400n];
  if (days !== 0n) return `${sign}${days}d ${hours}h ${minutes}m ${seconds}s`;
  if (hours !== 0n) return `${sign}${hours}h ${minutes}m ${seconds}s`;
  if (minutes !== 0n) return `${sign}${minutes}m ${seconds}s`;
  return `${sign}${generalFloat(Math.abs(value), 4)}s`;
}
