// Owns writing objects as YAML under a header of comments. The one file that needs the yaml package.
import { stringify } from "yaml";
import { oneLine } from "./one-line.ts";

/** Comment lines; whatever text they hold, none of it gets out of its comment. */
function comments(lines: readonly string[]): string {
  return lines.map((line) => `# ${oneLine(line)}`.trimEnd().concat("\n")).join("");
}

/**
 * The objects as one YAML stream, a document each, after the header's lines as comments.
 * Kubernetes and Compose read YAML 1.1, where `no` and `12:30` are no strings: what either version misreads is quoted.
 */
export function yamlText(header: readonly string[], objects: readonly object[]): string {
  const documents = objects.map((object) =>
    stringify(object, { compat: "yaml-1.1", lineWidth: 0, aliasDuplicateObjects: false }),
  );
  return `${comments(header)}${documents.join("---\n")}`;
}
