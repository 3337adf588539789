// Demand over time from CSV: the columns date and demand, and what charts of Grafana export.
import { expect, test } from "vitest";
import { dayOf } from "../capacity/asked/calendar.ts";
import { forecastFromCsv } from "./demand-csv.ts";

const first = dayOf("2027-01-01") ?? 0;

function pointsOf(text: string): readonly (readonly [day: number, amount: number])[] | string {
  const read = forecastFromCsv(text);
  return read.state === "read" ? read.value.map(({ day, amount }) => [day - first, amount] as const) : read.message;
}

test("dates and demands are read, in any dialect", () => {
  const expected = [
    [0, 600],
    [31, 700.5],
  ];
  expect(pointsOf("date,demand\n2027-01-01,600\n2027-02-01,700.5\n")).toEqual(expected);
  expect(pointsOf("sep=;\n# asked\nDate;Demand\n2027-02-01;700,5\n2027-01-01;600\n")).toEqual(expected);
});

test("a chart's time column and one series: each day counts with its largest demand", () => {
  const expected = [
    [0, 42.5],
    [1, 30],
  ];
  const iso = '"Time","agents-api"\n2027-01-01T08:00:00Z,12\n2027-01-01T09:00:00Z,42.5\n2027-01-02T08:00:00Z,30\n';
  const spaced = '"Time","agents-api"\n2027-01-01 08:00:00,12\n2027-01-01 09:00:00,42.5\n2027-01-02 08:00:00,30\n';
  const at = (day: number, hour: number): number => (first + day) * 86_400_000 + hour * 3_600_000;
  const epoch = `Time,agents-api\n${at(0, 8)},12\n${at(0, 9)},42.5\n${at(1, 8)},30\n`;
  expect(pointsOf(iso)).toEqual(expected);
  expect(pointsOf(spaced)).toEqual(expected);
  expect(pointsOf(epoch)).toEqual(expected);
});

test("gaps of a chart are no rows, and a bad row is named by its line and left out", () => {
  const read = forecastFromCsv("Time,rps\n2027-01-01,12\n2027-01-02,\n2027-01-03,null\n2027-01-04,many\nsoon,3\n");
  expect(read.state === "read" ? read.value.map(({ amount }) => amount) : read).toEqual([12]);
  expect(read.state === "read" ? read.notes : read).toEqual([
    'Line 5: "many" is not a demand from 0 to 1,000,000,000, with a point for decimals.',
    'Line 6: "soon" is not a date such as 2027-01-01.',
  ]);
});

test("several series, no time, an open quote and a number that reads in two ways are refused with the way out", () => {
  expect(pointsOf("Time,a,b\n2027-01-01,1,2\n")).toContain('leave one series, or call one "demand"');
  expect(pointsOf("Time,a,demand\n2027-01-01,1,2\n")).toEqual([[0, 2]]);
  expect(pointsOf("when,demand\n2027-01-01,1\n")).toContain('"when", "demand", and none is a date or time');
  expect(pointsOf('date,demand\n2027-01-01,"1\n')).toContain("line 2 has a quote");
  expect(pointsOf("date;demand\n2027-01-01;1.234\n")).toContain('Line 2: "1.234" may be');
  expect(pointsOf("date,demand\n")).toContain("no rows");
});

test("a date that stands there twice keeps its first demand, and the second is named", () => {
  const read = forecastFromCsv("date,demand\n2027-02-01,5\n2027-02-01,6\n");
  expect(read).toMatchObject({ state: "read", value: [{ amount: 5 }], notes: ["Line 3: 2027-02-01 is there twice."] });
});
