// What a profile says in one sentence: where most of the time goes, and what the operation that was asked for takes.
import { formatPercent } from "../words/format.ts";
import { formatTime } from "../words/time-text.ts";
import { componentOf } from "./components.ts";
import type { ProfileRecord } from "./format-1.ts";
import { phaseWords } from "./phase-words.ts";
import type { ProfileRow } from "./profile-table.ts";

/** "Choosing a plan takes 71% of an op: 9.1 µs of 12.8 µs." and what the operation takes where it is more than that. */
export function profileSentence({ settings, opUs }: ProfileRecord, rows: readonly ProfileRow[]): string {
  const phases = rows.filter(({ id }) => id !== "rest");
  const most = phases.reduce<ProfileRow | null>(
    (best, row) => (best === null || row.share > best.share ? row : best),
    null,
  );
  if (most === null || most.id === "rest") return "No phase was measured.";
  const whole = phases.some(({ isWaiting }) => isWaiting) ? "a worker's time" : "an op";
  const first = `${phaseWords[most.id].doing} takes ${formatPercent(most.share)} of ${whole}: ${formatTime(most.perOpUs, "µs")} of ${formatTime(opUs, "µs")}.`;
  const component = componentOf(String(settings["component"] ?? ""));
  const own = component === null ? [] : phases.filter(({ id }) => component.phases.some((phase) => phase === id));
  if (component === null || own.length === 0 || (own.length === 1 && own[0]?.id === most.id)) return first;
  const share = own.reduce((sum, row) => sum + row.share, 0);
  const isAll = own.length > 1 ? " altogether" : "";
  return `${first} ${component.doing}${isAll} takes ${formatPercent(share)}.`;
}

/** "Probes make an op 38% slower (37 to 40%): the table is without them." @returns what probes did, with its interval */
export function probesSentence({ probes }: ProfileRecord): string {
  const { change, interval, pairs } = probes;
  const range =
    interval === null
      ? ""
      : ` (${formatPercent(interval.low)} to ${formatPercent(interval.high)}${interval.kind === "range" ? ", the range" : ""})`;
  const what =
    change >= 0
      ? `Probes made an op ${formatPercent(change)} slower`
      : `With probes an op was ${formatPercent(-change)} faster`;
  const of = pairs === 1 ? "1 pair" : `${pairs} pairs`;
  return `${what}${range}, from ${of} of blocks with and without them in turn. The table is of the blocks without.`;
}
