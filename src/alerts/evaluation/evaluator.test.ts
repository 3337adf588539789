// Rules over time: Prometheus' semantics second by second, and what Headroom adds: states and the timeline.
import { containing } from "../fixtures/texts.ts";
import { expect, test } from "vitest";
import { benchOf, ruleOf } from "./fixtures/bench.ts";

/** Values by the second from 0 on; null puts none. @returns the state after each evaluation */
function run(rule: ReturnType<typeof ruleOf>, values: readonly (number | null)[]): string {
  const bench = benchOf([rule]);
  return values
    .map((value, second) => {
      if (value === null) bench.end();
      else bench.put(second, value);
      const [state = ""] = bench.at(second);
      return state === "no data" ? "n" : state.charAt(0);
    })
    .join("");
}

test("B6: true from second 4 to 12, for 5 s, kept firing 3 s: pending 4 to 8, firing 9 to 12, recovering 13 to 15, gone at 16", () => {
  const values = Array.from({ length: 18 }, (_, second) => (second >= 4 && second <= 12 ? 1 : 0));
  expect(run(ruleOf("alert: a, expr: m > 0, for: 5s, keep_firing_for: 3s"), values)).toBe("iiiipppppffffrrrii");
});

test("without `for` an alert fires at once; pending that goes leaves nothing, and begins again", () => {
  expect(run(ruleOf("alert: a, expr: m > 0"), [0, 1, 1, 0, 1])).toBe("iffif");
  expect(run(ruleOf("alert: a, expr: m > 0, for: 2s"), [1, 1, 0, 1, 1, 1])).toBe("ppippf");
});

test("`for` below the interval fires at the second evaluation, not between", () => {
  const bench = benchOf([ruleOf("alert: a, expr: m > 0, for: 500ms")]);
  bench.put(0, 1);
  expect(bench.at(0)).toEqual(["pending"]);
  expect(bench.at(10)).toEqual(["firing"]);
});

test("back within keep_firing_for it goes on firing since the same time", () => {
  const bench = benchOf([ruleOf("alert: a, expr: m > 0, keep_firing_for: 3s")]);
  const states = [1, 0, 0, 1, 0, 0, 0, 0].map((value, second) => {
    bench.put(second, value);
    return bench.at(second)[0];
  });
  expect(states).toEqual([
    "firing",
    "recovering",
    "recovering",
    "firing",
    "recovering",
    "recovering",
    "recovering",
    "inactive",
  ]);
  expect(bench.evaluator.timeline.entries).toMatchObject([{ activeAtMs: 0, firedAtMs: 0, resolvedAtMs: 7000 }]);
});

test("NaN is different from everything, and in no order", () => {
  expect(run(ruleOf("alert: a, expr: m != 5"), [5, NaN, 5])).toBe("ifi");
  expect(run(ruleOf("alert: a, expr: m >= 0"), [NaN, 1])).toBe("if");
  expect(run(ruleOf("alert: a, expr: absent(m)"), [NaN, null])).toBe("if");
});

test("a sample counts for five minutes, and a stale marker ends it at once", () => {
  const bench = benchOf([ruleOf("alert: a, expr: m > 0")]);
  bench.put(0, 1);
  expect([bench.at(0), bench.at(299), bench.at(300)].flat()).toEqual(["firing", "firing", "no data"]);
  bench.put(301, 1);
  expect(bench.at(301)).toEqual(["firing"]);
  bench.end();
  expect(bench.at(302)).toEqual(["no data"]);
});

test("absent has the labels that are asked for once, in the order in which Prometheus writes the matchers", () => {
  const labels = ["{job='a',i='1'}", "{job='a',job!~'b'}", "{job='a',job=~'a|b'}", "{job='a',job='b'}"].map(
    (matchers) => {
      const bench = benchOf([ruleOf(`alert: a, expr: "absent(n${matchers})"`)]);
      bench.at(0);
      return Object.fromEntries(bench.alerts()[0]?.labels ?? []);
    },
  );
  expect(labels).toEqual([
    { alertname: "a", job: "a", i: "1" },
    { alertname: "a", job: "a" },
    { alertname: "a" },
    { alertname: "a" },
  ]);
});

test("one alert for each series, with the rule's labels over the series' own", () => {
  const bench = benchOf([
    ruleOf(
      "alert: a, expr: m > 0, labels: { severity: page, job: 'x{{ $labels.job }}', gone: '' }, annotations: { s: '{{ $value }}' }",
    ),
  ]);
  bench.put(0, 7, { job: "a", gone: "b" });
  bench.put(0, 8, { job: "b" });
  bench.at(0);
  expect(
    bench.alerts().map(({ labels, annotations }) => [Object.fromEntries(labels), Object.fromEntries(annotations)]),
  ).toEqual([
    [{ alertname: "a", job: "xa", severity: "page" }, { s: "7" }],
    [{ alertname: "a", job: "xb", severity: "page" }, { s: "8" }],
  ]);
});

test("the value in a label makes a new alert each time, so that `for` is never met", () => {
  const bench = benchOf([ruleOf("alert: a, expr: m > 0, for: 2s, labels: { v: '{{ $value }}' }")]);
  for (let second = 0; second < 6; second += 1) {
    bench.put(second, second + 1);
    expect(bench.at(second)).toEqual(["pending"]);
  }
});

test("two series that give one alert are an error, and all alerts stay as they were", () => {
  const bench = benchOf([ruleOf("alert: a, expr: m > 0, labels: { job: '' }")]);
  bench.put(0, 1, { job: "a" });
  expect(bench.at(0)).toEqual(["firing"]);
  bench.put(1, 1, { job: "b" });
  expect(bench.at(1)).toEqual(["error"]);
  expect(bench.evaluator.status()[0]).toMatchObject({
    error: containing("same labels"),
    alerts: [{ state: "firing" }],
  });
  bench.put(2, 0, { job: "b" });
  expect(bench.at(2)).toEqual(["firing"]);
});

