// Durations as Prometheus writes them: 1h30m, 500ms, 0.

const UNITS = [
  ["y", 365 * 86_400_000],
  ["w", 7 * 86_400_000],
  ["d", 86_400_000],
  ["h", 3_600_000],
  ["m", 60_000],
  ["s", 1000],
  ["ms", 1],
] as const;

const PATTERN = /^(?:(\d+)y)?(?:(\d+)w)?(?:(\d+)d)?(?:(\d+)h)?(?:(\d+)m)?(?:(\d+)s)?(?:(\d+)ms)?$/;

/** Go counts in nanoseconds of 64 bits: about 292 years. */
const MS_MOST = Math.floor(2 ** 63 / 1e6);

type ReadDuration =
  | { readonly state: "read"; readonly ms: number }
  | { readonly state: "refused"; readonly message: string };

function refused(message: string): ReadDuration {
  return { state: "refused", message };
}

/** Reads a duration: units from y to ms, the longest first, each once and without fraction; `0` alone needs none. */
export function readDuration(text: string): ReadDuration {
  if (text === "0") return { state: "read", ms: 0 };
  if (text === "") return refused("is empty. Write a duration such as 5m.");
  if (/^\d+$/.test(text)) return refused(`is ${text} without a unit. Write ${text}s, ${text}m or another unit.`);
  const found = PATTERN.exec(text);
  if (found === null) {
    return refused(
      `is no duration. Write whole numbers with the units y, w, d, h, m, s, ms, the longest first, such as 1h30m.`,
    );
  }
  const ms = UNITS.reduce((sum, [, length], at) => sum + Number(found[at + 1] ?? "0") * length, 0);
  return ms > MS_MOST ? refused("is longer than 292 years. Write a shorter duration.") : { state: "read", ms };
}

/** The shortest text that Prometheus reads as the same duration. @param ms whole milliseconds, not negative */
export function durationText(ms: number): string {
  if (ms === 0) return "0s";
  let rest = ms;
  let text = "";
  for (const [unit, length] of UNITS) {
    // Weeks and years only where nothing is left over, as Prometheus does: 10d says more than 1w3d.
    if ((unit === "y" || unit === "w") && rest % length !== 0) continue;
    const count = Math.floor(rest / length);
    if (count > 0) text += `${count}${unit}`;
    rest -= count * length;
  }
  return text;
}
