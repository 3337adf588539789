// Charts as Mermaid text, which GitHub and GitLab draw in Markdown.

interface MermaidSeries {
  readonly mark: "bar" | "line";
  /** One for each category, finite. */
  readonly values: readonly number[];
}

export interface MermaidChart {
  /** Titles must be Headroom's own, never a text from a file: Mermaid cannot escape a quotation mark. */
  readonly title: string;
  readonly xTitle: string;
  readonly yTitle: string;
  readonly categories: readonly string[];
  readonly series: readonly MermaidSeries[];
}

/** Four digits, as a chart shows no more, and no exponent, as Mermaid reads none. */
function numberText(value: number): string {
  const rounded = Number(value.toPrecision(4));
  return rounded !== 0 && Math.abs(rounded) < 1e-6 ? "0" : String(rounded);
}

/** The end of the axis: 1, 2, 5 or 10 times a power of ten, and at least `most`. */
function axisEnd(most: number): number {
  if (!(most > 0)) return 1;
  const power = 10 ** Math.floor(Math.log10(most));
  return power * ([1, 2, 5].find((step) => step * power >= most) ?? 10);
}

/**
 * A chart as a fenced block; empty where there is nothing to draw.
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
    // The axis starts at 0: otherwise small differences would look large.
    `  y-axis "${yTitle}" 0 --> ${numberText(axisEnd(most))}`,
    ...series.map(({ mark, values }) => `  ${mark} [${values.map(numberText).join(", ")}]`),
    "```",
    "",
  ].join("\n");
}
