// Writes objects as YAML under a header of comments. Only this file needs the yaml package.
import { stringify } from "yaml";
import { oneLine } from "./one-line.ts";

/** Comment lines. Whatever the texts are, they stay in their comments. */
function comments(lines: readonly string[]): string {
  return lines.map((line) => `# ${oneLine(line)}`.trimEnd().concat("\n")).join("");
}

/**
 * The header's lines as comments, then the objects as one YAML stream with a document for each.
 * Kubernetes and Compose read YAML 1.1, in which `no` and `12:30` are not strings. A string that either version would
 * misread is quoted.
 */
export function yamlText(header: readonly string[], objects: readonly object[]): string {
  const documents = objects.map((object) =>
    stringify(object, { compat: "yaml-1.1", lineWidth: 0, aliasDuplicateObjects: false }),
  );
  return `${comments(header)}${documents.join("---\n")}`;
}
