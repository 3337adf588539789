// The sentences about rows that cannot be fitted, and about rows that rise faster than a straight line.
import { expect, test } from "vitest";
import { type CurveProblem, type CurveWarning, checkCurve, problemSentence } from "./curve-problems.ts";
import { fitLaw } from "./fit.ts";
import { published, rowsOf, sevenRows } from "../oracle/usl-cases.ts";

function sentencesOn(data: readonly (readonly number[])[]): string[] {
  const check = checkCurve(rowsOf(data));
  const remarks: readonly (CurveProblem | CurveWarning)[] = check.state === "usable" ? check.warnings : check.problems;
  return remarks.map(problemSentence);
}

test("published rows are usable without a warning", () => {
  expect(checkCurve(sevenRows)).toEqual({ state: "usable", warnings: [] });
  for (const { data } of published) expect(sentencesOn(data)).toEqual([]);
});

test("no rows", () => {
  expect(sentencesOn([])).toEqual([
    "There are no rows. Add rows at three different agent counts or more: the law has three unknowns.",
  ]);
});

test("all rows at one agent count", () => {
  expect(
    sentencesOn([
      [4, 10],
      [4, 11],
      [4, 12],
    ]),
  ).toEqual([
    "All rows have 4 agents. Add rows at two further agent counts: the law has three unknowns, and repeats at one count do not tell them apart.",
  ]);
});

test("numbers in sentences are grouped as everywhere", () => {
  expect(
    sentencesOn([
      [1_200, 10],
      [4_000, 11],
    ]),
  ).toEqual([
    "The rows have only two agent counts, 1,200 and 4,000. Add a row at a third agent count: the law has three unknowns.",
  ]);
  expect(sentencesOn([[1_200, 10]])).toEqual([expect.stringMatching(/^All rows have 1,200 agents\./)]);
});

test("two agent counts, however often each", () => {
  expect(
    sentencesOn([
      [4, 10],
      [1, 3],
      [4, 11],
    ]),
  ).toEqual([
    "The rows have only two agent counts, 1 and 4. Add a row at a third agent count: the law has three unknowns.",
  ]);
});

test.each([
  [0, "The row at 5 agents has a throughput of 0, which no scaling law reaches."],
  [-3, "The row at 5 agents has a negative throughput."],
  [Number.NaN, "The row at 5 agents has a throughput that is not a number."],
  [Number.POSITIVE_INFINITY, "The row at 5 agents has a throughput that is not a number."],
])("a throughput of %d", (value, sentence) => {
  expect(
    sentencesOn([
      [1, 20],
      [5, value],
      [10, 140],
      [20, 180],
    ]),
  ).toEqual([expect.stringContaining(sentence)]);
});

test.each([0, -1, 2.5, Number.NaN, Number.POSITIVE_INFINITY])("%d is not a number of agents", (agents) => {
  expect(
    sentencesOn([
      [1, 20],
      [agents, 85],
      [10, 140],
      [20, 180],
    ]),
  ).toEqual(["Row 2 does not have a whole number of agents from 1 upwards. Type one, or leave the row out."]);
});

test("every bad row is named", () => {
  expect(
    sentencesOn([
      [1, 0],
      [2, -1],
      [0, 4],
    ]),
  ).toHaveLength(3);
});

test("superlinear rows can be fitted, as a straight line, with a warning", () => {
  const data = [
    [1, 10],
    [2, 24],
    [4, 60],
    [8, 130],
  ];
  expect(checkCurve(rowsOf(data)).state).toBe("usable");
  expect(sentencesOn(data)).toEqual([expect.stringMatching(/^At 8 agents each agent does 63% more than at 1 agent\./)]);
  expect(fitLaw("usl", rowsOf(data)).law).toMatchObject({ sigma: 0, kappa: 0 });
});

test("a rise of up to 5 % per agent gives no warning, and repeats at the fewest agents are averaged", () => {
  expect(
    sentencesOn([
      [1, 10],
      [2, 20.9],
      [4, 40],
    ]),
  ).toEqual([]);
  expect(
    sentencesOn([
      [1, 9],
      [1, 11],
      [2, 20.9],
      [4, 40],
    ]),
  ).toEqual([]);
});
