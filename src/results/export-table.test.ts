// Exports: tables that a spreadsheet reads back as they were, and results that open again.
import fc from "fast-check";
import { parse } from "papaparse";
import { expect, test } from "vitest";
import { toCsv, toMarkdown, toMarkdownText, type ExportTable } from "./export-table.ts";
import { toResultJson } from "./result-json.ts";
import { arbitraryResult } from "./fixtures/arbitrary-result.ts";
import { openFile } from "./open-file.ts";

const table: ExportTable = {
  columns: [
    { key: "agents", label: "Agents", unit: null },
    { key: "rate", label: "Throughput", unit: "op/s" },
    { key: "status", label: "Status", unit: null },
  ],
  rows: [
    { agents: 1, rate: 41_230, status: "Optimal" },
    { agents: 5, rate: null, status: 'a "quoted", | text' },
  ],
};

test("CSV has units in the header, quotes by RFC 4180 and leaves missing values empty", () => {
  expect(toCsv(table)).toBe('Agents,Throughput (op/s),Status\r\n1,41230,Optimal\r\n5,,"a ""quoted"", | text"\r\n');
});

test("Markdown aligns numbers right and escapes bars", () => {
  expect(toMarkdown(table)).toBe(
    '| Agents | Throughput (op/s) | Status |\n| ---: | ---: | --- |\n| 1 | 41230 | Optimal |\n| 5 | – | a "quoted", \\| text |\n',
  );
});

test("a text that a spreadsheet would run as a formula is disarmed; a negative number is not", () => {
  const columns = [{ key: "a", label: "=cmd", unit: null }];
  for (const text of ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1"]) {
    expect(toCsv({ columns, rows: [{ a: text }] })).toContain(`'${text}`);
  }
  expect(toCsv({ columns, rows: [{ a: -1 }] })).toBe("'=cmd\r\n-1\r\n");
});

test("any table comes back from its CSV", () => {
  const cell = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.constant(null),
  );
  const rows = fc.array(fc.record({ a: cell, b: cell }), { minLength: 1, maxLength: 10 });
  const columns = [
    { key: "a", label: "a", unit: null },
    { key: "b", label: "b", unit: "ms" },
  ];
  const property = fc.property(rows, (given) => {
    const expected = given.map(({ a, b }) =>
      [a, b].map((value) => (typeof value === "string" ? value.replace(/^(?=[=+\-@\t\r])/, "'") : String(value ?? ""))),
    );
    const read = parse<string[]>(toCsv({ columns, rows: given }), { delimiter: ",", newline: "\r\n" });
    return JSON.stringify(read.data.slice(1, -1)) === JSON.stringify(expected);
  });
  expect(fc.check(property).failed).toBe(false);
});

test("the table of a reference opens again as a reference", () => {
  const columns = [
    { key: "agents", label: "Agents", unit: null },
    { key: "rate", label: "Throughput", unit: "op/s" },
  ];
  const opened = openFile("x", toCsv({ columns, rows: [{ agents: 1, rate: 20 }] }));
  expect(opened).toMatchObject({ state: "references", series: [{ rows: [{ agents: 1, opsPerSecond: 20 }] }] });
});

test("any result opens again from its JSON", () => {
  fc.assert(
    fc.property(arbitraryResult, (result) => {
      expect(openFile("x.json", toResultJson(result))).toEqual({ state: "result", result });
    }),
    { numRuns: 50 },
  );
});

test("text of unknown origin never becomes markup in Markdown", () => {
  expect(toMarkdownText("<img src=x onerror=alert(1)> & [a](b) *c* `d`\n# e | f")).toBe(
    "&lt;img src=x onerror=alert(1)> &amp; \\[a\\](b) \\*c\\* \\`d\\` \\# e \\| f",
  );
});
