// Reads one series by its labels, as unit-test files write it: up{job="a"}, {__name__="up"} or {}.
import { type Labels, labelsOf } from "./labels.ts";
import { isPlainMetric } from "./condition.ts";
import { Reader, Refusal } from "./reader.ts";
import { tokensOf } from "./tokens.ts";

type ReadMetric =
  | { readonly state: "read"; readonly labels: Labels }
  | { readonly state: "refused"; readonly offset: number; readonly message: string };

function labelsAt(reader: Reader): Map<string, string> {
  const labels = new Map<string, string>();
  if (reader.token.kind === "name") {
    if (!isPlainMetric(reader.token.text)) throw reader.invalid(`${reader.shown} is a word of PromQL, and no metric`);
    labels.set("__name__", reader.next().text);
  }
  if (!reader.at("{")) return labels;
  reader.next();
  while (!reader.at("}")) {
    const name = reader.next();
    if (name.kind !== "name" || name.text.includes(":"))
      throw reader.invalid(`"${name.text}" is no label name`, name.offset);
    if (!reader.at("=")) throw reader.invalid(`After the label ${name.text} must stand = and a string in quotes`);
    reader.next();
    const value = reader.next();
    if (value.kind !== "string")
      throw reader.invalid(`The value of ${name.text} must be a string in quotes`, value.offset);
    labels.set(name.text, value.value);
    if (reader.at(",")) reader.next();
    else if (!reader.at("}")) throw reader.invalid(`${reader.shown} stands in place of "," or "}"`);
  }
  reader.next();
  return labels;
}

/** Reads a series' labels, all of the text. An empty text has none. */
export function parseMetric(text: string): ReadMetric {
  const cut = tokensOf(text);
  if (cut.state === "refused") return cut;
  try {
    const reader = new Reader(cut.tokens);
    const labels = labelsAt(reader);
    if (reader.token.kind !== "end") throw reader.invalid(`${reader.shown} stands behind the series`);
    return { state: "read", labels: labelsOf(labels) };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { state: "refused", offset: error.offset, message: error.message };
  }
}
