// Writes a comparison as JUnit XML, which continuous integration shows as tests.
import type { JudgedComparison } from "../regression/comparison.ts";
import type { Verdict } from "../regression/verdict.ts";
import { type VerdictRow, verdictRows } from "./verdict-table.ts";

/** Characters that XML 1.0 cannot hold are replaced; the rest is escaped. */
function xml(text: string): string {
  return text
    .replaceAll(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, "\uFFFD")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll(/[\t\n\r]/g, " ");
}

/** Tests that say nothing, unless they fail. */
const unsure: ReadonlySet<Verdict["verdict"]> = new Set(["inconclusive", "not-comparable", "missing"]);

function testcase({ cells, verdict }: VerdictRow, fails: ReadonlySet<Verdict["verdict"]>): string {
  const head = `    <testcase classname="${xml(cells.row)}" name="${xml(cells.metric)}"`;
  const message = xml(
    `${cells.verdict}: ${cells.baseline} to ${cells.current}, ${cells.change}${cells.note === "" ? "" : `; ${cells.note}`}`,
  );
  if (fails.has(verdict)) return `${head}>\n      <failure type="${verdict}" message="${message}"/>\n    </testcase>\n`;
  if (unsure.has(verdict)) {
    return `${head}>\n      <skipped message="${message}"/>\n    </testcase>\n`;
  }
  return `${head}/>\n`;
}

function propertiesOf(notes: readonly string[]): readonly string[] {
  if (notes.length === 0) return [];
  const lines = notes.map((note) => `      <property name="note" value="${xml(note)}"/>\n`);
  return ["    <properties>\n", ...lines, "    </properties>\n"];
}

/**
 * One test case per row and metric.
 * @param fails the verdicts that are failures; inconclusive ones are else skipped tests
 * @param told notes become properties, failures that the current file names become tests of their own
 */
export function toJunitXml(
  comparison: JudgedComparison,
  fails: ReadonlySet<Verdict["verdict"]>,
  { notes = [], failures = [] }: { readonly notes?: readonly string[]; readonly failures?: readonly string[] } = {},
): string {
  const rows = verdictRows(comparison);
  const failed = rows.filter(({ verdict }) => fails.has(verdict)).length + failures.length;
  const skipped = rows.filter(({ verdict }) => !fails.has(verdict) && unsure.has(verdict)).length;
  const counts = `tests="${rows.length + failures.length}" failures="${failed}" skipped="${skipped}" errors="0"`;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>\n',
    `<testsuites ${counts}>\n  <testsuite name="headroom regression" ${counts}>\n`,
    ...propertiesOf(notes),
    ...failures.map(
      (text) =>
        `    <testcase classname="current" name="${xml(text)}">\n      <failure type="failed" message="${xml(text)}"/>\n    </testcase>\n`,
    ),
    ...rows.map((row) => testcase(row, fails)),
    "  </testsuite>\n</testsuites>\n",
  ].join("");
}
