// Alerts over a soak: thresholds from the rules themselves, pauses that freeze `for`, and a replay with the same timeline.
import { expect, test } from "vitest";
import { header, slotAt } from "../fixtures/slots.ts";
import { watchedUntil } from "../recording/watched.ts";
import type { Entry, Slot } from "../slot.ts";
import { thresholdsFor } from "./alert-metrics.ts";
import { publishedRulesText, readRulesText } from "./rules-text.ts";

const rules = `groups:
- name: g
  rules:
  - alert: Late
    expr: late_ops_percent > 5
    for: 4s
`;

const late = (n: number, own: Partial<Slot> = {}): Entry => ({ slot: slotAt(n, { late: 100, ...own }) });
const well = (n: number): Entry => ({ slot: slotAt(n, { late: 0 }) });

function watchedOf(entries: readonly Entry[], text = rules) {
  return watchedUntil({ ...header, rules: text }, entries, Infinity);
}

function timelineOf(entries: readonly Entry[]) {
  return watchedOf(entries).alerts.timeline.entries.map(({ rule, firedAtMs, resolvedAtMs }) => [
    rule,
    firedAtMs,
    resolvedAtMs,
  ]);
}

test("A10: the threshold in a chart is that of the rule, in the figure's own unit, and follows an edit", () => {
  const watched = watchedOf([]);
  expect(thresholdsFor(watched.alerts.rules, "late").map(({ value }) => value)).toEqual([0.05]);
  watched.take({ rules: rules.replace("> 5", "> 20") });
  expect(thresholdsFor(watched.alerts.rules, "late").map(({ value }) => value)).toEqual([0.2]);
  expect(thresholdsFor(watched.alerts.rules, "p95")).toEqual([]);
});

test("A5: an alert that fires and ends is marked on the time axis", () => {
  const { marks } = watchedOf([late(0), late(1), late(2), well(3)]);
  expect(marks.kept.map(({ atMs, kind, text }) => [atMs, kind, text])).toEqual([
    [6_000, "alert", "Late fires: late_ops_percent is 25."],
    [8_000, "alert", "Late has ended."],
  ]);
});

test("A6: a paused load freezes `for`", () => {
  const paused: readonly Entry[] = [
    late(0),
    { mark: { atMs: 2_000, kind: "pause", text: "" } },
    { mark: { atMs: 60_000, kind: "resume", text: "" } },
    late(30),
  ];
  expect(timelineOf(paused)).toEqual([]);
  expect(timelineOf([...paused, late(31)])).toHaveLength(1);
});

test("A7: a replay to any time has the alerts that were live then", () => {
  const entries = [late(0), late(1), late(2), well(3), late(4), late(5), late(6)];
  const live = watchedOf([]);
  for (const [at, entry] of entries.entries()) {
    live.take(entry);
    const replayed = watchedUntil({ ...header, rules }, entries, (at + 1) * 2_000);
    expect(replayed.alerts.timeline.entries).toEqual(live.alerts.timeline.entries);
    expect(replayed.alerts.status).toEqual(live.alerts.status);
  }
  expect(timelineOf(entries)).toEqual([
    ["Late", 6_000, 8_000],
    ["Late", 14_000, null],
  ]);
});

test("B6: what a load cannot have is an error with its reason, and not without data", () => {
  const watched = watchedOf(
    [slotAt(0)].map((slot) => ({ slot })),
    publishedRulesText,
  );
  const states = watched.alerts.status.map(({ rule, state, error }) => [rule.name, state, error]);
  expect(states).toContainEqual([
    "Low Coordination Efficiency",
    "error",
    "Only agents without a rate have it: choose saturated.",
  ]);
  expect(states).toContainEqual(["High Agent Inference Time", "inactive", null]);
});

test("rules are read in either form, with the line and column of a fault, and a text that is too long is refused", () => {
  expect(
    readRulesText('{"alerts": [{"name": "a", "metric": "late_ops_percent", "threshold": 5, "severity": "info"}]}')
      .groups,
  ).toHaveLength(1);
  expect(readRulesText(rules.replace("late_ops_percent > 5", "rate(x[5m]) > 5")).faults[0]).toMatchObject({ line: 5 });
  expect(readRulesText("#".repeat(100_001)).faults[0]?.message).toContain("over 100000 characters");
});
