// Numbers as spreadsheets write them: with a point or a comma for decimals, and thousands apart. Nothing ambiguous is guessed.

export type Decimal = "point" | "comma";

/** What one cell says of how its column writes numbers. */
type Says = Decimal | "ambiguous" | "nothing" | "no number";

const PLAIN = /^[+-]?\d+(?:e[+-]?\d+)?$/i;
const POINT = /^[+-]?(?:\d+|\d{1,3}(?:,\d{3})+)?\.\d+(?:e[+-]?\d+)?$|^[+-]?\d{1,3}(?:,\d{3}){2,}$/i;
const COMMA = /^[+-]?(?:\d+|\d{1,3}(?:\.\d{3})+)?,\d+(?:e[+-]?\d+)?$|^[+-]?\d{1,3}(?:\.\d{3}){2,}$/i;
/** "1.234" and "1,234" are a thousand and more to some, and little more than one to others. */
const AMBIGUOUS = /^[+-]?[1-9]\d{0,2}[.,]\d{3}$/;

/** The cell without spaces and apostrophes between thousands. */
function trimmed(cell: string): string {
  return cell.trim().replaceAll(/(?<=\d)[\u0020\u00A0\u202F\u2009'’_](?=\d{3}(?!\d))/g, "");
}

function saysOf(cell: string): Says {
  const text = trimmed(cell);
  if (AMBIGUOUS.test(text)) return "ambiguous";
  if (PLAIN.test(text)) return "nothing";
  if (POINT.test(text)) return "point";
  return COMMA.test(text) ? "comma" : "no number";
}

export type ColumnDecimal =
  | { readonly state: "decided"; readonly decimal: Decimal }
  /** Nothing in the column decides; `at` is the first cell that could be read in two ways. */
  | { readonly state: "ambiguous"; readonly at: number };

/**
 * How a column writes its decimals. A cell that can be read in one way only decides. So does a whole number of four digits or more:
 * it shows that thousands are not set apart. Where cells disagree the more frequent way counts, and the others are no numbers.
 */
export function decimalOf(cells: readonly string[]): ColumnDecimal {
  const said = cells.map(saysOf);
  const count = (what: Says): number => said.filter((one) => one === what).length;
  const [points, commas] = [count("point"), count("comma")];
  if (points !== commas) return { state: "decided", decimal: points > commas ? "point" : "comma" };
  const at = said.indexOf("ambiguous");
  if (at < 0) return { state: "decided", decimal: "point" };
  const isUngrouped = cells.some((cell) => /^\d{4,}$/.test(cell.trim()));
  if (isUngrouped && points === 0) {
    const marks = new Set(cells.filter((cell) => saysOf(cell) === "ambiguous").map((cell) => /[.,]/.exec(cell)?.[0]));
    if (marks.size === 1) return { state: "decided", decimal: marks.has(".") ? "point" : "comma" };
  }
  return { state: "ambiguous", at };
}

/** @returns the number that a cell says in a column with that decimal; null for anything else */
export function numberOfCell(cell: string, decimal: Decimal): number | null {
  const text = trimmed(cell);
  const [mark, grouping] = decimal === "point" ? ([".", ","] as const) : ([",", "."] as const);
  const shape =
    decimal === "point"
      ? /^[+-]?(?:\d+|\d{1,3}(?:,\d{3})+)?(?:\.\d+)?(?:e[+-]?\d+)?$/i
      : /^[+-]?(?:\d+|\d{1,3}(?:\.\d{3})+)?(?:,\d+)?(?:e[+-]?\d+)?$/i;
  if (text === "" || !shape.test(text) || !/\d/.test(text)) return null;
  const value = Number(text.replaceAll(grouping, "").replace(mark, "."));
  return Number.isFinite(value) ? value : null;
}
