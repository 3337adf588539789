// The plan as CSV: an independent parser reads it back, and no title becomes a formula.
import fc from "fast-check";
import Papa from "papaparse";
import { expect, test } from "vitest";
import { arbitraryInput, equalInput, hostileTexts, mixedInput, withTexts } from "./fixtures/inputs.ts";
import { planFile } from "./plan-files.ts";
import { processResources } from "../deployment/process-resources.ts";
import type { DeploymentInput } from "../deployment/deployment-input.ts";

function rowsOf(input: DeploymentInput): readonly Readonly<Record<string, string>>[] {
  const { data, errors } = Papa.parse<Record<string, string>>(planFile("csv", input).text, {
    header: true,
    skipEmptyLines: true,
    delimiter: ",",
    newline: "\r\n",
  });
  expect(errors).toEqual([]);
  return data;
}

test("a row for each size, with the plan's figures and where they come from", () => {
  expect(rowsOf(mixedInput)).toMatchObject([
    {
      name: "fleet-n16",
      processes: "1",
      agents_per_process: "16",
      memory_request_mib: "1214",
      memory_limit_mib: "1820",
      machine_type: "e2-standard-4",
      curve: "explorer 10×10, pool",
      assumptions: "One op costs the same in production.; Processes do not slow each other down.",
      made_on: "2026-07-25",
    },
    { name: "fleet-n15", processes: "1" },
  ]);
});

test("any plan reads back with every digit, the same columns and no cell that is a formula", () => {
  const columns = Object.keys(rowsOf(equalInput)[0]!);
  fc.assert(
    fc.property(arbitraryInput, (input) => {
      const rows = rowsOf(input);
      const sizes = processResources(input);
      expect(rows.map((row) => Number(row["ops_per_second_per_process"]))).toEqual(
        sizes.map(({ opsPerSecond }) => opsPerSecond),
      );
      for (const row of rows) {
        expect(Object.keys(row)).toEqual(columns);
        for (const cell of Object.values(row)) expect(cell).not.toMatch(/^\s*[=+\-@＝＋－＠]/u);
      }
    }),
  );
});

test("a formula in a title becomes text", () => {
  const [row] = rowsOf(withTexts(equalInput, '=HYPERLINK("http://evil.example","x")'));
  expect(row?.["curve"]).toBe(`'=HYPERLINK("http://evil.example","x")`);
  for (const text of hostileTexts) expect(rowsOf(withTexts(equalInput, text))).toHaveLength(1);
});
