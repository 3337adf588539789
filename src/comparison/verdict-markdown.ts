// A comparison as Markdown for a pull request: the sentence, the worst rows in sight, and the rest behind a fold.
import type { JudgedComparison } from "../regression/comparison.ts";
import type { FactDifference } from "../regression/fingerprint.ts";
import type { Verdict } from "../regression/verdict.ts";
import { markdownLine, toMarkdownText } from "../results/export-table.ts";
import { formatCounted } from "../words/format.ts";
import { comparisonSentence } from "./comparison-sentence.ts";
import { noteLine, withSharedNotes } from "./shared-notes.ts";
import { VERDICT_COLUMNS, type VerdictRow, verdictRows, verdictSummary } from "./verdict-table.ts";

/** Rows in sight: more make a comment that nobody reads. */
const WORST_MOST = 5;

/** Verdicts that somebody has to look at, the gravest first. */
const GRAVEST: readonly Verdict["verdict"][] = ["critical", "warning", "minor", "missing"];

/** The worst rows, gravest first. What follows from other figures is among them only where nothing else is. */
function worstOf(rows: readonly VerdictRow[]): readonly VerdictRow[] {
  const grave = rows.filter(({ verdict }) => GRAVEST.includes(verdict));
  const own = grave.filter(({ isDerived }) => !isDerived);
  return (own.length > 0 ? own : grave)
    .toSorted((a, b) => GRAVEST.indexOf(a.verdict) - GRAVEST.indexOf(b.verdict) || b.strength - a.strength)
    .slice(0, WORST_MOST);
}

function table(rows: readonly VerdictRow[]): readonly string[] {
  return [
    markdownLine(VERDICT_COLUMNS),
    markdownLine(VERDICT_COLUMNS.map(() => "---")),
    ...rows.map(({ cells }) => markdownLine(VERDICT_COLUMNS.map((name) => toMarkdownText(cells[name])))),
  ];
}

function folded(rows: readonly VerdictRow[], title: string): readonly string[] {
  return rows.length === 0 ? [] : [`\n<details><summary>${title}</summary>\n\n`, ...table(rows), "\n</details>\n"];
}

/**
 * The comparison as GitHub-flavoured Markdown.
 * @param question settings that differ on purpose; none where the configuration is one
 */
export function toVerdictMarkdown(comparison: JudgedComparison, question: readonly FactDifference[] = []): string {
  const { rows, notes } = withSharedNotes(verdictRows(comparison));
  const worst = worstOf(rows);
  const rest = rows.filter((row) => !worst.includes(row));
  const title = `${worst.length === 0 ? "All" : "The other"} ${formatCounted(rest.length, "figure")}`;
  return [
    `## Headroom\n\n**${toMarkdownText(comparisonSentence(comparison, question))}**\n\n`,
    `${verdictSummary(comparison)}.\n`,
    ...(worst.length === 0 ? [] : ["\n", ...table(worst)]),
    ...folded(rest, title),
    ...(notes.length === 0 ? [] : ["\n", ...notes.map((note, at) => `- ${toMarkdownText(noteLine(note, at + 1))}\n`)]),
  ].join("");
}
