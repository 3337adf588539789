// The status bands: they reproduce the published column, and each begins exactly at its least efficiency.
import { expect, test } from "vitest";
import published from "../../public/reference/published-reference.json" with { type: "json" };
import { STATUS_BANDS_TEXT, statusOf } from "./status.ts";

test("the bands reproduce the published status of every row", () => {
  expect(published.scaling).toHaveLength(7);
  const ours = published.scaling.map(({ agents, efficiency }) => ({ agents, status: statusOf(efficiency).word }));
  expect(ours).toEqual(published.scaling.map(({ agents, status }) => ({ agents, status })));
});

test.each([
  [0.95, "Optimal", "Good"],
  [0.8, "Good", "Acceptable"],
  [0.7, "Acceptable", "Degraded"],
  [0.5, "Degraded", "Poor"],
  [0.4, "Poor", "Inefficient"],
  [0.3, "Inefficient", "Practical limit"],
])("%d is %s, and just below it %s", (least, at, below) => {
  expect(statusOf(least).word).toBe(at);
  expect(statusOf(least - 1e-9).word).toBe(below);
});

test("the sentence about the bands names each with its least efficiency", () => {
  expect(STATUS_BANDS_TEXT).toBe(
    "Optimal from 95%, Good 80, Acceptable 70, Degraded 50, Poor 40, Inefficient 30, Practical limit below.",
  );
});

test("an efficiency over 100 % is optimal, and 0 or less is the practical limit", () => {
  expect(statusOf(1.4).word).toBe("Optimal");
  expect(statusOf(0).word).toBe("Practical limit");
  expect(statusOf(-0.1).word).toBe("Practical limit");
});
