// Breaks a text into lines of a given width, for pictures: SVG text does not break lines by itself.

/** How many leading characters of a word fit; at least one, so that breaking always ends. */
function fittingCharacters(characters: readonly string[], width: number, widthOf: (text: string) => number): number {
  let fitting = 1;
  while (fitting < characters.length && widthOf(characters.slice(0, fitting + 1).join("")) <= width) fitting += 1;
  return fitting;
}

/**
 * Keeps words whole; a word wider than a line is broken between characters.
 * @param widthOf the width of a text on one line, in the unit of `width`
 */
export function wrapText(text: string, width: number, widthOf: (text: string) => number): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(/\s+/).filter((part) => part !== "")) {
    const longer = line === "" ? word : `${line} ${word}`;
    if (widthOf(longer) <= width) {
      line = longer;
      continue;
    }
    if (line !== "") lines.push(line);
    let rest = Array.from(word);
    while (rest.length > 1 && widthOf(rest.join("")) > width) {
      const fitting = fittingCharacters(rest, width, widthOf);
      lines.push(rest.slice(0, fitting).join(""));
      rest = rest.slice(fitting);
    }
    line = rest.join("");
  }
  return line === "" ? lines : [...lines, line];
}
