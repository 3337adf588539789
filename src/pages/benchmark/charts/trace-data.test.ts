// What a trace draws: one unit for all lines, and axes around what moves.
import { expect, test } from "vitest";
import type { TraceLine } from "../../../scenarios/contract/chart.ts";
import { traceData } from "./trace-data.ts";

function traceOf(lines: readonly TraceLine[]) {
  return traceData(
    { kind: "trace", title: "Memory", across: "Lifecycles", unit: "B", empty: "Nothing yet.", linesOf: () => lines },
    [],
  );
}

test("the unit follows how far levels spread, not how high they are", () => {
  const data = traceOf([
    {
      name: "idle",
      points: [
        { x: 16, y: 3_100_000 },
        { x: 32, y: 3_112_000 },
      ],
    },
  ]);
  expect(data.unit).toBe("kB");
  expect(data.lines[0]?.points.map(({ y }) => y)).toEqual([3_100, 3_112]);
  expect(data.up.least).toBeLessThan(3_100);
  expect(data.up.least).toBeGreaterThan(3_090);
  expect(data.up.ticks.length).toBeGreaterThan(2);
  expect(data.across).toMatchObject({ least: 16, most: 32 });
});

test("one level alone is drawn in the middle", () => {
  const { up } = traceOf([{ name: "idle", points: [{ x: 1, y: 500 }] }]);
  expect(up.least).toBeLessThan(500);
  expect(up.most).toBeGreaterThan(500);
});

test("lines without a point are left out; without any there is nothing to draw", () => {
  expect(traceOf([{ name: "a", points: [] }]).lines).toEqual([]);
});
