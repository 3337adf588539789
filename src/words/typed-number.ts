// Reads a number as people type it, with a comma or a point, and asks where it may mean two things.

export type TypedNumber =
  /** As a plain decimal; text that is no number is given back as it was typed. */
  { readonly state: "read"; readonly text: string } | { readonly state: "ambiguous"; readonly message: string };

function read(text: string): TypedNumber {
  return { state: "read", text };
}

/**
 * "34,5" → 34.5, "1.234,5" and "1,234.5" → 1234.5, "12,345,678" → 12345678. "1.234" asks: one thousand, or one and a
 * bit?
 * @param isWhole whether only whole numbers make sense, so that marks can only group
 */
export function typedNumber(typed: string, isWhole = false): TypedNumber {
  const text = typed.trim();
  if (!/^-?\d[\d.,]*$/.test(text)) return read(typed);
  const marks = text.replaceAll(/[^.,]/g, "");
  const [mark = ""] = marks;
  const last = marks.at(-1) ?? "";
  // Two different marks: the last one is the decimal mark.
  if (marks.includes(",") && marks.includes(".")) {
    return marks.indexOf(last) === marks.length - 1
      ? read(text.replaceAll(last === "," ? "." : ",", "").replace(last, "."))
      : read(typed);
  }
  const isGrouped = /^-?[1-9]\d{0,2}([.,]\d{3})+$/.test(text);
  if (!isGrouped) return read(marks.length === 1 ? text.replace(",", ".") : typed);
  const whole = text.replaceAll(mark, "");
  if (marks.length > 1 || isWhole) return read(whole);
  return {
    state: "ambiguous",
    message: `${text} may mean ${whole}, or ${text.replace(mark, ".")}0. Type the one that is meant.`,
  };
}
