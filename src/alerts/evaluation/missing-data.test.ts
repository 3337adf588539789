// What a rule does without data: the three verdicts of B5, and what cannot be measured apart from them.
import { expect, test } from "vitest";
import { benchOf, ruleOf } from "./fixtures/bench.ts";

test("B5: resolve ends an alert without data, as Prometheus does", () => {
  const bench = benchOf([ruleOf("alert: a, expr: m > 0", "resolve")]);
  bench.put(0, 1);
  bench.at(0);
  bench.end();
  expect(bench.at(1)).toEqual(["no data"]);
  expect(bench.alerts()).toMatchObject([{ state: "inactive", resolvedAtMs: 1000 }]);
});

test("B5: keep holds alerts without data, shows it, and does not count the time for `for` or keep_firing_for", () => {
  const bench = benchOf([ruleOf("alert: a, expr: m > 0, for: 3s, keep_firing_for: 2s", "keep")]);
  bench.put(0, 1);
  bench.at(0);
  bench.put(1, 1);
  bench.at(1);
  bench.end();
  for (let second = 2; second <= 9; second += 1) expect(bench.at(second)).toEqual(["no data"]);
  expect(bench.alerts()).toMatchObject([{ state: "pending", heldSinceMs: 2000, activeAtMs: 0 }]);
  bench.put(10, 1);
  expect(bench.at(10)).toEqual(["pending"]);
  bench.put(11, 1);
  expect(bench.at(11)).toEqual(["firing"]);
  bench.put(12, 0);
  expect(bench.at(12)).toEqual(["recovering"]);
  bench.end();
  expect([bench.at(13), bench.at(30)].flat()).toEqual(["no data", "no data"]);
  bench.put(31, 0);
  expect([bench.at(31), bench.at(32)].flat()).toEqual(["recovering", "inactive"]);
});

test("B5: keep holds only the series that went; the other goes on", () => {
  const bench = benchOf([ruleOf("alert: a, expr: m > 0", "keep")]);
  bench.put(0, 1, { job: "a" });
  bench.put(0, 1, { job: "b" });
  bench.at(0);
  bench.end({ job: "a" });
  bench.put(1, 0, { job: "b" });
  expect(bench.at(1)).toEqual(["no data"]);
  expect(bench.alerts().map(({ state, heldSinceMs }) => [state, heldSinceMs])).toEqual([
    ["firing", 1000],
    ["inactive", null],
  ]);
});

test("B5: alert has an alert of its own while data are missing, with the same `for`", () => {
  const bench = benchOf([ruleOf("alert: a, expr: 'm{job=\"x\"} > 0', for: 1s, labels: { severity: page }", "alert")]);
  bench.put(0, 1, { job: "x" });
  expect(bench.at(0)).toEqual(["pending", "inactive"]);
  bench.put(1, 1, { job: "x" });
  expect(bench.at(1)).toEqual(["firing", "inactive"]);
  bench.end({ job: "x" });
  expect([bench.at(2), bench.at(3)]).toEqual([
    ["no data", "pending"],
    ["no data", "firing"],
  ]);
  expect(bench.alerts().map(({ labels }) => Object.fromEntries(labels))).toContainEqual({
    alertname: "a (no data)",
    job: "x",
    severity: "page",
  });
});

test("B6: a metric that cannot be measured is an error, apart from no data, and changes no alert", () => {
  const bench = benchOf([ruleOf("alert: a, expr: m > 0")]);
  expect(bench.evaluator.status()[0]?.state).toBe("unknown");
  expect(bench.at(0)).toEqual(["no data"]);
  bench.put(1, 1);
  bench.at(1);
  bench.end();
  expect(bench.at(2, new Map([["m", "This browser does not measure it."]]))).toEqual(["error"]);
  expect(bench.evaluator.status()[0]).toMatchObject({
    error: "This browser does not measure it.",
    alerts: [{ state: "firing" }],
  });
});
