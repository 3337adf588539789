// The Markdown of a verdict: text of files stays text, and a long table is cut where GitHub would refuse it.
import fc from "fast-check";
import { expect, test } from "vitest";
import { toCiMarkdown } from "./ci-verdict-report.ts";

const MARKER = "<!-- headroom-benchmark -->\n";
const base = { code: 1, reason: "2 of 43 figures fail.", passes: false, table: null, resultLink: null } as const;
const link = `[Open this comparison in Headroom](https://example.org/#/compare/${"x".repeat(200)})`;

function tableOf(rows: number, end: string): string {
  return `## Headroom: 2 warning\n\n${"| 5 agents | throughput | warning |\n".repeat(rows)}\n${end}\n`;
}

test("table, answer and link follow the marker", () => {
  const text = toCiMarkdown({ ...base, table: tableOf(2, link) });
  expect(text.startsWith(`${MARKER}## Headroom: 2 warning\n`)).toBe(true);
  expect(text).toContain(link);
  expect(text.trimEnd().endsWith("**Exit code 1.** 2 of 43 figures fail.")).toBe(true);
});

test("what is too long loses its link first, then its last rows, never the answer", () => {
  const long = toCiMarkdown({
    ...base,
    table: tableOf(5, `[Open](https://example.org/#/compare/${"x".repeat(70_000)})`),
  });
  expect(long.length).toBeLessThan(1_000);
  expect(long).toContain("**Exit code 1.**");
  expect(long).toContain("| 5 agents |");
  const many = toCiMarkdown({ ...base, table: tableOf(3_000, link) });
  expect(many.length).toBeLessThan(61_000);
  expect(many).toContain("**Exit code 1.**");
  expect(many).toContain("The rest is too long to show here");
});

test("a fold that is cut is closed", () => {
  const folded = `## Headroom\n\n<details><summary>All</summary>\n\n${"| 5 agents | throughput | fine |\n".repeat(3_000)}`;
  expect(toCiMarkdown({ ...base, table: folded })).toMatch(/\|\n\n<\/details>\n\nThe rest is too long/);
  const closed = `## Headroom\n\n<details>\n</details>\n\n${"- Note\n".repeat(10_000)}`;
  expect(toCiMarkdown({ ...base, table: closed }).match(/<\/details>/g)).toHaveLength(1);
});

test("names of files in the sentence and in notes are as quiet as in the table", () => {
  const table = "## Headroom\n\n**Slower at www.evil.example @someone**\n\n- Note 1: https://evil.example\n";
  const text = toCiMarkdown({ ...base, table: `${table}${link}\n` });
  expect(text.replace(link, "")).not.toMatch(/@[a-z]|:\/\/|www\./i);
  expect(text).toContain(link);
});

test("whatever a file says, it calls nobody, opens nothing and hides nothing", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 3_000 }), (noise) => {
      const reason = `${noise} @someone <script> https://evil.example www.evil.example <!-- ${noise}`;
      const text = toCiMarkdown({ ...base, reason }).slice(MARKER.length);
      expect(text).not.toMatch(/@[a-z]|<|:\/\/|www\./i);
      expect(text.length).toBeLessThan(20_000);
      expect(text.trimEnd().split("\n")).toHaveLength(3);
    }),
  );
});
