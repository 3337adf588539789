// Numbers as people read them: digits, grouping and units.
import { expect, test } from "vitest";
import {
  agentCounts,
  bytesUnitOf,
  formatAboutRange,
  formatBytes,
  formatCompact,
  formatComputed,
  formatCounted,
  formatMeasured,
  formatPercent,
  formatPublishedPercent,
  formatSeconds,
  formatMeasuredCount,
  formatTimes,
} from "./format.ts";
import { columnFormat, durationUnitOf, formatDuration } from "./format-duration.ts";

test("measured values keep three significant digits", () => {
  expect(formatMeasured(18_234)).toBe("18,200");
  expect(formatMeasured(0.051_234)).toBe("0.0512");
  expect(formatMeasured(7)).toBe("7");
});

test("computed values are whole, with one decimal under ten", () => {
  expect(formatComputed(284.4)).toBe("284");
  expect(formatComputed(4.25)).toBe("4.3");
  expect(formatComputed(20)).toBe("20");
  expect(formatComputed(5)).toBe("5");
  expect(formatComputed(0)).toBe("0");
});

test("a computed value too small for one decimal keeps two significant digits", () => {
  expect(formatComputed(0.1)).toBe("0.1");
  expect(formatComputed(0.0128)).toBe("0.013");
  expect(formatComputed(0.000_012_8)).toBe("0.000013");
  expect(formatComputed(-0.000_5)).toBe("-0.0005");
});

test("one thing is singular, any other number is plural", () => {
  expect(formatCounted(1, "agent")).toBe("1 agent");
  expect(formatCounted(0, "agent")).toBe("0 agents");
  expect(formatCounted(1_200, "try", "tries")).toBe("1,200 tries");
});

test("counts of agents are grouped, and one alone is singular", () => {
  expect(agentCounts([1])).toBe("1 agent");
  expect(agentCounts([30])).toBe("30 agents");
  expect(agentCounts([5, 1_172])).toBe("5, 1,172 agents");
  expect(agentCounts([5, 10, 1_172], "and")).toBe("5, 10 and 1,172 agents");
  expect(agentCounts([5, 1])).toBe("5, 1 agents");
});

test("large ticks are short", () => {
  expect(formatCompact(12_500_000)).toBe("12.5M");
  expect(formatCompact(1e12)).toBe("1T");
  expect(formatCompact(0)).toBe("0");
});

test.each([
  [0.284, "28%"],
  [0.071, "7.1%"],
  [0.0996, "10%"],
  [1.46, "146%"],
  [-0.086, "−8.6%"],
  [0, "0%"],
  [-0, "0%"],
  [0.0002, "< 0.1%"],
  [-0.0002, "> −0.1%"],
  [0.0005, "0.1%"],
  [0.9976, "99.8%"],
  [0.99, "99%"],
  [1, "100%"],
  [0.99996, "> 99.9%"],
  [-0.99996, "< −99.9%"],
])("a share of %d is %s", (share, text) => {
  expect(formatPercent(share)).toBe(text);
});

test("published percentages keep their decimal", () => {
  expect(formatPublishedPercent(0.284)).toBe("28.4%");
  expect(formatPublishedPercent(0.85)).toBe("85%");
});

test("a column of durations takes the unit of its median", () => {
  expect(durationUnitOf([50, 300, 900])).toBe("µs");
  expect(durationUnitOf([500, 2_000, 9_000])).toBe("ms");
  expect(durationUnitOf([2e6, 3e6])).toBe("s");
  expect(durationUnitOf([])).toBe("µs");
  // Six digits are hard to read, and so are many zeros.
  expect(durationUnitOf([85, 120, 246_000])).toBe("ms");
  expect(durationUnitOf([2, 120, 246_000])).toBe("µs");
  expect(durationUnitOf([85, 120, 99_000])).toBe("µs");
});

test("under ten steps of the clock a bound is given, never 0", () => {
  expect(formatDuration(0, "µs", 5)).toBe("< 50");
  expect(formatDuration(49, "µs", 5)).toBe("< 50");
  expect(formatDuration(50, "µs", 5)).toBe("50.0");
  expect(formatDuration(400, "ms", 100)).toBe("< 1");
  expect(formatDuration(2_345, "ms", 5)).toBe("2.35");
});

test("bytes that shrink have the unit of their size and a true minus sign", () => {
  expect(bytesUnitOf([-14_600])).toBe("kB");
  expect(formatBytes(-14_600, "kB")).toBe("−14.6");
});

test("a column of bytes takes the unit of its largest", () => {
  expect(bytesUnitOf([900, 2_408])).toBe("kB");
  expect(formatBytes(2_408, "kB")).toBe("2.41");
  expect(bytesUnitOf([])).toBe("B");
});

test("a column of durations has the unit that suits it, and other figures keep theirs", () => {
  const seconds = columnFormat("s", [0.112, 0.23, 0]);
  expect([seconds.unit, seconds.format(0.23), seconds.format(0.112)]).toEqual(["ms", "230", "112"]);
  expect(columnFormat("µs", [2_500_000]).format(2_500_000)).toBe("2.5");
  expect(columnFormat("op/s", [1_234]).unit).toBe("op/s");
  expect(columnFormat(null, [0.5]).format(0.5)).toBe("0.5");
});

test("how many times as much has two digits, and three where two could not tell more from less", () => {
  expect(formatTimes(0.9954)).toBe("0.995 times");
  expect(formatTimes(1.004)).toBe("1.00 times");
  expect(formatTimes(1.04)).toBe("1.04 times");
  expect(formatTimes(0.975)).toBe("0.98 times");
  expect(formatTimes(1)).toBe("1.0 times");
  expect(formatTimes(1.96)).toBe("2.0 times");
  expect(formatTimes(12.4)).toBe("12 times");
});

test("seconds turn into minutes", () => {
  expect(formatSeconds(12.4)).toBe("12 s");
  expect(formatSeconds(95)).toBe("1 min 35 s");
  expect(formatSeconds(120)).toBe("2 min");
  expect(formatSeconds(-1)).toBe("0 s");
});

test("an estimated range is told in one unit, and is one estimate where both ends are about equal", () => {
  expect(formatAboutRange(115, 230)).toBe("~2 to 4 min");
  expect(formatAboutRange(38, 78)).toBe("~40 to 80 s");
  expect(formatAboutRange(35, 36)).toBe("~35 s");
  expect(formatAboutRange(110, 121)).toBe("~1 min 50 s");
  expect(formatAboutRange(1, 4)).toBe("~5 s");
});

test("a measured count has the plural of how it is written", () => {
  expect(formatMeasuredCount(1, "agent")).toBe("1 agent");
  expect(formatMeasuredCount(1.000_4, "agent")).toBe("1 agent");
  expect(formatMeasuredCount(1.02, "agent")).toBe("1.02 agents");
  expect(formatMeasuredCount(28.66, "agent")).toBe("28.7 agents");
});