test("more alerts than the group allows are an error, and end all of them", () => {
  const bench = benchOf([ruleOf("alert: a, expr: m > 0")], { limit: 1 });
  bench.put(0, 1, { job: "a" });
  expect(bench.at(0)).toEqual(["firing"]);
  bench.put(1, 1, { job: "b" });
  expect(bench.at(1)).toEqual(["error"]);
  expect(bench.alerts()).toEqual([]);
  expect(bench.evaluator.timeline.entries).toMatchObject([{ firedAtMs: 0, resolvedAtMs: 1000 }]);
});

test("a `for` that grows makes a firing alert wait again; a rule that goes ends its alerts", () => {
  const bench = benchOf([ruleOf("alert: a, expr: m > 0, for: 2s")]);
  const states = [0, 1, 2].map((second) => {
    bench.put(second, 1);
    return bench.at(second)[0];
  });
  expect(states).toEqual(["pending", "pending", "firing"]);
  bench.replace([ruleOf("alert: a, expr: m > 0, for: 5s")]);
  expect([bench.at(3), bench.at(4), bench.at(5)].flat()).toEqual(["pending", "pending", "firing"]);
  expect(bench.evaluator.timeline.entries).toMatchObject([
    { activeAtMs: 0, firedAtMs: 2000, resolvedAtMs: 3000 },
    { activeAtMs: 0, firedAtMs: 5000, resolvedAtMs: null },
  ]);
  bench.replace([ruleOf("alert: b, expr: m > 1")]);
  expect(bench.at(6)).toEqual(["inactive"]);
  expect(bench.evaluator.timeline.entries.at(-1)).toMatchObject({ resolvedAtMs: 6000 });
});

test("what changed is told once; pending that goes leaves no trace in the timeline", () => {
  const bench = benchOf([ruleOf("alert: a, expr: m > 0, for: 1s, keep_firing_for: 1s")]);
  const told = [1, 0, 1, 1, 1, 0, 0].map((value, second) => {
    bench.put(second, value);
    return bench.evaluator.evaluate(second * 1000).map(({ from, to }) => `${from} > ${to}`);
  });
  expect(told).toEqual([
    ["inactive > pending"],
    [],
    ["inactive > pending"],
    ["pending > firing"],
    [],
    ["firing > recovering"],
    ["recovering > inactive"],
  ]);
  expect(bench.evaluator.timeline.entries).toMatchObject([
    { activeAtMs: 2000, firedAtMs: 3000, resolvedAtMs: 6000, value: 1 },
  ]);
});

test("B10: resolved alerts go after 15 minutes, and the timeline is bounded with a count of what was dropped", () => {
  const bench = benchOf([ruleOf("alert: a, expr: m > 0, labels: { v: '{{ $value }}' }")], { timelineMost: 10 });
  for (let second = 1; second <= 3000; second += 1) {
    bench.put(second, second);
    bench.evaluator.evaluate(second * 1000);
  }
  const kept = bench.alerts();
  expect(kept.length).toBeLessThanOrEqual(902);
  expect(Math.min(...kept.map(({ activeAtMs }) => activeAtMs))).toBeGreaterThanOrEqual((3000 - 902) * 1000);
  const { entries, dropped } = bench.evaluator.timeline;
  expect(entries.length).toBeLessThanOrEqual(20);
  expect(entries.length + dropped).toBe(3000);
});

test("B10: a thousand series that flap under a hundred rules leave nothing behind", () => {
  const rules = Array.from({ length: 100 }, (_, at) => ruleOf(`alert: a${at}, expr: m${at} > 0`));
  const bench = benchOf(rules, { timelineMost: 500 });
  for (let second = 0; second < 20; second += 1) {
    for (let series = 0; series < 1000; series += 1)
      bench.put(second, second % 2, { __name__: `m${series % 100}`, i: String(series) });
    bench.evaluator.evaluate(second * 1000);
  }
  expect(bench.alerts()).toHaveLength(1000);
  expect(bench.evaluator.timeline.entries.length).toBeLessThanOrEqual(1000);
  expect(bench.evaluator.timeline.entries.length + bench.evaluator.timeline.dropped).toBe(10_000);
});

test("B10: rules that ask the same read series once, and see what was put between two evaluations", () => {
  const bench = benchOf([
    ruleOf("alert: a, expr: m > 0"),
    ruleOf("alert: b, expr: m > 1"),
    ruleOf("alert: c, expr: absent(m)"),
  ]);
  const states = ([[1], [2, 0], [0], []] as const).map((values, second) => {
    if (values.length === 0) bench.end({ i: "0" });
    if (values.length === 0) bench.end({ i: "1" });
    for (const [at, value] of values.entries()) bench.put(second, value, { i: String(at) });
    return bench.at(second);
  });
  expect(states).toEqual([
    ["firing", "inactive", "inactive"],
    ["firing", "firing", "inactive"],
    ["inactive", "inactive", "inactive"],
    ["no data", "no data", "firing"],
  ]);
});

test("B10: an alert that fires again while its end is remembered is a new one, beside none of its kind", () => {
  const bench = benchOf([ruleOf("alert: a, expr: m > 0")]);
  for (const [second, value] of [1, 0, 1].entries()) {
    bench.put(second, value);
    bench.at(second);
  }
  expect(bench.alerts()).toMatchObject([{ state: "firing", activeAtMs: 2000, resolvedAtMs: null }]);
});
