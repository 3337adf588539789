// Owns charts as Mermaid text, which GitHub and GitLab draw in Markdown.

interface MermaidSeries {
  readonly mark: "bar" | "line";
  /** One for each category, finite. */
  readonly values: readonly number[];
}

export interface MermaidChart {
  /** Titles are ours and never a text from a file: Mermaid has no escape for a quotation mark. */
  readonly title: string;
  readonly xTitle: string;
  readonly yTitle: string;
  readonly categories: readonly string[];
  readonly series: readonly MermaidSeries[];
}

/** Four digits: a chart shows no more, and Mermaid reads no exponents. */
function numberText(value: number): string {
  const rounded = Number(value.toPrecision(4));
  return rounded !== 0 && Math.abs(rounded) < 1e-6 ? "0" : String(rounded);
}

/** A multiple of 1, 2 or 5 times a power of ten, at least `most`: where the axis ends. */
function axisEnd(most: number): number {
  if (!(most > 0)) return 1;
  const power = 10 ** Math.floor(Math.log10(most));
  return power * ([1, 2, 5].find((step) => step * power >= most) ?? 10);
}

/**
 * A fenced block; empty where there is nothing to draw.
 * @see https://mermaid.js.org/syntax/xyChart.html
 */
export function mermaidChart({ title, xTitle, yTitle, categories, series }: MermaidChart): string {
  if (categories.length === 0) return "";
  const most = Math.max(...series.flatMap(({ values }) => values));
  return [
    "```mermaid",
    "xychart-beta",
    `  title "${title}"`,
    `  x-axis "${xTitle}" [${categories.map((category) => `"${category}"`).join(", ")}]`,
    // From 0: a cut axis makes small differences look large.
    `  y-axis "${yTitle}" 0 --> ${numberText(axisEnd(most))}`,
    ...series.map(({ mark, values }) => `  ${mark} [${values.map(numberText).join(", ")}]`),
    "```",
    "",
  ].join("\n");
}
