// The report: its parts, tables whose rows fit, charts that Mermaid can draw, and hostile titles that stay text.
import fc from "fast-check";
import { expect, test } from "vitest";
import { arbitraryInput, equalInput, hostileTexts, mixedInput, withTexts } from "./fixtures/inputs.ts";
import { markdownText } from "./markdown-text.ts";
import { mermaidChart } from "./mermaid-chart.ts";
import { planFile } from "./plan-files.ts";
import type { DeploymentInput } from "../deployment/deployment-input.ts";

const report = (input: DeploymentInput) => planFile("report", input).text;

/** Lines outside of code blocks, and the blocks. */
function partsOf(text: string) {
  const blocks = [...text.matchAll(/^```mermaid\n([^]*?)^```$/gm)].map(([, body]) => body!);
  return { lines: text.replaceAll(/^```mermaid\n[^]*?^```$/gm, "").split("\n"), blocks };
}

test("sentence, plan, machines, reasons, curve, memory and assumptions, in this order", () => {
  const { lines } = partsOf(report(mixedInput));
  expect(lines.filter((line) => line.startsWith("#"))).toEqual([
    "# Capacity plan: fleet",
    "## The plan",
    "## Machines",
    "## Why",
    "## Next-cheapest",
    "## The curve",
    "## Memory",
    "## Assumptions",
  ]);
  expect(lines[2]).toBe("A process of 16 and one of 15 agents hold 9 op/s per agent.");
  expect(lines).toContain("| 1 | 16 | 1214 | 1820 | 1 | 161 |");
  expect(lines).toContain("| 1 | 2 | 16 + 15 |");
  expect(lines).toContain("- Processes do not slow each other down.");
  expect(report(mixedInput)).not.toMatch(/\n\n\n/);
});

test("what there is nothing to say about is left out", () => {
  const words = { ...equalInput.words, why: [], nextCheapest: [], probability: null };
  const curve = { ...equalInput.curve, rows: [], excludedRows: [] };
  const text = report({ ...equalInput, words, curve });
  expect(text).not.toMatch(/## (Machines|Why|Next)|Left out|Bars are/);
});

test("charts: the rows with the curve at them, and the memory of each size", () => {
  const { blocks } = partsOf(report(mixedInput));
  expect(blocks).toHaveLength(3);
  expect(blocks[0]).toBe(
    [
      "xychart-beta",
      '  title "Throughput of one process"',
      '  x-axis "Agents in the process (rows of the curve, not to scale)" ["1", "5", "20"]',
      '  y-axis "Throughput (op/s)" 0 --> 200',
      "  bar [20.1, 81.2, 171]",
      "  line [20, 81.97, 171.7]",
      "",
    ].join("\n"),
  );
  expect(blocks[1]).toContain("bar [500, 560, 212, 636]");
});

test("a row beyond the curve is in no chart", () => {
  const rows = [...equalInput.curve.rows, { agents: 1_000, opsPerSecond: 5 }];
  const [throughput] = partsOf(report({ ...equalInput, curve: { ...equalInput.curve, rows } })).blocks;
  expect(throughput).toContain('["1", "5", "20"]');
});

test("no text of a file becomes markup", () => {
  fc.assert(
    fc.property(arbitraryInput, (input) => {
      const { lines, blocks } = partsOf(report(input));
      expect(blocks).toHaveLength(1 + input.plan.groups.length);
      for (const block of blocks) expect(block).toMatch(/^[ -~\n]+$/);
      const text = lines.join("\n");
      expect(text).not.toMatch(/[<`$]/);
      expect(text).not.toMatch(/(?<!\\)\]|[a-z]:\/\/|@\w|www\.\w/i);
      const ours = /^(# Capacity plan: [a-z]|## [A-Z])/;
      expect(lines.filter((line) => /^(#{1,6}(\s|$)|=+$|-+$|>)/.test(line) && !ours.test(line))).toEqual([]);
    }),
  );
});

test("every row of a table has as many cells as its header", () => {
  for (const text of hostileTexts) {
    const { lines } = partsOf(report(withTexts(mixedInput, text)));
    const tables = lines
      .join("\n")
      .split(/\n\n+/)
      .map((block) => block.split("\n").filter((line) => line.startsWith("|")))
      .filter((rows) => rows.length > 0);
    expect(tables).toHaveLength(2);
    for (const rows of tables) expect(new Set(rows.map((row) => row.split("|").length)).size).toBe(1);
  }
});

test.each([
  ["1. a", String.raw`1\. a`],
  ["- a", String.raw`\- a`],
  ["0.1.0", "0.1.0"],
  ["a|b", "a&#124;b"],
  ["[a](http://b)", String.raw`\[a\](http:&#8203;//b)`],
  ["@you #1", "@&#8203;you #&#8203;1"],
  ["&lt;", "&amp;lt;"],
])("%j is written as %j", (text, written) => {
  expect(markdownText(text)).toBe(written);
});

test("an axis ends at a round figure, and nothing to draw is no chart", () => {
  const chart = (values: readonly number[]) =>
    mermaidChart({
      title: "t",
      xTitle: "x",
      yTitle: "y",
      categories: values.map(String),
      series: [{ mark: "bar", values }],
    });
  expect(chart([])).toBe("");
  expect([0, 0.003, 7, 20, 210, 501].map((value) => /--> (.*)/.exec(chart([value]))?.[1])).toEqual([
    "1",
    "0.005",
    "10",
    "20",
    "500",
    "1000",
  ]);
});
