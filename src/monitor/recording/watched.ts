// A soak as it is watched, live or in a replay: both take the same entries and come to the same figures.
import { History } from "../history.ts";
import { SoakAlerts } from "../alerting/soak-alerts.ts";
import { formatMeasured } from "../../words/format.ts";
import { type Marks, noMarks, withMark } from "../marks.ts";
import type { RecordingHeader } from "./recording.ts";
import type { Entry, Mark, Slot } from "../slot.ts";

export class Watched {
  readonly header: RecordingHeader;
  readonly history: History;
  readonly alerts: SoakAlerts;
  #marks: Marks = noMarks;
  #slots = 0;

  constructor(header: RecordingHeader) {
    this.header = header;
    this.history = new History(header.basis);
    this.alerts = new SoakAlerts(header.rules);
  }

  get marks(): Marks {
    return this.#marks;
  }

  get slots(): number {
    return this.#slots;
  }

  /** @returns alerts that fired or ended by it */
  take(entry: Entry): readonly Mark[] {
    if ("rules" in entry) {
      this.alerts.replace(entry.rules);
      return [];
    }
    if ("mark" in entry) {
      const { atMs, kind } = entry.mark;
      if (kind === "pause") this.alerts.pause(atMs);
      if (kind === "resume") this.alerts.resume(atMs);
      this.#marks = withMark(this.#marks, entry.mark);
      return [];
    }
    this.#slots += 1;
    const values = this.history.push(entry.slot);
    const told = alertMarks(entry.slot, this.alerts.take(entry.slot, values), this.alerts);
    for (const mark of told) this.#marks = withMark(this.#marks, mark);
    return told;
  }
}

/** Firing alerts and their ends as marks. What is pending is no news yet. */
function alertMarks(slot: Slot, changes: ReturnType<SoakAlerts["take"]>, alerts: SoakAlerts): readonly Mark[] {
  const atMs = slot.atMs + slot.durationMs;
  return changes.flatMap(({ rule, to, from }): readonly Mark[] => {
    if (to === "firing") {
      const value = alerts.valueOf(rule);
      const metric = rule.condition.selector.metric;
      const is = value === null ? "" : `: ${metric} is ${formatMeasured(value)}`;
      return [{ atMs, kind: "alert", text: `${rule.name} fires${is}.` }];
    }
    const hasEnded = to === "inactive" && (from === "firing" || from === "recovering");
    return hasEnded ? [{ atMs, kind: "alert", text: `${rule.name} has ended.` }] : [];
  });
}

/** When an entry happened, ms from the start of the soak: a slot when it ended; null where it has no time of its own. */
export function timeOf(entry: Entry): number | null {
  if ("slot" in entry) return entry.slot.atMs + entry.slot.durationMs;
  return "mark" in entry ? entry.mark.atMs : null;
}

/** The state at a time of a recording. @param untilMs from the start of the soak; what ended later is left out */
export function watchedUntil(header: RecordingHeader, entries: readonly Entry[], untilMs: number): Watched {
  const watched = new Watched(header);
  for (const entry of entries) {
    // Rules hold for what comes behind them.
    if ((timeOf(entry) ?? 0) <= untilMs) watched.take(entry);
  }
  return watched;
}
