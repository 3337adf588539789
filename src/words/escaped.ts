// Makes text of files safe inside SVG and XML: it stays text, and never becomes markup.

/** Text for an element or a quoted attribute, without what no XML may hold. */
export function escapedXml(text: string): string {
  return text
    .replaceAll(/[\p{Cc}\p{Cs}\uFFFE\uFFFF]/gu, " ")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}
