// One alert of a rule: when it began, fired and ended, and how a further evaluation moves it.
import type { Labels } from "../grammar/labels.ts";
import type { SeriesId } from "./sample-store.ts";

/** `recovering`: still firing, while `keep_firing_for` lasts. */
export type AlertState = "inactive" | "pending" | "firing" | "recovering";

/** All times are evaluation times in ms. */
export interface ActiveAlert {
  readonly key: string;
  /** With the rule's labels and alertname. */
  readonly labels: Labels;
  /** Labels of the series, for templates. */
  seriesLabels: Labels;
  /** The series that it was last seen in; null for absent(…). */
  series: SeriesId | null;
  /** Of the last evaluation that had it. */
  value: number;
  state: AlertState;
  /** The last evaluation that had it. */
  seenAtMs: number;
  readonly activeAtMs: number;
  firedAtMs: number | null;
  resolvedAtMs: number | null;
  /** The first evaluation without it, since when keep_firing_for runs. */
  keepFiringSinceMs: number | null;
  /** Since when it is held without data; null while it has some. */
  heldSinceMs: number | null;
  /** How long it was held, which counts neither for `for` nor for keep_firing_for. */
  heldMs: number;
  /** The state that was last told as a change. */
  told: AlertState;
}

export function isActive({ state }: ActiveAlert): boolean {
  return state !== "inactive";
}

/** Whether Prometheus calls it firing. */
export function isFiring({ state }: ActiveAlert): boolean {
  return state === "firing" || state === "recovering";
}

/** Ends the time without data. */
function release(alert: ActiveAlert, atMs: number): void {
  if (alert.heldSinceMs === null) return;
  const gap = atMs - alert.heldSinceMs;
  alert.heldMs += gap;
  if (alert.keepFiringSinceMs !== null) alert.keepFiringSinceMs += gap;
  alert.heldSinceMs = null;
}

/** Pending that is old enough fires. Firing that is too young, because `for` grew, waits again. */
function judgeAge(alert: ActiveAlert, atMs: number, forMs: number): void {
  const age = atMs - alert.activeAtMs - alert.heldMs;
  if (alert.state === "pending" && age >= forMs) {
    alert.state = "firing";
    alert.firedAtMs = atMs;
  }
  if (isFiring(alert) && age < forMs) {
    alert.state = "pending";
    alert.firedAtMs = null;
    alert.keepFiringSinceMs = null;
  }
}

/** The condition holds. */
export function seen(alert: ActiveAlert, atMs: number, forMs: number): void {
  release(alert, atMs);
  alert.seenAtMs = atMs;
  alert.keepFiringSinceMs = null;
  if (alert.state === "recovering") alert.state = "firing";
  judgeAge(alert, atMs, forMs);
}

/** The condition does not hold. @returns false where nothing of the alert is left: pending goes without trace */
export function missed(alert: ActiveAlert, atMs: number, forMs: number, keepFiringForMs: number): boolean {
  release(alert, atMs);
  switch (alert.state) {
    case "pending":
      return false;
    case "inactive":
      return true;
    case "firing":
    case "recovering": {
      if (keepFiringForMs > 0) {
        alert.keepFiringSinceMs ??= atMs;
        if (atMs - alert.keepFiringSinceMs < keepFiringForMs) {
          alert.state = "recovering";
          judgeAge(alert, atMs, forMs);
          return true;
        }
      }
      alert.state = "inactive";
      alert.resolvedAtMs = atMs;
      return true;
    }
  }
}
