// Series by their labels, as unit-test files write them.
import { expect, test } from "vitest";
import { parseMetric } from "./parse-metric.ts";

test("a name, labels, both or none; empty labels are none, and the last of two counts", () => {
  const entries = (text: string) => {
    const read = parseMetric(text);
    return read.state === "read" ? [...read.labels] : read;
  };
  expect(entries('up{job="a", instance="b:1"}')).toEqual([
    ["__name__", "up"],
    ["instance", "b:1"],
    ["job", "a"],
  ]);
  expect(entries("")).toEqual([]);
  expect(entries("{}")).toEqual([]);
  expect(entries('{__name__="a b",x="",}')).toEqual([["__name__", "a b"]]);
  expect(entries('up{a="1",a="2"}')).toEqual([
    ["__name__", "up"],
    ["a", "2"],
  ]);
});

test("what is no series is refused at its place", () => {
  const cases: readonly (readonly [string, number])[] = [
    ['up{job="a"', 10],
    ['up{job=~"a"}', 6],
    ["up > 1", 3],
    ["up{job=a}", 7],
    ["5", 0],
    ['up{"a"="1"}', 3],
    ["up{?}", 3],
  ];
  for (const [text, offset] of cases)
    expect({ text, ...parseMetric(text) }).toMatchObject({ text, state: "refused", offset });
});
