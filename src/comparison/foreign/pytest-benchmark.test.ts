// pytest-benchmark: all of its statistics, one bad entry never voids the file, and facts by their weight.
import { expect, test } from "vitest";
import { weightOf } from "../../regression/fact.ts";
import { pytest } from "../../results/fixtures/foreign-files.ts";
import { publicCase } from "../../results/fixtures/public-cases.ts";
import { readSide } from "../read-side.ts";
import type { Side } from "../side.ts";

function sideOf(text: string): Side {
  const read = readSide("bench.json", text);
  if (read.state === "refused") throw new Error(read.message);
  return read.side;
}

const [good] = pytest.benchmarks;

test("every statistic of the file is handed on", () => {
  const [magic] = sideOf(publicCase("01-ci-host-baseline.json")).measured.cells;
  expect(magic?.figures).toEqual({
    kind: "summary",
    mean: 0.000_286_360_922_418_036_64,
    deviation: 2.075_023_830_751_738e-5,
    count: 2_101,
    spread: {
      rounds: 2_101,
      mean: 0.000_286_360_922_418_036_64,
      deviation: 2.075_023_830_751_738e-5,
      min: 0.000_203_612_999_996_494_18,
      q1: 0.000_275_417_999_997_529_25,
      median: 0.000_292_518_999_998_492_3,
      q3: 0.000_299_519_999_998_665_3,
      max: 0.000_356_723_999_999_530_86,
    },
  });
});

test("a round that the clock read as 0 is named, and the good ones are read", () => {
  const side = sideOf(publicCase("20-zero-round.json"));
  expect(side.measured.cells[0]?.figures).toMatchObject({ kind: "trials", values: Array(7).fill(0.0156) });
  expect(side.notes).toEqual([
    '"t.py::test_a": 5 of 12 rounds are left out, since the clock read 0. Let each round do more.',
  ]);
});

test("NaN and Infinity where nothing reads them do not matter", () => {
  const side = sideOf(publicCase("21-python-nan.json"));
  expect(side.measured.cells[0]?.figures).toMatchObject({ kind: "trials", yardstickDeviation: 0 });
  expect(side.notes).toEqual([]);
});

test("NaN in a mean leaves its benchmark out, with line and column; in another statistic it is missing", () => {
  const text = JSON.stringify({ benchmarks: [good, { ...good, name: "b", fullname: "b" }] }, null, 1);
  const nan = text
    .replace(/"mean": 1(?=[^]*"mean")/, '"mean": NaN')
    .replace(/"stddev": 0\.1(?![^]*"stddev")/, '"stddev": NaN');
  const side = sideOf(nan);
  expect(side.measured.cells.map(({ row }) => row)).toEqual([{ kind: "named", name: "b" }]);
  expect(side.notes).toHaveLength(1);
  expect(side.notes[0]).toMatch(
    /^"test_step" is left out: stats\.mean is null .* Line \d+, column 13 has NaN \(benchmarks\[0\]\.stats\.mean\)\.$/,
  );
});

test("one bad entry is listed with its reason, and a file of nothing but such is refused", () => {
  const bad = { ...good, name: "bad", fullname: "bad", stats: { mean: -1 } };
  const side = sideOf(JSON.stringify({ benchmarks: [bad, good, 5] }));
  expect(side.measured.cells).toHaveLength(1);
  expect(side.notes).toHaveLength(2);
  expect(side.notes[0]).toContain('"bad" is left out: stats.mean is -1');
  expect(side.notes[1]).toContain("benchmarks[2] is left out");
  const read = readSide("x", JSON.stringify({ benchmarks: [bad] }));
  expect(read.state === "refused" ? read.message : "").toContain("none of its benchmarks can be read");
});

test("long names are kept whole, up to 4,000 characters", () => {
  const named = (length: number) => JSON.stringify({ benchmarks: [{ ...good, fullname: "n".repeat(length) }, good] });
  expect(sideOf(named(467)).measured.cells[0]?.row).toEqual({ kind: "named", name: "n".repeat(467) });
  const { notes, measured } = sideOf(named(4_001));
  expect(measured.cells).toHaveLength(1);
  expect(notes[0]).toContain("fullname: is longer than 4,000 characters");
});

test("each fact has its weight: the model of the processor binds, a patch release is noted, a host's name is incidental", () => {
  const info = { ...pytest.machine_info, release: "6.1", python_implementation: "CPython" };
  const options = { disable_gc: true, timer: "perf_counter", min_rounds: 5 };
  const side = sideOf(JSON.stringify({ ...pytest, machine_info: info, benchmarks: [{ ...good, options }] }));
  const weights = Object.fromEntries(side.measured.fingerprint.map((fact) => [fact.name, weightOf(fact)]));
  expect(weights).toEqual({
    "measured by": "binding",
    machine: "binding",
    system: "binding",
    Python: "binding",
    "Python implementation": "binding",
    processor: "binding",
    CPUs: "binding",
    "Python release": "noted",
    "system release": "noted",
    "pytest-benchmark": "noted",
    disable_gc: "noted",
    timer: "noted",
    node: "incidental",
  });
  expect(side.measured.fingerprint).toContainEqual({ kind: "same", name: "Python", value: "3.12" });
});
